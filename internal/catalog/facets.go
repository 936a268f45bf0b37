package catalog

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
	"strings"

	"findcare/models"
)

// ProviderFacets counts the values of all who match. Each facet leaves its own filter out.
type ProviderFacets struct{ connection *ProviderConnection }

// Facets counts the values of all who match, not only of the page.
func (c ProviderConnection) Facets() ProviderFacets { return ProviderFacets{&c} }

// ConditionCount is how many of all who match treat a condition.
type ConditionCount struct {
	Condition Condition
	Count     int
}

// TreatmentCount is how many of all who match offer a treatment.
type TreatmentCount struct {
	Treatment Treatment
	Count     int
}

// CredentialCount is how many of all who match hold a credential.
type CredentialCount struct {
	Credential Credential
	Count      int
}

// ValueCount is how many of all who match have a value.
type ValueCount struct {
	Value string
	Count int
}

// count returns how many have each value of a field, by the code of its first spelling.
func (f ProviderFacets) count(of field) []int {
	dictionary := f.connection.snapshot.dictionaries[of]
	counts := make([]int, len(dictionary.values))
	for _, e := range f.connection.evaluated {
		e.countFacet(of, counts)
	}
	for head, spellings := range dictionary.spellings {
		for _, code := range spellings[1:] {
			counts[head] += counts[code]
			counts[code] = 0
		}
	}
	return counts
}

// countFacet adds the view's counts. It goes the cheapest way: what is known already where everybody matches, what
// each match has where there are few matches, the providers of each value where there are many.
func (e *evaluation) countFacet(f field, counts []int) {
	index := &e.fields[f]
	matches, all, onLoan := e.facetMatches(f)
	for _, double := range e.doubles[f] { // who has two spellings of a value has it once
		if all && e.isLive(double.ordinal) || !all && matches.contains(double.ordinal) {
			counts[double.code]--
		}
	}
	if onLoan {
		defer scratchWords.give(matches)
	}
	if all {
		for _, entries := range [][]fieldEntry{index.common, index.rest} {
			for _, entry := range entries {
				counts[entry.code] += entry.size - e.gone[f][entry.code]
			}
		}
		return
	}
	n := e.facetCount(f, matches)
	e.countCommon(f, matches, n, counts)
	e.countRest(f, matches, n, counts)
}

