package editing

import (
	"context"
	"time"

	"findcare/models"
)

// SavedCopyInput names a working copy as it was seen.
type SavedCopyInput struct {
	ID   string
	Save int
}

// PublishWorkingCopies publishes working copies, each by itself, and returns the results in their order.
func (e *Editor) PublishWorkingCopies(
	ctx context.Context, copies []SavedCopyInput, at *time.Time,
) ([]WorkingCopyPayload, error) {
	return each(copies, func(one SavedCopyInput) (WorkingCopyPayload, error) {
		return e.PublishWorkingCopy(ctx, one.ID, one.Save, at)
	})
}

// DiscardWorkingCopies discards working copies, each by itself, and returns the results in their order.
func (e *Editor) DiscardWorkingCopies(ctx context.Context, copies []SavedCopyInput) ([]WorkingCopyPayload, error) {
	return each(copies, func(one SavedCopyInput) (WorkingCopyPayload, error) {
		return e.DiscardWorkingCopy(ctx, one.ID, one.Save)
	})
}

// each does something with each working copy. The error is a failure of the database; what was done before it stays.
func each(
	copies []SavedCopyInput, do func(SavedCopyInput) (WorkingCopyPayload, error),
) (payloads []WorkingCopyPayload, err error) {
	if len(copies) > maxPage {
		return nil, models.BadInput("copies: %d must be at most %d", len(copies), maxPage)
	}
	payloads = make([]WorkingCopyPayload, len(copies))
	for i, one := range copies {
		if payloads[i], err = do(one); err != nil {
			return nil, err
		}
	}
	return payloads, nil
}
