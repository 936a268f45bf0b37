package graphqlhttp_test

import (
	"net/http"
	"strings"
	"testing"
)

// httpTests are requests, and the status, the media type and the code of the response.
var httpTests = []struct {
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
}

func TestHTTP(t *testing.T) {
	handler := newHandler(t, usual)
	for _, test := range httpTests {
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

func TestBrowsersAreRedirectedToThePlayground(t *testing.T) {
	response := send(newHandler(t, usual), "GET", "/graphql", "", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
	if response.StatusCode != http.StatusFound || response.Header.Get("Location") != "/playground" {
		t.Errorf("status %d, %v", response.StatusCode, response.Header)
	}
}
