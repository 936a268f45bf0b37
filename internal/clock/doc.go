// Package clock is the one clock of the program. The wiring creates it and passes it to whatever needs the time of day.
// Durations are measured with a Stopwatch, and what depends on the clocks of several machines allows for MaxSkew.
//
// # Invariants
//
//   - Only this package and the wiring call time.Now and the like, or let a library do so. TestOneClock holds every
//     file of the module to that.
//   - A Stopwatch never gives a time of day, and a Clock is never used to measure a duration.
package clock
