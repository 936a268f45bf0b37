package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed ordinary.txt
var ordinaryText string

var ordinary = sync.OnceValue(func() map[string]bool {
	words := make(map[string]bool)
	for word := range strings.FieldsSeq(ordinaryText) {
		words[word] = true
	}
	return words
})

// IsOrdinary reports whether a folded word that resembles one of the lexicon is a word of its own, and so not mistyped.
func IsOrdinary(word string) bool { return ordinary()[word] }
