package catalog

import (
	"strings"

	"findcare/models"
)

// DirectoryChanges are documents that have changed for the public.
type DirectoryChanges struct {
	Changes []DirectoryChange
	// Cursor goes on after them, where HasMore says whether there is more by now.
	Cursor  string
	HasMore bool
}

// DirectoryChange is that a document has changed for the public.
type DirectoryChange struct {
	ID       string
	snapshot *Snapshot
}

// NewDirectoryChanges returns the changes of some documents, as they are in a snapshot.
func NewDirectoryChanges(s *Snapshot, ids []string, cursor string, hasMore bool) *DirectoryChanges {
	changes := make([]DirectoryChange, len(ids))
	for i, id := range ids {
		changes[i] = DirectoryChange{id, s}
	}
	return &DirectoryChanges{changes, cursor, hasMore}
}

// Kind is what the document is, or was.
func (c DirectoryChange) Kind() DocumentKind {
	kind, _ := models.KindOfID(c.ID)
	return DocumentKind(strings.ToUpper(string(kind)))
}

// DocumentKind is a kind of document as the schema names it.
type DocumentKind string

// Document is the document as the public sees it, nil where it does not.
func (c DirectoryChange) Document() Node { return c.snapshot.Node(c.ID) }
