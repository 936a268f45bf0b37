package main

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net/http/httptest"
	"os"
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
		query, err := os.ReadFile("testdata/" + name + ".graphql")
		if err != nil {
			t.Fatal(err)
		}
		body, err := json.Marshal(map[string]any{"query": string(query), "variables": map[string]any{"slug": "ketamine-assisted-psychotherapy"}})
		if err != nil {
			t.Fatal(err)
		}
		request := httptest.NewRequest("POST", "/graphql", bytes.NewReader(body))
		request.Header.Set("Content-Type", "application/json")
		recorder := httptest.NewRecorder()
		handler.ServeHTTP(recorder, request)
		golden(t, "testdata/"+name+".golden.json", recorder.Body.String())
	}
}
