package stream_test

import (
	"bufio"
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"

	"findcare/internal/clock"
	"findcare/internal/graphqlhttp"
)

const everyVersion = `subscription { directoryChanged { version } }`

// events is the client of a stream of server-sent events.
type events struct {
	*http.Response
	lines *bufio.Scanner
}

// follow sends an operation by GET, and wants the header of a stream.
func (l *live) follow(t *testing.T, query string) *events {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(cancel)
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, l.url+get(query), nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Accept", "text/event-stream")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = response.Body.Close() })
	if got := response.Header.Get("Content-Type"); response.StatusCode != http.StatusOK ||
		got != "text/event-stream; charset=utf-8" {
		t.Fatalf("status %d, type %s", response.StatusCode, got)
	}
	return newEvents(response)
}

func newEvents(response *http.Response) *events {
	return &events{response, bufio.NewScanner(response.Body)}
}

// next returns the next event as one line, such as "next {…}", ":" for a heartbeat, and "" when the stream has ended.
func (e *events) next() string {
	var event []string
	for e.lines.Scan() {
		line := e.lines.Text()
		if line == "" {
			return strings.TrimSpace(strings.Join(event, " "))
		}
		line = strings.TrimPrefix(line, "event: ")
		event = append(event, strings.TrimSpace(strings.TrimPrefix(line, "data:")))
	}
	return ""
}

func directoryAt(version string) string {
	return `{"data":{"directoryChanged":{"version":"` + version + `"}}}`
}

func TestEventStream(t *testing.T) {
	l := openLive(t, nil)
	stream := l.follow(t, everyVersion)
	for range 3 {
		if got, want := stream.next(), "next "+directoryAt(l.version()); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
		l.revise()
	}
}

func TestEventStreamOfOneResponse(t *testing.T) {
	handler := openLive(t, nil)
	const list = `{"query":"mutation { __typename }"}`
	for _, test := range []struct {
		name, method, target, body string
		status                     int
		want                       string
	}{
		{
			"a query by GET", "GET", get("{__typename}"), "", 200,
			"event: next\ndata: " + answered + "\n\nevent: complete\ndata:\n\n",
		},
		{
			"a query by POST", "POST", "/graphql", typename, 200,
			"event: next\ndata: " + answered + "\n\nevent: complete\ndata:\n\n",
		},
		{"a mutation by POST", "POST", "/graphql", list, 200, `"__typename":"Mutation"`},
		{
			"a query that is not valid", "POST", "/graphql", `{"query":"{ nope }"}`, 200,
			"event: next\ndata: {\"errors\":[{",
		},
		{"a mutation by GET", "GET", get("mutation { __typename }"), "", 405, "METHOD_NOT_ALLOWED"},
		{"HEAD", "HEAD", get(everyVersion), "", 405, ""},
		{"no query", "GET", "/graphql", "", 400, "BAD_USER_INPUT"},
	} {
		t.Run(test.name, func(t *testing.T) {
			response := send(
				handler,
				test.method,
				test.target,
				test.body,
				"Accept",
				"text/event-stream",
				"Content-Type",
				"application/json",
			)
			if body := content(t, response); response.StatusCode != test.status || !strings.Contains(body, test.want) {
				t.Errorf("status %d, body %q", response.StatusCode, body)
			}
		})
	}
}

func TestSubscriptionsNeedAStream(t *testing.T) {
	response := send(openLive(t, nil), "GET", get(everyVersion), "")
	if body := content(t, response); response.StatusCode != 400 ||
		!strings.Contains(body, "accept text/event-stream, or use a WebSocket") {
		t.Errorf("status %d, body %s", response.StatusCode, body)
	}
}

// Many clients accept everything that they can read in each request. Subscriptions then get events.
func TestEventsWhereverTheyAreAccepted(t *testing.T) {
	l := openLive(t, nil)
	for _, accept := range []string{
		"application/json, text/event-stream",
		"application/graphql-response+json, application/graphql+json, application/json, " +
			"text/event-stream, multipart/mixed",
		"application/json, text/event-stream;q=0.1",
	} {
		request, err := http.NewRequestWithContext(
			t.Context(),
			http.MethodGet,
			l.url+get("subscription { directoryChanged { version } }"),
			nil,
		)
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Accept", accept)
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		_ = response.Body.Close()
		if media := response.Header.Get("Content-Type"); response.StatusCode != 200 ||
			!strings.HasPrefix(media, "text/event-stream") {
			t.Errorf("Accept %s: status %d, %s", accept, response.StatusCode, media)
		}
		query := send(l, "GET", get("{__typename}"), "", "Accept", accept)
		if media := query.Header.Get("Content-Type"); strings.HasPrefix(media, "text/event-stream") {
			t.Errorf("Accept %s: a query is answered with %s", accept, media)
		}
	}
	refused := send(
		l,
		"GET",
		get("subscription { directoryChanged { version } }"),
		"",
		"Accept",
		"application/json, text/event-stream;q=0",
	)
	if refused.StatusCode != 400 {
		t.Errorf("without events: status %d", refused.StatusCode)
	}
}

func TestHeartbeats(t *testing.T) {
	l := openLive(t, func(o *graphqlhttp.Options) { o.Heartbeat = time.Millisecond })
	stream := l.follow(t, everyVersion)
	stream.next()
	for range 3 {
		if got := stream.next(); got != ":" {
			t.Errorf("got %s, want a heartbeat", got)
		}
	}
	pinged := make(chan struct{}, 100)
	conn, _, err := websocket.Dial(t.Context(), l.url, &websocket.DialOptions{
		Subprotocols:   []string{"graphql-transport-ws"},
		OnPingReceived: func(context.Context, []byte) bool { pinged <- struct{}{}; return true },
	})
	if err != nil {
		t.Fatal(err)
	}
	defer conn.CloseNow()
	conn.CloseRead(t.Context())
	for range 3 {
		<-pinged
	}
}

// TestStreamsOutliveServerTimeouts has a server with very short timeouts.
func TestStreamsOutliveServerTimeouts(t *testing.T) {
	l := openLive(t, nil)
	server := httptest.NewUnstartedServer(l.Handler)
	server.Config.ReadTimeout, server.Config.WriteTimeout = 50*time.Millisecond, 50*time.Millisecond
	server.Start()
	t.Cleanup(server.Close)
	l.url = server.URL
	stream := l.follow(t, everyVersion)
	started := clock.Start()
	for stream.next() != "" {
		if started.Elapsed() > 300*time.Millisecond {
			return
		}
		time.AfterFunc(10*time.Millisecond, func() { l.revise() })
	}
	t.Error("the stream was cut off")
}
