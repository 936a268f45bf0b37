package lexicon

import (
	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
)

// Stem returns the English stem of a folded word, by Snowball's rules: "sleeping" and "sleeps" are sleep.
// Words with a digit and words that are not ASCII stand for themselves: English rules do not fit them.
func Stem(word string) string {
	for i := range len(word) {
		if c := word[i]; c < 'a' || c > 'z' {
			return word
		}
	}
	if len(word) <= 2 {
		return word // Snowball leaves these alone as well.
	}
	env := snowballstem.NewEnv(word)
	english.Stem(env)
	return env.Current()
}
