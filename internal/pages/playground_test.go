package pages_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"findcare/internal/httpmw"
	"findcare/internal/pages"
)

func playground(t *testing.T, method, path string) *http.Response {
	t.Helper()
	response := httptest.NewRecorder()
	httpmw.SecurityHeaders(pages.Playground()).ServeHTTP(response, httptest.NewRequest(method, path, nil))
	return response.Result()
}

func body(t *testing.T, response *http.Response) string {
	t.Helper()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// assets gives the paths that the page loads, by extension.
func assets(t *testing.T) map[string]string {
	t.Helper()
	paths := map[string]string{}
	page := body(t, playground(t, http.MethodGet, "/playground"))
	reference := regexp.MustCompile(`(?:src|href)="(/playground/assets/[^"]+(\.\w+))"`)
	for _, match := range reference.FindAllStringSubmatch(page, -1) {
		paths[match[2]] = match[1]
	}
	return paths
}

const (
	immutable = "public, max-age=31536000, immutable"
	textHTML  = "text/html; charset=utf-8"
	textPlain = "text/plain; charset=utf-8"
)

// playgroundCheck is a request, GET where no method is given, and what the answer must and must not have.
type playgroundCheck struct {
	name         string
	method       string
	path         string
	status       int
	contentType  string
	cacheControl string
	allow        string
	contains     []string
	lacks        []string
}

func TestPlaygroundFiles(t *testing.T) {
	asset := assets(t)
	for _, test := range []playgroundCheck{
		{
			name: "page", path: "/playground", status: 200, contentType: textHTML, cacheControl: "no-cache",
			contains: []string{
				"<title>findcare playground</title>",
				`<meta name="graphql-endpoint" content="/graphql">`,
			},
			lacks: []string{"http://", "https://", `"//`, "<style", "<script>", " style=", "{{"},
		},
		{
			name: "page with a slash", path: "/playground/", status: 200, contentType: textHTML,
			cacheControl: "no-cache",
			contains:     []string{"<title>findcare playground</title>"},
		},
		{
			name: "page with a query", path: "/playground?a=b", status: 200, contentType: textHTML,
			cacheControl: "no-cache",
		},
		{
			name:         "page's head",
			method:       "HEAD",
			path:         "/playground",
			status:       200,
			contentType:  textHTML,
			cacheControl: "no-cache",
		},
		{
			name: "script", path: asset[".js"], status: 200, contentType: "text/javascript; charset=utf-8",
			cacheControl: immutable,
			contains: []string{
				"query CarePage", "ketamine-assisted-psychotherapy", "query FindCare", "query Profile",
				"query Suggest", "query DirectoryVersion",
			},
			lacks: []string{"sourceMappingURL", "eval(", "new Function("},
		},
		{
			name: "style", path: asset[".css"], status: 200, contentType: "text/css; charset=utf-8",
			cacheControl: immutable,
			contains:     []string{".graphiql-container"},
			lacks:        []string{"sourceMappingURL", "@import", "@font-face", "url(http", "url(/"},
		},
		{
			name:         "icon",
			path:         asset[".svg"],
			status:       200,
			contentType:  "image/svg+xml",
			cacheControl: immutable,
			contains:     []string{"<svg"},
		},
		{
			name: "licences", path: "/playground/LICENSES.txt", status: 200, contentType: textPlain,
			cacheControl: "no-cache",
			contains:     []string{"graphiql 4", "codemirror 5", "react 18", "THE SOFTWARE IS PROVIDED"},
		},
	} {
		t.Run(test.name, test.check)
	}
}

func TestPlaygroundPathsAndMethods(t *testing.T) {
	for _, test := range []playgroundCheck{
		{name: "unknown asset", path: "/playground/assets/none.js", status: 404, contentType: textPlain},
		{name: "folder of the assets", path: "/playground/assets/", status: 404, contentType: textPlain},
		{name: "folder of the assets, no slash", path: "/playground/assets", status: 404, contentType: textPlain},
		{name: "out of the assets", path: "/playground/assets/../index.html", status: 404, contentType: textPlain},
		{name: "page by its file", path: "/playground/index.html", status: 404, contentType: textPlain},
		{name: "elsewhere", path: "/", status: 404, contentType: textPlain},
		{name: "like it", path: "/playgrounds", status: 404, contentType: textPlain},
		{name: "post", method: "POST", path: "/playground", status: 405, contentType: textPlain, allow: "GET, HEAD"},
		{
			name:        "delete an asset",
			method:      "DELETE",
			path:        assets(t)[".js"],
			status:      405,
			contentType: textPlain,
			allow:       "GET, HEAD",
		},
		{name: "post elsewhere", method: "POST", path: "/playground/none", status: 404, contentType: textPlain},
	} {
		t.Run(test.name, test.check)
	}
}

func (test playgroundCheck) check(t *testing.T) {
	method := test.method
	if method == "" {
		method = http.MethodGet
	}
	response := playground(t, method, test.path)
	if response.StatusCode != test.status {
		t.Fatalf("status %d, want %d", response.StatusCode, test.status)
	}
	for key, want := range map[string]string{
		"Content-Type":           test.contentType,
		"Cache-Control":          test.cacheControl,
		"Allow":                  test.allow,
		"X-Content-Type-Options": "nosniff",
		"Referrer-Policy":        "no-referrer",
	} {
		if got := response.Header.Get(key); got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
	policy := response.Header.Get("Content-Security-Policy")
	for _, want := range []string{
		"default-src 'none'", "script-src 'self';", "connect-src 'self'", "frame-ancestors 'none'",
	} {
		if !strings.Contains(policy, want) {
			t.Errorf("policy %q lacks %q", policy, want)
		}
	}
	text := body(t, response)
	if method == http.MethodHead && text != "" {
		t.Errorf("HEAD has a body of %d bytes", len(text))
	}
	for _, want := range test.contains {
		if !strings.Contains(text, want) {
			t.Errorf("body lacks %q", want)
		}
	}
	for _, bad := range test.lacks {
		if strings.Contains(text, bad) {
			t.Errorf("body holds %q", bad)
		}
	}
}
