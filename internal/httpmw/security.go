package httpmw

import (
	"maps"
	"net/http"
	"strings"
)

// ContentSecurityPolicy builds a policy that denies everything except what the directives allow. No page can be framed.
func ContentSecurityPolicy(directives ...string) string {
	var policy strings.Builder
	policy.WriteString("default-src 'none'; ")
	for _, directive := range directives {
		policy.WriteString(directive + "; ")
	}
	policy.WriteString("frame-ancestors 'none'")
	return policy.String()
}

// SecurityHeaders sets the headers that every response has. Handlers of pages set a policy that allows more.
func SecurityHeaders(next http.Handler) http.Handler {
	values := make(http.Header) // shared by all responses
	values.Set("Content-Security-Policy", ContentSecurityPolicy())
	values.Set("Cross-Origin-Opener-Policy", "same-origin")
	values.Set("Referrer-Policy", "no-referrer")
	values.Set("X-Content-Type-Options", "nosniff")
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		maps.Copy(w.Header(), values)
		next.ServeHTTP(w, r)
	})
}
