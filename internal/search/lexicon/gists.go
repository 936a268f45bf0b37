package lexicon

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// Gist finds what the telling words at the beginning of a sentence mean together, whatever little words stand between
// them: "he hardly ever looks me in the eye" has the gist of "wont look in the eye". Words are folded. It returns how
// many of the words the gist spans, and how many of those are telling: two or more, or none where nothing begins there.
func Gist(words []string) (meaning *Meaning, length, telling int) {
	const longestGap = 5
	if len(words) == 0 {
		return nil, 0, 0
	}
	table, keys := gists(), gistKeys(words)
	longest := table.longest[keys[0]]
	var gist strings.Builder
	for i, n, gap := 0, 0, 0; i < len(keys) && n < longest && gap <= longestGap; i++ {
		if words[i] == "with" && i > 0 && keys[i-1] == "child" {
			break // care for children with nightmares is care for children
		}
		if keys[i] == "" {
			gap++
			continue
		}
		if n > 0 {
			gist.WriteByte(' ')
		}
		gist.WriteString(keys[i])
		n, gap = n+1, 0
		if m := table.meanings[gist.String()]; m != nil {
			meaning, length, telling = m, i+1, n
		}
	}
	return meaning, length, telling
}

// Telling returns how many of some words say more than how others hang together.
func Telling(words []string) (n int) {
	for _, key := range gistKeys(words) {
		if key != "" {
			n++
		}
	}
	return n
}

// gistTable holds phrases of two telling words or more by their keys, with a space between.
type gistTable struct {
	meanings map[string]*Meaning
	longest  map[string]int // how many telling words the longest gist has that begins with one
}

// gists are those of the phrases that say what people have, or whom they belong to. Where two phrases
// have the same gist, that of the first one is meant.
var gists = sync.OnceValue(func() *gistTable {
	table := &gistTable{meanings: map[string]*Meaning{}, longest: map[string]int{}}
	entries := LayTerms()
	for i := range entries {
		meaning := &entries[i].Meaning
		if len(meaning.Conditions) == 0 && len(meaning.Populations) == 0 && meaning.Nearest == nil {
			continue
		}
		for _, phrase := range entries[i].Phrases {
			keys := slices.DeleteFunc(gistKeys(Words(phrase)), func(key string) bool { return key == "" })
			gist := strings.Join(keys, " ")
			if isVague(keys) || vagueGists()[gist] {
				continue
			}
			if table.meanings[gist] != nil {
				continue
			}
			table.meanings[gist] = meaning
			table.longest[keys[0]] = max(table.longest[keys[0]], len(keys))
		}
	}
	return table
})

// isVague reports whether the keys of a phrase are too few, or too common, to have the gist of it.
func isVague(keys []string) bool {
	return len(keys) < 2 || keys[len(keys)-1] == "not" || !slices.ContainsFunc(keys, func(key string) bool {
		switch key {
		case "not", "child", "partner", "parent", "sibling", "people", "nobody", "want", "need", "like", "good", "make",
			"take", "give", "see", "tell", "come", "leave", "number", "job", "works", "speak", "stop", "hate":
			return false
		}
		return true
	})
}

//go:embed vague.txt
var vagueText string

var vagueGists = sync.OnceValue(func() map[string]bool {
	vague := make(map[string]bool)
	for line := range strings.Lines(vagueText) {
		line, _, _ = strings.Cut(line, "#")
		vague[strings.TrimSpace(line)] = true
	}
	return vague
})

// gistKeys are what words have in common that tell the same; "" of those that tell nothing.
func gistKeys(words []string) []string {
	keys := make([]string, len(words))
	for i, word := range words {
		key, known := alikeWords()[word]
		switch {
		case word == "like" && i > 0 && isFeeling(words[i-1]):
			// to feel like a failure is to feel a failure
		case i > 0 && keys[i-1] == "not" && (word == "stop" || word == "stops"):
			keys[i-1] = "" // what will not stop goes on
		case isNumber(word):
			keys[i] = "number"
		case known:
			keys[i] = key
		case !IsStopWord(word):
			keys[i] = Stem(word)
		}
	}
	return keys
}

func isNumber(word string) bool {
	return strings.IndexFunc(word, func(r rune) bool { return r < '0' || r > '9' }) < 0
}

func isFeeling(word string) bool {
	switch word {
	case "feel", "feels", "feeling", "felt":
		return true
	}
	return false
}

//go:embed alike.txt
var alikeText string

// alikeWords have the first word of their line for a key, and those behind a hyphen none.
var alikeWords = sync.OnceValue(func() map[string]string {
	keys := map[string]string{}
	for line := range strings.Lines(alikeText) {
		line, _, _ = strings.Cut(line, "#")
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		key := words[0]
		if key == "-" {
			key, words = "", words[1:]
		}
		for _, word := range words {
			keys[word] = key
		}
	}
	return keys
})
