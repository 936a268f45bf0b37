package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed misspellings.txt
var misspellingsText string

var misspellings = sync.OnceValue(func() map[string]string {
	right := make(map[string]string)
	for line := range strings.Lines(misspellingsText) {
		if words := strings.Fields(line); len(words) == 2 && words[0] != "#" {
			right[words[0]] = words[1]
		}
	}
	return right
})

// Misspelling returns what a folded word is when it is spelled right, where it is a common misspelling that counting
// typing errors would not put right.
func Misspelling(word string) (right string, ok bool) {
	right, ok = misspellings()[word]
	return right, ok
}
