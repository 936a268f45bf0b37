package store

import (
	"iter"
	"maps"
	"slices"
)

// SmallMap keeps a small number for each of millions of keys of records, in some six bytes each where the keys are
// close together, as NPIs are. The zero value is ready.
type SmallMap struct{ blocks map[uint64][]uint32 }

// A block holds the keys that differ in their last bits only: those bits, with the number below them, ascending.
const (
	blockBits  = 14
	numberBits = 32 - blockBits
	// MostSmall is the largest number that a SmallMap keeps.
	MostSmall = 1<<numberBits - 1
)

// find returns where the key is in its block, or would be.
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
	return block[at] & MostSmall, true
}

// Set keeps a number for a key.
func (m *SmallMap) Set(key uint64, number uint32) {
	if m.blocks == nil {
		m.blocks = make(map[uint64][]uint32)
	}
	pair := uint32(key&(1<<blockBits-1))<<numberBits | min(number, MostSmall)
	block := m.blocks[key>>blockBits]
	if at, ok := find(block, key); ok {
		block[at] = pair
	} else {
		m.blocks[key>>blockBits] = slices.Insert(block, at, pair)
	}
}

// All yields the keys and their numbers, by ascending key.
func (m *SmallMap) All() iter.Seq2[uint64, uint32] {
	return func(yield func(uint64, uint32) bool) {
		for _, block := range slices.Sorted(maps.Keys(m.blocks)) {
			for _, pair := range m.blocks[block] {
				if !yield(block<<blockBits|uint64(pair>>numberBits), pair&MostSmall) {
					return
				}
			}
		}
	}
}
