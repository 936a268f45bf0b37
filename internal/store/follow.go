package store

import (
	"context"
	"errors"
	"sync"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"

	"findcare/internal/clock"
	"findcare/models"
)

// Follower is told what is in the database.
type Follower interface {
	// Reload is to read the whole directory, at first and whenever changes may have been missed.
	Reload(ctx context.Context) error
	// Apply is to take changes over. They may be told in any order and repeatedly. After an error they are told again.
	Apply(ctx context.Context, changes Changes) error
}

// Changes are what was found to be written.
type Changes struct {
	// Documents are whole; DeletedAt is set in those that were deleted.
	Documents []models.Document
	// Gone are the ids of documents that are not there any more, or that break a rule now.
	Gone []string
}

// Len counts the documents.
func (c *Changes) Len() int { return len(c.Documents) + len(c.Gone) }

// mostChanges is how many changes are told at a time.
const mostChanges = 1000

// add takes up a document as it is stored; nil where it is no document.
func (s *Store) add(to *Changes, id string, document models.Document) {
	switch {
	case document == nil:
		to.Gone = append(to.Gone, id)
	case document.Head().DeletedAt != nil:
		s.leftOut.forget(document.Kind(), id)
		to.Documents = append(to.Documents, document)
	case s.KeepsRules(document):
		to.Documents = append(to.Documents, document)
	default:
		to.Gone = append(to.Gone, id)
	}
}

// following is what Follow knows from one connection to the next.
type following struct {
	*Store
	now      clock.Clock
	to       Follower
	interval time.Duration
	prepared bool
	// working tells whether the present connection was of use, interrupted whether the one before broke, and resumed
	// whether there was one of use at all.
	working, interrupted, resumed bool
	// noStreams is set where a replica set has no change streams after all: other engines only call themselves one.
	noStreams bool
	// token is where the stream goes on, since from when the next poll looks. Where there is none, everything is loaded
	// first.
	token bson.Raw
	since time.Time
	// markers are the ids of those that the stream has told of since the follower was told of changes.
	markers []string
}

// errMissed says that changes may have been missed.
var errMissed = errors.New("changes may have been missed")

const (
	// The pause before another attempt begins with the first of these and doubles up to one of the others.
	firstPause       = 250 * time.Millisecond
	longestPause     = time.Second
	longestLoadPause = 30 * time.Second
	// steady is after how long a feed counts as one that works.
	steady = time.Minute
)

// Follow tells the follower of everything, and then of all changes, until the context ends: by change streams where the
// database has them, else by looking for what was updated, at intervals. While the database is away it goes on trying.
// Writes must not be made before the follower was told of everything.
func (s *Store) Follow(ctx context.Context, now clock.Clock, interval time.Duration, to Follower) {
	s.waiters.following.Store(true)
	f := &following{Store: s, now: now, to: to, interval: interval}
	for failures := 0; ; failures++ {
		f.working = false
		watch := clock.Start()
		err := f.session(ctx)
		if ctx.Err() != nil {
			return
		}
		if f.working && f.resumable() || watch.Elapsed() > steady {
			failures = 0
		}
		pause := f.pause(failures)
		if failures == 0 || !f.resumable() { // where it only goes on to be away, once is enough
			s.logger.Warn("the feed of changes is interrupted", "error", err, "next", pause.String())
		}
		f.interrupted = true
		select {
		case <-ctx.Done():
			return
		case <-time.After(pause):
		}
	}
}

// works is called whenever the feed has done what it is for.
func (f *following) works() {
	f.contact.reached(f.now())
	f.working = true
	if f.interrupted && f.resumed {
		f.contact.reconnects.Add(1)
		f.logger.Info("the feed of changes goes on")
	}
	f.interrupted, f.resumed = false, true
}

// resumable tells whether the feed can go on where it was.
func (f *following) resumable() bool { return f.token != nil || !f.since.IsZero() }

// pause is how long to wait after some failures. Loading everything is a burden on the database, and so is repeated
// less often.
func (f *following) pause(failures int) time.Duration {
	longest := longestPause
	if !f.resumable() {
		longest = longestLoadPause
	}
	const mostDoublings = 10
	return min(firstPause<<min(failures, mostDoublings), longest)
}

// probePause is how long to wait before the database is asked again whether it is there.
const probePause = 2 * time.Second

// session follows the database until that fails, or the database does not answer any more: a stream, or a load, would
// take longer to notice.
func (f *following) session(ctx context.Context) error {
	found, err := f.probe(ctx)
	if err != nil {
		return err
	}
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
	err = f.run(ctx, found)
	cancel(err)
	watching.Wait()
	return context.Cause(ctx)
}

func (f *following) run(ctx context.Context, found server) error {
	if !f.prepared {
		if err := f.Prepare(ctx); err != nil {
			return err
		}
		f.prepared = true
	}
	if found.streams() && !f.noStreams {
		err := f.stream(ctx)
		if !unsupported(err) {
			return err
		}
		f.noStreams = true
	}
	return f.poll(ctx, found)
}

// reload has everything read, and so tells those who wait for what was written before.
func (f *following) reload(ctx context.Context) error {
	waiting := f.waiters.now()
	err := f.to.Reload(ctx)
	if err == nil {
		f.waiters.release(waiting)
	}
	return err
}

// tell has changes applied and leaves none.
func (f *following) tell(ctx context.Context, changes *Changes) error {
	if changes.Len() == 0 {
		return nil
	}
	err := f.to.Apply(ctx, *changes)
	*changes = Changes{}
	return err
}

// unsupported tells whether the database has no change streams.
func unsupported(err error) bool {
	var failure mongo.ServerError
	const commandNotFound, notSupported, notImplemented, unknownStage, onlyReplicaSets = 59, 115, 238, 40324, 40573
	return errors.As(err, &failure) && (failure.HasErrorCode(commandNotFound) || failure.HasErrorCode(notSupported) ||
		failure.HasErrorCode(notImplemented) || failure.HasErrorCode(unknownStage) || failure.HasErrorCode(onlyReplicaSets))
}
