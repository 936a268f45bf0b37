package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed asides.txt
var asidesText string

type asideTable struct {
	phrases map[string]bool
	longest map[string]int // how many words the longest one has that begins with a word
}

var asides = sync.OnceValue(func() asideTable {
	table := asideTable{map[string]bool{}, map[string]int{}}
	for line := range strings.Lines(asidesText) {
		line, _, _ = strings.Cut(line, "#")
		if words := Words(line); len(words) > 0 {
			table.phrases[strings.Join(words, " ")] = true
			table.longest[words[0]] = max(table.longest[words[0]], len(words))
		}
	}
	return table
})

// Aside returns how many of some folded words, the first ones, people say by the way: they say nothing of what is
// looked for, although they have words in them that do elsewhere.
func Aside(words []string) int {
	if len(words) == 0 {
		return 0
	}
	for n := min(asides().longest[words[0]], len(words)); n > 0; n-- {
		if asides().phrases[strings.Join(words[:n], " ")] {
			return n
		}
	}
	return 0
}
