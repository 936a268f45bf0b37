package editing

import (
	"context"
	"errors"

	"findcare/internal/auth"
	"findcare/internal/store"
	"findcare/models"
)

// edit makes the next revision of a document, which may be nil and must not be changed itself.
type edit func(before models.Document) (after models.Document, errs []UserError)

// change makes the next revision of a document and writes it. What edit returns nil for is deleted.
func (e *Editor) change(ctx context.Context, w Write, kind models.Kind, id string, edit edit) (Outcome, error) {
	t := &try{Editor: e, w: w, kind: kind, id: id, edit: edit, who: auth.Of(ctx)}
	t.key, t.request = w.key(t.who), hashOf(w)
	defer t.reopen()
	const attempts = 50
	for range attempts {
		outcome, err := t.attempt(ctx)
		var deletion *needsClosing
		var closing *store.ClosingError
		switch {
		case errors.Is(err, store.ErrConflict): // look again
		case errors.As(err, &deletion):
			if outcome, err := t.close(ctx, deletion.of); err != nil || len(outcome.Errors) > 0 {
				return outcome, err
			}
		case errors.As(err, &closing):
			if outcome, err := e.await(ctx, closing); err != nil || len(outcome.Errors) > 0 {
				return outcome, err
			}
		case err != nil:
			return Outcome{}, shown(err)
		default:
			return outcome, nil
		}
	}
	return failed(nil, CodeConflict, "others keep changing the document; try again"), nil
}

// try is a change that is being tried.
type try struct {
	*Editor
	w            Write
	kind         models.Kind
	id           string
	edit         edit
	who          *auth.Principal
	key, request string
	closing      *store.Closing // of the document that is to be deleted; nil where it is open
}

// attempt is one try. The error is store.ErrConflict where somebody else was faster, and a *needsClosing or a
// *store.ClosingError where something has to be done first that can only be done while no document is locked.
func (t *try) attempt(ctx context.Context) (outcome Outcome, err error) {
	unlock := t.store.Lock(t.id)
	defer unlock()
	holds := new(store.Holds)
	defer func() {
		if t.w.together != nil && err == nil {
			t.w.together.holds.Take(holds)
		}
		holds.Release()
	}()
	stored, err := t.find(ctx, t.w, t.kind, t.id)
	if err != nil {
		return Outcome{}, err
	}
	// The key comes after the document: whoever has the document with a change of the same key, on another server,
	// finds the key.
	if outcome, repeated, err := t.repeated(ctx, holds, t.w, t.key, t.request); repeated || err != nil {
		return outcome, err
	}
	before := alive(stored)
	if outcome, refused := t.w.expects(before); refused {
		return outcome, nil
	}
	after, errs := t.edit(before)
	if article, ok := after.(*models.Article); ok {
		article.SettleReview()
	}
	if after != nil {
		errs = append(errs, t.unknown(before, after)...)
	}
	if len(errs) > 0 {
		return Outcome{Document: before, Errors: t.w.placed(errs)}, nil
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

// write writes what the attempt has come to.
func (t *try) write(ctx context.Context, holds *store.Holds, stored, after models.Document) (Outcome, error) {
	before := alive(stored)
	written, action, err := t.commit(ctx, holds, stored, after)
	var repeated *store.Repeated
	var missing *store.GoneError
	switch {
	case errors.Is(err, store.ErrDuplicate):
		return failed(before, CodeTaken, "another "+string(t.kind)+" has the slug or the NPI", "slug"), nil
	case errors.As(err, &repeated):
		return t.repeat(ctx, t.w, repeated.Change, nil)
	case errors.As(err, &missing):
		return Outcome{Document: before, Errors: missingIn(after, missing.ID)}, nil
	case err != nil:
		if errors.Is(err, store.ErrUnavailable) {
			t.closing = nil // it may have been deleted: the mark stays
		}
		return Outcome{}, err
	}
	if after == nil {
		t.closing = nil
	}
	t.apply(t.w, written)
	return Outcome{Document: alive(written), Action: action}, nil
}

func (t *try) commit(
	ctx context.Context,
	holds *store.Holds,
	stored, after models.Document,
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
	change, err := models.NewChange(alive(stored), after)
	if err != nil {
		return nil, "", err
	}
	change.Operation, change.Key, change.Request = t.w.Operation, t.key, t.request
	if t.who != nil {
		change.By, change.Name = t.who.ID, t.who.Name
	}
	err = t.store.CommitHeld(ctx, holds, change, after)
	if err == nil {
		t.gone.note(change)
	}
	return after, change.Action, err
}

// expects tells whether the document is not at the revision that it is expected to have.
func (w Write) expects(document models.Document) (Outcome, bool) {
	if w.ExpectedRevision == nil {
		return Outcome{}, false
	}
	if document == nil {
		return failed(
			nil,
			CodeConflict,
			"expectedRevision: the document does not exist any more",
			"expectedRevision",
		), true
	}
	if revision := document.Head().Revision; revision != int64(*w.ExpectedRevision) {
		return failed(document, CodeConflict, conflictMessage(*w.ExpectedRevision, revision), "expectedRevision"), true
	}
	return Outcome{}, false
}

// alive is the document, nil where it was deleted.
func alive(document models.Document) models.Document {
	if document == nil || document.Head().DeletedAt != nil {
		return nil
	}
	return document
}
