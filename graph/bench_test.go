package graph

import (
	"os"
	"testing"
	"time"

	"findcare/catalog"
	"findcare/demo"
	"findcare/models"
)

// The pages that frontends show, by both executors: from a parsed operation to the bytes of its data, without HTTP.

func BenchmarkCarePage(b *testing.B) {
	benchmark(b, demo.Providers, "care-page", map[string]any{"slug": "ketamine-assisted-psychotherapy"})
}

func BenchmarkProfile(b *testing.B) {
	benchmark(b, demo.Providers, "profile", map[string]any{"slug": "alder-fictionado"})
}

func BenchmarkFindCare(b *testing.B) {
	benchmark(b, 10_000, "find-care", map[string]any{"filter": map[string]any{
		"conditions": []string{"generalized-anxiety", "depression"}, "sessionFormats": []string{"VIDEO"}, "states": []string{"MI", "OH", "IL"},
	}})
}

func benchmark(b *testing.B, providers int, name string, variables map[string]any) {
	snapshot := demoSnapshot(b, providers)
	o := operationIn(b, "../testdata/"+name+".graphql", variables)
	x := newTestExecutor()
	agree(b, x, o, snapshot)
	b.Run("compiled", func(b *testing.B) {
		b.ReportAllocs()
		var buffer []byte
		for b.Loop() {
			var compiled bool
			var err error
			if buffer, compiled, err = x.appendResponse(b.Context(), o, snapshot, buffer[:0]); !compiled || err != nil {
				b.Fatal(compiled, err)
			}
		}
	})
	b.Run("gqlgen", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			x.byGqlgen(b.Context(), o, snapshot)
		}
	})
}

// snapshotTime is when the demo's documents were written.
var snapshotTime = time.UnixMilli(1_790_000_000_000).UTC()

func demoSnapshot(tb testing.TB, providers int) *catalog.Snapshot {
	tb.Helper()
	documents, err := demo.Documents(providers, snapshotTime)
	if err != nil {
		tb.Fatal(err)
	}
	today := func() models.Date { return "2026-11-24" }
	return catalog.Build(documents, catalog.Options{SiteURL: "https://example.org", Today: today})
}

func operationIn(tb testing.TB, path string, variables map[string]any) prepared {
	tb.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	o, err := parseOperation(string(text), variables)
	if err != nil {
		tb.Fatal(err)
	}
	return o
}
