package replication

import (
	"context"
	"time"

	"findcare/internal/catalog"
	"findcare/models"
)

// maxChanges is how many changes are applied at a time.
const maxChanges = 1000

// changes are what others have written.
type changes struct {
	// documents are whole; DeletedAt is set in those that were deleted.
	documents []models.Document
	// gone are the ids of documents that are not there any more, or that break a rule now.
	gone []string
}

func (c *changes) len() int { return len(c.documents) + len(c.gone) }

// add takes up a document as it is stored; nil where it is no document.
func (f *Feed) add(to *changes, id string, document models.Document) {
	switch {
	case document == nil:
		to.gone = append(to.gone, id)
	case document.Head().DeletedAt != nil:
		f.store.Release(document.Kind(), id)
		to.documents = append(to.documents, document)
	case f.store.KeepsRules(document):
		to.documents = append(to.documents, document)
	default:
		to.gone = append(to.gone, id)
	}
}

// take applies changes and leaves none.
func (f *Feed) take(ctx context.Context, found *changes) error {
	if found.len() == 0 {
		return nil
	}
	err := f.apply(ctx, found)
	*found = changes{}
	return err
}

// apply takes changes over, in any order and repeatedly. Those that the catalog cannot judge by their revisions are
// looked up. After an error, they have to be applied again.
func (f *Feed) apply(ctx context.Context, found *changes) error {
	var judged catalog.Changes
	for _, document := range found.documents {
		if head := document.Head(); head.DeletedAt != nil {
			judged.Removed = append(judged.Removed, catalog.Removal{ID: head.ID, Revision: head.Revision})
		} else {
			judged.Written = append(judged.Written, document)
		}
	}
	applied := f.catalog.Apply(judged)
	f.count(applied.Changes)
	doubtful := applied.Doubtful
	for _, id := range found.gone {
		if f.catalog.Current().Document(id) != nil {
			doubtful = append(doubtful, id)
		}
	}
	return f.settle(ctx, doubtful)
}

// settle makes some documents what the database now has of them, whatever their revisions.
func (f *Feed) settle(ctx context.Context, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	changes := catalog.Changes{Over: f.catalog.Current()}
	stored, err := f.store.Current(ctx, ids)
	if err != nil {
		return err
	}
	there := make(map[string]bool, len(stored))
	for _, document := range stored {
		there[document.Head().ID] = true
		changes.Written = append(changes.Written, document)
	}
	for _, id := range ids {
		if !there[id] {
			there[id] = true
			changes.Removed = append(changes.Removed, catalog.Removal{ID: id})
		}
	}
	f.count(f.catalog.Apply(changes).Changes)
	return nil
}

// count counts what was news, and how late it came.
func (f *Feed) count(news catalog.Changes) {
	f.applied.Add(int64(len(news.Written) + len(news.Removed)))
	var first time.Time
	for _, document := range news.Written {
		if at := document.Head().UpdatedAt; first.IsZero() || at.Before(first) {
			first = at
		}
	}
	if !first.IsZero() {
		f.lag.Store(int64(max(f.options.Clock.Since(first), 0)))
	}
}

