// Command generate writes ordinary.txt: the words of a list that resemble one of the lexicon, and so would be taken for
// a typing error of it if nobody knew them (christmas and christian, lotion and location).
//
//	go run ./generate english.txt ../../../demo/data/{cities,conditions,treatments,credentials,insurers}.json
//
// The other files have more words that mistyped ones are put right to: conditions, cities, insurers.
// The list has a word a line. It was SCOWL's American English, size 35 (Debian's wamerican-small 2020.12.07).
package main

import (
	"bufio"
	"fmt"
	"log"
	"maps"
	"os"
	"slices"
	"strings"

	"findcare/internal/search/lexicon"
)

func main() {
	if err := write(os.Args[1], os.Args[2:]); err != nil {
		log.Fatal(err)
	}
}

func write(list string, more []string) error {
	known, err := knownWords(more)
	if err != nil {
		return err
	}
	file, err := os.Open(list)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }()
	ordinary := map[string]bool{}
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		if strings.HasSuffix(lines.Text(), "'s") {
			continue
		}
		for _, word := range lexicon.Words(lines.Text()) {
			if resembles(word, known) {
				ordinary[word] = true
			}
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("read %s: %w", list, err)
	}
	text := strings.Join(slices.Sorted(maps.Keys(ordinary)), "\n") + "\n"
	return os.WriteFile("ordinary.txt", []byte(text), 0o644)
}

// knownWords are those that mistyped words are put right to.
func knownWords(more []string) (*lexicon.Dictionary, error) {
	words := map[string]bool{}
	add := func(text string) {
		for _, word := range lexicon.Words(text) {
			words[word] = true
		}
	}
	for _, term := range lexicon.LayTerms() {
		for _, phrase := range term.Phrases {
			add(phrase)
		}
	}
	for i := range lexicon.WeakWords().Len() {
		add(lexicon.WeakWords().Word(i))
	}
	for _, path := range more {
		content, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		add(string(content))
	}
	return lexicon.NewDictionary(slices.Sorted(maps.Keys(words))), nil
}

// resembles reports whether a word would be put right to a known one.
func resembles(word string, known *lexicon.Dictionary) bool {
	if _, is := known.Find(word); is || lexicon.IsStopWord(word) {
		return false
	}
	if _, is := lexicon.Misspelling(word); is {
		return false
	}
	edits := lexicon.Edits(word)
	return edits > 0 && len(known.Similar(word, edits)) > 0
}
