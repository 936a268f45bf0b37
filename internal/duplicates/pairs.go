package duplicates

import (
	"cmp"
	"iter"
	"maps"
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

// Likeness is an entry that looks like another one, with the strongest reason.
type Likeness struct {
	ID     string
	Reason Reason
}

// Like returns the entries that look like one, in the order of their ids.
func (x *Index) Like(p *models.Provider) []Likeness {
	like := make(map[string]Reason)
	for _, k := range keysOf(p) {
		shared := x.ids[k]
		if len(shared) > maxShared {
			continue
		}
		for _, id := range shared {
			if known, ok := like[id]; id != p.ID && (!ok || k.reason.Compare(known) < 0) {
				like[id] = k.reason
			}
		}
	}
	found := make([]Likeness, 0, len(like))
	for _, id := range slices.Sorted(maps.Keys(like)) {
		found = append(found, Likeness{id, like[id]})
	}
	return found
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
	for pair, why := range reasons {
		slices.SortFunc(why, Reason.Compare)
		pairs = append(pairs, Pair{pair[0], pair[1], why})
	}
	slices.SortFunc(pairs, func(a, b Pair) int {
		return cmp.Or(
			a.Reasons[0].Compare(b.Reasons[0]), cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B),
		)
	})
	return pairs
}
