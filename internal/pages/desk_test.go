package pages_test

import (
	"html"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"findcare/internal/auth"
	"findcare/internal/httpmw"
	"findcare/internal/pages"
)

func desk(t *testing.T, options pages.DeskOptions, method, path string) *http.Response {
	t.Helper()
	handler, err := pages.Desk(options)
	if err != nil {
		t.Fatal(err)
	}
	response := httptest.NewRecorder()
	httpmw.SecurityHeaders(handler).ServeHTTP(response, httptest.NewRequest(method, path, nil))
	return response.Result()
}

// Every path below /desk has the page, so that one can load it anew; files are kept for good, the page is not kept.
func TestDeskFiles(t *testing.T) {
	page := body(t, desk(t, pages.DeskOptions{}, http.MethodGet, "/desk"))
	script := regexp.MustCompile(`src="(/desk/assets/[^"]+\.js)"`).FindStringSubmatch(page)
	if script == nil {
		t.Fatal(page)
	}
	for _, test := range []struct {
		method, path string
		status       int
		contentType  string
		cacheControl string
	}{
		{"GET", "/desk", 200, textHTML, "no-store"},
		{"GET", "/desk/", 200, textHTML, "no-store"},
		{"HEAD", "/desk/providers", 200, textHTML, "no-store"},
		{"GET", "/desk/providers/prv_1/history?before=3", 200, textHTML, "no-store"},
		{"GET", script[1], 200, "text/javascript; charset=utf-8", immutable},
		{"GET", "/desk/assets/none.js", 404, textPlain, ""},
		{"GET", "/desk/assets/", 404, textPlain, ""},
		{"GET", "/desk/assets/../index.html", 404, textPlain, ""},
		{"POST", "/desk/providers", 405, textPlain, ""},
		{"DELETE", script[1], 405, textPlain, ""},
	} {
		response := desk(t, pages.DeskOptions{}, test.method, test.path)
		header := response.Header
		if response.StatusCode != test.status || header.Get("Content-Type") != test.contentType ||
			header.Get("Cache-Control") != test.cacheControl {
			t.Errorf("%s %s: %d %v", test.method, test.path, response.StatusCode, header)
		}
		if header.Get("X-Robots-Tag") != "noindex, nofollow" {
			t.Errorf("%s %s may be indexed", test.method, test.path)
		}
	}
	for _, inline := range []string{"<script>", "<style", " style=", "{{", "http://", "https://", " onload="} {
		if strings.Contains(page, inline) {
			t.Errorf("the page has %s", inline)
		}
	}
}

// The page tells the desk where editors sign in, and lets it speak to that provider only.
func TestDeskSettings(t *testing.T) {
	for _, test := range []struct {
		options       pages.DeskOptions
		told, connect string
		images        string
	}{
		{pages.DeskOptions{}, `{}`, "'self'", "'self'"},
		{
			pages.DeskOptions{OIDC: auth.OIDC{Issuer: "https://login.example", Audience: "findcare"}},
			`{}`, "'self'", "'self'",
		},
		{
			pages.DeskOptions{
				OIDC: auth.OIDC{
					Issuer: "https://login.example:8443/realms/care", Audience: "findcare", ClientID: `desk"&`,
					Scopes: []string{"openid", "profile"},
				},
				ImageHosts: []string{"images.example"},
			},
			`{"oidc":{"issuer":"https://login.example:8443/realms/care","clientId":"desk\"\u0026",` +
				`"scope":"openid profile","audience":"findcare"}}`,
			"'self' https://login.example:8443", "'self' https://images.example",
		},
	} {
		response := desk(t, test.options, http.MethodGet, "/desk")
		settings := regexp.MustCompile(`<meta name="desk-settings" content="([^"]*)">`)
		found := settings.FindStringSubmatch(body(t, response))
		if found == nil || html.UnescapeString(found[1]) != test.told {
			t.Errorf("told: %q, want %s", found, test.told)
		}
		policy := "default-src 'none'; script-src 'self'; style-src 'self'; img-src " + test.images +
			"; connect-src " + test.connect + "; form-action 'none'; base-uri 'none'; " +
			"require-trusted-types-for 'script'; trusted-types desk; frame-ancestors 'none'"
		if got := response.Header.Get("Content-Security-Policy"); got != policy {
			t.Errorf("the policy is\n%s, want\n%s", got, policy)
		}
	}
}
