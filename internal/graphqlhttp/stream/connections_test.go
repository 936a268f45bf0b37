package stream_test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"

	"findcare/internal/clock"
	"findcare/internal/graphqlhttp"
	"findcare/internal/httpmw"
)

// connect opens a stream, and returns the status and the code of an error, or OK.
func (l *live) connect(t *testing.T) string {
	t.Helper()
	request, _ := http.NewRequest(http.MethodGet, l.url+get(everyVersion), nil)
	request.Header.Set("Accept", "text/event-stream")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err.Error()
	}
	defer response.Body.Close()
	if response.StatusCode == http.StatusOK {
		return "OK"
	}
	body, _ := io.ReadAll(response.Body)
	return response.Status + " " + codeOf(t, string(body))
}

// openLimited is openLive behind an admission control.
func openLimited(t *testing.T, limit httpmw.RateLimit, change func(*graphqlhttp.Options)) *live {
	t.Helper()
	l := openLive(t, change)
	server := httptest.NewServer(admitted(limit, l.Handler))
	t.Cleanup(server.Close)
	l.url = server.URL
	return l
}

func TestMaxConnections(t *testing.T) {
	l := openLive(t, func(o *graphqlhttp.Options) { o.MaxConnections = 2 })
	l.follow(t, everyVersion)
	conn := l.dial(t)
	if got, want := l.connect(t), "503 Service Unavailable OVERLOADED"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	_ = conn.CloseNow()
	eventually(t, "another connection may be opened", func() bool { return l.connect(t) == "OK" })
}

func TestMaxConnectionsPerClient(t *testing.T) {
	l := openLimited(t, httpmw.RateLimit{}, func(o *graphqlhttp.Options) { o.MaxConnectionsPerClient = 1 })
	stream := l.follow(t, everyVersion)
	if got, want := l.connect(t), "429 Too Many Requests TOO_MANY_CONNECTIONS"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	_ = stream.Body.Close()
}

func TestConnectionsAreNotRequestsInFlight(t *testing.T) {
	l := openLimited(t, httpmw.RateLimit{RateLimit: 1, RateBurst: 100, RateParallel: 1}, nil)
	stream, conn := l.follow(t, everyVersion), l.subscribed(t)
	if got, want := l.connect(t), "OK"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	_ = stream.Body.Close()
	_ = conn.CloseNow()
}

func TestMaxSubscriptions(t *testing.T) {
	l := openLive(t, func(o *graphqlhttp.Options) { o.MaxSubscriptions = 1 })
	conn := l.subscribed(t)
	tell(t, conn, `{"id":"b","type":"subscribe","payload":{"query":"{ __typename }"}}`)
	if got := hear(t, conn); !matches(`{"id":"b","type":"error","payload":[.*"TOO_MANY_SUBSCRIPTIONS".*]}`, got) {
		t.Errorf("got %s", got)
	}
}

func TestTheRateOfOperationsIsLimited(t *testing.T) {
	const burst = 1000 // more than a slow machine is charged for the time that the first operations take
	l := openLimited(t, httpmw.RateLimit{RateLimit: 0.0001, RateBurst: burst, RateParallel: 2}, nil)
	conn := l.subscribed(t)
	const (
		response = `{"id":"b","type":"next","payload":{"data":{"__typename":"Query"}}}`
		end      = `{"id":"b","type":"complete"}`
	)
	for range burst {
		tell(t, conn, `{"id":"b","type":"subscribe","payload":{"query":"{ __typename }"}}`)
		got := hear(t, conn)
		if got == response {
			got = hear(t, conn)
		}
		if got == "4429 Too many requests" {
			return
		}
		if got != end {
			t.Fatal(got)
		}
	}
	t.Errorf("%d operations were admitted", burst)
}

// subscribed opens a WebSocket that is told of every version, and reads the first one.
func (l *live) subscribed(t *testing.T) *websocket.Conn {
	t.Helper()
	conn := l.dial(t)
	tell(t, conn, `{"type":"connection_init"}`)
	hear(t, conn)
	tell(t, conn, `{"id":"a","type":"subscribe","payload":{"query":"`+everyVersion+`"}}`)
	if got, want := hear(t, conn), `{"id":"a","type":"next","payload":`+directoryAt(l.version())+`}`; got != want {
		t.Fatalf("got %s, want %s", got, want)
	}
	return conn
}

func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	within(t, time.Minute, what, holds)
}

