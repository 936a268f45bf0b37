package combine_test

import (
	"slices"
	"sync"
	"sync/atomic"
	"testing"

	"findcare/internal/combine"
)

// Whatever arrives concurrently is worked on once, within the limits, before its call returns.
func TestDo(t *testing.T) {
	for _, test := range []struct{ parallel, limit, callers, items int }{
		{1, 1, 8, 50}, {1, 100, 1, 10}, {1, 5, 16, 200}, {3, 4, 16, 200}, {2, 1000, 64, 100},
	} {
		var running atomic.Int32
		var mutex sync.Mutex
		var all []int
		worked := make([]atomic.Bool, test.callers*test.items)
		group := combine.New(test.parallel, test.limit, func(together []int) {
			if n := running.Add(1); int(n) > test.parallel || len(together) == 0 || len(together) > test.limit {
				t.Errorf("%+v: %d items, %d in parallel", test, len(together), n)
			}
			for _, item := range together {
				worked[item].Store(true)
			}
			mutex.Lock()
			all = append(all, together...)
			mutex.Unlock()
			running.Add(-1)
		})
		var callers sync.WaitGroup
		for caller := range test.callers {
			callers.Go(func() {
				for i := range test.items {
					item := caller*test.items + i
					if group.Do(item); !worked[item].Load() {
						t.Errorf("%+v: %d returns early", test, item)
					}
				}
			})
		}
		callers.Wait()
		slices.Sort(all)
		if len(all) != test.callers*test.items || len(slices.Compact(all)) != len(worked) {
			t.Errorf("%+v: %d items", test, len(all))
		}
	}
}

// What arrives while work is done is worked on together.
func TestDoCombines(t *testing.T) {
	const others = 20
	begun, waiting, sizes := make(chan bool), make(chan bool), make(chan int, others+1)
	group := combine.New(1, others, func(together []int) {
		if sizes <- len(together); together[0] == 0 {
			close(begun)
			<-waiting
		}
	})
	var callers sync.WaitGroup
	callers.Go(func() { group.Do(0) })
	<-begun
	for i := range others {
		callers.Go(func() { group.Do(i + 1) })
	}
	combine.AwaitWaiting(group, others)
	close(waiting)
	callers.Wait()
	if first, second := <-sizes, <-sizes; first != 1 || second != others || len(sizes) > 0 {
		t.Errorf("%d and %d items, and %d more", first, second, len(sizes))
	}
}

// A panic is its own caller's.
func TestDoGoesOnAfterAPanic(t *testing.T) {
	group := combine.New(1, 1, func(together []int) {
		if together[0] == 0 {
			panic("zero")
		}
	})
	func() {
		defer func() { _ = recover() }()
		group.Do(0)
	}()
	group.Do(1)
}
