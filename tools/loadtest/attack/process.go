package attack

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strconv"
	"syscall"
	"time"

	"findcare/internal/clock"
)

// process is a server's, as Linux tells of it.
type process int

// clockTick is the unit of processor time in /proc: the kernel tells programs of a hundredth of a second on every
// platform.
const clockTick = 10 * time.Millisecond

// processor is how much processor time the process has used so far, in user mode and in the kernel.
func (p process) processor() (time.Duration, error) {
	content, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", p))
	if err != nil {
		return 0, err
	}
	// The name of the program is in brackets and may hold anything; the fields after it are numbers.
	fields := bytes.Fields(content[bytes.LastIndexByte(content, ')')+1:])
	const user, system = 11, 12
	ticks := 0
	for _, field := range []int{user, system} {
		n, err := strconv.Atoi(string(fields[field]))
		if err != nil {
			return 0, fmt.Errorf("/proc/%d/stat: %w", p, err)
		}
		ticks += n
	}
	return time.Duration(ticks) * clockTick, nil
}

// resident is how many bytes of memory the process has.
func (p process) resident() (int64, error) {
	content, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", p))
	if err != nil {
		return 0, err
	}
	pages, err := strconv.ParseInt(string(bytes.Fields(content)[1]), 10, 64)
	return pages * int64(os.Getpagesize()), err
}

// peak follows the memory of the process until the context ends, and returns the most that it saw.
func (p process) peak(ctx context.Context) (most int64) {
	for tick := time.NewTicker(20 * time.Millisecond); ; {
		now, _ := p.resident() // where the process is gone, the requests fail
		most = max(most, now)
		select {
		case <-ctx.Done():
			tick.Stop()
			return most
		case <-tick.C:
		}
	}
}

// settled waits for a while, and then until the memory of the process is below a bound or the patience ends. It returns
// what the process then has.
func (p process) settled(ctx context.Context, below int64, least, patience time.Duration) (now int64, err error) {
	watch := clock.Start()
	for {
		now, err = p.resident()
		waited := watch.Elapsed()
		if err != nil || waited >= least && now <= below || waited > patience {
			return now, err
		}
		select {
		case <-ctx.Done():
			return now, ctx.Err()
		case <-time.After(100 * time.Millisecond):
		}
	}
}

// MaxConnections is how many connections this process may hold, and leave some files for others.
func MaxConnections() int {
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit); err != nil {
		return 100
	}
	return int(min(limit.Cur, 1<<20)) - 200
}
