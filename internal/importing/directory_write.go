package importing

import (
	"context"
	"fmt"

	"findcare/internal/editing"
	"findcare/internal/store"
	"findcare/models"
)

// writer is where the documents of a file in the directory format go.
type writer interface {
	// size is how many documents it takes at once.
	size() int
	// write writes documents of one kind.
	write(ctx context.Context, kind models.Kind, entries []entry) error
}

// storeWriter writes to the store, which no server may serve but by following its changes.
type storeWriter struct{ *importing }

func (storeWriter) size() int {
	const many = 1000
	return many
}

func (w *storeWriter) write(ctx context.Context, kind models.Kind, entries []entry) error {
	var created []models.Document
	var changed []store.Revision
	for _, e := range entries {
		if _, exists := w.index.stored[e.document.Head().ID]; !exists {
			created = append(created, e.document)
			continue
		}
		change, err := w.changeTo(ctx, kind, e.document)
		if err != nil {
			return err
		}
		changed = append(changed, store.Revision{Change: change, After: e.document})
	}
	if err := w.store.Write(ctx, kind, created); err != nil {
		return err
	}
	return w.store.CommitAll(ctx, kind, changed)
}

// changeTo returns the record of the change from the stored revision to the next one.
func (w *storeWriter) changeTo(ctx context.Context, kind models.Kind, after models.Document) (*models.Change, error) {
	head := after.Head()
	before, found, err := w.store.Find(ctx, kind, head.ID)
	if err != nil {
		return nil, err
	}
	if !found || before.Head().Revision != head.Revision-1 {
		return nil, fmt.Errorf("write %s: %w", head.ID, store.ErrConflict)
	}
	head.UpdatedAt = before.Head().NextUpdate(head.UpdatedAt)
	change, err := models.NewChange(before, after)
	if err == nil {
		change.ByImport("")
	}
	return change, err
}

// editorWriter has the editor of a running server make the changes, while others may edit the same documents.
type editorWriter struct{ *importing }

func (editorWriter) size() int { return editing.MaxImported }

func (w *editorWriter) write(ctx context.Context, kind models.Kind, entries []entry) error {
	ids := make([]string, len(entries))
	for at, e := range entries {
		ids[at] = e.document.Head().ID
	}
	next := func(at int, before models.Document) (models.Document, []models.Fault) {
		return w.next(ctx, entries[at], before)
	}
	outcomes, err := w.Editor.ImportAll(ctx, kind, ids, next)
	if err != nil {
		return err
	}
	for at, outcome := range outcomes {
		if len(outcome.Errors) > 0 {
			return fmt.Errorf("%s%s", entries[at].record.Place, outcome.Errors[0].Located())
		}
		w.recount(ids[at], outcome.Action)
	}
	return nil
}

// next returns a document of the file as it is to be, given what is stored by now.
func (w *editorWriter) next(
	ctx context.Context, e entry, before models.Document,
) (models.Document, []models.Fault) {
	revision := int64(0)
	if before != nil {
		revision = before.Head().Revision
	}
	if known := w.index.stored[e.document.Head().ID]; before == nil || !known.deleted && known.revision == revision {
		return e.document, nil
	}
	// Somebody has changed it since it was compared.
	document, faults, err := w.prepareOver(e.record, before)
	switch {
	case err != nil:
		return nil, []models.Fault{{Rule: err.Error()}}
	case len(faults) == 0:
		faults = w.faultsOf(document, before, models.DateOf(w.now))
		faults = append(faults, w.Editor.NotAllowed(ctx, before, document)...)
	}
	return document, faults
}

// recount corrects the counts where others did to a document what the import would have done.
func (w *editorWriter) recount(id string, action models.Action) {
	known, exists := w.index.stored[id]
	if exists && !known.deleted {
		w.summary.Changed--
	} else {
		w.summary.Created--
	}
	switch action {
	case models.ActionCreate:
		w.summary.Created++
	case models.ActionUpdate:
		w.summary.Changed++
	default:
		w.summary.Unchanged++
	}
}
