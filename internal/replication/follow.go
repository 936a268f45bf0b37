package replication

import (
	"context"
	"sync"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"

	"findcare/internal/clock"
	"findcare/internal/store"
)

const (
	// The pause before another attempt starts with firstPause, and doubles up to one of the others.
	firstPause   = 250 * time.Millisecond
	maxPause     = time.Second
	maxLoadPause = 30 * time.Second
	// steady is how long a connection has to last to reset the pause.
	steady = time.Minute
	// probePause is the pause between two probes.
	probePause = 2 * time.Second
)

// follower is what the goroutine that follows a database keeps from one connection to the next.
type follower struct {
	*Feed
	position position
	// restored is the checkpoint that the position is of, until the catalog is up to date; nil for none.
	restored *restored
	failures int // in a row
}

// position is how far changes were applied. A stream goes on after the token, and a poll looks for updates since. What
// polls miss was last looked for when it was reconciled. What was written before complete, by its own account, was
// applied.
type position struct {
	token      bson.Raw
	since      time.Time
	reconciled time.Time
	complete   time.Time
}

// known reports whether there is a position. Otherwise everything has to be loaded.
func (p position) known() bool { return p.token != nil || !p.since.IsZero() }

// connection is what is known of the present connection.
type connection struct {
	server       store.Server
	opened       clock.Stopwatch
	stream       *mongo.ChangeStream // nil if it polls
	catchingUp   sync.WaitGroup      // waits for what the checkpoint does not have
	isCatchingUp bool
	// markers are the ids of the markers that the stream has reported since changes were last applied.
	markers []string
	// applied counts batches, polls and loads.
	applied int
	// next is the pause before the next poll, and took the duration of the last one, 0 if there was none.
	next, took time.Duration
}

// follow keeps the catalog up to date until the context ends. While the database does not answer, it keeps trying.
func (f *follower) follow(ctx context.Context) {
	f.begin()
	for {
		err := f.session(ctx)
		if ctx.Err() != nil {
			return
		}
		pause := f.pause()
		if f.failures == 0 || !f.position.known() { // log an outage only once
			f.options.Logger.Warn("the feed of changes is interrupted", "error", err, "next", pause.String())
		}
		f.failures++
		select {
		case <-ctx.Done():
			return
		case <-time.After(pause):
		}
	}
}

// pause returns how long to wait after failures. Loading everything is a burden on the database, so the pause grows
// longer before that.
func (f *follower) pause() time.Duration {
	longest := maxPause
	if !f.position.known() {
		longest = maxLoadPause
	}
	const maxDoublings = 10
	return min(firstPause<<min(f.failures, maxDoublings), longest)
}

// session follows the database over one connection, until something fails.
func (f *follower) session(ctx context.Context) error {
	c := &connection{opened: clock.Start()}
	var err error
	if c.server, err = f.probe(ctx); err == nil {
		f.move(answered, c)
		err = f.watched(ctx, func(ctx context.Context) error { return f.run(ctx, c) })
	}
	c.catchingUp.Wait()
	if c.stream != nil {
		_ = c.stream.Close(context.WithoutCancel(ctx))
	}
	if ctx.Err() != nil {
		return err
	}
	if f.move(eventOf(err), c) == disconnected {
		f.showStale()
	}
	if c.applied > 0 && f.position.known() || c.opened.Elapsed() > steady {
		f.failures = 0
	}
	return err
}

// watched runs something until it fails or a concurrent probe gets no answer, which a stream or a load would notice
// later.
func (f *follower) watched(ctx context.Context, run func(context.Context) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	var watching sync.WaitGroup
	watching.Go(func() {
		for ctx.Err() == nil {
			select {
			case <-ctx.Done():
			case <-time.After(probePause):
				if _, err := f.probe(ctx); err != nil {
					cancel(err)
				}
			}
		}
	})
	cancel(run(ctx))
	watching.Wait()
	return context.Cause(ctx)
}

// run goes from state to state until something fails.
func (f *follower) run(ctx context.Context, c *connection) error {
	now := connecting
	for {
		e, err := f.work(ctx, now, c)
		if err != nil {
			return err
		}
		now = f.move(e, c)
		f.catchUp(ctx, now, c)
	}
}

// work does one round of the work of a state.
func (f *follower) work(ctx context.Context, now state, c *connection) (event, error) {
	switch now {
	case loading:
		return f.load(ctx, c)
	case streaming:
		return f.stream(ctx, c)
	case polling:
		return f.poll(ctx, c)
	default:
		return f.connect(ctx, c)
	}
}

// move makes a transition, and does its action.
func (f *follower) move(on event, c *connection) state {
	to, do := f.contact.move(on)
	switch do {
	case forget:
		f.position = position{}
	case advance:
		f.contact.reached(f.options.Clock())
		f.contact.moved(f.position)
		f.complete(f.position.complete)
		if c.applied++; c.applied == 1 && f.contact.connected() {
			f.options.Logger.Info("the feed of changes goes on")
		}
	case proceed:
	}
	return to
}

// probe asks the database whether it answers.
func (f *follower) probe(ctx context.Context) (store.Server, error) {
	server, err := f.store.Probe(ctx)
	switch {
	case ctx.Err() != nil:
		return server, ctx.Err()
	case err != nil:
		return server, silence{err}
	}
	now := f.options.Clock()
	f.contact.reached(now)
	if server.Time.IsZero() {
		server.Time = now
	}
	return server, nil
}

// connect prepares the database the first time, and opens a change stream if it has them, else polls.
func (f *follower) connect(ctx context.Context, c *connection) (event, error) {
	if f.contact.follows() == "" {
		if err := f.store.Prepare(ctx); err != nil {
			return 0, err
		}
	}
	if err := f.verify(ctx); err != nil {
		return 0, err
	}
	if c.server.ChangeStreams {
		e, err := f.openStream(ctx, c)
		if !store.NoChangeStreams(err) {
			return e, err
		}
	}
	return f.openPolls(ctx)
}

// load reads everything, which ends the wait of present waiters.
func (f *follower) load(ctx context.Context, c *connection) (event, error) {
	waiting := f.waiters.now()
	watch, now := clock.Start(), c.server.Time
	var start bson.Raw
	if c.stream != nil {
		start = c.stream.ResumeToken()
	}
	if err := f.Reload(ctx); err != nil {
		return 0, err
	}
	f.waiters.release(waiting)
	f.restored, f.position.reconciled = nil, f.options.Clock()
	if c.stream != nil {
		f.position.token, f.position.complete = start, now.Add(-store.PollOverlap)
		return streamReady, nil
	}
	f.polled(c, now, watch.Elapsed())
	return pollReady, nil
}
