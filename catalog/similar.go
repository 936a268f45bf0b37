package catalog

import (
	"cmp"
	"math"
	"slices"

	"github.com/golang/geo/s1"

	"findcare/models"
)

// Similar are other providers who treat and offer much the same nearby, most alike first.
//
// Each condition that both treat counts ln(all providers / those who treat it), each shared treatment half of that, and
// being near counts 2 at no distance, half of it at 10 miles. Only those who share something count: within 50 miles
// of the first location, or, where that gives too few, anywhere.
func (p Provider) Similar(first *int) ([]Provider, error) {
	n := 3
	if first != nil {
		n = *first
	}
	if n < 0 || n > largestPage {
		return nil, models.BadInput("first: %d must be from 0 to %d", n, largestPage)
	}
	const nearMiles = 50
	var around *circle
	if len(p.Locations) > 0 {
		if point, ok := locationPoint(&p.Locations[0]); ok {
			around = &circle{point, nearMiles, s1.ChordAngleFromAngle(nearMiles / earthRadiusMiles)}
		}
	}
	weights := p.snapshot.rarities(p.provider)
	candidates := p.alike(weights, around, around)
	if len(candidates) < n {
		candidates = p.alike(weights, around, nil)
	}
	providers := make([]Provider, min(n, len(candidates)))
	for i := range providers {
		providers[i] = Provider{candidates[i].provider, p.snapshot}
	}
	return providers, nil
}

type alike struct {
	provider *provider
	score    float64
}

// rarities are what sharing each of a provider's conditions and treatments counts, by code.
func (s *Snapshot) rarities(p *provider) map[field]map[uint32]float64 {
	all := s.Directory().ProviderCount
	rarities := make(map[field]map[uint32]float64)
	for f, part := range map[field]float64{fieldConditions: 1, fieldTreatments: 0.5} {
		ids := p.ConditionIDs
		if f == fieldTreatments {
			ids = p.TreatmentIDs
		}
		rarities[f] = make(map[uint32]float64)
		for _, code := range s.codes(f, ids) {
			having := 0
			for _, v := range s.views {
				having += v.count(f, code)
			}
			rarities[f][code] = part * math.Log(float64(all)/float64(having))
		}
	}
	return rarities
}

// alike returns those who share something, within a circle where there is one, most alike first.
func (p Provider) alike(weights map[field]map[uint32]float64, from, within *circle) (list []alike) {
	for _, v := range p.snapshot.views {
		candidates := newBitset(len(v.providers))
		for f, codes := range weights {
			for code := range codes {
				v.fields[f].postings[code].addTo(candidates)
			}
		}
		if within != nil {
			near := newBitset(len(v.providers))
			v.places.addWithin(within, near)
			candidates.and(near)
		}
		candidates.and(v.all())
		candidates.each(func(i uint32) bool {
			if other := &v.providers[i]; other.ID != p.ID {
				list = append(list, alike{other, v.likeness(i, weights, from)})
			}
			return true
		})
	}
	slices.SortFunc(list, func(a, b alike) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.provider.key, b.provider.key), cmp.Compare(a.provider.ID, b.provider.ID))
	})
	return list
}

func (v *view) likeness(i uint32, weights map[field]map[uint32]float64, from *circle) (score float64) {
	for _, f := range []field{fieldConditions, fieldTreatments} {
		codes := slices.Clone(v.fields[f].of(i))
		slices.Sort(codes) // the same sum in every segment
		for _, code := range codes {
			score += weights[f][code]
		}
	}
	if from != nil {
		const atNone, half = 2, 10
		if chord, ok := v.places.chord(i, from.centre); ok {
			score += atNone / (1 + miles(chord)/half)
		}
	}
	return score
}
