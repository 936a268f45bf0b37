package server

import (
	"runtime"
	"runtime/metrics"
	"testing"
	"time"

	"findcare/internal/clock"
)

// TestRoomForGarbage keeps different amounts of memory in use: the goal of the collector must stay garbageRoom above.
func TestRoomForGarbage(t *testing.T) {
	t.Setenv("GOGC", "")
	leaveRoomForGarbage()
	for _, megabytes := range []int{1, 60, 1} {
		held := make([]byte, megabytes<<20)
		room, live := uint64(0), uint64(0)
		for waited := clock.Start(); waited.Elapsed() < 10*time.Second; runtime.GC() {
			sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}, {Name: "/gc/heap/goal:bytes"}}
			metrics.Read(sample)
			live = sample[0].Value.Uint64()
			if room = sample[1].Value.Uint64() - live; live >= uint64(len(held)) && room > garbageRoom*9/10 &&
				room < garbageRoom*3/2 {
				break
			}
		}
		if room < garbageRoom*9/10 || room > garbageRoom*3/2 {
			t.Errorf("%d bytes in use leave room for %d, want about %d", live, room, garbageRoom)
		}
		runtime.KeepAlive(held)
	}
}
