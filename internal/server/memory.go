package server

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// garbageRoom is the minimum number of bytes allocated between two garbage collections. A small directory takes so
// little memory that by Go's default, as much again as is in use, a busy server would collect many times a second.
const garbageRoom = 64 << 20

// leaveRoomForGarbage collects garbage by Go's default or after garbageRoom, whichever is more. GOGC overrides that,
// and GOMEMLIMIT holds in any case.
func leaveRoomForGarbage() {
	if os.Getenv("GOGC") == "" {
		adjustGarbage(0)
	}
}

// adjustGarbage sets how much may be allocated until the next collection, and runs again after that one.
func adjustGarbage(before int) {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	const usual, minimum = 100, 1 << 20
	percent := max(usual, int(usual*garbageRoom/max(sample[0].Value.Uint64(), minimum)))
	if percent != before { // setting it stops the world
		debug.SetGCPercent(percent)
	}
	runtime.AddCleanup(new(*int), adjustGarbage, percent)
}
