package search

import (
	"maps"
	"slices"
	"time"
)

// view is a segment with the tombstones of one Index: the providers that were changed or removed since the segment was
// built are not live.
type view struct {
	*segment
	live bitset // nil where all are live
	size int    // the number of live ones
	// dead counts, for each field, the values of those who are not live.
	dead [fields]map[uint32]int
}

func newView(s *segment) *view { return &view{segment: s, size: len(s.providers)} }

func (v *view) isLive(i uint32) bool { return v.live == nil || v.live.contains(i) }

// all returns the live ones. The set must not be changed.
func (v *view) all() bitset {
	if v.live == nil {
		return v.full
	}
	return v.live
}

func (v *view) liveProviders() (providers []provider) {
	v.all().each(func(i uint32) bool {
		providers = append(providers, v.providers[i])
		return true
	})
	return providers
}

// count returns how many live ones have a value.
func (v *view) count(f Field, code uint32) int {
	return v.fields[f].postings[code].size - v.dead[f][code]
}

// withTombstones returns a view with tombstones for some ordinals.
func (v *view) withTombstones(ordinals []uint32) *view {
	next := &view{segment: v.segment, live: slices.Clone(v.all()), size: v.size}
	for f := range v.dead {
		next.dead[f] = maps.Clone(v.dead[f])
		if next.dead[f] == nil {
			next.dead[f] = make(map[uint32]int)
		}
	}
	for _, i := range ordinals {
		if !next.live.contains(i) {
			continue
		}
		next.live.remove(i)
		next.size--
		v.eachTerm(i, func(t term) { next.dead[t.field()][t.code()]++ })
	}
	return next
}

// lastUpdate returns when one of the live ones was last written.
func (v *view) lastUpdate() (last time.Time) {
	for _, i := range v.byUpdated {
		if v.isLive(i) {
			return v.providers[i].UpdatedAt
		}
	}
	return last
}

// find returns the ordinal of the live provider that has a key.
func (v *view) find(by *keyIndex, key string) (i uint32, ok bool) {
	i, ok = by.find(key)
	return i, ok && v.isLive(i)
}
