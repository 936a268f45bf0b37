package backup_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/internal/auth"
	"findcare/internal/backup"
	"findcare/internal/catalog"
	"findcare/internal/clock/clocktest"
	"findcare/internal/editing"
	"findcare/internal/store"
	"findcare/models"
	"findcare/models/modelstest"
)

// opened opens a store over a folder, until the test ends.
func opened(t *testing.T, config store.Config) *store.Store {
	t.Helper()
	config.DataDir = t.TempDir()
	db, err := store.Open(t.Context(), config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close(context.Background()) })
	return db
}

// snapshot is what a server that starts now would serve.
func snapshot(t *testing.T, db *store.Store) *catalog.Snapshot {
	t.Helper()
	documents, err := db.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return catalog.Build(documents, catalog.Options{Today: func() models.Date { return "2026-11-24" }})
}

// editor changes the directory of a store.
type editor struct {
	*testing.T
	*editing.Editor
	directory *catalog.Catalog
	ctx       context.Context
}

func newEditor(t *testing.T, db *store.Store) *editor {
	directory := new(catalog.Catalog)
	directory.Publish(snapshot(t, db))
	ctx := auth.With(t.Context(), &auth.Principal{ID: "usr_ada", Name: "Ada", Role: auth.Editor})
	return &editor{t, editing.New(db, directory, nil, clocktest.Now), directory, ctx}
}

// done returns the id of what was written, "" for what was deleted.
func (e *editor) done(outcome editing.Outcome, err error) string {
	e.Helper()
	if err != nil || len(outcome.Errors) > 0 {
		e.Fatalf("%v, %+v", err, outcome.Errors)
	}
	if outcome.Document == nil {
		return ""
	}
	return outcome.Document.Head().ID
}

func (e *editor) create(name string) string {
	e.Helper()
	input := modelstest.Input(models.KindCondition, modelstest.Fields{"name": name})
	return e.done(e.Create(e.ctx, editing.Write{Operation: "createCondition"}, input))
}

func (e *editor) describe(id, text string) {
	e.Helper()
	input := modelstest.Input(models.KindCondition, modelstest.Fields{"description": text})
	e.done(e.Update(e.ctx, editing.Write{Operation: "updateCondition", IdempotencyKey: &text}, id, input))
}

