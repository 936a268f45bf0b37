package catalog

import (
	"cmp"
	"slices"

	"findcare/models"
)

const (
	defaultPage = 20
	maxPage     = 100
)

// Page says which part of a list is wanted, as in Relay's cursor connections: the first ones after a cursor, or the
// last ones before one, and never both. Where neither First nor Last is given, it is the first 20; at most 100 are
// given at once.
type Page struct {
	First  *int
	After  *string
	Last   *int
	Before *string
}

// PageInfo tells what lies around a page.
type PageInfo struct {
	HasNextPage     bool
	HasPreviousPage bool
	StartCursor     models.OptionalString
	EndCursor       models.OptionalString
}

// Edge is one row of a page.
type Edge[T entity] struct {
	Node  T
	scope uint32
}

// Cursor marks the row's place, also for when rows before it have come or gone.
func (e Edge[T]) Cursor() string { return string(e.AppendCursor(nil)) }

// AppendCursor appends what Cursor returns.
func (e Edge[T]) AppendCursor(dst []byte) []byte {
	return appendCursor(dst, e.scope, e.Node.sortKey(), e.Node.head().ID)
}

// Connection is a page of a list.
type Connection[T entity] struct {
	list       []T // the whole list, or its first page
	total      int // the length of the whole list
	scope      uint32
	start, end int // end is before start where the cursors leave nothing between them
}

// newConnection cuts a page out of list, which is in the order of compare. Cursors are good only for the list that
// of describes.
func newConnection[T entity](list []T, of string, page Page) (Connection[T], error) {
	scope := scopeHash(of)
	c := Connection[T]{list: list, total: len(list), scope: scope, end: len(list)}
	if page.After != nil {
		key, id, err := decodeCursor("after", *page.After, scope)
		if err != nil {
			return c, err
		}
		c.start = place(list, key, id, true)
	}
	if page.Before != nil {
		key, id, err := decodeCursor("before", *page.Before, scope)
		if err != nil {
			return c, err
		}
		c.end = place(list, key, id, false)
	}
	size, err := page.size()
	if err != nil {
		return c, err
	}
	if page.Last != nil {
		c.start = max(c.start, c.end-size)
	} else {
		c.end = min(c.end, c.start+size)
	}
	return c, nil
}

// size returns how many rows are wanted.
func (p Page) size() (int, error) {
	switch {
	case p.First != nil && p.Last != nil:
		return 0, models.BadInput("last: %d must not be given together with first", *p.Last)
	case p.First != nil:
		return *p.First, checkSize("first", p.First)
	case p.Last != nil:
		return *p.Last, checkSize("last", p.Last)
	}
	return defaultPage, nil
}

func checkSize(name string, size *int) error {
	if size != nil && (*size < 0 || *size > maxPage) {
		return models.BadInput("%s: %d must be from 0 to %d", name, *size, maxPage)
	}
	return nil
}

// place returns how many rows stand before the row with that key and id, or up to and with it. The row itself may be
// gone.
func place[T entity](list []T, key, id string, with bool) int {
	i, found := slices.BinarySearchFunc(list, id, func(e T, id string) int {
		return cmp.Or(cmp.Compare(e.sortKey(), key), cmp.Compare(e.head().ID, id))
	})
	if found && with {
		i++
	}
	return i
}

// Nodes are the page's rows.
func (c Connection[T]) Nodes() []T { return c.list[c.start:max(c.start, c.end)] }

// Edges are the page's rows with their cursors.
func (c Connection[T]) Edges() []Edge[T] {
	nodes := c.Nodes()
	edges := make([]Edge[T], len(nodes))
	for i, node := range nodes {
		edges[i] = Edge[T]{node, c.scope}
	}
	return edges
}

// TotalCount is the length of the whole list.
func (c Connection[T]) TotalCount() int { return c.total }

// PageInfo tells what lies around the page.
func (c Connection[T]) PageInfo() PageInfo {
	info := PageInfo{HasPreviousPage: c.start > 0, HasNextPage: c.end < c.total}
	if nodes := c.Nodes(); len(nodes) > 0 {
		info.StartCursor = models.OptionalString(Edge[T]{nodes[0], c.scope}.Cursor())
		info.EndCursor = models.OptionalString(Edge[T]{nodes[len(nodes)-1], c.scope}.Cursor())
	}
	return info
}

// limit returns the first ones of a list, or all where first is nil.
func limit[T any](list []T, first *int) ([]T, error) {
	if first == nil {
		return list, nil
	}
	if *first < 0 {
		return nil, models.BadInput("first: %d must not be negative", *first)
	}
	return list[:min(*first, len(list))], nil
}
