package places

import (
	"strings"

	"findcare/internal/search/lexicon"
)

// longWords are what words in names of cities are short for.
var longWords = map[string]string{
	"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount", "n": "north", "s": "south", "e": "east", "w": "west",
}

// CityKey is what names of cities are compared by: St. Louis and saint louis, O'Fallon and O Fallon, McAllen and
// Mc Allen are alike.
func CityKey(name string) string {
	words := lexicon.Words(name)
	for i, word := range words {
		if long, ok := longWords[word]; ok {
			words[i] = long
		}
	}
	return strings.Join(words, "")
}
