package search

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"findcare/internal/search/lexicon"
	"findcare/models"
)

// token is a word of a text that is being read.
type token struct {
	word, key string
	typed     string // where word is a correction
	capital   bool   // all of its letters are capitals
	title     bool   // it begins with a capital letter inside the text, as names do
	money     bool   // it stands behind a dollar sign
	quoted    bool   // it is meant as it is typed
	slash     bool   // there is a slash before it, which is an "or" between phrases
	comma     bool   // there is a comma before it
	use       use
}

// use is what has become of a token.
type use uint8

const (
	left   use = iota // not understood
	silent            // says nothing
	taken             // part of an intent, or of what is known not to be of use
)

// tokensOf splits a text into words. Letters with full stops between them are one word: L.C.S.W.
func tokensOf(text string) (tokens []token) {
	quoted, comma := false, false
	for _, chunk := range strings.Fields(text) {
		if models.Date(chunk).Valid() {
			continue // nobody can be asked for by a day
		}
		quoted = quoted || strings.HasPrefix(chunk, `"`)
		words, slashes := lexicon.Words(chunk), strings.Contains(strings.Trim(chunk, "/"), "/")
		capital := chunk == strings.ToUpper(chunk) && strings.ContainsFunc(chunk, unicode.IsUpper)
		for i, word := range spelledOut(rounded(words, chunk)) {
			tokens = append(tokens, token{
				word: word, key: wordKey(word), quoted: quoted,
				capital: capital, title: len(tokens) > 0 && isTitle(chunk),
				money: i == 0 && strings.Contains(chunk, "$"), slash: slashes && i > 0, comma: comma && i == 0,
			})
		}
		comma = strings.HasSuffix(chunk, ",")
		quoted = quoted && (chunk == `"` || !strings.HasSuffix(chunk, `"`))
	}
	if len(tokens) > 1 && !slices.ContainsFunc(tokens, func(t token) bool { return !t.capital }) {
		for i := range tokens { // capitals say nothing where there is nothing else
			tokens[i].capital = false
		}
	}
	return tokens
}

// rounded takes a number with decimals, such as "0.4", for the next whole one.
func rounded(words []string, chunk string) []string {
	const mostDecimals = 2
	if len(words) != 2 || len(words[1]) > mostDecimals || !strings.Contains(chunk, words[0]+"."+words[1]) {
		return words
	}
	whole, err := strconv.Atoi(words[0])
	if err != nil || !isNumber(words[1]) {
		return words
	}
	return []string{strconv.Itoa(whole + 1)}
}

// spelledOut joins single letters that stand beside each other, and the two parts of a ZIP+4.
func spelledOut(words []string) []string {
	if len(words) == 2 && len(words[0]) == 5 && len(words[1]) == 4 && isNumber(words[0]) && isNumber(words[1]) {
		return words[:1]
	}
	for i := 1; i < len(words); {
		single := len(words[i]) == 1 && words[i][0] >= 'a'
		if single && (len(words[i-1]) == 1 || i == len(words)-1 && len(words) == 2 && len(words[0]) < 4) {
			words[i] = words[i-1] + words[i] // also Ph.D. and Psy.D.
			words = slices.Delete(words, i-1, i)
			for i < len(words) && len(words[i]) == 1 {
				words[i-1] += words[i]
				words = slices.Delete(words, i, i+1)
			}
			continue
		}
		i++
	}
	return words
}

func isTitle(chunk string) bool {
	first, _ := utf8.DecodeRuneInString(chunk)
	return unicode.IsUpper(first)
}

func isNumber(word string) bool {
	return word != "" && strings.IndexFunc(word, func(r rune) bool { return r < '0' || r > '9' }) < 0
}

func joinWords(words []string) string { return strings.Join(words, " ") }

func (r *textReader) words(first, end int) string {
	words := make([]string, 0, end-first)
	for _, t := range r.tokens[first:end] {
		words = append(words, t.word)
	}
	return joinWords(words)
}

// typed is what stood there, where one of the words is a correction.
func (r *textReader) typed(first, end int) string {
	words, corrected := make([]string, 0, end-first), false
	for _, t := range r.tokens[first:end] {
		if t.typed != "" {
			words, corrected = append(words, t.typed), true
		} else {
			words = append(words, t.word)
		}
	}
	if !corrected {
		return ""
	}
	return joinWords(words)
}

func (r *textReader) at(i int) string {
	if i < 0 || i >= len(r.tokens) {
		return ""
	}
	return r.tokens[i].word
}

// isFiller reports whether a word that makes a phrase says nothing here: DO is a degree, and do is not.
func (r *textReader) isFiller(i int, p *phrase) bool {
	if p.unknown != "" {
		return saysNothing(r.at(i)) && !r.known.unknown[r.at(i)]
	}
	return saysNothing(r.at(i)) && !r.tokens[i].capital
}

// isSpanish reports whether a word is a little one of Spanish, and not Los Angeles or Michigan: it stands behind
// another one, or before a relative.
func (r *textReader) isSpanish(i int) bool {
	if word := r.at(i); word != "la" && word != "mi" || r.tokens[i].capital {
		return false
	}
	switch r.at(i - 1) {
	case "a", "con", "contra", "de", "para", "por", "que", "sobre", "tengo", "tratar", "y":
		return true
	}
	switch r.at(i + 1) {
	case "hijo", "hija", "hijos", "mama", "papa", "madre", "padre", "esposo", "esposa", "pareja", "familia", "abuela",
		"marido", "novio", "novia", "hermano", "hermana", "abuelo", "bebe", "vida", "casa", "cuarto", "trabajo", "jefe",
		"mente", "cuerpo", "corazon", "suegra", "tio", "tia", "amigo", "amiga", "pais", "ex":
		return true
	}
	return false
}
