package lexicon

import (
	"sync"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
)

// Stem returns the English stem of a folded word, by Snowball's rules: "sleeping" and "sleeps" are sleep.
// Words with a digit and words that are not ASCII stand for themselves: English rules do not fit them.
func Stem(word string) string {
	if !isStemmed(word) {
		return word
	}
	if stem, ok := layStems()[word]; ok {
		return stem
	}
	return snowball(word)
}

func isStemmed(word string) bool {
	for i := range len(word) {
		if c := word[i]; c < 'a' || c > 'z' {
			return false
		}
	}
	return len(word) > 2 // Snowball leaves shorter ones alone as well.
}

func snowball(word string) string {
	env := snowballstem.NewEnv(word)
	english.Stem(env)
	return env.Current()
}

// layStems are the stems of the words of the table of synonyms, which are needed again and again.
var layStems = sync.OnceValue(func() map[string]string {
	stems := make(map[string]string)
	for _, term := range layTerms() {
		for _, phrase := range term.Phrases {
			for _, word := range Words(phrase) {
				if isStemmed(word) {
					stems[word] = snowball(word)
				}
			}
		}
	}
	return stems
})
