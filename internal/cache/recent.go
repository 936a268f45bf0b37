package cache

import "sync/atomic"

// Recent remembers the hashes that came last. A cache whose keys mostly come once keeps only what comes again.
type Recent struct{ sets [][ways]atomic.Uint64 }

// ways is how many hashes share a set, of which the oldest is forgotten: with one, two keys that come in turn would
// make each other forgotten for ever.
const ways = 4

// NewRecent returns a memory of about as many hashes as size.
func NewRecent(size int) *Recent { return &Recent{make([][ways]atomic.Uint64, max(1, size/ways))} }

// Again reports whether a hash came before, and remembers it.
func (r *Recent) Again(hash uint64) bool {
	set := &r.sets[hash%uint64(len(r.sets))]
	for i := range set {
		if set[i].Load() == hash {
			return true
		}
	}
	for i := ways - 1; i > 0; i-- { // what is lost to another goroutine comes again
		set[i].Store(set[i-1].Load())
	}
	set[0].Store(hash)
	return false
}
