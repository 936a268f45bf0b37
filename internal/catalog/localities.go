package catalog

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"findcare/internal/search"
	"findcare/models"
)

// Locality is a city where providers are. Spellings of its name that make the same slug are one city.
type Locality struct {
	State     string   // its two-letter code
	Slug      string   // of the name, unique within the state
	Name      string   // as most providers spell it
	Spellings []string // as the filter cities takes them: St. Louis, Missouri
	Providers int
}

// Localities returns the cities where providers are, by state, then most providers first, then by name.
func (s *Snapshot) Localities() []Locality {
	all := search.Facet(s.index.NewQuery().Run(search.Page{}), search.FieldCities, math.MaxInt, nil,
		func(value string, count int) ValueCount { return ValueCount{Value: value, Count: count} })
	type key struct{ state, slug string }
	at := make(map[key]int, len(all))
	localities := make([]Locality, 0, len(all))
	for _, city := range all { // most providers first
		name, state := cityAndState(city.Value)
		slug := models.Slugify(name)
		if slug == "" || state == "" {
			continue
		}
		i, known := at[key{state, slug}]
		if !known {
			i = len(localities)
			at[key{state, slug}] = i
			localities = append(localities, Locality{State: state, Slug: slug, Name: name})
		}
		localities[i].Spellings = append(localities[i].Spellings, city.Value)
		localities[i].Providers += city.Count
	}
	slices.SortFunc(localities, func(a, b Locality) int {
		return cmp.Or(
			cmp.Compare(a.State, b.State), cmp.Compare(b.Providers, a.Providers),
			cmp.Compare(models.Fold(a.Name), models.Fold(b.Name)), cmp.Compare(a.Slug, b.Slug),
		)
	})
	return localities
}

// cityAndState returns the name of a city and the code of its state, as facets have them: St. Louis, Missouri.
func cityAndState(text string) (city, state string) {
	comma := strings.LastIndex(text, ", ")
	if comma < 0 {
		return "", ""
	}
	state, _ = models.StateCode(text[comma+2:])
	return text[:comma], state
}

// LocalCare is how many providers there are in a state or a city or, of them, for a condition or a treatment.
type LocalCare struct {
	State     string // its two-letter code
	City      string // its slug, "" for the whole state
	Care      string // the slug of a condition, a family of them or a treatment, "" for all
	Providers int
}

// LocalCare counts the providers of each state and city, and in each city those of each condition, family and
// treatment. What has fewer than the least number is left out. It reads every provider.
func (s *Snapshot) LocalCare(least int) []LocalCare {
	counts := make(map[LocalCare]int)
	slugs := make(map[string]string) // of names of cities
	families := s.Families()
	for p := range s.index.All() {
		for place := range localPlaces(p, slugs) {
			counts[place]++
			if place.City == "" {
				continue
			}
			for care := range s.careOf(p, families) {
				place.Care = care
				counts[place]++
			}
		}
	}
	var all []LocalCare
	for place, n := range counts {
		if n >= least {
			place.Providers = n
			all = append(all, place)
		}
	}
	slices.SortFunc(all, func(a, b LocalCare) int {
		return cmp.Or(cmp.Compare(a.State, b.State), cmp.Compare(a.City, b.City), cmp.Compare(a.Care, b.Care))
	})
	return all
}

// localPlaces are the states and the cities of a provider, each once.
func localPlaces(p *models.Provider, slugs map[string]string) map[LocalCare]struct{} {
	places := make(map[LocalCare]struct{}, 2*len(p.Locations))
	for i := range p.Locations {
		l := &p.Locations[i]
		if _, known := models.StateName(l.StateCode); !known {
			continue
		}
		places[LocalCare{State: l.StateCode}] = struct{}{}
		slug, known := slugs[l.City]
		if !known {
			slug = models.Slugify(l.City)
			slugs[l.City] = slug
		}
		if slug != "" {
			places[LocalCare{State: l.StateCode, City: slug}] = struct{}{}
		}
	}
	return places
}

// careOf are the slugs of what a provider treats and offers, and of families of that. A treatment with the slug of a
// condition is left out: the condition has the page.
func (s *Snapshot) careOf(p *models.Provider, families []Family) map[string]struct{} {
	care := make(map[string]struct{}, len(p.ConditionIDs)+len(p.TreatmentIDs))
	for _, id := range p.ConditionIDs {
		if c, known := s.conditions.byID[id]; known {
			care[c.Slug] = struct{}{}
		}
	}
	for _, id := range p.TreatmentIDs {
		if t, known := s.treatments.byID[id]; known {
			if _, isCondition := s.conditions.idOf(t.Slug); !isCondition {
				care[t.Slug] = struct{}{}
			}
		}
	}
	for _, f := range families {
		if f.has(s, p) {
			care[f.Slug] = struct{}{}
		}
	}
	return care
}
