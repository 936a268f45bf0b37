// Package telemetry is what operators see of the server: a line in the log for each request, metrics for Prometheus,
// and traces for OpenTelemetry.
//
// Invariants: nothing here ever holds a variable, or a text that somebody searched for: these are health data. The
// number of series is bounded, although clients choose the names of operations. A Record belongs to the goroutine of
// its request; a Connection may be used by many.
package telemetry
