package e2e

import (
	"bufio"
	"net/http"
	"net/url"
	"strings"
	"syscall"
	"testing"

	"github.com/coder/websocket"
)

// openSocket opens a WebSocket as the page of an origin does.
func openSocket(t *testing.T, server *program, origin string) (*websocket.Conn, *http.Response) {
	t.Helper()
	conn, response, err := websocket.Dial(t.Context(), server.url+"/graphql", &websocket.DialOptions{
		Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: http.Header{"Origin": {origin}},
	})
	if response == nil {
		t.Fatal(err)
	}
	if conn != nil {
		t.Cleanup(func() { _ = conn.CloseNow() })
	}
	return conn, response
}

func exchange(t *testing.T, conn *websocket.Conn, message string) (answer string, err error) {
	t.Helper()
	if err := conn.Write(t.Context(), websocket.MessageText, []byte(message)); err != nil {
		t.Fatal(err)
	}
	_, read, err := conn.Read(t.Context())
	return string(read), err
}

func converse(t *testing.T, conn *websocket.Conn, message string) (answer string) {
	t.Helper()
	answer, err := exchange(t, conn, message)
	if err != nil {
		t.Fatal(err)
	}
	return answer
}

// openStream subscribes to a field of the directory, with a header that asks for compression, which would hold the
// answers back.
func openStream(t *testing.T, server *program, field string) *bufio.Reader {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet,
		server.url+"/graphql?query="+url.QueryEscape(`subscription Stream { directoryChanged { `+field+` } }`), nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Accept", "text/event-stream")
	request.Header.Set("Accept-Encoding", "gzip, zstd")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = response.Body.Close() })
	if response.StatusCode != http.StatusOK || response.Header.Get("Content-Encoding") != "" {
		t.Fatalf("status %d, %v", response.StatusCode, response.Header)
	}
	return bufio.NewReader(response.Body)
}

func readLine(t *testing.T, stream *bufio.Reader) string {
	t.Helper()
	line, err := stream.ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(line)
}

// A server with a WebSocket and a stream tells of them in the metrics and the log, and of nothing that was asked; at
// shutdown it ends them in the way in which their clients connect again.
func TestSubscriptionsOfAServer(t *testing.T) {
	t.Parallel()
	server := openServer(t, "--data", demoData(t), "--admin", "127.0.0.1:0")
	conn, _ := openSocket(t, server, "")
	converse(t, conn, `{"type":"connection_init"}`)
	got := converse(
		t,
		conn,
		`{"id":"1","type":"subscribe","payload":{"query":"subscription Socket { directoryChanged { providerCount } `+
			`}"}}`,
	)
	if want := `{"id":"1","type":"next","payload":{"data":{"directoryChanged":{"providerCount":600}}}}`; got != want {
		t.Errorf("the WebSocket got %s, want %s", got, want)
	}
	const secret = "sleeplessnight"
	got = converse(
		t,
		conn,
		`{"id":"2","type":"subscribe","payload":{"query":"query Search($t: String) { providers(filter: {text: $t}) `+
			`{ totalCount } }","variables":{"t":"`+secret+`"}}}`,
	)
	if !strings.Contains(got, `"totalCount":`) {
		t.Errorf("the query got %s", got)
	}
	if _, _, err := conn.Read(t.Context()); err != nil { // complete
		t.Fatal(err)
	}
	stream := openStream(t, server, "providerCount")
	for _, want := range []string{"event: next", `data: {"data":{"directoryChanged":{"providerCount":600}}}`, ""} {
		if line := readLine(t, stream); line != want {
			t.Errorf("the stream got %q, want %q", line, want)
		}
	}
	metrics := fetch(t, server.metrics)
	mustContain(t, "metrics", metrics,
		`findcare_connections{transport="websocket"} 1`+"\n", `findcare_connections{transport="sse"} 1`+"\n",
		"findcare_subscriptions 2\n", "findcare_requests_in_flight 0\n",
		`findcare_requests_total{operation="Socket",outcome="OK"} 1`+"\n",
		`findcare_requests_total{operation="Stream",outcome="OK"} 1`+"\n",
		`findcare_requests_total{operation="Search",outcome="OK"} 1`+"\n")
	if err := server.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if _, _, err := conn.Read(t.Context()); websocket.CloseStatus(err) != websocket.StatusGoingAway {
		t.Errorf("the WebSocket ended with %v", err)
	}
	if rest, err := stream.ReadString(0); rest != "" || err == nil || err.Error() != "EOF" {
		t.Errorf("the stream ended with %q and %v", rest, err)
	}
	if err := server.Wait(); err != nil {
		t.Errorf("the server ended with %v", err)
	}
	log := server.log.String()
	mustContain(t, "log", log, "status=101", "transport=websocket operations=2", "operation=Stream type=subscription",
		"outcome=shutdown transport=sse operations=1")
	if strings.Contains(log+metrics, secret) {
		t.Error("the log or the metrics tell what somebody searched for")
	}
}

