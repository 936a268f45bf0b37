package search

import "slices"

// maxSegments is how many segments there may be before they are merged: every search goes through all of them.
const maxSegments = 6

// Merge is the merge of some segments of an Index into one. It is made in the background: [Merge.Run] takes long, and
// [Merge.Install] is quick.
type Merge struct {
	dictionaries dictionaries
	from         []*view
	merged       *view // by Run
}

// Merge returns the merge that the index is due; false where there is none. It is of the small segments, and also of
// the large one when they are a good part of it or it has many tombstones.
func (x *Index) Merge() (m *Merge, due bool) {
	if len(x.views) == 0 {
		return nil, false
	}
	const part = 8
	small, base := 0, x.views[0]
	for _, v := range x.views[1:] {
		small += v.size
	}
	m = &Merge{dictionaries: x.dictionaries}
	switch {
	case small+len(base.providers)-base.size > len(base.providers)/part && len(base.providers) > inlineMerge:
		m.from = x.views
	case len(x.views) > maxSegments:
		m.from = x.views[1:]
	default:
		return nil, false
	}
	return m, true
}

// Run builds the merged segment.
func (m *Merge) Run() {
	var providers []provider
	for _, v := range m.from {
		providers = append(providers, v.liveProviders()...)
	}
	m.merged = newView(buildSegment(providers, &encoder{dictionaries: m.dictionaries}))
}

// Install returns an index with the merged segment in place of those that it was made from. Providers that x has lost
// since the merge began get tombstones. x must be the index of the merge, or come from it by Apply.
func (m *Merge) Install(x *Index) *Index {
	current := make(map[*segment]*view)
	for _, v := range x.views {
		current[v.segment] = v
	}
	merged := m.merged
	var lost []uint32
	for _, then := range m.from {
		now := current[then.segment]
		then.all().each(func(i uint32) bool {
			if now == nil || !now.isLive(i) {
				place, _ := merged.byID.find(then.providers[i].ID) // it has all of them
				lost = append(lost, place)
			}
			return true
		})
		delete(current, then.segment)
	}
	if len(lost) > 0 {
		merged = merged.withTombstones(lost)
	}
	next := &Index{views: []*view{merged}, dictionaries: x.dictionaries, vocabulary: x.vocabulary}
	for _, v := range x.views {
		if current[v.segment] != nil {
			next.views = append(next.views, v)
		}
	}
	slices.SortStableFunc(next.views, func(a, b *view) int { return b.size - a.size })
	return next
}
