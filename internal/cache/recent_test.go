package cache_test

import (
	"testing"

	"findcare/internal/cache"
)

func TestRecent(t *testing.T) {
	recent := cache.NewRecent(4) // one set
	for i, step := range []struct {
		hash uint64
		want bool
	}{
		{1, false}, {1, true}, {2, false}, {3, false}, {4, false}, {1, true}, {5, false}, {1, false}, {5, true},
		{2, false},
	} {
		if got := recent.Again(step.hash); got != step.want {
			t.Errorf("step %d: %d came before: %t, want %t", i, step.hash, got, step.want)
		}
	}
}

// Hardly any of some hundred keys that come in turn are forgotten.
func TestRecentInTurn(t *testing.T) {
	const keys = 400
	recent, again := cache.NewRecent(1<<12), 0
	for range 2 {
		for key := range uint64(keys) {
			if recent.Again((key + 1) * 0x9e3779b97f4a7c15 >> 7) {
				again++
			}
		}
	}
	if again < keys*99/100 {
		t.Errorf("%d of %d came again", again, keys)
	}
}
