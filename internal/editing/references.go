package editing

import (
	"context"
	"errors"
	"fmt"

	"findcare/internal/store"
	"findcare/models"
)

// The comment at the top of the store's references.go explains how references stay valid under concurrent writes.

// missingReferences returns a fault for each reference that the write adds to a document that does not exist.
// References that were broken before, for example by another tool, do not block the write.
func (e *Editor) missingReferences(before, after models.Document) (errs []UserError) {
	snapshot := e.catalog.Current()
	for _, added := range models.AddedReferences(before, after) {
		if !(snapshotReferences{snapshot}).Exists(added.Kind, added.ID) {
			fault := added.Missing()
			fault.Rule += snapshot.Meant(added.Kind, added.ID)
			errs = append(errs, userErrors(fault)...)
			continue
		}
		employer, ok := snapshot.Document(added.ID).(*models.Provider)
		if ok && employer.Type != models.Organization {
			errs = append(errs, userErrors(added.NotAnOrganization())...)
		}
	}
	return errs
}

// anyReference accepts every reference, since missingReferences checks them.
type anyReference struct{}

// Exists is always true.
func (anyReference) Exists(models.Kind, string) bool { return true }

// missingIn returns a fault for each place where a document refers to one that was just deleted.
func missingIn(document models.Document, id string) (errs []UserError) {
	document.References(func(path string, kind models.Kind, reference *string) {
		if *reference == id {
			errs = append(errs, userErrors(models.Reference{Path: path, Kind: kind, ID: id}.Missing())...)
		}
	})
	return errs
}

// await waits until a deletion that blocks a write has ended.
func (e *Editor) await(ctx context.Context, closing *store.ClosingError) (Outcome, error) {
	document, reopened, err := e.store.AwaitClosing(ctx, closing, e.time())
	switch {
	case errors.As(err, &closing):
		return failed(nil, models.UserErrorConflict, sentence(closing)), nil
	case err != nil:
		return Outcome{}, clientError(err)
	}
	if reopened {
		e.apply(Write{}, document)
	}
	return Outcome{}, nil
}

// needsClosing is the error of a deletion whose document is still open to new references.
type needsClosing struct{ of models.Document }

// Error implements error.
func (n *needsClosing) Error() string { return "the document is not closed" }

// close keeps others from adding references to a document, and makes sure that there are none: it refuses the deletion
// or redirects those that exist.
func (t *attempt) close(ctx context.Context, document models.Document) (Outcome, error) {
	t.reopen()
	if outcome, err := t.clear(ctx, document, t.catalog.Current().Referrers(t.id)); err != nil ||
		len(outcome.Errors) > 0 {
		return outcome, err
	}
	var err error
	if t.closing, err = t.store.CloseDocument(ctx, document, t.time()); err != nil {
		return Outcome{}, clientError(err)
	}
	const attempts = 50
	for range attempts {
		referrer, found, err := t.drain(ctx)
		var closing *store.ClosingError
		switch {
		case errors.Is(err, store.ErrConflict): // it is open again
			t.closing = nil
			return Outcome{}, nil
		case errors.Is(err, store.ErrHeld):
			const message = "This cannot be deleted while an import is adding references to it; try again"
			return failed(document, models.UserErrorReferenced, message, "id"), nil
		case errors.As(err, &closing):
			t.reopen()
			return t.await(ctx, closing)
		case err != nil:
			return Outcome{}, clientError(err)
		}
		referrers := t.catalog.Current().Referrers(t.id)
		if found && len(referrers) == 0 {
			referrers = []models.Document{referrer}
		}
		if len(referrers) == 0 {
			return Outcome{}, nil
		}
		if outcome, err := t.clear(ctx, document, referrers); err != nil || len(outcome.Errors) > 0 {
			return outcome, err
		}
	}
	return failed(document, models.UserErrorConflict, "Others keep adding references to the document; try again"), nil
}

// drain waits until the catalog has all references that were added before the document was closed. It returns early
// with a document that refers to it.
func (t *attempt) drain(ctx context.Context) (referrer models.Document, found bool, err error) {
	referrer, found, err = t.closing.Drain(ctx)
	if found || err != nil || t.feed == nil {
		return referrer, found, err
	}
	return nil, false, t.feed.CatchUp(ctx)
}

// clear refuses the deletion if others refer to the document, or redirects them.
func (t *attempt) clear(ctx context.Context, document models.Document, referrers []models.Document) (Outcome, error) {
	if len(referrers) > 0 && t.w.redirect == nil {
		return failed(document, models.UserErrorReferenced, referredBy(referrers), "id"), nil
	}
	for _, referrer := range referrers {
		if outcome, err := t.w.redirect(ctx, referrer); err != nil || len(outcome.Errors) > 0 {
			return outcome, err
		}
	}
	return Outcome{}, nil
}

// reopen allows new references to the document again, unless it was deleted.
func (t *attempt) reopen() {
	if t.closing != nil {
		t.closing.Reopen()
		t.closing = nil
	}
}

const shownReferrers = 5

func referredBy(referrers []models.Document) string {
	message := "This cannot be deleted because other documents refer to it: "
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
