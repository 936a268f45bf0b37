package stream_test

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"

	"findcare/internal/clock"
	"findcare/internal/httpmw"
)

// frame is a frame as a client sends it, masked with zeros.
func frame(final bool, opcode byte, content string) []byte {
	first := opcode
	if final {
		first |= 0x80
	}
	return append([]byte{first, 0x80 | byte(len(content)), 0, 0, 0, 0}, content...)
}

// rawSocket is a WebSocket whose frames the test makes itself.
type rawSocket struct {
	net.Conn
	reader *bufio.Reader
}

func dialRaw(t *testing.T, address string) *rawSocket {
	t.Helper()
	conn, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	_ = conn.SetDeadline(clock.Deadline(20 * time.Second))
	fmt.Fprintf(
		conn,
		"GET /graphql HTTP/1.1\r\nHost: %s\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"+
			"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"+
			"Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n",
		address,
	)
	s := &rawSocket{conn, bufio.NewReader(conn)}
	response, err := http.ReadResponse(s.reader, nil)
	if err != nil || response.StatusCode != http.StatusSwitchingProtocols {
		t.Fatalf("%v, %v", response, err)
	}
	return s
}

// closeCode reads what the server sends until it closes the socket, and returns the code that it does so with, 0 for
// none.
func (s *rawSocket) closeCode(t *testing.T) int {
	t.Helper()
	for {
		var head [2]byte
		if _, err := io.ReadFull(s.reader, head[:]); err != nil {
			return 0
		}
		length := int64(head[1])
		if length == 126 {
			var long [2]byte
			if _, err := io.ReadFull(s.reader, long[:]); err != nil {
				return 0
			}
			length = int64(binary.BigEndian.Uint16(long[:]))
		}
		content, err := io.ReadAll(io.LimitReader(s.reader, length))
		if err != nil {
			return 0
		}
		if head[0]&0x0f == 8 && len(content) >= 2 {
			return int(binary.BigEndian.Uint16(content))
		}
	}
}

// TestSocketFloodsAreClosed sends everything that costs a client next to nothing. All of it counts: the socket is
// closed, and the same client gets 429 from other handlers too.
func TestSocketFloodsAreClosed(t *testing.T) {
	const ping, pong, text, continuation = 9, 10, 1, 0
	subscribe := frame(true, text, `{"id":"a","type":"subscribe","payload":{"query":"{a}"}}`)
	for _, test := range []struct {
		name          string
		first, frames []byte
		times         int
	}{
		{"messages", nil, frame(true, text, `{"type":"ping"}`), 100},
		{"pongs of the protocol", nil, frame(true, text, `{"type":"pong"}`), 100},
		{
			"operations that are ended at once", nil,
			append(subscribe, frame(true, text, `{"id":"a","type":"complete"}`)...),
			50,
		},
		{"ping frames", nil, frame(true, ping, ""), 100},
		{"pong frames", nil, frame(true, pong, ""), 100},
		{"a message of empty frames", frame(false, text, ""), bytes.Repeat(frame(false, continuation, ""), 1000), 1000},
	} {
		t.Run(test.name, func(t *testing.T) {
			l := openLive(t, nil)
			server := httptest.NewServer(
				admitted(
					httpmw.RateLimit{RateLimit: 1.0 / 3600, RateBurst: 20, RateParallel: 10, MaxConcurrent: 10},
					l.Handler,
				),
			)
			defer server.Close()
			l.url = server.URL
			conn := l.dial(t)
			tell(t, conn, `{"type":"connection_init"}`)
			hear(t, conn)
			wire := dialRaw(t, server.Listener.Addr().String())
			_, _ = wire.Write(frame(true, text, `{"type":"connection_init"}`))
			_, _ = wire.Write(test.first)
			for range test.times {
				if _, err := wire.Write(test.frames); err != nil {
					break // the server has closed
				}
			}
			if code := wire.closeCode(t); code != 4429 {
				t.Errorf("closed with %d", code)
			}
			response, err := http.Get(server.URL + "/graphql?query=%7B__typename%7D")
			if err != nil {
				t.Fatal(err)
			}
			_ = response.Body.Close()
			if response.StatusCode != http.StatusTooManyRequests {
				t.Errorf("the same client elsewhere: status %d", response.StatusCode)
			}
			tell(t, conn, `{"type":"ping"}`)
			if got := hear(t, conn); got != "4429 Too many requests" {
				t.Errorf("the other socket of the client: %s", got)
			}
		})
	}
}

// TestUsedSocketsStayOpen stays below the limit.
func TestUsedSocketsStayOpen(t *testing.T) {
	l := openLive(t, nil)
	server := httptest.NewServer(
		admitted(httpmw.RateLimit{RateLimit: 1e6, RateBurst: 1000, RateParallel: 10, MaxConcurrent: 10}, l.Handler),
	)
	defer server.Close()
	l.url = server.URL
	conn := l.dial(t)
	tell(t, conn, `{"type":"connection_init"}`)
	hear(t, conn)
	before := runtime.NumGoroutine()
	for i := range 200 {
		tell(t, conn, fmt.Sprintf(`{"id":"%d","type":"subscribe","payload":{"query":"{ __typename }"}}`, i))
		if got := hear(t, conn); !strings.Contains(got, `"Query"`) {
			t.Fatal(got)
		}
		hear(t, conn) // that it is complete
	}
	eventually(t, "its operations have ended", func() bool { return runtime.NumGoroutine() <= before+2 })
	_ = conn.Close(websocket.StatusNormalClosure, "")
}
