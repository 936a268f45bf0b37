package search

import (
	"math"
	"math/bits"
	"slices"

	"findcare/models"
)

// similarMiles is how far from the first location similar providers are looked for.
const similarMiles = 50

// Similar returns at most n other providers who treat and offer much the same nearby, most similar first.
//
// Each condition that both treat counts ln(all providers / those who treat it), each shared treatment half of that, and
// being near counts 2 at no distance and half of it at 10 miles. Candidates share something and are within 50 miles of
// the first location; those of a provider without a location hold a license today in one of the same states. Where that
// gives too few, they may be anywhere.
func (x *Index) Similar(to *models.Provider, n int, today models.Date) []*models.Provider {
	l := &likeness{index: x, to: to, size: n, weights: x.rarities(to)}
	nearby := x.matchLicensed(to.LicensedIn(today), today)
	if len(to.Locations) > 0 {
		if point, ok := locationPoint(&to.Locations[0]); ok {
			l.from = NewCircle(point.Latitude, point.Longitude, similarMiles)
			nearby = func(v *view) bitset {
				near := newBitset(len(v.providers))
				v.geo.addWithin(l.from, near)
				return near
			}
		}
	}
	best := l.best(nearby)
	if len(best) < n {
		best = l.best(nil)
	}
	providers := make([]*models.Provider, len(best))
	for i, r := range best {
		providers[i] = r.Provider()
	}
	return providers
}

// likeness compares providers with one of them.
type likeness struct {
	index   *Index
	to      *models.Provider
	size    int
	weights map[term]int64 // what sharing a term counts, in millionths, so that the order of adding does not matter
	from    *Circle        // nil where the provider has no location
}

const one = 1_000_000

// rarities are what sharing each of a provider's conditions and treatments counts.
func (x *Index) rarities(p *models.Provider) map[term]int64 {
	all := x.Len()
	rarities := make(map[term]int64)
	add := func(f Field, ids []string, part float64) {
		for _, code := range x.dictionaries.codes(f, ids) {
			// p may be an earlier revision, so that nobody may have it now.
			having := max(x.having(f, code), 1)
			rarities[termOf(f, code)] = int64(part * one * math.Log(float64(max(all, 1))/float64(having)))
		}
	}
	add(FieldConditions, p.ConditionIDs, 1)
	add(FieldTreatments, p.TreatmentIDs, 0.5)
	return rarities
}

// best returns those most similar, of those who share something and are in within, where that is given.
func (l *likeness) best(within func(*view) bitset) []Row {
	best := topRows{size: l.size}
	for _, v := range l.index.views {
		candidates := borrowBitset(len(v.providers))
		for t := range l.weights {
			v.fields[t.field()].postings[t.code()].addTo(candidates)
		}
		candidates.and(v.all())
		if within != nil {
			candidates.and(within(v))
		}
		shared := l.sharedIn(v)
		candidates.each(func(i uint32) bool {
			r := Row{v, i, math.MaxInt64 - uint64(l.score(v, i, shared))}
			if r.provider().ID != l.to.ID {
				best.offer(r)
			}
			return true
		})
		scratchWords.release(candidates)
	}
	slices.SortFunc(best.rows, compareRows)
	return best.rows
}

// shared is what the providers of a segment can share: a mask of the columns of its grid, with the weight of each, and
// the terms that are not in the grid.
type shared struct {
	mask        []uint64
	weights     []int64
	rest        []fieldEntry
	restWeights []int64
}

func (l *likeness) sharedIn(v *view) (s shared) {
	s.mask, s.weights = make([]uint64, v.grid.width), make([]int64, len(v.grid.columns))
	for t, weight := range l.weights {
		if column, ok := slices.BinarySearch(v.grid.columns, t); ok {
			s.mask[column/64] |= 1 << (column % 64)
			s.weights[column] = weight
		} else if p, ok := v.fields[t.field()].postings[t.code()]; ok {
			s.rest = append(s.rest, fieldEntry{t.code(), p})
			s.restWeights = append(s.restWeights, weight)
		}
	}
	return s
}

func (l *likeness) score(v *view, i uint32, s shared) (score int64) {
	for at, word := range v.grid.row(i) {
		for word &= s.mask[at]; word != 0; word &= word - 1 {
			score += s.weights[at*64+bits.TrailingZeros64(word)]
		}
	}
	for at, entry := range s.rest {
		if entry.contains(i) {
			score += s.restWeights[at]
		}
	}
	if l.from != nil {
		const atZero, half = 2, 10
		if chord, ok := v.geo.chord(i, l.from.center); ok {
			score += int64(one * atZero / (1 + milesOf(chord)/half))
		}
	}
	return score
}
