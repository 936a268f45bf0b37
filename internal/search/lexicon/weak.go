package lexicon

import (
	_ "embed"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"sync"
)

//go:embed weak.txt
var weakText string

type weakWords struct {
	dictionary *Dictionary
	set        map[string]bool
}

var weak = sync.OnceValue(func() (w weakWords) {
	w.set = make(map[string]bool)
	for line := range strings.Lines(weakText) {
		line, _, _ = strings.Cut(line, "#")
		for _, word := range Words(line) {
			w.set[word] = true
		}
	}
	w.dictionary = NewDictionary(slices.Sorted(maps.Keys(w.set)))
	return w
})

// WeakWords are words that say little in a directory of care, such as therapist, treatment or accepts: a search never
// shuts anybody out for them.
func WeakWords() *Dictionary { return weak().dictionary }

// IsWeak reports whether a folded word is one of the WeakWords.
func IsWeak(word string) bool { return weak().set[word] }

//go:embed place_names.json
var placeNamesJSON []byte

var placeNames = sync.OnceValue(func() (names map[string]string) {
	if err := json.Unmarshal(placeNamesJSON, &names); err != nil {
		panic(err) // the file is part of the program, and tested with it
	}
	return names
})

// PlaceNames has other names of places, such as nyc, and what they stand for: "New York, NY", or the code of a state.
func PlaceNames() map[string]string { return placeNames() }

// CityForms are the ways in which people write the name of a city: St. Louis is Saint Louis, too.
func CityForms(name string) []string {
	forms := []string{name}
	first, rest, _ := strings.Cut(name, " ")
	for _, pair := range [][2]string{{"Saint", "St"}, {"Fort", "Ft"}, {"Mount", "Mt"}} {
		switch strings.TrimSuffix(first, ".") {
		case pair[0]:
			forms = append(forms, pair[1]+" "+rest)
		case pair[1]:
			forms = append(forms, pair[0]+" "+rest)
		}
	}
	return forms
}
