package editing

import (
	"context"
	"errors"

	"findcare/internal/auth"
	"findcare/internal/store"
	"findcare/models"
)

// edit returns the next revision of a document. before is nil for a new document and must not be modified; after is nil
// to delete it.
type edit func(before models.Document) (after models.Document, errs []UserError)

// change writes the next revision of a document, and retries when others write the same document.
func (e *Editor) change(ctx context.Context, w Write, kind models.Kind, id string, edit edit) (Outcome, error) {
	who, _ := auth.Of(ctx)
	t := &attempt{Editor: e, w: w, kind: kind, id: id, edit: edit, who: who}
	t.key, t.request = w.key(t.who), hashOf(w)
	defer t.reopen()
	const attempts = 50
	for range attempts {
		outcome, err := t.run(ctx)
		var deletion *needsClosing
		var closing *store.ClosingError
		switch {
		case errors.Is(err, store.ErrConflict): // retry
		case errors.As(err, &deletion):
			if outcome, err := t.close(ctx, deletion.of); err != nil || len(outcome.Errors) > 0 {
				return outcome, err
			}
		case errors.As(err, &closing):
			if outcome, err := e.await(ctx, closing); err != nil || len(outcome.Errors) > 0 {
				return outcome, err
			}
		case err != nil:
			return Outcome{}, clientError(err)
		default:
			return outcome, nil
		}
	}
	return failed(nil, models.UserErrorConflict, "The document keeps being changed by others; try again"), nil
}

// attempt is a change in progress.
type attempt struct {
	*Editor
	w            Write
	kind         models.Kind
	id           string
	edit         edit
	who          *auth.Principal
	key, request string
	closing      *store.Closing // of the document to be deleted; nil while others may refer to it
}

// run tries once. The error is store.ErrConflict if another write came first, and a *needsClosing or a
// *store.ClosingError if something has to be done first while no document is locked.
func (t *attempt) run(ctx context.Context) (outcome Outcome, err error) {
	unlock := t.store.Lock(t.id)
	defer unlock()
	holds := new(store.Holds)
	defer func() {
		if t.w.batch != nil && err == nil {
			t.w.batch.holds.Take(holds)
		}
		holds.Release()
	}()
	stored, _, err := t.find(ctx, t.w, t.kind, t.id)
	if err != nil {
		return Outcome{}, err
	}
	// The key is looked up after the document, so that whoever sees a document written with the key on another server
	// also finds the key.
	if outcome, replayed, err := t.replayed(ctx, holds, t.w, t.key, t.request); replayed || err != nil {
		return outcome, err
	}
	before := alive(stored)
	if outcome, ok := t.w.checkRevision(before); !ok {
		return outcome, nil
	}
	after, errs := t.edit(before)
	if article, ok := after.(*models.Article); ok {
		article.SettleReview()
	}
	if after != nil && !t.w.ahead {
		errs = append(errs, t.missingReferences(before, after)...)
	}
	if len(errs) > 0 {
		return Outcome{Document: before, Errors: t.w.inInput(errs)}, nil
	}
	if before != nil && after != nil && models.SameContent(before, after) {
		return Outcome{Document: before}, nil
	}
	if before != nil && after == nil && t.kind.Referable() &&
		(t.closing == nil || t.closing.Revision() != before.Head().Revision+1) {
		return Outcome{}, &needsClosing{before}
	}
	return t.write(ctx, holds, stored, after)
}

// write commits the next revision and puts it into the catalog.
func (t *attempt) write(ctx context.Context, holds *store.Holds, stored, after models.Document) (Outcome, error) {
	before := alive(stored)
	written, action, err := t.commit(ctx, holds, stored, after)
	var repeated *store.Repeated
	var missing *store.GoneError
	switch {
	case errors.Is(err, store.ErrDuplicate):
		message := "Another " + string(t.kind) + " has the same slug or NPI"
		return failed(before, models.UserErrorDuplicate, message, "slug"), nil
	case errors.As(err, &repeated):
		return t.replay(ctx, t.w, repeated.Change, nil)
	case errors.As(err, &missing):
		return Outcome{Document: before, Errors: missingIn(after, missing.ID)}, nil
	case err != nil:
		if errors.Is(err, store.ErrUnavailable) {
			t.closing = nil // the document may have been deleted, so the mark stays
		}
		return Outcome{}, err
	}
	if after == nil {
		t.closing = nil
	}
	t.apply(t.w, written)
	return Outcome{Document: alive(written), Action: action}, nil
}

func (t *attempt) commit(
	ctx context.Context, holds *store.Holds, stored, after models.Document,
) (models.Document, models.Action, error) {
	at := t.time()
	revision := int64(1)
	if stored != nil {
		revision = stored.Head().Revision + 1
		at = stored.Head().NextUpdate(at)
	}
	if after == nil {
		after = models.Tombstone(t.kind, t.id, revision, at)
	}
	head := after.Head()
	head.ID, head.Revision, head.UpdatedAt = t.id, revision, at
	change, err := models.NewChange(stored, after)
	if err != nil {
		return nil, "", err
	}
	change.Operation, change.Key, change.Request = t.w.Operation, t.key, t.request
	if t.who != nil {
		change.By, change.Name = t.who.ID, t.who.Name
	}
	err = t.store.CommitHeld(ctx, holds, change, after)
	if err == nil {
		t.deletions.note(change)
	}
	return after, change.Action, err
}

// checkRevision reports whether the document is at the expected revision; the outcome says why not.
func (w Write) checkRevision(document models.Document) (Outcome, bool) {
	if w.ExpectedRevision == nil {
		return Outcome{}, true
	}
	if document == nil {
		const message = "The document no longer exists"
		return failed(nil, models.UserErrorConflict, message, "expectedRevision"), false
	}
	if revision := document.Head().Revision; revision != int64(*w.ExpectedRevision) {
		message := conflictMessage(*w.ExpectedRevision, revision)
		return failed(document, models.UserErrorConflict, message, "expectedRevision"), false
	}
	return Outcome{}, true
}

// alive returns the document, nil if it was deleted.
func alive(document models.Document) models.Document {
	if document == nil || document.Head().DeletedAt != nil {
		return nil
	}
	return document
}
