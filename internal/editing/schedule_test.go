package editing_test

import (
	"bytes"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"findcare/internal/catalog"
	"findcare/internal/clock/clocktest"
	"findcare/internal/editing"
	"findcare/internal/store"
	"findcare/models"
)

// schedule schedules a working copy, and fails the test unless there is the one error, "" for none.
func (d *testEditor) schedule(id string, save int, at time.Time, want models.UserErrorCode) *editing.WorkingCopy {
	d.t.Helper()
	payload, err := d.PublishWorkingCopy(d.ctx, id, save, &at)
	d.check(payload, err, want)
	return payload.WorkingCopy
}

// tick publishes what is due by the clock of the test.
func (d *testEditor) tick(s *editing.Schedules, now time.Time) (next time.Duration) {
	d.t.Helper()
	d.clock.Store(now.UnixMilli())
	next, err := s.Publish(d.t.Context())
	if err != nil {
		d.t.Fatal(err)
	}
	return next
}

func TestSchedule(t *testing.T) {
	d := newTestEditor(t)
	log := new(bytes.Buffer)
	schedules := editing.NewSchedules(d.Editor, slog.New(slog.NewTextHandler(log, nil)))
	at := time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)
	id := d.article().ID
	d.save(saveOf(models.KindArticle, id, 0, fields{"lead": "Grief is loss.", "publishedOn": "2026-11-26"}), "")
	c := d.schedule(id, 1, at, "")
	if c.Save() != 2 || !c.ScheduledFor().Equal(at) || c.ScheduleFailure() != "" {
		t.Errorf("scheduled: save %d for %v, %q", c.Save(), c.ScheduledFor(), c.ScheduleFailure())
	}
	d.schedule(id, 1, at, "") // the answer was lost
	d.schedule(id, 1, at.Add(time.Hour), models.UserErrorConflict)
	if next := d.tick(schedules, at.Add(-2*time.Second)); next <= 0 || next > 2*time.Second {
		t.Errorf("looks again after %v", next)
	}
	if got := d.directory.Current().Document(id).Head().Revision; got != 1 {
		t.Errorf("revision %d before its time", got)
	}
	d.tick(schedules, at)
	d.tick(schedules, at)
	article := d.directory.Current().Document(id).(*models.Article)
	if !article.Published() || article.Revision != 2 || article.PublishedOn != "2026-11-26" {
		t.Errorf("published: %+v", article)
	}
	changes, err := d.History(d.ctx, id, revision(1), nil)
	if err != nil || changes[0].By != "usr_ada" || changes[0].Operation != "publishWorkingCopy" {
		t.Errorf("the history has %+v, %v", changes, err)
	}
	if published, failed := schedules.Counts(); published != 1 || failed != 0 {
		t.Errorf("%d published, %d failed", published, failed)
	}
}

// What was said of one text is not said of another one.
func TestScheduleIsOfATextAlone(t *testing.T) {
	d := newTestEditor(t)
	schedules := editing.NewSchedules(d.Editor, slog.New(slog.DiscardHandler))
	at := time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)
	saved, taken, gone := d.provider("Saved", nil), d.provider("Taken", nil), d.provider("Gone", nil)
	for _, id := range []string{saved, taken, gone} {
		d.save(saveOf(models.KindProvider, id, 0, fields{"statement": "Hello."}), "")
		d.schedule(id, 1, at, "")
	}
	another := d.save(saveOf(models.KindProvider, saved, 2, fields{"statement": "Hi."}), "").WorkingCopy
	if at := another.ScheduledFor(); at != nil {
		t.Errorf("another text is scheduled for %v", at)
	}
	payload, err := d.UnscheduleWorkingCopy(d.ctx, taken, 2)
	d.check(payload, err, "")
	if c := payload.WorkingCopy; c.ScheduledFor() != nil || c.Save() != 3 || c.Provider().Statement != "Hello." {
		t.Errorf("unscheduled: %+v", c)
	}
	d.discardCopy(gone, 2, "")
	d.tick(schedules, at.Add(time.Hour))
	for _, id := range []string{saved, taken, gone} {
		if revision := d.revisionOf(id); revision != 1 {
			t.Errorf("%s was published", id)
		}
	}
}

