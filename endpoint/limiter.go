package endpoint

import (
	"fmt"
	"math"
	"net/http"
	"net/netip"
	"strconv"
	"time"

	"github.com/maypok86/otter/v2"
	"golang.org/x/time/rate"

	"findcare/internal/clock"
)

const (
	// mostClients is how many client addresses are kept apart; the least seen are forgotten first.
	mostClients = 100_000
	// forgottenAfter is when a client that no longer asks is forgotten. Its bucket is full by then.
	forgottenAfter = 10 * time.Minute
)

// Limiter bounds how often each client does something. A client is an address, as the trusted proxies tell it.
type Limiter struct {
	proxies   Proxies
	perSecond rate.Limit
	burst     int
	what      string
	now       clock.Clock
	buckets   *otter.Cache[netip.Prefix, *rate.Limiter]
}

// NewLimiter returns a limiter that lets each client do something so many times at once, and go on so many times a second. What
// says what it is, in the plural.
func NewLimiter(what string, perSecond float64, burst int, proxies Proxies, now clock.Clock) *Limiter {
	return &Limiter{
		proxies:   proxies,
		perSecond: rate.Limit(perSecond),
		burst:     max(burst, 1),
		what:      what,
		now:       now,
		buckets: otter.Must(&otter.Options[netip.Prefix, *rate.Limiter]{
			MaximumSize:      mostClients,
			ExpiryCalculator: otter.ExpiryAccessing[netip.Prefix, *rate.Limiter](forgottenAfter),
			Clock:            now,
		}),
	}
}

// Client returns the address of whoever sent the request.
func (l *Limiter) Client(r *http.Request) netip.Addr { return l.proxies.Client(r) }

func (l *Limiter) bucket(r *http.Request) *rate.Limiter {
	bucket, _ := l.buckets.ComputeIfAbsent(network(l.Client(r)), func() (*rate.Limiter, bool) {
		return rate.NewLimiter(l.perSecond, l.burst), false
	})
	return bucket
}

// Take counts one time of the client, and returns 0. Where it would be too often, nothing is counted, and the client must wait
// for as long as is returned.
func (l *Limiter) Take(r *http.Request) time.Duration {
	return reserve(l.bucket(r), l.now())
}

// reserve takes a token from a bucket, or none where the client has to wait for as long as is returned.
func reserve(bucket *rate.Limiter, now time.Time) time.Duration {
	reservation := bucket.ReserveN(now, 1)
	delay := reservation.DelayFrom(now)
	if delay > 0 {
		reservation.CancelAt(now)
	}
	return delay
}

// Wait is how long the client must wait, 0 where it need not. It counts nothing.
func (l *Limiter) Wait(r *http.Request) time.Duration {
	missing := 1 - l.bucket(r).TokensAt(l.now())
	return max(0, time.Duration(missing/float64(l.perSecond)*float64(time.Second)))
}

// Refuse tells a client how long to wait, with the status 429.
func (l *Limiter) Refuse(w http.ResponseWriter, r *http.Request, wait time.Duration) {
	seconds := max(1, int(math.Ceil(wait.Seconds())))
	w.Header().Set("Retry-After", strconv.Itoa(seconds))
	Refuse(w, r, http.StatusTooManyRequests, codeRateLimited, fmt.Sprintf("too many %s from your address; try again in %d s", l.what, seconds))
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