// countCommon counts the values in the grid. Its columns are counted at once for all facets without a filter of their
// own.
func (e *evaluation) countCommon(f field, matches bitset, n int, counts []int) {
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

// countRest counts the values that are not in the grid.
func (e *evaluation) countRest(f field, matches bitset, n int, counts []int) {
	// What reading what a match has beyond its row costs, in the unit of countCost.
	const restCost = 30
	if n*restCost > e.fields[f].restCost {
		addCounts(counts, e.fields[f].rest, matches)
		return
	}
	for at, word := range matches {
		for ; word != 0; word &= word - 1 {
			for _, v := range e.restOf(uint32(at*64 + bits.TrailingZeros64(word))) {
				if v.field() == f {
					counts[v.code()]++
				}
			}
		}
	}
}

// addCounts counts the values of some entries by the providers of each.
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

// filtered tells whether a facet has a filter of its own.
func (e *evaluation) filtered(f field) bool {
	return slices.ContainsFunc(e.query.clauses, func(c clause) bool { return c.facet == f })
}

// facetMatches returns who matches without the facet's own filter, whether that is everybody, and whether the set is on
// loan from scratchWords.
func (e *evaluation) facetMatches(f field) (matches bitset, all, onLoan bool) {
	if !slices.ContainsFunc(e.query.clauses, func(c clause) bool { return c.facet != f }) {
		return nil, true, false
	}
	if !e.filtered(f) {
		return e.matches, false, false
	}
	matches, onLoan = e.except(func(c *clause) bool { return c.facet == f }, true)
	return matches, false, onLoan
}

// facetCount is how many of facetMatches there are.
func (e *evaluation) facetCount(f field, matches bitset) int {
	if e.filtered(f) {
		return matches.count()
	}
	return e.count
}

// usualFacets and mostFacets say how many values a facet gives.
const (
	usualFacets = 20
	usualStates = 60
	mostFacets  = 1000
)

// top returns the values that most have, most first, then by name. The name of a value is what key gives for its code,
// folded.
func (f ProviderFacets) top(
	of field,
	first *int,
	usual int,
	key func(code int) (name string, known bool),
) ([]ValueCount, error) {
	if first == nil {
		first = &usual
	}
	if *first < 0 || *first > mostFacets {
		return nil, models.BadInput("first: %d must be from 0 to %d", *first, mostFacets)
	}
	counts := f.count(of)
	order := make([]uint64, 0, len(counts)) // the count, so that most come first, and the code
	for code, n := range counts {
		if n > 0 {
			order = append(order, uint64(math.MaxUint32-n)<<32|uint64(code))
		}
	}
	slices.Sort(order)
	top := make([]ValueCount, 0, min(*first, len(order)))
	for len(top) < *first && len(order) > 0 {
		same := 1
		for same < len(order) && order[same]>>32 == order[0]>>32 {
			same++
		}
		top = f.appendByName(top, of, *first, order[:same], int(math.MaxUint32-order[0]>>32), key)
		order = order[same:]
	}
	return top, nil
}

// appendByName appends values that as many have, in the order of their names, until there are so many as are wanted.
func (f ProviderFacets) appendByName(
	top []ValueCount, of field, wanted int, codes []uint64, count int, key func(code int) (name string, known bool),
) []ValueCount {
	type named struct {
		name string
		code uint32
	}
	var space [8]named
	list := space[:0]
	for _, entry := range codes {
		code := uint32(entry & math.MaxUint32)
		if name, known := key(int(code)); known {
			list = append(list, named{name, code})
		}
	}
	snapshot := f.connection.snapshot
	values := snapshot.dictionaries[of].values
	slices.SortFunc(list, func(a, b named) int {
		return cmp.Or(strings.Compare(a.name, b.name), strings.Compare(values[a.code], values[b.code]))
	})
	for _, n := range list[:min(len(list), wanted-len(top))] {
		top = append(top, ValueCount{snapshot.spelling(of, n.code), count})
	}
	return top
}

// spelling is how a value is shown that is given by the code of its first spelling: as most providers of the directory
// spell it, and of those that as many have, the first by its characters.
func (s *Snapshot) spelling(f field, head uint32) string {
	dictionary := s.dictionaries[f]
	shown, most := dictionary.values[head], -1
	for _, code := range dictionary.spellings[head] {
		value, providers := dictionary.values[code], s.having(f, code)
		if providers > most || providers == most && value < shown {
			shown, most = value, providers
		}
	}
	return shown
}

// having is how many providers have a value, spelled so.
func (s *Snapshot) having(f field, code uint32) (providers int) {
	for _, v := range s.views {
		providers += v.count(f, code)
	}
	return providers
}

func (f ProviderFacets) values(of field, first *int, usual int) ([]ValueCount, error) {
	keys := f.connection.snapshot.dictionaries[of].keys
	return f.top(of, first, usual, func(code int) (string, bool) { return keys[code], true })
}

// topDocuments is top of documents, of which those that are gone are left out.
func topDocuments[T entity, C any](
	f ProviderFacets,
	of field,
	in table[T],
	first *int,
	count func(T, int) C,
) ([]C, error) {
	ids := f.connection.snapshot.dictionaries[of].values
	top, err := f.top(of, first, usualFacets, func(code int) (string, bool) {
		document, ok := in.byID[ids[code]]
		if !ok {
			return "", false
		}
		return document.sortKey(), true
	})
	counts := make([]C, len(top))
	for i, v := range top {
		counts[i] = count(in.byID[v.Value], v.Count)
	}
	return counts, err
}

// Conditions counts who treats what.
func (f ProviderFacets) Conditions(first *int) ([]ConditionCount, error) {
	return topDocuments(
		f,
		fieldConditions,
		f.connection.snapshot.conditions,
		first,
		func(c Condition, n int) ConditionCount { return ConditionCount{c, n} },
	)
}

// Treatments counts who offers what.
func (f ProviderFacets) Treatments(first *int) ([]TreatmentCount, error) {
	return topDocuments(
		f,
		fieldTreatments,
		f.connection.snapshot.treatments,
		first,
		func(t Treatment, n int) TreatmentCount { return TreatmentCount{t, n} },
	)
}

// Credentials counts who holds what.
func (f ProviderFacets) Credentials(first *int) ([]CredentialCount, error) {
	return topDocuments(
		f,
		fieldCredentials,
		f.connection.snapshot.credentials,
		first,
		func(c Credential, n int) CredentialCount { return CredentialCount{c, n} },
	)
}

// States counts who practises where, by two-letter code.
func (f ProviderFacets) States(first *int) ([]ValueCount, error) {
	return f.values(fieldStates, first, usualStates)
}

// Cities counts who practises where, as "Flint, Michigan".
func (f ProviderFacets) Cities(first *int) ([]ValueCount, error) {
	return f.values(fieldCities, first, usualFacets)
}

// Languages counts who speaks what.
func (f ProviderFacets) Languages(first *int) ([]ValueCount, error) {
	return f.values(fieldLanguages, first, usualFacets)
}

// Insurances counts who takes what.
func (f ProviderFacets) Insurances(first *int) ([]ValueCount, error) {
	return f.values(fieldInsurances, first, usualFacets)
}

// SessionFormats counts who meets how.
func (f ProviderFacets) SessionFormats() ([]ValueCount, error) {
	return f.values(fieldSessionFormats, nil, usualFacets)
}

// AgeGroups counts who works with whom.
func (f ProviderFacets) AgeGroups() ([]ValueCount, error) {
	return f.values(fieldAgeGroups, nil, usualFacets)
}

// Widening says how many would match without one of the filters.
type Widening struct {
	WithoutFilter string
	TotalCount    int
}

// Widenings tells, where nothing matched, which single filter to leave out, most matches first.
func (c ProviderConnection) Widenings() []Widening {
	widenings := []Widening{}
	if c.total > 0 {
		return widenings
	}
	for i := range c.query.clauses {
		name := c.query.clauses[i].name
		if name == "" {
			continue
		}
		w := Widening{WithoutFilter: name}
		for _, e := range c.evaluated {
			matches, onLoan := e.except(func(left *clause) bool { return left.name == name }, true)
			w.TotalCount += matches.count()
			if onLoan {
				scratchWords.give(matches)
			}
		}
		if w.TotalCount > 0 {
			widenings = append(widenings, w)
		}
	}
	slices.SortFunc(widenings, func(a, b Widening) int {
		return cmp.Or(cmp.Compare(b.TotalCount, a.TotalCount), cmp.Compare(a.WithoutFilter, b.WithoutFilter))
	})
	return widenings
}