func within(t *testing.T, limit time.Duration, what string, holds func() bool) {
	t.Helper()
	for waited := clock.Start(); !holds(); time.Sleep(time.Millisecond) {
		if waited.Elapsed() > limit {
			t.Fatalf("never: %s", what)
		}
	}
}

// TestShutdown: the close code 1001, and a stream that ends without complete, make clients connect again.
func TestShutdown(t *testing.T) {
	l := openLive(t, nil)
	stream, conn := l.follow(t, everyVersion), l.subscribed(t)
	stream.next()
	ended := make(chan error)
	go func() { ended <- l.Shutdown(t.Context()) }()
	if got, want := hear(t, conn), "1001 The server shuts down"; got != want {
		t.Errorf("the WebSocket got %s, want %s", got, want)
	}
	if got := stream.next(); got != "" {
		t.Errorf("the stream got %s", got)
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
	response := send(l.Handler, "GET", get(everyVersion), "", "Accept", "text/event-stream")
	if got := codeOf(t, content(t, response)); response.StatusCode != 503 || got != "SHUTTING_DOWN" {
		t.Errorf("after that: status %d, code %s", response.StatusCode, got)
	}
}

// wide is a subscription of large answers: they soon fill the buffers between the server and a client that does not
// read.
const wide = 1000

func wideVersion() string {
	var fields strings.Builder
	for i := range wide {
		fmt.Fprintf(&fields, " v%d: version", i)
	}
	return "subscription { directoryChanged {" + fields.String() + " } }"
}

func wideAt(version string) string {
	fields := make([]string, wide)
	for i := range fields {
		fields[i] = fmt.Sprintf(`"v%d":%q`, i, version)
	}
	return `{"data":{"directoryChanged":{` + strings.Join(fields, ",") + `}}}`
}

// TestSlowClientsGetAnError: a client that reads on after more changes than are buffered gets those sent before, in
// order, and then the reason.
func TestSlowClientsGetAnError(t *testing.T) {
	l := openLive(t, nil)
	stream, conn := l.follow(t, wideVersion()), l.dial(t)
	conn.SetReadLimit(1 << 20)
	tell(t, conn, `{"type":"connection_init"}`)
	hear(t, conn)
	tell(t, conn, `{"id":"a","type":"subscribe","payload":{"query":"`+wideVersion()+`"}}`)
	hear(t, conn)
	stream.next()
	var versions []string
	for range 10_000 {
		versions = append(versions, l.revise())
	}
	wantSomeThenSlow := func(name string, next func() string, about func(string) string) {
		for i, version := range versions {
			got := next()
			if strings.Contains(got, `"TOO_SLOW"`) {
				t.Logf("%s: too slow after %d", name, i)
				return
			}
			if want := about(version); got != want {
				t.Fatalf("%s: got %s, want %s", name, got, want)
			}
		}
		t.Errorf("%s: got all, which cannot be", name)
	}
	wantSomeThenSlow("events", stream.next, func(version string) string { return "next " + wideAt(version) })
	if got := stream.next(); got != "complete" {
		t.Errorf("events: then %s", got)
	}
	wantSomeThenSlow("WebSocket", func() string { return hear(t, conn) }, func(version string) string {
		return `{"id":"a","type":"next","payload":` + wideAt(version) + `}`
	})
	tell(t, conn, `{"id":"a","type":"subscribe","payload":{"query":"`+everyVersion+`"}}`)
	if got, want := hear(t, conn), `{"id":"a","type":"next","payload":`+directoryAt(l.version())+`}`; got != want {
		t.Errorf("subscribing again: got %s, want %s", got, want)
	}
}

// TestStalledClientsAreDisconnected allows two connections, whose clients never read.
func TestStalledClientsAreDisconnected(t *testing.T) {
	l := openLive(t, func(o *graphqlhttp.Options) { o.SendTimeout, o.MaxConnections = 20*time.Millisecond, 2 })
	l.follow(t, wideVersion())
	conn := l.dial(t)
	tell(t, conn, `{"type":"connection_init"}`)
	tell(t, conn, `{"id":"a","type":"subscribe","payload":{"query":"`+wideVersion()+`"}}`)
	free := func() bool {
		l.revise() // one by one, so that none is missed before the buffers are full
		first, err := l.tryDial(t)
		if err != nil {
			return false
		}
		defer first.CloseNow()
		second, err := l.tryDial(t)
		if err != nil {
			return false
		}
		_ = second.CloseNow()
		return true
	}
	eventually(t, "two more connections may be opened", free)
}
