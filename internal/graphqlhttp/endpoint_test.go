package graphqlhttp_test

import (
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"findcare/demo"
	"findcare/graph"
	"findcare/internal/catalog"
	"findcare/internal/execution"
	"findcare/internal/graphqlhttp"
	"findcare/internal/httpmw"
	"findcare/models"
)

var usual = graphqlhttp.Options{
	CacheControl: "public, max-age=0, must-revalidate", RequestTimeout: time.Minute, MaxBody: 1 << 16,
	Introspection: true, Persisted: graphqlhttp.Persisted{AutomaticPersistedQueries: true},
}

// newHandler serves thirty invented providers.
func newHandler(t testing.TB, options graphqlhttp.Options) http.Handler {
	t.Helper()
	handler, err := graphqlhttp.New(newExecutor(t, options.Introspection), options)
	if err != nil {
		t.Fatal(err)
	}
	return handler
}

func newExecutor(t testing.TB, introspection bool) *execution.Executor {
	return executorAt(t, introspection, func() models.Date { return "2026-11-24" })
}

// executorAt calls today whenever an operation asks for years in practice.
func executorAt(t testing.TB, introspection bool, today func() models.Date) *execution.Executor {
	t.Helper()
	at := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	documents, err := demo.Documents(30, at)
	if err != nil {
		t.Fatal(err)
	}
	directory := &catalog.Catalog{}
	directory.Publish(catalog.Build(documents, catalog.Options{SiteURL: "https://care.example", Today: today}))
	return execution.NewExecutor(graph.NewSchema(directory, graph.Services{}), directory,
		execution.Options{Introspection: introspection, Logger: slog.New(slog.DiscardHandler)},
	)
}

const (
	jsonType     = "application/json; charset=utf-8"
	responseType = "application/graphql-response+json; charset=utf-8"
	typename     = `{"query":"{ __typename }"}`
	answered     = `{"data":{"__typename":"Query"}}`
)

// send is a request with headers as pairs of names and values.
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

// codeOf is extensions.code of the first error, "" where there is none.
func codeOf(t testing.TB, body string) string {
	t.Helper()
	var answer struct {
		Data   json.RawMessage
		Errors []struct{ Extensions struct{ Code string } }
	}
	if err := json.Unmarshal([]byte(body), &answer); err != nil {
		t.Fatalf("%v: %s", err, body)
	}
	if len(answer.Errors) == 0 {
		return ""
	}
	return answer.Errors[0].Extensions.Code
}

func get(parameters ...string) string {
	values := url.Values{}
	for i := 0; i < len(parameters); i += 2 {
		values.Set(parameters[i], parameters[i+1])
	}
	return "/graphql?" + values.Encode()
}

func TestCaching(t *testing.T) {
	handler := newHandler(t, usual)
	first := send(handler, "GET", get("query", "{directory{version}}"), "")
	tag := first.Header.Get("ETag")
	if tag == "" || first.Header.Get("Cache-Control") != "public, max-age=0, must-revalidate" ||
		first.Header.Get("Vary") != "Accept" {
		t.Fatalf("%v", first.Header)
	}
	for _, test := range []struct {
		name, target, sent string
		status             int
	}{
		{"the same", get("query", "{directory{version}}"), tag, 304},
		{"one of several", get("query", "{directory{version}}"), `"x", ` + tag, 304},
		{"strong", get("query", "{directory{version}}"), strings.TrimPrefix(tag, "W/"), 304},
		{"any", get("query", "{directory{version}}"), "*", 304},
		{"another", get("query", "{directory{version}}"), `W/"x"`, 200},
		{"of another query", get("query", "{directory{providerCount}}"), tag, 200},
	} {
		t.Run(test.name, func(t *testing.T) {
			response := send(handler, "GET", test.target, "", "If-None-Match", test.sent)
			if response.StatusCode != test.status || response.Header.Get("ETag") == "" {
				t.Errorf("status %d, want %d: %v", response.StatusCode, test.status, response.Header)
			}
			if body := content(t, response); test.status == 304 && body != "" {
				t.Errorf("a 304 with %s", body)
			}
		})
	}
	for name, response := range map[string]*http.Response{
		"an error": send(handler, "GET", get("query", "{nope}"), ""),
		"a POST":   send(handler, "POST", "/graphql", typename, "Content-Type", "application/json"),
	} {
		if response.Header.Get("ETag") != "" || response.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s may be cached: %v", name, response.Header)
		}
	}
}

func TestCostOnRequest(t *testing.T) {
	response := send(
		newHandler(t, usual),
		"POST",
		"/graphql",
		`{"query":"{ conditions(first: 7) { nodes { slug } } }","extensions":{"cost":true}}`,
		"Content-Type",
		"application/json",
	)
	// A connection, seven nodes, a tenth for each slug, rounded up.
	if body := content(t, response); !strings.HasSuffix(body, `,"extensions":{"cost":{"operation":9}}}`) {
		t.Errorf("got %s", body)
	}
}

func TestIntrospectionTurnedOff(t *testing.T) {
	options := usual
	options.Introspection = false
	handler := newHandler(t, options)
	for query, want := range map[string]string{
		"{__schema{types{name}}}":                                "INTROSPECTION_DISABLED",
		`{...F} fragment F on Query{__type(name:"Query"){name}}`: "INTROSPECTION_DISABLED",
		"{_service{sdl}}":                                        "INTROSPECTION_DISABLED",
		`{_entities(representations:[]){__typename}}`:            "",
		"{__typename}":                                           "",
	} {
		if code := codeOf(t, content(t, send(handler, "GET", get("query", query), ""))); code != want {
			t.Errorf("%s: %q, want %q", query, code, want)
		}
	}
}

func TestTimeout(t *testing.T) {
	options := usual
	options.RequestTimeout = time.Nanosecond
	response := send(
		newHandler(t, options),
		"POST",
		"/graphql",
		`{"query":"{ providers { totalCount } }"}`,
		"Content-Type",
		"application/json",
	)
	if body := content(t, response); response.StatusCode != http.StatusServiceUnavailable ||
		codeOf(t, body) != "TIMEOUT" {
		t.Errorf("status %d: %s", response.StatusCode, body)
	}
}

func TestTooManyConcurrentRequests(t *testing.T) {
	const years = `{"query":"{ providers(first: 1, orderBy: EXPERIENCE) { nodes { yearsInPractice } } }"}`
	running, finish := make(chan struct{}), make(chan struct{})
	var once sync.Once
	executor := executorAt(t, true, func() models.Date {
		once.Do(func() { close(running); <-finish })
		return "2026-11-24"
	})
	open, err := graphqlhttp.New(executor, usual)
	if err != nil {
		t.Fatal(err)
	}
	handler := admitted(httpmw.RateLimit{MaxConcurrent: 1}, open)
	first := make(chan *http.Response)
	go func() { first <- send(handler, "POST", "/graphql", years, "Content-Type", "application/json") }()
	<-running
	second := send(handler, "POST", "/graphql", typename, "Content-Type", "application/json")
	if body := content(t, second); second.StatusCode != http.StatusServiceUnavailable ||
		codeOf(t, body) != "OVERLOADED" ||
		second.Header.Get("Retry-After") != "1" {
		t.Errorf("the second: status %d, %v: %s", second.StatusCode, second.Header, body)
	}
	close(finish)
	if body := content(t, <-first); codeOf(t, body) != "" {
		t.Errorf("the first: %s", body)
	}
	third := send(handler, "POST", "/graphql", typename, "Content-Type", "application/json")
	if body := content(t, third); body != answered {
		t.Errorf("the third: %s", body)
	}
}
