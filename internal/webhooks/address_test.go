package webhooks_test

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"

	"findcare/internal/webhooks"
	"findcare/models"
)

// privateHosts are hosts that are seen to be private; among them is where clouds keep credentials, and what wraps IPv4:
// in NAT64, 6to4 and Teredo.
var privateHosts = []string{
	"localhost", "LOCALHOST.", "findcare.localhost", "127.0.0.1", "127.8.9.1:8080", "0.0.0.0", "10.0.0.1",
	"172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1",
	"255.255.255.255", "[::1]", "[::]", "[fe80::1]", "[fe80::1%25eth0]", "[fc00::1]", "[fd12:3456::1]",
	"[ff02::1]", "[::ffff:127.0.0.1]", "[::ffff:10.0.0.1]", "[::127.0.0.1]", "[64:ff9b::127.0.0.1]",
	"[64:ff9b:1::a00:1]", "[2002:7f00:1::]", "[2001:0:7f00:1::]", "[2001:db8::1]", "[::ffff:169.254.169.254]",
}

func TestURLs(t *testing.T) {
	const (
		noURL    = "must be a URL such as https://receiver.example/findcare"
		noHTTPS  = "must begin with https://"
		password = "must have no user name or password: receivers verify the signature"
		tooLong  = "must have at most 2,000 characters"
	)
	for address, want := range map[string]string{
		"https://receiver.example/findcare?key=1":               "",
		"https://receiver.example:8443/":                        "",
		"https://93.184.215.14/":                                "",
		"https://[2606:2800:21f:cb07::1]/":                      "",
		"http://receiver.example/":                              noHTTPS,
		"ftp://receiver.example/":                               noHTTPS,
		"//receiver.example/":                                   noHTTPS,
		"receiver.example":                                      noURL,
		"https:///findcare":                                     noURL,
		"https://ada:secret@receiver.example/":                  password,
		"https://receiver.example/#here":                        "must have no fragment",
		"https://receiver.example/" + strings.Repeat("a", 2000): tooLong,
	} {
		if got := webhooks.URLRule(address, false); got != want {
			t.Errorf("%s: got %q, want %q", address, got, want)
		}
	}
	for _, host := range privateHosts {
		if got := webhooks.URLRule("https://"+host+"/", false); got != "must not be in a private network" {
			t.Errorf("%s: %q", host, got)
		}
	}
	for _, address := range []string{"http://localhost:8080/", "https://10.0.0.1/", "http://[::1]/"} {
		if got := webhooks.URLRule(address, true); got != "" {
			t.Errorf("%s, allowed: %q", address, got)
		}
	}
}

// A host that means a private address is not called, whatever it meant when the webhook was made; nor through a proxy.
func TestHostsOfPrivateNetworksAreNotCalled(t *testing.T) {
	called := new(atomic.Int64)
	internal := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { called.Add(1) }))
	t.Cleanup(internal.Close)
	t.Setenv("HTTPS_PROXY", internal.URL)
	t.Setenv("HTTP_PROXY", internal.URL)
	there, err := url.Parse(internal.URL)
	if err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{
		"127.0.0.1", "10.1.2.3", "169.254.169.254", "100.64.1.1",
		"::1", "fd00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1",
	} {
		t.Run(address, func(t *testing.T) {
			w := newTestWebhooks(t)
			if err := w.Delete(t.Context(), w.hook.ID); err != nil {
				t.Fatal(err)
			}
			w.Webhooks = webhooks.New(webhooks.Options{
				Keeper: w.db, Directory: w.directory, Alone: true, Resolver: resolving(netip.MustParseAddr(address)),
				Cursor: func(context.Context) (string, error) { return "cursor", nil },
				Clock:  func() time.Time { return time.UnixMilli(w.clock.Load()) },
				Logger: slog.New(slog.DiscardHandler),
			})
			if _, err := w.Create(t.Context(), "https://receiver.example:"+there.Port()+"/", "One"); err != nil {
				t.Fatal(err)
			}
			w.change()
			w.deliver(0)
			const want = models.OptionalString("its host is in a private network, which this server does not allow")
			if got := w.stored().LastFailure; got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
	if called.Load() > 0 {
		t.Error("what is internal was called")
	}
}

// resolving is a resolver by which each host has one address.
func resolving(address netip.Addr) *net.Resolver {
	return &net.Resolver{PreferGo: true, Dial: func(context.Context, string, string) (net.Conn, error) {
		ours, theirs := net.Pipe()
		go func() {
			defer func() { _ = theirs.Close() }()
			for answerOne(theirs, address) == nil { // until the resolver closes the connection
			}
		}()
		return ours, nil
	}}
}

// answerOne answers a question by DNS over a stream, where its length is before each message.
func answerOne(c net.Conn, address netip.Addr) error {
	buffer := make([]byte, 4096)
	n, err := c.Read(buffer)
	if err != nil {
		return err
	}
	var asked dnsmessage.Message
	if err := asked.Unpack(buffer[2:n]); err != nil {
		return err
	}
	question := asked.Questions[0]
	answer := dnsmessage.Message{
		Header:    dnsmessage.Header{ID: asked.ID, Response: true, RecursionAvailable: true, RecursionDesired: true},
		Questions: asked.Questions,
	}
	head := dnsmessage.ResourceHeader{Name: question.Name, Class: question.Class, TTL: 1}
	switch {
	case question.Type == dnsmessage.TypeA && address.Is4():
		answer.Answers = []dnsmessage.Resource{{Header: head, Body: &dnsmessage.AResource{A: address.As4()}}}
	case question.Type == dnsmessage.TypeAAAA && address.Is6():
		answer.Answers = []dnsmessage.Resource{{Header: head, Body: &dnsmessage.AAAAResource{AAAA: address.As16()}}}
	}
	packed, err := answer.Pack()
	if err == nil {
		_, err = c.Write(append([]byte{byte(len(packed) >> 8), byte(len(packed))}, packed...))
	}
	return err
}
