package graphqlhttp_test

import (
	"bufio"
	"encoding/json"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"findcare/demo"
	"findcare/graph"
	"findcare/internal/auth"
	"findcare/internal/catalog"
	"findcare/internal/clock"
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

// A body that is too large is refused by its length: the client is never told to send it, and what comes is not read.
func TestTooLargeByContentLength(t *testing.T) {
	server := httptest.NewServer(newHandler(t, usual))
	t.Cleanup(server.Close)
	for _, expect := range []string{"Expect: 100-continue\r\n", ""} {
		conn, err := net.Dial("tcp", server.Listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = conn.Close() })
		_ = conn.SetDeadline(clock.Deadline(10 * time.Second))
		head := "POST /graphql HTTP/1.1\r\nHost: care.example\r\nContent-Type: application/json\r\nContent-Length: 65537\r\n"
		if _, err := io.WriteString(conn, head+expect+"\r\n"); err != nil {
			t.Fatal(err)
		}
		response, err := http.ReadResponse(bufio.NewReader(conn), nil)
		if err != nil {
			t.Fatalf("%q: %v", expect, err)
		}
		body, err := io.ReadAll(response.Body)
		if err != nil {
			t.Fatal(err)
		}
		if response.StatusCode != 413 || !response.Close || codeOf(t, string(body)) != "BODY_TOO_LARGE" {
			t.Errorf("%q: status %d, closed %t: %s", expect, response.StatusCode, response.Close, body)
		}
	}
}

