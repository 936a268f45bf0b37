package store

import (
	"context"
	"fmt"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/internal/clock"
	"findcare/models"
)

const (
	// overlap is how far a poll looks back before the one before it, as clocks differ and writes take time.
	overlap = 30 * time.Second
	// pollShare bounds the time that is spent on polls: after each one comes a pause of so many times its length, but
	// for that of longestPollPause.
	pollShare        = 4
	longestPollPause = 30 * time.Second
	// pollTimeout is how long one poll may take.
	pollTimeout = 5 * time.Minute
)

// poll looks for what was updated, at intervals, until that fails. It is by the database's clock, not by this
// machine's.
func (f *following) poll(ctx context.Context, found server) (err error) {
	f.contact.streams.Store(false)
	if err := f.indexUpdates(ctx); err != nil {
		return err
	}
	var before time.Duration
	for {
		watch := clock.Start()
		now := found.LocalTime
		// Of what was deleted longer ago than tombstones stay, there may be no trace.
		if f.since.IsZero() || now.Sub(f.since) > TombstoneLife {
			f.since = time.Time{}
			err = f.reload(ctx)
		} else {
			err = f.look(ctx)
		}
		if err != nil {
			return err
		}
		f.since = now.Add(-overlap)
		f.works()
		took := watch.Elapsed()
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(f.pollPause(took, before)):
		case <-f.waiters.nudge:
		}
		if found, err = f.probe(ctx); err != nil {
			return err
		}
		before = took
	}
}

// pollPause is how long to wait after a poll that took some time, and one before it, 0 where there was none. Of the two
// the shorter tells how long a poll takes: in the other one the database may have hung.
func (f *following) pollPause(took, before time.Duration) time.Duration {
	if before > 0 {
		took = min(took, before)
	}
	return max(f.interval, min(pollShare*took, longestPollPause))
}

// look tells of everything that was updated since the last time.
func (f *following) look(ctx context.Context) error {
	waiting := f.waiters.now()
	ctx, cancel := context.WithTimeout(ctx, pollTimeout)
	defer cancel()
	filter := bson.D{{Key: "updatedAt", Value: bson.D{{Key: "$gte", Value: f.since}}}}
	for _, kind := range models.Kinds {
		var changes Changes
		err := f.find(ctx, kind, filter, func(id bson.RawValue, document models.Document) error {
			f.add(&changes, idOf(id), document)
			if changes.Len() < mostChanges {
				return nil
			}
			return f.tell(ctx, &changes)
		})
		if err == nil {
			err = f.tell(ctx, &changes)
		}
		if err != nil {
			return fmt.Errorf("look for changed %s: %w", kind.Plural(), err)
		}
	}
	f.waiters.release(waiting)
	return nil
}

// indexUpdates makes indexes for look.
func (f *following) indexUpdates(ctx context.Context) error {
	if err := f.MayWrite(ctx); models.ErrorCode(err) == models.CodeReadOnly {
		return nil
	}
	return f.ensureIndexes(ctx, updateIndexes())
}
