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
	"findcare/models"
)

// TokenTime is the execution time that one token pays for: a request costs one more token for each multiple of it.
const TokenTime = 2 * time.Millisecond

// Client is what the server remembers of one client.
type Client struct {
	admission *Admission   // nil for an unknown client
	network   netip.Prefix // the zero Prefix where it is not known
	bucket    *rate.Limiter
	failures  *rate.Limiter // of authentication
	reports   *rate.Limiter // of errors in entries
	inFlight  atomic.Int64
	slots     chan struct{} // one for each processor that the client may have
}

func newClient(a *Admission, network netip.Prefix) *Client {
	c := &Client{admission: a, network: network, failures: rate.NewLimiter(failuresPerSecond, failureBurst)}
	c.reports = rate.NewLimiter(rate.Every(reportEvery), reportBurst)
	if a.limit.RateLimit > 0 {
		c.bucket = rate.NewLimiter(rate.Limit(a.limit.RateLimit), max(a.limit.RateBurst, 1))
		c.slots = make(chan struct{}, MaxSlots())
	}
	return c
}

// MaxSlots is how many processors one client may use at once: half of them are left to others.
func MaxSlots() int { return max(runtime.GOMAXPROCS(0)/2, 1) }

// Network is the client's address or prefix, zero where that is not known.
func (c *Client) Network() netip.Prefix { return c.network }

// limited reports whether the client has a limit.
func (c *Client) limited() bool { return c.bucket != nil }

// enter counts a request as in flight until the returned function is called.
func (c *Client) enter() (leave func()) {
	c.inFlight.Add(1)
	return func() { c.inFlight.Add(-1) }
}

// Linger lets a request stay open: it is not counted as in flight until the returned function is called.
func (c *Client) Linger() (end func()) {
	c.inFlight.Add(-1)
	return func() { c.inFlight.Add(1) }
}

// admit returns why a request that is in flight is refused, nil where it is admitted.
func (c *Client) admit() *HTTPError {
	if c.limited() && c.inFlight.Load() > int64(c.admission.limit.RateParallel) {
		const message = "too many requests at once from your address; wait for some responses"
		return &HTTPError{http.StatusTooManyRequests, models.CodeRateLimited, message, time.Second}
	}
	return c.Take()
}

// Take counts one more request or message of the client, or returns why the client has to wait; then nothing is
// counted.
func (c *Client) Take() *HTTPError {
	if !c.limited() {
		return nil
	}
	if wait := take(c.bucket, c.admission.now()); wait > 0 {
		return tooMany("requests", wait)
	}
	return nil
}

// A client may file some reports at once, and then one every ten minutes.
const (
	reportEvery = 10 * time.Minute
	reportBurst = 5
)

// TakeReport counts one more report of an error, or returns why the client has to wait; then nothing is counted.
func (c *Client) TakeReport() *HTTPError {
	if c.admission == nil {
		return nil
	}
	if wait := take(c.reports, c.admission.now()); wait > 0 {
		return tooMany("reports", wait)
	}
	return nil
}

// take takes a token, or returns how long to wait for one.
func take(bucket *rate.Limiter, now time.Time) time.Duration {
	reservation := bucket.ReserveN(now, 1)
	delay := reservation.DelayFrom(now)
	if delay > 0 {
		reservation.CancelAt(now)
	}
	return delay
}

// charge takes the tokens for processor time, also where the client does not have as many.
func (c *Client) charge(worked time.Duration) {
	c.bucket.ReserveN(c.admission.now(), min(int(worked/TokenTime), c.bucket.Burst()))
}

// Run calls do, which takes processor time, in one of the client's slots, unless the server is busy, and charges the
// client for it. Reading a request and writing a response take as long as the client likes, and must not be part of do.
// Requests with a token need no slot: they write, and so wait for the database and not for a processor.
func (c *Client) Run(ctx context.Context, do func()) *HTTPError {
	done, refused := c.acquire(ctx)
	if refused != nil {
		return refused
	}
	defer done()
	if c.admission != nil {
		select {
		case c.admission.slots <- struct{}{}:
			defer func() { <-c.admission.slots }()
		default:
			const message = "the server is busy; try again in a moment"
			return &HTTPError{http.StatusServiceUnavailable, models.CodeOverloaded, message, time.Second}
		}
	}
	do()
	return nil
}

// Follow is Run for what the server starts by itself, such as sending a change to a subscriber: where the server is
// busy it waits, and is not refused.
func (c *Client) Follow(ctx context.Context, do func()) error {
	done, refused := c.acquire(ctx)
	if refused != nil {
		return ctx.Err()
	}
	defer done()
	do()
	return nil
}

// acquire waits for one of the client's slots. It is refused where the context ends first.
func (c *Client) acquire(ctx context.Context) (done func(), refused *HTTPError) {
	if _, hasToken := auth.Of(ctx); hasToken || !c.limited() {
		return func() {}, nil
	}
	select {
	case c.slots <- struct{}{}:
	case <-ctx.Done():
		const message = "other requests from your address took too long"
		return nil, &HTTPError{http.StatusServiceUnavailable, models.CodeTimeout, message, time.Second}
	}
	running := &c.admission.running
	watch, before := clock.Start(), running.Add(1)
	return func() {
		after := running.Add(-1) + 1
		<-c.slots
		// Where more run than there are processors, a client is not charged for the time that others take.
		processors := int64(runtime.GOMAXPROCS(0))
		c.charge(watch.Elapsed() * time.Duration(processors) / time.Duration(max(before, after, processors)))
	}, nil
}
