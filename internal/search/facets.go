package search

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
	"strings"

	"findcare/models"
)

// Facet returns the values of a field that most matches have, most first, then by name, and at most so many. A facet
// ignores the clauses of its own field.
//
// The name of a value is what name returns, and the folded value where name is nil; values for which it returns false
// are left out. What is returned of a value is what entry makes of it.
func Facet[E any](
	r *Results, f Field, limit int, name func(value string) (string, bool), entry func(value string, count int) E,
) []E {
	counts := r.counts(f)
	order := make([]uint64, 0, len(counts)) // the count, so that most come first, and the code
	for code, n := range counts {
		if n > 0 {
			order = append(order, uint64(math.MaxUint32-n)<<32|uint64(code))
		}
	}
	slices.Sort(order)
	top := make([]E, 0, min(limit, len(order)))
	for len(top) < limit && len(order) > 0 {
		same := 1
		for same < len(order) && order[same]>>32 == order[0]>>32 {
			same++
		}
		count := int(math.MaxUint32 - order[0]>>32)
		var space [8]namedCode
		named := r.appendByName(space[:0], f, order[:same], name)
		for _, n := range named[:min(len(named), limit-len(top))] {
			top = append(top, entry(r.query.index.shown(f, n.code), count))
		}
		order = order[same:]
	}
	return top
}

type namedCode struct {
	name string
	code uint32
}

// appendByName appends the codes of values that equally many have in the order of their names.
func (r *Results) appendByName(
	list []namedCode, f Field, codes []uint64, name func(value string) (string, bool),
) []namedCode {
	dictionary := r.query.index.dictionaries[f]
	for _, entry := range codes {
		code := uint32(entry & math.MaxUint32)
		if insurer, is := r.query.index.insurerOf(f, code); is {
			list = append(list, namedCode{models.Fold(insurer.Name), code})
		} else if name == nil {
			list = append(list, namedCode{dictionary.keys[code], code})
		} else if text, ok := name(dictionary.values[code]); ok {
			list = append(list, namedCode{text, code})
		}
	}
	shown := func(c namedCode) string {
		if int(c.code) < len(dictionary.values) {
			return dictionary.values[c.code]
		}
		return "" // an insurer, before a label that reads the same
	}
	slices.SortFunc(list, func(a, b namedCode) int {
		return cmp.Or(strings.Compare(a.name, b.name), strings.Compare(shown(a), shown(b)), cmp.Compare(a.code, b.code))
	})
	return list
}

// counts returns how many have each value of a field, by the code of its head.
func (r *Results) counts(f Field) []int {
	if f == FieldInsurers {
		return r.insurerCounts()
	}
	dictionary := r.query.index.dictionaries[f]
	counts := make([]int, len(dictionary.values))
	for _, e := range r.evaluated {
		e.countFacet(f, counts)
	}
	for head, spellings := range dictionary.spellings {
		for _, code := range spellings[1:] {
			counts[head] += counts[code]
			counts[code] = 0
		}
	}
	if f == FieldInsurances {
		return r.insuranceCounts(counts)
	}
	return counts
}

// countFacet adds the view's counts, in the cheapest way: by what is known already where everybody matches, by the
// terms of each match where there are few matches, and by the postings of each value where there are many.
func (e *evaluation) countFacet(f Field, counts []int) {
	index := &e.fields[f]
	matches, all, borrowed := e.facetMatches(f)
	for _, r := range e.respelled[f] { // who has two spellings of a value has it once
		if all && e.isLive(r.ordinal) || !all && matches.contains(r.ordinal) {
			counts[r.code]--
		}
	}
	if borrowed {
		defer scratchWords.release(matches)
	}
	if all {
		for _, entries := range [][]fieldEntry{index.common, index.rest} {
			for _, entry := range entries {
				counts[entry.code] += entry.size - e.dead[f][entry.code]
			}
		}
		return
	}
	n := e.count
	if e.filtered(f) {
		n = matches.count()
	}
	e.countCommon(f, matches, n, counts)
	e.countRest(f, matches, n, counts)
}

// countCommon counts the terms in the grid. Its columns are counted at once for all facets without a filter of their
// own.
func (e *evaluation) countCommon(f Field, matches bitset, n int, counts []int) {
	// What reading a row of the grid costs, in the unit of countCost: mostly waiting for memory.
	const rowCost = 40
	index := &e.fields[f]
	filtered, cost := e.filtered(f), e.commonCost
	if filtered {
		cost = index.commonCost
	}
	if n*rowCost > cost {
		addCounts(counts, index.common, matches)
		return
	}
	columns := e.columns
	if filtered {
		columns = make([]uint32, len(e.grid.columns))
		e.grid.count(matches, index.firstColumn, index.firstColumn+len(index.common), columns)
	} else if columns == nil {
		columns = make([]uint32, len(e.grid.columns))
		e.grid.count(matches, 0, len(columns), columns)
		e.columns = columns
	}
	for i, entry := range index.common {
		counts[entry.code] += int(columns[index.firstColumn+i])
	}
}

// countRest counts the terms that are not in the grid.
func (e *evaluation) countRest(f Field, matches bitset, n int, counts []int) {
	// What reading the terms of a match beyond its row costs, in the unit of countCost.
	const restCost = 30
	if n*restCost > e.fields[f].restCost {
		addCounts(counts, e.fields[f].rest, matches)
		return
	}
	for at, word := range matches {
		for ; word != 0; word &= word - 1 {
			for _, t := range e.restOf(uint32(at*64 + bits.TrailingZeros64(word))) {
				if t.field() == f {
					counts[t.code()]++
				}
			}
		}
	}
}

// addCounts counts the values of some entries by their postings.
func addCounts(counts []int, entries []fieldEntry, matches bitset) {
	var sets [4]bitset // that are counted together
	var codes [4]uint32
	n := 0
	for _, entry := range entries {
		if entry.words == nil {
			counts[entry.code] += entry.countIn(matches)
			continue
		}
		sets[n], codes[n] = entry.words, entry.code
		if n++; n == len(sets) {
			for i, count := range matches.andCounts(&sets) {
				counts[codes[i]] += count
			}
			n = 0
		}
	}
	for i := range n {
		counts[codes[i]] += sets[i].andCount(matches)
	}
}

// filtered reports whether a facet has a filter of its own.
func (e *evaluation) filtered(f Field) bool {
	return slices.ContainsFunc(e.query.clauses, func(c clause) bool { return c.facet == f })
}

// facetMatches returns who matches without the facet's own filter, whether that is everybody, and whether the set is
// borrowed from scratchWords.
func (e *evaluation) facetMatches(f Field) (matches bitset, all, borrowed bool) {
	if !slices.ContainsFunc(e.query.clauses, func(c clause) bool { return c.facet != f }) {
		return nil, true, false
	}
	if !e.filtered(f) {
		return e.matches, false, false
	}
	matches, borrowed = e.except(func(c *clause) bool { return c.facet == f }, true)
	return matches, false, borrowed
}
