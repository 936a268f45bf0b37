package places

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"findcare/models"
)

// cityKeys are those of all cities, ascending.
var cityKeys = sync.OnceValue(func() []string { return slices.Sorted(maps.Keys(cities().named)) })

// Complete returns the cities whose names begin with what was typed, at most so many, in the order in which people are
// likely to mean them. After a comma stands the beginning of the state: "flint, m".
func Complete(typed string, most int) []*City {
	name, state, _ := strings.Cut(typed, ",")
	state = strings.ToLower(strings.TrimSpace(state))
	key := CityKey(name)
	if key == "" {
		return nil
	}
	x := cities()
	var found []*City
	from, _ := slices.BinarySearch(cityKeys(), key)
	for _, name := range cityKeys()[from:] {
		if !strings.HasPrefix(name, key) {
			break
		}
		for _, i := range x.named[name] {
			if c := &x.all[i]; stateBegins(c.State, state) {
				found = append(found, c)
			}
		}
	}
	slices.SortStableFunc(found, compareSizes)
	return found[:max(0, min(most, len(found)))]
}

// stateBegins reports whether the code or the name of a state begins with a text in small letters.
func stateBegins(code, start string) bool {
	if start == "" || strings.HasPrefix(strings.ToLower(code), start) {
		return true
	}
	name, _ := models.StateName(code)
	return strings.HasPrefix(strings.ToLower(name), start)
}
