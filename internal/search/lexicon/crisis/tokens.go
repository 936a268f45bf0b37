package crisis

import (
	"slices"
	"strings"

	"findcare/internal/search/lexicon"
)

// token is a word of a text as the patterns see it.
type token struct {
	from, to int   // which of the text's words it stands for
	numbers  []int // of the words that it can be
	number   bool  // it is one, of two digits or more
	doubtful bool  // it is taken for a typing error of a word too short to say anything by itself
}

// tokens reads the words of a text: as they are meant, without fillers.
func (t *patterns) tokens(words []string, typos bool) (tokens []token) {
	tokens = make([]token, 0, len(words)+4)
	for i := 0; i < len(words); {
		meant, taken := t.read(words[i:], typos)
		for _, word := range meant {
			tokens = t.append(tokens, token{from: i, to: i + taken}, word, typos)
		}
		i += taken
	}
	return tokens
}

// read returns what the first word or two of a text mean, and how many they are.
func (t *patterns) read(words []string, typos bool) (meant []string, taken int) {
	if len(words) > 1 {
		if meant, ok := t.joined[words[0]+" "+words[1]]; ok {
			return meant, 2
		}
	}
	word := words[0]
	if meant, ok := t.spellings[word]; ok {
		return meant, 1
	}
	if !typos || t.isKnown(word) {
		return words[:1], 1
	}
	word = t.plain(word)
	if meant, ok := t.spellings[word]; ok {
		return meant, 1
	}
	return []string{word}, 1
}

func (t *patterns) isKnown(word string) bool {
	return t.known[word] || t.fillers[word] || t.ordinary[word]
}

var leet = strings.NewReplacer("0", "o", "1", "i", "3", "e", "4", "a", "5", "s", "7", "t")

// plain undoes digits for letters (su1cide) and letters that are drawn out (pleaseeee).
func (t *patterns) plain(word string) string {
	if strings.ContainsAny(word, "abcdefghijklmnopqrstuvwxyz") {
		word = leet.Replace(word)
	}
	for _, most := range []int{2, 1} {
		if short := drawn(word, most); t.isKnown(short) || t.spellings[short] != nil {
			return short
		}
	}
	return word
}

// drawn returns the word with letters that stand three times or more in a row repeated at most so often.
func drawn(word string, most int) string {
	var b strings.Builder
	for i := 0; i < len(word); {
		end := i + 1
		for end < len(word) && word[end] == word[i] {
			end++
		}
		n := end - i
		if n > 2 || most == 1 && n == 2 {
			n = min(n, most)
		}
		b.WriteString(word[i : i+n])
		i = end
	}
	return b.String()
}

// longestSplit is how many letters a word may have that is taken for several words without the spaces.
const longestSplit = 40

// split returns the words of patterns that a long word is made of (wanttodie), nil where it is not.
func (t *patterns) split(word string) []string {
	if len(word) < 7 || len(word) > longestSplit {
		return nil
	}
	return t.splitRest(word, new([longestSplit + 1]bool))
}

func (t *patterns) splitRest(word string, failed *[longestSplit + 1]bool) []string {
	if word == "" {
		return []string{}
	}
	if failed[len(word)] {
		return nil
	}
	for n := len(word); n >= 1; n-- {
		head := word[:n]
		if !t.known[head] && !t.fillers[head] || n == 1 && head != "i" {
			continue
		}
		if rest := t.splitRest(word[n:], failed); rest != nil {
			return append([]string{head}, rest...)
		}
	}
	failed[len(word)] = true
	return nil
}

// append adds the word of a text that next stands for, unless it is a filler: as the words of patterns that it is, is a
// typing error of, or is made of.
func (t *patterns) append(tokens []token, next token, word string, typos bool) []token {
	if t.fillers[word] {
		return tokens
	}
	if len(word) >= 2 && strings.Trim(word, "0123456789") == "" {
		next.number = true
		return append(tokens, next)
	}
	if next.numbers = t.numbersOf(nil, word); len(next.numbers) > 0 || !typos || t.isKnown(word) {
		return append(tokens, next)
	}
	similar := t.similar(word)
	if len(similar) == 0 {
		if parts := t.split(word); parts != nil {
			for _, part := range parts {
				tokens = t.append(tokens, next, part, false)
			}
			return tokens
		}
	}
	next.doubtful = true
	for _, right := range similar {
		next.numbers = t.numbersOf(next.numbers, right)
		next.doubtful = next.doubtful && len(right) < shortestAlone
	}
	return append(tokens, next)
}

// similar returns the words of patterns that a word may be a typing error of. People get the first letter right, or
// swap it with the second.
func (t *patterns) similar(word string) (similar []string) {
	if len(word) < 3 || len(word) > longestSplit || !isPlain(word) {
		return nil
	}
	for _, beginning := range []string{word[:1], word[1:2] + word[:1]} {
		low, high := t.words.Prefixed(beginning)
		for n := low; n < high; n++ {
			right := t.words.Word(n)
			edits := editsOf(right)
			if apart := len(right) - len(word); apart > edits || apart < -edits {
				continue
			}
			if lexicon.Distance(word, right, edits) <= edits && !slices.Contains(similar, right) {
				similar = append(similar, right)
			}
		}
	}
	return similar
}

func isPlain(word string) bool {
	return !strings.ContainsFunc(word, func(r rune) bool { return r < 'a' || r > 'z' })
}

// Resembles reports whether a word that is not ordinary would be taken for a typing error of a word that says much.
func Resembles(word string) bool {
	t := table()
	return !t.known[word] && !t.fillers[word] && t.spellings[word] == nil && len(t.similar(word)) > 0
}

// shortestAlone is how many letters a word has that is recognized by itself, though mistyped.
const shortestAlone = 6

// editsOf is how many typing errors a word may have. A shorter one than [lexicon.Edits] asks for may have one as well:
// what else it can be is among the ordinary words.
func editsOf(word string) int {
	switch n := len(word); {
	case n < 3:
		return 0
	case n < 8:
		return 1
	}
	return 2
}

func (t *patterns) numbersOf(numbers []int, word string) []int {
	for _, key := range []string{lexicon.Stem(word), "=" + word} {
		if number, ok := t.numbers[key]; ok {
			numbers = append(numbers, number)
		}
	}
	return numbers
}
