package clock

import "time"

// Stopwatch measures durations, by the machine's monotonic clock.
type Stopwatch struct{ started time.Time }

// Start starts a stopwatch.
func Start() Stopwatch { return Stopwatch{time.Now()} }

// Elapsed returns how long the stopwatch has run.
func (s Stopwatch) Elapsed() time.Duration { return time.Since(s.started) }

// Deadline returns the time after a duration from now, for network connections, which go by the machine's clock.
func Deadline(after time.Duration) time.Time { return time.Now().Add(after) }
