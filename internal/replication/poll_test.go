package replication_test

import (
	"testing"
	"time"

	"findcare/internal/replication"
)

func TestPauseAfterAPoll(t *testing.T) {
	const second = time.Second
	for _, test := range []struct {
		name                         string
		interval, took, before, want time.Duration
	}{
		{"at first", 2 * second, second, 0, 4 * second},
		{"fast", 2 * second, second / 100, second / 100, 2 * second},
		{"always slow", 2 * second, 3 * second, 3 * second, 12 * second},
		{"always very slow", 2 * second, 60 * second, 50 * second, 200 * second},
		{"the first one, of a database that hung", 2 * second, 12 * second, 0, 48 * second},
		{"the database hung", 2 * second, 12 * second, second / 100, 2 * second},
		{"it hung at the one before", 2 * second, second / 100, 12 * second, 2 * second},
		{"seldom", time.Hour, 60 * second, 60 * second, time.Hour},
	} {
		if got := replication.PollPause(test.interval, test.took, test.before); got != test.want {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}
