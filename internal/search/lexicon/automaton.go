package lexicon

import (
	"bytes"
	"errors"
	"fmt"
	"sync"

	"github.com/blevesearch/vellum"
	"github.com/blevesearch/vellum/levenshtein"
)

// scanned is the number of words from which an automaton is worth building.
const scanned = 2_000

// longestFuzzy is how many bytes a word may have for an automaton to be built of it, whose size grows with the word.
// So few words are longer that a scan, which skips words of other lengths, finds them as fast.
const longestFuzzy = 64

// automaton finds similar words by walking an automaton of all words (a finite state transducer) together with one of
// all that a word can be mistyped as.
type automaton struct {
	words *vellum.FST
}

// newAutomaton panics where the words are out of order, which only a mistake in the calling code can bring about.
func newAutomaton(sorted []string) *automaton {
	var buffer bytes.Buffer
	builder, err := vellum.New(&buffer, nil)
	if err != nil {
		panic(fmt.Sprintf("lexicon: begin an automaton: %v", err))
	}
	for i, word := range sorted {
		if err := builder.Insert([]byte(word), uint64(i)); err != nil {
			panic(fmt.Sprintf("lexicon: add %q to an automaton: %v", word, err))
		}
	}
	if err := builder.Close(); err != nil {
		panic(fmt.Sprintf("lexicon: end an automaton: %v", err))
	}
	words, err := vellum.Load(bytes.Clone(buffer.Bytes()))
	if err != nil {
		panic(fmt.Sprintf("lexicon: load an automaton: %v", err))
	}
	return &automaton{words}
}

// similar is [Dictionary.Similar] for one or two edits. It is not ok where the word is too long for an automaton.
func (a *automaton) similar(word string, edits int) (numbers []uint32, ok bool) {
	if len(word) > longestFuzzy {
		return nil, false
	}
	mistyped, err := typos(edits).BuildDfa(word, uint8(edits))
	if err != nil {
		return nil, false
	}
	found, err := a.words.Search(mistyped, nil, nil)
	for err == nil {
		_, number := found.Current()
		numbers = append(numbers, uint32(number))
		err = found.Next()
	}
	return numbers, errors.Is(err, vellum.ErrIteratorDone)
}

// typos returns the maker of automata for so many typing errors. It is costly to make, and safe to share.
func typos(edits int) *levenshtein.LevenshteinAutomatonBuilder {
	if edits == 1 {
		return oneTypo()
	}
	return twoTypos()
}

var (
	oneTypo  = sync.OnceValue(func() *levenshtein.LevenshteinAutomatonBuilder { return newTypos(1) })
	twoTypos = sync.OnceValue(func() *levenshtein.LevenshteinAutomatonBuilder { return newTypos(2) })
)

func newTypos(edits uint8) *levenshtein.LevenshteinAutomatonBuilder {
	builder, err := levenshtein.NewLevenshteinAutomatonBuilder(edits, true)
	if err != nil {
		panic(fmt.Sprintf("lexicon: prepare automata of %d typing errors: %v", edits, err))
	}
	return builder
}
