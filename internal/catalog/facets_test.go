package catalog

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"findcare/models"
)

// Who spells a value in another case or without its accents has the same value: it is counted once, shown as most spell
// it, and finds as many as it counts.
func TestFacetsOfOneValueInSeveralSpellings(t *testing.T) {
	directory := taxonomy()
	for i, insurances := range [][]string{
		{"medicaid"}, {"Medicaid", "Aetna"}, {"MEDICAID", "medicaid"}, {"Médicaid"}, {"AETNA"},
	} {
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
		var list []string
		for _, c := range counts {
			list = append(list, fmt.Sprint(c.Label(), " ", c.Count))
		}
		return fmt.Sprint(list)
	}
	if got, want := insurances(), "[medicaid 4 AETNA 2]"; got != want {
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
	if got, want := insurances(), "[Medicaid 7 AETNA 2]"; got != want {
		t.Errorf("after a change: got %s, want %s", got, want)
	}
	s = s.Apply(Changes{Removed: []Removal{{ID: directory.Providers[2].ID, Revision: 1 << 40}}})
	if got, want := insurances(), "[Medicaid 6 AETNA 2]"; got != want {
		t.Errorf("after a removal: got %s, want %s", got, want)
	}
}

func TestFacetValuesFindAsManyAsTheyCount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawer{t}
		directory := taxonomy()
		directory.Insurers = d.insurers()
		for i := range rapid.IntRange(0, 30).Draw(t, "providers") {
			directory.Providers = append(directory.Providers, d.provider(i))
		}
		s, filter := Build(directory, options), d.filter()
		for name, facet := range map[string]struct {
			given  *[]string
			counts func(ProviderFacets, *int) ([]ValueCount, error)
		}{
			"cities":     {&filter.Cities, ProviderFacets.Cities},
			"languages":  {&filter.Languages, ProviderFacets.Languages},
			"insurances": {&filter.Insurances, ProviderFacets.Insurances},
		} {
			before := *facet.given
			c, err := s.Providers(ProviderSearch{Filter: filter})
			if err != nil {
				t.Fatal(err)
			}
			counts, err := facet.counts(c.Facets(), nil)
			if err != nil {
				t.Fatal(err)
			}
			asks := func(i Intent) bool { return i.Field == name }
			if in := c.Interpretation(); in != nil && slices.ContainsFunc(in.Intents, asks) {
				continue // the facet leaves that part of the text out, and so must who chooses from it
			}
			for _, counted := range counts {
				*facet.given = []string{counted.Value}
				found, err := s.Providers(ProviderSearch{Filter: filter})
				if err != nil || found.TotalCount() != counted.Count {
					t.Errorf("%s: %s counts %d and finds %d, %v",
						name, counted.Value, counted.Count, found.TotalCount(), err)
				}
			}
			*facet.given = before
		}
	})
}
