package editing

import (
	"context"
	"reflect"

	"golang.org/x/sync/errgroup"

	"findcare/internal/auth"
	"findcare/models"
)

// MaxImported is how many documents ImportAll takes at once. They are written concurrently, and so committed together.
const MaxImported = maxSaved

// ImportAll writes documents of one kind that a file has, as changes of the principal of the context. Next returns the
// one at an index as it is to be, given what is stored, nil for nothing; it is called again, concurrently, where others
// write the same document. The caller has checked what the documents refer to: they may refer to some that the file
// has further on. The error is a failure of the database; what was written before it stays.
func (e *Editor) ImportAll(
	ctx context.Context, kind models.Kind, ids []string,
	next func(at int, before models.Document) (models.Document, []models.Fault),
) ([]Outcome, error) {
	outcomes, all := make([]Outcome, len(ids)), new(batch)
	defer func() {
		e.catalog.Apply(all.changes)
		all.holds.Release()
	}()
	group, ctx := errgroup.WithContext(ctx)
	for at, id := range ids {
		group.Go(func() (err error) {
			w := Write{Operation: models.ImportOperation(""), batch: all, ahead: true}
			edit := func(before models.Document) (models.Document, []UserError) {
				after, faults := next(at, before)
				return after, userErrors(faults...)
			}
			outcomes[at], err = e.change(ctx, w, kind, id, edit)
			return err
		})
	}
	return outcomes, group.Wait()
}

// NotAllowed returns what the principal of the context may not bring in with a file: a text that this server publishes
// only with a sign-off, and a medical review that the stored article does not have. Before is nil for a new document.
//
// SECURITY: a file must not say what its sender may not sign.
func (e *Editor) NotAllowed(ctx context.Context, before, after models.Document) (faults []models.Fault) {
	article, ok := after.(*models.Article)
	if !ok {
		return nil
	}
	var known *models.MedicalReview
	if stored, ok := before.(*models.Article); ok {
		known = stored.MedicalReview
	}
	if review := article.MedicalReview; review != nil {
		if err := auth.Require(ctx, signerOf(review, known)); err != nil {
			faults = append(faults, models.Fault{Path: "/medicalReview", Rule: "is not the stored one: " + err.Error()})
		}
	}
	for _, err := range e.unsigned(ctx, before, after) {
		faults = append(faults, models.Fault{Path: "/medicalReview", Rule: err.Message})
	}
	return faults
}

// signerOf returns the role that may replace a review, which is nil for none, by another one.
func signerOf(review, known *models.MedicalReview) auth.Role {
	if known == nil {
		known = new(models.MedicalReview)
	}
	switch one, other := *review, *known; {
	case one.Signature != nil && !reflect.DeepEqual(one.Signature, other.Signature):
		return auth.Admin // it may name anybody
	default:
		one.Stale, one.Signature = other.Stale, other.Signature
		if reflect.DeepEqual(one, other) {
			return auth.Editor
		}
		return auth.Reviewer
	}
}
