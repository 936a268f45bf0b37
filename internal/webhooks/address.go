package webhooks

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"time"

	"code.dny.dev/ssrf"

	"findcare/models"
)

const (
	maxURL = 2000 // bytes
	// timeout is how long a delivery may take.
	timeout = 10 * time.Second
)

// guardian knows which addresses are public.
//
// SECURITY: it is asked about the address that is connected to, after the host was resolved: what the name meant before
// does not count.
var guardian = ssrf.New(ssrf.WithAnyPort())

// urlRule is what a URL breaks, "" where nothing.
func urlRule(text string, allowPrivate bool) string {
	u, err := url.Parse(text)
	switch {
	case len(text) > maxURL:
		return "must have at most 2,000 characters"
	case models.LineRule(text) != "":
		return models.LineRule(text)
	case err != nil || u.Hostname() == "" || u.Opaque != "":
		return "must be a URL such as https://receiver.example/findcare"
	case u.Scheme != "https" && (u.Scheme != "http" || !allowPrivate):
		return "must begin with https://"
	case u.User != nil:
		return "must have no user name or password: receivers verify the signature"
	case u.Fragment != "":
		return "must have no fragment"
	case !allowPrivate && isPrivate(u.Hostname()):
		return "must not be in a private network"
	}
	return ""
}

// isPrivate reports whether a host is known not to be public without asking what it means.
func isPrivate(host string) bool {
	name := strings.TrimSuffix(strings.ToLower(host), ".")
	if address, err := netip.ParseAddr(name); err == nil {
		return guardian.SafeAddr(address) != nil
	}
	return name == "localhost" || strings.HasSuffix(name, ".localhost")
}

// newClient returns what sends. The resolver is the usual one where it is nil.
//
// SECURITY: no proxy stands between, which would connect in our place; and a redirect is not followed.
func newClient(resolver *net.Resolver, allowPrivate bool) *http.Client {
	dialer := &net.Dialer{Timeout: timeout, Resolver: resolver}
	if !allowPrivate {
		dialer.Control = guardian.Safe
	}
	return &http.Client{
		Timeout: timeout,
		Transport: &http.Transport{
			DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
				return dialer.DialContext(ctx, network, address)
			},
			ForceAttemptHTTP2:      true,
			DisableKeepAlives:      true, // so that each delivery resolves the host
			MaxResponseHeaderBytes: 16 << 10,
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}
