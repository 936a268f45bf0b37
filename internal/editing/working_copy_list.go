package editing

import (
	"context"
	"slices"

	"findcare/internal/catalog"
	"findcare/models"
)

// WorkingCopyList is a request for a page of the open working copies, the one saved last first.
type WorkingCopyList struct {
	Kind *CopyKind
	// Scheduled asks for those that have a time at which they are to be published, or for those that have none.
	Scheduled *bool
	// Failed asks for those that could not be published at their time, or for the others.
	Failed *bool
	// SavedBy asks for those that somebody saved last.
	SavedBy *string
	First   *int
	After   *string
}

// WorkingCopyConnection is a page of working copies.
type WorkingCopyConnection struct {
	Edges      []WorkingCopyEdge
	PageInfo   catalog.PageInfo
	TotalCount int
}

// WorkingCopyEdge is a working copy in a list.
type WorkingCopyEdge struct {
	Node   *WorkingCopy
	Cursor string
}

// Nodes are the working copies of the page.
func (c WorkingCopyConnection) Nodes() []*WorkingCopy {
	nodes := make([]*WorkingCopy, len(c.Edges))
	for i, edge := range c.Edges {
		nodes[i] = edge.Node
	}
	return nodes
}

// WorkingCopies returns a page of the open working copies.
func (e *Editor) WorkingCopies(
	ctx context.Context, s *catalog.Snapshot, wanted WorkingCopyList,
) (c WorkingCopyConnection, err error) {
	size, err := pageSize(wanted.First)
	if err != nil {
		return c, err
	}
	heads, err := e.store.WorkingCopies(ctx)
	if err != nil {
		return c, clientError(err)
	}
	heads = slices.DeleteFunc(heads, func(head models.WorkingCopy) bool {
		return wanted.Kind != nil && copyKinds[head.Kind] != *wanted.Kind ||
			wanted.Scheduled != nil && (head.Schedule != nil) != *wanted.Scheduled ||
			wanted.Failed != nil && hasFailed(head.Schedule) != *wanted.Failed ||
			wanted.SavedBy != nil && head.By != *wanted.SavedBy
	})
	c.TotalCount = len(heads)
	start := 0
	if wanted.After != nil {
		if start, err = placeAfter(heads, placeOfCopy, *wanted.After); err != nil {
			return c, err
		}
	}
	end := min(len(heads), start+size)
	c.PageInfo.HasPreviousPage, c.PageInfo.HasNextPage = start > 0, end < len(heads)
	for _, head := range heads[start:end] {
		node, err := e.WorkingCopyOf(ctx, s, head.DocumentID)
		if err != nil {
			return c, err
		}
		if node != nil { // it may just have ended
			c.Edges = append(c.Edges, WorkingCopyEdge{node, placeOfCopy(&head).cursor()})
		}
	}
	if n := len(c.Edges); n > 0 {
		c.PageInfo.StartCursor = models.OptionalString(c.Edges[0].Cursor)
		c.PageInfo.EndCursor = models.OptionalString(c.Edges[n-1].Cursor)
	}
	return c, nil
}

func placeOfCopy(head *models.WorkingCopy) place { return place{head.SavedAt, head.DocumentID} }