// A schedule that fails stays, with the reason, and does not take place later.
func TestScheduleThatFails(t *testing.T) {
	d := newTestEditor(t)
	log := new(bytes.Buffer)
	schedules := editing.NewSchedules(d.Editor, slog.New(slog.NewTextHandler(log, nil)))
	at := time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)
	id := d.provider("Wren Examplar", fields{"statement": "Hello."})
	d.save(saveOf(models.KindProvider, id, 0, fields{"name": ""}), "")
	d.schedule(id, 1, at, models.UserErrorInvalid)
	d.save(saveOf(models.KindProvider, id, 1, fields{"name": "Wren", "statement": "Good day."}), "")
	d.schedule(id, 2, at, "")
	d.must(d.update(editing.Write{}, models.KindProvider, id, fields{"statement": "Hi."}))
	for range 2 {
		d.tick(schedules, at)
	}
	scheduled := true
	list, err := d.WorkingCopies(d.ctx, d.directory.Current(), editing.WorkingCopyList{Scheduled: &scheduled})
	if err != nil || list.TotalCount != 1 {
		t.Fatal(list.TotalCount, err)
	}
	c := list.Nodes()[0]
	if !strings.Contains(string(c.ScheduleFailure()), "statement: This was changed in the document, too") {
		t.Errorf("failed because %q", c.ScheduleFailure())
	}
	if published, failed := schedules.Counts(); published != 0 || failed != 1 {
		t.Errorf("%d published, %d failed", published, failed)
	}
	if got := log.String(); !strings.Contains(got, id) || strings.Contains(got, "Good day") {
		t.Errorf("the log has %s", got)
	}
	d.discardCopy(id, 3, "")
}

// A failed schedule does not come back by a sign-off.
func TestScheduleThatFailedAndIsReviewed(t *testing.T) {
	d := newTestEditor(t)
	schedules := editing.NewSchedules(d.Editor, slog.New(slog.DiscardHandler))
	at := time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)
	id := d.article().ID
	d.save(saveOf(models.KindArticle, id, 0, fields{"lead": "Grief is loss."}), "")
	d.schedule(id, 1, at, "")
	d.must(d.update(editing.Write{}, models.KindArticle, id, fields{"lead": "Grief is long."}))
	d.tick(schedules, at)
	failed, err := d.WorkingCopyOf(d.ctx, d.directory.Current(), id)
	if err != nil || failed.ScheduleFailure() == "" {
		t.Fatal(failed, err)
	}
	reviewed := d.as("usr_robin").sign(failed, "")
	d.must(d.update(editing.Write{}, models.KindArticle, id, fields{"lead": "Grief is love."}))
	d.tick(schedules, at.Add(time.Minute))
	if c, err := d.WorkingCopyOf(d.ctx, d.directory.Current(), id); err != nil || c == nil ||
		c.ScheduleFailure() != reviewed.ScheduleFailure() {
		t.Errorf("%+v, %v", c, err)
	}
}

// Of several servers one publishes, and if the network fails it while it does so, another one completes that: once.
func TestSchedulesOfTwoServers(t *testing.T) {
	clocktest.OutsideEngine(t)
	socket := openEngine(t)
	t.Run("cases", func(t *testing.T) { // which end before the engine does
		for i, lost := range []string{"", "insert changes", "update providers", "insert workingCopies"} {
			for j, part := range []string{theRequest, theAnswer} {
				t.Run(fmt.Sprintf("the %s of %q is lost", part, lost), func(t *testing.T) {
					t.Parallel()
					name := fmt.Sprintf("schedule%d%d", i, j)
					l, one := openLossy(t, socket, name)
					_, two := openLossy(t, socket, name)
					checkSchedules(t, l, part, lost, one, two)
				})
			}
		}
	})
}

func checkSchedules(t *testing.T, l *lossyNetwork, part, lost string, stores ...*store.Store) {
	d := newTestEditorOn(t, stores[0])
	id := d.provider("Wren Examplar", nil)
	d.save(saveOf(models.KindProvider, id, 0, fields{"name": "Robin"}), "")
	at := clocktest.Now().Add(300 * time.Millisecond)
	d.clock.Store(at.Add(-time.Minute).UnixMilli())
	d.schedule(id, 1, at, "")
	if lost != "" {
		l.lose(part, lost)
	}
	var running sync.WaitGroup
	for _, db := range stores {
		directory := new(catalog.Catalog)
		directory.Publish(d.loaded())
		schedules := editing.NewSchedules(
			editing.New(db, directory, nil, clocktest.Now), slog.New(slog.DiscardHandler),
		)
		running.Go(func() {
			for wait := time.Duration(0); d.isOpen(id); {
				<-time.After(min(wait, 50*time.Millisecond))
				var err error
				if wait, err = schedules.Publish(t.Context()); err != nil {
					wait = 0
				}
			}
		})
	}
	running.Wait()
	stored, _, err := stores[1].Find(d.ctx, models.KindProvider, id)
	if err != nil {
		t.Fatal(err)
	}
	if revision := stored.Head().Revision; revision != 2 {
		t.Errorf("revision %d: it was published %d times", revision, revision-1)
	}
	took := stored.Head().UpdatedAt.Sub(at)
	const most = time.Minute // on a busy machine: with nothing else to do, it is within a second
	t.Logf("it was published %v after its time", took)
	if took < -time.Millisecond || lost == "" && took > most {
		t.Errorf("it was published %v after its time", took)
	}
}

// isOpen reports whether a document has a working copy.
func (d *testEditor) isOpen(id string) bool {
	c, err := d.WorkingCopyOf(d.ctx, d.directory.Current(), id)
	return err != nil || c != nil
}
