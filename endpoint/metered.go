package endpoint

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"sync/atomic"
	"time"

	"findcare/internal/httpmw"
)

// tokenBytes is how much of what a client sends over a WebSocket counts as one request. A message and a ping are counted besides,
// but a frame may be of no message and almost no bytes.
const tokenBytes = 16 << 10

// meteredWriter gives a WebSocket a connection that counts what is read from it.
type meteredWriter struct {
	http.ResponseWriter
	client *httpmw.Client
	conn   *meteredConn // once it is hijacked
}

// Unwrap returns the writer below, for http.ResponseController.
func (w *meteredWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// Hijack takes the connection over.
func (w *meteredWriter) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	conn, buffered, err := http.NewResponseController(w.ResponseWriter).Hijack()
	if err != nil {
		return nil, nil, err
	}
	w.conn = &meteredConn{Conn: conn, client: w.client}
	return w.conn, buffered, nil
}

// ping counts a ping or a pong. A ping is not answered where it is one too many.
func (w *meteredWriter) ping(context.Context, []byte) (answer bool) { return w.conn.take() }

// meteredConn reads nothing any more from a client that has sent too much.
type meteredConn struct {
	net.Conn
	client    *httpmw.Client
	uncounted int // bytes that were read and are not yet counted
	stopped   atomic.Bool
}

var errTooMany = errors.New("the client sends too much")

// take counts one more, and reports whether the client may go on.
func (c *meteredConn) take() bool {
	if c.client.Take() != nil {
		c.stopped.Store(true)
	}
	return !c.stopped.Load()
}

// over reports whether the client has sent too much.
func (c *meteredConn) over() bool { return c.stopped.Load() }

// Read reads what the client sends, for as long as it may send.
func (c *meteredConn) Read(p []byte) (int, error) {
	if c.over() {
		return 0, errTooMany
	}
	n, err := c.Conn.Read(p)
	for c.uncounted += n; c.uncounted >= tokenBytes; c.uncounted -= tokenBytes {
		if !c.take() {
			return 0, errTooMany
		}
	}
	return n, err
}

// How long, and for how many bytes, a client that has sent too much may take to hear of it.
const (
	lingerTime  = time.Second
	lingerBytes = 1 << 20
)

// Close lets a client that has sent too much read why it is cut off: were the connection closed while something waits to be read
// from it, the system would tell the client of an error instead. What comes is thrown away unread.
func (c *meteredConn) Close() error {
	if half, ok := c.Conn.(interface{ CloseWrite() error }); ok && c.over() && half.CloseWrite() == nil {
		_ = c.SetReadDeadline(time.Now().Add(lingerTime))
		_, _ = io.CopyN(io.Discard, c.Conn, lingerBytes)
	}
	return c.Conn.Close()
}
