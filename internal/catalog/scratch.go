package catalog

import "sync"

// scratch lends memory for the length of a step of a search. At a million providers a set has 125 kB, and a search
// needs several: taking each from the heap would keep the garbage collector at work, which slows everybody.
type scratch[T any] struct{ pool sync.Pool }

// take returns so many zeros.
func (s *scratch[T]) take(size int) []T {
	if lent, ok := s.pool.Get().(*[]T); ok && cap(*lent) >= size {
		values := (*lent)[:size]
		clear(values)
		return values
	}
	return make([]T, size)
}

// give takes back what take lent. Nobody may use it any more.
func (s *scratch[T]) give(values []T) {
	if values != nil {
		s.pool.Put(&values)
	}
}

// The memory that searches share.
var (
	scratchWords  scratch[uint64]
	scratchScores scratch[uint16]
	scratchBest   scratch[uint8]
)

// borrowBitset returns an empty set; give it back to scratchWords.
func borrowBitset(size int) bitset { return scratchWords.take((size + 63) / 64) }
