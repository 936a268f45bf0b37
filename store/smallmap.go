package store

import (
	"iter"
	"slices"
)

// SmallMap keeps a small number for each of millions of keys of records, in some five bytes each where the keys are close together,
// as NPIs are. The zero value is ready.
type SmallMap struct{ blocks map[uint64][]uint32 }

// A block holds the keys that differ in their last bits only: those bits, with the number below them.
const (
	blockBits  = 14
	numberBits = 32 - blockBits
	// MostSmall is the largest number that a SmallMap keeps.
	MostSmall = 1<<numberBits - 1
)

// Get returns the number of a key.
func (m *SmallMap) Get(key uint64) (number uint32, ok bool) {
	low := uint32(key & (1<<blockBits - 1))
	for _, pair := range m.blocks[key>>blockBits] {
		if pair>>numberBits == low {
			return pair & MostSmall, true
		}
	}
	return 0, false
}

// Set keeps a number for a key.
func (m *SmallMap) Set(key uint64, number uint32) {
	if m.blocks == nil {
		m.blocks = make(map[uint64][]uint32)
	}
	pair := uint32(key&(1<<blockBits-1))<<numberBits | min(number, MostSmall)
	block := m.blocks[key>>blockBits]
	for i := range block {
		if block[i]>>numberBits == pair>>numberBits {
			block[i] = pair
			return
		}
	}
	m.blocks[key>>blockBits] = append(block, pair)
}

// All yields the keys and their numbers, by ascending key.
func (m *SmallMap) All() iter.Seq2[uint64, uint32] {
	return func(yield func(uint64, uint32) bool) {
		blocks := make([]uint64, 0, len(m.blocks))
		for block := range m.blocks {
			blocks = append(blocks, block)
		}
		slices.Sort(blocks)
		for _, block := range blocks {
			slices.Sort(m.blocks[block])
			for _, pair := range m.blocks[block] {
				if !yield(block<<blockBits|uint64(pair>>numberBits), pair&MostSmall) {
					return
				}
			}
		}
	}
}
