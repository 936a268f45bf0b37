package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed faint.txt
var faintText string

var faint = sync.OnceValue(func() map[string]bool {
	set := make(map[string]bool)
	for line := range strings.Lines(faintText) {
		line, _, _ = strings.Cut(line, "#")
		for _, word := range Words(line) {
			set[word] = true
		}
	}
	return set
})

// IsFaint reports whether a folded word, by itself, says next to nothing in a sentence that tells of something else.
func IsFaint(word string) bool { return faint()[word] }
