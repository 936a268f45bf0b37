// Package catalog answers all reads from memory: the whole directory as one immutable, indexed snapshot.
//
// The values that a snapshot gives (Provider, Article, …) hold the snapshot they came from, so whatever is reached
// from one of them is of the same version of the directory.
package catalog

import (
	"sync"
	"sync/atomic"

	"findcare/models"
)

// Catalog holds the current snapshot.
type Catalog struct {
	current atomic.Pointer[Snapshot]
	writing sync.Mutex // held by whoever makes the next snapshot from the current one
	merging sync.WaitGroup
	busy    atomic.Bool      // whether a merge is under way
	removed map[string]int64 // the revisions that removed documents, while an older one may still come
}

// Current returns the current snapshot, and nil before the first one is published.
func (c *Catalog) Current() *Snapshot { return c.current.Load() }

// Publish makes a snapshot the current one. Readers of the one before keep it.
func (c *Catalog) Publish(s *Snapshot) {
	c.writing.Lock()
	defer c.writing.Unlock()
	c.current.Store(s)
}

// Apply makes the changes part of the current snapshot, but those that it knows a later revision of: they may be told in
// any order, and more than once. They are readable when it returns. Where many small changes have come together, their
// indexes are merged in the background.
func (c *Catalog) Apply(changes Changes) {
	c.writing.Lock()
	defer c.writing.Unlock()
	changes = c.news(changes)
	if len(changes.Written)+len(changes.Removed) == 0 {
		return
	}
	next := c.Current().Apply(changes)
	c.current.Store(next)
	if views := next.toMerge(); views != nil && c.busy.CompareAndSwap(false, true) {
		c.merging.Go(func() {
			defer c.busy.Store(false)
			merged := next.merged(views)
			c.writing.Lock()
			defer c.writing.Unlock()
			c.current.Store(c.Current().replacing(views, merged))
		})
	}
}

// mostRemoved is how many removals are remembered.
const mostRemoved = 10_000

// news returns the changes that are later than what is known, the last one of each document.
func (c *Catalog) news(changes Changes) (news Changes) {
	current := c.Current()
	last := make(map[string]int64)
	later := func(id string, revision int64) bool {
		known, removed := current.Revision(id), c.removed[id]
		return revision > known && revision > removed && revision >= last[id]
	}
	for _, document := range changes.Written {
		last[document.Head().ID] = max(last[document.Head().ID], document.Head().Revision)
	}
	for _, removal := range changes.Removed {
		last[removal.ID] = max(last[removal.ID], removal.Revision)
	}
	for _, document := range changes.Written {
		if head := document.Head(); later(head.ID, head.Revision) {
			news.Written = append(news.Written, document)
			last[head.ID] = head.Revision + 1 // once is enough
		}
	}
	for _, removal := range changes.Removed {
		if !later(removal.ID, removal.Revision) {
			continue
		}
		last[removal.ID] = removal.Revision + 1
		if c.removed == nil || len(c.removed) >= mostRemoved {
			c.removed = make(map[string]int64)
		}
		c.removed[removal.ID] = removal.Revision
		if current.Revision(removal.ID) > 0 {
			news.Removed = append(news.Removed, removal)
		}
	}
	return news
}

// Wait waits for the merges that are under way.
func (c *Catalog) Wait() { c.merging.Wait() }

// Options are what a snapshot needs to know besides the documents.
type Options struct {
	// SiteURL is the address of the public site, without a slash at its end.
	SiteURL string
	// ReviewMonths is for how many months a medical review of an article holds; 0 for ever.
	ReviewMonths int
	// Today returns the current date in UTC.
	Today func() models.Date
}
