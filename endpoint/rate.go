package endpoint

import (
	"context"
	"fmt"
	"math"
	"net/http"
	"net/netip"
	"runtime"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/maypok86/otter/v2"
	"golang.org/x/time/rate"

	"findcare/auth"
	"findcare/internal/clock"
	"findcare/models"
)

const codeRateLimited models.Code = "RATE_LIMITED"

// RateLimit bounds how often one client may ask.
type RateLimit struct {
	RateLimit      float64        `help:"Requests a second that one client address may go on with, each 2 ms of execution counted as one more; 0 is no limit." default:"100" env:"FINDCARE_RATE_LIMIT"`
	RateBurst      int            `help:"Requests that one client address may send at once." default:"500" env:"FINDCARE_RATE_BURST"`
	RateParallel   int            `help:"Requests that one client address may have under way at once." default:"64" env:"FINDCARE_RATE_PARALLEL"`
	TrustedProxies []netip.Prefix `help:"Networks of reverse proxies, whose X-Forwarded-For is believed." default:"127.0.0.0/8,::1/128" env:"FINDCARE_TRUSTED_PROXIES"`
}

// tokenTime is how long a request may run that counts as one; it counts as one more for each time more.
const tokenTime = 2 * time.Millisecond

// visitor is what the server knows of one client.
type visitor struct {
	network  netip.Prefix  // the zero Prefix where it is not known
	bucket   *rate.Limiter // nil where nothing limits them
	underWay atomic.Int64
	turns    chan struct{}
	running  *atomic.Int64 // requests of all clients
	now      clock.Clock
}

func (l RateLimit) newVisitor(network netip.Prefix, running *atomic.Int64, now clock.Clock) *visitor {
	if l.RateLimit <= 0 {
		return &visitor{network: network}
	}
	// However much one client asks for, half of the processors are left to others.
	turns := max(runtime.GOMAXPROCS(0)/2, 1)
	bucket := rate.NewLimiter(rate.Limit(l.RateLimit), max(l.RateBurst, 1))
	return &visitor{network: network, bucket: bucket, turns: make(chan struct{}, turns), running: running, now: now}
}

type visitorKey struct{}

// visitorOf returns who sends the request of a context, somebody unknown whom nothing limits where that cannot be told.
func visitorOf(ctx context.Context) *visitor {
	if v, ok := ctx.Value(visitorKey{}).(*visitor); ok {
		return v
	}
	return &visitor{}
}

// takes counts one more request, and returns for how long the client has to wait first.
func (v *visitor) takes() time.Duration {
	if v.bucket == nil {
		return 0
	}
	return reserve(v.bucket, v.now())
}

// takeTurn waits until a request of the client may run, and returns what to call when it has. Ok is false where the context ends
// first. Those who have signed in need not wait: they write, and so spend their time on the database and not on a processor.
func takeTurn(ctx context.Context) (done func(), ok bool) {
	v := visitorOf(ctx)
	if v.bucket == nil || auth.Of(ctx) != nil {
		return func() {}, true
	}
	select {
	case v.turns <- struct{}{}:
	case <-ctx.Done():
		return nil, false
	}
	watch, before := clock.Start(), v.running.Add(1)
	return func() {
		after := v.running.Add(-1) + 1
		<-v.turns
		// Where more run than there are processors, nobody is to blame for what others take.
		processors := int64(runtime.GOMAXPROCS(0))
		took := watch.Elapsed() * time.Duration(processors) / time.Duration(max(before, after, processors))
		v.bucket.ReserveN(v.now(), min(int(took/tokenTime), v.bucket.Burst()))
	}, true
}

// Handler answers 429 to clients that ask too often or too much at once, and passes on the others.
func (l RateLimit) Handler(now clock.Clock, next http.Handler) http.Handler {
	visitors := otter.Must(&otter.Options[netip.Prefix, *visitor]{
		MaximumSize:      mostClients,
		ExpiryCalculator: otter.ExpiryAccessing[netip.Prefix, *visitor](forgottenAfter),
		Clock:            now,
	})
	proxies, running := Proxies(l.TrustedProxies), &atomic.Int64{}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		from := network(proxies.Client(r))
		v, _ := visitors.ComputeIfAbsent(from, func() (*visitor, bool) { return l.newVisitor(from, running, now), false })
		defer v.underWay.Add(-1)
		if v.underWay.Add(1) > int64(l.RateParallel) && v.bucket != nil {
			refuseForNow(w, r, 1, "too many requests at once from your address; wait for the answers to some")
			return
		}
		if delay := v.takes(); delay > 0 {
			refuseForNow(w, r, seconds(delay), tooMany(delay))
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), visitorKey{}, v)))
	})
}

func refuseForNow(w http.ResponseWriter, r *http.Request, seconds int, message string) {
	w.Header().Set("Retry-After", strconv.Itoa(seconds))
	Refuse(w, r, http.StatusTooManyRequests, codeRateLimited, message)
}

func seconds(delay time.Duration) int { return int(math.Ceil(delay.Seconds())) }

func tooMany(delay time.Duration) string {
	return fmt.Sprintf("too many requests from your address; try again in %d s", seconds(delay))
}
