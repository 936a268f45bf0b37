package server

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// garbageRoom is how many bytes may at least be allocated between two collections of memory. A small directory takes so
// little that by Go's own measure, as much again as is in use, a busy server would collect many times a second.
const garbageRoom = 64 << 20

// leaveRoomForGarbage has memory collected by Go's own measure or after garbageRoom, whichever is more. Where GOGC is
// set, that counts. The limit that GOMEMLIMIT sets holds in any case.
func leaveRoomForGarbage() {
	if os.Getenv("GOGC") == "" {
		adjustGarbage(0)
	}
}

// adjustGarbage sets how much may be allocated until the next collection, and has itself called after it, since by then
// as much may be in use as it likes.
func adjustGarbage(before int) {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	const usual, least = 100, 1 << 20
	percent := max(usual, int(usual*garbageRoom/max(sample[0].Value.Uint64(), least)))
	if percent != before { // setting it stops all for a moment
		debug.SetGCPercent(percent)
	}
	runtime.AddCleanup(new(*int), adjustGarbage, percent)
}
