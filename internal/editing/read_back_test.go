package editing_test

import (
	"testing"

	"findcare/internal/catalog"
	"findcare/internal/editing"
	"findcare/models"
)

// A write shows the document as it read it, even if another server has just written it: in a conflict, in a rejection,
// and if nothing changes.
func TestReadDocumentsAreVisible(t *testing.T) {
	socket := openEngine(t)
	_, first := openLossy(t, socket, "shared")
	_, second := openLossy(t, socket, "shared")
	here, there := newTestEditorOn(t, first), newTestEditorOn(t, second)
	w := editing.Write{Operation: "updateCondition"}
	for _, test := range []struct {
		name string
		do   func(id string) (editing.Outcome, error)
		code models.UserErrorCode
	}{
		{"a conflict", func(id string) (editing.Outcome, error) {
			w.ExpectedRevision = revision(1)
			return here.update(w, models.KindCondition, id, fields{"name": "Sorrow"})
		}, models.UserErrorConflict},
		{"a rejection", func(id string) (editing.Outcome, error) {
			w.ExpectedRevision = nil
			return here.update(w, models.KindCondition, id, fields{"name": ""})
		}, models.UserErrorInvalid},
		{"no change", func(id string) (editing.Outcome, error) {
			return here.update(w, models.KindCondition, id, fields{"description": "Of another server."})
		}, ""},
	} {
		for _, known := range []bool{true, false} {
			id := there.condition("Grief, " + test.name + map[bool]string{true: ", known"}[known])
			if known {
				here.directory.Publish(here.loaded())
			}
			there.must(
				there.update(
					editing.Write{Operation: "updateCondition"}, models.KindCondition, id,
					fields{"description": "Of another server."},
				),
			)
			outcome, err := test.do(id)
			if err != nil || (test.code == "") != (len(outcome.Errors) == 0) ||
				test.code != "" && outcome.Errors[0].Code != test.code {
				t.Fatalf("%s: %+v, %v", test.name, outcome, err)
			}
			shown := here.directory.Current().Condition(catalog.SlugOrID{ID: &id})
			if shown == nil || shown.Revision != 2 || string(shown.Description) != "Of another server." {
				t.Errorf("%s, known before %t: shows %+v", test.name, known, shown)
			}
		}
	}
}
