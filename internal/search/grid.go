package search

import (
	"cmp"
	"maps"
	"math/bits"
	"slices"
)

// grid has a row for each provider with a bit for each of the most common terms: their postings, transposed. Counting
// the terms of some providers reads few bytes for each of them, and counts 64 terms at a time.
type grid struct {
	columns []term   // ascending, so that the columns of a field are next to each other
	width   int      // words in a row
	words   []uint64 // those of provider i are words[i*width:(i+1)*width]
}

// maxGridWidth is the maximum number of words in a row. Terms beyond that are counted by other means.
const maxGridWidth = 8

func newGrid(columns []term, providers int) grid {
	width := (len(columns) + 63) / 64
	return grid{columns, width, make([]uint64, width*providers)}
}

func (g *grid) add(i uint32, column int) { g.words[int(i)*g.width+column/64] |= 1 << (column % 64) }

func (g *grid) row(i uint32) []uint64 { return g.words[int(i)*g.width:][:g.width] }

// count adds to counts, which has an element for each column, how many providers of a set have the terms of the columns
// from first to before end. Other columns in the same words may be counted, too.
func (g *grid) count(set bitset, first, end int, counts []uint32) {
	var block [1024]int // where rows begin
	n := 0
	for at, word := range set {
		for ; word != 0; word &= word - 1 {
			block[n] = (at*64 + bits.TrailingZeros64(word)) * g.width
			n++
		}
		if n > len(block)-64 || at == len(set)-1 {
			for w := first / 64; w*64 < end; w++ {
				tally(g.words[w:], block[:n], counts[w*64:min(w*64+64, len(counts))])
			}
			n = 0
		}
	}
}

// tally adds to counts[i] how many of the words have bit i. It never tests single bits: eight words are added as 64
// sums side by side (a carry-save adder), whose ones, twos and fours are words, and their eights go to bytes. So there
// must be fewer than 256 times 8 words.
func tally(words []uint64, at []int, counts []uint32) {
	var ones, twos, fours uint64
	var eights [8]uint64 // byte j of eights[i] is that of bit 8*j+i
	for ; len(at) >= 8; at = at[8:] {
		var a, b, c, d uint64
		ones, a = addBits(ones, words[at[0]], words[at[1]])
		ones, b = addBits(ones, words[at[2]], words[at[3]])
		twos, c = addBits(twos, a, b)
		ones, a = addBits(ones, words[at[4]], words[at[5]])
		ones, b = addBits(ones, words[at[6]], words[at[7]])
		twos, d = addBits(twos, a, b)
		fours, a = addBits(fours, c, d)
		for i := range eights {
			eights[i] += a >> i & 0x0101010101010101
		}
	}
	for i := range counts {
		counts[i] += uint32(ones>>i&1 + twos>>i&1*2 + fours>>i&1*4 + eights[i%8]>>(i/8*8)&0xff*8)
	}
	for _, at := range at {
		for word := words[at]; word != 0; word &= word - 1 {
			counts[bits.TrailingZeros64(word)]++
		}
	}
}

// addBits adds the bits of three words at each position.
func addBits(a, b, c uint64) (ones, twos uint64) {
	either := a ^ b
	return either ^ c, a&b | either&c
}

// gridColumns returns the most common terms that facets count, except cities, of which there are too many.
func (s *segment) gridColumns() []term {
	type candidate struct {
		term
		size int
	}
	var candidates []candidate
	for f := range s.fields {
		if f := Field(f); facetOf(f) == f && f != FieldCities {
			for code, p := range s.fields[f].postings {
				candidates = append(candidates, candidate{termOf(f, code), p.size})
			}
		}
	}
	slices.SortFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.size, a.size), cmp.Compare(a.term, b.term))
	})
	columns := make([]term, min(len(candidates), maxGridWidth*64))
	for i := range columns {
		columns[i] = candidates[i].term
	}
	slices.Sort(columns)
	return columns
}

// buildGrid moves the most common terms from rest to the grid.
func (s *segment) buildGrid() {
	columns := s.gridColumns()
	s.grid = newGrid(columns, len(s.providers))
	columnOf := make(map[term]int, len(columns))
	for column, t := range columns {
		columnOf[t] = column
	}
	for f := range s.fields {
		index := &s.fields[f]
		index.firstColumn, _ = slices.BinarySearch(columns, termOf(Field(f), 0))
		for _, code := range slices.Sorted(maps.Keys(index.postings)) {
			p := index.postings[code]
			if _, common := columnOf[termOf(Field(f), code)]; common {
				index.common = append(index.common, fieldEntry{code, p})
				index.commonCost += p.countCost(len(s.providers))
			} else {
				index.rest = append(index.rest, fieldEntry{code, p})
				index.restCost += p.countCost(len(s.providers))
			}
		}
		s.commonCost += index.commonCost
	}
	rest, first := s.rest[:0], uint32(0)
	for i := range s.providers {
		end := s.offsets[i+1]
		for _, t := range s.rest[first:end] {
			if column, common := columnOf[t]; common {
				s.grid.add(uint32(i), column)
			} else {
				rest = append(rest, t)
			}
		}
		first, s.offsets[i+1] = end, uint32(len(rest))
	}
	s.rest = slices.Clone(rest)
}
