package editing_test

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"findcare/internal/editing"
	"findcare/models"
)

// Many writers on few documents, on one server and on two that share a database: no acknowledged write is lost.
func TestNoLostUpdate(t *testing.T) {
	t.Run("one server", func(t *testing.T) { checkNoLostUpdate(t, newTestEditor(t)) })
	t.Run("two servers", func(t *testing.T) {
		socket := openEngine(t)
		_, first := openLossy(t, socket, "shared")
		_, second := openLossy(t, socket, "shared")
		checkNoLostUpdate(t, newTestEditorOn(t, first), newTestEditorOn(t, second))
	})
}

func checkNoLostUpdate(t *testing.T, editors ...*testEditor) {
	const documents, writers, writes = 10, 50, 4
	var ids [documents]string
	var acknowledged [documents]atomic.Int64
	for i := range ids {
		ids[i] = editors[0].condition(fmt.Sprintf("Condition %d", i))
	}
	var running sync.WaitGroup
	for writer := range writers {
		running.Go(func() {
			d, i := editors[writer%len(editors)], writer/len(editors)%documents
			seen := 1
			for done := 0; done < writes; {
				name := fmt.Sprintf("Writer %d, write %d, after %d.", writer, done, seen)
				w := editing.Write{Operation: "updateCondition", ExpectedRevision: &seen, IdempotencyKey: &name}
				outcome, err := d.update(w, models.KindCondition, ids[i], fields{"description": name})
				switch {
				// on a busy machine; the retry has the same key
				case models.ErrorCode(err) == models.CodeUnavailable:
					continue
				case err != nil:
					t.Error(err)
					return
				case len(outcome.Errors) == 0:
					acknowledged[i].Add(1)
					done++
				case outcome.Errors[0].Code != models.UserErrorConflict:
					t.Errorf("%+v", outcome.Errors)
					return
				}
				seen = int(outcome.Document.Head().Revision) // of what was written, or of what stood in the way
			}
		})
	}
	running.Wait()
	for i, id := range ids {
		stored, found, err := editors[0].db.Find(t.Context(), models.KindCondition, id)
		if !found {
			t.Fatalf("document %d is gone: %v", i, err)
		}
		revision := stored.Head().Revision
		if want := 1 + acknowledged[i].Load(); revision != want {
			t.Errorf("document %d is at revision %d, after %d acknowledged writes", i, revision, want-1)
		}
		if history, err := editors[0].History(editors[0].ctx, id, nil, nil); err != nil ||
			int64(len(history)) != min(revision, 20) {
			t.Errorf("on record of document %d: %d changes, %v", i, len(history), err)
		}
	}
	if len(editors) > 1 { // which follow each other by a feed, elsewhere
		return
	}
	got, want := editors[0].directory.Current().Directory().Edition, editors[0].loaded().Directory().Edition
	if got != want {
		t.Errorf("the catalog has %+v, a new server %+v", got, want)
	}
}
