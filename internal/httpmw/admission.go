package httpmw

import (
	"context"
	"fmt"
	"math"
	"net/http"
	"net/netip"
	"sync/atomic"
	"time"

	"findcare/internal/cache"
	"findcare/internal/clock"
	"findcare/models"
)

// RateLimit limits what one client may ask for.
type RateLimit struct {
	RateLimit     float64 `help:"Requests per second per client address; 0 is unlimited." default:"100"`
	RateBurst     int     `help:"Maximum burst of requests per client address." default:"500"`
	RateParallel  int     `hidden:"" help:"Maximum requests in flight per client address." default:"64"`
	MaxConcurrent int     `help:"Maximum requests executed at once; more get 503." default:"256"`

	TrustedProxies []netip.Prefix `help:"Networks of trusted proxies." group:"listen" default:"127.0.0.0/8,::1/128"`
}

const (
	// maxClients bounds the clients that are remembered; the least recently used are evicted first.
	maxClients = 100_000
	// clientExpiry is when a client that sends nothing is forgotten. Its bucket is full by then.
	clientExpiry = 10 * time.Minute
)

// Admission decides which requests are admitted.
type Admission struct {
	limit   RateLimit
	now     clock.Clock
	proxies Proxies
	clients *cache.Cache[netip.Prefix, *Client]
	slots   chan struct{} // one for each request that is executed
	running atomic.Int64  // how many are executed for clients with a limit
}

// New returns an admission control that has no clients yet.
func New(limit RateLimit, now clock.Clock) *Admission {
	return &Admission{
		limit:   limit,
		now:     now,
		proxies: limit.TrustedProxies,
		clients: cache.Accessed[netip.Prefix, *Client](maxClients, clientExpiry, now),
		slots:   make(chan struct{}, max(limit.MaxConcurrent, 1)),
	}
}

// Handler counts the requests for next against their clients' limits, except exempt ones. It responds with writeError
// to those that are not admitted.
func (a *Admission) Handler(next http.Handler, exempt func(*http.Request) bool, writeError WriteError) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if exempt != nil && exempt(r) {
			next.ServeHTTP(w, r)
			return
		}
		client := a.client(r)
		defer client.enter()()
		if refused := client.admit(); refused != nil {
			writeError(w, r, refused)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), clientKey{}, client)))
	})
}

// Address is the client's address.
func (a *Admission) Address(r *http.Request) netip.Addr { return a.proxies.Client(r) }

// client returns the client that sent a request.
func (a *Admission) client(r *http.Request) *Client {
	from := network(a.Address(r))
	if client, ok := a.clients.Get(from); ok { // nearly always, and then without a closure
		return client
	}
	return a.clients.GetOrSet(from, func() *Client { return newClient(a, from) })
}

type clientKey struct{}

// ClientOf returns the client that sent the request of a context: an unknown one without limits where the request did
// not come through Handler.
func ClientOf(ctx context.Context) *Client {
	if client, ok := ctx.Value(clientKey{}).(*Client); ok {
		return client
	}
	return &Client{}
}

// network is what counts as one client: an IPv4 address, or the 64-bit prefix that one IPv6 customer gets.
func network(address netip.Addr) netip.Prefix {
	bits := address.BitLen()
	if address.Is6() {
		bits = 64
	}
	prefix, _ := address.Prefix(bits)
	return prefix
}

func seconds(delay time.Duration) int { return int(math.Ceil(delay.Seconds())) }

// tooMany refuses what a client has sent too often.
func tooMany(what string, wait time.Duration) *HTTPError {
	message := fmt.Sprintf("too many %s from your address; try again in %d s", what, max(1, seconds(wait)))
	return &HTTPError{http.StatusTooManyRequests, models.CodeRateLimited, message, wait}
}
