package endpoint

import (
	"net/http"
	"net/netip"

	"findcare/models"
)

const codeRateLimited models.Code = "RATE_LIMITED"

// RateLimit bounds how often one client may ask.
type RateLimit struct {
	RateLimit      float64        `help:"Requests a second that one client address may go on with; 0 is no limit." default:"100" env:"FINDCARE_RATE_LIMIT"`
	RateBurst      int            `help:"Requests that one client address may send at once." default:"500" env:"FINDCARE_RATE_BURST"`
	TrustedProxies []netip.Prefix `help:"Networks of reverse proxies, whose X-Forwarded-For is believed." default:"127.0.0.0/8,::1/128" env:"FINDCARE_TRUSTED_PROXIES"`
}

// Handler answers 429 to clients that ask too often, and passes on the others.
func (l RateLimit) Handler(next http.Handler) http.Handler {
	if l.RateLimit <= 0 {
		return next
	}
	limiter := NewLimiter("requests", l.RateLimit, l.RateBurst, l.TrustedProxies)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if wait := limiter.Take(r); wait > 0 {
			limiter.Refuse(w, r, wait)
			return
		}
		next.ServeHTTP(w, r)
	})
}
