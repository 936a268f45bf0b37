package catalog

import (
	"slices"

	"findcare/models"
)

// mergeAtOnce is up to how many providers small segments are merged within Apply, which readers never notice.
const mergeAtOnce = 256

// Apply returns the snapshot after the changes. It shares with s all that did not change: of the providers, only the
// changed ones are indexed, in a segment of their own.
func (s *Snapshot) Apply(changes Changes) *Snapshot {
	next := s.again()
	directory, articles, others := s.documents(changes)
	var fresh []provider
	var retired []*models.Provider
	e := &extender{dictionaries: s.dictionaries}
	gone := make(map[string]bool, len(changes.Removed))
	for _, removal := range changes.Removed {
		gone[removal.ID] = true
	}
	for _, document := range changes.Written {
		if d, ok := document.(*models.Provider); ok {
			gone[d.ID] = true
			if d.Retired() {
				retired = append(retired, d)
				continue
			}
			share(d, e)
			fresh = append(fresh, provider{Provider: d, key: models.Fold(d.Name)})
			next.sum.add(&d.Header)
		}
	}
	next.retired = s.retired.with(gone, retired)
	for _, v := range s.views {
		var ordinals []uint32
		for id := range gone {
			if i, ok := v.byID[id]; ok && v.isLive(i) {
				ordinals = append(ordinals, i)
				next.sum.remove(&v.providers[i].Header)
			}
		}
		if len(ordinals) > 0 {
			v = v.without(ordinals)
		}
		if v.size > 0 {
			next.views = append(next.views, v)
		}
	}
	for len(next.views) > 0 && len(fresh) > 0 {
		last := next.views[len(next.views)-1]
		if last.size > 4*len(fresh) || last.size+len(fresh) > mergeAtOnce {
			break
		}
		fresh = append(fresh, last.liveProviders()...)
		next.views = next.views[:len(next.views)-1]
	}
	if len(fresh) > 0 {
		next.views = append(next.views, newView(buildSegment(fresh, e)))
	}
	next.dictionaries = e.dictionaries
	next.relate(directory, articles)
	if others || next.dictionaries != s.dictionaries {
		next.vocabulary = newVocabulary(next)
	}
	next.seal()
	return next
}

// documents returns all documents but providers after the changes, and whether any of them changed. Articles that did
// not change keep what was prepared of them.
func (s *Snapshot) documents(changes Changes) (directory *models.Directory, articles []*article, changed bool) {
	replaced := make(map[string]bool)
	for _, removal := range changes.Removed {
		replaced[removal.ID] = true
	}
	directory = &models.Directory{}
	for _, document := range changes.Written {
		if document.Kind() == models.KindProvider {
			continue
		}
		replaced[document.Head().ID] = true
		if d, ok := document.(*models.Article); ok {
			articles = append(articles, changes.article(d))
		} else {
			directory.Add(document)
		}
		changed = true
	}
	kept := func(id string) bool {
		changed = changed || replaced[id]
		return !replaced[id]
	}
	for _, d := range s.credentials.all {
		if kept(d.ID) {
			directory.Add(d.Credential)
		}
	}
	for _, d := range s.conditions.all {
		if kept(d.ID) {
			directory.Add(d.Condition)
		}
	}
	for _, d := range s.treatments.all {
		if kept(d.ID) {
			directory.Add(d.Treatment)
		}
	}
	for _, all := range [][]Article{s.articles.all, s.unpublished.all} {
		for _, d := range all {
			if kept(d.ID) {
				articles = append(articles, d.article)
			}
		}
	}
	return directory, articles, changed
}

func (v *view) liveProviders() (providers []provider) {
	v.all().each(func(i uint32) bool {
		providers = append(providers, v.providers[i])
		return true
	})
	return providers
}

// mostViews is how many segments there may be before they are merged: every search goes through all of them.
const mostViews = 6

// merged returns one view of the providers of some views.
func (s *Snapshot) merged(views []*view) *view {
	var providers []provider
	for _, v := range views {
		providers = append(providers, v.liveProviders()...)
	}
	return newView(buildSegment(providers, &extender{dictionaries: s.dictionaries}))
}

// toMerge returns the views that should become one: the small ones, and the large one too when they are a good part of
// it or many of its own are gone.
func (s *Snapshot) toMerge() []*view {
	if len(s.views) == 0 {
		return nil
	}
	const part = 8
	small, base := 0, s.views[0]
	for _, v := range s.views[1:] {
		small += v.size
	}
	switch {
	case small+len(base.providers)-base.size > len(base.providers)/part && len(base.providers) > mergeAtOnce:
		return s.views
	case len(s.views) > mostViews:
		return s.views[1:]
	}
	return nil
}

// replacing returns the same directory with one view instead of some, which may have lost providers meanwhile.
func (s *Snapshot) replacing(old []*view, merged *view) *Snapshot {
	next := s.again()
	now := make(map[*segment]*view)
	for _, v := range s.views {
		now[v.segment] = v
	}
	var lost []uint32
	for _, then := range old {
		current := now[then.segment]
		then.all().each(func(i uint32) bool {
			if current == nil || !current.isLive(i) {
				lost = append(lost, merged.byID[then.providers[i].ID])
			}
			return true
		})
		delete(now, then.segment)
	}
	if len(lost) > 0 {
		merged = merged.without(lost)
	}
	next.views = append(next.views, merged)
	for _, v := range s.views {
		if now[v.segment] != nil {
			next.views = append(next.views, v)
		}
	}
	slices.SortStableFunc(next.views, func(a, b *view) int { return b.size - a.size })
	next.relateAgain(s)
	return next
}
