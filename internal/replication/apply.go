package replication

import (
	"context"
	"time"

	"findcare/internal/catalog"
	"findcare/models"
)

// maxChanges is how many changes are applied at a time.
const maxChanges = 1000

// changes are writes of others.
type changes struct {
	// documents are whole; DeletedAt is set in those that were deleted.
	documents []models.Document
	// gone are the ids of documents that do not exist any more, or that now break a rule.
	gone []string
}

func (c *changes) len() int { return len(c.documents) + len(c.gone) }

// newest is when the last of the documents was written, by its own account.
func (c *changes) newest() (at time.Time) {
	for _, document := range c.documents {
		if updated := document.Head().UpdatedAt; updated.After(at) {
			at = updated
		}
	}
	return at
}

// add adds a document as it is stored, nil if that is not a document.
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

// take applies changes and empties them.
func (f *Feed) take(ctx context.Context, found *changes) error {
	if found.len() == 0 {
		return nil
	}
	err := f.apply(ctx, found)
	*found = changes{}
	return err
}

// apply applies changes to the catalog. They may come in any order, and repeatedly. Those that the catalog cannot order
// by their revisions are looked up. After an error, they have to be applied again.
func (f *Feed) apply(ctx context.Context, found *changes) error {
	var judged catalog.Changes
	for _, document := range found.documents {
		if head := document.Head(); head.DeletedAt != nil {
			removal := catalog.Removal{ID: head.ID, Revision: head.Revision, At: head.UpdatedAt}
			judged.Removed = append(judged.Removed, removal)
		} else {
			judged.Written = append(judged.Written, document)
		}
	}
	applied := f.catalog.Apply(judged)
	f.count(applied.Changes)
	doubtful := applied.Unresolved
	for _, id := range found.gone {
		if f.catalog.Current().Document(id) != nil {
			doubtful = append(doubtful, id)
		}
	}
	return f.settle(ctx, doubtful)
}

// settle reads some documents from the database and applies them, whatever their revisions.
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

// count counts the changes that were new, and sets the lag.
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
