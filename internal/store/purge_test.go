package store_test

import (
	"testing"
	"time"

	"findcare/models"
)

// Idempotency keys do not pile up: what is old is purged, and what is not stays.
func TestOldKeysArePurged(t *testing.T) {
	dir := t.TempDir()
	db := open(t, dir)
	write(t, db, condition("grief"))
	change, after := renamed()
	change.Key, change.Request = "key", "request"
	if err := db.Commit(t.Context(), change, after); err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		before time.Time
		keys   int
	}{{change.At, 1}, {change.At.Add(time.Hour), 0}} {
		if _, err := db.Purge(t.Context(), step.before); err != nil {
			t.Fatal(err)
		}
		if got := len(contents(t, dir)["keys"]); got != step.keys {
			t.Errorf("after a purge of what is before %v, there are %d keys, want %d", step.before, got, step.keys)
		}
	}
	document, found, err := db.Find(t.Context(), models.KindCondition, condition("grief").ID)
	if !found || document.Head().Revision != 2 {
		t.Errorf("the document is %+v, %v", document, err)
	}
}
