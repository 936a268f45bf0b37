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

func newExecutor(t testing.TB, introspection bool) *graph.Executor {
	return executorAt(t, introspection, func() models.Date { return "2026-11-24" })
}

// executorAt asks for today's date whenever an operation asks for somebody's years in practice.
func executorAt(t testing.TB, introspection bool, today func() models.Date) *graph.Executor {
	t.Helper()
	at := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	documents, err := demo.Documents(30, at)
	if err != nil {
		t.Fatal(err)
	}
	directory := &catalog.Catalog{}
	directory.Publish(catalog.Build(documents, catalog.Options{SiteURL: "https://care.example", Today: today}))
	return graph.NewExecutor(
		directory,
		graph.Options{Introspection: introspection, Logger: slog.New(slog.DiscardHandler)},
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

func TestHTTP(t *testing.T) {
	handler := newHandler(t, usual)
	for _, test := range []struct {
		name, method, target, body string
		headers                    []string
		status                     int
		media, code                string
	}{
		{"POST", "POST", "/graphql", typename, []string{"Content-Type", "application/json"}, 200, jsonType, ""},
		{"GET", "GET", get("query", "{__typename}"), "", nil, 200, jsonType, ""},
		{
			"the newer media type", "GET", get("query", "{__typename}"), "",
			[]string{"Accept", "application/graphql-response+json"},
			200, responseType, "",
		},
		{
			"the better of two", "GET", get("query", "{__typename}"), "",
			[]string{"Accept", "application/json;q=0.5, application/graphql-response+json;q=0.6"},
			200, responseType,
			"",
		},
		{
			"the first of equals", "GET", get("query", "{__typename}"), "",
			[]string{"Accept", "application/graphql-response+json, application/json"},
			200, responseType, "",
		},
		{
			"one of them refused", "GET", get("query", "{__typename}"), "",
			[]string{"Accept", "application/json;q=0, */*;q=0.1"},
			200, responseType, "",
		},
		{
			"a wildcard", "GET", get("query", "{__typename}"), "",
			[]string{"Accept", "text/html, application/*;q=0.1"},
			200, jsonType, "",
		},
		{
			"what Apollo Client accepts", "GET", get("query", "{__typename}"), "",
			[]string{"Accept", "application/graphql-response+json,application/json;q=0.9"},
			200, responseType, "",
		},
		{
			"not acceptable", "GET", get("query", "{__typename}"), "",
			[]string{"Accept", "text/html, image/png"},
			406,
			jsonType, "NOT_ACCEPTABLE",
		},
		{
			"not acceptable by quality", "GET", get("query", "{__typename}"), "",
			[]string{"Accept", "application/json;q=0"},
			406, jsonType, "NOT_ACCEPTABLE",
		},
		{
			"another charset", "GET", get("query", "{__typename}"), "",
			[]string{"Accept", "application/json; charset=latin1"},
			406, jsonType, "NOT_ACCEPTABLE",
		},

		{"not valid, in JSON", "GET", get("query", "{nope}"), "", nil, 200, jsonType, "GRAPHQL_VALIDATION_FAILED"},
		{
			"not valid, in the newer media type", "GET", get("query", "{nope}"), "",
			[]string{"Accept", "application/graphql-response+json"},
			400, responseType, "GRAPHQL_VALIDATION_FAILED",
		},
		{
			"a wrong argument", "GET", get("query", "{conditions(first:-1){totalCount}}"), "",
			[]string{"Accept", "application/graphql-response+json"},
			200, responseType, "BAD_USER_INPUT",
		},
		{
			"variables", "GET",
			get("query", "query($n:Int){conditions(first:$n){nodes{slug}}}", "variables", `{"n":1}`), "", nil, 200,
			jsonType, "",
		},
		{
			"variables that are no object", "GET", get("query", "{__typename}", "variables", `[1]`), "", nil, 400,
			jsonType, "BAD_USER_INPUT",
		},
		{
			"variables that are no JSON", "GET", get("query", "{__typename}", "variables", `{`), "", nil, 400, jsonType,
			"BAD_USER_INPUT",
		},
		{"a query that is not UTF-8", "GET", "/graphql?query=%FF", "", nil, 400, jsonType, "BAD_USER_INPUT"},
		{"parameters that cannot be read", "GET", "/graphql?query=%ZZ", "", nil, 400, jsonType, "BAD_USER_INPUT"},
		{"no query", "GET", "/graphql", "", nil, 400, jsonType, "BAD_USER_INPUT"},
		{
			"an operation by name", "GET",
			get("query", "query A{a:__typename} query B{b:__typename}", "operationName", "B"), "", nil, 200, jsonType,
			"",
		},

		{
			"an empty body", "POST", "/graphql", "",
			[]string{"Content-Type", "application/json"},
			400, jsonType,
			"BAD_USER_INPUT",
		},
		{
			"two bodies", "POST", "/graphql", typename + typename,
			[]string{"Content-Type", "application/json"},
			400,
			jsonType, "BAD_USER_INPUT",
		},
		{
			"a member twice", "POST", "/graphql", `{"query":"{a}","query":"{b}"}`,
			[]string{"Content-Type", "application/json"},
			400, jsonType, "BAD_USER_INPUT",
		},
		{
			"lists within lists", "POST", "/graphql",
			`{"query":"{__typename}","variables":{"a":` + strings.Repeat("[", 200) + strings.Repeat("]", 200) + "}}",
			[]string{"Content-Type", "application/json"},
			400, jsonType, "BAD_USER_INPUT",
		},
		{
			"unknown members", "POST", "/graphql", `{"query":"{__typename}","id":{"a":[1]}}`,
			[]string{"Content-Type", "application/json"},
			200, jsonType, "",
		},
		{
			"a list", "POST", "/graphql", "[" + typename + "]",
			[]string{"Content-Type", "application/json"},
			400,
			jsonType, "BATCHES_DISABLED",
		},
		{
			"too large", "POST", "/graphql", `{"query":"` + strings.Repeat(" ", 1<<16) + `"}`,
			[]string{"Content-Type", "application/json"},
			413, jsonType, "BODY_TOO_LARGE",
		},
		{
			"compressed", "POST", "/graphql", typename,
			[]string{"Content-Type", "application/json", "Content-Encoding", "gzip"},
			415, jsonType,
			"UNSUPPORTED_MEDIA_TYPE",
		},
		{
			"PUT", "PUT", "/graphql", typename,
			[]string{"Content-Type", "application/json"},
			405, jsonType,
			"METHOD_NOT_ALLOWED",
		},
		{
			"a mutation by GET", "GET", get("query", "mutation { __typename }"), "", nil, 405, jsonType,
			"METHOD_NOT_ALLOWED",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			response := send(handler, test.method, test.target, test.body, test.headers...)
			body := content(t, response)
			if code := codeOf(t, body); response.StatusCode != test.status || code != test.code {
				t.Errorf(
					"status %d and code %q, want %d and %q: %s",
					response.StatusCode,
					code,
					test.status,
					test.code,
					body,
				)
			}
			if media := response.Header.Get("Content-Type"); media != test.media {
				t.Errorf("content type %q, want %q", media, test.media)
			}
			if test.status == 405 && response.Header.Get("Allow") == "" {
				t.Error("no Allow")
			}
			if test.code != "" && test.code != "BAD_USER_INPUT" && strings.Contains(body, `"data"`) {
				t.Errorf("data, though nothing was executed: %s", body)
			}
		})
	}
}

func TestHEAD(t *testing.T) {
	handler := newHandler(t, usual)
	response := send(handler, "HEAD", get("query", "{__typename}"), "")
	if body := content(t, response); response.StatusCode != 200 || body != "" ||
		response.Header.Get("Content-Length") != "31" {
		t.Errorf("status %d, %v, body %q", response.StatusCode, response.Header, body)
	}
}

func TestOPTIONS(t *testing.T) {
	response := send(newHandler(t, usual), "OPTIONS", "/graphql", "")
	if response.StatusCode != http.StatusNoContent || response.Header.Get("Allow") != "GET, HEAD, POST, OPTIONS" {
		t.Errorf("status %d, %v", response.StatusCode, response.Header)
	}
}

func TestABrowserIsShownThePlayground(t *testing.T) {
	response := send(newHandler(t, usual), "GET", "/graphql", "", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
	if response.StatusCode != http.StatusFound || response.Header.Get("Location") != "/playground" {
		t.Errorf("status %d, %v", response.StatusCode, response.Header)
	}
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
		"{__typename}": "",
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

func TestMoreAtOnceThanAllowed(t *testing.T) {
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
