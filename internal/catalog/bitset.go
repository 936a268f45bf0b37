package catalog

import "math/bits"

// bitset is a set of ordinals in dense words, for counting and intersecting with a few instructions for 64 providers.
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

// andCount counts what both hold.
func (b bitset) andCount(other bitset) (n int) {
	other = other[:len(b)]
	for i, word := range b {
		n += bits.OnesCount64(word & other[i])
	}
	return n
}

// andCounts counts what b holds of each of four sets. Side by side they take less than one after the other: b is read
// once, and the processor waits for memory on behalf of all.
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

// each yields the ordinals in their order, until yield returns false.
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

// next returns the first ordinal at or after from; -1 where there is none.
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

// previous returns the last ordinal at or before from; -1 where there is none.
func (b bitset) previous(from int) int {
	if most := len(b)*64 - 1; from > most {
		from = most
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

// postings are the ordinals that have one value: a sorted list where they are few, and dense words where they are
// many. A list costs 32 bits a member and words one bit a provider, but words are counted 64 at a time.
type postings struct {
	list  []uint32
	words bitset
	size  int
}

// denseFrom is the share of all providers (one in so many) from which on words are counted faster than a list.
const denseFrom = 48

func newPostings(list []uint32, providers int) postings {
	p := postings{list: list, size: len(list)}
	if len(list) > 0 && len(list) >= providers/denseFrom {
		p.words, p.list = newBitset(providers), nil
		for _, i := range list {
			p.words.add(i)
		}
	}
	return p
}

func (p postings) contains(i uint32) bool {
	if p.words != nil {
		return p.words.contains(i)
	}
	low, high := 0, len(p.list)
	for low < high {
		middle := int(uint(low+high) / 2)
		if p.list[middle] < i {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low < len(p.list) && p.list[low] == i
}

func (p postings) addTo(b bitset) {
	if p.words != nil {
		b.or(p.words)
		return
	}
	for _, i := range p.list {
		b.add(i)
	}
}

// countIn counts the members that b holds.
func (p postings) countIn(b bitset) (n int) {
	if p.words != nil {
		return p.words.andCount(b)
	}
	for _, i := range p.list {
		n += int(b[i/64] >> (i % 64) & 1)
	}
	return n
}