// A token may come with connection_init, and ends where it is revoked, also over what is open.
func TestTokensOfWebSockets(t *testing.T) {
	t.Parallel()
	data := demoData(t)
	admin, viewer := newToken(t, data, "admin"), newToken(t, data, "viewer")
	server := openServer(t, "--data", data)
	server.token = admin
	conn, _ := openSocket(t, server, "")
	got := converse(t, conn, `{"type":"connection_init","payload":{"Authorization":"Bearer `+viewer+`"}}`)
	if got != `{"type":"connection_ack"}` {
		t.Fatal(got)
	}
	id := func() string {
		got := converse(t, conn, `{"id":"1","type":"subscribe","payload":{"query":"{ viewer { id role } }"}}`)
		id, _ := strings.CutPrefix(got, `{"id":"1","type":"next","payload":{"data":{"viewer":{"id":"`)
		id, found := strings.CutSuffix(id, `","role":"VIEWER"}}}}`)
		if !found {
			return got
		}
		if _, _, err := conn.Read(t.Context()); err != nil { // complete
			t.Fatal(err)
		}
		return id
	}
	server.query(t, `mutation($id: ID!) { revokeToken(id: $id) { token { id } } }`, map[string]any{"id": id()})
	if got, want := id(), `{"id":"1","type":"error","payload":[{"message":"the token was `+
		`revoked","extensions":{"code":"UNAUTHENTICATED"}}]}`; got != want {
		t.Errorf("after the revocation: %s, want %s", got, want)
	}
	other, _ := openSocket(t, server, "")
	if _, err := exchange(t, other, `{"type":"connection_init","payload":{"Authorization":"Bearer `+viewer+
		`"}}`); websocket.CloseStatus(
		err,
	) != 4403 {
		t.Errorf("another WebSocket with it: %v", err)
	}
}

// Browsers leave it to the server which pages may open a WebSocket.
func TestOriginsOfWebSockets(t *testing.T) {
	t.Parallel()
	anyone := openServer(t, "--data", demoData(t))
	named := openServer(t, "--data", demoData(t), "--origins", "https://care.example")
	for _, test := range []struct {
		name, origin string
		server       *program
		status       int
	}{
		{"any page", "https://elsewhere.example", anyone, http.StatusSwitchingProtocols},
		{"a named page", "https://care.example", named, http.StatusSwitchingProtocols},
		{"the playground", named.url, named, http.StatusSwitchingProtocols},
		{"another page", "https://elsewhere.example", named, http.StatusForbidden},
	} {
		t.Run(test.name, func(t *testing.T) {
			if _, response := openSocket(t, test.server, test.origin); response.StatusCode != test.status {
				t.Errorf("status %d, want %d", response.StatusCode, test.status)
			}
		})
	}
}
