package editing_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

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
	w := newWorkplace(b, size)
	var took []time.Duration
	for i := 0; b.Loop(); i++ {
		started := clock.Start()
		if err := w.update(w.ids[i*37%len(w.ids)], fmt.Sprint("Statement ", i)); err != nil {
			b.Fatal(err)
		}
		took = append(took, started.Elapsed())
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds()), "µs-median")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "µs-p99")
}

// BenchmarkConcurrentUpdates makes a thousand updates of different providers, sixteen at a time.
func BenchmarkConcurrentUpdates(b *testing.B) {
	const updates, atATime = 1000, 16
	w := newWorkplace(b, 10_000)
	for round := 0; b.Loop(); round++ {
		var group errgroup.Group
		group.SetLimit(atATime)
		for i := range updates {
			group.Go(func() error { return w.update(w.ids[i], fmt.Sprint("Statement ", round, " ", i)) })
		}
		if err := group.Wait(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(updates*float64(b.N)/b.Elapsed().Seconds(), "updates/s")
}

// workplace is an editor of a directory in the embedded engine.
type workplace struct {
	ctx       context.Context
	editor    *editing.Editor
	directory *catalog.Catalog
	ids       []string // of a thousand providers
}

func newWorkplace(b *testing.B, size int) *workplace {
	b.Helper()
	ctx := auth.With(b.Context(), &auth.Principal{ID: "usr_ada", Name: "Ada", Role: auth.Editor})
	db, err := store.Open(ctx, store.Config{DataDir: b.TempDir()})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = db.Close(context.Background()) })
	documents, err := demo.Documents(size, time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC))
	if err != nil {
		b.Fatal(err)
	}
	fill(b, db, documents)
	if documents, err = db.Load(ctx); err != nil {
		b.Fatal(err)
	}
	ids := make([]string, 1000)
	for i := range ids {
		ids[i] = documents.Providers[i*size/len(ids)].ID
	}
	directory := &catalog.Catalog{}
	directory.Publish(catalog.Build(documents, catalog.Options{Today: func() models.Date { return "2026-11-24" }}))
	return &workplace{ctx, editing.New(db, directory, nil, clocktest.Now), directory, ids}
}

// update updates a provider, and expects to read that.
func (w *workplace) update(id, statement string) error {
	input := modelstest.Input(models.KindProvider, fields{"statement": statement})
	outcome, err := w.editor.Update(w.ctx, editing.Write{Operation: "updateProvider"}, id, input)
	if err != nil || len(outcome.Errors) > 0 {
		return fmt.Errorf("%w, %v", err, outcome.Errors)
	}
	if read := w.directory.Current().Provider(catalog.ProviderBy{ID: &id}); string(read.Statement) != statement {
		return fmt.Errorf("after %q, %q is read", statement, read.Statement)
	}
	return nil
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
