package catalog

import (
	"math"
	"math/bits"
	"slices"

	"github.com/golang/geo/s1"

	"findcare/models"
)

// Similar are other providers who treat and offer much the same nearby, most alike first.
//
// Each condition that both treat counts ln(all providers / those who treat it), each shared treatment half of that, and
// being near counts 2 at no distance and half of it at 10 miles. Candidates share something and are within 50 miles of
// the first location; those of a provider without a location hold a licence today in one of the same states. Where that
// gives too few, they may be anywhere.
func (p Provider) Similar(first *int) ([]Provider, error) {
	n := 3
	if first != nil {
		n = *first
	}
	if n < 0 || n > largestPage {
		return nil, models.BadInput("first: %d must be from 0 to %d", n, largestPage)
	}
	l := &likeness{self: p, most: n, weights: p.snapshot.rarities(p.provider)}
	if len(p.Locations) > 0 {
		if point, ok := locationPoint(&p.Locations[0]); ok {
			l.from = &circle{point, similarMiles, s1.ChordAngleFromAngle(similarMiles / earthRadiusMiles)}
		}
	}
	best := l.best(l.nearby)
	if len(best) < n {
		best = l.best(nil)
	}
	providers := make([]Provider, len(best))
	for i, r := range best {
		providers[i] = Provider{r.provider(), p.snapshot}
	}
	return providers, nil
}

const similarMiles = 50

// likeness compares providers with one of them.
type likeness struct {
	self    Provider
	most    int
	weights map[tagged]int64 // what sharing a value counts, in millionths, so that no order of adding matters
	from    *circle          // nil where the provider has no location
}

const one = 1_000_000

// rarities are what sharing each of a provider's conditions and treatments counts.
func (s *Snapshot) rarities(p *provider) map[tagged]int64 {
	all := s.Directory().ProviderCount
	rarities := make(map[tagged]int64)
	add := func(f field, ids []string, part float64) {
		for _, code := range s.codes(f, ids) {
			having := 0
			for _, v := range s.views {
				having += v.count(f, code)
			}
			// Of a provider as it was, nobody need have it now.
			rarities[tag(f, code)] = int64(part * one * math.Log(float64(max(all, 1))/float64(max(having, 1))))
		}
	}
	add(fieldConditions, p.ConditionIDs, 1)
	add(fieldTreatments, p.TreatmentIDs, 0.5)
	return rarities
}

// nearby returns who is near the provider, in what sense there is; it must not be changed.
func (l *likeness) nearby(v *view) bitset {
	if l.from != nil {
		near := newBitset(len(v.providers))
		v.places.addWithin(l.from, near)
		return near
	}
	s := l.self.snapshot
	return s.matchLicensed(l.self.provider.LicensedIn(s.Today()))(v)
}

// best returns those most alike, of those who share something and are among within where that is given.
func (l *likeness) best(within func(*view) bitset) []row {
	best := topRows{most: l.most}
	for _, v := range l.self.snapshot.views {
		candidates := borrowBitset(len(v.providers))
		for value := range l.weights {
			v.fields[value.field()].postings[value.code()].addTo(candidates)
		}
		candidates.and(v.all())
		if within != nil {
			candidates.and(within(v))
		}
		shared := l.in(v)
		candidates.each(func(i uint32) bool {
			if r := (row{v, i, math.MaxInt64 - uint64(l.score(v, i, shared))}); r.provider().ID != l.self.ID {
				best.offer(r)
			}
			return true
		})
		scratchWords.give(candidates)
	}
	slices.SortFunc(best.rows, compareRows)
	return best.rows
}

// shareable is what the providers of a segment can share: a mask of the columns of its grid, with the weight of each,
// and what is not in the grid.
type shareable struct {
	mask    []uint64
	weights []int64
	rest    []fieldEntry
	of      []int64 // the weights of rest
}

func (l *likeness) in(v *view) (s shareable) {
	s.mask, s.weights = make([]uint64, v.grid.width), make([]int64, len(v.grid.columns))
	for value, weight := range l.weights {
		if column, ok := slices.BinarySearch(v.grid.columns, value); ok {
			s.mask[column/64] |= 1 << (column % 64)
			s.weights[column] = weight
		} else if p, ok := v.fields[value.field()].postings[value.code()]; ok {
			s.rest = append(s.rest, fieldEntry{value.code(), p})
			s.of = append(s.of, weight)
		}
	}
	return s
}

func (l *likeness) score(v *view, i uint32, shared shareable) (score int64) {
	for at, word := range v.grid.row(i) {
		for word &= shared.mask[at]; word != 0; word &= word - 1 {
			score += shared.weights[at*64+bits.TrailingZeros64(word)]
		}
	}
	for at, entry := range shared.rest {
		if entry.contains(i) {
			score += shared.of[at]
		}
	}
	if l.from != nil {
		const atNone, half = 2, 10
		if chord, ok := v.places.chord(i, l.from.centre); ok {
			score += int64(one * atNone / (1 + miles(chord)/half))
		}
	}
	return score
}