// filled has what a backup may have: history, what was deleted, what breaks a rule, members of a newer release, tokens.
func filled(t *testing.T) *store.Store {
	t.Helper()
	db := opened(t, store.Config{})
	e := newEditor(t, db)
	grief, loss := e.create("Grief"), e.create("Loss")
	e.describe(grief, "First.")
	e.describe(grief, "Second.")
	e.done(e.Delete(e.ctx, editing.Write{Operation: "deleteCondition"}, models.KindCondition, loss))
	odd := func(document bson.D) {
		stored, err := bson.Marshal(document)
		if err == nil {
			err = db.InsertStored(t.Context(), models.KindCondition.Plural(), []bson.Raw{stored})
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	odd(bson.D{{Key: "_id", Value: "cnd_odd"}, {Key: "slug", Value: "odd"}, {Key: "revision", Value: int64(7)}})
	odd(bson.D{{Key: "_id", Value: models.IDOfSlug(models.KindCondition, "odder")}, {Key: "slug", Value: "odder"}})
	odd(bson.D{{Key: "_id", Value: int64(1)}, {Key: "slug", Value: "oddest"}})
	odd(bson.D{
		{Key: "_id", Value: "cnd_newer"},
		{Key: "slug", Value: "newer"},
		{Key: "name", Value: "Newer"},
		{Key: "revision", Value: int64(3)},
		{Key: "updatedAt", Value: time.UnixMilli(1_700_000_000_123)},
		{Key: "weight", Value: 1.5},
		{Key: "parts", Value: bson.A{int32(1), int64(1), nil, bson.D{}}},
	})
	if _, _, err := auth.NewTokens(db, clocktest.Now).Create(e.ctx, "Ada", auth.Admin, nil); err != nil {
		t.Fatal(err)
	}
	return db
}

func backedUp(t *testing.T, db *store.Store, tokens bool) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := backup.Write(t.Context(), &b, db, backup.Options{Tokens: tokens, Clock: clocktest.Now}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func restore(t *testing.T, db *store.Store, file []byte) (backup.Contents, error) {
	t.Helper()
	return backup.Restore(t.Context(), db, bytes.NewReader(file), int64(len(file)), clocktest.Now())
}

func restored(t *testing.T, file []byte) *store.Store {
	t.Helper()
	db := opened(t, store.Config{Bulk: true})
	if _, err := restore(t, db, file); err != nil {
		t.Fatal(err)
	}
	return db
}

// stored has what a collection has, by id.
func stored(t *testing.T, db *store.Store, collection string) map[string]string {
	t.Helper()
	all := make(map[string]string)
	err := db.EachStored(t.Context(), collection, func(document bson.Raw) error {
		all[document.Lookup("_id").String()] = document.String()
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestRestoredIsWhatWasBackedUp(t *testing.T) {
	db := filled(t)
	for _, tokens := range []bool{false, true} {
		copied := restored(t, backedUp(t, db, tokens))
		for _, name := range store.Backed() {
			want := stored(t, db, name)
			if strings.HasPrefix(name, "token") && !tokens {
				want = nil
			}
			if got := stored(t, copied, name); fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("tokens %t: %s are\n%s, want\n%s", tokens, name, got, want)
			}
		}
		if got, want := snapshot(t, copied).Directory().Edition, snapshot(t, db).Directory().Edition; got != want {
			t.Errorf("tokens %t: the directory is %+v, want %+v", tokens, got, want)
		}
		if unfinished, err := copied.Unfinished(t.Context()); len(unfinished) > 0 || err != nil {
			t.Errorf("tokens %t: unfinished is %q, %v", tokens, unfinished, err)
		}
		e := newEditor(t, copied) // which goes on from there
		e.describe(stringOf(t, copied, "grief"), "Third.")
	}
}

func stringOf(t *testing.T, db *store.Store, slug string) string {
	t.Helper()
	condition := snapshot(t, db).Condition(catalog.SlugOrID{Slug: &slug})
	if condition == nil {
		t.Fatalf("there is no %s", slug)
	}
	return condition.ID
}

// A backup during writes is one version that there was, with the history that belongs to it, or refused.
func TestBackupWhileOthersWrite(t *testing.T) {
	const writes = 200
	db := opened(t, store.Config{})
	e := newEditor(t, db)
	var ids []string
	for i := range 20 {
		ids = append(ids, e.create(fmt.Sprintf("Condition %d", i)))
	}
	versions := map[string]bool{e.directory.Current().Directory().Version: true}
	var writing sync.WaitGroup
	done := make(chan struct{})
	writing.Go(func() {
		defer close(done)
		for i := range writes {
			e.describe(ids[i%len(ids)], fmt.Sprintf("Text %d.", i))
			versions[e.directory.Current().Directory().Version] = true
		}
	})
	var files [][]byte
	refused := 0
	for running := true; running; {
		select {
		case <-done:
			running = false // and once more, in peace
		default:
		}
		var b bytes.Buffer
		switch _, err := backup.Write(t.Context(), &b, db, backup.Options{Clock: clocktest.Now}); {
		case err == nil:
			files = append(files, b.Bytes())
		case errors.Is(err, backup.ErrChanged):
			refused++
		default:
			t.Fatal(err)
		}
	}
	writing.Wait()
	t.Logf("%d backups, %d refused", len(files), refused)
	for _, file := range files[max(0, len(files)-5):] {
		copied := restored(t, file)
		if version := snapshot(t, copied).Directory().Version; !versions[version] {
			t.Errorf("there was no version %s", version)
		}
		checkHistory(t, copied)
	}
}

// A backup of a running server is the snapshot that it serves, however much is written meanwhile.
func TestBackupOfASnapshot(t *testing.T) {
	const writers, writes = 4, 250
	db := filled(t)
	e := newEditor(t, db)
	var writing sync.WaitGroup
	var left atomic.Int64
	for writer := range writers {
		left.Add(1)
		id := e.create(fmt.Sprintf("Condition %d", writer))
		writing.Go(func() {
			defer left.Add(-1)
			for i := range writes {
				switch i % 10 {
				case 4:
					e.create(fmt.Sprintf("Condition %d of %d", i, writer))
				case 9:
					gone := e.create(fmt.Sprintf("Condition %d of %d", i, writer))
					e.done(e.Delete(e.ctx, editing.Write{Operation: "deleteCondition"}, models.KindCondition, gone))
				default:
					e.describe(id, fmt.Sprintf("Text %d of %d.", i, writer))
				}
			}
		})
	}
	for backups := 0; left.Load() > 0 || backups == 0; backups++ {
		var b bytes.Buffer
		var current *catalog.Snapshot
		take := func() *catalog.Snapshot {
			current = e.directory.Current()
			return current
		}
		options := backup.Options{Clock: clocktest.Now, Snapshot: take}
		if _, err := backup.Write(t.Context(), &b, db, options); err != nil {
			t.Fatal(err)
		}
		if backups%10 > 0 {
			continue
		}
		copied := restored(t, b.Bytes())
		if got, want := snapshot(t, copied).Directory().Edition, current.Directory().Edition; got != want {
			t.Errorf("the directory is %+v, want %+v", got, want)
		}
		checkHistory(t, copied)
	}
	writing.Wait()
}

// checkHistory wants the newest record of each document to be of its revision.
func checkHistory(t *testing.T, db *store.Store) {
	t.Helper()
	newest := make(map[string]int64)
	err := db.EachStored(t.Context(), "changes", func(record bson.Raw) error {
		_, revision := store.RevisionOf(record)
		id := record.Lookup("document").StringValue()
		newest[id] = max(newest[id], revision)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	err = db.EachRevision(t.Context(), models.KindCondition, func(id string, revision int64) {
		if _, made := newest[id]; made && newest[id] != revision {
			t.Errorf("%s has revision %d, and the newest record %d", id, revision, newest[id])
		}
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A record whose document was not written yet is of a write that nobody was told to be done.
func TestRecordsWithoutTheirDocumentsAreLeftOut(t *testing.T) {
	db := opened(t, store.Config{})
	e := newEditor(t, db)
	id := e.create("Grief")
	record, err := bson.Marshal(models.Change{ID: models.ChangeID(id, 2), DocumentID: id, Revision: 2, Token: "a"})
	if err != nil {
		t.Fatal(err)
	}
	if err := db.InsertStored(t.Context(), "changes", []bson.Raw{record}); err != nil {
		t.Fatal(err)
	}
	checkHistory(t, restored(t, backedUp(t, db, false)))
}

func TestRestoreWantsAnEmptyDatabase(t *testing.T) {
	file := backedUp(t, filled(t), false)
	db := opened(t, store.Config{})
	newEditor(t, db).create("Another")
	before := stored(t, db, "conditions")
	if _, err := restore(t, db, file); !errors.Is(err, backup.ErrNotEmpty) {
		t.Errorf("got %v, want %v", err, backup.ErrNotEmpty)
	}
	if after := stored(t, db, "conditions"); fmt.Sprint(after) != fmt.Sprint(before) {
		t.Errorf("the database has %s, want %s", after, before)
	}
}

func TestManifestHasItsJSON(t *testing.T) {
	content, err := json.Marshal(backup.Manifest{
		Version: "ab", Day: "2026-11-24", Database: 2,
		Collections: map[string]backup.Collection{"conditions": {2, "00"}},
	})
	if want := `{"version":"ab","day":"2026-11-24","database":2,` +
		`"collections":{"conditions":{"documents":2,"sha256":"00"}}}`; err != nil || string(content) != want {
		t.Errorf("%s, %v, want %s", content, err, want)
	}
}