// Half of a surrogate pair, as a text has it that was cut in two, is the replacement character; what else is wrong has
// a place.
func TestFaultsOfJSON(t *testing.T) {
	handler := newHandler(t, usual)
	for _, test := range []struct{ name, body, want string }{
		{"half a pair", `{"query":"{ __typename }","variables":{"a":"\ud83d","\ude00":1}}`, answered},
		{"half a pair in what is not known", `{"query":"{ __typename }","other":"\ud83d"}`, answered},
		{"half a body", `{"query":"{ __typename }"`, "at byte 25"},
		{"a comma too many", `{"query":"{ __typename }","variables":{"a":[1,]}}`, "at byte 45"},
		{"a word", `{"query":"{ __typename }","variables":{"a":nil}}`, "at byte 44"},
		{"something after it", `{"query":"{ __typename }"} x`, "at byte 27"},
		{"no UTF-8", "{\"query\":\"{ __typename }\",\"variables\":{\"a\":\"\xff\"}}", "UTF-8, and is not at byte 44"},
	} {
		body := content(t, send(handler, "POST", "/graphql", test.body, "Content-Type", "application/json"))
		if !strings.Contains(body, test.want) || strings.Contains(body, "jsontext") {
			t.Errorf("%s: %s", test.name, body)
		}
	}
	for _, test := range []struct{ name, variables, want string }{
		{"half a pair", `{"a":"\ud83d"}`, answered},
		{"a comma too many", `{"a":[1,]}`, "variables: must be a JSON object, and stops being one at byte 7"},
		{"two values", `{} {}`, "variables: must be a JSON object, and stops being one at byte 3"},
		{"no UTF-8", "{\"a\":\"\xff\"}", "variables: must be UTF-8, and is not at byte 6"},
	} {
		body := content(t, send(handler, "GET", get("query", "{__typename}", "variables", test.variables), ""))
		if !strings.Contains(body, test.want) {
			t.Errorf("%s by GET: %s", test.name, body)
		}
	}
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
		{"the newer media type", "GET", get("query", "{__typename}"), "", []string{"Accept", "application/graphql-response+json"}, 200, responseType, ""},
		{"the better of two", "GET", get("query", "{__typename}"), "", []string{"Accept", "application/json;q=0.5, application/graphql-response+json;q=0.6"}, 200, responseType, ""},
		{"the first of equals", "GET", get("query", "{__typename}"), "", []string{"Accept", "application/graphql-response+json, application/json"}, 200, responseType, ""},
		{"one of them refused", "GET", get("query", "{__typename}"), "", []string{"Accept", "application/json;q=0, */*;q=0.1"}, 200, responseType, ""},
		{"a wildcard", "GET", get("query", "{__typename}"), "", []string{"Accept", "text/html, application/*;q=0.1"}, 200, jsonType, ""},
		{"what Apollo Client accepts", "GET", get("query", "{__typename}"), "", []string{"Accept", "application/graphql-response+json,application/json;q=0.9"}, 200, responseType, ""},
		{"not acceptable", "GET", get("query", "{__typename}"), "", []string{"Accept", "text/html, image/png"}, 406, jsonType, "NOT_ACCEPTABLE"},
		{"not acceptable by quality", "GET", get("query", "{__typename}"), "", []string{"Accept", "application/json;q=0"}, 406, jsonType, "NOT_ACCEPTABLE"},
		{"another charset", "GET", get("query", "{__typename}"), "", []string{"Accept", "application/json; charset=latin1"}, 406, jsonType, "NOT_ACCEPTABLE"},

		{"not valid, in JSON", "GET", get("query", "{nope}"), "", nil, 200, jsonType, "GRAPHQL_VALIDATION_FAILED"},
		{"not valid, in the newer media type", "GET", get("query", "{nope}"), "", []string{"Accept", "application/graphql-response+json"}, 400, responseType, "GRAPHQL_VALIDATION_FAILED"},
		{"a wrong argument", "GET", get("query", "{conditions(first:-1){totalCount}}"), "", []string{"Accept", "application/graphql-response+json"}, 200, responseType, "BAD_USER_INPUT"},
		{"variables", "GET", get("query", "query($n:Int){conditions(first:$n){nodes{slug}}}", "variables", `{"n":1}`), "", nil, 200, jsonType, ""},
		{"variables that are no object", "GET", get("query", "{__typename}", "variables", `[1]`), "", nil, 400, jsonType, "BAD_USER_INPUT"},
		{"variables that are no JSON", "GET", get("query", "{__typename}", "variables", `{`), "", nil, 400, jsonType, "BAD_USER_INPUT"},
		{"a query that is not UTF-8", "GET", "/graphql?query=%FF", "", nil, 400, jsonType, "BAD_USER_INPUT"},
		{"parameters that cannot be read", "GET", "/graphql?query=%ZZ", "", nil, 400, jsonType, "BAD_USER_INPUT"},
		{"no query", "GET", "/graphql", "", nil, 400, jsonType, "BAD_USER_INPUT"},
		{"an operation by name", "GET", get("query", "query A{a:__typename} query B{b:__typename}", "operationName", "B"), "", nil, 200, jsonType, ""},

		{"an empty body", "POST", "/graphql", "", []string{"Content-Type", "application/json"}, 400, jsonType, "BAD_USER_INPUT"},
		{"two bodies", "POST", "/graphql", typename + typename, []string{"Content-Type", "application/json"}, 400, jsonType, "BAD_USER_INPUT"},
		{"a member twice", "POST", "/graphql", `{"query":"{a}","query":"{b}"}`, []string{"Content-Type", "application/json"}, 400, jsonType, "BAD_USER_INPUT"},
		{"lists within lists", "POST", "/graphql", `{"query":"{__typename}","variables":{"a":` + strings.Repeat("[", 200) + strings.Repeat("]", 200) + "}}", []string{"Content-Type", "application/json"}, 400, jsonType, "BAD_USER_INPUT"},
		{"unknown members", "POST", "/graphql", `{"query":"{__typename}","id":{"a":[1]}}`, []string{"Content-Type", "application/json"}, 200, jsonType, ""},
		{"a list", "POST", "/graphql", "[" + typename + "]", []string{"Content-Type", "application/json"}, 400, jsonType, "BATCHES_DISABLED"},
		{"too large", "POST", "/graphql", `{"query":"` + strings.Repeat(" ", 1<<16) + `"}`, []string{"Content-Type", "application/json"}, 413, jsonType, "BODY_TOO_LARGE"},
		{"compressed", "POST", "/graphql", typename, []string{"Content-Type", "application/json", "Content-Encoding", "gzip"}, 415, jsonType, "UNSUPPORTED_MEDIA_TYPE"},
		{"PUT", "PUT", "/graphql", typename, []string{"Content-Type", "application/json"}, 405, jsonType, "METHOD_NOT_ALLOWED"},
		{"a mutation by GET", "GET", get("query", "mutation { __typename }"), "", nil, 405, jsonType, "METHOD_NOT_ALLOWED"},
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

// All that a page of another site can make a browser send without asking first: none of it may ever write.
func TestSimpleRequestsNeverWrite(t *testing.T) {
	handler := newHandler(t, usual)
	mutation := `{"query":"mutation { __typename }"}`
	for _, contentType := range []string{"", "text/plain", "text/plain;charset=utf-8", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain, application/json", "application/json, text/plain"} {
		for _, method := range []string{"POST", "GET", "HEAD"} {
			for _, body := range []string{mutation, "query=mutation+%7B__typename%7D", ""} {
				for _, target := range []string{"/graphql", get("query", "mutation { __typename }")} {
					response := send(handler, method, target, body, "Content-Type", contentType)
					if response.StatusCode == http.StatusOK && method != "HEAD" &&
						codeOf(t, content(t, response)) == "" {
						t.Errorf("%s %s with %q was executed", method, target, contentType)
					}
					if method == "POST" && response.StatusCode != http.StatusUnsupportedMediaType {
						t.Errorf("POST %s with %q: status %d, want 415", target, contentType, response.StatusCode)
					}
					if cookie := response.Header.Get("Set-Cookie"); cookie != "" {
						t.Errorf("a cookie: %s", cookie)
					}
				}
			}
		}
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

// nullCondition is an operation that cannot run, for what @include asks is null.
const (
	nullCondition      = `{"query":"query($x: Boolean = true) { __typename @include(if: $x) }","variables":{"x":null}}`
	nullConditionError = `{"message":"@include if: must be a Boolean (true or false), but $x is null",` +
		`"locations":[{"line":1,"column":49}],"extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}`
)

func TestBatches(t *testing.T) {
	options := usual
	options.MaxBatch = 3
	handler := newHandler(t, options)
	for _, test := range []struct {
		name, body, want string
		status           int
	}{
		{"two", "[" + typename + "," + typename + "]", "[" + answered + "," + answered + "]", 200},
		{"one that fails", "[" + typename + `,{"query":"{"}]`, "[" + answered + `,{"errors":[`, 200},
		{"one whose condition is null", "[" + typename + "," + nullCondition + "," + typename + "]", "[" + answered + `,{"errors":[` + nullConditionError + "]}," + answered + "]", 200},
		{"one alone", typename, answered, 200},
		{"none", "[]", "BAD_USER_INPUT", 400},
		{"too many", "[" + strings.Repeat(typename+",", 3) + typename + "]", "BATCH_TOO_LARGE", 400},
		{"half", "[" + typename + ",", "BAD_USER_INPUT", 400},
	} {
		t.Run(test.name, func(t *testing.T) {
			response := send(
				handler,
				"POST",
				"/graphql",
				test.body,
				"Content-Type",
				"application/json",
				"Accept",
				"application/graphql-response+json",
			)
			if body := content(t, response); response.StatusCode != test.status || !strings.Contains(body, test.want) {
				t.Errorf("status %d, want %d; got %s, want %s", response.StatusCode, test.status, body, test.want)
			}
		})
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

const (
	typenameHash = "ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38"
	byHash       = `{"persistedQuery":{"version":1,"sha256Hash":"` + typenameHash + `"}}`
)

func TestAutomaticPersistedQueries(t *testing.T) {
	handler := newHandler(t, usual)
	for _, step := range []struct {
		name, target string
		status       int
		want         string
	}{
		{"not known yet", get("extensions", byHash), 200, `"PERSISTED_QUERY_NOT_FOUND"`},
		{"another query's hash", get("extensions", byHash, "query", "{directory{version}}"), 400, `"PERSISTED_QUERY_MISMATCH"`},
		{"still not known", get("extensions", byHash), 200, `"PersistedQueryNotFound"`},
		{"told", get("extensions", byHash, "query", "{__typename}"), 200, answered},
		{"known", get("extensions", byHash), 200, answered},
		{"another version", get("extensions", `{"persistedQuery":{"version":2,"sha256Hash":"a"}}`), 400, "extensions.persistedQuery"},
	} {
		t.Run(step.name, func(t *testing.T) {
			response := send(handler, "GET", step.target, "", "Accept", "application/graphql-response+json")
			if body := content(t, response); response.StatusCode != step.status || !strings.Contains(body, step.want) {
				t.Errorf("status %d, want %d; got %s, want %s", response.StatusCode, step.status, body, step.want)
			}
		})
	}
	options := usual
	options.AutomaticPersistedQueries = false
	if body := content(t, send(newHandler(t, options), "GET", get("extensions", byHash), "")); codeOf(
		t,
		body,
	) != "PERSISTED_QUERY_NOT_SUPPORTED" {
		t.Errorf("turned off: %s", body)
	}
}

func TestTrustedDocuments(t *testing.T) {
	for name, manifest := range map[string]string{
		"Apollo's": `{"format":"apollo-persisted-query-manifest","version":1,"operations":[{"id":"` + typenameHash + `","name":"A","type":"query","body":"{__typename}"}]}`,
		"Relay's":  `{"` + typenameHash + `":"{__typename}"}`,
	} {
		t.Run(name, func(t *testing.T) {
			options := usual
			options.TrustedDocumentsFile = write(t, manifest)
			also := newHandler(t, options)
			options.TrustedDocuments = "only"
			only := newHandler(t, options)
			for _, test := range []struct{ name, target, also, only string }{
				{"by documentId", get("documentId", typenameHash), "", ""},
				{"by doc_id", get("doc_id", typenameHash), "", ""},
				{"by Apollo's hash", get("extensions", byHash), "", ""},
				{"by its text", get("query", "{__typename}"), "", ""},
				{"another id", get("documentId", "x"), "UNKNOWN_DOCUMENT", "UNTRUSTED_DOCUMENT"},
				{"another text", get("query", "{directory{version}}"), "", "UNTRUSTED_DOCUMENT"},
				{"another text under its id", get("query", "{directory{version}}", "documentId", typenameHash), "", "UNTRUSTED_DOCUMENT"},
				{"introspection", get("query", "{__schema{types{name}}}"), "", "UNTRUSTED_DOCUMENT"},
			} {
				if code := codeOf(t, content(t, send(also, "GET", test.target, ""))); code != test.also {
					t.Errorf("%s: %q, want %q", test.name, code, test.also)
				}
				if code := codeOf(t, content(t, send(only, "GET", test.target, ""))); code != test.only {
					t.Errorf("%s, only those: %q, want %q", test.name, code, test.only)
				}
			}
		})
	}
	for name, test := range map[string]struct{ manifest, want string }{
		"not JSON":     {"{", "must be Apollo's manifest"},
		"not valid":    {`{"a":"{nope}"}`, "the operation a: Cannot query field"},
		"of version 2": {`{"format":"apollo-persisted-query-manifest","version":2}`, "version: 2 must be 1"},
	} {
		options := usual
		options.TrustedDocumentsFile = write(t, test.manifest)
		if _, err := graphqlhttp.New(newExecutor(t, true), options); err == nil ||
			!strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %s", name, err, test.want)
		}
	}
}

func write(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "manifest.json")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
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
	if body := content(t, send(handler, "POST", "/graphql", typename, "Content-Type", "application/json")); body != answered {
		t.Errorf("the third: %s", body)
	}
}

func TestAPanicEndsOneRequestOnly(t *testing.T) {
	handler := newHandler(t, usual)
	broken := httptest.NewRequest("POST", "/graphql", brokenBody{})
	broken.Header.Set("Content-Type", "application/json")
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, broken)
	if body := recorder.Body.String(); recorder.Code != 500 || codeOf(t, body) != "INTERNAL" ||
		strings.Contains(body, "hunter2") {
		t.Errorf("status %d: %s", recorder.Code, body)
	}
	if body := content(t, send(handler, "POST", "/graphql", typename, "Content-Type", "application/json")); body != answered {
		t.Errorf("the next: %s", body)
	}
}

// brokenBody fails in a way that no client is to blame for.
type brokenBody struct{}

func (brokenBody) Read([]byte) (int, error) { panic("hunter2") }

// slowBody tells when it is read, and breaks off when it is let go.
type slowBody struct{ reading, end chan struct{} }

func (b slowBody) Read([]byte) (int, error) {
	close(b.reading)
	<-b.end
	return 0, io.ErrUnexpectedEOF
}

// TestLargeBodiesWaitForEachOther: of bodies that only those may send who have signed in, the server holds so many
// bytes at once, and small ones need not wait for them.
func TestLargeBodiesWaitForEachOther(t *testing.T) {
	const most = 32 << 20
	options := usual
	options.MaxEditorBody, options.RequestTimeout = most, time.Second
	handler := newHandler(t, options)
	ask := func(body io.Reader, length int64) *http.Response {
		request := httptest.NewRequest("POST", "/graphql", body)
		request.ContentLength = length
		request.Header.Set("Content-Type", "application/json")
		recorder := httptest.NewRecorder()
		handler.ServeHTTP(recorder, request.WithContext(auth.With(t.Context(), &auth.Principal{Role: auth.Editor})))
		return recorder.Result()
	}
	padded := typename + strings.Repeat(" ", 1<<17)
	slow := slowBody{make(chan struct{}), make(chan struct{})}
	first := make(chan *http.Response)
	go func() { first <- ask(slow, most) }()
	<-slow.reading
	if response := ask(strings.NewReader(typename), int64(len(typename))); response.StatusCode != http.StatusOK {
		t.Errorf("a small body meanwhile: %d %s", response.StatusCode, content(t, response))
	}
	for _, length := range []int64{int64(len(padded)), -1} {
		response := ask(strings.NewReader(padded), length)
		if body := content(t, response); response.StatusCode != http.StatusServiceUnavailable ||
			codeOf(t, body) != "OVERLOADED" {
			t.Errorf("a large body of length %d meanwhile: %d %s", length, response.StatusCode, body)
		}
	}
	close(slow.end)
	if response := <-first; response.StatusCode != http.StatusBadRequest {
		t.Errorf("the first: %d %s", response.StatusCode, content(t, response))
	}
	if body := content(t, ask(strings.NewReader(padded), -1)); body != answered {
		t.Errorf("a large body afterwards: %s", body)
	}
}
