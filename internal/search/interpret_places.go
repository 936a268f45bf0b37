package search

import (
	"strings"

	"findcare/internal/search/lexicon"
	"findcare/internal/search/places"
	"findcare/models"
)

// city takes n words for a city, and for its state what stands behind them.
func (r *textReader) city(values []string, i, n int) int {
	code, length := r.stateAt(i + n)
	if length == 0 {
		return r.value(FieldCities, values, len(values), i, i+n)
	}
	name, _ := models.StateName(code)
	var in []string
	for _, value := range values {
		if strings.HasSuffix(value, ", "+name) {
			in = append(in, value)
		}
	}
	if len(in) > 0 {
		return r.value(FieldCities, in, len(in), i, i+n+length)
	}
	if city, ok := places.FindCity(r.words(i, i+n), code); ok {
		return r.add(Intent{Kind: IntentNear, Values: []string{city.Label()}}, i, i+n+length)
	}
	return r.value(FieldCities, []string{cityName(values[0]) + ", " + name}, 1, i, i+n+length)
}

// farCity reads a city in which nobody is, so that those near it are found. Many such cities are called like other
// things (Hope, Friend), so a small one must have its state, or stand behind a word for places, or, if it is not that
// small, by itself at the end. Few things are called like those of several words.
func (r *textReader) farCity(i int) int {
	const longest, large, largeAtEnd, largeOfWords = 4, 100_000, 25_000, 20_000
	behind := false
	switch r.at(i - 1) {
	case "in", "near", "around", "outside":
		behind = true
	}
	for n := min(longest, len(r.tokens)-i); n > 0; n-- {
		if saysNothing(r.at(i)) || saysNothing(r.at(i+n-1)) {
			continue
		}
		code, length := r.stateAt(i + n)
		city, ok := places.FindCity(r.words(i, i+n), code)
		if ok && (length > 0 || behind || city.Population >= large || n > 1 && city.Population >= largeOfWords ||
			n == 1 && city.Population >= largeAtEnd && r.isLastPart(i)) {
			return r.add(Intent{Kind: IntentNear, Values: []string{city.Label()}}, i, i+n+length)
		}
	}
	return 0
}

// isLastPart reports whether a word that can be no other stands by itself behind the last comma.
func (r *textReader) isLastPart(i int) bool {
	word := r.at(i)
	if i < len(r.tokens)-1 || !r.tokens[i].comma || lexicon.IsOrdinary(word) {
		return false
	}
	_, known := r.known.words.Find(word)
	return !known && !r.index.has(nameWord{word: word})
}

func cityName(value string) string { return value[:strings.LastIndex(value, ", ")] }

// stateAt is the state whose name or code begins with word i.
func (r *textReader) stateAt(i int) (code string, length int) {
	const longest = 3
	for n := min(longest, len(r.tokens)-i); n > 0; n-- {
		code, known := models.StateCode(r.words(i, i+n))
		isWord := lexicon.IsStopWord(r.at(i)) && !r.tokens[i].capital && i < len(r.tokens)-1 // Dallas or Austin
		if known && !isWord {
			return code, n
		}
	}
	return "", 0
}

// stateCode reads a code that stands by itself. Many codes are words, so those must be in capitals or behind "in".
func (r *textReader) stateCode(i int) int {
	t := &r.tokens[i]
	if len(t.word) != 2 {
		return 0
	}
	code, known := models.StateCode(t.word)
	before := r.at(i - 1)
	switch {
	case !known, r.isSpanish(i),
		isAlsoWord(t.word) && !t.capital && before != "in",
		lexicon.IsStopWord(t.word) && !t.capital,
		t.capital && isAlsoWord(t.word) && r.known.byKey[t.key] != nil && before != "in",
		before == "offers" && r.known.byKey[t.key] != nil: // Motivational Interviewing
		return 0
	}
	return r.value(FieldStates, []string{code}, 1, i, i+1)
}

// isAlsoWord reports whether the code of a state is a word, or an abbreviation of the field, too.
func isAlsoWord(code string) bool {
	switch code {
	case "al", "as", "co", "de", "hi", "id", "in", "la", "ma", "md", "me", "ms", "mt", "oh", "ok", "or", "pa", "va":
		return true
	}
	return false
}
