package search

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
)

// A block is so many providers that are scored together, so that what is added up stays in the processor's cache.
const (
	blockWords = 64
	blockSize  = 64 * blockWords
)

// scorer scores the matches of a text, block by block. The score of a provider is the sum over the parts of the text,
// of each of which the best source counts.
type scorer struct {
	parts  [][]*blockSource
	scores [blockSize]uint16 // of the present block; those of providers who do not match mean nothing
}

// blockSource has the providers of all sources with one score, and those of them in the present block.
type blockSource struct {
	score int
	postings
	borrowed bool               // whether the bitset of the postings is borrowed from scratchWords
	next     int                // the index in the list of the first provider who is not in an earlier block
	words    bitset             // in the present block
	own      [blockWords]uint64 // room for words
}

func newScorer(q *textQuery, v *view) *scorer {
	s := &scorer{}
	for i := range q.ranks {
		var part []*blockSource
		sources := v.sources(&q.ranks[i])
		slices.SortStableFunc(sources, func(a, b source) int { return cmp.Compare(b.score, a.score) })
		for len(sources) > 0 {
			same := 1
			for same < len(sources) && sources[same].score == sources[0].score {
				same++
			}
			part = append(part, newBlockSource(v, sources[:same]))
			sources = sources[same:]
		}
		s.parts = append(s.parts, part)
	}
	return s
}

func newBlockSource(v *view, same []source) *blockSource {
	if len(same) == 1 {
		return &blockSource{score: same[0].score, postings: same[0].postings}
	}
	all := borrowBitset(len(v.providers))
	for _, source := range same {
		source.addTo(all)
	}
	return &blockSource{score: same[0].score, postings: postings{words: all}, borrowed: true}
}

func (s *scorer) release() {
	for _, part := range s.parts {
		for _, source := range part {
			if source.borrowed {
				scratchWords.release(source.postings.words)
			}
		}
	}
}

// enter goes on to a later block, in which some providers match, and returns the highest score that one of them can
// have.
func (s *scorer) enter(first int, matches bitset) (highest int) {
	for _, part := range s.parts {
		best := 0
		for _, source := range part {
			if source.enter(first, len(matches)) && best == 0 && source.words.meets(matches) {
				best = source.score // the others have lower ones
			}
		}
		highest += best
	}
	return highest
}

// enter reports whether there may be providers in the block.
func (s *blockSource) enter(first, words int) bool {
	if s.postings.words != nil {
		s.words = s.postings.words[first : first+words]
		return true
	}
	low, high := uint32(first*64), uint32((first+words)*64)
	for s.next < len(s.list) && s.list[s.next] < low {
		s.next++
	}
	s.words = nil
	for ; s.next < len(s.list) && s.list[s.next] < high; s.next++ {
		if s.words == nil {
			s.own = [blockWords]uint64{}
			s.words = s.own[:words]
		}
		s.words.add(s.list[s.next] - low)
	}
	return s.words != nil
}

// score scores the matches in the block.
func (s *scorer) score(matches bitset) {
	clear(s.scores[:])
	var left [blockWords]uint64
	for _, part := range s.parts {
		copy(left[:], matches)
		for _, source := range part {
			for at, word := range source.words {
				word &= left[at]
				left[at] &^= word
				for ; word != 0; word &= word - 1 {
					s.scores[at*64+bits.TrailingZeros64(word)] += uint16(source.score)
				}
			}
		}
	}
}

// gatherRelevant is gather in the order ByRelevance. On the first page it passes over blocks in which nobody can have a
// better score than those found already: among equals, who comes first by name is found first.
func (e *evaluation) gatherRelevant(r *Results, page *Page) {
	g := gathering{results: r, page: page, best: topRows{size: page.Size + 1, last: page.Backward}}
	s := newScorer(e.query.text, e.view)
	defer s.release()
	first := page.isFirst()
	for at := 0; at < len(e.matches); at += blockWords {
		matches := e.matches[at:min(at+blockWords, len(e.matches))]
		if matches.next(0) < 0 {
			continue
		}
		highest := uint64(s.enter(at, matches))
		if first && g.best.rejects(math.MaxUint16-highest) {
			continue
		}
		s.score(matches)
		for i, word := range matches {
			for ; word != 0; word &= word - 1 {
				bit := i*64 + bits.TrailingZeros64(word)
				primary := math.MaxUint16 - uint64(s.scores[bit])
				if !first || !g.best.rejects(primary) {
					g.add(Row{e.view, uint32(at*64 + bit), primary})
				}
			}
		}
	}
	r.Rows = append(r.Rows, g.best.rows...)
}
