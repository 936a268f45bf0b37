package main

import (
	"context"
	"log/slog"
	"testing"
	"time"

	"findcare/catalog"
	"findcare/graph"
	"findcare/importer"
	"findcare/models"
	"findcare/store"
)

// testDay is today in golden files.
const testDay = models.Date("2026-11-24")

// TestCarePage imports the facts of a real page into an engine and reads them back in one query.
func TestCarePage(t *testing.T) {
	checkCarePage(t, store.Config{DataDir: t.TempDir()})
}

func checkCarePage(t *testing.T, config store.Config) {
	t.Helper()
	ctx := context.Background()
	db, err := store.Open(ctx, config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close(ctx) })
	for range 2 { // the second time changes nothing
		if _, err := importer.Import(ctx, db, importer.Path("testdata/directory.json"), time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC), nil); err != nil {
			t.Fatal(err)
		}
	}
	documents, err := db.Load(ctx)
	if err != nil {
		t.Fatal(err)
	}
	directory := &catalog.Catalog{}
	directory.Publish(catalog.Build(documents, catalog.Options{
		SiteURL: "https://findcare.example", Today: func() models.Date { return testDay },
	}))
	handler := graph.NewHandler(directory, slog.New(slog.DiscardHandler))
	for _, name := range []string{"care-page", "all-fields"} {
		query := readFile(t, "testdata/"+name+".graphql")
		answer := ask(t, handler, query, map[string]any{"slug": "ketamine-assisted-psychotherapy"})
		golden(t, "testdata/"+name+".golden.json", answer)
	}
}
