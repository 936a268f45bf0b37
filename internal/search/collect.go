package search

import (
	"math"
	"slices"
)

// collect adds the view's part of a page to the rows: the first ones after the page's beginning or, backward, the last
// ones before its end, and one more where there is one.
func (e *evaluation) collect(r *Results, page *Page) {
	switch {
	case e.count == 0:
	case page.Order == ByRelevance:
		e.gatherRelevant(r, page)
	case page.Order == ByDistance && page.isFirst():
		e.gatherNearest(r, page)
	case e.primary == nil:
		e.collectByName(r, page)
	case e.permutation != nil && e.isDense():
		e.walk(r, page)
	default:
		e.gather(r, page, e.matches)
	}
}

// isDense reports whether so many match that going along a permutation soon finds enough of them.
func (e *evaluation) isDense() bool {
	const dense = 64
	return e.count > len(e.providers)/dense
}

// collectByName goes by ordinals, which are in the order of names.
func (e *evaluation) collectByName(r *Results, page *Page) {
	low, high := 0, len(e.providers) // of the ordinals within the limits
	if page.After != nil {
		low = e.search(page.After, 0)
		r.Less = r.Less || e.matches.previous(low-1) >= 0
	}
	if page.Before != nil {
		high = e.search(page.Before, -1)
		r.More = r.More || e.matches.next(high) >= 0
	}
	r.Rows = slices.Grow(r.Rows, min(page.Size+1, e.count))
	if !page.Backward {
		for i, n := e.matches.next(low), 0; i >= 0 && i < high && n <= page.Size; i, n = e.matches.next(i+1), n+1 {
			r.Rows = append(r.Rows, Row{e.view, uint32(i), 0})
		}
		return
	}
	for i, n := e.matches.previous(high-1), 0; i >= low && n <= page.Size; i, n = e.matches.previous(i-1), n+1 {
		r.Rows = append(r.Rows, Row{e.view, uint32(i), 0})
	}
}

// search returns how many ordinals are before the position or, with at 0, up to it.
func (e *evaluation) search(p *Position, at int) int {
	low, high := 0, len(e.providers)
	for low < high {
		middle := (low + high) / 2
		if p.compare(e.row(uint32(middle))) <= at {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

func (e *evaluation) row(i uint32) Row {
	r := Row{view: e.view, ordinal: i}
	if e.primary != nil {
		r.primary = e.primary(i)
	}
	return r
}

// walk goes along the permutation.
func (e *evaluation) walk(r *Results, page *Page) {
	place := func(p *Position, at int) int {
		i, _ := slices.BinarySearchFunc(e.permutation, p, func(i uint32, p *Position) int {
			if p.compare(e.row(i)) <= at {
				return -1
			}
			return 1
		})
		return i
	}
	low, high := 0, len(e.permutation)
	if page.After != nil {
		low = place(page.After, 0)
		r.Less = r.Less || slices.ContainsFunc(e.permutation[:low], e.matches.contains)
	}
	if page.Before != nil {
		high = place(page.Before, -1)
		r.More = r.More || slices.ContainsFunc(e.permutation[high:], e.matches.contains)
	}
	found := 0
	for at := low; at < high && found <= page.Size; at++ {
		i := e.permutation[at]
		if page.Backward {
			i = e.permutation[high-1-(at-low)]
		}
		if e.matches.contains(i) {
			r.Rows = append(r.Rows, e.row(i))
			found++
		}
	}
}

// gather looks at every match and keeps the best in a heap.
func (e *evaluation) gather(r *Results, page *Page, matches bitset) {
	g := gathering{results: r, page: page, best: topRows{size: page.Size + 1, last: page.Backward}}
	matches.each(func(i uint32) bool {
		g.add(e.row(i))
		return true
	})
	r.Rows = append(r.Rows, g.best.rows...)
}

// gatherNearest is gather of the first page in the order ByDistance. Where there are many matches it looks at those in
// smaller circles first.
func (e *evaluation) gatherNearest(r *Results, page *Page) {
	const many, wanted = 1000, 4
	near := e.query.near
	for smaller := math.Sqrt(float64(e.count) / float64(wanted*(page.Size+1))); smaller > 2; smaller /= 2 {
		if e.count < many {
			break
		}
		inside := borrowBitset(len(e.providers))
		e.geo.addWithin(near.within(near.miles/smaller), inside)
		inside.and(e.matches)
		enough := inside.count() > page.Size
		if enough {
			e.gather(r, page, inside) // everybody else is farther away
		}
		scratchWords.release(inside)
		if enough {
			return
		}
	}
	e.gather(r, page, e.matches)
}

// gathering picks the rows of a page out of rows in any order.
type gathering struct {
	results *Results
	page    *Page
	best    topRows
}

func (g *gathering) add(row Row) {
	early := g.page.After != nil && g.page.After.compare(row) <= 0
	late := g.page.Before != nil && g.page.Before.compare(row) >= 0
	g.results.Less, g.results.More = g.results.Less || early, g.results.More || late
	if !early && !late {
		g.best.offer(row)
	}
}

// topRows keeps the first rows that it is offered, in the order of compareRows, or the last ones.
type topRows struct {
	size int
	last bool
	rows []Row // a heap with the worst row on top
}

// worse reports whether a is dropped before b.
func (t *topRows) worse(a, b Row) bool { return (compareRows(a, b) > 0) != t.last }

// rejects reports whether a row with a primary, which comes after all that were offered, is none of the first ones.
func (t *topRows) rejects(primary uint64) bool {
	return len(t.rows) == t.size && (t.size == 0 || t.rows[0].primary <= primary)
}

func (t *topRows) offer(r Row) {
	switch {
	case t.size == 0:
	case len(t.rows) < t.size:
		t.rows = append(t.rows, r)
		t.siftUp(len(t.rows) - 1)
	case t.worse(t.rows[0], r):
		t.rows[0] = r
		t.siftDown()
	}
}

func (t *topRows) siftUp(i int) {
	for i > 0 {
		parent := (i - 1) / 2
		if !t.worse(t.rows[i], t.rows[parent]) {
			return
		}
		t.rows[i], t.rows[parent] = t.rows[parent], t.rows[i]
		i = parent
	}
}

func (t *topRows) siftDown() {
	for i := 0; ; {
		worst := i
		for child := 2*i + 1; child <= 2*i+2 && child < len(t.rows); child++ {
			if t.worse(t.rows[child], t.rows[worst]) {
				worst = child
			}
		}
		if worst == i {
			return
		}
		t.rows[i], t.rows[worst] = t.rows[worst], t.rows[i]
		i = worst
	}
}
