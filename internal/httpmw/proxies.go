package httpmw

import (
	"net/http"
	"net/netip"
	"strings"
)

// Proxies are the networks whose word about the client's address is believed.
type Proxies []netip.Prefix

// Client returns the address of whoever sent the request: that of the connection or, where this is a trusted proxy's,
// the last one in X-Forwarded-For that is not. It is the zero Addr where none can be told.
func (p Proxies) Client(r *http.Request) netip.Addr {
	connection, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Addr{}
	}
	client := connection.Addr().Unmap()
	hops := strings.Split(strings.Join(r.Header["X-Forwarded-For"], ","), ",")
	for i := len(hops) - 1; i >= 0 && p.trust(client); i-- {
		hop, err := netip.ParseAddr(strings.TrimSpace(hops[i]))
		if err != nil {
			break
		}
		client = hop.Unmap().WithZone("")
	}
	return client
}

func (p Proxies) trust(address netip.Addr) bool {
	for _, network := range p {
		if network.Contains(address) {
			return true
		}
	}
	return false
}
