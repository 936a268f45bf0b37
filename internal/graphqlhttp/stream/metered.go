package stream

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"sync/atomic"
	"time"

	"findcare/internal/clock"
	"findcare/internal/httpmw"
)

// maxWork is the maximum that counts of the time between two reads: whatever takes longer is waiting, or not the
// client's fault.
const maxWork = 10 * time.Millisecond

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

// ping counts a ping or a pong, and reports whether a ping is answered.
func (w *meteredWriter) ping(context.Context, []byte) (answer bool) { return w.conn.take() }

// meteredConn stops reading from a client that has sent too much.
type meteredConn struct {
	net.Conn
	client    *httpmw.Client
	worked    bool            // something was read
	since     clock.Stopwatch // the last read
	uncounted time.Duration   // work that has not been charged yet
	stopped   atomic.Bool
}

var errTooMany = errors.New("the client sends too much")

// take counts one more message, and reports whether the client may go on.
func (c *meteredConn) take() bool {
	if c.client.Take() != nil {
		c.stopped.Store(true)
	}
	return !c.stopped.Load()
}

// over reports whether the client has sent too much.
func (c *meteredConn) over() bool { return c.stopped.Load() }

// Read reads what the client sends, for as long as it may send. Messages and pings are counted one by one, but a
// message may have any number of frames, each empty: so the time spent on what was read before counts as well.
func (c *meteredConn) Read(p []byte) (n int, err error) {
	if c.worked {
		c.uncounted += min(c.since.Elapsed(), maxWork)
	}
	for ; c.uncounted >= httpmw.TokenTime && c.take(); c.uncounted -= httpmw.TokenTime {
	}
	if c.over() {
		return 0, errTooMany
	}
	n, err = c.Conn.Read(p)
	c.worked, c.since = true, clock.Start()
	return n, err
}

// A client that has sent too much has this long, and may send this much more, to read why it is disconnected.
const (
	lingerTime  = time.Second
	lingerBytes = 1 << 20
)

// Close lets a client that has sent too much read why it is disconnected: if the connection were closed with unread
// data, the kernel would reset it instead. What still arrives is discarded.
func (c *meteredConn) Close() error {
	if half, ok := c.Conn.(interface{ CloseWrite() error }); ok && c.over() && half.CloseWrite() == nil {
		_ = c.SetReadDeadline(clock.Deadline(lingerTime))
		_, _ = io.CopyN(io.Discard, c.Conn, lingerBytes)
	}
	return c.Conn.Close()
}
