package editing

import (
	"context"
	"sync"
	"time"

	"findcare/internal/catalog"
	"findcare/internal/clock"
	"findcare/internal/combine"
	"findcare/internal/store"
	"findcare/models"
)

// Editor changes the directory in one store and in the catalog that serves it.
type Editor struct {
	store     *store.Store
	catalog   *catalog.Catalog
	feed      Feed
	now       clock.Clock
	applying  *combine.Group[catalog.Changes]
	deletions deletions
	dates     recordDates
	signOff   bool // a text becomes public only with the sign-off of a reviewer who is not its author
}

// RequireSignOff lets editors make a text public only with the sign-off of a reviewer who is not its author. It is to
// be called before anything is changed.
func (e *Editor) RequireSignOff() { e.signOff = true }

// Feed keeps the catalog up to date with what other servers write.
type Feed interface {
	// CatchUp returns when the catalog has everything that was written before.
	CatchUp(ctx context.Context) error
}

// New returns an editor that takes the time from now. The feed is nil if no other server writes.
func New(db *store.Store, directory *catalog.Catalog, feed Feed, now clock.Clock) *Editor {
	const together = 256
	applying := combine.New(1, together, func(all []catalog.Changes) {
		var changes catalog.Changes
		for _, some := range all {
			changes.Written = append(changes.Written, some.Written...)
			changes.Removed = append(changes.Removed, some.Removed...)
		}
		directory.Apply(changes)
	})
	return &Editor{store: db, catalog: directory, feed: feed, now: now, applying: applying}
}

// Write holds the parameters that all changes have in common.
type Write struct {
	// Operation is the name of the mutation.
	Operation string
	// ExpectedRevision is the revision that the document must still have, nil for any.
	ExpectedRevision *int
	// IdempotencyKey makes repeated requests return the first one's result, for 24 hours.
	IdempotencyKey *string
	// Input is the request itself. Its hash tells a repeated request from another one with the same key.
	Input any

	// anybody makes the idempotency key the same for whoever asks.
	anybody bool
	// ahead lets the document refer to some that are yet to be written.
	ahead bool
	// place maps the path of a fault in the document to its path in the input; nil if they are the same.
	place func(path string) string
	batch *batch // nil for a single write
	// redirect makes a document refer to another one instead of the one that is being deleted; nil to refuse the
	// deletion.
	redirect func(ctx context.Context, referrer models.Document) (Outcome, error)
}

// batch collects the writes of one request so that they become visible at once: a snapshot of the directory for each of
// hundreds of writes would invalidate every cache hundreds of times.
type batch struct {
	mutex   sync.Mutex
	changes catalog.Changes
	read    []readRecord
	holds   store.Holds
}

// Outcome is the result of a write: the document as it is now, and what prevented the change.
type Outcome struct {
	// Document is nil if it does not exist or was deleted.
	Document models.Document
	// Action is what the write did, "" if nothing changed.
	Action models.Action
	Errors []UserError
}

// time is the time of a write that happens now.
func (e *Editor) time() time.Time { return e.now().UTC().Truncate(time.Millisecond) }

// find reads a document from the database and puts it into the catalog, since another server may have written it.
func (e *Editor) find(
	ctx context.Context, w Write, kind models.Kind, id string,
) (stored models.Document, found bool, err error) {
	over := e.catalog.Current()
	if stored, found, err = e.store.Find(ctx, kind, id); !found {
		return nil, false, err
	}
	known, head := over.Document(id), stored.Head()
	switch {
	case known == nil && head.DeletedAt != nil:
	case known != nil && known.Head().Revision > head.Revision: // the catalog has a newer one
	case known != nil && known.Head().Revision == head.Revision && known.Head().Digest == head.Digest:
	case head.DeletedAt == nil && !e.store.KeepsRules(stored):
	default:
		e.applyOver(over, w, stored)
	}
	return stored, true, nil
}

// apply puts a document into the catalog.
func (e *Editor) apply(w Write, document models.Document) { e.applyOver(nil, w, document) }

func (e *Editor) applyOver(over *catalog.Snapshot, w Write, document models.Document) {
	changes := catalog.Changes{Over: over}
	if head := document.Head(); head.DeletedAt != nil {
		changes.Removed = []catalog.Removal{{ID: head.ID, Revision: head.Revision}}
	} else {
		changes.Written = []models.Document{document}
	}
	switch {
	case w.batch == nil && over == nil:
		e.applying.Do(changes)
		return
	case w.batch == nil:
		e.catalog.Apply(changes)
		return
	}
	w.batch.mutex.Lock()
	defer w.batch.mutex.Unlock()
	w.batch.changes.Written = append(w.batch.changes.Written, changes.Written...)
	w.batch.changes.Removed = append(w.batch.changes.Removed, changes.Removed...)
}
