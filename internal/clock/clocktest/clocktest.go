// Package clocktest is the clock of tests. It is the machine's, put forward or back by what FINDCARE_TEST_CLOCK says,
// such as -8760h: so the tests show that they pass on any day.
package clocktest

import (
	"os"
	"testing"
	"time"
)

const variable = "FINDCARE_TEST_CLOCK"

// Now is the clock of tests.
func Now() time.Time { return time.Now().Add(shift()) }

func shift() time.Duration {
	text := os.Getenv(variable)
	if text == "" {
		return 0
	}
	by, err := time.ParseDuration(text)
	if err != nil {
		panic(variable + ": " + err.Error())
	}
	return by
}

// OutsideEngine skips a test against an engine that is another process while the clock is shifted: that engine keeps
// the machine's time, and servers follow what it writes by its clock.
func OutsideEngine(t testing.TB) {
	t.Helper()
	if by := shift(); by != 0 {
		t.Skipf("the clock is shifted by %v, and an engine outside of the process keeps the machine's", by)
	}
}
