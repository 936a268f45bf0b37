package replication

import (
	"context"
	"fmt"
	"time"

	"findcare/internal/clock"
	"findcare/internal/store"
	"findcare/models"
)

const (
	// pollShare bounds the share of time spent on polls: the pause after a poll is this many times its duration.
	pollShare = 4
	// pollTimeout is how long one poll may take.
	pollTimeout = 5 * time.Minute
)

// openPolls prepares polling.
func (f *follower) openPolls(ctx context.Context) (event, error) {
	f.contact.follow(ModePoll)
	if err := f.store.EnsureUpdateIndexes(ctx); err != nil {
		return 0, err
	}
	if f.position.since.IsZero() {
		return opened, nil
	}
	return pollReady, nil
}

// poll waits until the next poll is due or requested, and looks for updates. It goes by the database's clock, not by
// this machine's.
func (f *follower) poll(ctx context.Context, c *connection) (event, error) {
	select {
	case <-ctx.Done():
		return 0, ctx.Err()
	case <-time.After(c.next):
	case <-f.waiters.nudge:
	}
	var err error
	if c.server, err = f.probe(ctx); err != nil {
		return 0, err
	}
	watch, now := clock.Start(), c.server.Time
	// Tombstones of older deletions may have been purged.
	if now.Sub(f.position.since) > store.TombstoneLife {
		return missed, nil
	}
	waiting := f.waiters.now()
	if err := f.look(ctx); err != nil {
		return 0, err
	}
	if f.position.reconciled.IsZero() || f.options.Clock.Since(f.position.reconciled) > reconcileEvery {
		if err := f.reconcile(ctx); err != nil {
			return 0, err
		}
	}
	f.waiters.release(waiting)
	f.polled(c, now, watch.Elapsed())
	return applied, nil
}

// polled records that a poll, or a load, began at a time of the database, and how long it took.
func (f *follower) polled(c *connection, at time.Time, took time.Duration) {
	f.position.since = at.Add(-store.PollOverlap)
	f.position.complete = f.position.since
	c.next, c.took = pollPause(f.options.Interval, took, c.took), took
}

// pollPause is how long to wait after a poll that took some time, and one before it, 0 where there was none. The
// shorter of the two is how long a poll takes: in the other one the database may have hung.
func pollPause(interval, took, before time.Duration) time.Duration {
	if before > 0 {
		took = min(took, before)
	}
	return max(interval, pollShare*took)
}

// look applies everything that was updated since the last poll.
func (f *follower) look(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, pollTimeout)
	defer cancel()
	for _, kind := range models.Kinds {
		var found changes
		visit := func(id string, document models.Document) error {
			f.add(&found, id, document)
			if found.len() < maxChanges {
				return nil
			}
			return f.take(ctx, &found)
		}
		err := f.store.UpdatedSince(ctx, kind, f.position.since, visit)
		if err == nil {
			err = f.take(ctx, &found)
		}
		if err != nil {
			return fmt.Errorf("look for changed %s: %w", kind.Plural(), err)
		}
	}
	return nil
}
