package replication

import (
	"context"
	"time"

	"findcare/internal/store"
	"findcare/models"
)

// purge removes tombstones of documents that were deleted long ago, once a day.
func (f *Feed) purge(ctx context.Context) {
	const daily, sooner = 24 * time.Hour, time.Hour
	select {
	case <-ctx.Done():
		return
	case <-f.loaded:
	}
	for {
		pause := daily
		purged, err := f.store.Purge(ctx, f.options.Clock().Add(-store.TombstoneLife))
		switch {
		case ctx.Err() != nil:
			return
		case models.ErrorCode(err) == models.CodeReadOnly: // logged at the start
		case err != nil:
			pause = sooner
			f.options.Logger.Warn("deleted documents were not purged", "error", err, "next", pause.String())
		case purged > 0:
			f.options.Logger.Info("purged what was left of deleted documents", "documents", purged)
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(pause):
		}
	}
}
