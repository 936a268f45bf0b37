package editing

import (
	"context"
	"sync"
	"time"

	"findcare/internal/catalog"
	"findcare/internal/clock"
	"findcare/internal/store"
	"findcare/models"
)

// Editor changes the directory of one store, and the catalog over it.
type Editor struct {
	store   *store.Store
	catalog *catalog.Catalog
	feed    Feed
	now     clock.Clock
	gone    deletions
	dates   recordDates
}

// Feed keeps the catalog current with what other servers write.
type Feed interface {
	// CatchUp returns when the catalog has everything that was written before.
	CatchUp(ctx context.Context) error
}

// New returns an editor. The feed is nil where nobody else writes.
func New(db *store.Store, directory *catalog.Catalog, feed Feed, now clock.Clock) *Editor {
	return &Editor{store: db, catalog: directory, feed: feed, now: now}
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

// Outcome is what came of a write: the document as it is now, and what stood in the way.
type Outcome struct {
	// Document is nil where there is none, or none any more.
	Document models.Document
	// Action is what was done; "" where nothing was.
	Action models.Action
	Errors []UserError
}

// time is the time of a write that is made now.
func (e *Editor) time() time.Time { return e.now().UTC().Truncate(time.Millisecond) }

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
