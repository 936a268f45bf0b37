package stream_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"findcare/internal/clock/clocktest"
	"findcare/internal/graphqlhttp"
	"findcare/internal/httpmw"
)

var defaults = graphqlhttp.Options{
	CacheControl:   "public, max-age=0, must-revalidate",
	RequestTimeout: time.Minute,
	MaxBody:        1 << 16,
	Introspection:  true,
}

const (
	typename = `{"query":"{ __typename }"}`
	answered = `{"data":{"__typename":"Query"}}`
)

// admitted is a handler behind an admission control of its own.
func admitted(limit httpmw.RateLimit, next http.Handler) http.Handler {
	return httpmw.New(limit, clocktest.Now).Handler(next, nil, graphqlhttp.WriteError)
}

// send sends a request with headers as pairs of names and values.
func send(handler http.Handler, method, target, body string, headers ...string) *http.Response {
	request := httptest.NewRequest(method, target, strings.NewReader(body))
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, request)
	return recorder.Result()
}

func content(t testing.TB, response *http.Response) string {
	t.Helper()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// codeOf is extensions.code of the first error of a response.
func codeOf(t testing.TB, body string) string {
	t.Helper()
	var response struct {
		Errors []struct{ Extensions struct{ Code string } }
	}
	if err := json.Unmarshal([]byte(body), &response); err != nil || len(response.Errors) == 0 {
		t.Fatalf("%v: %s", err, body)
	}
	return response.Errors[0].Extensions.Code
}

// get is the target of a GET request for a query.
func get(query string) string { return "/graphql?" + url.Values{"query": {query}}.Encode() }
