package store_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"findcare/internal/store"
	"findcare/models"
)

// The embedded engine has no room for more pages: a change fails for that, reads go on, and so do changes once there is
// room.
func TestFullDisk(t *testing.T) {
	db, err := store.Open(t.Context(), store.LimitPages(store.Config{DataDir: t.TempDir(), Bulk: true}, 1000))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close(t.Context()) })
	create := func(number int) error {
		slug := fmt.Sprint("condition-", number)
		condition := &models.Condition{
			Header: models.Header{ID: models.IDOfSlug(models.KindCondition, slug), Slug: slug, Revision: 1},
			Name:   slug,
		}
		condition.Description = models.OptionalString(strings.Repeat("Much is told of it. ", 2000))
		change, err := models.NewChange(nil, condition)
		if err != nil {
			t.Fatal(err)
		}
		unlock := db.Lock(condition.ID)
		defer unlock()
		return db.Commit(t.Context(), change, condition)
	}
	number := 0
	for ; err == nil; number++ {
		if err = db.Ping(t.Context()); err != nil {
			t.Fatalf("with %d conditions: %v", number, err)
		}
		err = create(number)
	}
	if !errors.Is(err, store.ErrFull) {
		t.Fatalf("condition %d: %v, want that the disk is full", number, err)
	}
	if err := db.Ping(t.Context()); !errors.Is(err, store.ErrFull) {
		t.Errorf("ping: %v", err)
	}
	read := 0
	err = db.Each(t.Context(), models.KindCondition, func(models.Document) error {
		read++
		return nil
	})
	if err != nil || read < number-1 {
		t.Errorf("%d conditions can be read, %v; %d were written", read, err, number-1)
	}
	if err := db.Remove(t.Context(), models.KindCondition); err != nil {
		t.Fatal(err)
	}
	if err := db.Ping(t.Context()); err != nil {
		t.Errorf("ping when there is room: %v", err)
	}
	if err := create(number); err != nil {
		t.Errorf("a change when there is room: %v", err)
	}
}
