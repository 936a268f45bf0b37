package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed distinct.txt
var distinctText string

var distinct = sync.OnceValue(func() map[string]string {
	keys := make(map[string]string)
	for line := range strings.Lines(distinctText) {
		line, _, _ = strings.Cut(line, "#")
		words := strings.Fields(line)
		for _, word := range words {
			keys[word] = words[0]
		}
	}
	return keys
})

// Distinct returns what stands for a folded word that means something else than others with its stem.
func Distinct(word string) (key string, ok bool) {
	key, ok = distinct()[word]
	return key, ok
}
