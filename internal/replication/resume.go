package replication

import (
	"context"
	"time"

	"findcare/models"
)

// begin takes the position of the checkpoint, if there is one.
func (f *follower) begin() {
	if from, ok := f.restore(); ok {
		f.restored = from
		f.position = position{
			token: from.Position.Token, since: from.Position.Since, reconciled: from.Position.Reconciled,
			complete: from.Position.Since,
		}
		f.publish(from)
		f.complete(f.position.complete)
	}
}

// showStale lets the checkpoint be shown while the database is away.
func (f *follower) showStale() {
	if f.restored == nil || f.current.Load() || f.asOf.Load() != nil {
		return
	}
	f.asOf.Store(&f.restored.At)
	age, shown := f.Stale()
	f.options.Logger.Warn("the database does not answer: the directory is that of the checkpoint",
		"age", age.Round(time.Second).String(), "shown", shown)
}

// verify forgets the checkpoint where the database is not one that went on from it.
func (f *follower) verify(ctx context.Context) error {
	if f.restored == nil || f.current.Load() {
		f.restored = nil
		return nil
	}
	follows, err := f.followsCheckpoint(ctx)
	if err != nil {
		return err
	}
	if follows {
		return f.settle(ctx, f.isolated(f.restored.Header))
	}
	f.unusable("the database is not the one that it was written from, or an older state of it, or is only read")
	f.restored, f.position = nil, position{}
	f.asOf.Store(nil)
	return nil
}

// followsCheckpoint reports whether the database went on from the checkpoint, and nothing is to be filled.
func (f *follower) followsCheckpoint(ctx context.Context) (bool, error) {
	switch err := f.store.MayWrite(ctx); {
	case models.ErrorCode(err) == models.CodeReadOnly:
		return false, nil // nothing that marks the end of what was written before can be written
	case err != nil:
		return false, err
	}
	marked, err := f.store.HasMark(ctx, f.restored.Position.Mark)
	if !marked || err != nil {
		return false, err
	}
	fill, err := f.toFill(ctx, f.restored.snapshot.Len()+len(f.restored.Quarantined) == 0)
	return !fill, err
}

// catchUp waits in the background until a catalog that began with a checkpoint has all that was written until now.
func (f *follower) catchUp(ctx context.Context, now state, c *connection) {
	from := f.restored
	if from == nil || f.current.Load() || c.isCatchingUp || now != streaming && now != polling {
		return
	}
	c.isCatchingUp = true
	c.catchingUp.Go(func() {
		for ctx.Err() == nil {
			if f.CatchUp(ctx) == nil {
				f.ready(from, int(f.applied.Load()))
				return
			}
			select {
			case <-ctx.Done():
			case <-time.After(firstPause):
			}
		}
	})
}
