package editing_test

import (
	"context"
	"strings"
	"sync/atomic"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"findcare/internal/auth"
	"findcare/internal/catalog"
	"findcare/internal/editing"
	"findcare/internal/store"
	"findcare/models"
	"findcare/models/modelstest"
)

// testEditor is an editor over a real database, with a clock that tests set.
type testEditor struct {
	*editing.Editor
	t         *testing.T
	ctx       context.Context
	db        *store.Store
	directory *catalog.Catalog
	clock     atomic.Int64
}

func newTestEditor(t *testing.T) *testEditor {
	t.Helper()
	db, err := store.Open(t.Context(), store.Config{DataDir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close(context.Background()) })
	return newTestEditorOn(t, db)
}

func newTestEditorOn(t *testing.T, db *store.Store) *testEditor {
	t.Helper()
	d := &testEditor{t: t, db: db, directory: new(catalog.Catalog)}
	d.ctx = auth.With(t.Context(), &auth.Principal{ID: "usr_ada", Name: "Ada", Role: auth.Editor})
	d.clock.Store(time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC).UnixMilli())
	d.directory.Publish(d.loaded())
	d.Editor = editing.New(db, d.directory, nil, d.now)
	return d
}

func (d *testEditor) now() time.Time { return time.UnixMilli(d.clock.Add(1)).UTC() }

// loaded is what a server that starts now would serve.
func (d *testEditor) loaded() *catalog.Snapshot {
	d.t.Helper()
	documents, err := d.db.Load(d.ctx)
	if err != nil {
		d.t.Fatal(err)
	}
	return catalog.Build(
		documents,
		catalog.Options{SiteURL: "https://care.example", Today: func() models.Date { return "2026-11-24" }},
	)
}

// must fails the test unless a write succeeded and a server that starts now would serve the same directory.
func (d *testEditor) must(outcome editing.Outcome, err error) models.Document {
	d.t.Helper()
	if err != nil || len(outcome.Errors) > 0 {
		d.t.Fatalf("%v, %+v", err, outcome.Errors)
	}
	if got, want := d.directory.Current().Directory().Edition, d.loaded().Directory().Edition; got != want {
		d.t.Fatalf("the catalog has %+v, a new server %+v", got, want)
	}
	return outcome.Document
}

// mustFail fails the test unless a write failed with one error.
func (d *testEditor) mustFail(code models.UserErrorCode, message string) func(editing.Outcome, error) models.Document {
	return func(outcome editing.Outcome, err error) models.Document {
		d.t.Helper()
		if err != nil || len(outcome.Errors) != 1 || outcome.Errors[0].Code != code ||
			!strings.Contains(outcome.Errors[0].Located(), message) {
			d.t.Fatalf("%v, %+v, want %s with %q", err, outcome.Errors, code, message)
		}
		checkMessage(d.t, outcome.Errors[0])
		return outcome.Document
	}
}

// checkMessage holds what editors are shown to be a sentence that does not have the path of its field.
func checkMessage(t testing.TB, e editing.UserError) {
	t.Helper()
	field := strings.Join(e.Field, "/")
	first, _ := utf8.DecodeRuneInString(e.Message)
	if unicode.IsLower(first) || field != "" && strings.Contains(e.Message, field+":") ||
		len(e.Field) > 1 && strings.Contains(e.Message, field) {
		t.Errorf("the message of %s is %q", field, e.Message)
	}
}

// create creates a document from the fields of an input.
func (d *testEditor) create(w editing.Write, kind models.Kind, input fields) (editing.Outcome, error) {
	return d.Create(d.ctx, w, modelstest.Input(kind, input))
}

// update updates a document with the fields of an input.
func (d *testEditor) update(w editing.Write, kind models.Kind, id string, input fields) (editing.Outcome, error) {
	return d.Update(d.ctx, w, id, modelstest.Input(kind, input))
}

func (d *testEditor) condition(name string) string {
	d.t.Helper()
	return d.must(
		d.create(editing.Write{Operation: "createCondition"}, models.KindCondition, fields{"name": name}),
	).Head().ID
}

func (d *testEditor) provider(name string, more fields) string {
	d.t.Helper()
	input := fields{"name": name, "kind": "INDIVIDUAL"}
	for field, value := range more {
		input[field] = value
	}
	return d.must(d.create(editing.Write{Operation: "createProvider"}, models.KindProvider, input)).Head().ID
}

type fields = modelstest.Fields

func revision(n int) *int { return &n }
