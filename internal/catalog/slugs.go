package catalog

import (
	"iter"
	"time"
)

// ArticleSlugs gives the slug of each published article, with when it was last changed.
func (s *Snapshot) ArticleSlugs() iter.Seq2[string, time.Time] {
	return func(yield func(string, time.Time) bool) {
		for _, a := range s.articles.all {
			if !yield(a.Slug, a.UpdatedAt) {
				return
			}
		}
	}
}

// ProviderSlugs gives the slug of each provider, with when it was last changed, in no order that means something.
func (s *Snapshot) ProviderSlugs() iter.Seq2[string, time.Time] {
	return func(yield func(string, time.Time) bool) {
		for _, v := range s.views {
			for i := range v.providers {
				if p := &v.providers[i]; v.isLive(uint32(i)) && !yield(p.Slug, p.UpdatedAt) {
					return
				}
			}
		}
	}
}
