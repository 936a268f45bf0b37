package search

import (
	"cmp"
	"slices"
	"strings"

	"findcare/internal/search/lexicon"
	"findcare/internal/search/places"
	"findcare/models"
)

// SuggestionKind says what a suggestion is.
type SuggestionKind uint8

// The kinds of suggestions, in the order in which equally good ones are listed.
const (
	SuggestCondition SuggestionKind = iota
	SuggestTreatment
	SuggestCredential
	SuggestInsurer
	SuggestLanguage
	SuggestPlace
	SuggestProvider
	SuggestArticle
	suggestionKinds // the number of kinds
)

// Suggestion is a completion of what a person has typed.
type Suggestion struct {
	Kind     SuggestionKind
	Text     string
	ID       string           // of the document; empty for a place, a language, and what else people pay with
	Provider *models.Provider // nil for all other kinds
}

// How well a suggestion fits, best first.
const (
	fitsWhole = iota // one of its names begins with all that was typed
	fitsWords        // its words begin so
	fitsFuzzy        // its words are like what was typed
)

type candidate struct {
	Suggestion
	fit    int
	weight int // how many providers have it
}

// Suggest returns at most n completions of a text, best first: what begins with the text before what has its words, and
// that before what is like it except for typing errors; then by kind, so that no kind takes more than half while there
// are others; then what most providers have, then by name. Where kinds are given, there are no others; where places are
// the only one, cities where nobody is are suggested, too.
func (x *Index) Suggest(text string, n int, kinds ...SuggestionKind) []Suggestion {
	words := lexicon.Words(text)
	if len(words) == 0 || n == 0 {
		return nil
	}
	if len(kinds) == 1 && kinds[0] == SuggestPlace {
		return suggestPlaces(text, n)
	}
	unwanted := func(c candidate) bool { return len(kinds) > 0 && !slices.Contains(kinds, c.Kind) }
	candidates := x.suggestEntries(words)
	candidates = append(candidates, x.suggestProviders(words, n)...)
	candidates = slices.DeleteFunc(candidates, unwanted)
	if len(candidates) == 0 {
		candidates = slices.DeleteFunc(x.suggestFuzzy(words, n), unwanted)
	}
	for _, zip := range places.ZIPsWithPrefix(text, n) {
		candidates = append(candidates, candidate{Suggestion: Suggestion{Kind: SuggestPlace, Text: zip}})
	}
	return best(slices.DeleteFunc(candidates, unwanted), n)
}

// suggestPlaces returns the ZIP codes that begin with a text or, where there are none, the cities, in the order in
// which people are likely to mean them.
func suggestPlaces(text string, n int) (found []Suggestion) {
	for _, zip := range places.ZIPsWithPrefix(text, n) {
		found = append(found, Suggestion{Kind: SuggestPlace, Text: zip})
	}
	if len(found) > 0 {
		return found
	}
	for _, city := range places.Complete(text, n) {
		state, _ := models.StateName(city.State)
		found = append(found, Suggestion{Kind: SuggestPlace, Text: city.Name + ", " + state})
	}
	return found
}

func compareCandidates(a, b candidate) int {
	return cmp.Or(
		cmp.Compare(a.fit, b.fit),
		cmp.Compare(a.Kind, b.Kind),
		cmp.Compare(b.weight, a.weight),
		cmp.Compare(models.Fold(a.Text), models.Fold(b.Text)),
		cmp.Compare(a.ID, b.ID),
		cmp.Compare(a.Text, b.Text),
	)
}

// best returns the n best candidates, of each kind at most half of n while there are others.
func best(candidates []candidate, n int) []Suggestion {
	slices.SortFunc(candidates, compareCandidates)
	half := (n + 1) / 2
	var count [suggestionKinds]int
	var chosen, rest []int
	for i := range candidates {
		kind := candidates[i].Kind
		if count[kind]++; count[kind] <= half {
			chosen = append(chosen, i)
		} else {
			rest = append(rest, i)
		}
	}
	chosen = append(chosen, rest...)
	chosen = chosen[:min(n, len(chosen))]
	slices.Sort(chosen)
	suggestions := make([]Suggestion, len(chosen))
	for i, at := range chosen {
		suggestions[i] = candidates[at].Suggestion
	}
	return suggestions
}

func (x *Index) suggestEntries(words []string) []candidate {
	s := x.vocabulary.suggestibles()
	whole := strings.Join(words, " ")
	return x.entries(words, func(word string, last bool) map[uint32]bool {
		found := make(map[uint32]bool)
		low, high := s.words.Prefixed(word)
		for i := low; i < high; i++ {
			if !last && s.words.Word(i) != word {
				continue
			}
			for _, item := range s.of[i] {
				found[item] = true
			}
		}
		return found
	}, func(item *suggestible) int {
		if slices.ContainsFunc(item.names, func(name string) bool { return strings.HasPrefix(name, whole) }) {
			return fitsWhole
		}
		return fitsWords
	})
}

