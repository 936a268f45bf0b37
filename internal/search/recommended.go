package search

import (
	"cmp"
	"math/bits"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/cespare/xxhash/v2"

	"findcare/models"
)

// Recommendation is what the order ByRecommendation goes by beside the providers: the day of its shuffle, and the first
// day on which an entry must have been confirmed to count as confirmed lately.
type Recommendation struct{ Day, ConfirmedFrom models.Date }

// merits are the columns of what speaks for recommending a provider, and does not depend on the day.
type merits struct {
	lacks []uint8  // what is missing, most important first: see newMerits
	names []uint64 // hashes of ids
}

// What speaks against recommending someone. Each outweighs all below it.
const (
	refusesClients = 8 // or
	clientsUnsaid  = 4
	unconfirmed    = 2
	incomplete     = 1

	lacksShift = 60 // of the bits, above those of the shuffle
)

func newMerits(providers []provider) merits {
	m := merits{make([]uint8, len(providers)), make([]uint64, len(providers))}
	for i := range providers {
		p := providers[i].Provider
		m.names[i] = xxhash.Sum64String(p.ID)
		switch accepts := p.AcceptingNewClients; {
		case accepts == nil:
			m.lacks[i] = clientsUnsaid
		case !*accepts:
			m.lacks[i] = refusesClients
		}
		if !p.Complete() {
			m.lacks[i] |= incomplete
		}
	}
	return m
}

// recommendation returns what providers are sorted by in the order ByRecommendation: who accepts new clients, was
// confirmed lately and has a complete entry comes first, and among equals a shuffle decides that is another every day.
func (s *segment) recommendation(of *Recommendation) func(i uint32) uint64 {
	seed, from := xxhash.Sum64String(string(of.Day)), daysOf(of.ConfirmedFrom)
	return func(i uint32) uint64 {
		lacks := uint64(s.lacks[i])
		if day := s.confirmed[i]; day == 0 || day < from {
			lacks |= unconfirmed
		}
		return lacks<<lacksShift | mix(s.names[i]^seed)>>(64-lacksShift)
	}
}

// mix makes each bit of the result depend on each bit of the number: the finalizer of SplitMix64.
func mix(n uint64) uint64 {
	n = (n ^ n>>30) * 0xbf58476d1ce4e5b9
	n = (n ^ n>>27) * 0x94d049bb133111eb
	return n ^ n>>31
}

// dayOrder is the order ByRecommendation of a segment on one day. It is made when it is first needed, since it changes
// every day.
type dayOrder struct {
	making sync.Mutex
	made   atomic.Pointer[madeOrder]
}

type madeOrder struct {
	of       Recommendation
	ordinals []uint32
}

// recommended returns all ordinals in the order of a day; nil where that order is not at hand: that of an earlier day,
// by which few still go on, and one that another search is making.
func (s *segment) recommended(of *Recommendation) []uint32 {
	made := s.dayOrder.made.Load()
	if made != nil && made.of == *of {
		return made.ordinals
	}
	if made != nil && made.of.Day > of.Day || !s.dayOrder.making.TryLock() {
		return nil
	}
	defer s.dayOrder.making.Unlock()
	made = &madeOrder{*of, sortByNumber(len(s.providers), s.recommendation(of))}
	s.dayOrder.made.Store(made)
	return made.ordinals
}

// sortByNumber sorts the ordinals below n by numbers that are spread over all of their bits, and equal ones by the
// ordinals: about as many buckets as there are ordinals have a few each. For a million this takes a quarter of the time
// of a general sort.
func sortByNumber(n int, number func(i uint32) uint64) []uint32 {
	width := bits.Len(uint(n))
	numbers, ends := make([]uint64, n), make([]uint32, 1<<width+1)
	for i := range numbers {
		numbers[i] = number(uint32(i))
		ends[numbers[i]>>(64-width)+1]++
	}
	for i := 1; i < len(ends); i++ {
		ends[i] += ends[i-1]
	}
	order := make([]uint32, n)
	for i, number := range numbers {
		bucket := number >> (64 - width)
		order[ends[bucket]] = uint32(i)
		ends[bucket]++
	}
	first := uint32(0)
	for _, end := range ends[:len(ends)-1] {
		if bucket := order[first:end]; len(bucket) > 1 {
			slices.SortStableFunc(bucket, func(a, b uint32) int { return cmp.Compare(numbers[a], numbers[b]) })
		}
		first = end
	}
	return order
}
