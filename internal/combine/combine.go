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
	next chan role
}

// role is what a call that has waited does next.
type role int

const (
	done  role = iota
	leads      // it works on all that wait, itself included
)

// New returns a group whose items are worked on by work: at most limit together, and at most so many calls in parallel.
func New[T any](parallel, limit int, work func(together []T)) *Group[T] {
	return &Group[T]{work: work, parallel: parallel, limit: limit}
}

// Do returns when work has been called with the item, and perhaps with others.
func (g *Group[T]) Do(item T) {
	own := &call[T]{item, make(chan role, 1)}
	g.mutex.Lock()
	g.waiting = append(g.waiting, own)
	if g.running == g.parallel {
		g.mutex.Unlock()
		if <-own.next == done {
			return
		}
		g.mutex.Lock()
	} else {
		g.running++
	}
	calls := slices.Clone(g.waiting[:min(len(g.waiting), g.limit)])
	g.waiting = slices.Delete(g.waiting, 0, len(calls))
	g.mutex.Unlock()
	defer g.leave(own, calls)
	items := make([]T, len(calls))
	for i, call := range calls {
		items[i] = call.item
	}
	g.work(items)
}

// leave lets those go whose items were worked on, and another one lead those that have arrived since.
func (g *Group[T]) leave(own *call[T], calls []*call[T]) {
	for _, call := range calls {
		if call != own {
			call.next <- done
		}
	}
	g.mutex.Lock()
	defer g.mutex.Unlock()
	if len(g.waiting) == 0 {
		g.running--
		return
	}
	g.waiting[0].next <- leads
}