// entries returns what find finds for all of the words.
func (x *Index) entries(
	words []string, find func(word string, last bool) map[uint32]bool, fit func(*suggestible) int,
) (candidates []candidate) {
	var found map[uint32]bool
	for i, word := range words {
		these := find(word, i == len(words)-1)
		if found == nil {
			found = these
			continue
		}
		for item := range found {
			if !these[item] {
				delete(found, item)
			}
		}
	}
	for i := range found {
		item := &x.vocabulary.suggestibles().all[i]
		c := candidate{
			Suggestion: Suggestion{Kind: item.kind, Text: item.text, ID: item.id},
			fit:        fit(item),
			weight:     x.suggestionWeight(item),
		}
		if f, isValue := valueFields[item.kind]; isValue {
			if c.weight == 0 {
				continue // nobody has it any more
			}
			if c.ID == "" {
				c.Text = x.spelling(f, x.dictionaries[f].codes[item.text])
			}
		}
		candidates = append(candidates, c)
	}
	return candidates
}

// valueFields are the fields whose values are suggested, by the kind of the suggestion.
var valueFields = map[SuggestionKind]Field{
	SuggestPlace: FieldCities, SuggestLanguage: FieldLanguages, SuggestInsurer: FieldInsurances,
}

// suggestionWeight is how many providers have it.
func (x *Index) suggestionWeight(item *suggestible) (weight int) {
	if item.kind == SuggestInsurer && item.id != "" {
		of := x.vocabulary.insurers
		for _, t := range of.terms[of.ids.codes[item.id]] {
			weight += x.having(t.field(), t.code())
		}
		return weight
	}
	if f, isValue := valueFields[item.kind]; isValue {
		for _, code := range x.dictionaries[f].spellingsOf(models.Fold(item.text)) {
			weight += x.having(f, code)
		}
		return weight
	}
	var f Field
	switch item.kind {
	case SuggestCondition:
		f = FieldConditions
	case SuggestTreatment:
		f = FieldTreatments
	case SuggestCredential:
		f = FieldCredentials
	default:
		return 0
	}
	if code, ok := x.dictionaries[f].find(item.id); ok {
		weight = x.having(f, code)
	}
	return weight
}

func (v *view) candidate(i uint32, fit int) candidate {
	p := v.providers[i].Provider
	return candidate{Suggestion: Suggestion{Kind: SuggestProvider, Text: p.Name, ID: p.ID, Provider: p}, fit: fit}
}

// suggestProviders returns the first ones by name whose name begins with the words, and then those who have them.
func (x *Index) suggestProviders(words []string, n int) (candidates []candidate) {
	whole := strings.Join(words, " ")
	begins := func(v *view, i int) bool { return strings.HasPrefix(v.providers[i].key, whole) }
	for _, v := range x.views {
		first, _ := slices.BinarySearchFunc(v.providers, whole, func(p provider, key string) int {
			return cmp.Compare(p.key, key)
		})
		for i, found := first, 0; i < len(v.providers) && found < n && begins(v, i); i++ {
			if v.isLive(uint32(i)) {
				candidates = append(candidates, v.candidate(uint32(i), fitsWhole))
				found++
			}
		}
	}
	if len(candidates) >= n {
		return candidates
	}
	for _, v := range x.views {
		matches := v.named(words, func(word string, last bool) (list []uint32) {
			low, high := v.text.words.Prefixed(word)
			for i := low; i < high && (last || v.text.words.Word(i) == word); i++ {
				list = append(list, uint32(i))
			}
			return list
		})
		found := 0
		matches.each(func(i uint32) bool {
			if !begins(v, int(i)) {
				candidates = append(candidates, v.candidate(i, fitsWords))
				found++
			}
			return found < n
		})
	}
	return candidates
}

// named returns the live ones whose name has one of the words that find returns, for each of the words.
func (v *view) named(words []string, find func(word string, last bool) []uint32) bitset {
	all := slices.Clone(v.all())
	for i, word := range words {
		b := borrowBitset(len(v.providers))
		for _, w := range find(word, i == len(words)-1) {
			v.text.texts[TextName].of(w).addTo(b)
		}
		all.and(b)
		scratchWords.release(b)
	}
	return all
}

func (x *Index) suggestFuzzy(words []string, n int) []candidate {
	s := x.vocabulary.suggestibles()
	candidates := x.entries(words, func(word string, _ bool) map[uint32]bool {
		found := make(map[uint32]bool)
		for _, w := range s.words.Similar(word, lexicon.Edits(word)) {
			for _, item := range s.of[w] {
				found[item] = true
			}
		}
		return found
	}, func(*suggestible) int { return fitsFuzzy })
	for _, v := range x.views {
		found := 0
		v.named(words, func(word string, _ bool) []uint32 {
			return v.text.words.Similar(word, lexicon.Edits(word))
		}).each(func(i uint32) bool {
			candidates = append(candidates, v.candidate(i, fitsFuzzy))
			found++
			return found < n
		})
	}
	return candidates
}
