package store

import (
	"iter"
	"maps"
	"slices"
)

// SmallMap maps millions of record keys to small numbers. It takes about six bytes for each if the keys are close
// together, as NPIs are. The zero value is ready to use.
type SmallMap struct{ blocks map[uint64][]uint32 }

// A block holds the keys that differ only in their last bits: those bits, with the number below them, in ascending
// order.
const (
	blockBits  = 14
	numberBits = 32 - blockBits
	// MaxSmall is the largest number that a SmallMap can hold.
	MaxSmall = 1<<numberBits - 1
)

// find returns the position of a key in its block, or where it would be inserted.
func find(block []uint32, key uint64) (at int, ok bool) {
	low := uint32(key & (1<<blockBits - 1))
	return slices.BinarySearchFunc(block, low, func(pair, low uint32) int { return int(pair>>numberBits) - int(low) })
}

// Get returns the number of a key.
func (m *SmallMap) Get(key uint64) (number uint32, ok bool) {
	block := m.blocks[key>>blockBits]
	at, ok := find(block, key)
	if !ok {
		return 0, false
	}
	return block[at] & MaxSmall, true
}

// Set sets the number of a key. A number above MaxSmall becomes that.
func (m *SmallMap) Set(key uint64, number uint32) {
	if m.blocks == nil {
		m.blocks = make(map[uint64][]uint32)
	}
	pair := uint32(key&(1<<blockBits-1))<<numberBits | min(number, MaxSmall)
	block := m.blocks[key>>blockBits]
	if at, ok := find(block, key); ok {
		block[at] = pair
	} else {
		m.blocks[key>>blockBits] = slices.Insert(block, at, pair)
	}
}

// All yields the keys and their numbers, in ascending order of keys.
func (m *SmallMap) All() iter.Seq2[uint64, uint32] {
	return func(yield func(uint64, uint32) bool) {
		for _, block := range slices.Sorted(maps.Keys(m.blocks)) {
			for _, pair := range m.blocks[block] {
				if !yield(block<<blockBits|uint64(pair>>numberBits), pair&MaxSmall) {
					return
				}
			}
		}
	}
}
