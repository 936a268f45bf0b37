package search

import (
	"cmp"
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

const (
	one = 1_000_000

	atZero = 2  // what no distance counts
	half   = 10 // the miles at which being near counts half of it
)

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
	if best.size == 0 {
		return nil
	}
	for _, v := range l.index.views {
		c := l.compare(v, &best)
		some := borrowBitset(len(v.providers))
		for i := range c.terms {
			some.or(c.terms[i].having)
		}
		some.and(v.all())
		if within != nil {
			some.and(within(v))
		}
		if itself, ok := v.byID.find(l.to.ID); ok {
			some.remove(itself)
		}
		for at, word := range some {
			if word != 0 {
				c.split(at, 0, word, 0)
			}
		}
		c.release()
		scratchWords.release(some)
	}
	slices.SortFunc(best.rows, compareRows)
	return best.rows
}

// comparison finds the most similar providers of a segment.
type comparison struct {
	*likeness
	view *view
	best *topRows
	// terms are those that can be shared, of the greatest weight first.
	terms []sharedTerm
	// left is what sharing all terms from one on counts, with being at no distance.
	left []int64
}

// sharedTerm is a term, and who has it. The set may be borrowed from scratchWords.
type sharedTerm struct {
	term
	weight   int64
	having   bitset
	borrowed bool
}

func (l *likeness) compare(v *view, best *topRows) *comparison {
	c := &comparison{likeness: l, view: v, best: best}
	for t, weight := range l.weights {
		p, ok := v.fields[t.field()].postings[t.code()]
		if !ok {
			continue
		}
		shared := sharedTerm{t, weight, p.words, p.words == nil}
		if shared.borrowed {
			shared.having = borrowBitset(len(v.providers))
			p.addTo(shared.having)
		}
		c.terms = append(c.terms, shared)
	}
	slices.SortFunc(c.terms, func(a, b sharedTerm) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.term, b.term))
	})
	c.left = make([]int64, len(c.terms)+1)
	if l.from != nil {
		c.left[len(c.terms)] = one * atZero
	}
	for i := len(c.terms) - 1; i >= 0; i-- {
		c.left[i] = c.left[i+1] + c.terms[i].weight
	}
	return c
}

func (c *comparison) release() {
	for i := range c.terms {
		if c.terms[i].borrowed {
			scratchWords.release(c.terms[i].having)
		}
	}
}

// split offers those members of one word of a set that can be among the best. All of them share the same of the terms
// before one, which counts so much; they are split by who shares that one.
func (c *comparison) split(at, term int, members uint64, count int64) {
	if count+c.left[term] < c.least() {
		return
	}
	if term == len(c.terms) {
		for ; members != 0; members &= members - 1 {
			c.offer(uint32(at*64+bits.TrailingZeros64(members)), count)
		}
		return
	}
	t := &c.terms[term]
	if sharing := members & t.having[at]; sharing != 0 {
		c.split(at, term+1, sharing, count+t.weight)
	}
	if others := members &^ t.having[at]; others != 0 {
		c.split(at, term+1, others, count)
	}
}

// least is the score that somebody must have to be among the best.
func (c *comparison) least() int64 {
	if len(c.best.rows) < c.best.size {
		return 0
	}
	return math.MaxInt64 - int64(c.best.rows[0].primary)
}

func (c *comparison) offer(i uint32, score int64) {
	if c.from != nil {
		if chord, ok := c.view.geo.chord(i, c.from.center); ok {
			score += int64(one * atZero / (1 + milesOf(chord)/half))
		}
	}
	c.best.offer(Row{c.view, i, math.MaxInt64 - uint64(score)})
}
