package editing

import (
	"context"

	"findcare/models"
)

// Retire hides a provider from the public. Nothing of it is lost, and nobody else can get its slug or NPI.
func (e *Editor) Retire(ctx context.Context, w Write, id string) (Outcome, error) {
	return e.setStatus(ctx, w, id, models.ProviderRetired)
}

// Reinstate shows a retired provider again.
func (e *Editor) Reinstate(ctx context.Context, w Write, id string) (Outcome, error) {
	return e.setStatus(ctx, w, id, models.ProviderActive)
}

func (e *Editor) setStatus(ctx context.Context, w Write, id string, status models.ProviderStatus) (Outcome, error) {
	w.Input = id
	return e.change(ctx, w, models.KindProvider, id, func(before models.Document) (models.Document, []UserError) {
		if before == nil {
			return nil, notFound(models.KindProvider, id)
		}
		after := clone(before).(*models.Provider)
		after.Status = status
		return after, e.prepare(before, after)
	})
}
