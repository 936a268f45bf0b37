package editing_test

import (
	"testing"

	"findcare/internal/editing"
	"findcare/models"
	"findcare/models/modelstest"
)

// A request that is repeated with its key gets the answer of the first one, also where it brings in records. Without
// the key, nothing is to be changed any more.
func TestRecordsAreSavedAgain(t *testing.T) {
	d := newTestEditor(t)
	key := "import 1"
	keyed := editing.Write{Operation: "saveProviders", IdempotencyKey: &key}
	inputs := modelstest.Providers(
		fields{"slug": "wren", "name": "Wren Examplar", "kind": "INDIVIDUAL"},
		fields{"slug": "finch", "name": "Finch Examplar", "kind": "INDIVIDUAL"},
	)
	for i := range inputs {
		number := []string{"1000000004", "1000000012"}[i]
		inputs[i].Record = &models.RecordInput{Source: "nppes", Key: number, FileDate: "2026-11-01"}
	}
	save := func(w editing.Write, want ...models.Action) {
		t.Helper()
		outcomes, err := d.SaveAll(d.ctx, w, inputs, false)
		if err != nil {
			t.Fatal(err)
		}
		for i, outcome := range outcomes {
			if len(outcome.Errors) > 0 || outcome.Action != want[i] {
				t.Errorf("%d: %q, %v, want %q", i, outcome.Action, outcome.Errors, want[i])
			}
		}
	}
	save(keyed, models.ActionCreate, models.ActionCreate)
	save(keyed, models.ActionCreate, models.ActionCreate)
	save(editing.Write{Operation: "saveProviders"}, "", "")
	key = "import 2"
	inputs[0].Record = &models.RecordInput{
		Source: "nppes", Key: inputs[0].Record.Key, FileDate: "2026-11-02", WithdrawnOn: "2026-11-02",
	}
	save(keyed, models.ActionDelete, "")
	save(keyed, models.ActionDelete, "")
	save(editing.Write{Operation: "saveProviders"}, "", "")
}
