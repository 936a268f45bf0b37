package catalog

import (
	"maps"
	"slices"

	"pgregory.net/rapid"

	"findcare/models"
)

// insurer reads all insurers for the one that a label means: by its name, then by what it is also known as.
func (o *oracle) insurer(label string) *models.Insurer {
	insurers := slices.SortedFunc(slices.Values(o.Insurers), func(a, b *models.Insurer) int {
		if models.Fold(a.Name) < models.Fold(b.Name) {
			return -1
		}
		return 1
	})
	for _, i := range insurers {
		if models.Fold(i.Name) == models.Fold(label) {
			return i
		}
	}
	for _, i := range insurers {
		if slices.Contains(folded(i.AlsoKnownAs), models.Fold(label)) {
			return i
		}
	}
	return nil
}

// taken are the insurers that a provider takes.
func (o *oracle) taken(p *models.Provider) (taken []*models.Insurer) {
	for _, i := range o.Insurers {
		byLabel := slices.ContainsFunc(p.Insurances, func(label string) bool { return o.insurer(label) == i })
		byCoverage := slices.ContainsFunc(p.Coverage, func(c models.Coverage) bool { return c.InsurerID == i.ID })
		if byLabel || byCoverage {
			taken = append(taken, i)
		}
	}
	return taken
}

// insurances are the names of the insurers that a provider takes, and the labels that mean none.
func (o *oracle) insurances(p *models.Provider) (values []string) {
	for _, i := range o.taken(p) {
		values = append(values, i.Name)
	}
	for _, label := range p.Insurances {
		if o.insurer(label) == nil {
			values = append(values, label)
		}
	}
	return values
}

// asked are the values of a filter as insurances has them, folded.
func (o *oracle) asked(given []string) (values []string) {
	for _, text := range given {
		insurer := o.insurer(text)
		for _, i := range o.Insurers {
			if insurer == nil && (i.Slug == text || i.ID == text) {
				insurer = i
			}
		}
		if insurer != nil {
			text = insurer.Name
		}
		values = append(values, models.Fold(text))
	}
	return values
}

// checkInsurers compares the facet of insurers with that of insurances, which is held against every provider.
func (w *searched) checkInsurers(t *rapid.T, facets ProviderFacets, size int) {
	counts, err := facets.Insurers(&size)
	if err != nil {
		t.Fatal(err)
	}
	of := make(map[string]int)
	for _, entry := range counts {
		of[entry.Insurer.Name] = entry.Count
	}
	values, err := facets.Insurances(&size)
	if err != nil {
		t.Fatal(err)
	}
	want := make(map[string]int)
	for _, value := range values {
		if w.insurer(value.Value) != nil {
			want[value.Value] = value.Count
		}
	}
	if !maps.Equal(of, want) {
		t.Fatalf("facet insurers: got %v, want %v", of, want)
	}
}
