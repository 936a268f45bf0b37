package attack

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"sync"
	"time"
)

// socketConnections is how many WebSockets a flood is sent over at once.
const socketConnections = 4

// socketAttacks send over WebSockets what costs next to nothing to send.
func socketAttacks() []Attack {
	const text, continuation, ping = 1, 0, 9
	attack := func(name, sends, address string, first, frames []byte) Attack {
		return Attack{
			Name:        name,
			Sends:       sends,
			most:        socketConnections,
			hold:        floodSockets(address, first, frames),
			wantsClosed: true,
		}
	}
	asking := append(
		frame(true, text, `{"id":"a","type":"subscribe","payload":{"query":"{a}"}}`),
		frame(true, text, `{"id":"a","type":"complete"}`)...)
	return []Attack{
		attack("socket-messages", "WebSockets with pings of the protocol, as fast as they are read", "203.0.113.21",
			nil, frame(true, text, `{"type":"ping"}`)),
		attack("socket-pings", "WebSockets with ping frames, as fast as they are read", "203.0.113.22", nil,
			frame(true, ping, "")),
		attack("socket-operations", "WebSockets with operations that are ended at once, as fast as they are read",
			"203.0.113.23", nil, asking),
		attack("socket-frames", "WebSockets with a message of empty frames without end", "203.0.113.24",
			frame(false, text, ""), frame(false, continuation, "")),
	}
}

// frame is a frame as a client sends it, masked with zeros.
func frame(final bool, opcode byte, content string) []byte {
	if final {
		opcode |= 0x80
	}
	return append([]byte{opcode, 0x80 | byte(len(content)), 0, 0, 0, 0}, content...)
}

// floodSockets opens WebSockets and sends first, then frames again and again over each of them until the server closes
// it.
func floodSockets(from string, first, frames []byte) func(context.Context, string, int) (held, error) {
	return func(ctx context.Context, address string, most int) (held, error) {
		result := held{sent: len(frames)}
		server, err := url.Parse(address)
		if err != nil {
			return result, err
		}
		var mutex sync.Mutex
		var all sync.WaitGroup
		many := bytes.Repeat(frames, 1000)
		for range most {
			conn, err := openSocket(ctx, server.Host, from)
			if err != nil {
				continue // the client has spent what it has
			}
			result.connections++
			all.Go(func() {
				defer func() { _ = conn.Close() }()
				stop := context.AfterFunc(ctx, func() { _ = conn.Close() })
				defer stop()
				_, err := conn.Write(first)
				for err == nil && ctx.Err() == nil {
					_, err = conn.Write(many)
				}
				if ctx.Err() == nil {
					mutex.Lock()
					defer mutex.Unlock()
					result.closed++
				}
			})
		}
		all.Wait()
		if result.connections == 0 {
			return result, errors.New("no socket was opened")
		}
		return result, nil
	}
}

// openSocket opens a WebSocket and reads, and throws away, what comes over it.
func openSocket(ctx context.Context, host, from string) (net.Conn, error) {
	dialer := net.Dialer{Timeout: 5 * time.Second}
	conn, err := dialer.DialContext(ctx, "tcp", host)
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(
		conn,
		"GET /graphql HTTP/1.1\r\nHost: findcare\r\nX-Forwarded-For: %s\r\nConnection: Upgrade\r\nUpgrade: "+
			"websocket\r\nSec-WebSocket-Version: 13\r\n"+
			"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n",
		from,
	)
	reader := bufio.NewReader(conn)
	response, err := http.ReadResponse(reader, nil)
	if err != nil || response.StatusCode != http.StatusSwitchingProtocols {
		_ = conn.Close()
		return nil, errors.Join(err, errors.New("the server opened no socket"))
	}
	_, err = conn.Write(frame(true, 1, `{"type":"connection_init"}`))
	go func() { _, _ = reader.WriteTo(discard{}) }()
	return conn, err
}

// discard takes everything.
type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }
