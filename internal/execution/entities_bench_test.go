package execution_test

import (
	"testing"

	"findcare/demo"
	"findcare/internal/catalog"
	"findcare/internal/execution"
)

// BenchmarkEntities asks for a hundred providers as a gateway does, and as nodes, with the variables coerced each time.
func BenchmarkEntities(b *testing.B) {
	snapshot, x := demoSnapshot(b, demo.Providers), newTestExecutor()
	hundred := 100
	page, err := snapshot.Providers(catalog.ProviderSearch{Page: catalog.Page{First: &hundred}})
	if err != nil {
		b.Fatal(err)
	}
	var ids, byID, bySlug []any
	for _, provider := range page.Nodes() {
		ids = append(ids, provider.ID)
		byID = append(byID, map[string]any{"__typename": "Provider", "id": provider.ID})
		bySlug = append(bySlug, map[string]any{"__typename": "Provider", "slug": provider.Slug})
	}
	const (
		fields   = `{ ... on Provider { name summary sessionFormats credentials { label } locations { city } } }`
		nodes    = `query($of: [ID!]!) { nodes(ids: $of) ` + fields + ` }`
		entities = `query($of: [_Any!]!) { _entities(representations: $of) ` + fields + ` }`
	)
	for _, test := range []struct {
		name, query string
		of          []any
	}{{"nodes", nodes, ids}, {"by id", entities, byID}, {"by slug", entities, bySlug}} {
		b.Run(test.name, func(b *testing.B) {
			request := execution.Request{Query: test.query, Variables: map[string]any{"of": test.of}}
			b.ReportAllocs()
			var data []byte
			for b.Loop() {
				o, errs := x.Prepare(request)
				if len(errs) > 0 {
					b.Fatal(errs)
				}
				if data, errs = x.ExecuteOn(b.Context(), snapshot, o, data[:0]); len(errs) > 0 {
					b.Fatal(errs)
				}
			}
			b.SetBytes(int64(len(data)))
		})
	}
}
