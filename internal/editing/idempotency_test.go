package editing_test

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"findcare/internal/auth"
	"findcare/internal/editing"
	"findcare/models"
	"findcare/models/modelstest"
)

func TestIdempotencyKey(t *testing.T) {
	d := newTestEditor(t)
	key := "once"
	w := editing.Write{Operation: "createProvider", IdempotencyKey: &key}
	input := fields{"name": "Wren Examplar", "kind": "INDIVIDUAL"}
	first := d.must(d.create(w, models.KindProvider, input))
	second := d.must(d.create(w, models.KindProvider, input))
	if first.Head().ID != second.Head().ID || second.Head().Revision != 1 ||
		d.directory.Current().Directory().ProviderCount != 1 {
		t.Errorf("first %+v, second %+v", first.Head(), second.Head())
	}
	d.mustFail(models.UserErrorKeyReused, "another request")(
		d.create(w, models.KindProvider, fields{"name": "Robin", "kind": "INDIVIDUAL", "slug": "wren-examplar"}),
	)

	id := first.Head().ID
	w.Operation = "updateProvider"
	key = "rename"
	for range 3 {
		d.must(d.update(w, models.KindProvider, id, fields{"name": "Robin Examplar"}))
	}
	if got := d.directory.Current().Document(id).Head().Revision; got != 2 {
		t.Errorf("revision %d, want 2", got)
	}
	// Keys of different clients are independent.
	other := auth.With(d.ctx, &auth.Principal{ID: "usr_bob", Role: auth.Editor})
	d.must(d.Update(other, w, id, modelstest.Input(models.KindProvider, fields{"name": "Heron Examplar"})))
}

// A key is valid for a day of the editor's clock, independent of the machine's.
func TestIdempotencyKeyExpires(t *testing.T) {
	d := newTestEditor(t)
	id := d.condition("Grief")
	describe := func(text string, key *string) int64 {
		t.Helper()
		w := editing.Write{Operation: "updateCondition", IdempotencyKey: key}
		return d.must(d.update(w, models.KindCondition, id, fields{"description": text})).Head().Revision
	}
	key := "describe"
	describe("Love that stays.", &key)
	describe("Love.", nil)
	for _, step := range []struct {
		passes time.Duration
		want   int64
	}{{0, 2}, {23 * time.Hour, 2}, {2 * time.Hour, 4}} { // the result stays that of then, and what came later stands
		d.clock.Add(step.passes.Milliseconds())
		if got := describe("Love that stays.", &key); got != step.want {
			t.Errorf("%v later, the same request gives revision %d, want %d", step.passes, got, step.want)
		}
	}
}

// A client that gets no response from one server may ask another one while the first is still working.
func TestIdempotencyKeyOnTwoServers(t *testing.T) {
	socket := openEngine(t)
	_, first := openLossy(t, socket, "shared")
	_, second := openLossy(t, socket, "shared")
	editors := []*testEditor{newTestEditorOn(t, first), newTestEditorOn(t, second)}
	type writeFunc func(d *testEditor, w editing.Write) (editing.Outcome, error)
	atBoth := func(what string, revision int64, write writeFunc) (id string) {
		t.Helper()
		w := editing.Write{Operation: "write", IdempotencyKey: &what}
		var outcomes [2]editing.Outcome
		var errs [2]error
		var running sync.WaitGroup
		for i, d := range editors {
			running.Go(func() { outcomes[i], errs[i] = write(d, w) })
		}
		running.Wait()
		for i, outcome := range outcomes {
			if errs[i] != nil || len(outcome.Errors) > 0 {
				t.Fatalf("%s: %v, %+v", what, errs[i], outcome.Errors)
			}
			if outcome.Document == nil {
				continue
			}
			if id = outcome.Document.Head().ID; outcome.Document.Head().Revision != revision ||
				id != outcomes[0].Document.Head().ID {
				t.Errorf("%s: made %+v, and elsewhere %+v", what, outcome.Document.Head(), outcomes[0].Document.Head())
			}
		}
		return id
	}
	for round := range 20 {
		name := fmt.Sprintf("Condition %d", round)
		id := atBoth("create "+name, 1, func(d *testEditor, w editing.Write) (editing.Outcome, error) {
			return d.create(w, models.KindCondition, fields{"name": name})
		})
		atBoth("update "+name, 2, func(d *testEditor, w editing.Write) (editing.Outcome, error) {
			w.ExpectedRevision = revision(1)
			return d.update(w, models.KindCondition, id, fields{"description": "What stays."})
		})
		atBoth("delete "+name, 3, func(d *testEditor, w editing.Write) (editing.Outcome, error) {
			return d.Delete(d.ctx, w, models.KindCondition, id)
		})
		if history, err := editors[0].History(editors[0].ctx, id, nil, nil); err != nil || len(history) != 3 {
			t.Errorf("%s: %d changes are on record, %v", name, len(history), err)
		}
	}
}
