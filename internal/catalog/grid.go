package catalog

import (
	"cmp"
	"maps"
	"math/bits"
	"slices"
)

// grid has a row for each provider, with one bit for each of the commonest values: the sets of providers by value,
// turned on their side. Whoever counts the values of some providers reads few bytes for each, and 64 values at a time.
type grid struct {
	columns []tagged // the value of each column, ascending, so that a field's columns stand together
	width   int      // words in a row
	words   []uint64 // those of provider i are words[i*width:(i+1)*width]
}

// widestGrid is how many words a row has at most. Values beyond that are counted by other ways.
const widestGrid = 8

func newGrid(columns []tagged, providers int) grid {
	width := (len(columns) + 63) / 64
	return grid{columns, width, make([]uint64, width*providers)}
}

// commonest returns the columns of a segment's grid: values of facets, but for cities, of which there are too many.
func (s *segment) commonest() []tagged {
	type value struct {
		tagged
		size int
	}
	var values []value
	for f := range s.fields {
		if f := field(f); facetOf(f) == f && f != fieldCities {
			for code, p := range s.fields[f].postings {
				values = append(values, value{tag(f, code), p.size})
			}
		}
	}
	slices.SortFunc(
		values,
		func(a, b value) int { return cmp.Or(cmp.Compare(b.size, a.size), cmp.Compare(a.tagged, b.tagged)) },
	)
	columns := make([]tagged, min(len(values), widestGrid*64))
	for i := range columns {
		columns[i] = values[i].tagged
	}
	slices.Sort(columns)
	return columns
}

// arrange moves the commonest values from rest to the grid.
func (s *segment) arrange() {
	columns := s.commonest()
	s.grid = newGrid(columns, len(s.providers))
	columnOf := make(map[tagged]int, len(columns))
	for column, v := range columns {
		columnOf[v] = column
	}
	for f := range s.fields {
		index := &s.fields[f]
		index.firstColumn, _ = slices.BinarySearch(columns, tag(field(f), 0))
		for _, code := range slices.Sorted(maps.Keys(index.postings)) {
			p := index.postings[code]
			if _, common := columnOf[tag(field(f), code)]; common {
				index.common = append(index.common, fieldEntry{code, p})
				index.commonCost += p.countCost(len(s.providers))
			} else {
				index.rest = append(index.rest, fieldEntry{code, p})
				index.restCost += p.countCost(len(s.providers))
			}
		}
		s.commonCost += index.commonCost
	}
	kept, first := s.rest[:0], uint32(0)
	for i := range s.providers {
		end := s.offsets[i+1]
		for _, v := range s.rest[first:end] {
			if column, common := columnOf[v]; common {
				s.grid.add(uint32(i), column)
			} else {
				kept = append(kept, v)
			}
		}
		first, s.offsets[i+1] = end, uint32(len(kept))
	}
	s.rest = slices.Clone(kept)
}

func (g *grid) add(i uint32, column int) { g.words[int(i)*g.width+column/64] |= 1 << (column % 64) }

func (g *grid) row(i uint32) []uint64 { return g.words[int(i)*g.width:][:g.width] }

// count adds to counts, which has a place for each column, how many of a set have the values of the columns from first
// to before end. Others that share their words may be counted, too.
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

// tally adds to counts[i] how many of the words have bit i. It looks at no bit of its own: eight words are added as 64
// sums side by side, whose ones, twos and fours are words, and their eights go to bytes. So there must be fewer than
// 256 times 8 words.
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

// addBits adds the bits of three words at each place.
func addBits(a, b, c uint64) (ones, twos uint64) {
	either := a ^ b
	return either ^ c, a&b | either&c
}
