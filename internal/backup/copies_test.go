package backup_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"findcare/internal/backup"
	"findcare/internal/catalog"
	"findcare/internal/clock/clocktest"
	"findcare/internal/editing"
	"findcare/internal/store"
	"findcare/models"
	"findcare/models/modelstest"
)

// provider creates a provider, and returns its id.
func (e *editor) provider(name string) string {
	e.Helper()
	input := modelstest.Input(models.KindProvider, modelstest.Fields{"name": name, "kind": "INDIVIDUAL"})
	return e.done(e.Create(e.ctx, editing.Write{Operation: "createProvider"}, input))
}

// save saves a statement in the working copy of a provider, after that many saves.
func (e *editor) save(id string, expected int, statement string) {
	e.Helper()
	input := modelstest.Input(models.KindProvider, modelstest.Fields{"statement": statement}).(*models.ProviderInput)
	payload, err := e.SaveWorkingCopy(e.ctx, editing.CopySave{ID: &id, Provider: input, ExpectedSave: expected})
	e.agreed(payload, err)
}

// publish publishes what was saved, now or at a time.
func (e *editor) publish(id string, save int, at *time.Time) {
	e.Helper()
	e.agreed(e.PublishWorkingCopy(e.ctx, id, save, at))
}

func (e *editor) agreed(payload editing.WorkingCopyPayload, err error) {
	e.Helper()
	if err != nil || len(payload.UserErrors) > 0 {
		e.Fatalf("%v, %+v", err, payload.UserErrors)
	}
}

// copyOf is the open working copy of a provider, nil without one.
func (e *editor) copyOf(id string) *editing.WorkingCopy {
	e.Helper()
	working, err := e.WorkingCopyOf(e.ctx, e.directory.Current(), id)
	if err != nil {
		e.Fatal(err)
	}
	return working
}

// statement is what is public of a provider.
func (e *editor) statement(id string) string {
	e.Helper()
	provider := e.directory.Current().AnyProvider(catalog.ProviderBy{ID: &id})
	if provider == nil {
		e.Fatalf("there is no provider %s", id)
	}
	return string(provider.Provider.Statement)
}

// What editors do with working copies between the moment at which these are read and that of the snapshot: nothing that
// was saved before is lost, and what was published is published once.
func TestWorkingCopiesDuringABackup(t *testing.T) {
	db := opened(t, store.Config{})
	e := newEditor(t, db)
	published, saved, discarded := e.provider("Wren Examplar"), e.provider("Lark Examplar"), e.provider("Dove Examplar")
	for _, id := range []string{published, saved, discarded} {
		e.save(id, 0, "Saved before.")
	}
	var file bytes.Buffer
	if _, err := backup.Write(t.Context(), &file, db, backup.Options{
		Clock: clocktest.Now,
		Snapshot: func() *catalog.Snapshot {
			e.publish(published, 1, nil)
			e.save(saved, 1, "Saved after.")
			e.agreed(e.DiscardWorkingCopy(e.ctx, discarded, 1))
			return e.directory.Current()
		},
	}); err != nil {
		t.Fatal(err)
	}
	again := newEditor(t, restored(t, file.Bytes()))
	if got := again.statement(published); got != "Saved before." {
		t.Errorf("the statement is %q: what was published before the snapshot is lost", got)
	}
	for _, id := range []string{saved, discarded} {
		if working := again.copyOf(id); working == nil || working.Provider().Statement != "Saved before." {
			t.Errorf("what was saved of %s is lost", id)
		}
	}
	revision := again.directory.Current().Revision(published)
	if working := again.copyOf(published); working == nil {
		t.Error("the working copy has ended in the backup, so nothing shows that a second publication does nothing")
	}
	again.publish(published, 1, nil)
	if now := again.directory.Current().Revision(published); now != revision {
		t.Errorf("it was published twice: the revision is %d, and was %d", now, revision)
	}
	if again.copyOf(published) != nil {
		t.Error("the working copy is still open")
	}
}

// A schedule whose time has passed is not kept secretly, and publishes nothing that is as old as the backup.
func TestSchedulesAfterARestore(t *testing.T) {
	db := opened(t, store.Config{})
	e := newEditor(t, db)
	now := clocktest.Now()
	past, future := now.Add(time.Hour), now.Add(40*24*time.Hour)
	missed, kept, ended := e.provider("Wren Examplar"), e.provider("Lark Examplar"), e.provider("Dove Examplar")
	for id, at := range map[string]time.Time{missed: past, kept: future} {
		e.save(id, 0, "Scheduled.")
		e.publish(id, 1, &at)
	}
	e.save(ended, 0, "Published.")
	e.publish(ended, 1, nil)
	file := backedUp(t, db, false)

	later := now.Add(30 * 24 * time.Hour)
	copied := opened(t, store.Config{Bulk: true})
	if _, err := backup.Restore(t.Context(), copied, bytes.NewReader(file), int64(len(file)), later); err != nil {
		t.Fatal(err)
	}
	again := newEditor(t, copied)
	due, err := copied.DueWorkingCopies(t.Context(), future)
	if err != nil || len(due) != 1 || due[0].DocumentID != kept {
		t.Errorf("%+v are due, %v, want the one of %s", due, err, kept)
	}
	working := again.copyOf(missed)
	if working == nil || working.ScheduledFor() == nil || working.Provider().Statement != "Scheduled." {
		t.Fatalf("the working copy is %+v", working)
	}
	if why := string(working.ScheduleFailure()); !strings.HasPrefix(why, "its time had passed when the backup of 2") {
		t.Errorf("the schedule has failed as %q", why)
	}
	again.save(ended, 0, "A number that was used is not used again.")
	if got := again.copyOf(ended).Save(); got != 3 {
		t.Errorf("save %d, want 3", got)
	}
}
