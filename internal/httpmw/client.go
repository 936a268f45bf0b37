package httpmw

import (
	"context"
	"net/http"
	"net/netip"
	"runtime"
	"sync/atomic"
	"time"

	"golang.org/x/time/rate"

	"findcare/internal/auth"
	"findcare/internal/clock"
)

// TokenTime is how long a request may run that counts as one; it counts as one more for each time more.
const TokenTime = 2 * time.Millisecond

// Client is what the server knows of one client.
type Client struct {
	admission *Admission   // nil for somebody unknown
	network   netip.Prefix // the zero Prefix where it is not known
	bucket    *rate.Limiter
	failures  *rate.Limiter // of attempts to sign in
	inFlight  atomic.Int64
	turns     chan struct{} // one for each processor that the client may have
}

func newClient(a *Admission, network netip.Prefix) *Client {
	c := &Client{admission: a, network: network, failures: rate.NewLimiter(failuresPerSecond, failuresAtOnce)}
	if a.limit.RateLimit > 0 {
		c.bucket = rate.NewLimiter(rate.Limit(a.limit.RateLimit), max(a.limit.RateBurst, 1))
		c.turns = make(chan struct{}, Turns())
	}
	return c
}

// Turns is how many processors one client may have: however much it asks for, half of them are left to others.
func Turns() int { return max(runtime.GOMAXPROCS(0)/2, 1) }

// Network is what the client's requests come from, the zero Prefix where that is not known.
func (c *Client) Network() netip.Prefix { return c.network }

// limited reports whether anything limits the client.
func (c *Client) limited() bool { return c.bucket != nil }

// enter counts a request that is in flight until the function that it returns is called.
func (c *Client) enter() (leave func()) {
	c.inFlight.Add(1)
	return func() { c.inFlight.Add(-1) }
}

// Linger lets a request take as long as it likes: it is not counted as in flight until the function is called.
func (c *Client) Linger() (end func()) {
	c.inFlight.Add(-1)
	return func() { c.inFlight.Add(1) }
}

// admit lets in a request that is in flight, or says why not.
func (c *Client) admit() *Denied {
	if c.limited() && c.inFlight.Load() > int64(c.admission.limit.RateParallel) {
		return &Denied{
			http.StatusTooManyRequests,
			CodeRateLimited,
			"too many requests at once from your address; wait for the answers to some",
			time.Second,
		}
	}
	return c.Take()
}

// Take counts one more request or message of the client. It is nil, or why the client has to wait; then nothing is
// counted.
func (c *Client) Take() *Denied {
	if !c.limited() {
		return nil
	}
	if wait := take(c.bucket, c.admission.now()); wait > 0 {
		return tooMany("requests", wait)
	}
	return nil
}

// take takes a token, or returns for how long to wait for one.
func take(bucket *rate.Limiter, now time.Time) time.Duration {
	reservation := bucket.ReserveN(now, 1)
	delay := reservation.DelayFrom(now)
	if delay > 0 {
		reservation.CancelAt(now)
	}
	return delay
}

// charge counts time that a processor has worked for the client, who may owe it.
func (c *Client) charge(worked time.Duration) {
	c.bucket.ReserveN(c.admission.now(), min(int(worked/TokenTime), c.bucket.Burst()))
}

// Run does what takes a processor's time: when it is the client's turn, unless the server is busy, and at the client's
// expense. What comes before and after takes as long as the client wants, and must not be a part of it. Those who have
// signed in need not wait for their turn: they write, and so spend their time on the database and not on a processor.
func (c *Client) Run(ctx context.Context, do func()) *Denied {
	done, denied := c.acquire(ctx)
	if denied != nil {
		return denied
	}
	defer done()
	if c.admission != nil {
		select {
		case c.admission.slots <- struct{}{}:
			defer func() { <-c.admission.slots }()
		default:
			return &Denied{
				http.StatusServiceUnavailable,
				CodeOverloaded,
				"the server is busy; try again in a moment",
				time.Second,
			}
		}
	}
	do()
	return nil
}

// Follow is Run for what the server does of its own accord, such as telling of a change: the client did not ask for it
// now, so it is not refused where the server is busy, and waits instead.
func (c *Client) Follow(ctx context.Context, do func()) error {
	done, denied := c.acquire(ctx)
	if denied != nil {
		return ctx.Err()
	}
	defer done()
	do()
	return nil
}

// acquire waits for the client's turn. It is denied where the context ends first.
func (c *Client) acquire(ctx context.Context) (done func(), denied *Denied) {
	if !c.limited() || auth.Of(ctx) != nil {
		return func() {}, nil
	}
	select {
	case c.turns <- struct{}{}:
	case <-ctx.Done():
		return nil, &Denied{
			http.StatusServiceUnavailable,
			CodeTimeout,
			"other requests from your address took too long",
			time.Second,
		}
	}
	running := &c.admission.running
	watch, before := clock.Start(), running.Add(1)
	return func() {
		after := running.Add(-1) + 1
		<-c.turns
		// Where more run than there are processors, nobody is to blame for what others take.
		processors := int64(runtime.GOMAXPROCS(0))
		c.charge(watch.Elapsed() * time.Duration(processors) / time.Duration(max(before, after, processors)))
	}, nil
}
