package clock

import "time"

// Stopwatch measures how long something takes, by the machine's monotonic clock. It knows no time of day.
type Stopwatch struct{ started time.Time }

// Start starts a stopwatch.
func Start() Stopwatch { return Stopwatch{time.Now()} }

// Elapsed returns how long the stopwatch has run.
func (s Stopwatch) Elapsed() time.Duration { return time.Since(s.started) }

// Deadline is the end of a time that begins now, for a network connection: those have the machine's clock.
func Deadline(after time.Duration) time.Time { return time.Now().Add(after) }
