// Package editing changes the directory: it holds what is asked for against the models' rules, writes it with a record
// of who did it, and makes it readable before it returns.
package editing

import (
	"context"
	"errors"
	"sync"
	"time"

	"findcare/internal/auth"
	"findcare/internal/catalog"
	"findcare/internal/clock"
	"findcare/internal/store"
	"findcare/models"
)

// Editor changes the directory of one store, and the catalog over it.
type Editor struct {
	store   *store.Store
	catalog *catalog.Catalog
	now     clock.Clock
	gone    deletions
	dates   recordDates
}

// New returns an editor. Now tells the time.
func New(db *store.Store, directory *catalog.Catalog, now clock.Clock) *Editor {
	return &Editor{store: db, catalog: directory, now: now}
}

// Write is what every change is asked for with.
type Write struct {
	// Operation is the mutation.
	Operation string
	// ExpectedRevision, where given, is the revision that the document must still have.
	ExpectedRevision *int
	// IdempotencyKey makes the same request again give the same result, for 24 hours.
	IdempotencyKey *string
	// Input is what is asked for, to tell one request with a key from another.
	Input any

	// tells where a fault stands in what the client gave; nil where that is where it stands in the document
	place    func(path string) string
	together *together // nil for a write of its own
	// redirect, where given, makes a document refer to another one than the one that is deleted.
	redirect func(ctx context.Context, referrer models.Document) (Outcome, error)
}

// together are the writes of one request, which become readable at once: a snapshot of the directory for each of
// hundreds would make all that is kept of the one before worthless.
type together struct {
	mutex   sync.Mutex
	changes catalog.Changes
	read    []readRecord
	holds   store.Holds
}

// Code says what kind of fault a UserError is.
type Code string

// The codes of faults.
const (
	CodeInvalid    Code = "INVALID"
	CodeTaken      Code = "TAKEN"
	CodeNotFound   Code = "NOT_FOUND"
	CodeConflict   Code = "CONFLICT"
	CodeReferenced Code = "REFERENCED"
	CodeDeleted    Code = "DELETED"
	CodeOutdated   Code = "OUTDATED"
	CodeLoss       Code = "LOSS"
	CodeKeyReused  Code = "IDEMPOTENCY_KEY_REUSED"
)

// UserError is a fault that whoever asked can mend.
type UserError struct {
	Code    Code
	Message string
	// Field is the path of the field within the input, such as locations, 0, postalCode.
	Field []string
}

// Outcome is what came of a write: the document as it is now, and what stood in the way.
type Outcome struct {
	// Document is nil where there is none, or none any more.
	Document models.Document
	// Action is what was done; "" where nothing was.
	Action models.Action
	Errors []UserError
}

func failed(document models.Document, code Code, message string, field ...string) Outcome {
	return Outcome{Document: document, Errors: []UserError{{code, message, field}}}
}

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
	if before != nil && after != nil && same(before, after) {
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
	case errors.Is(err, store.ErrTaken):
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
		if last := stored.Head().UpdatedAt; !at.After(last) { // clocks differ
			at = last.Add(time.Millisecond)
		}
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

// time is the time of a write that is made now.
func (e *Editor) time() time.Time { return e.now().UTC().Truncate(time.Millisecond) }

// earlier is the outcome of the same request, where it was made before, for those who otherwise judge by what has
// become of it.
func (e *Editor) earlier(ctx context.Context, w Write) (outcome Outcome, repeated bool, err error) {
	holds := new(store.Holds)
	defer holds.Release()
	outcome, repeated, err = e.repeated(ctx, holds, w, w.key(auth.Of(ctx)), hashOf(w))
	if w.together != nil {
		w.together.holds.Take(holds)
	}
	return outcome, repeated, shown(err)
}

// repeated is the outcome of a change that was made before with the key, if there is one.
func (e *Editor) repeated(
	ctx context.Context,
	holds *store.Holds,
	w Write,
	key, request string,
) (outcome Outcome, repeated bool, err error) {
	if key == "" {
		return Outcome{}, false, nil
	}
	change, err := e.store.Repeat(ctx, holds, key, request, e.time())
	switch {
	case errors.Is(err, store.ErrKeyReused):
		return failed(nil, CodeKeyReused, "idempotencyKey: was used for another request"), true, nil
	case change == nil && err == nil:
		return Outcome{}, false, nil
	}
	outcome, err = e.repeat(ctx, w, change, err)
	return outcome, true, err
}

// repeat is the outcome of a change that was made before.
func (e *Editor) repeat(ctx context.Context, w Write, change *models.Change, err error) (Outcome, error) {
	if err != nil {
		return Outcome{}, shown(err)
	}
	// which it may have been finished just now
	if _, err := e.find(ctx, w, change.Kind, change.DocumentID); err != nil {
		return Outcome{}, shown(err)
	}
	document, err := change.Document()
	return Outcome{Document: document, Action: change.Action}, err
}

// find reads a document from the database and makes it readable as it was just read: another server may have written
// it.
func (e *Editor) find(ctx context.Context, w Write, kind models.Kind, id string) (models.Document, error) {
	over := e.catalog.Current()
	stored, err := e.store.Find(ctx, kind, id)
	if stored == nil || err != nil {
		return nil, err
	}
	known, head := over.Document(id), stored.Head()
	switch {
	case known == nil && head.DeletedAt != nil:
	case known != nil && known.Head().Revision > head.Revision: // whoever told of that one knows better
	case known != nil && known.Head().Revision == head.Revision && known.Head().Digest == head.Digest:
	case head.DeletedAt == nil && !e.store.KeepsRules(stored):
	default:
		e.applyOver(over, w, stored)
	}
	return stored, nil
}

// apply makes a document readable as it is now.
func (e *Editor) apply(w Write, document models.Document) { e.applyOver(nil, w, document) }

func (e *Editor) applyOver(over *catalog.Snapshot, w Write, document models.Document) {
	changes := catalog.Changes{Over: over}
	if head := document.Head(); head.DeletedAt != nil {
		changes.Removed = []catalog.Removal{{ID: head.ID, Revision: head.Revision}}
	} else {
		changes.Written = []models.Document{document}
	}
	if w.together == nil {
		e.catalog.Apply(changes)
		return
	}
	w.together.mutex.Lock()
	defer w.together.mutex.Unlock()
	w.together.changes.Written = append(w.together.changes.Written, changes.Written...)
	w.together.changes.Removed = append(w.together.changes.Removed, changes.Removed...)
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

// shown makes an error for clients of a database that is away.
func shown(err error) error {
	const advice = "; nothing was lost, but whether the change was made is not known: try again, with an idempotencyKey"
	switch {
	case errors.Is(err, store.ErrFull):
		return &models.Error{
			Code:    models.CodeUnavailable,
			Message: store.ErrFull.Error() + advice + ", when there is room",
		}
	case errors.Is(err, store.ErrUnavailable):
		return &models.Error{Code: models.CodeUnavailable, Message: store.ErrUnavailable.Error() + advice}
	}
	return err
}
