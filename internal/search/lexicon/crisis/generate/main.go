// Command generate writes ordinary.txt: the words of lists of words that resemble one of the crisis patterns, and so
// would be taken for a typing error of it if nobody knew them (will and kill, grape and rape, muy and morir).
//
//	go run ./generate english.txt spanish.txt
//
// The lists have a word a line. The ones it was made of are SCOWL's American English (size 60, Debian's wamerican) and
// the npm package an-array-of-spanish-words 2.0.0 (MIT).
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
	"findcare/internal/search/lexicon/crisis"
)

func main() {
	found := map[string]bool{}
	for _, path := range os.Args[1:] {
		if err := read(path, found); err != nil {
			log.Fatal(err)
		}
	}
	text := strings.Join(slices.Sorted(maps.Keys(found)), "\n") + "\n"
	if err := os.WriteFile("ordinary.txt", []byte(text), 0o644); err != nil {
		log.Fatal(err)
	}
}

func read(path string, found map[string]bool) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }()
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		for _, word := range lexicon.Words(lines.Text()) {
			if crisis.Resembles(word) {
				found[word] = true
			}
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("read %s: %w", path, err)
	}
	return nil
}
