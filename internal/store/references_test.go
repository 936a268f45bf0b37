package store_test

import (
	"errors"
	"testing"
	"time"

	"findcare/internal/clock"
	"findcare/internal/store"
	"findcare/models"
)

// scene is a condition, and a provider that is about to refer to it.
type scene struct {
	t         *testing.T
	dir       string
	db        *store.Store
	condition models.Document
	provider  *models.Provider
}

var sceneTime = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)

func newScene(t *testing.T) *scene {
	t.Helper()
	s := &scene{t: t, dir: t.TempDir()}
	s.db = open(t, s.dir)
	s.db.Impatient()
	head := func(kind models.Kind, slug string) models.Header {
		return models.Header{ID: models.IDOfSlug(kind, slug), Slug: slug, Revision: 1, UpdatedAt: sceneTime}
	}
	s.condition = &models.Condition{Header: head(models.KindCondition, "grief"), Name: "Grief"}
	s.provider = &models.Provider{
		Header: head(models.KindProvider, "wren"),
		Type:   models.Individual,
		Name:   "Wren Examplar",
	}
	for _, document := range []models.Document{s.condition, s.provider} {
		if err := s.db.Write(t.Context(), document.Kind(), []models.Document{document}); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// reference is the next revision of the provider, which refers to the condition.
func (s *scene) reference() (*models.Change, models.Document) {
	s.t.Helper()
	after := *s.provider
	after.ConditionIDs, after.Revision, after.UpdatedAt = []string{s.condition.Head().ID}, 2, sceneTime.Add(time.Minute)
	change, err := models.NewChange(s.provider, &after)
	if err != nil {
		s.t.Fatal(err)
	}
	return change, &after
}

// deletion is the next revision of the condition, which is none any more.
func (s *scene) deletion() (*models.Change, models.Document) {
	s.t.Helper()
	gone := models.Tombstone(models.KindCondition, s.condition.Head().ID, 2, sceneTime.Add(time.Minute))
	change, err := models.NewChange(s.condition, gone)
	if err != nil {
		s.t.Fatal(err)
	}
	return change, gone
}

func (s *scene) commit(change *models.Change, after models.Document) error {
	return s.db.Commit(s.t.Context(), change, after)
}

func (s *scene) close() *store.Closing {
	s.t.Helper()
	closing, err := s.db.CloseDocument(s.t.Context(), s.condition, sceneTime)
	if err != nil {
		s.t.Fatal(err)
	}
	return closing
}

func (s *scene) drained(closing *store.Closing) {
	s.t.Helper()
	if referrer, found, err := closing.Drain(s.t.Context()); found || err != nil {
		s.t.Fatalf("%v, %v", referrer, err)
	}
}

// A writer dies before its record: the deletion goes on, and a writer that was only slow finds that out.
func TestAWriterDiesBeforeItsRecord(t *testing.T) {
	s := newScene(t)
	change, after := s.reference()
	if err := s.db.Begin(t.Context(), change); err != nil {
		t.Fatal(err)
	}
	s.drained(s.close())
	if err := s.commit(s.deletion()); err != nil {
		t.Fatal(err)
	}
	var missing *store.GoneError
	if err := s.commit(change, after); !errors.As(err, &missing) || missing.ID != s.condition.Head().ID {
		t.Errorf("a reference to what was deleted: %v", err)
	}
	if record, found, err := s.db.Record(t.Context(), change.ID); found || err != nil {
		t.Errorf("what was refused is on record: %v, %v", record, err)
	}
}

// A writer dies after its record: the change is finished, and the deletion finds the reference.
func TestAWriterDiesAfterItsRecord(t *testing.T) {
	s := newScene(t)
	change, _ := s.reference()
	if err := s.db.Recorded(t.Context(), change); err != nil {
		t.Fatal(err)
	}
	if referrer, found, err := s.close().Drain(t.Context()); found || !errors.Is(err, store.ErrConflict) {
		t.Fatalf("%v, %v", referrer, err)
	}
	if stored, found, err := s.db.Find(t.Context(), models.KindProvider, s.provider.ID); !found ||
		!models.RefersTo(stored, s.condition.Head().ID) {
		t.Errorf("%+v, %v", stored, err)
	}
	referrer, found, err := s.close().Drain(t.Context())
	if !found || err != nil {
		t.Errorf("the second time: %v, %v", referrer, err)
	}
}

// creation is a new provider, which refers to the condition.
func (s *scene) creation() (*models.Change, models.Document) {
	s.t.Helper()
	after := *s.provider
	after.Header = models.Header{
		ID:        models.IDOfSlug(models.KindProvider, "robin"),
		Slug:      "robin",
		Revision:  1,
		UpdatedAt: sceneTime.Add(time.Minute),
	}
	after.ConditionIDs = []string{s.condition.Head().ID}
	change, err := models.NewChange(nil, &after)
	if err != nil {
		s.t.Fatal(err)
	}
	return change, &after
}

// There is a document if, and only if, its change is on record.
func (s *scene) isMade(change *models.Change, want bool) {
	s.t.Helper()
	stored, found, err := s.db.Find(s.t.Context(), change.Kind, change.DocumentID)
	if err != nil || found != want {
		s.t.Errorf("the document: %+v, %v", stored, err)
	}
	if record, found, err := s.db.Record(s.t.Context(), change.ID); err != nil || found != want {
		s.t.Errorf("the record: %+v, %v", record, err)
	}
}

// A writer is taken for dead, and gives up just before whoever deletes finishes its change: the change is not made.
func TestASlowWriterGivesUpFirst(t *testing.T) {
	s := newScene(t)
	closing := s.close()
	change, _ := s.creation()
	goOn, err := s.db.Slow(t.Context(), change)
	if err != nil {
		t.Fatal(err)
	}
	drained := make(chan error, 1)
	go func() {
		_, _, err := closing.Drain(t.Context())
		drained <- err
	}()
	watch := clock.Start()
	for is := true; is; { // until the writer is taken for dead
		if is, err = s.db.Closed(t.Context(), s.condition.Head().ID); err != nil || watch.Elapsed() > 10*time.Second {
			t.Fatalf("the condition is closed for %v, %v", watch.Elapsed(), err)
		}
	}
	var refused *store.ClosingError
	if err := goOn(); !errors.As(err, &refused) {
		t.Errorf("the writer: %v", err)
	}
	if err := <-drained; !errors.Is(err, store.ErrConflict) {
		t.Errorf("whoever deletes: %v", err)
	}
	s.isMade(change, false)
}

// The same, with somebody who has read the record before it was taken away and finishes the change after that.
func TestASlowWriterHasGivenUp(t *testing.T) {
	s := newScene(t)
	closing := s.close()
	change, _ := s.creation()
	goOn, err := s.db.Slow(t.Context(), change)
	if err != nil {
		t.Fatal(err)
	}
	closing.Reopen()
	var refused *store.ClosingError
	if err := goOn(); !errors.As(err, &refused) {
		t.Errorf("the writer: %v", err)
	}
	if err := s.db.Finish(t.Context(), change); !errors.Is(err, store.ErrConflict) {
		t.Errorf("whoever finishes: %v", err)
	}
	s.isMade(change, false)
}

// A writer is taken for dead, and gives up when its change was finished: the change is made.
func TestASlowWriterGivesUpTooLate(t *testing.T) {
	s := newScene(t)
	closing := s.close()
	change, _ := s.creation()
	goOn, err := s.db.Slow(t.Context(), change)
	if err != nil {
		t.Fatal(err)
	}
	closing.Reopen()
	if err := s.db.Finish(t.Context(), change); err != nil { // on another server, which has locks of its own
		t.Errorf("whoever finishes: %v", err)
	}
	if err := goOn(); err != nil {
		t.Errorf("the writer: %v", err)
	}
	s.isMade(change, true)
}

// Whoever deletes dies: a writer opens the document again, and a deleter that was only slow cannot delete it any more.
func TestADeleterDies(t *testing.T) {
	s := newScene(t)
	s.drained(s.close())
	change, after := s.reference()
	var closing *store.ClosingError
	if err := s.commit(change, after); !errors.As(err, &closing) {
		t.Fatalf("a reference to what is being deleted: %v", err)
	}
	document, reopened, err := s.db.AwaitClosing(t.Context(), closing, sceneTime.Add(time.Hour))
	if err != nil || !reopened || document.Head().Revision != 2 {
		t.Fatalf("%+v, %v", document, err)
	}
	if err := s.commit(change, after); err != nil {
		t.Errorf("the reference: %v", err)
	}
	if err := s.commit(s.deletion()); !errors.Is(err, store.ErrConflict) {
		t.Errorf("the deletion: %v", err)
	}
	if record, found, err := s.db.Change(t.Context(), s.condition.Head().ID, 2); !found ||
		record.Operation != "reopen" || record.By != "findcare" {
		t.Errorf("on record: %+v, %v", record, err)
	}
}

// Whoever deletes dies after the record of the deletion: the next writer finishes it.
func TestADeleterDiesAfterItsRecord(t *testing.T) {
	s := newScene(t)
	s.drained(s.close())
	deletion, _ := s.deletion()
	if err := s.db.Recorded(t.Context(), deletion); err != nil {
		t.Fatal(err)
	}
	change, after := s.reference()
	var closing *store.ClosingError
	if err := s.commit(change, after); !errors.As(err, &closing) {
		t.Fatalf("a reference to what is being deleted: %v", err)
	}
	if document, reopened, err := s.db.AwaitClosing(t.Context(), closing, sceneTime.Add(time.Hour)); reopened ||
		err != nil {
		t.Fatalf("%+v, %v", document, err)
	}
	var missing *store.GoneError
	if err := s.commit(change, after); !errors.As(err, &missing) {
		t.Errorf("a reference to what was deleted: %v", err)
	}
}

// What was deleted can be made anew and referred to, also after its tombstone is purged.
func TestMadeAnewAndReferredTo(t *testing.T) {
	for _, purged := range []bool{false, true} {
		s := newScene(t)
		s.drained(s.close())
		if err := s.commit(s.deletion()); err != nil {
			t.Fatal(err)
		}
		again, gone := *s.condition.(*models.Condition), models.Document(nil)
		again.Revision, again.UpdatedAt = 3, sceneTime.Add(time.Hour)
		if purged {
			if count, err := s.db.Purge(t.Context(), sceneTime.AddDate(0, 1, 0)); count != 1 || err != nil {
				t.Fatalf("purged %d, %v", count, err)
			}
			again.Revision = 1
		}
		made, err := models.NewChange(gone, &again)
		if err == nil {
			err = s.db.Commit(t.Context(), made, &again)
		}
		if err != nil {
			t.Fatal(err)
		}
		if err := s.commit(s.reference()); err != nil {
			t.Errorf("purged %t: %v", purged, err)
		}
	}
}
