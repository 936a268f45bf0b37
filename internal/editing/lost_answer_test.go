package editing_test

import (
	"fmt"
	"strings"
	"testing"

	"findcare/internal/editing"
	"findcare/models"
)

// A write has three steps, and at each the network may fail before or after the database has done it. The client then
// learns that the result is unknown. Repeating the request with the same key returns the result, and the write is made
// once, even if others have seen it in the meantime.
func TestWriteWithLostResponse(t *testing.T) {
	socket := openEngine(t)
	t.Run("cases", func(t *testing.T) { // which end before the engine does
		for i, operation := range []string{"createCondition", "updateCondition", "deleteCondition"} {
			last := "update conditions"
			if operation == "createCondition" {
				last = "insert conditions"
			}
			for j, test := range []struct {
				part, command string
				seen          bool
			}{
				{theRequest, "update keys", false},
				{theAnswer, "update keys", false},
				{theRequest, "insert changes", false},
				{theAnswer, "insert changes", false},
				{theRequest, last, false},
				{theAnswer, last, false},
				{theAnswer, last, true},
			} {
				t.Run(
					fmt.Sprintf("%s/the %s of %s/seen by others %t", operation, test.part, test.command, test.seen),
					func(t *testing.T) {
						t.Parallel()
						l, db := openLossy(t, socket, fmt.Sprintf("lost%d%d", i, j))
						checkLostWrite(
							t, newTestEditorOn(t, db), l, lostWrite{operation, test.part, test.command, test.seen},
						)
					},
				)
			}
		}
	})
}

// lostWrite is a mutation during which a part of a command is lost. seen says whether this server reads what was
// written before the mutation is repeated.
type lostWrite struct {
	operation, part, command string
	seen                     bool
}

// write sends the mutation.
func (test lostWrite) write(d *testEditor, w editing.Write, id string) (editing.Outcome, error) {
	switch test.operation {
	case "createCondition":
		return d.create(w, models.KindCondition, fields{"name": "Grief"})
	case "updateCondition":
		return d.update(w, models.KindCondition, id, fields{"description": "What stays."})
	}
	return d.Delete(d.ctx, w, models.KindCondition, id)
}

func checkLostWrite(t *testing.T, d *testEditor, l *lossyNetwork, test lostWrite) {
	key, revision := "once", int64(1)
	w := editing.Write{Operation: test.operation, IdempotencyKey: &key}
	id := ""
	if test.operation != "createCondition" {
		id, revision = d.condition("Grief"), 2
	}
	write := func() (editing.Outcome, error) { return test.write(d, w, id) }
	l.lose(test.part, test.command)
	outcome, err := write()
	for range 10 { // on a busy machine the database is too slow at times, before anything is lost
		if models.ErrorCode(err) != models.CodeUnavailable || l.lost() {
			break
		}
		outcome, err = write()
	}
	if models.ErrorCode(err) != models.CodeUnavailable ||
		!strings.Contains(err.Error(), "it is not known whether the change was made") ||
		outcome.Document != nil ||
		!l.lost() {
		t.Fatalf("the client sees %+v, %v", outcome, err)
	}
	if test.seen {
		d.directory.Publish(d.loaded())
	}
	retry := func() (outcome editing.Outcome, err error) {
		for range 10 { // on a busy machine the database is too slow at times
			if outcome, err = write(); models.ErrorCode(err) != models.CodeUnavailable {
				break
			}
		}
		return outcome, err
	}
	for range 2 { // which are two retries
		document := d.must(retry())
		if test.operation == "deleteCondition" {
			if document != nil {
				t.Errorf("deleted, and there is %+v", document)
			}
			continue
		}
		if id == "" {
			id = document.Head().ID
		}
		if got := document.(*models.Condition); got.ID != id || got.Slug != "grief" || got.Revision != revision ||
			(got.Description != "") != (revision == 2) {
			t.Errorf("a retry gives %+v", got)
		}
	}
	history, err := d.History(d.ctx, id, nil, nil)
	if err != nil || int64(len(history)) != revision || history[0].Operation != test.operation ||
		history[0].Revision != revision ||
		history[0].By != "usr_ada" {
		t.Errorf("on record: %d changes, %v", len(history), err)
	}
}

// Without a key, the expected revision prevents a retry from writing twice: the client sees its own change in the
// conflict.
func TestLostResponseWithoutKey(t *testing.T) {
	l, db := openLossy(t, openEngine(t), "lost")
	d := newTestEditorOn(t, db)
	id := d.condition("Grief")
	for i, command := range []string{"insert changes", "update conditions"} {
		expected, text := i+1, fmt.Sprintf("Lost at: %s.", command)
		w := editing.Write{Operation: "updateCondition", ExpectedRevision: &expected}
		write := func() (editing.Outcome, error) {
			return d.update(w, models.KindCondition, id, fields{"description": text})
		}
		l.lose(theAnswer, command)
		if _, err := write(); models.ErrorCode(err) != models.CodeUnavailable {
			t.Fatalf("%s: %v", command, err)
		}
		current := d.mustFail(
			models.UserErrorConflict,
			fmt.Sprintf("%d is not the current revision, %d", expected, expected+1),
		)(write())
		if got := string(current.(*models.Condition).Description); got != text {
			t.Errorf("the conflict shows %q, want %q", got, text)
		}
	}
}
