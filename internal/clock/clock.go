// Package clock is the one clock of the program. The wiring makes it and passes it to whatever needs to know the time
// of day. Nothing else calls time.Now or its like: how long something takes is measured with a Stopwatch. TestOneClock
// holds that.
package clock

import "time"

// Clock gives the current time.
type Clock func() time.Time

// Since returns how long ago a time was, by the clock.
func (c Clock) Since(t time.Time) time.Duration { return c().Sub(t) }

// NowNano and Tick make a Clock the clock of a cache, otter.Clock: what expires there does so by the same time as
// everything else.
func (c Clock) NowNano() int64 { return c().UnixNano() }

// Tick says how often a cache looks for what has expired.
func (Clock) Tick(every time.Duration) <-chan time.Time { return time.Tick(every) }
