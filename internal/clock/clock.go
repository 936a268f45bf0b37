// Package clock is the one clock of the program. The wiring makes it and passes it to whatever needs to know the time of day;
// time.Now and its like are called there only, and to measure how long something took.
package clock

import "time"

// Clock gives the current time.
type Clock func() time.Time

// Since returns how long ago a time was, by the clock.
func (c Clock) Since(t time.Time) time.Duration { return c().Sub(t) }
