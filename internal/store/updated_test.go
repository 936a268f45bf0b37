package store_test

import (
	"context"
	"testing"
	"time"

	"findcare/internal/store"
	"findcare/models"
)

// A writer that is slow writes its document once more, with the time of that, so that servers that poll see it.
func TestAWriterIsLate(t *testing.T) {
	db, err := store.Open(t.Context(), store.Config{URI: open(t, t.TempDir()).EngineURI() + "late"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close(context.WithoutCancel(t.Context())) })
	for _, test := range []struct {
		name string
		late bool
	}{{"in time", false}, {"late", true}} {
		t.Run(test.name, func(t *testing.T) {
			if test.late {
				db.AlwaysLate()
			}
			// Times are stored in milliseconds: a little later is the next one.
			at := sceneTime.Add(time.Millisecond - time.Microsecond)
			slug := models.Slugify(test.name)
			condition := &models.Condition{Name: test.name, Header: models.Header{
				ID: models.IDOfSlug(models.KindCondition, slug), Slug: slug, Revision: 1, UpdatedAt: at,
			}}
			change, err := models.NewChange(nil, condition)
			if err != nil {
				t.Fatal(err)
			}
			if err := db.Commit(t.Context(), change, condition); err != nil {
				t.Fatal(err)
			}
			seen := false
			visit := func(id string, _ models.Document) error { seen = seen || id == condition.ID; return nil }
			err = db.UpdatedSince(t.Context(), models.KindCondition, sceneTime.Add(time.Millisecond), visit)
			if err != nil || seen != test.late {
				t.Errorf("a poll sees it: %t, %v", seen, err)
			}
		})
	}
}
