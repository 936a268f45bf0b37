package attack

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"syscall"
	"time"

	"findcare/internal/clock"
)

// held is what became of connections that were held.
type held struct {
	connections, closed int
	sent                int // bytes over each of them
}

// connectionAttacks hold on to as many connections as they can.
func connectionAttacks() []Attack {
	head := "POST /graphql HTTP/1.1\r\nHost: findcare\r\nContent-Type: application/json\r\nX-Forwarded-For: " +
		"203.0.113.1\r\n"
	wide := post(
		"{conditions(first:9){nodes{providers(first:100){nodes{name slug statement summary profileUrl languages "+
			"insurances}}}}}",
		nil,
		nil,
	).body
	whole := fmt.Sprintf("%sContent-Length: %d\r\n\r\n%s", head, len(wide), wide)
	return []Attack{
		{Name: "idle-connections", Sends: "connections over which nothing is sent", most: 10_000, hold: hold("", nil)},
		{Name: "slow-headers", Sends: "headers, a byte a second", most: 1000, hold: hold(head+"X-Slow: ", trickle)},
		{
			Name:  "slow-bodies",
			Sends: "bodies, a byte a second",
			most:  1000,
			hold:  hold(head+"Content-Length: 100000\r\n\r\n{", trickle),
		},
		{
			Name:  "slow-readers",
			Sends: "a query for a large answer, which is read a byte a second",
			most:  1000,
			hold:  hold(whole, sip),
		},
	}
}

// trickle sends one byte more.
func trickle(c net.Conn) { _, _ = c.Write([]byte(" ")) }

// sip reads one byte, if there is one.
func sip(c net.Conn) {
	_ = c.SetReadDeadline(clock.Deadline(time.Millisecond))
	_, _ = c.Read(make([]byte, 1))
}

// hold opens connections, sends something over each, and does something with each of them every second.
func hold(first string, everySecond func(net.Conn)) func(context.Context, string, int) (held, error) {
	return func(ctx context.Context, address string, most int) (held, error) {
		result := held{sent: len(first)}
		server, err := url.Parse(address)
		if err != nil {
			return result, err
		}
		var open []net.Conn
		defer func() {
			for _, c := range open {
				_ = c.Close()
			}
		}()
		dialer := net.Dialer{Timeout: 5 * time.Second}
		for len(open) < most && ctx.Err() == nil {
			c, err := dialer.DialContext(ctx, "tcp", server.Host)
			if err != nil {
				break // the server or this machine takes no more
			}
			open = append(open, c)
			if tcp, ok := c.(*net.TCPConn); ok {
				_ = tcp.SetReadBuffer(4096)
			}
			_, _ = c.Write([]byte(first))
		}
		result.connections = len(open)
		if len(open) == 0 {
			return result, errors.New("no connection was taken")
		}
		for next := time.NewTicker(time.Second); ctx.Err() == nil; {
			if everySecond != nil {
				for _, c := range open {
					everySecond(c)
				}
			}
			select {
			case <-ctx.Done():
			case <-next.C:
			}
		}
		for _, c := range open {
			if isClosed(c) {
				result.closed++
			}
		}
		return result, nil
	}
}

// isClosed reports whether the server has closed a connection, after reading what has arrived.
func isClosed(c net.Conn) (closed bool) {
	raw, err := c.(*net.TCPConn).SyscallConn()
	if err != nil {
		return true
	}
	buffer := make([]byte, 64<<10)
	err = raw.Read(func(file uintptr) (done bool) {
		n, err := 1, error(nil)
		for n > 0 && err == nil {
			n, _, err = syscall.Recvfrom(int(file), buffer, syscall.MSG_DONTWAIT)
		}
		closed = !errors.Is(err, syscall.EAGAIN)
		return true
	})
	return closed || err != nil
}
