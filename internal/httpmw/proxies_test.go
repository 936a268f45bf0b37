package httpmw_test

import (
	"net/http/httptest"
	"net/netip"
	"testing"

	"findcare/internal/httpmw"
)

func TestClientAddress(t *testing.T) {
	proxies := httpmw.Proxies{
		netip.MustParsePrefix("127.0.0.0/8"),
		netip.MustParsePrefix("10.0.0.0/8"),
		netip.MustParsePrefix("::1/128"),
	}
	for _, test := range []struct{ name, remote, forwarded, want string }{
		{"straight", "192.0.2.1:1234", "", "192.0.2.1"},
		{"straight, and lying", "192.0.2.1:1234", "198.51.100.7", "192.0.2.1"},
		{"by a proxy", "127.0.0.1:1234", "198.51.100.7", "198.51.100.7"},
		{"by a proxy, after lying to it", "127.0.0.1:1234", "203.0.113.9, 198.51.100.7", "198.51.100.7"},
		{"by two proxies", "127.0.0.1:1234", "198.51.100.7, 10.1.2.3", "198.51.100.7"},
		{"in IPv6", "[::1]:1234", "2001:db8::7", "2001:db8::7"},
		{"IPv4 in IPv6", "[::ffff:192.0.2.1]:1234", "", "192.0.2.1"},
		{"a proxy that says nothing", "127.0.0.1:1234", "", "127.0.0.1"},
		{"a proxy that says nonsense", "127.0.0.1:1234", "unknown", "127.0.0.1"},
		{"no address", "@", "", "invalid IP"},
	} {
		t.Run(test.name, func(t *testing.T) {
			request := httptest.NewRequest("GET", "/graphql", nil)
			request.RemoteAddr = test.remote
			if test.forwarded != "" {
				request.Header.Set("X-Forwarded-For", test.forwarded)
			}
			if got := proxies.Client(request).String(); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}
