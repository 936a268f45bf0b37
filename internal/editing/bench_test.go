package editing_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"findcare/demo"
	"findcare/internal/auth"
	"findcare/internal/catalog"
	"findcare/internal/clock"
	"findcare/internal/clock/clocktest"
	"findcare/internal/editing"
	"findcare/internal/store"
	"findcare/models"
	"findcare/models/modelstest"
)

// BenchmarkUpdate updates one provider after the other, until the update is stored with its record and visible.
func BenchmarkUpdate(b *testing.B) {
	for _, size := range []int{10_000, 1_000_000} {
		b.Run(fmt.Sprint("providers=", size), func(b *testing.B) { benchmarkUpdate(b, size) })
	}
}

func benchmarkUpdate(b *testing.B, size int) {
	ctx := auth.With(b.Context(), &auth.Principal{ID: "usr_ada", Name: "Ada", Role: auth.Editor})
	db, err := store.Open(ctx, store.Config{DataDir: b.TempDir()})
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = db.Close(context.Background()) }()
	documents, err := demo.Documents(size, time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC))
	if err != nil {
		b.Fatal(err)
	}
	fill(b, db, documents)
	ids := make([]string, 1000)
	for i := range ids {
		ids[i] = documents.Providers[i*size/len(ids)].ID
	}
	directory := &catalog.Catalog{}
	directory.Publish(catalog.Build(documents, catalog.Options{Today: func() models.Date { return "2026-11-24" }}))
	editor := editing.New(db, directory, nil, clocktest.Now)
	var took []time.Duration
	for i := 0; b.Loop(); i++ {
		id, statement := ids[i*37%len(ids)], fmt.Sprint("Statement ", i)
		started := clock.Start()
		outcome, err := editor.Update(
			ctx,
			editing.Write{Operation: "updateProvider"},
			id,
			modelstest.Input(models.KindProvider, fields{"statement": statement}),
		)
		if err != nil || len(outcome.Errors) > 0 {
			b.Fatal(err, outcome.Errors)
		}
		if read := directory.Current().Provider(catalog.ProviderBy{ID: &id}); string(read.Statement) != statement {
			b.Fatalf("after %q, %q is read", statement, read.Statement)
		}
		took = append(took, started.Elapsed())
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds()), "µs-median")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "µs-p99")
}

func fill(b *testing.B, db *store.Store, directory *models.Directory) {
	b.Helper()
	for batch := range slices.Chunk(directory.Providers, 1000) {
		documents := make([]models.Document, len(batch))
		for i, provider := range batch {
			documents[i] = provider
		}
		if err := db.Write(b.Context(), models.KindProvider, documents); err != nil {
			b.Fatal(err)
		}
	}
}
