package models

import (
	"sync/atomic"
	"time"
)

// Calendar tells dates in UTC. It keeps the last one: whoever serves pages asks for today's date a hundred thousand
// times a second. The zero value is ready.
type Calendar struct{ last atomic.Pointer[page] }

// page is a day of a calendar.
type page struct {
	day  int64 // since 1970
	date Date
}

// DateOf returns the date of t, as the function of that name does.
func (c *Calendar) DateOf(t time.Time) Date {
	const secondsADay = 24 * 60 * 60
	seconds := t.Unix()
	day := seconds / secondsADay
	if seconds < 0 && seconds%secondsADay != 0 {
		day-- // days before 1970 end towards it
	}
	if last := c.last.Load(); last != nil && last.day == day {
		return last.date
	}
	date := DateOf(t)
	c.last.Store(&page{day, date})
	return date
}
