package search

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"findcare/demo"
	"findcare/models"
)

// Packing copies documents without changing what they say, and the copies share no list that somebody could append to.
func TestPack(t *testing.T) {
	directory, err := demo.Documents(2*sharingFrom, time.Unix(1_700_000_000, 0))
	if err != nil {
		t.Fatal(err)
	}
	first := directory.Providers[0]
	first.Imported = []models.Imported{{Source: "NPPES", Record: "1", Digest: "a", Fields: "name=1"}}
	first.NPIRecord = &models.NPIRecord{
		NPI: "1", Name: "Somebody", Person: &models.PersonName{}, States: []string{"TX"}, Taxonomies: []string{"1"},
	}
	first.FormerSlugs, first.Accessibility = []string{"former"}, models.Said[models.AccessibilityFeature]{}
	x := New(directory.Providers, &Glossary{})
	for _, want := range directory.Providers {
		got, ok := x.ByID(want.ID)
		if !ok || got == want || !reflect.DeepEqual(got, want) {
			t.Fatalf("got %+v, want a copy of %+v", got, want)
		}
		if n := len(got.ConditionIDs); n > 0 && &append(got.ConditionIDs, "more")[0] == &got.ConditionIDs[0] {
			t.Fatalf("there is room behind the conditions of %s", got.ID)
		}
	}
}

// A text or list that is larger than a piece of memory has one of its own, and the next ones are not hurt.
func TestPackLarge(t *testing.T) {
	k := newPacker()
	for i, size := range []int{3, pieceSize - 4, 2, 0, 3 * pieceSize, 5} {
		list := slices.Repeat([]byte{byte('a' + i)}, size)
		text := string(list)
		wantList, wantText := slices.Clone(list), text
		packText(k, &text)
		packList(k, &list)
		if text != wantText || !slices.Equal(list, wantList) {
			t.Fatalf("size %d: the copies differ", size)
		}
	}
}
