package search

import (
	"fmt"
	"slices"
	"testing"

	"findcare/models"
)

func TestSharedLists(t *testing.T) {
	lists := newSharedLists()
	monday := func() []models.OpeningHours {
		hours := models.OpeningHours{Day: models.Monday, Opens: "09:00", Closes: "17:00"}
		return append(make([]models.OpeningHours, 0, 4), hours)
	}
	first, second, other := monday(), monday(), monday()
	other[0].Closes = "18:00"
	shareList(lists, &first)
	shareList(lists, &second)
	shareList(lists, &other)
	if &first[0] != &second[0] {
		t.Error("equal lists are not shared")
	}
	if &first[0] == &other[0] || other[0].Closes != "18:00" {
		t.Error("different lists are shared")
	}
	if cap(first) > 1 {
		t.Error("a shared list has room, where two documents would append")
	}
	said, nobody := models.Said[models.Gender]{}, models.Said[models.Gender](nil)
	shareList(lists, &said)
	shareList(lists, &nobody)
	if said == nil || nobody != nil {
		t.Error("an empty list and none are not the same")
	}
}

func TestSharedValues(t *testing.T) {
	lists := newSharedLists()
	year, same, other, none := new(1999), new(1999), new(2000), (*int)(nil)
	for _, value := range []**int{&year, &same, &other, &none} {
		shareValue(lists, value)
	}
	if year != same || year == other || *other != 2000 || none != nil {
		t.Errorf("got %v %v %v %v", *year, *same, *other, none)
	}
}

// Few documents at once have no table.
func TestNothingShared(t *testing.T) {
	list := []string{"a"}
	shareList(nil, &list)
	if !slices.Equal(list, []string{"a"}) {
		t.Errorf("got %v", list)
	}
}

func TestKeyIndexAgainstMap(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 100, 1000} {
		keys := make([]string, n)
		x := newKeyIndex(n, func(i uint32) string { return keys[i] })
		want := make(map[string]uint32)
		for i := range keys {
			keys[i] = fmt.Sprint("key ", i*i%(n/2+1)) // some twice: the later one counts
			x.put(uint32(i))
			want[keys[i]] = uint32(i)
		}
		for i := range 2 * n {
			key := fmt.Sprint("key ", i)
			got, ok := x.find(key)
			if ordinal, known := want[key]; ok != known || ok && got != ordinal {
				t.Fatalf("%d keys: %q is at %d, %t; want %d, %t", n, key, got, ok, ordinal, known)
			}
		}
		if _, ok := x.find("key none"); ok {
			t.Fatalf("%d keys: found a key that is not there", n)
		}
	}
}
