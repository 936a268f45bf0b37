package server

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// A page of another site sends no file without a preflight request, which is answered as for GraphQL, and what a form
// can send is refused. Without a token, nothing is read.
func TestFilesOfOtherSites(t *testing.T) {
	handler := routes(t, 100)
	ask := func(method, path string, header map[string]string) *httptest.ResponseRecorder {
		request := httptest.NewRequest(method, path, strings.NewReader("slug,kind,name\n"))
		request.Header.Set("Origin", "https://other.example")
		for name, value := range header {
			request.Header.Set(name, value)
		}
		response := httptest.NewRecorder()
		handler.ServeHTTP(response, request)
		return response
	}
	preflight := map[string]string{
		"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization,content-type",
	}
	want := ask(http.MethodOptions, "/graphql", preflight)
	for _, path := range []string{"/imports", "/imports/imp_none/rejects"} {
		got := ask(http.MethodOptions, path, preflight)
		for _, name := range []string{"Access-Control-Allow-Origin", "Access-Control-Allow-Credentials"} {
			if got.Code != want.Code || got.Header().Get(name) != want.Header().Get(name) {
				t.Errorf("%s: status %d, %s %q; GraphQL has %d, %q", path, got.Code, name, got.Header().Get(name),
					want.Code, want.Header().Get(name))
			}
		}
	}
	for _, media := range []string{"text/plain", "text/csv"} {
		got := ask(http.MethodPost, "/imports", map[string]string{"Content-Type": media})
		if got.Code != http.StatusUnauthorized || !strings.Contains(got.Body.String(), `"code":"UNAUTHENTICATED"`) {
			t.Errorf("%s: status %d, %s", media, got.Code, got.Body)
		}
	}
	if got := ask(http.MethodGet, "/imports/imp_none/rejects", nil); got.Code != http.StatusUnauthorized {
		t.Errorf("the rejects: status %d, %s", got.Code, got.Body)
	}
}
