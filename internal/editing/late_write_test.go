package editing_test

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"testing"
	"time"

	"findcare/internal/catalog"
	"findcare/internal/clock"
	"findcare/internal/clock/clocktest"
	"findcare/internal/editing"
	"findcare/internal/replication"
	"findcare/internal/store"
	"findcare/models"
)

// follow keeps a catalog up to date by polling until the test ends.
func follow(t *testing.T, db *store.Store) *catalog.Catalog {
	t.Helper()
	directory := new(catalog.Catalog)
	changes := replication.New(db, directory, replication.Options{
		Catalog: catalog.Options{SiteURL: "https://care.example", Today: func() models.Date { return "2026-11-24" }},
		Clock:   clocktest.Now, Interval: 20 * time.Millisecond, Logger: slog.New(slog.DiscardHandler),
	})
	ctx, cancel := context.WithCancel(t.Context())
	var running sync.WaitGroup
	running.Go(func() { changes.Run(ctx) })
	t.Cleanup(func() {
		cancel()
		running.Wait()
	})
	<-changes.Loaded()
	return directory
}

// A writer fails between the record of a change and its document, and the change is completed minutes later. Other
// servers, which poll for recent updates, must still see it, and agree with a server that starts then.
func TestLateWriteIsSeenByAll(t *testing.T) {
	clocktest.OutsideEngine(t) // which tells the time of polls
	socket := openEngine(t)
	t.Run("cases", func(t *testing.T) {
		for i, operation := range []string{"createCondition", "updateCondition", "deleteCondition"} {
			last := "update conditions"
			if operation == "createCondition" {
				last = "insert conditions"
			}
			for j, part := range []string{theRequest, theAnswer} {
				t.Run(fmt.Sprintf("%s/the %s is lost", operation, part), func(t *testing.T) {
					t.Parallel()
					l, db := openLossy(t, socket, fmt.Sprintf("late%d%d", i, j))
					_, others := openLossy(t, socket, fmt.Sprintf("late%d%d", i, j))
					checkLate(t, newTestEditorOn(t, db), others, l, operation, part, last)
				})
			}
		}
	})
}

func checkLate(t *testing.T, d *testEditor, others *store.Store, l *lossyNetwork, operation, part, command string) {
	d.clock.Store(clocktest.Now().Add(-10 * time.Minute).UnixMilli())
	key, id := "late", ""
	w := editing.Write{Operation: operation, IdempotencyKey: &key}
	if operation != "createCondition" {
		id = d.condition("Grief")
	}
	write := func() (editing.Outcome, error) {
		switch operation {
		case "createCondition":
			return d.create(w, models.KindCondition, fields{"name": "Grief"})
		case "updateCondition":
			return d.update(w, models.KindCondition, id, fields{"description": "Late."})
		}
		return d.Delete(d.ctx, w, models.KindCondition, id)
	}
	other := follow(t, others) // which has looked past the time of the change before that is made
	l.lose(part, command)
	if _, err := write(); models.ErrorCode(err) != models.CodeUnavailable || !l.lost() {
		t.Fatalf("the client sees %v", err)
	}
	d.clock.Store(clocktest.Now().UnixMilli())
	d.must(write())
	watch := clock.Start()
	for other.Current().Directory().Edition != d.directory.Current().Directory().Edition {
		if watch.Elapsed() > 10*time.Second {
			t.Fatalf(
				"another server has %+v, this one %+v", other.Current().Directory(), d.directory.Current().Directory(),
			)
		}
		time.Sleep(5 * time.Millisecond)
	}
	d.must(write()) // a third time, which changes nothing
	if history, err := d.History(d.ctx, d.idOfGrief(), nil, nil); err != nil || len(history) == 0 ||
		history[0].Operation != operation {
		t.Errorf("on record: %+v, %v", history, err)
	}
}

// idOfGrief returns the id of the only condition.
func (d *testEditor) idOfGrief() string {
	slug := "grief"
	if found := d.directory.Current().Condition(catalog.SlugOrID{Slug: &slug}); found != nil {
		return found.ID
	}
	return models.IDOfSlug(models.KindCondition, slug)
}
