package catalog

import (
	"sync"
	"sync/atomic"
)

// Catalog holds the current snapshot.
type Catalog struct {
	current atomic.Pointer[Snapshot]
	writing sync.Mutex     // held by whoever makes the next snapshot from the current one
	working sync.WaitGroup // merges, and the preparation of snapshots
	busy    atomic.Bool    // whether a merge is running
	// preparing is whether the current snapshot is being prepared for the first text.
	preparing atomic.Bool
	base      int              // counts the snapshots that were not made from the one before
	changes   atomic.Int64     // counts the times that documents were changed
	removed   map[string]int64 // the revisions that removed documents, while an older one may still come
	// reloading is set while a snapshot of the whole directory is being made; duringReload is what was applied since.
	reloading    bool
	duringReload []Changes

	log      changeLog
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

// Changes counts the times that documents were changed. A new day, or a merge, changes none.
func (c *Catalog) Changes() int64 { return c.changes.Load() }

// Publish makes a snapshot the current one. Readers of the one before keep it.
func (c *Catalog) Publish(s *Snapshot) {
	c.writing.Lock()
	defer c.writing.Unlock()
	c.publish(s)
}

func (c *Catalog) publish(s *Snapshot) {
	c.base++
	c.changes.Add(1)
	c.swap(s, differences(c.current.Load(), s))
}

// Reload publishes the snapshot that build makes of the whole directory, with the changes that were applied during the
// reload. Until then the current one stays.
func (c *Catalog) Reload(build func() (*Snapshot, error)) error {
	c.writing.Lock()
	c.reloading = true
	c.writing.Unlock()
	next, err := build()
	c.writing.Lock()
	defer c.writing.Unlock()
	applied := c.duringReload
	c.reloading, c.duringReload = false, nil
	if err != nil {
		return err
	}
	for _, changes := range applied {
		if newer, _ := changes.newer(next, map[string]int64{}); !newer.empty() {
			next = next.Apply(newer)
		}
	}
	c.publish(next)
	return nil
}

// Applied is what came of changes.
type Applied struct {
	// Changes are those that were newer than what the catalog had.
	Changes
	// Unresolved are the ids of documents that the catalog has with a later revision, or with other content of the same
	// one. Usually such a change is only old, but another tool may have written the document without regard to its
	// revision.
	Unresolved []string
}

// Apply makes the changes part of the current snapshot, except those of which it has a later revision: changes may come
// in any order, and more than once. They are readable when it returns. Where there are many small segments by then,
// they are merged in the background.
func (c *Catalog) Apply(changes Changes) Applied {
	changes.prepare(c.Current())
	c.writing.Lock()
	defer c.writing.Unlock()
	if len(c.removed) >= maxRemoved || c.removed == nil {
		c.removed = make(map[string]int64)
	}
	newer, unresolved := changes.newer(c.Current(), c.removed)
	if newer.empty() {
		return Applied{Unresolved: unresolved}
	}
	if c.reloading {
		c.duringReload = append(c.duringReload, newer)
	}
	c.changes.Add(1)
	next := c.Current().Apply(newer)
	c.swap(next, newer.ids())
	c.merge(next)
	return Applied{newer, unresolved}
}

// merge begins the merge that an index of a snapshot is due, if no other one is running.
func (c *Catalog) merge(s *Snapshot) {
	merge, due := s.index.Merge()
	ofRetired := !due
	if !due {
		merge, due = s.retired.Merge()
	}
	if !due || !c.busy.CompareAndSwap(false, true) {
		return
	}
	base := c.base
	c.working.Go(func() {
		defer c.busy.Store(false)
		merge.Run()
		c.writing.Lock()
		defer c.writing.Unlock()
		if c.base != base {
			return
		}
		current := c.Current()
		if ofRetired {
			c.swap(current.with(current.index, merge.Install(current.retired)), nil)
		} else {
			c.swap(current.with(merge.Install(current.index), current.retired), nil)
		}
	})
}

// prepare prepares the current snapshot in the background, and the next ones for as long as others come.
func (c *Catalog) prepare() {
	if !c.preparing.CompareAndSwap(false, true) {
		return
	}
	c.working.Go(func() {
		for {
			s := c.current.Load()
			s.index.Prepare()
			c.preparing.Store(false)
			if c.current.Load() == s || !c.preparing.CompareAndSwap(false, true) {
				return
			}
		}
	})
}

// Wait waits for what is done in the background.
func (c *Catalog) Wait() { c.working.Wait() }
