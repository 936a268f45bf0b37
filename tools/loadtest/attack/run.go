package attack

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/time/rate"
)

// Server is what is attacked.
type Server struct {
	// URL is the server's address, without a path.
	URL string
	// PID is its process.
	PID int
	// CarePage is the query that another client sends meanwhile, and Slug its variable.
	CarePage, Slug string
	// Token is an editor's.
	Token string
	// Short attacks with few requests, and measures no times.
	Short bool
	// MaxConnections bounds how many connections an attack may hold.
	MaxConnections int
}

// Result is what an attack did.
type Result struct {
	// Sent is how many bytes the largest request had.
	Sent int
	// Held is how many connections were held, and Closed how many of them the server closed.
	Held, Closed int
	// Answers counts the answers of each kind.
	Answers map[Answer]int
	// Largest is the size in bytes of the largest answer, LargestError of the largest that tells of an error.
	Largest, LargestError int
	// Processor is the time of the server's processors for one request or connection.
	Processor time.Duration
	// Idle, Peak and After are the server's memory in bytes: before the attack, at its height, and some seconds later.
	Idle, Peak, After int64
	// Before and During are the medians of what another client waited for the care page.
	Before, During time.Duration
	// Failed is how many of its readings were not answered during the attack.
	Failed int
}

// Bound is how much memory may stay in use after an attack.
func (r *Result) Bound() int64 { return 2*r.Idle + 64<<20 }

// What an attack may cost: processor time for one request or connection, memory at the peak above what there was
// before, and how long another client may wait for the care page, beside twice as long as before. During a flood, all
// share the processors; a socket is closed within a moment.
const (
	maxProcessor = 100 * time.Millisecond
	maxMemory    = 256 << 20
	maxWait      = 5 * time.Millisecond
	maxFloodWait = 250 * time.Millisecond
	maxCloseWait = 100 * time.Millisecond
)

// exceeds tells which of the bounds the attack went beyond.
func (r *run) exceeds() error {
	var all []error
	beyond := func(is bool, format string, args ...any) {
		if is {
			all = append(all, fmt.Errorf(format, args...))
		}
	}
	result, wait := &r.result, maxWait
	switch {
	case r.attack.flood:
		wait = maxFloodWait
	case r.attack.wantsClosed:
		wait = maxCloseWait
	}
	beyond(result.Peak > result.Idle+maxMemory, "memory: %d before, %d at the peak, which is more than %d above",
		result.Idle, result.Peak, maxMemory)
	beyond(result.After > result.Bound(), "memory: %d before, %d after, more than %d", result.Idle, result.After,
		result.Bound())
	beyond(result.Processor > maxProcessor && !r.attack.wantsClosed, "processor: %v for one, more than %v",
		result.Processor, maxProcessor)
	beyond(result.During > 2*result.Before+wait, "the care page: %v before, %v during", result.Before, result.During)
	beyond(r.attack.wantsClosed && result.Closed < result.Held, "of %d connections, the server closed %d", result.Held,
		result.Closed)
	return errors.Join(all...)
}

// How long an attack takes, and how hard it is.
const (
	few       = 3  // requests where nothing is measured
	alone     = 60 // requests that are sent one after the other, to tell what one costs
	attackers = 64 // at once
	lasting   = 5 * time.Second
	holding   = 35 * time.Second // longer than the server waits for a request
	resting   = 3 * time.Second  // after it, before the server's memory is looked at
	patience  = 30 * time.Second // for memory to be let go
	readings  = 100              // of the care page before the attack

	// What the default rate limit lets one address send.
	requestsPerSecond = 100
	requestsAtOnce    = 500
)

// run is one attack on its way.
type run struct {
	*Server
	attack    Attack
	process   process
	probe     *probe
	addresses int // where its client addresses begin
	number    atomic.Int64

	mutex  sync.Mutex
	result Result
}

// Run attacks the server. Each attack on the same server needs another number, for client addresses that the server
// does not know yet. An error says that the server did what it must not do; with a result, that it cost more than it
// may.
func (s *Server) Run(ctx context.Context, attack Attack, number int) (*Result, error) {
	const addressesOfOneAttack = 1024
	other := newClient(s.URL, 1)
	defer other.close()
	r := &run{Server: s, attack: attack, process: process(s.PID), addresses: number * addressesOfOneAttack}
	r.result.Answers = map[Answer]int{}
	r.probe = &probe{
		client:  other,
		address: r.address(0),
		page:    post(s.CarePage, map[string]any{"slug": s.Slug}, nil),
	}

	if err := r.before(ctx); err != nil {
		return nil, fmt.Errorf("before the attack: %w", err)
	}
	if err := r.during(ctx); err != nil {
		return nil, err
	}
	if err := r.after(ctx); err != nil {
		return nil, fmt.Errorf("after the attack: %w", err)
	}
	return &r.result, r.exceeds()
}

