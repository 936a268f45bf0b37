package search

import "sync"

// scratch lends memory for one step of a search. With a million providers a bitset takes 125 kB and a search needs
// several: allocating each of them would keep the garbage collector busy, which slows every request.
type scratch[T any] struct{ pool sync.Pool }

// borrow returns size zeros.
func (s *scratch[T]) borrow(size int) []T {
	if lent, ok := s.pool.Get().(*[]T); ok && cap(*lent) >= size {
		values := (*lent)[:size]
		clear(values)
		return values
	}
	return make([]T, size)
}

// release takes back what borrow lent. Nobody may use it any more.
func (s *scratch[T]) release(values []T) {
	if values != nil {
		s.pool.Put(&values)
	}
}

// scratchWords is the memory that all searches share.
var scratchWords scratch[uint64]

// borrowBitset returns an empty set, which is released to scratchWords.
func borrowBitset(size int) bitset { return scratchWords.borrow((size + 63) / 64) }
