package store_test

import (
	"context"
	"testing"
	"time"

	"findcare/internal/store"
	"findcare/models"
)

// How far an import is, and that it is to be canceled, are stored apart from each other.
func TestImports(t *testing.T) {
	db, err := store.Open(t.Context(), store.Config{DataDir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close(context.WithoutCancel(t.Context())) }()
	begun := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	first, second := models.NewImport("one.csv", begun), models.NewImport("two.csv", begun.Add(time.Hour))
	for _, i := range []*models.Import{first, second} {
		if err := db.AddImport(t.Context(), i); err != nil {
			t.Fatal(err)
		}
	}
	read := func(id string) (stored *models.Import, canceled bool) {
		t.Helper()
		stored, canceled, found, err := db.Import(t.Context(), id)
		if err != nil || !found {
			t.Fatalf("%t, %v", found, err)
		}
		return stored, canceled
	}
	if err := db.CancelImport(t.Context(), first.ID); err != nil {
		t.Fatal(err)
	}
	first.Done = 7
	first.Note(models.ImportNote{Kind: models.NoteOddity, Text: "odd"})
	if err := db.SaveImport(t.Context(), first); err != nil {
		t.Fatal(err)
	}
	if stored, canceled := read(first.ID); !canceled || stored.Done != 7 || len(stored.AllNotes) != 1 {
		t.Errorf("canceled %t, %+v", canceled, stored)
	}
	if stored, canceled := read(second.ID); canceled || stored.File != "two.csv" ||
		!stored.StartedAt.Equal(second.StartedAt) {
		t.Errorf("canceled %t, %+v", canceled, stored)
	}
	listed, err := db.Imports(t.Context(), 10)
	if err != nil || len(listed) != 2 || listed[0].ID != second.ID || listed[1].AllNotes != nil ||
		listed[1].NoteCount != 1 {
		t.Errorf("%+v, %v", listed, err)
	}
	if _, err := db.Purge(t.Context(), begun.Add(time.Minute)); err != nil {
		t.Fatal(err)
	}
	if _, _, found, err := db.Import(t.Context(), first.ID); found || err != nil {
		t.Errorf("after the purge: %t, %v", found, err)
	}
	read(second.ID)
}
