package clock

import "time"

// Clock gives the current time.
type Clock func() time.Time

// Since returns the time elapsed since t, by the clock.
func (c Clock) Since(t time.Time) time.Duration { return c().Sub(t) }

// NowNano and Tick make a Clock the otter.Clock of a cache, so that entries expire by the same time as everything else.
func (c Clock) NowNano() int64 { return c().UnixNano() }

// Tick returns a ticker, by which a cache looks for expired entries.
func (Clock) Tick(every time.Duration) <-chan time.Time { return time.Tick(every) }
