package search

import "hash/maphash"

// keyIndex finds the ordinal of a provider by a key that the provider has, such as its id. It is a hash table of the
// ordinals alone, with open addressing: the keys are in the documents.
type keyIndex struct {
	slots []uint32 // ordinals from 1, 0 where nothing is; a power of two of them
	keyOf func(ordinal uint32) string
}

var keySeed = maphash.MakeSeed()

// newKeyIndex returns an empty index with room for some keys.
func newKeyIndex(keys int, keyOf func(ordinal uint32) string) keyIndex {
	size := 1
	for size < keys+keys/3+1 {
		size *= 2
	}
	return keyIndex{make([]uint32, size), keyOf}
}

// slot returns where the ordinal of a key is, or may be put.
func (x *keyIndex) slot(key string) *uint32 {
	mask := uint64(len(x.slots) - 1)
	for at := maphash.String(keySeed, key) & mask; ; at = (at + 1) & mask {
		if slot := &x.slots[at]; *slot == 0 || x.keyOf(*slot-1) == key {
			return slot
		}
	}
}

// put lets a key lead to an ordinal that has it.
func (x *keyIndex) put(ordinal uint32) { *x.slot(x.keyOf(ordinal)) = ordinal + 1 }

// find returns the ordinal that has a key.
func (x *keyIndex) find(key string) (ordinal uint32, ok bool) {
	slot := *x.slot(key)
	return slot - 1, slot != 0
}
