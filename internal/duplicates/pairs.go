package duplicates

import (
	"cmp"
	"iter"
	"slices"

	"findcare/models"
)

// Pair is two entries that look like one provider. A is the one whose id comes first.
type Pair struct {
	A, B    string
	Reasons []Reason // the strongest first
}

// maxShared is how many entries may share a key that says something.
const maxShared = 20

// Index finds the entries that look like another one.
type Index struct{ ids map[key][]string }

// NewIndex returns an empty index.
func NewIndex() *Index { return &Index{make(map[key][]string)} }

// Add adds an entry.
func (x *Index) Add(p *models.Provider) {
	for _, k := range keysOf(p) {
		if ids := x.ids[k]; len(ids) <= maxShared {
			x.ids[k] = append(ids, p.ID)
		}
	}
}

// Like returns the ids of the entries that look like one, in their order, with the strongest reason.
func (x *Index) Like(p *models.Provider) (ids []string, reason Reason) {
	for _, k := range keysOf(p) {
		shared := x.ids[k]
		if len(shared) > maxShared {
			continue
		}
		for _, id := range shared {
			if id == p.ID {
				continue
			}
			ids = append(ids, id)
			if reason == "" || slices.Index(Reasons(), k.reason) < slices.Index(Reasons(), reason) {
				reason = k.reason
			}
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids), reason
}

// Pairs returns all pairs among some entries: those with the strongest reason first, then by their ids.
func Pairs(entries iter.Seq[*models.Provider]) []Pair {
	x := NewIndex()
	for p := range entries {
		x.Add(p)
	}
	reasons := make(map[[2]string][]Reason)
	for k, ids := range x.ids {
		if len(ids) > maxShared {
			continue
		}
		for i, a := range ids {
			for _, b := range ids[i+1:] {
				pair := [2]string{min(a, b), max(a, b)}
				if !slices.Contains(reasons[pair], k.reason) {
					reasons[pair] = append(reasons[pair], k.reason)
				}
			}
		}
	}
	pairs := make([]Pair, 0, len(reasons))
	strength := func(r Reason) int { return slices.Index(Reasons(), r) }
	for pair, why := range reasons {
		slices.SortFunc(why, func(a, b Reason) int { return cmp.Compare(strength(a), strength(b)) })
		pairs = append(pairs, Pair{pair[0], pair[1], why})
	}
	slices.SortFunc(pairs, func(a, b Pair) int {
		return cmp.Or(
			cmp.Compare(strength(a.Reasons[0]), strength(b.Reasons[0])), cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B),
		)
	})
	return pairs
}