// address is one of the attack's client addresses, from the network that RFC 2544 sets aside for tests.
func (r *run) address(number int) netip.Addr {
	n := r.addresses + number
	return netip.AddrFrom4([4]byte{198, 18 + byte(n>>16&1), byte(n >> 8), byte(n)})
}

func (r *run) before(ctx context.Context) (err error) {
	if _, err := r.probe.read(ctx); err != nil {
		return err
	}
	if !r.Short {
		ended, end := context.WithCancel(ctx)
		end()
		r.result.Before, _ = r.probe.median(ended, readings)
	}
	r.result.Idle, err = r.process.resident()
	return err
}

// during attacks while the probe reads the care page and the server's memory is watched.
func (r *run) during(ctx context.Context) error {
	if !r.Short && r.attack.request != nil && !r.attack.flood {
		if err := r.alone(ctx); err != nil {
			return err
		}
	}
	watched, end := context.WithCancel(ctx)
	var watchers sync.WaitGroup
	watchers.Go(func() { r.result.Peak = r.process.peak(watched) })
	if !r.Short {
		watchers.Go(func() { r.result.During, r.result.Failed = r.probe.median(watched, 1) })
	}
	err := r.strike(ctx)
	end()
	watchers.Wait()
	return err
}

// alone tells what one request costs. Each has an address of its own, so that none is refused for the rate.
func (r *run) alone(ctx context.Context) error {
	sender := newClient(r.URL, 1)
	defer sender.close()
	started, err := r.process.processor()
	if err != nil {
		return err
	}
	for i := range alone {
		if err := r.send(ctx, sender, r.address(1+i)); err != nil {
			return err
		}
	}
	ended, err := r.process.processor()
	r.result.Processor = (ended - started) / alone
	return err
}

func (r *run) strike(ctx context.Context) error {
	if r.attack.request != nil {
		return r.storm(ctx)
	}
	started, err := r.process.processor()
	if err != nil {
		return err
	}
	lasts := holding
	if r.Short && !r.attack.wantsClosed {
		lasts = time.Second
	}
	holds, end := context.WithTimeout(ctx, lasts)
	defer end()
	held, err := r.attack.hold(holds, r.URL, min(r.attack.most, r.MaxConnections))
	if err != nil {
		return err
	}
	ended, err := r.process.processor()
	r.result.Held, r.result.Closed, r.result.Sent = held.connections, held.closed, held.sent
	r.result.Processor = (ended - started) / time.Duration(max(held.connections, 1))
	return err
}

// storm sends requests from many connections at once.
func (r *run) storm(ctx context.Context) error {
	workers := attackers
	if r.attack.flood {
		workers = floodConnections
	}
	lasts, end := context.WithTimeout(ctx, lasting)
	defer end()
	limit := rate.NewLimiter(requestsPerSecond, requestsAtOnce)
	var left atomic.Int64
	left.Store(few)
	sender := newClient(r.URL, workers)
	defer sender.close()
	failures := make(chan error, workers)
	var all sync.WaitGroup
	for worker := range workers {
		from := r.address(1 + alone + worker%max(r.attack.addresses, 1))
		all.Go(func() {
			for lasts.Err() == nil {
				if r.Short && left.Add(-1) < 0 || !r.attack.flood && limit.Wait(lasts) != nil {
					return
				}
				if err := r.send(ctx, sender, from); err != nil {
					failures <- err
					return
				}
			}
		})
	}
	all.Wait()
	close(failures)
	return <-failures
}

// send sends one request of the attack and notes the answer.
func (r *run) send(ctx context.Context, sender *client, from netip.Addr) error {
	asked := r.attack.request(int(r.number.Add(1)))
	if r.attack.editor {
		asked.header = asked.header.Clone()
		asked.header.Set("Authorization", "Bearer "+r.Token)
	}
	answer, body, err := sender.send(ctx, from, asked)
	if err != nil {
		return err
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.result.Sent = max(r.result.Sent, asked.size())
	r.result.Answers[answer]++
	r.result.Largest = max(r.result.Largest, len(body))
	if answer.refused() {
		r.result.LargestError = max(r.result.LargestError, len(body))
	}
	if answer.Status != 429 && !slices.Contains(r.attack.Wants, answer) {
		return fmt.Errorf("the answer is %v, not one of %v: %.300s", answer, r.attack.Wants, body)
	}
	return nil
}

// after wants the server to be as it was before.
func (r *run) after(ctx context.Context) (err error) {
	if _, err := r.probe.read(ctx); err != nil {
		return err
	}
	if r.Short {
		r.result.After, err = r.process.settled(ctx, r.result.Bound(), 0, patience)
		return err
	}
	r.result.After, err = r.process.settled(ctx, r.result.Bound(), resting, patience)
	return err
}
