package importing_test

import (
	"context"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"findcare/internal/catalog"
	"findcare/internal/clock/clocktest"
	"findcare/internal/dirformat"
	"findcare/internal/editing"
	"findcare/internal/importing"
	"findcare/internal/importing/importingtest"
	"findcare/internal/store"
	"findcare/models"
)

// history returns the changes of a document as editors see them, newest first.
func history(t *testing.T, db *store.Store, id string, before *int) string {
	t.Helper()
	changes, err := editing.New(db, &catalog.Catalog{}, nil, clocktest.Now).History(t.Context(), id, nil, before)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, change := range changes {
		differences, err := change.Differences()
		if err != nil {
			t.Fatal(err)
		}
		var fields []string
		for _, difference := range differences {
			fields = append(fields, difference.Field)
		}
		lines = append(
			lines,
			fmt.Sprintf("%d %s by %s: %s", change.Revision, change.Action, change.By, strings.Join(fields, " ")),
		)
	}
	return strings.Join(lines, "\n")
}

func imported(t *testing.T, db *store.Store, want importing.Summary, lines ...string) {
	t.Helper()
	got, err := importing.Import(t.Context(), db, dirformat.Bytes("file", []byte(strings.Join(lines, "\n"))), now, nil)
	if err != nil || got != want {
		t.Fatalf("%+v, %v, want %+v", got, err, want)
	}
}

func TestRenamingImportKeepsTheFormerSlug(t *testing.T) {
	db := importingtest.OpenStore(t)
	id := models.IDOfSlug(models.KindCondition, "grief")
	imported(t, db, importing.Summary{Created: 1}, importingtest.GoodCondition)
	for _, slug := range []string{"bereavement", "loss", "grief", "loss"} {
		line := fmt.Sprintf(`{"type":"condition","id":%q,"slug":%q,"name":"Grief"}`, id, slug)
		imported(t, db, importing.Summary{Changed: 1}, line)
		imported(t, db, importing.Summary{Unchanged: 1}, line)
	}
	stored, found, err := db.Find(t.Context(), models.KindCondition, id)
	if !found {
		t.Fatalf("the condition is gone: %v", err)
	}
	if got := fmt.Sprint(stored.Head().Slug, stored.Head().FormerSlugs); got != "loss[grief bereavement]" {
		t.Errorf("slugs %s", got)
	}
	const want = `5 UPDATE by import: formerSlugs slug
4 UPDATE by import: formerSlugs slug
3 UPDATE by import: formerSlugs slug
2 UPDATE by import: formerSlugs slug
1 CREATE by import: id name slug`
	if got := history(t, db, id, nil); got != want {
		t.Errorf("history:\n%s", got)
	}
}

func TestHistoryRecordsImports(t *testing.T) {
	db := importingtest.OpenStore(t)
	id := models.IDOfRecord("nppes", "1000000004")
	records(t, db, nppesCSV(t, juniper(nil)), importing.RecordsOptions{})
	const made = `1 CREATE by import nppes: credentials id imported kind licenses locations name npi npiRecord slug`
	if got := history(t, db, id, nil); got != made {
		t.Errorf("after the first import:\n%s", got)
	}
	records(t, db, nppesCSV(t, juniper(cells{practice + "City Name": "LANSING"})), importing.RecordsOptions{})
	records(
		t,
		db,
		nppesCSV(t, cells{"NPI": "1000000004", "NPI Deactivation Date": "11/02/2026"}),
		importing.RecordsOptions{},
	)
	records(t, db, nppesCSV(t, juniper(nil)), importing.RecordsOptions{})
	const changed = `4 CREATE by import nppes: credentials id imported kind licenses locations name npi npiRecord slug
3 DELETE by import nppes: credentials id imported kind licenses locations name npi npiRecord slug
2 UPDATE by import nppes: imported locations
` + made
	if got := history(t, db, id, nil); got != changed {
		t.Errorf("after all imports:\n%s", got)
	}
	if two := 2; history(t, db, id, &two) != made {
		t.Errorf("before revision 2:\n%s", history(t, db, id, &two))
	}
}

