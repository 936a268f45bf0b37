package catalog

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
	"strings"

	"findcare/internal/search/lexicon/crisis"
	"findcare/models"
)

// ProviderOrder is an order of providers; ties are ordered by name, then id.
type ProviderOrder string

// The orders of providers.
const (
	OrderRelevance       ProviderOrder = "RELEVANCE"
	OrderName            ProviderOrder = "NAME"
	OrderDistance        ProviderOrder = "DISTANCE"
	OrderExperience      ProviderOrder = "EXPERIENCE"
	OrderRecentlyUpdated ProviderOrder = "RECENTLY_UPDATED"
)

// ProviderSearch is a page of the providers that match a filter, in an order.
type ProviderSearch struct {
	Filter  *ProviderFilter
	OrderBy *ProviderOrder
	Page
}

// ProviderConnection is a page of the providers that match.
type ProviderConnection struct {
	snapshot   *Snapshot
	query      *providerQuery
	evaluated  []*evaluation // one a view
	total      int
	rows       []row
	more, less bool // whether matches stand after the page, and before it
	scope      uint32
	byName     bool // and by nothing before
	// about is the condition or treatment whose providers these are, or the article they stand beside; nil elsewhere.
	about interface{ crisisKinds() crisis.Kinds }
}

// row is a provider among the results.
type row struct {
	view    *view
	ordinal uint32
	primary uint64 // what is sorted by before the name
}

func (r row) provider() *provider { return &r.view.providers[r.ordinal] }

func compareRows(a, b row) int {
	if a.primary != b.primary {
		return cmp.Compare(a.primary, b.primary)
	}
	if a.view == b.view {
		return cmp.Compare(a.ordinal, b.ordinal)
	}
	p, q := a.provider(), b.provider()
	return cmp.Or(cmp.Compare(p.key, q.key), cmp.Compare(p.ID, q.ID))
}

// Providers returns a page of the providers that match a filter.
func (s *Snapshot) Providers(search ProviderSearch) (ProviderConnection, error) {
	return s.providersIn("providers", nil, search)
}

// providersOf searches among those who refer to a document.
func (s *Snapshot) providersOf(kind models.Kind, id string, search ProviderSearch) (ProviderConnection, error) {
	f := map[models.Kind]field{
		models.KindCondition: fieldConditions, models.KindTreatment: fieldTreatments, models.KindCredential: fieldCredentials,
	}[kind]
	base := clause{facet: fields, match: s.matchAny(f, []string{id})}
	return s.providersIn("providers of "+id, &base, search)
}

// providersIn searches among those who match base, or among all.
func (s *Snapshot) providersIn(list string, base *clause, search ProviderSearch) (c ProviderConnection, err error) {
	q, err := s.understandFilter(search.Filter)
	if err != nil {
		return c, err
	}
	order, err := q.order(search.OrderBy)
	if err != nil {
		return c, err
	}
	var scope strings.Builder
	scope.WriteString(list)
	for _, clause := range q.clauses {
		scope.WriteString("\n" + clause.canonical)
	}
	if order != OrderName {
		scope.WriteString("\nby " + string(order))
	}
	if base != nil {
		q.clauses = append(q.clauses, *base)
	}
	c = ProviderConnection{snapshot: s, query: q, scope: scopeHash(scope.String()), byName: order == OrderName}
	for _, v := range s.views {
		e := newEvaluation(v, q)
		c.evaluated = append(c.evaluated, e)
		c.total += e.count
	}
	return c, c.cut(order, search.Page)
}

func (q *providerQuery) order(wanted *ProviderOrder) (ProviderOrder, error) {
	switch {
	case wanted == nil && q.text != nil:
		return OrderRelevance, nil
	case wanted == nil && q.near != nil:
		return OrderDistance, nil
	case wanted == nil:
		return OrderName, nil
	case *wanted == OrderDistance && q.near == nil:
		return "", models.BadInput("orderBy: DISTANCE must come with filter.near, which says from where")
	case *wanted == OrderRelevance && q.text == nil:
		return OrderName, nil // nobody is more relevant than another
	}
	return *wanted, nil
}

// cut finds the rows of the page.
func (c *ProviderConnection) cut(order ProviderOrder, page Page) error {
	window, err := page.window()
	if err != nil {
		return err
	}
	after, err := c.bound(order, "after", page.After)
	if err != nil {
		return err
	}
	before, err := c.bound(order, "before", page.Before)
	if err != nil {
		return err
	}
	backward := page.Last != nil
	for _, e := range c.evaluated {
		e.order(order)
		e.collect(c, after, before, backward, window)
		scratchScores.give(e.scores)
		e.scores, e.primary = nil, nil // each row has its own
	}
	slices.SortFunc(c.rows, compareRows)
	if len(c.rows) > window {
		if backward {
			c.rows, c.less = c.rows[len(c.rows)-window:], true
		} else {
			c.rows, c.more = c.rows[:window], true
		}
	}
	return nil
}

