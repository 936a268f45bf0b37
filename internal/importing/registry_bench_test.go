package importing_test

import (
	"bytes"
	"context"
	"testing"

	"findcare/demo"
	"findcare/internal/importing"
	"findcare/internal/store"
)

// BenchmarkRecords imports records of behavioural health into the embedded engine, and then the same file again.
func BenchmarkRecords(b *testing.B) {
	const count = 20_000
	var content bytes.Buffer
	if err := demo.WriteNPPES(&content, count, 100); err != nil {
		b.Fatal(err)
	}
	report := func(b *testing.B) {
		b.ReportMetric(float64(count)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
	}
	b.Run("new", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			db := mustOpenBulk(b)
			b.StartTimer()
			records(b, db, content.String(), importing.RecordsOptions{})
		}
		report(b)
	})
	b.Run("unchanged", func(b *testing.B) {
		db := mustOpenBulk(b)
		records(b, db, content.String(), importing.RecordsOptions{})
		b.ResetTimer()
		for b.Loop() {
			records(b, db, content.String(), importing.RecordsOptions{})
		}
		report(b)
	})
}

// mustOpenBulk opens a store as the import command does.
func mustOpenBulk(b *testing.B) *store.Store {
	b.Helper()
	db, err := store.Open(b.Context(), store.Config{DataDir: b.TempDir(), Bulk: true})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = db.Close(context.Background()) })
	return db
}
