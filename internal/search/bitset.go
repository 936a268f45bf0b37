package search

import "math/bits"

// bitset is a set of ordinals in dense words, which counts and intersects 64 providers with a few instructions.
type bitset []uint64

func newBitset(size int) bitset { return make(bitset, (size+63)/64) }

// fullBitset holds all ordinals below size.
func fullBitset(size int) bitset {
	b := newBitset(size)
	for i := range b {
		b[i] = ^uint64(0)
	}
	if rest := size % 64; rest > 0 {
		b[len(b)-1] = 1<<rest - 1
	}
	return b
}

func (b bitset) add(i uint32)           { b[i/64] |= 1 << (i % 64) }
func (b bitset) remove(i uint32)        { b[i/64] &^= 1 << (i % 64) }
func (b bitset) contains(i uint32) bool { return b[i/64]&(1<<(i%64)) != 0 }

func (b bitset) count() (n int) {
	for _, word := range b {
		n += bits.OnesCount64(word)
	}
	return n
}

func (b bitset) and(other bitset) {
	other = other[:len(b)]
	for i := range b {
		b[i] &= other[i]
	}
}

func (b bitset) or(other bitset) {
	other = other[:len(b)]
	for i := range b {
		b[i] |= other[i]
	}
}

// meets reports whether some ordinal is in both sets.
func (b bitset) meets(other bitset) bool {
	other = other[:len(b)]
	for i, word := range b {
		if word&other[i] != 0 {
			return true
		}
	}
	return false
}

// andCount counts the ordinals that are in both sets.
func (b bitset) andCount(other bitset) (n int) {
	other = other[:len(b)]
	for i, word := range b {
		n += bits.OnesCount64(word & other[i])
	}
	return n
}

// andCounts is andCount with four sets at once, which is faster than one after the other: b is read once, and the four
// waits for memory overlap.
func (b bitset) andCounts(sets *[4]bitset) [4]int {
	s0, s1, s2, s3 := sets[0][:len(b)], sets[1][:len(b)], sets[2][:len(b)], sets[3][:len(b)]
	var n0, n1, n2, n3 int
	for i, word := range b {
		n0 += bits.OnesCount64(word & s0[i])
		n1 += bits.OnesCount64(word & s1[i])
		n2 += bits.OnesCount64(word & s2[i])
		n3 += bits.OnesCount64(word & s3[i])
	}
	return [4]int{n0, n1, n2, n3}
}

// each yields the ordinals in ascending order, until yield returns false.
func (b bitset) each(yield func(uint32) bool) {
	for i, word := range b {
		for word != 0 {
			if !yield(uint32(i*64 + bits.TrailingZeros64(word))) {
				return
			}
			word &= word - 1
		}
	}
}

// next returns the first ordinal at or after from, or -1.
func (b bitset) next(from int) int {
	if from < 0 {
		from = 0
	}
	for i := from / 64; i < len(b); i++ {
		word := b[i]
		if i == from/64 {
			word &= ^uint64(0) << (from % 64)
		}
		if word != 0 {
			return i*64 + bits.TrailingZeros64(word)
		}
	}
	return -1
}

// previous returns the last ordinal at or before from, or -1.
func (b bitset) previous(from int) int {
	if last := len(b)*64 - 1; from > last {
		from = last
	}
	for i := from / 64; i >= 0 && from >= 0; i-- {
		word := b[i]
		if i == from/64 {
			word &= ^uint64(0) >> (63 - from%64)
		}
		if word != 0 {
			return i*64 + 63 - bits.LeadingZeros64(word)
		}
	}
	return -1
}
