package cache_test

import (
	"errors"
	"io"
	"sync/atomic"
	"testing"
	"time"

	"findcare/internal/cache"
	"findcare/internal/clock/clocktest"
)

func TestCache(t *testing.T) {
	for name, c := range map[string]*cache.Cache[string, error]{
		"weighing": cache.Weighing(1000, func(string, error) uint32 { return 1 }),
		"written":  cache.Written[string, error](1000, time.Hour, clocktest.Now),
		"accessed": cache.Accessed[string, error](1000, time.Hour, clocktest.Now),
	} {
		t.Run(name, func(t *testing.T) {
			want := func(after string, value error, ok bool) {
				t.Helper()
				if got, found := c.Get("a"); !errors.Is(got, value) || found != ok {
					t.Errorf("after %s: %v, %t, want %v, %t", after, got, found, value, ok)
				}
			}
			want("nothing", nil, false)
			c.Set("a", nil)
			want("Set", nil, true)
			c.SetIfAbsent("a", io.EOF)
			want("SetIfAbsent of a key with a value", nil, true)
			c.Delete("a")
			want("Delete", nil, false)
			c.SetIfAbsent("a", io.EOF)
			want("SetIfAbsent", io.EOF, true)
			c.Delete("a")
			for _, value := range []error{io.EOF, io.ErrNoProgress} {
				if got := c.GetOrSet("a", func() error { return value }); !errors.Is(got, io.EOF) {
					t.Errorf("GetOrSet gives %v, want %v", got, io.EOF)
				}
			}
			want("GetOrSet", io.EOF, true)
		})
	}
}

func TestEntriesExpire(t *testing.T) {
	start := clocktest.Now()
	var elapsed atomic.Int64
	clock := func() time.Time { return start.Add(time.Duration(elapsed.Load())) }
	written := cache.Written[int, int](10, time.Hour, clock)
	accessed := cache.Accessed[int, int](10, time.Hour, clock)
	written.Set(1, 1)
	accessed.Set(1, 1)
	for _, step := range []struct {
		after             time.Duration
		written, accessed bool
	}{
		{40 * time.Minute, true, true}, // a read, from which on an hour counts for one of the two
		{40 * time.Minute, false, true},
		{90 * time.Minute, false, false},
	} {
		elapsed.Add(int64(step.after))
		if _, ok := written.Get(1); ok != step.written {
			t.Errorf("written is there: %t, want %t", ok, step.written)
		}
		if _, ok := accessed.Get(1); ok != step.accessed {
			t.Errorf("accessed is there: %t, want %t", ok, step.accessed)
		}
	}
}

func TestTheWeightIsBounded(t *testing.T) {
	const maximum = 100
	c := cache.Weighing(maximum, func(_, weight int) uint32 { return uint32(weight) })
	for key := range 1000 {
		c.Set(key, 1+key%10)
	}
	if weight := c.Weight(); weight == 0 || weight > maximum {
		t.Errorf("the entries weigh %d, want some, and at most %d", weight, maximum)
	}
}
