package catalog

import (
	"iter"
	"time"
)

// ArticleSlugs yields the slug of each published article, and when it was last changed.
func (s *Snapshot) ArticleSlugs() iter.Seq2[string, time.Time] {
	return func(yield func(string, time.Time) bool) {
		for _, a := range s.articles.all {
			if !yield(a.Slug, a.UpdatedAt) {
				return
			}
		}
	}
}

// ProviderSlugs yields the slug of each provider, and when it was last changed, in no particular order.
func (s *Snapshot) ProviderSlugs() iter.Seq2[string, time.Time] {
	return func(yield func(string, time.Time) bool) {
		for p := range s.index.All() {
			if !yield(p.Slug, p.UpdatedAt) {
				return
			}
		}
	}
}
