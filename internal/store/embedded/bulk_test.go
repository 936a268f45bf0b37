package embedded_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/demo"
	"findcare/internal/store"
	"findcare/internal/store/embedded"
	"findcare/models"
)

func openBulk(t *testing.T, bulk bool) (s *store.Store, dir string) {
	t.Helper()
	dir = t.TempDir()
	s, err := store.Open(t.Context(), store.Config{DataDir: dir, Bulk: bulk})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close(context.Background()) })
	return s, dir
}

// kept returns the rows of the engine's table of a collection, in order of ids.
func kept(t *testing.T, dir, collection string) []string {
	t.Helper()
	db, err := embedded.OpenFiles(dir, "findcare")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	tables, err := embedded.TablesOf(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := db.QueryContext(t.Context(), fmt.Sprintf(`SELECT _ferretdb_sjson FROM %q`, tables[collection]))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	var texts []string
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			t.Fatal(err)
		}
		texts = append(texts, text)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	slices.Sort(texts)
	return texts
}

// What is written in bulk is byte for byte what the engine would have written.
func TestBulkWritesWhatTheEngineWrites(t *testing.T) {
	directory, err := demo.Documents(300, time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	odd := &models.Condition{
		Header: models.Header{
			ID:        models.IDOfSlug(models.KindCondition, "odd"),
			Slug:      "odd",
			Revision:  1,
			UpdatedAt: time.UnixMilli(-1).UTC(),
		},
	}
	odd.Name, odd.Description = "\u00e9 \"quoted\" <b> & \\ \t \u2028 \U0001f600", "\x7f \xff"
	directory.Add(odd)
	bulk, inBulk := openBulk(t, true)
	plain, byEngine := openBulk(t, false)
	for _, kind := range models.Kinds {
		documents := documentsOf(directory, kind)
		for _, s := range []*store.Store{bulk, plain} {
			if err := s.Write(t.Context(), kind, documents); err != nil {
				t.Fatal(err)
			}
		}
		got, want := kept(t, inBulk, kind.Plural()), kept(t, byEngine, kind.Plural())
		if len(want) != len(documents) || !slices.Equal(got, want) {
			t.Errorf("%s: %d in bulk, %d by the engine, not the same", kind.Plural(), len(got), len(want))
		}
	}
}

func documentsOf(d *models.Directory, kind models.Kind) []models.Document {
	switch kind {
	case models.KindCredential:
		return documentList(d.Credentials)
	case models.KindCondition:
		return documentList(d.Conditions)
	case models.KindTreatment:
		return documentList(d.Treatments)
	case models.KindInsurer:
		return documentList(d.Insurers)
	case models.KindProvider:
		return documentList(d.Providers)
	default:
		return documentList(d.Articles)
	}
}

func documentList[T models.Document](some []T) (documents []models.Document) {
	for _, document := range some {
		documents = append(documents, document)
	}
	return documents
}

// FerretDB writes everything if its rows have another form than this package knows, and a warning says so.
func TestBulkNeedsAKnownForm(t *testing.T) {
	for _, test := range []struct {
		name    string
		version int
		done    bool
	}{{"the row of the version", store.Version, true}, {"another one", store.Version + 1, false}} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			if err := openIn(t, dir).Close(t.Context()); err != nil {
				t.Fatal(err)
			}
			var log bytes.Buffer
			options := embedded.Options{
				Dir:      dir,
				Database: "findcare",
				Bulk:     true,
				Logger:   slog.New(slog.NewTextHandler(&log, nil)),
			}
			engine, err := embedded.Start(options)
			if err != nil {
				t.Fatal(err)
			}
			sample := mustMarshal(t, bson.D{{Key: "_id", Value: int32(test.version)}})
			if err := engine.OpenFiles(t.Context(), options, "versions", sample); err != nil {
				t.Fatal(err)
			}
			document := mustMarshal(t, bson.D{{Key: "_id", Value: "x"}})
			done, err := engine.Insert(t.Context(), "versions", []bson.Raw{document})
			if err != nil || done != test.done {
				t.Errorf("done %v, %v", done, err)
			}
			if told := strings.Contains(log.String(), "another form"); told == test.done {
				t.Errorf("it says %q", &log)
			}
			if err := engine.Close(); err != nil {
				t.Error(err)
			}
		})
	}
}

// The version in go.mod is the known one. The files of another version are left to FerretDB.
func TestAnUnknownVersion(t *testing.T) {
	if !embedded.IsKnown() {
		t.Error("FerretDB's version is not the one that this package was made for: " +
			"compare its files, and then change madeFor")
	}
	dir := t.TempDir()
	if err := openIn(t, dir).Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	options := embedded.Options{Dir: dir, Database: "findcare", Bulk: true, Logger: slog.New(slog.DiscardHandler)}
	engine, err := embedded.Start(options)
	if err != nil {
		t.Fatal(err)
	}
	engine.Forget()
	sample := mustMarshal(t, bson.D{{Key: "_id", Value: int32(store.Version)}})
	err = errors.Join(
		engine.IndexIDs(t.Context(), "findcare"),
		engine.OpenFiles(t.Context(), options, "versions", sample),
	)
	if done, insertErr := engine.Insert(t.Context(), "versions", nil); done || err != nil || insertErr != nil {
		t.Errorf("done %v, %v, %v", done, err, insertErr)
	}
	if err := engine.Close(); err != nil {
		t.Error(err)
	}
}

func mustMarshal(t *testing.T, document any) bson.Raw {
	t.Helper()
	raw, err := bson.Marshal(document)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func TestBulkWritesAllOrNothing(t *testing.T) {
	s, dir := openBulk(t, true)
	condition := func(slug string) models.Document {
		return &models.Condition{
			Header: models.Header{ID: models.IDOfSlug(models.KindCondition, slug), Slug: slug, Revision: 1},
			Name:   slug,
		}
	}
	if err := s.Write(t.Context(), models.KindCondition, []models.Document{condition("grief")}); err != nil {
		t.Fatal(err)
	}
	again := []models.Document{condition("worry"), condition("grief")}
	if err := s.Write(t.Context(), models.KindCondition, again); err == nil {
		t.Error("the same id was written twice")
	}
	if got := kept(t, dir, "conditions"); len(got) != 1 {
		t.Errorf("%d documents", len(got))
	}
}

// Types without a rule in the form are left to the engine.
func TestFormOfOtherTypes(t *testing.T) {
	for _, value := range []any{
		bson.NewObjectID(),
		bson.Binary{Data: []byte("x")},
		bson.A{bson.Regex{Pattern: "x"}},
		bson.D{{Key: "x", Value: bson.Timestamp{T: 1}}},
	} {
		raw, err := bson.Marshal(bson.D{{Key: "_id", Value: "x"}, {Key: "value", Value: value}})
		if err != nil {
			t.Fatal(err)
		}
		if text, ok := embedded.AppendStored(nil, raw); ok {
			t.Errorf("%T became %s", value, text)
		}
	}
}
