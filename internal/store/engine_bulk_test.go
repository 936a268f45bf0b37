package store

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/demo"
	"findcare/models"
)

func openBulk(t *testing.T, bulk bool) *Store {
	t.Helper()
	s, err := Open(t.Context(), Config{DataDir: t.TempDir(), Bulk: bulk})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close(context.Background()) })
	return s
}

// kept is all that is in the engine's table of a collection, in order of ids.
func kept(t *testing.T, s *Store, collection string) []string {
	t.Helper()
	db, err := s.engine.openFiles(s.database.Name())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	tables, err := tablesOf(t.Context(), db)
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

// What is written in bulk is to the byte what the engine would have written.
func TestBulkWritesWhatTheEngineWrites(t *testing.T) {
	directory, err := demo.Documents(300, time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	odd := &models.Condition{Header: models.Header{ID: models.IDOfSlug(models.KindCondition, "odd"), Slug: "odd", Revision: 1, UpdatedAt: time.UnixMilli(-1).UTC()}}
	odd.Name, odd.Description = "\u00e9 \"quoted\" <b> & \\ \t \u2028 \U0001f600", "\x7f \xff"
	directory.Add(odd)
	bulk, plain := openBulk(t, true), openBulk(t, false)
	for _, kind := range models.Kinds {
		documents := documentsOf(directory, kind)
		for _, s := range []*Store{bulk, plain} {
			if err := s.Write(t.Context(), kind, documents); err != nil {
				t.Fatal(err)
			}
		}
		got, want := kept(t, bulk, kind.Plural()), kept(t, plain, kind.Plural())
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

func TestBulkWritesAllOrNothing(t *testing.T) {
	s := openBulk(t, true)
	condition := func(slug string) models.Document {
		return &models.Condition{Header: models.Header{ID: models.IDOfSlug(models.KindCondition, slug), Slug: slug, Revision: 1}, Name: slug}
	}
	if err := s.Write(t.Context(), models.KindCondition, []models.Document{condition("grief")}); err != nil {
		t.Fatal(err)
	}
	if err := s.Write(t.Context(), models.KindCondition, []models.Document{condition("worry"), condition("grief")}); err == nil {
		t.Error("the same id was written twice")
	}
	if got := kept(t, s, "conditions"); len(got) != 1 {
		t.Errorf("%d documents", len(got))
	}
}

// A type that the form has no rule for is left to the engine.
func TestFormOfOtherTypes(t *testing.T) {
	for _, value := range []any{bson.NewObjectID(), bson.Binary{Data: []byte("x")}, bson.A{bson.Regex{Pattern: "x"}}, bson.D{{Key: "x", Value: bson.Timestamp{T: 1}}}} {
		raw, err := bson.Marshal(bson.D{{Key: "_id", Value: "x"}, {Key: "value", Value: value}})
		if err != nil {
			t.Fatal(err)
		}
		if text, ok := appendStored(nil, raw); ok {
			t.Errorf("%T became %s", value, text)
		}
	}
}
