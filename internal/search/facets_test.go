package search

import (
	"fmt"
	"slices"
	"testing"

	"findcare/models"
)

var facetSteps = []int{1, 2, 7, 60, 900, 4000}

// facetProviders have more languages than a grid has columns, and insurances that from very few to all of them take.
func facetProviders(n int) []*models.Provider {
	const languages = 700
	providers := make([]*models.Provider, n)
	for i := range providers {
		slug := fmt.Sprint("p", i)
		p := &models.Provider{
			Header:              models.Header{ID: models.IDOfSlug(models.KindProvider, slug), Slug: slug},
			Name:                "Somebody",
			Languages:           []string{"English", fmt.Sprint("Language ", i/3%languages)},
			AcceptingNewClients: new(i%50 > 0),
		}
		for _, step := range facetSteps {
			if i%step == 0 {
				p.Insurances = append(p.Insurances, fmt.Sprint("Every ", step))
			}
		}
		providers[i] = p
	}
	return providers
}

// However few or many match, and though there are more values than columns of the grid, facets count everybody.
func TestFacetsOfFewAndMany(t *testing.T) {
	providers := facetProviders(9000)
	built := New(providers, &Glossary{})
	if n := len(built.views[0].grid.columns); n != maxGridWidth*64 {
		t.Fatalf("the grid has %d columns, want all %d", n, maxGridWidth*64)
	}
	changed := *providers[0]
	changed.Languages = []string{"Language 1"}
	applied, deleted := built.Apply(Changes{
		Deleted: map[string]bool{changed.ID: true, providers[8].ID: true},
		Written: []*models.Provider{&changed},
	})
	if len(deleted) != 2 {
		t.Fatalf("%d providers are deleted, want 2", len(deleted))
	}
	now := slices.Concat([]*models.Provider{&changed}, providers[1:8], providers[9:])
	for _, step := range facetSteps {
		checkFacets(t, applied, now, fmt.Sprint("Every ", step))
	}
}

// checkFacets compares the facets of those who take an insurance and no new clients with what reading everybody gives.
func checkFacets(t *testing.T, x *Index, now []*models.Provider, insurance string) {
	t.Helper()
	q := x.NewQuery()
	q.AnySpelling("insurances", FieldInsurances, []string{insurance})
	q.Any("acceptingNewClients", FieldAcceptingNewClients, []string{Truth(false)})
	results := q.Run(Page{Size: 20})
	want := map[Field]map[string]int{FieldInsurances: {}, FieldLanguages: {}}
	for _, p := range now {
		if *p.AcceptingNewClients {
			continue
		}
		for _, value := range p.Insurances {
			want[FieldInsurances][value]++
		}
		for _, value := range p.Languages {
			if slices.Contains(p.Insurances, insurance) {
				want[FieldLanguages][value]++
			}
		}
	}
	type counted struct {
		value string
		count int
	}
	for f, want := range want {
		counts := Facet(results, f, 1000, nil, func(value string, count int) counted { return counted{value, count} })
		if len(counts) != len(want) {
			t.Errorf("%s: %d values, want %d", insurance, len(counts), len(want))
		}
		for _, got := range counts {
			if got.count != want[got.value] {
				t.Errorf("%s: %d have %s, want %d", insurance, got.count, got.value, want[got.value])
			}
		}
	}
}