// bound is a place in an order, between rows or on one.
type bound struct {
	primary uint64
	key, id string
}

// compare tells whether the row stands before the bound (-1), on it (0) or after it (1).
func (b *bound) compare(r row) int {
	if r.primary != b.primary {
		return cmp.Compare(r.primary, b.primary)
	}
	p := r.provider()
	return cmp.Or(cmp.Compare(p.key, b.key), cmp.Compare(p.ID, b.id))
}

const primarySize = 8 // bytes in a cursor

func (c *ProviderConnection) bound(order ProviderOrder, argument string, cursor *string) (*bound, error) {
	if cursor == nil {
		return nil, nil
	}
	key, id, err := decodeCursor(argument, *cursor, c.scope)
	if err != nil {
		return nil, err
	}
	b := &bound{key: key, id: id}
	if order != OrderName {
		if len(key) < primarySize {
			return nil, models.BadInput("%s: %.80q must be a cursor that this list gave", argument, *cursor)
		}
		b.primary, b.key = binary.BigEndian.Uint64([]byte(key)), key[primarySize:]
	}
	return b, nil
}

func (c *ProviderConnection) appendCursor(dst []byte, r row) []byte {
	key := r.provider().key
	if !c.byName {
		key = string(append(binary.BigEndian.AppendUint64(make([]byte, 0, 128), r.primary), key...))
	}
	return appendCursor(dst, c.scope, key, r.provider().ID)
}

// evaluation is a query over one view.
type evaluation struct {
	*view
	query   *providerQuery
	sets    []bitset // of the clauses
	matches bitset
	count   int
	columns []uint32            // how many matches have the value of each column of the grid, once they were counted
	scores  []uint16            // on loan, where the order is by relevance
	primary func(uint32) uint64 // nil where the order is by name
	// permutation has all ordinals by primary, nil where there is none.
	permutation []uint32
}

