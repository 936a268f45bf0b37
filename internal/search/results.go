package search

import (
	"cmp"
	"slices"
)

// Page says which rows of the results are wanted.
type Page struct {
	Order Order
	// Recommendation is what the order ByRecommendation goes by.
	Recommendation Recommendation
	// After and Before are where the page begins and ends, both exclusive; nil is without a limit.
	After, Before *Position
	// Size is the maximum number of rows. They are the first ones within the limits or, Backward, the last ones.
	Size     int
	Backward bool
}

// isFirst reports whether the page is the first one.
func (p *Page) isFirst() bool { return p.After == nil && p.Before == nil && !p.Backward }

// Results are a page of the providers that match a query, and what facets need to count all of them.
type Results struct {
	Rows []Row
	// Total is the number of all who match.
	Total int
	// More and Less report whether there are matches after the page, and before it.
	More, Less bool

	query     *Query
	evaluated []*evaluation // one per view
}

// Run evaluates the query. Nothing may be added to it afterwards.
func (q *Query) Run(page Page) *Results {
	r := &Results{query: q}
	for _, v := range q.index.views {
		e := newEvaluation(v, q)
		r.evaluated = append(r.evaluated, e)
		r.Total += e.count
	}
	for _, e := range r.evaluated {
		e.rank(&page)
		e.collect(r, &page)
		e.primary = nil // each row has its own
	}
	slices.SortFunc(r.Rows, compareRows)
	if len(r.Rows) > page.Size {
		if page.Backward {
			r.Rows, r.Less = r.Rows[len(r.Rows)-page.Size:], true
		} else {
			r.Rows, r.More = r.Rows[:page.Size], true
		}
	}
	return r
}

// Miles returns the distance from the query's circle to the nearest location of a row; false where the query has no
// circle or the row no location.
func (r *Results) Miles(row Row) (float64, bool) {
	if r.query.near == nil {
		return 0, false
	}
	chord, ok := row.view.geo.chord(row.ordinal, r.query.near.center)
	return milesOf(chord), ok
}

// IsNear reports whether a row has a location in the query's circle.
func (r *Results) IsNear(row Row) bool {
	if r.query.near == nil {
		return false
	}
	chord, ok := row.view.geo.chord(row.ordinal, r.query.near.center)
	return ok && chord <= r.query.near.chord
}

// Has reports whether a row has a value, spelled so.
func (r *Results) Has(row Row, f Field, value string) bool {
	code, ok := r.query.index.dictionaries[f].find(value)
	return ok && row.view.fields[f].postings[code].contains(row.ordinal)
}

// Widening is how many would match without one of the filters.
type Widening struct {
	Filter string
	Count  int
}

// Widenings says, where nothing matched, which single filter to leave out, most matches first.
func (r *Results) Widenings() []Widening {
	if r.Total > 0 {
		return nil
	}
	var widenings []Widening
	for i := range r.query.clauses {
		filter := r.query.clauses[i].filter
		if filter == "" || slices.ContainsFunc(widenings, func(w Widening) bool { return w.Filter == filter }) {
			continue
		}
		w := Widening{Filter: filter}
		for _, e := range r.evaluated {
			matches, borrowed := e.except(func(c *clause) bool { return c.filter == filter }, true)
			w.Count += matches.count()
			if borrowed {
				scratchWords.release(matches)
			}
		}
		if w.Count > 0 {
			widenings = append(widenings, w)
		}
	}
	slices.SortFunc(widenings, func(a, b Widening) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Filter, b.Filter))
	})
	return widenings
}

// evaluation is a query over one view.
type evaluation struct {
	*view
	query   *Query
	sets    []bitset // of the clauses
	matches bitset
	count   int
	columns []uint32            // how many matches have the term of each column of the grid, once they were counted
	primary func(uint32) uint64 // nil in the orders ByName and ByRelevance
	// permutation has all ordinals by primary, nil where there is none.
	permutation []uint32
}

func newEvaluation(v *view, q *Query) *evaluation {
	e := &evaluation{view: v, query: q, sets: make([]bitset, len(q.clauses))}
	for i := range q.clauses {
		e.sets[i] = q.clauses[i].match(v)
	}
	e.matches, _ = e.except(nil, false)
	e.count = v.size
	if len(q.clauses) > 0 {
		e.count = e.matches.count()
	}
	return e
}

// except returns who matches all clauses but those for which leave returns true. The set must not be changed. Where it
// is borrowed, which only happens with borrow, it is to be released to scratchWords.
func (e *evaluation) except(leave func(*clause) bool, borrow bool) (all bitset, borrowed bool) {
	own := false // whether all is a set of our own
	and := func(b bitset) {
		switch {
		case all == nil:
			all = b
		case own:
			all.and(b)
		default:
			var both bitset
			if borrow {
				both = scratchWords.borrow(len(b))
			} else {
				both = make(bitset, len(b))
			}
			other := all[:len(b)]
			for i, word := range b {
				both[i] = word & other[i]
			}
			all, own = both, true
		}
	}
	if e.live != nil {
		and(e.live)
	}
	for i := range e.sets {
		if leave == nil || !leave(&e.query.clauses[i]) {
			and(e.sets[i])
		}
	}
	if all == nil {
		return e.full, false
	}
	return all, own && borrow
}
