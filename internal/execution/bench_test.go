package execution_test

import (
	"os"
	"testing"
	"time"

	"pgregory.net/rapid"

	"findcare/demo"
	"findcare/internal/catalog"
	"findcare/internal/execution"
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
		"conditions": []string{
			"generalized-anxiety",
			"depression",
		}, "sessionFormats": []string{"VIDEO"}, "states": []string{"MI", "OH", "IL"},
	}})
}

// BenchmarkCompile makes the plan of a page, which is done once.
func BenchmarkCompile(b *testing.B) {
	x := newTestExecutor()
	o := operationIn(b, x, "../../testdata/care-page.graphql", map[string]any{"slug": "insomnia"})
	b.ReportAllocs()
	for b.Loop() {
		if !x.Compile(o) {
			b.Fatal("the operation is not compiled")
		}
	}
}

// BenchmarkPrepare is what is done for each request before it is executed, with the document known.
func BenchmarkPrepare(b *testing.B) {
	x := newTestExecutor()
	for _, test := range []struct {
		name, document string
		variables      map[string]any
	}{
		{"care-page", "care-page", map[string]any{"slug": "ketamine-assisted-psychotherapy"}},
		{"find-care", "find-care", map[string]any{"first": 20, "orderBy": "NAME", "filter": map[string]any{
			"conditions": []string{"generalized-anxiety", "depression"}, "sessionFormats": []string{"VIDEO"},
			"states": []string{"MI", "OH", "IL"},
			"near":   map[string]any{"at": map[string]any{"postalCode": "48507"}, "withinMiles": 50},
		}}},
	} {
		b.Run(test.name, func(b *testing.B) {
			o := operationIn(b, x, "../../testdata/"+test.document+".graphql", test.variables)
			given := execution.Request{Query: o.Query(), Variables: asJSON(test.variables)}
			b.ReportAllocs()
			for b.Loop() {
				if _, errs := x.Prepare(given); errs != nil {
					b.Fatal(errs)
				}
			}
		})
	}
}

func benchmark(b *testing.B, providers int, name string, variables map[string]any) {
	snapshot, x := demoSnapshot(b, providers), newTestExecutor()
	o := operationIn(b, x, "../../testdata/"+name+".graphql", variables)
	agree(b.Context(), b, x, o, snapshot)
	b.Run("compiled", func(b *testing.B) {
		b.ReportAllocs()
		var data []byte
		for b.Loop() {
			var err error
			if data, _, err = x.ExecutePlan(b.Context(), x.PlanOf(o), snapshot, o.Variables(), data[:0]); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("gqlgen", func(b *testing.B) {
		b.ReportAllocs()
		var data []byte
		for b.Loop() {
			var err error
			if data, _, err = x.ExecuteByGqlgen(b.Context(), o, snapshot, data[:0]); err != nil {
				b.Fatal(err)
			}
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

func operationIn(tb rapid.TB, x *execution.Executor, path string, variables map[string]any) *execution.Operation {
	tb.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	return prepare(tb, x, string(text), variables)
}

func prepare(tb rapid.TB, x *execution.Executor, text string, variables map[string]any) *execution.Operation {
	tb.Helper()
	o, errs := x.Prepare(execution.Request{Query: text, Variables: asJSON(variables)})
	if errs != nil {
		tb.Fatal(errs)
	}
	return o
}
