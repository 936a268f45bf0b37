package catalog

import (
	"context"
	"errors"
	"slices"
	"sync"
)

// Change is what a Watcher is told of.
type Change struct {
	// Snapshot is the directory after the change.
	Snapshot *Snapshot
	// IDs are those of the watched documents that differ from the snapshot before, sorted.
	IDs []string
}

// maxPending is how many changes a watcher may be behind. The snapshots of all watchers are the same, so this is also
// how many the slowest of them can keep from being forgotten.
const maxPending = 256

// ErrBehind is that a watcher took the changes so slowly that some had to be forgotten.
var ErrBehind = errors.New("the changes came faster than they were taken")

// Watcher is told of each change, in order. Whoever makes changes never waits for it: where it falls too far behind, it
// is told so, and of nothing more.
type Watcher struct {
	watchers *watchers
	ids      []string

	mutex   sync.Mutex
	pending []Change
	behind  bool
	ready   chan struct{} // holds a token while there may be something to take
}

// Watch returns a watcher of the directory as a whole: its first change is the current snapshot, those after it are of
// other versions. It must be closed.
func (c *Catalog) Watch() *Watcher {
	w := &Watcher{watchers: &c.watchers, ready: make(chan struct{}, 1)}
	c.watchers.mutex.Lock()
	defer c.watchers.mutex.Unlock()
	c.watchers.whole = with(c.watchers.whole, w)
	w.push(Change{Snapshot: c.current.Load()})
	return w
}

// WatchDocuments returns a watcher of some documents, there or not: it is told whenever one of them changes.
// It must be closed.
func (c *Catalog) WatchDocuments(ids []string) *Watcher {
	w := &Watcher{watchers: &c.watchers, ids: ids, ready: make(chan struct{}, 1)}
	c.watchers.mutex.Lock()
	defer c.watchers.mutex.Unlock()
	if c.watchers.byID == nil {
		c.watchers.byID = make(map[string]set)
	}
	for _, id := range ids {
		c.watchers.byID[id] = with(c.watchers.byID[id], w)
	}
	return w
}

// Next waits for the next change and returns it. It fails with ErrBehind, or as the context does.
func (w *Watcher) Next(ctx context.Context) (Change, error) {
	for {
		change, behind, ok := w.take()
		switch {
		case behind:
			return Change{}, ErrBehind
		case ok:
			return change, nil
		}
		select {
		case <-w.ready:
		case <-ctx.Done():
			return Change{}, ctx.Err()
		}
	}
}

func (w *Watcher) take() (change Change, behind, ok bool) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	if w.behind || len(w.pending) == 0 {
		return Change{}, w.behind, false
	}
	change = w.pending[0]
	w.pending[0] = Change{} // nobody keeps its snapshot
	if w.pending = w.pending[1:]; len(w.pending) == 0 {
		w.pending = nil
	}
	return change, false, true
}

// push never waits.
func (w *Watcher) push(change Change) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	switch {
	case w.behind:
		return
	case len(w.pending) == maxPending:
		w.behind, w.pending = true, nil
	default:
		w.pending = append(w.pending, change)
	}
	select {
	case w.ready <- struct{}{}:
	default:
	}
}

// Close ends the watcher.
func (w *Watcher) Close() {
	w.watchers.mutex.Lock()
	defer w.watchers.mutex.Unlock()
	delete(w.watchers.whole, w)
	for _, id := range w.ids {
		if delete(w.watchers.byID[id], w); len(w.watchers.byID[id]) == 0 {
			delete(w.watchers.byID, id)
		}
	}
}

type set = map[*Watcher]struct{}

func with(watchers set, w *Watcher) set {
	if watchers == nil {
		watchers = make(set)
	}
	watchers[w] = struct{}{}
	return watchers
}

// watchers are all watchers of a catalog.
type watchers struct {
	mutex sync.Mutex // held while a snapshot becomes the current one, so that none is missed or told twice
	whole set
	byID  map[string]set
}

// swap makes next the current snapshot, logs what the public sees of it, and tells the watchers. Changed are the
// documents that may differ.
func (c *Catalog) swap(next *Snapshot, changed []Logged) {
	c.watchers.mutex.Lock()
	defer c.watchers.mutex.Unlock()
	before := c.current.Load()
	if before != nil {
		next.day.known.Store(before.day.known.Load())
		changed = slices.DeleteFunc(changed, func(one Logged) bool {
			return same(before.shown(one.ID), next.shown(one.ID))
		})
	}
	next.position = c.log.add(changed)
	c.current.Store(next)
	c.prepare()
	if before == nil {
		return
	}
	if before.content != next.content {
		for w := range c.watchers.whole {
			w.push(Change{Snapshot: next})
		}
	}
	told := make(map[*Watcher][]string)
	for _, one := range changed {
		for w := range c.watchers.byID[one.ID] {
			told[w] = append(told[w], one.ID)
		}
	}
	for w, ids := range told {
		slices.Sort(ids)
		w.push(Change{next, slices.Compact(ids)})
	}
}

// ProviderChange is one change of a provider.
type ProviderChange struct {
	ID string
	// Provider is nil where it was deleted or retired.
	Provider *Provider
}

// Providers are the changes of the watched providers.
func (c Change) Providers() []ProviderChange {
	changes := make([]ProviderChange, len(c.IDs))
	for i, id := range c.IDs {
		changes[i] = ProviderChange{id, c.Snapshot.Provider(ProviderBy{ID: &id})}
	}
	return changes
}
