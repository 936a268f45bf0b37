package places

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"findcare/internal/search/lexicon"
	"findcare/internal/tables"
	"findcare/models"
)

// Place is a ZIP code or a city.
type Place struct {
	Label string // such as 48507, or Flint, MI
	State string // the two-letter code
	Point
	StandIn string // the ZIP code whose area is taken, for a ZIP code without one
}

// Find returns the place that a text names: a ZIP code or ZIP+4, a city and its state ("Flint, MI", "flint michigan"),
// or a city alone where that can mean only one or one is larger than the others. Nicknames ("nyc") are understood.
func Find(text string) (p Place, ok bool) {
	text = strings.TrimSpace(text)
	if fields := strings.Fields(text); len(fields) > 0 {
		if p, ok := findZIP(strings.TrimPrefix(fields[len(fields)-1], ",")); ok {
			return p, true // also at the end of an address
		}
	}
	name, state, ok := splitState(text)
	if !ok {
		return p, false
	}
	city, ok := FindCity(name, state)
	if !ok {
		return p, false
	}
	return Place{Label: city.Label(), State: city.State, Point: city.Point}, true
}

func findZIP(code string) (p Place, ok bool) {
	at, ok := ZIP(code)
	if !ok {
		return p, false
	}
	p = Place{Label: code, State: StateOfZIP(code), Point: at}
	p.StandIn, _ = StandIn(code)
	return p, true
}

// StateOfZIP returns the code of the state of a ZIP code or ZIP+4, empty where no place has such a code.
func StateOfZIP(code string) string {
	if city, ok := CityOf(code); ok {
		return city.State
	}
	if states := tables.ZIPStates(code); len(states) > 0 {
		return states[0]
	}
	return ""
}

// splitState splits a text into the name of a city and the code of a state, empty where the text has none; false where
// what follows a comma is no state.
func splitState(text string) (name, state string, ok bool) {
	if full, ok := nicknames()[CityKey(text)]; ok {
		text = full
	}
	if name, state, found := strings.Cut(text, ","); found {
		code, ok := stateCode(state)
		return name, code, ok
	}
	if len(CitiesNamed(text)) > 0 {
		return text, "", true
	}
	const longest = 4 // words: Federated States of Micronesia
	words := strings.Fields(text)
	for n := min(longest, len(words)-1); n > 0; n-- {
		name, end := strings.Join(words[:len(words)-n], " "), strings.Join(words[len(words)-n:], " ")
		if code, ok := stateCode(end); ok {
			return name, code, true
		}
	}
	return text, "", true
}

// stateCode returns the code of a state by its code, also with periods, or its name.
func stateCode(text string) (code string, ok bool) {
	text = strings.TrimSpace(text)
	if code, ok := models.StateCode(text); ok {
		return code, true
	}
	return models.StateCode(strings.ReplaceAll(text, ".", ""))
}

// nicknames are names of cities as people write them, by CityKey.
var nicknames = sync.OnceValue(func() map[string]string {
	names := make(map[string]string)
	for name, place := range lexicon.PlaceNames() {
		if place == "DC" {
			place = "Washington, DC"
		}
		names[CityKey(name)] = place
	}
	return names
})

// SimilarPlaces returns the labels of places that a text may mean which Find does not know: the ZIP codes like it, the
// cities of that name where there are several, or else those with a similar name.
func SimilarPlaces(text string, most int) []string {
	text = strings.TrimSpace(text)
	if digits(text) > 0 {
		return SimilarZIPs(text, most)
	}
	name, state, _ := splitState(text)
	cities := CitiesNamed(name)
	if len(cities) == 0 {
		cities = similarCities(CityKey(name), state)
	}
	var labels []string
	for _, c := range cities[:max(0, min(most, len(cities)))] {
		labels = append(labels, c.Label())
	}
	return labels
}

// similarCities returns the cities of a state, or of any, with a name like one that is not known, the most similar
// first.
func similarCities(key, state string) []*City {
	const longest = 40 // letters of a name
	edits := min(2, len(key)/3)
	if edits == 0 || len(key) > longest {
		return nil
	}
	distances := make(map[*City]int)
	var similar []*City
	for c := range Cities() {
		if state != "" && c.State != state {
			continue
		}
		if d := lexicon.Distance(key, CityKey(c.Name), edits); d <= edits {
			distances[c] = d
			similar = append(similar, c)
		}
	}
	slices.SortStableFunc(similar, func(a, b *City) int {
		return cmp.Or(cmp.Compare(distances[a], distances[b]), compareSizes(a, b))
	})
	return similar
}
