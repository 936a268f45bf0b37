package editing

import (
	"context"
	"errors"
	"fmt"

	"findcare/internal/store"
	"findcare/models"
)

// How references hold while several write stands at the head of the store's references.go.

// unknown are the references that a document has anew and whose documents there are not. Old ones may lead nowhere:
// what was deleted by another tool is in nobody's way.
func (e *Editor) unknown(before, after models.Document) (errs []UserError) {
	snapshot := e.catalog.Current()
	for _, added := range models.AddedReferences(before, after) {
		if !(existing{snapshot}).Exists(added.Kind, added.ID) {
			fault := added.Missing()
			fault.Rule += snapshot.Meant(added.Kind, added.ID)
			errs = append(errs, userErrors(fault)...)
		}
	}
	return errs
}

// everything stands for the documents that others refer to, where unknown looks at those.
type everything struct{}

// Exists tells that there is every document.
func (everything) Exists(models.Kind, string) bool { return true }

// missingIn is where a document refers to one that was just deleted.
func missingIn(document models.Document, id string) (errs []UserError) {
	document.References(func(path string, kind models.Kind, reference *string) {
		if *reference == id {
			errs = append(errs, userErrors(models.Reference{Path: path, Kind: kind, ID: id}.Missing())...)
		}
	})
	return errs
}

// await waits for the end of a deletion that is in the way of a write.
func (e *Editor) await(ctx context.Context, closing *store.ClosingError) (Outcome, error) {
	reopened, err := e.store.AwaitClosing(ctx, closing, e.time())
	switch {
	case errors.As(err, &closing):
		return failed(nil, CodeConflict, closing.Error()), nil
	case err != nil:
		return Outcome{}, shown(err)
	}
	if reopened != nil {
		e.apply(Write{}, reopened)
	}
	return Outcome{}, nil
}

// needsClosing says that a document has to be closed before it is deleted.
type needsClosing struct{ of models.Document }

// Error says so.
func (n *needsClosing) Error() string { return "the document is not closed" }

// close keeps others from referring to a document, and sees to it that nobody does: it refuses, or redirects those who
// do.
func (t *try) close(ctx context.Context, document models.Document) (Outcome, error) {
	t.reopen()
	if outcome, err := t.clear(ctx, document, t.catalog.Current().Referrers(t.id)); err != nil ||
		len(outcome.Errors) > 0 {
		return outcome, err
	}
	var err error
	if t.closing, err = t.store.CloseDocument(ctx, document, t.time()); err != nil {
		return Outcome{}, shown(err)
	}
	const attempts = 50
	for range attempts {
		referrer, err := t.drain(ctx)
		var closing *store.ClosingError
		switch {
		case errors.Is(err, store.ErrConflict): // it is open again
			t.closing = nil
			return Outcome{}, nil
		case errors.Is(err, store.ErrHeld):
			return failed(
				document,
				CodeReferenced,
				"id: cannot be deleted while an import is adding references to it; try again",
				"id",
			), nil
		case errors.As(err, &closing):
			t.reopen()
			return t.await(ctx, closing)
		case err != nil:
			return Outcome{}, shown(err)
		}
		referrers := t.catalog.Current().Referrers(t.id)
		if referrer != nil && len(referrers) == 0 {
			referrers = []models.Document{referrer}
		}
		if len(referrers) == 0 {
			return Outcome{}, nil
		}
		if outcome, err := t.clear(ctx, document, referrers); err != nil || len(outcome.Errors) > 0 {
			return outcome, err
		}
	}
	return failed(document, CodeConflict, "others keep referring to the document; try again"), nil
}

// drain waits until the catalog has all references that were added before the document was closed. It returns early
// with a document that refers to it.
func (t *try) drain(ctx context.Context) (models.Document, error) {
	referrer, err := t.closing.Drain(ctx)
	if referrer != nil || err != nil || t.feed == nil {
		return referrer, err
	}
	return nil, t.feed.CatchUp(ctx)
}

// clear refuses to delete what others refer to, or redirects them.
func (t *try) clear(ctx context.Context, document models.Document, referrers []models.Document) (Outcome, error) {
	if len(referrers) > 0 && t.w.redirect == nil {
		return failed(document, CodeReferenced, referredBy(referrers), "id"), nil
	}
	for _, referrer := range referrers {
		if outcome, err := t.w.redirect(ctx, referrer); err != nil || len(outcome.Errors) > 0 {
			return outcome, err
		}
	}
	return Outcome{}, nil
}

// reopen lets others refer to the document again, unless it was deleted.
func (t *try) reopen() {
	if t.closing != nil {
		t.closing.Reopen()
		t.closing = nil
	}
}

const shownReferrers = 5

func referredBy(referrers []models.Document) string {
	message := "id: cannot be deleted while others refer to it: "
	for i, document := range referrers[:min(len(referrers), shownReferrers)] {
		if i > 0 {
			message += ", "
		}
		message += fmt.Sprintf("the %s %s (%s)", document.Kind(), nameOf(document), document.Head().ID)
	}
	if more := len(referrers) - shownReferrers; more > 0 {
		message += fmt.Sprintf(" and %d more", more)
	}
	return message
}
