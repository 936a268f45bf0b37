package search

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestSortByNumber(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{0, 1, 2, 3, 64, 1000, 5000} {
		numbers := make([]uint64, n)
		for i := range numbers {
			numbers[i] = uint64(random.IntN(12))<<lacksShift | mix(uint64(random.IntN(n)))>>4
		}
		want := make([]uint32, n)
		for i := range want {
			want[i] = uint32(i)
		}
		slices.SortStableFunc(want, func(a, b uint32) int { return cmp.Compare(numbers[a], numbers[b]) })
		if got := sortByNumber(n, func(i uint32) uint64 { return numbers[i] }); !slices.Equal(got, want) {
			t.Errorf("of %d: got %v, want %v", n, got, want)
		}
	}
}

func BenchmarkSortByNumber(b *testing.B) {
	for b.Loop() {
		sortByNumber(1_000_000, func(i uint32) uint64 { return uint64(i%4)<<lacksShift | mix(uint64(i))>>4 })
	}
}
