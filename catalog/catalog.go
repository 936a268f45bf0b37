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
	busy    atomic.Bool // whether a merge is under way
}

// Current returns the current snapshot, and nil before the first one is published.
func (c *Catalog) Current() *Snapshot { return c.current.Load() }

// Publish makes a snapshot the current one. Readers of the one before keep it.
func (c *Catalog) Publish(s *Snapshot) {
	c.writing.Lock()
	defer c.writing.Unlock()
	c.current.Store(s)
}

// Apply makes the changes part of the current snapshot. They are readable when it returns. Where many small changes
// have come together, their indexes are merged in the background.
func (c *Catalog) Apply(changes Changes) {
	c.writing.Lock()
	defer c.writing.Unlock()
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

// Wait waits for the merges that are under way.
func (c *Catalog) Wait() { c.merging.Wait() }

// Options are what a snapshot needs to know besides the documents.
type Options struct {
	// SiteURL is the address of the public site, without a slash at its end.
	SiteURL string
	// Today returns the current date in UTC.
	Today func() models.Date
}
