// Package combine does together what is asked for at the same time by several goroutines.
package combine

import (
	"slices"
	"sync"
)

// Group combines the items of concurrent calls of Do. While items are being worked on, those that arrive wait, and are
// then worked on together. An item that arrives alone does not wait.
type Group[T any] struct {
	work            func(together []T)
	parallel, limit int

	mutex   sync.Mutex
	running int
	waiting []*call[T]
}

// call is a call of Do that waits.
type call[T any] struct {
	item T
	// next is what the call does next: work on these calls, its own first, or nothing, since its item was worked on.
	next chan []*call[T]
}

// New returns a group whose items are worked on by work: at most limit together, and at most so many calls in parallel.
func New[T any](parallel, limit int, work func(together []T)) *Group[T] {
	return &Group[T]{work: work, parallel: parallel, limit: limit}
}

// Do returns when work has been called with the item, and perhaps with others.
func (g *Group[T]) Do(item T) {
	own := &call[T]{item, make(chan []*call[T], 1)}
	calls := g.enter(own)
	if calls == nil {
		if calls = <-own.next; calls == nil {
			return
		}
	}
	defer g.leave(calls)
	items := make([]T, len(calls))
	for i, call := range calls {
		items[i] = call.item
	}
	g.work(items)
}

// enter returns the calls to work on, or nil if the call has to wait. Calls wait only while as many as may are working.
func (g *Group[T]) enter(own *call[T]) []*call[T] {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	if g.running == g.parallel {
		g.waiting = append(g.waiting, own)
		return nil
	}
	g.running++
	return []*call[T]{own}
}

// leave lets those go whose items were worked on, and hands those that have arrived since to the first of them. They
// are taken from the list here, so that no other call that leaves hands them on as well.
func (g *Group[T]) leave(calls []*call[T]) {
	for _, call := range calls[1:] { // the first is the one that leaves
		call.next <- nil
	}
	g.mutex.Lock()
	defer g.mutex.Unlock()
	if len(g.waiting) == 0 {
		g.running--
		return
	}
	next := slices.Clone(g.waiting[:min(len(g.waiting), g.limit)])
	g.waiting = slices.Delete(g.waiting, 0, len(next))
	next[0].next <- next
}
