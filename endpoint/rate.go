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

	"findcare/models"
)

const codeRateLimited models.Code = "RATE_LIMITED"

// RateLimit bounds how often one client may ask.
type RateLimit struct {
	RateLimit      float64        `help:"Requests a second that one client address may go on with; 0 is no limit." default:"100" env:"FINDCARE_RATE_LIMIT"`
	RateBurst      int            `help:"Requests that one client address may send at once." default:"500" env:"FINDCARE_RATE_BURST"`
	TrustedProxies []netip.Prefix `help:"Networks of reverse proxies, whose X-Forwarded-For is believed." default:"127.0.0.0/8,::1/128" env:"FINDCARE_TRUSTED_PROXIES"`
}

const (
	// mostClients is how many client addresses are kept apart; the least seen are forgotten first.
	mostClients = 100_000
	// forgottenAfter is when a client that no longer asks is forgotten. Its bucket is full by then.
	forgottenAfter = 10 * time.Minute
)

// Handler answers 429 to clients that ask too often, and passes on the others.
func (l RateLimit) Handler(next http.Handler) http.Handler {
	if l.RateLimit <= 0 {
		return next
	}
	buckets := otter.Must(&otter.Options[netip.Prefix, *rate.Limiter]{
		MaximumSize:      mostClients,
		ExpiryCalculator: otter.ExpiryAccessing[netip.Prefix, *rate.Limiter](forgottenAfter),
	})
	proxies := Proxies(l.TrustedProxies)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		bucket, _ := buckets.ComputeIfAbsent(network(proxies.Client(r)), func() (*rate.Limiter, bool) {
			return rate.NewLimiter(rate.Limit(l.RateLimit), max(l.RateBurst, 1)), false
		})
		reservation := bucket.Reserve()
		if delay := reservation.Delay(); delay > 0 {
			reservation.Cancel()
			seconds := int(math.Ceil(delay.Seconds()))
			w.Header().Set("Retry-After", strconv.Itoa(seconds))
			Refuse(w, r, http.StatusTooManyRequests, codeRateLimited, fmt.Sprintf("too many requests from your address; try again in %d s", seconds))
			return
		}
		next.ServeHTTP(w, r)
	})
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
