package httpmw

import (
	"context"
	"fmt"
	"math"
	"net/http"
	"net/netip"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/maypok86/otter/v2"

	"findcare/internal/clock"
	"findcare/models"
)

// RateLimit bounds what one client may ask for.
type RateLimit struct {
	RateLimit      float64        `help:"Requests a second that one client address may go on with, each 2 ms of execution counted as one more; 0 is no limit." default:"100" env:"FINDCARE_RATE_LIMIT"`
	RateBurst      int            `help:"Requests that one client address may send at once." default:"500" env:"FINDCARE_RATE_BURST"`
	RateParallel   int            `help:"Requests that one client address may have under way at once." default:"64" env:"FINDCARE_RATE_PARALLEL"`
	MaxConcurrent  int            `help:"Most requests that are executed at once; more are told to come again." default:"256" env:"FINDCARE_MAX_CONCURRENT"`
	TrustedProxies []netip.Prefix `help:"Networks of reverse proxies, whose X-Forwarded-For is believed." default:"127.0.0.0/8,::1/128" env:"FINDCARE_TRUSTED_PROXIES"`
}

// The codes of what is not let in.
const (
	CodeRateLimited models.Code = "RATE_LIMITED"
	CodeOverloaded  models.Code = "OVERLOADED"
	CodeTimeout     models.Code = "TIMEOUT"
)

// Denied is why a request is not let in, and when to try again.
type Denied struct {
	Status  int
	Code    models.Code
	Message string
	// Wait is for how long the client has to wait.
	Wait time.Duration
}

// RetryAfter is the header of that name: whole seconds, at least one.
func (d *Denied) RetryAfter() string { return strconv.Itoa(max(1, seconds(d.Wait))) }

// Deny answers a request that is not let in, as the handler would that it was for.
type Deny func(w http.ResponseWriter, r *http.Request, denied *Denied)

const (
	// mostClients is how many clients are kept apart; the least seen are forgotten first.
	mostClients = 100_000
	// forgottenAfter is when a client that no longer asks is forgotten. Its bucket is full by then.
	forgottenAfter = 10 * time.Minute
)

// Admission lets requests in.
type Admission struct {
	limit   RateLimit
	now     clock.Clock
	proxies Proxies
	clients *otter.Cache[netip.Prefix, *Client]
	slots   chan struct{} // one for each request that runs
	running atomic.Int64  // those of clients that have a limit
}

// New returns an admission control that nobody has asked yet.
func New(limit RateLimit, now clock.Clock) *Admission {
	return &Admission{
		limit:   limit,
		now:     now,
		proxies: limit.TrustedProxies,
		clients: otter.Must(&otter.Options[netip.Prefix, *Client]{
			MaximumSize:      mostClients,
			ExpiryCalculator: otter.ExpiryAccessing[netip.Prefix, *Client](forgottenAfter),
			Clock:            now,
		}),
		slots: make(chan struct{}, max(limit.MaxConcurrent, 1)),
	}
}

// Handler counts the requests for next, but those that are exempt, and has deny answer those that are not let in.
func (a *Admission) Handler(next http.Handler, exempt func(*http.Request) bool, deny Deny) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if exempt != nil && exempt(r) {
			next.ServeHTTP(w, r)
			return
		}
		client := a.client(r)
		defer client.enter()()
		if denied := client.admit(); denied != nil {
			w.Header().Set("Retry-After", denied.RetryAfter())
			deny(w, r, denied)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), clientKey{}, client)))
	})
}

// Address is that of whoever sent a request.
func (a *Admission) Address(r *http.Request) netip.Addr { return a.proxies.Client(r) }

// client returns who sends a request.
func (a *Admission) client(r *http.Request) *Client {
	from := network(a.Address(r))
	client, _ := a.clients.ComputeIfAbsent(from, func() (*Client, bool) { return newClient(a, from), false })
	return client
}

type clientKey struct{}

// ClientOf returns who sends the request of a context, somebody unknown whom nothing limits where it was not let in by
// a Handler.
func ClientOf(ctx context.Context) *Client {
	if client, ok := ctx.Value(clientKey{}).(*Client); ok {
		return client
	}
	return &Client{}
}

// network is what counts as one client: an IPv4 address, or the 64 bits that an IPv6 customer gets as a whole.
func network(address netip.Addr) netip.Prefix {
	bits := address.BitLen()
	if address.Is6() {
		bits = 64
	}
	prefix, _ := address.Prefix(bits)
	return prefix
}

func seconds(delay time.Duration) int { return int(math.Ceil(delay.Seconds())) }

// tooMany denies what was asked for too often.
func tooMany(what string, wait time.Duration) *Denied {
	message := fmt.Sprintf("too many %s from your address; try again in %d s", what, max(1, seconds(wait)))
	return &Denied{http.StatusTooManyRequests, CodeRateLimited, message, wait}
}
