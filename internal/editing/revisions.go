package editing

import (
	"context"
	"math"

	"findcare/internal/catalog"
	"findcare/models"
)

// ChangeConnection is a page of the changes of a document or of a token.
type ChangeConnection struct {
	Edges    []ChangeEdge
	PageInfo catalog.PageInfo
}

// ChangeEdge is a change in a list.
type ChangeEdge struct {
	Node   Change
	Cursor string
}

// Nodes are the changes of the page.
func (c ChangeConnection) Nodes() []Change {
	nodes := make([]Change, len(c.Edges))
	for i, edge := range c.Edges {
		nodes[i] = edge.Node
	}
	return nodes
}

// Revisions returns a page of the changes of a document or of a token, newest first.
func (e *Editor) Revisions(ctx context.Context, id string, first *int, after *string) (*ChangeConnection, error) {
	size, err := pageSize(first)
	if err != nil {
		return nil, err
	}
	last := int64(math.MaxInt64)
	if after != nil {
		revision, of, err := decodeCursor(*after)
		if err == nil && of != id {
			err = models.BadInput("after: %.80q must be a cursor of this document; it is of another one", *after)
		}
		if err != nil {
			return nil, err
		}
		last = revision - 1
	}
	changes, err := e.changes(ctx, id, size+1, last) // one more, to know whether there is
	if err != nil {
		return nil, err
	}
	c := &ChangeConnection{Edges: []ChangeEdge{}}
	c.PageInfo.HasPreviousPage, c.PageInfo.HasNextPage = after != nil, len(changes) > size
	for _, change := range changes[:min(size, len(changes))] {
		c.Edges = append(c.Edges, ChangeEdge{change, encodeCursor(change.Revision, id)})
	}
	if n := len(c.Edges); n > 0 {
		c.PageInfo.StartCursor = models.OptionalString(c.Edges[0].Cursor)
		c.PageInfo.EndCursor = models.OptionalString(c.Edges[n-1].Cursor)
	}
	return c, nil
}
