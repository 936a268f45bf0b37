package httpmw

import (
	"bytes"
	"context"
	"net"
	"strconv"
)

// Listener accepts connections that write a response in one piece. By itself net/http writes its first 4 kB apart from
// the rest, and the system call for each piece is a large part of what a request costs. The http.Server needs
// ConnContext too.
type Listener struct{ net.Listener }

// Accept waits for the next connection.
func (l Listener) Accept() (net.Conn, error) {
	accepted, err := l.Listener.Accept()
	if tcp, is := accepted.(*net.TCPConn); is {
		return &connection{TCPConn: tcp}, nil
	}
	return accepted, err
}

type connectionKey struct{}

// ConnContext makes the connection known to its requests, for http.Server.
func ConnContext(ctx context.Context, conn net.Conn) context.Context {
	if own, is := conn.(*connection); is {
		return context.WithValue(ctx, connectionKey{}, own)
	}
	return ctx
}

// announce tells the connection of a request the length of the body that the next Write sends as a whole.
func announce(ctx context.Context, size int) {
	if c, is := ctx.Value(connectionKey{}).(*connection); is {
		c.announced = size
	}
}

// connection holds the first part of an announced response back until the rest is there.
type connection struct {
	*net.TCPConn
	announced int
	held      []byte
	parts     [2][]byte
}

// Write writes p, or holds it back where the rest of an announced response comes with the next call.
func (c *connection) Write(p []byte) (int, error) {
	size := c.announced
	c.announced = 0
	switch {
	case len(c.held) > 0:
		return c.writeWithHeld(p)
	case size > 0 && isFirstPart(p, size):
		c.held = append(c.held, p...)
		return len(p), nil
	}
	return c.TCPConn.Write(p)
}

func (c *connection) writeWithHeld(p []byte) (int, error) {
	c.parts = [2][]byte{c.held, p}
	both, before := net.Buffers(c.parts[:]), len(c.held)
	n, err := both.WriteTo(c.TCPConn)
	c.held, c.parts = c.held[:0], [2][]byte{}
	return max(int(n)-before, 0), err
}

// isFirstPart reports whether p has the whole header, but not the whole body, of a response with a body of this size. A
// response that was compressed after it was announced has another size.
func isFirstPart(p []byte, size int) bool {
	header := bytes.Index(p, []byte("\r\n\r\n"))
	if header < 0 || len(p) >= header+len("\r\n\r\n")+size {
		return false
	}
	length := strconv.AppendInt([]byte("\r\nContent-Length: "), int64(size), 10)
	return bytes.Contains(p[:header+len("\r\n")], append(length, "\r\n"...))
}
