package search

import (
	"slices"
	"testing"
)

func TestTally(t *testing.T) {
	for _, n := range []int{0, 1, 7, 8, 9, 1024, 8*255 + 7} {
		words, at, want, got := make([]uint64, n), make([]int, n), make([]uint32, 64), make([]uint32, 64)
		for i := range words {
			words[i], at[i] = ^uint64(0)>>(i%65), i
			for bit := range want {
				want[bit] += uint32(words[i] >> bit & 1)
			}
		}
		tally(words, at, got)
		if !slices.Equal(got, want) {
			t.Errorf("of %d words: got %d, want %d", n, got, want)
		}
	}
}
