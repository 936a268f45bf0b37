package catalog

import (
	"sync/atomic"

	"findcare/models"
)

// dayOfSnapshot is the day that a snapshot answers for. It is set when an answer first depends on it, and stays: no
// response mixes two days. The catalog replaces a snapshot whose day is over.
type dayOfSnapshot struct{ known atomic.Pointer[models.Date] }

// Today returns the day that all answers of the snapshot are for; empty where the snapshot does not know the day.
func (s *Snapshot) Today() models.Date {
	if s.options.Today == nil {
		return ""
	}
	if day := s.day.known.Load(); day != nil {
		return *day
	}
	today := s.options.Today()
	s.day.known.CompareAndSwap(nil, &today)
	return *s.day.known.Load()
}

// isOfToday reports whether the snapshot's day, where an answer has depended on it, is not over.
func (s *Snapshot) isOfToday() bool {
	day := s.day.known.Load()
	return day == nil || *day == s.options.Today()
}

// turnDay replaces the current snapshot by the same directory on the current day, and tells the watchers of the whole
// directory.
func (c *Catalog) turnDay() *Snapshot {
	c.watchers.mutex.Lock()
	defer c.watchers.mutex.Unlock()
	s := c.current.Load()
	if s.isOfToday() {
		return s
	}
	next := s.with(s.index, s.retired)
	next.Today()
	c.current.Store(next)
	for w := range c.watchers.whole {
		w.push(Change{Snapshot: next})
	}
	return next
}
