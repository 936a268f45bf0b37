package demo

import (
	"math/rand/v2"
	"slices"
)

type random struct{ *rand.Rand }

func (r random) chance(percent int) bool { return r.IntN(100) < percent }

func pick[T any](r random, from []T) T { return from[r.IntN(len(from))] }

// weights draws values by how common they are.
type weights[T any] struct {
	values []T
	sums   []int // cumulative weights
}

func (w *weights[T]) add(value T, weight int) {
	sum := weight
	if n := len(w.sums); n > 0 {
		sum += w.sums[n-1]
	}
	w.values, w.sums = append(w.values, value), append(w.sums, sum)
}

func (w *weights[T]) pick(r random) T {
	i, found := slices.BinarySearch(w.sums, r.IntN(w.sums[len(w.sums)-1]))
	if found {
		i++
	}
	return w.values[i]
}

// some draws n times and returns the distinct values.
func some(r random, w *weights[string], n int) []string {
	drawn := make([]string, n)
	for i := range drawn {
		drawn[i] = w.pick(r)
	}
	return distinct(drawn)
}

// distinct removes repeated values.
func distinct(values []string) []string {
	var kept []string
	for _, value := range values {
		if !slices.Contains(kept, value) {
			kept = append(kept, value)
		}
	}
	return kept
}
