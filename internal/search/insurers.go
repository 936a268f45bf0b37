package search

import (
	"slices"

	"findcare/models"
)

// insurers says which terms mean an insurer: its id, which the coverage of providers has, and the labels that are one
// of its names. Segments have the terms as the documents have them, so that an insurer who gets another name changes no
// segment: only this changes, with the glossary and the dictionaries.
type insurers struct {
	names       models.InsurerNames
	labels, ids *dictionary
	byCode      map[uint32]*models.Insurer // of its id
	// terms are those that mean an insurer, by the code of its id.
	terms map[uint32][]term
	// ofLabel is the code of the insurer's id, by the code of the head of a label.
	ofLabel map[uint32]uint32
}

// newInsurers returns before where it still holds.
func newInsurers(names models.InsurerNames, d *dictionaries, before *insurers) *insurers {
	labels, ids := d[FieldInsurances], d[FieldInsurers]
	if before != nil && before.labels == labels && before.ids == ids && slices.Equal(before.names.All, names.All) {
		return before
	}
	x := &insurers{
		names: names, labels: labels, ids: ids,
		byCode: make(map[uint32]*models.Insurer), terms: make(map[uint32][]term), ofLabel: make(map[uint32]uint32),
	}
	for _, insurer := range names.All {
		code := ids.codes[insurer.ID]
		x.byCode[code] = insurer
		x.terms[code] = []term{termOf(FieldInsurers, code)}
	}
	for _, head := range labels.heads {
		insurer, known := names.Find(labels.values[head])
		if !known {
			continue
		}
		code := ids.codes[insurer.ID]
		x.ofLabel[head] = code
		for _, spelling := range labels.spellingsOf(labels.keys[head]) {
			x.terms[code] = append(x.terms[code], termOf(FieldInsurances, spelling))
		}
	}
	return x
}

// codeInsurers gives the id of every insurer its code, also of those whom no provider takes.
func (e *encoder) codeInsurers(glossary *Glossary) {
	for _, insurer := range glossary.Insurers.All {
		e.code(FieldInsurers, insurer.ID)
	}
}

// insurerPostings are the providers of a segment who take each insurer.
type insurerPostings struct {
	of      *insurers
	byCode  map[uint32]postings
	entries []fieldEntry // the same, those with providers
	cost    int          // of counting them, in the unit of countCost
}

// insurerPostings returns them as they are now. A segment makes them when it is first asked for them.
func (s *segment) insurerPostings(of *insurers) *insurerPostings {
	if made := s.insurers.Load(); made != nil && made.of == of {
		return made
	}
	made := &insurerPostings{of: of, byCode: make(map[uint32]postings, len(of.terms))}
	for code, terms := range of.terms {
		p := s.anyOf(terms)
		made.byCode[code] = p
		if p.size > 0 {
			made.entries = append(made.entries, fieldEntry{code, p})
			made.cost += p.countCost(len(s.providers))
		}
	}
	s.insurers.Store(made)
	return made
}

// anyOf returns who has any of the terms.
func (s *segment) anyOf(terms []term) postings {
	var only []postings
	for _, t := range terms {
		if p := s.fields[t.field()].postings[t.code()]; p.size > 0 {
			only = append(only, p)
		}
	}
	switch len(only) {
	case 0:
		return postings{}
	case 1:
		return only[0]
	}
	b := newBitset(len(s.providers))
	for _, p := range only {
		p.addTo(b)
	}
	var list []uint32
	b.each(func(i uint32) bool {
		list = append(list, i)
		return true
	})
	return newPostings(list, len(s.providers))
}

// InInsurer restricts the query to those who take an insurer, as In does.
func (q *Query) InInsurer(id string) { q.add("", fields, q.matchInsurance(nil, []string{id})) }

// AnyInsurance matches who has any of the labels, whatever their case and accents, or takes any of the insurers, which
// are given by their ids.
func (q *Query) AnyInsurance(filter string, labels, ids []string) {
	q.add(filter, FieldInsurances, q.matchInsurance(labels, ids))
}

func (q *Query) matchInsurance(labels, ids []string) func(v *view) bitset {
	ofLabels := q.matchSpelling(FieldInsurances, labels)
	codes, of := q.index.dictionaries.codes(FieldInsurers, ids), q.index.vocabulary.insurers
	return func(v *view) bitset {
		if len(codes) == 0 {
			return ofLabels(v)
		}
		takers := v.union(v.insurerPostings(of).byCode, codes)
		if len(labels) == 0 {
			return takers
		}
		takers = slices.Clone(takers)
		takers.or(ofLabels(v))
		return takers
	}
}

// insurerCounts returns how many take each insurer, by the code of its id.
func (r *Results) insurerCounts() []int {
	of := r.query.index.vocabulary.insurers
	counts := make([]int, len(of.ids.values))
	for _, e := range r.evaluated {
		e.countInsurers(e.insurerPostings(of), counts)
	}
	return counts
}

// countInsurers adds the view's counts, by reading the matches where they are few, and else by the postings.
func (e *evaluation) countInsurers(takers *insurerPostings, counts []int) {
	matches, all, borrowed := e.facetMatches(FieldInsurances)
	if borrowed {
		defer scratchWords.release(matches)
	}
	if all {
		matches = e.all()
	}
	const lookCost = 16 // what looking for one match costs, in the unit of countCost: mostly waiting for memory
	if matches.count()*len(takers.entries)*lookCost >= takers.cost {
		addCounts(counts, takers.entries, matches)
		return
	}
	matches.each(func(i uint32) bool {
		for _, entry := range takers.entries {
			if entry.contains(i) {
				counts[entry.code]++
			}
		}
		return true
	})
}

// insuranceCounts replaces the counts of labels that mean insurers by those of the insurers, which come after them.
func (r *Results) insuranceCounts(ofLabels []int) []int {
	for head := range r.query.index.vocabulary.insurers.ofLabel {
		ofLabels[head] = 0
	}
	return append(ofLabels, r.insurerCounts()...)
}

// insurerOf returns the insurer of a code of insuranceCounts; false for that of a label.
func (x *Index) insurerOf(f Field, code uint32) (insurer *models.Insurer, ok bool) {
	labels := len(x.dictionaries[FieldInsurances].values)
	if f != FieldInsurances || int(code) < labels {
		return nil, false
	}
	insurer, ok = x.vocabulary.insurers.byCode[code-uint32(labels)]
	return insurer, ok
}
