package catalog

import (
	"sync"
	"sync/atomic"
)

// Catalog holds the current snapshot.
type Catalog struct {
	current atomic.Pointer[Snapshot]
	writing sync.Mutex // held by whoever makes the next snapshot from the current one
	merging sync.WaitGroup
	busy    atomic.Bool      // whether a merge is under way
	base    int              // counts the snapshots that were not made from the one before
	removed map[string]int64 // the revisions that removed documents, while an older one may still come
	// reloading tells that a snapshot is being made of the whole directory, and meanwhile what was applied since.
	reloading bool
	meanwhile []Changes

	watchers watchers
}

// Current returns the current snapshot, and nil before the first one is published. It is of the current day.
func (c *Catalog) Current() *Snapshot {
	s := c.current.Load()
	if s == nil || s.isOfToday() {
		return s
	}
	return c.turnDay()
}

// Publish makes a snapshot the current one. Readers of the one before keep it.
func (c *Catalog) Publish(s *Snapshot) {
	c.writing.Lock()
	defer c.writing.Unlock()
	c.publish(s)
}

func (c *Catalog) publish(s *Snapshot) {
	c.base++
	c.swap(s, c.watchers.watched())
}

// Reload publishes the snapshot that build makes of the whole directory, with the changes that were applied meanwhile.
// Until then the current one stands.
func (c *Catalog) Reload(build func() (*Snapshot, error)) error {
	c.writing.Lock()
	c.reloading = true
	c.writing.Unlock()
	next, err := build()
	c.writing.Lock()
	defer c.writing.Unlock()
	meanwhile := c.meanwhile
	c.reloading, c.meanwhile = false, nil
	if err != nil {
		return err
	}
	for _, changes := range meanwhile {
		if news, _ := changes.news(next, map[string]int64{}); !news.empty() {
			next = next.Apply(news)
		}
	}
	c.publish(next)
	return nil
}

// Applied is what came of changes.
type Applied struct {
	// Changes are those that were news.
	Changes
	// Doubtful are the ids of documents that are known with a later revision, or with another content of the same one.
	// Whoever told of an old change told nothing new; another tool may have written the document regardless of its
	// revision, though.
	Doubtful []string
}

// Apply makes the changes part of the current snapshot, but those that it knows a later revision of: they may be told
// in any order, and more than once. They are readable when it returns. Where many small changes have come together,
// their indexes are merged in the background.
func (c *Catalog) Apply(changes Changes) Applied {
	changes.prepare(c.Current())
	c.writing.Lock()
	defer c.writing.Unlock()
	if len(c.removed) >= mostRemoved || c.removed == nil {
		c.removed = make(map[string]int64)
	}
	news, doubtful := changes.news(c.Current(), c.removed)
	if news.empty() {
		return Applied{Doubtful: doubtful}
	}
	if c.reloading {
		c.meanwhile = append(c.meanwhile, news)
	}
	next := c.Current().Apply(news)
	c.swap(next, news.ids())
	if merge, due := next.index.Merge(); due && c.busy.CompareAndSwap(false, true) {
		base := c.base
		c.merging.Go(func() {
			defer c.busy.Store(false)
			merge.Run()
			c.writing.Lock()
			defer c.writing.Unlock()
			if c.base == base {
				current := c.Current()
				c.swap(current.withIndex(merge.Install(current.index)), nil)
			}
		})
	}
	return Applied{news, doubtful}
}

// Wait waits for the merges that are under way.
func (c *Catalog) Wait() { c.merging.Wait() }
