package e2e

import (
	"io"
	"net"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// Pages go on while the database is away: they are made from memory.
func TestAPersonFindsCareWhileTheDatabaseIsAway(t *testing.T) {
	t.Parallel()
	chromium(t)
	uri := openFerretDB(t)
	address, err := url.Parse(uri)
	if err != nil {
		t.Fatal(err)
	}
	wire := openWire(t, address.Host)
	address.Host = wire.listener.Addr().String()
	base := openServer(t,
		"--mongodb-uri", strings.TrimSuffix(address.String(), "/")+"/findcare").url
	wire.cut()
	page, complaints := newPage(t, base)
	p := &person{t, base, page, false}
	p.do("ask the server", chromedp.Navigate(base+"/readyz"))
	p.sees("body", `"database":"away"`)
	p.do("open", chromedp.EmulateViewport(1440, 800), chromedp.Navigate(base+kapPage))
	findCare(p, 1440)
	for _, complaint := range complaints() {
		if !strings.Contains(complaint, "/favicon.ico") { // which the browser asks for at a page that names none
			t.Error(complaint)
		}
	}
}

// wire passes connections on to an address until it is cut.
type wire struct {
	listener net.Listener
	mu       sync.Mutex
	open     []net.Conn
}

func openWire(t *testing.T, to string) *wire {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	w := &wire{listener: listener}
	t.Cleanup(w.cut)
	go func() {
		for {
			from, err := listener.Accept()
			if err != nil {
				return
			}
			far, err := net.DialTimeout("tcp", to, 5*time.Second)
			if err != nil {
				_ = from.Close()
				continue
			}
			w.mu.Lock()
			w.open = append(w.open, from, far)
			w.mu.Unlock()
			go func() { _, _ = io.Copy(far, from) }()
			go func() { _, _ = io.Copy(from, far) }()
		}
	}()
	return w
}

// cut ends all connections, and takes no more.
func (w *wire) cut() {
	_ = w.listener.Close()
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, connection := range w.open {
		_ = connection.Close()
	}
}