// If an import was interrupted between the record of a change and the change itself, the next one completes the change.
func TestRepeatedImportContinues(t *testing.T) {
	dir := t.TempDir()
	db, err := store.Open(t.Context(), store.Config{DataDir: dir})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close(context.Background()) }()
	records(t, db, nppesCSV(t, juniper(nil)), importing.RecordsOptions{})
	before := provider(t, db, "1000000004")
	after := *before
	after.Statement, after.Revision, after.UpdatedAt = "I listen.", 2, now.Add(time.Second)
	change, err := models.NewChange(before, &after)
	if err != nil {
		t.Fatal(err)
	}
	client, err := mongo.Connect(
		options.Client().ApplyURI("mongodb://" + url.QueryEscape(filepath.Join(dir, "engine.sock")) + "/"),
	)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = client.Disconnect(context.Background()) }()
	if _, err := client.Database("findcare").Collection("changes").InsertOne(t.Context(), change); err != nil {
		t.Fatal(err)
	}
	report := records(t, db, nppesCSV(t, juniper(cells{practice + "City Name": "LANSING"})), importing.RecordsOptions{})
	got := provider(t, db, "1000000004")
	if report.Changed != 1 || got.Revision != 3 || got.Statement != "I listen." || got.Locations[0].City != "Lansing" {
		t.Errorf("%+v: %+v", report, got)
	}
}

// A server purges deleted documents after a week. That makes no difference to imports.
func TestImportAfterPurge(t *testing.T) {
	for _, test := range []struct {
		by   string
		gone func(*testing.T, *store.Store)
		back bool
	}{
		{"an editor", func(t *testing.T, db *store.Store) { deleted(t, db, provider(t, db, "1000000004")) }, false},
		{"an import", func(t *testing.T, db *store.Store) {
			records(
				t, db, nppesCSV(t, cells{"NPI": "1000000004", "NPI Deactivation Date": "11/02/2026"}),
				importing.RecordsOptions{},
			)
		}, true},
	} {
		db := importingtest.OpenStore(t)
		records(t, db, nppesCSV(t, juniper(nil)), importing.RecordsOptions{})
		p := provider(t, db, "1000000004")
		p.Statement, p.Revision = "I listen.", 2
		if err := db.Write(t.Context(), models.KindProvider, []models.Document{p}); err != nil {
			t.Fatal(err)
		}
		test.gone(t, db)
		if purged, err := db.Purge(t.Context(), clocktest.Now().AddDate(100, 0, 0)); err != nil || purged != 1 {
			t.Fatalf("deleted by %s: purged %d, %v", test.by, purged, err)
		}
		report := records(
			t, db, nppesCSV(t, juniper(cells{practice + "City Name": "LANSING"})), importing.RecordsOptions{},
		)
		got := provider(t, db, "1000000004")
		if test.back && (report.Restored != 1 || got == nil || got.Statement != "I listen." || got.Revision != 1) {
			t.Errorf("deleted by %s: %+v, %+v", test.by, report, got)
		}
		if !test.back && (report.Skipped["deleted by an editor"] != 1 || got != nil) {
			t.Errorf("deleted by %s: %+v, %+v", test.by, report, got)
		}
	}
}

// deleted deletes a document as an editor does.
func deleted(t *testing.T, db *store.Store, before models.Document) {
	t.Helper()
	gone := models.Tombstone(before.Kind(), before.Head().ID, before.Head().Revision+1, now)
	change, err := models.NewChange(before, gone)
	if err != nil {
		t.Fatal(err)
	}
	change.Operation = "deleteProvider"
	if err := db.Commit(t.Context(), change, gone); err != nil {
		t.Fatal(err)
	}
}
