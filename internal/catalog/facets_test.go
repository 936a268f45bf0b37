package catalog

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"findcare/models"
)

// However few or many match, and though there are more values than columns of the grid, facets count everybody.
func TestFacetsOfFewAndMany(t *testing.T) {
	const providers, languages = 9000, 700
	steps := []int{1, 2, 7, 60, 900, 4000}
	directory := taxonomy()
	for i := range providers {
		p := &models.Provider{Header: header(models.KindProvider, fmt.Sprint("p", i)), Name: "Somebody"}
		p.Languages = []string{"English", fmt.Sprint("Language ", i/3%languages)}
		p.AcceptingNewClients = ptr(i%50 > 0)
		for _, step := range steps {
			if i%step == 0 {
				p.Insurances = append(p.Insurances, fmt.Sprint("Every ", step))
			}
		}
		directory.Providers = append(directory.Providers, p)
	}
	built := Build(directory, options)
	if n := len(built.views[0].grid.columns); n != widestGrid*64 {
		t.Fatalf("the grid has %d columns, want all %d", n, widestGrid*64)
	}
	changed := *directory.Providers[0]
	changed.Languages = []string{"Language 1"}
	applied := built.Apply(
		Changes{
			Written: []models.Document{&changed},
			Removed: []Removal{{ID: directory.Providers[8].ID, Revision: 1 << 40}},
		},
	)
	now := slices.Concat([]*models.Provider{&changed}, directory.Providers[1:8], directory.Providers[9:])
	for _, step := range steps {
		insurance := fmt.Sprint("Every ", step)
		c, err := applied.Providers(
			ProviderSearch{Filter: &ProviderFilter{Insurances: []string{insurance}, AcceptingNewClients: ptr(false)}},
		)
		if err != nil {
			t.Fatal(err)
		}
		want := [2]map[string]int{{}, {}}
		for _, p := range now {
			if *p.AcceptingNewClients {
				continue
			}
			for _, value := range p.Insurances {
				want[0][value]++
			}
			for _, value := range p.Languages {
				if slices.Contains(p.Insurances, insurance) {
					want[1][value]++
				}
			}
		}
		for i, facet := range []func(*int) ([]ValueCount, error){c.Facets().Insurances, c.Facets().Languages} {
			counts, err := facet(ptr(mostFacets))
			if err != nil || len(counts) != len(want[i]) {
				t.Errorf("%s: %d values, %v; want %d", insurance, len(counts), err, len(want[i]))
			}
			for _, got := range counts {
				if got.Count != want[i][got.Value] {
					t.Errorf("%s: %d have %s, want %d", insurance, got.Count, got.Value, want[i][got.Value])
				}
			}
		}
	}
}

func TestTally(t *testing.T) {
	for _, n := range []int{0, 1, 7, 8, 9, 1024, 8*255 + 7} {
		words, at, want, got := make([]uint64, n), make([]int, n), make([]uint32, 64), make([]uint32, 64)
		for i := range words {
			words[i], at[i] = ^uint64(0)>>(i%65), i
			for bit := range want {
				want[bit] += uint32(words[i] >> bit & 1)
			}
		}
		tally(words, at, got)
		if !slices.Equal(got, want) {
			t.Errorf("of %d words: got %d, want %d", n, got, want)
		}
	}
}

// Who spells a value in another case or without its accents has the same value: it is counted once, shown as most spell
// it, and finds as many as it counts.
func TestFacetsOfOneValueInSeveralSpellings(t *testing.T) {
	directory := taxonomy()
	for i, insurances := range [][]string{{"medicaid"}, {"Medicaid", "Aetna"}, {"MEDICAID", "medicaid"}, {"Médicaid"}, {"AETNA"}} {
		p := &models.Provider{
			Header:     header(models.KindProvider, fmt.Sprint("p", i)),
			Name:       "Somebody",
			Insurances: insurances,
		}
		directory.Providers = append(directory.Providers, p)
	}
	s := Build(directory, options)
	insurances := func() string {
		c, err := s.Providers(ProviderSearch{})
		if err != nil {
			t.Fatal(err)
		}
		counts, err := c.Facets().Insurances(nil)
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprint(counts)
	}
	if got, want := insurances(), "[{medicaid 4} {AETNA 2}]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for i := range 3 { // in a segment of their own
		p := &models.Provider{
			Header:     header(models.KindProvider, fmt.Sprint("q", i)),
			Name:       "Somebody",
			Insurances: []string{"Medicaid"},
		}
		s = s.Apply(Changes{Written: []models.Document{p}})
	}
	if got, want := insurances(), "[{Medicaid 7} {AETNA 2}]"; got != want {
		t.Errorf("after a change: got %s, want %s", got, want)
	}
	s = s.Apply(Changes{Removed: []Removal{{ID: directory.Providers[2].ID, Revision: 1 << 40}}})
	if got, want := insurances(), "[{Medicaid 6} {AETNA 2}]"; got != want {
		t.Errorf("after a removal: got %s, want %s", got, want)
	}
}

func TestFacetValuesFindAsManyAsTheyCount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawer{t}
		directory := taxonomy()
		for i := range rapid.IntRange(0, 30).Draw(t, "providers") {
			directory.Providers = append(directory.Providers, d.provider(i))
		}
		s, filter := Build(directory, options), d.filter()
		for name, facet := range map[string]struct {
			given  *[]string
			counts func(ProviderFacets) ([]ValueCount, error)
		}{
			"cities":     {&filter.Cities, func(f ProviderFacets) ([]ValueCount, error) { return f.Cities(nil) }},
			"languages":  {&filter.Languages, func(f ProviderFacets) ([]ValueCount, error) { return f.Languages(nil) }},
			"insurances": {&filter.Insurances, func(f ProviderFacets) ([]ValueCount, error) { return f.Insurances(nil) }},
		} {
			before := *facet.given
			c, err := s.Providers(ProviderSearch{Filter: filter})
			if err != nil {
				t.Fatal(err)
			}
			counts, err := facet.counts(c.Facets())
			if err != nil {
				t.Fatal(err)
			}
			for _, counted := range counts {
				*facet.given = []string{counted.Value}
				found, err := s.Providers(ProviderSearch{Filter: filter})
				if err != nil || found.TotalCount() != counted.Count {
					t.Errorf(
						"%s: %s counts %d and finds %d, %v",
						name,
						counted.Value,
						counted.Count,
						found.TotalCount(),
						err,
					)
				}
			}
			*facet.given = before
		}
	})
}