func newEvaluation(v *view, q *providerQuery) *evaluation {
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

// except returns who meets all clauses but those that leave says; it must not be changed. Where it is on loan, it goes
// back to scratchWords.
func (e *evaluation) except(leave func(*clause) bool, borrow bool) (all bitset, onLoan bool) {
	own := false // whether all is a set of our own
	and := func(b bitset) {
		switch {
		case all == nil:
			all = b
		case own:
			all.and(b)
		default:
			both := bitset(nil)
			if borrow {
				both = scratchWords.take(len(b))
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

// order says what the rows are sorted by: the less, the earlier.
func (e *evaluation) order(order ProviderOrder) {
	switch order {
	case OrderRelevance:
		e.scores = e.query.text.scores(e.view, e.matches)
		e.primary = func(i uint32) uint64 { return math.MaxUint16 - uint64(e.scores[i]) }
	case OrderDistance:
		e.primary = func(i uint32) uint64 {
			chord, _ := e.places.chord(i, e.query.near.centre)
			return math.Float64bits(float64(chord)) // of numbers that are not negative, the bits sort like the numbers
		}
	case OrderExperience:
		e.primary = func(i uint32) uint64 { return uint64(e.since[i]) }
		e.permutation = e.bySince
	case OrderRecentlyUpdated:
		e.primary = func(i uint32) uint64 { return uint64(math.MaxInt64 - e.updated[i]) }
		e.permutation = e.byUpdated
	}
}

// collect adds the view's part of a page to the rows: at least the first ones after after, or the last ones before
// before, and one more where there is one.
func (e *evaluation) collect(c *ProviderConnection, after, before *bound, backward bool, window int) {
	if e.count == 0 {
		return
	}
	if e.primary == nil {
		e.collectByName(c, after, before, backward, window)
		return
	}
	const dense = 64
	if e.permutation != nil && e.count > len(e.providers)/dense {
		e.walk(c, after, before, backward, window)
		return
	}
	e.gather(c, after, before, backward, window)
}

// collectByName goes by ordinals, which are in the order of names.
func (e *evaluation) collectByName(c *ProviderConnection, after, before *bound, backward bool, window int) {
	low, high := 0, len(e.providers) // of the ordinals within the bounds
	if after != nil {
		low = e.search(after, 0)
		c.less = c.less || e.matches.previous(low-1) >= 0
	}
	if before != nil {
		high = e.search(before, -1)
		c.more = c.more || e.matches.next(high) >= 0
	}
	c.rows = slices.Grow(c.rows, min(window+1, e.count))
	if !backward {
		for i, n := e.matches.next(low), 0; i >= 0 && i < high && n <= window; i, n = e.matches.next(i+1), n+1 {
			c.rows = append(c.rows, row{e.view, uint32(i), 0})
		}
		return
	}
	for i, n := e.matches.previous(high-1), 0; i >= low && n <= window; i, n = e.matches.previous(i-1), n+1 {
		c.rows = append(c.rows, row{e.view, uint32(i), 0})
	}
}

// search returns how many ordinals stand before the bound, or, with on 0, up to it.
func (e *evaluation) search(b *bound, on int) int {
	low, high := 0, len(e.providers)
	for low < high {
		middle := (low + high) / 2
		if b.compare(e.row(uint32(middle))) <= on {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

func (e *evaluation) row(i uint32) row {
	r := row{view: e.view, ordinal: i}
	if e.primary != nil {
		r.primary = e.primary(i)
	}
	return r
}

// walk goes along the permutation, which is soon done where many match.
func (e *evaluation) walk(c *ProviderConnection, after, before *bound, backward bool, window int) {
	n := len(e.permutation)
	place := func(b *bound, on int) int {
		i, _ := slices.BinarySearchFunc(e.permutation, b, func(i uint32, b *bound) int {
			if b.compare(e.row(i)) <= on {
				return -1
			}
			return 1
		})
		return i
	}
	low, high := 0, n
	if after != nil {
		low = place(after, 0)
		c.less = c.less || e.anyIn(e.permutation[:low])
	}
	if before != nil {
		high = place(before, -1)
		c.more = c.more || e.anyIn(e.permutation[high:])
	}
	found := 0
	for at := low; at < high && found <= window; at++ {
		i := e.permutation[at]
		if backward {
			i = e.permutation[high-1-(at-low)]
		}
		if e.matches.contains(i) {
			c.rows = append(c.rows, e.row(i))
			found++
		}
	}
}

func (e *evaluation) anyIn(ordinals []uint32) bool {
	return slices.ContainsFunc(ordinals, e.matches.contains)
}

// gather looks at every match and keeps the best in a heap.
func (e *evaluation) gather(c *ProviderConnection, after, before *bound, backward bool, window int) {
	best := topRows{most: window + 1, backward: backward}
	e.matches.each(func(i uint32) bool {
		r := e.row(i)
		tooEarly, tooLate := after != nil && after.compare(r) <= 0, before != nil && before.compare(r) >= 0
		c.less, c.more = c.less || tooEarly, c.more || tooLate
		if !tooEarly && !tooLate {
			best.offer(r)
		}
		return true
	})
	c.rows = append(c.rows, best.rows...)
}

// topRows keeps the first rows that it is offered, in the order of compareRows, or the last ones.
type topRows struct {
	most     int
	backward bool
	rows     []row // a heap: the worst one first
}

// worse tells whether a has to go before b has to.
func (t *topRows) worse(a, b row) bool { return (compareRows(a, b) > 0) != t.backward }

func (t *topRows) offer(r row) {
	if t.most == 0 {
		return
	}
	if len(t.rows) < t.most {
		t.rows = append(t.rows, r)
		for i := len(t.rows) - 1; i > 0; {
			parent := (i - 1) / 2
			if !t.worse(t.rows[i], t.rows[parent]) {
				break
			}
			t.rows[i], t.rows[parent] = t.rows[parent], t.rows[i]
			i = parent
		}
		return
	}
	if !t.worse(t.rows[0], r) {
		return
	}
	t.rows[0] = r
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

// Nodes are the page's providers.
func (c ProviderConnection) Nodes() []Provider {
	nodes := make([]Provider, len(c.rows))
	for i, r := range c.rows {
		nodes[i] = Provider{r.provider(), c.snapshot}
	}
	return nodes
}

// Edges are the page's providers with what the search says of them.
func (c ProviderConnection) Edges() []ProviderEdge {
	edges := make([]ProviderEdge, len(c.rows))
	for i, r := range c.rows {
		edges[i] = ProviderEdge{Node: Provider{r.provider(), c.snapshot}, connection: &c, row: r}
	}
	return edges
}

// TotalCount is how many match in all.
func (c ProviderConnection) TotalCount() int { return c.total }

// PageInfo tells what lies around the page.
func (c ProviderConnection) PageInfo() PageInfo {
	info := PageInfo{HasNextPage: c.more, HasPreviousPage: c.less}
	if n := len(c.rows); n > 0 {
		space := make([]byte, 0, usualCursor)
		info.StartCursor = models.OptionalString(c.appendCursor(space, c.rows[0]))
		info.EndCursor = models.OptionalString(c.appendCursor(space, c.rows[n-1]))
	}
	return info
}

// ProviderEdge is a provider among the results of a search.
type ProviderEdge struct {
	Node       Provider
	connection *ProviderConnection
	row        row
}

// Cursor marks the row's place, also for when rows before it have come or gone.
func (e ProviderEdge) Cursor() string { return string(e.AppendCursor(nil)) }

// AppendCursor appends what Cursor returns.
func (e ProviderEdge) AppendCursor(dst []byte) []byte { return e.connection.appendCursor(dst, e.row) }

// DistanceMiles is from the filter's near to the provider's nearest location, nil without near.
func (e ProviderEdge) DistanceMiles() *float64 {
	near := e.connection.query.near
	if near == nil {
		return nil
	}
	chord, ok := e.row.view.places.chord(e.row.ordinal, near.centre)
	if !ok {
		return nil
	}
	distance := miles(chord)
	return &distance
}
