package search

import (
	"hash/maphash"
	"reflect"
	"slices"
)

// sharedLists has one copy of each list that documents have, by the type of its elements: most weeks, ages and ways of
// meeting are those of thousands of others.
type sharedLists struct {
	*packer
	seed   maphash.Seed
	tables map[reflect.Type]any // of map[uint64][]T
}

// sharingFrom is how many documents at once are worth the search for what they share.
const sharingFrom = 256

func newSharedLists() *sharedLists {
	return &sharedLists{newPacker(), maphash.MakeSeed(), make(map[reflect.Type]any)}
}

// shareList replaces a list by the copy that others have. Without a table, and where another list has the same hash, it
// stays.
func shareList[L ~[]T, T comparable](s *sharedLists, list *L) {
	if s == nil || len(*list) == 0 {
		return
	}
	table, ok := s.tables[reflect.TypeFor[T]()].(map[uint64][]T)
	if !ok {
		table = make(map[uint64][]T)
		s.tables[reflect.TypeFor[T]()] = table
	}
	var hash maphash.Hash
	hash.SetSeed(s.seed)
	for _, value := range *list {
		maphash.WriteComparable(&hash, value)
	}
	known, ok := table[hash.Sum64()]
	switch {
	case !ok:
		packList(s.packer, list) // without room: nobody appends in place to what others have
		table[hash.Sum64()] = *list
	case slices.Equal(known, *list):
		*list = known
	}
}

// shareValue replaces what a pointer points to by the copy that others have.
func shareValue[T comparable](s *sharedLists, value **T) {
	if s == nil || *value == nil {
		return
	}
	list := []T{**value}
	shareList(s, &list)
	*value = &list[0]
}
