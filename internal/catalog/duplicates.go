package catalog

import (
	"sync"
	"time"

	"findcare/internal/clock"
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

// duplicateFinder finds the pairs of a directory when they are first asked for, and anew when the providers have
// changed. Snapshots that come from each other share it.
type duplicateFinder struct {
	mutex sync.Mutex
	known bool
	of    fingerprint // of the providers that the pairs are of
	pairs []duplicates.Pair
	// searching is whether the pairs are being found anew; took is how long that last took, and since when that was
	// over.
	searching bool
	took      time.Duration
	since     clock.Stopwatch
}

// fewProviders are compared while whoever asks waits. Of more, the pairs that are known are given, and those that there
// are by now are found in the background.
const fewProviders = 5000

// in returns the pairs in a snapshot or, where there are many providers, those in an earlier one.
func (f *duplicateFinder) in(s *Snapshot) []duplicates.Pair {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	switch {
	case f.known && f.of == s.sum:
	case !f.known || s.index.Len() <= fewProviders:
		f.keep(s, duplicates.Pairs(s.index.All()))
	case !f.searching && f.since.Elapsed() > 20*f.took: // so that it takes no more than a twentieth of a processor
		f.searching = true
		go f.search(s)
	}
	return f.pairs
}

func (f *duplicateFinder) search(s *Snapshot) {
	watch := clock.Start()
	pairs := duplicates.Pairs(s.index.All())
	f.mutex.Lock()
	defer f.mutex.Unlock()
	f.keep(s, pairs)
	f.searching, f.took, f.since = false, watch.Elapsed(), clock.Start()
}

func (f *duplicateFinder) keep(s *Snapshot, pairs []duplicates.Pair) {
	f.known, f.of, f.pairs = true, s.sum, pairs
}

// Duplicates returns the pairs of listed providers that look like one; of those, the first ones.
func (s *Snapshot) Duplicates(first *int) (Duplicates, error) {
	size, err := facetSize(first, defaultFacet)
	if err != nil {
		return Duplicates{}, err
	}
	return Duplicates{s, s.duplicates.in(s), size}, nil
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
