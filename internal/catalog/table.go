package catalog

import (
	"cmp"
	"slices"

	"findcare/models"
)

// entity is a document as a snapshot returns it.
type entity interface {
	head() *models.Header
	// sortKey orders the list of the kind; ties are ordered by id.
	sortKey() string
}

// table has all documents of one kind, in the order in which they are listed.
type table[T entity] struct {
	all    []T
	byID   map[string]T
	bySlug map[string]T
	// byFormerSlug has the document that had a slug before.
	byFormerSlug map[string]T
}

func newTable[T entity](all []T) table[T] {
	slices.SortFunc(all, compare[T])
	t := table[T]{all: all, byID: make(map[string]T, len(all)), bySlug: make(map[string]T, len(all))}
	for _, e := range all {
		t.byID[e.head().ID] = e
		t.bySlug[e.head().Slug] = e
		for _, slug := range e.head().FormerSlugs {
			if t.byFormerSlug == nil {
				t.byFormerSlug = make(map[string]T)
			}
			t.byFormerSlug[slug] = e
		}
	}
	return t
}

func compare[T entity](a, b T) int {
	return cmp.Or(cmp.Compare(a.sortKey(), b.sortKey()), cmp.Compare(a.head().ID, b.head().ID))
}

// find returns the document that by names, or nil.
func (t *table[T]) find(by SlugOrID) *T {
	if by.ID != nil {
		return find(t.byID, by.ID)
	}
	if found := find(t.bySlug, by.Slug); found != nil {
		return found
	}
	return find(t.byFormerSlug, by.Slug)
}

func find[T any](by map[string]T, key *string) *T {
	if key != nil {
		if e, ok := by[*key]; ok {
			return &e
		}
	}
	return nil
}

func (t *table[T]) idOf(slugOrID string) (id string, ok bool) {
	for _, by := range []map[string]T{t.bySlug, t.byID, t.byFormerSlug} {
		if e, ok := by[slugOrID]; ok {
			return e.head().ID, true
		}
	}
	return "", false
}

// resolve returns the documents with those ids, in their order. Those that are not there any more are left out.
func (t *table[T]) resolve(ids []string) []T {
	list := make([]T, 0, len(ids))
	for _, id := range ids {
		if e, ok := t.byID[id]; ok {
			list = append(list, e)
		}
	}
	return list
}
