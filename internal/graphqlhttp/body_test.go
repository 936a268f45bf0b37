package graphqlhttp_test

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"findcare/internal/auth"
	"findcare/internal/clock"
)

// A body that is too large is refused by its Content-Length: the client is not told to continue, and nothing is read.
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
		head := "POST /graphql HTTP/1.1\r\nHost: care.example\r\nContent-Type: " +
			"application/json\r\nContent-Length: 65537\r\n"
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

// Half of a surrogate pair, as in a text that was cut in two, is the replacement character. Other faults have a place.
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

// All that a page of another site can make a browser send without asking first: none of it may ever write.
func TestSimpleRequestsNeverWrite(t *testing.T) {
	handler := newHandler(t, usual)
	mutation := `{"query":"mutation { __typename }"}`
	for _, contentType := range []string{
		"", "text/plain", "text/plain;charset=utf-8", "application/x-www-form-urlencoded",
		"multipart/form-data; boundary=x", "text/plain, application/json", "application/json, text/plain",
	} {
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
		{
			"one whose condition is null", "[" + typename + "," + nullCondition + "," + typename + "]",
			"[" + answered + `,{"errors":[` + nullConditionError + "]}," + answered + "]", 200,
		},
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

func TestAPanicEndsOneRequest(t *testing.T) {
	handler := newHandler(t, usual)
	broken := httptest.NewRequest("POST", "/graphql", brokenBody{})
	broken.Header.Set("Content-Type", "application/json")
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, broken)
	if body := recorder.Body.String(); recorder.Code != 500 || codeOf(t, body) != "INTERNAL" ||
		strings.Contains(body, "hunter2") {
		t.Errorf("status %d: %s", recorder.Code, body)
	}
	third := send(handler, "POST", "/graphql", typename, "Content-Type", "application/json")
	if body := content(t, third); body != answered {
		t.Errorf("the next: %s", body)
	}
}

// brokenBody panics.
type brokenBody struct{}

func (brokenBody) Read([]byte) (int, error) { panic("hunter2") }

// slowBody signals when it is read, and fails when it is told to.
type slowBody struct{ reading, end chan struct{} }

func (b slowBody) Read([]byte) (int, error) {
	close(b.reading)
	<-b.end
	return 0, io.ErrUnexpectedEOF
}

// TestLargeBodiesWaitForEachOther: of bodies so large that they need a token, the server holds so many bytes at once,
// and small ones need not wait.
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
		t.Errorf("a small body in the meantime: %d %s", response.StatusCode, content(t, response))
	}
	for _, length := range []int64{int64(len(padded)), -1} {
		response := ask(strings.NewReader(padded), length)
		if body := content(t, response); response.StatusCode != http.StatusServiceUnavailable ||
			codeOf(t, body) != "OVERLOADED" {
			t.Errorf("a large body of length %d in the meantime: %d %s", length, response.StatusCode, body)
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
