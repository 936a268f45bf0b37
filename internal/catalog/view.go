package catalog

import (
	"maps"
	"slices"
	"time"
)

// view is a segment as one snapshot sees it: some of its providers may have been changed or removed since.
type view struct {
	*segment
	live bitset // nil where all are
	size int    // how many are live
	// gone counts, for each field, the values of those who are not live.
	gone [fields]map[uint32]int
}

func newView(s *segment) *view { return &view{segment: s, size: len(s.providers)} }

func (v *view) isLive(i uint32) bool { return v.live == nil || v.live.contains(i) }

// liveIn tells whether somebody live is among the postings.
func (v *view) liveIn(p postings) bool {
	if v.live == nil {
		return p.size > 0
	}
	if p.words != nil {
		return p.words.andCount(v.live) > 0
	}
	return slices.ContainsFunc(p.list, v.live.contains)
}

// all returns the live ones; the set must not be changed.
func (v *view) all() bitset {
	if v.live == nil {
		return v.full
	}
	return v.live
}

// count is how many live ones have a value.
func (v *view) count(f field, code uint32) int {
	return v.fields[f].postings[code].size - v.gone[f][code]
}

// without returns a view in which those of the ordinals are not live.
func (v *view) without(ordinals []uint32) *view {
	next := &view{segment: v.segment, live: slices.Clone(v.all()), size: v.size}
	for f := range v.gone {
		next.gone[f] = maps.Clone(v.gone[f])
		if next.gone[f] == nil {
			next.gone[f] = make(map[uint32]int)
		}
	}
	for _, i := range ordinals {
		if !next.live.contains(i) {
			continue
		}
		next.live.remove(i)
		next.size--
		v.eachValue(i, func(value tagged) { next.gone[value.field()][value.code()]++ })
	}
	return next
}

// lastUpdate is when one of the live ones was last written.
func (v *view) lastUpdate() (last time.Time) {
	for _, i := range v.byUpdated {
		if v.isLive(i) {
			return v.providers[i].UpdatedAt
		}
	}
	return last
}

// find returns the live provider that an index of the segment has under a key.
func (v *view) find(by map[string]uint32, key string) *provider {
	if i, ok := by[key]; ok && v.isLive(i) {
		return &v.providers[i]
	}
	return nil
}
