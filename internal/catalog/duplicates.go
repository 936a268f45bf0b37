package catalog

import (
	"sync"

	"findcare/internal/duplicates"
)

// Duplicates are the pairs of listed providers that look like one, those that are most alike first.
type Duplicates struct {
	snapshot *Snapshot
	pairs    []duplicates.Pair
	first    int
}

// DuplicatePair is two providers that look like one, and why.
type DuplicatePair struct {
	A, B    Provider
	Reasons []duplicates.Reason
}

// duplicatesOfSnapshot are found when they are first asked for.
type duplicatesOfSnapshot struct {
	once  sync.Once
	pairs []duplicates.Pair
}

// Duplicates returns the pairs of listed providers that look like one; of those, the first ones.
func (s *Snapshot) Duplicates(first *int) (Duplicates, error) {
	size, err := facetSize(first, defaultFacet)
	if err != nil {
		return Duplicates{}, err
	}
	return Duplicates{s, s.duplicatePairs(), size}, nil
}

func (s *Snapshot) duplicatePairs() []duplicates.Pair {
	s.duplicates.once.Do(func() { s.duplicates.pairs = duplicates.Pairs(s.index.All()) })
	return s.duplicates.pairs
}

// TotalCount is how many pairs there are.
func (d Duplicates) TotalCount() int { return len(d.pairs) }

// Pairs are the first ones.
func (d Duplicates) Pairs() []DuplicatePair {
	pairs := make([]DuplicatePair, 0, d.first)
	for _, pair := range d.pairs[:min(d.first, len(d.pairs))] {
		a, b := d.snapshot.Provider(ProviderBy{ID: &pair.A}), d.snapshot.Provider(ProviderBy{ID: &pair.B})
		if a != nil && b != nil {
			pairs = append(pairs, DuplicatePair{*a, *b, pair.Reasons})
		}
	}
	return pairs
}
