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

// Once everything was read, the embedded engine is not searched for what is deleted: that is known, of what was deleted
// before and of what is deleted since.
func TestPurgeAfterLoading(t *testing.T) {
	dir := t.TempDir()
	db := open(t, dir)
	write(t, db, condition("grief"), condition("anger"))
	remove := func(slug string) time.Time {
		after := condition(slug)
		at := after.UpdatedAt.Add(time.Hour)
		after.Revision, after.UpdatedAt, after.DeletedAt = 2, at, &at
		change, err := models.NewChange(condition(slug), after)
		if err == nil {
			err = db.Commit(t.Context(), change, after)
		}
		if err != nil {
			t.Fatal(err)
		}
		return at
	}
	remove("grief")
	if _, err := db.Load(t.Context()); err != nil {
		t.Fatal(err)
	}
	at := remove("anger")
	for _, step := range []struct {
		before time.Time
		purged int64
	}{{at, 0}, {at.Add(time.Hour), 2}, {at.Add(time.Hour), 0}} {
		if purged, err := db.Purge(t.Context(), step.before); err != nil || purged != step.purged {
			t.Errorf("before %v: %d purged, %v; want %d", step.before, purged, err, step.purged)
		}
	}
	if left := len(contents(t, dir)["conditions"]); left != 0 {
		t.Errorf("%d conditions are left", left)
	}
}
