package store_test

import (
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"findcare/internal/store"
)

// A SmallMap does what a map does, for keys that are close together and far apart.
func TestSmallMap(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		var got store.SmallMap
		want := make(map[uint64]uint32)
		for range rapid.IntRange(0, 200).Draw(r, "sets") {
			key := rapid.OneOf(
				rapid.Uint64Range(1_000_000_000, 1_000_000_050),
				rapid.Uint64Range(16_380, 16_390),
				rapid.Uint64(),
			).Draw(
				r,
				"key",
			)
			number := rapid.Uint32().Draw(r, "number")
			got.Set(key, number)
			want[key] = min(number, store.MaxSmall)
			if _, ok := got.Get(key + 1); ok != has(want, key+1) {
				r.Fatalf("%d: %v", key+1, ok)
			}
		}
		var keys []uint64
		for key, number := range got.All() {
			if keys = append(keys, key); want[key] != number {
				r.Fatalf("%d: %d, want %d", key, number, want[key])
			}
			if one, ok := got.Get(key); !ok || one != number {
				r.Fatalf("%d: %d, %v", key, one, ok)
			}
		}
		if !slices.Equal(keys, slices.Sorted(maps.Keys(want))) {
			r.Fatalf("keys %v, want %v", keys, want)
		}
		for range got.All() {
			break
		}
	})
}

func has(m map[uint64]uint32, key uint64) bool {
	_, ok := m[key]
	return ok
}

// A million keys that come in any order take little memory and time.
func BenchmarkSmallMap(b *testing.B) {
	const keys, prime = 1_000_000, 7_919
	b.ReportAllocs()
	for b.Loop() {
		var m store.SmallMap
		for i := range uint64(keys) {
			m.Set(1_000_000_000+i*prime%keys, uint32(i%store.MaxSmall))
		}
	}
}
