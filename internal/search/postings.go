package search

// postings are the ordinals of the providers that have one term: a sorted posting list where they are few, and a bitset
// where they are many. A list costs 32 bits per member and a bitset one bit per provider of the segment, but a bitset
// is counted 64 members at a time.
type postings struct {
	list  []uint32
	words bitset
	size  int
}

// denseFrom is the share of all providers (one in so many) from which a bitset is counted faster than a list.
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

// countIn counts the members that are in b.
func (p postings) countIn(b bitset) (n int) {
	if p.words != nil {
		return p.words.andCount(b)
	}
	for _, i := range p.list {
		n += int(b[i/64] >> (i % 64) & 1)
	}
	return n
}

// countCost is what countIn costs, in units of one list member or one word: either way the time goes into memory.
func (p postings) countCost(providers int) int {
	if p.words != nil {
		return (providers + 63) / 64
	}
	return len(p.list)
}

// union returns the members of the postings of any of the codes. It must not be changed.
func (s *segment) union(all map[uint32]postings, codes []uint32) bitset {
	if len(codes) == 1 {
		if words := all[codes[0]].words; words != nil {
			return words
		}
	}
	b := newBitset(len(s.providers))
	for _, code := range codes {
		all[code].addTo(b)
	}
	return b
}
