package catalog

import (
	"cmp"
	"slices"
	"strings"

	"findcare/internal/search/lexicon"
	"findcare/internal/search/places"
	"findcare/models"
)

// SuggestionKind says what a suggestion is.
type SuggestionKind string

// The kinds of suggestions, in the order in which those that are as good are given.
const (
	SuggestCondition  SuggestionKind = "CONDITION"
	SuggestTreatment  SuggestionKind = "TREATMENT"
	SuggestCredential SuggestionKind = "CREDENTIAL"
	SuggestPlace      SuggestionKind = "PLACE"
	SuggestProvider   SuggestionKind = "PROVIDER"
	SuggestArticle    SuggestionKind = "ARTICLE"
)

var suggestionKinds = []SuggestionKind{
	SuggestCondition,
	SuggestTreatment,
	SuggestCredential,
	SuggestPlace,
	SuggestProvider,
	SuggestArticle,
}

// Suggestion is a completion of what a person has typed.
type Suggestion struct {
	Text string
	Kind SuggestionKind
	Node Node // nil for a place
}

// suggestible is something that can be suggested, other than a provider.
type suggestible struct {
	text  string
	kind  SuggestionKind
	id    string // of the document; empty for a place
	names []string
}

// suggestibles finds them by their words.
type suggestibles struct {
	all   []suggestible
	terms int // how many of them, the first ones, are conditions, treatments and credentials
	words *lexicon.Dictionary
	of    [][]uint32 // by word, the places in all
}

func newSuggestibles(s *Snapshot) *suggestibles {
	x := &suggestibles{}
	add := func(text string, kind SuggestionKind, id string, names ...string) {
		item := suggestible{text: text, kind: kind, id: id}
		for _, name := range append([]string{text}, names...) {
			if folded := strings.Join(lexicon.Words(name), " "); folded != "" {
				item.names = append(item.names, folded)
			}
		}
		x.all = append(x.all, item)
	}
	for _, c := range s.conditions.all {
		add(c.Label(), SuggestCondition, c.ID, append(c.AlsoKnownAs, string(c.Abbreviation))...)
	}
	for _, t := range s.treatments.all {
		add(t.Label(), SuggestTreatment, t.ID, append(t.AlsoKnownAs, string(t.Abbreviation))...)
	}
	for _, c := range s.credentials.all {
		add(c.Label(), SuggestCredential, c.ID, string(c.Abbreviation))
	}
	x.terms = len(x.all)
	for _, a := range s.articles.all {
		add(a.Title, SuggestArticle, a.ID)
	}
	cities := s.dictionaries[fieldCities]
	for code, city := range cities.values {
		if cities.head(uint32(code)) == uint32(code) {
			add(city, SuggestPlace, "")
		}
	}
	byWord := make(map[string][]uint32)
	for i, item := range x.all {
		for _, name := range item.names {
			for _, word := range strings.Fields(name) {
				if list := byWord[word]; len(list) == 0 || list[len(list)-1] != uint32(i) {
					byWord[word] = append(list, uint32(i))
				}
			}
		}
	}
	words := make([]string, 0, len(byWord))
	for word := range byWord {
		words = append(words, word)
	}
	slices.Sort(words)
	x.words, x.of = lexicon.NewDictionary(words), make([][]uint32, len(words))
	for i, word := range words {
		x.of[i] = byWord[word]
	}
	return x
}

// beginsName tells whether a name of a condition, a treatment or a credential begins with the words.
func (x *suggestibles) beginsName(words []string) bool {
	start := strings.Join(words, " ")
	for i := range x.terms {
		for _, name := range x.all[i].names {
			if rest, ok := strings.CutPrefix(name, start); ok && (rest == "" || rest[0] == ' ') {
				return true
			}
		}
	}
	return false
}

const (
	usualSuggestions = 8
	mostSuggestions  = 50
)

// How well a suggestion fits, best first.
const (
	fitsWhole = iota // one of its names begins with all that was typed
	fitsWords        // its words begin so
	fitsTypos
)

type fit struct {
	Suggestion
	how    int
	weight int // how many providers there are of it
	id     string
}

// Suggest returns completions of a text, best first: what begins with the text before what has its words, and that
// before what is like it but for typing errors; then by kind, so that no kind takes more than half while others have
// something; then what most providers have, then by name.
func (s *Snapshot) Suggest(text string, first *int) ([]Suggestion, error) {
	n := usualSuggestions
	if first != nil {
		n = *first
	}
	if n < 0 || n > mostSuggestions {
		return nil, models.BadInput("first: %d must be from 0 to %d", n, mostSuggestions)
	}
	if len(text) > longestText {
		return nil, models.BadInput("text: %d bytes must be at most %d", len(text), longestText)
	}
	words := lexicon.Words(text)
	if len(words) == 0 || n == 0 {
		return []Suggestion{}, nil
	}
	fits := s.suggestThings(words)
	fits = append(fits, s.suggestProviders(words, n)...)
	if len(fits) == 0 {
		fits = append(fits, s.suggestTypos(words, n)...)
	}
	for _, zip := range places.ZIPsWithPrefix(text, n) {
		fits = append(fits, fit{Suggestion: Suggestion{Text: zip, Kind: SuggestPlace}})
	}
	return mix(fits, n), nil
}

// mix takes the best ones of each kind.
func mix(fits []fit, n int) []Suggestion {
	slices.SortFunc(fits, func(a, b fit) int {
		return cmp.Or(
			cmp.Compare(a.how, b.how),
			cmp.Compare(slices.Index(suggestionKinds, a.Kind), slices.Index(suggestionKinds, b.Kind)),
			cmp.Compare(
				b.weight,
				a.weight,
			),
			cmp.Compare(models.Fold(a.Text), models.Fold(b.Text)),
			cmp.Compare(a.id, b.id),
			cmp.Compare(a.Text, b.Text),
		)
	})
	half := (n + 1) / 2
	taken := make(map[SuggestionKind]int)
	var chosen, rest []int
	for i, f := range fits {
		if taken[f.Kind]++; taken[f.Kind] <= half {
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
		suggestions[i] = fits[at].Suggestion
	}
	return suggestions
}

func (s *Snapshot) suggestThings(words []string) (fits []fit) {
	x := s.vocabulary.suggestibles
	whole := strings.Join(words, " ")
	return s.things(words, func(word string, last bool) map[uint32]bool {
		found := make(map[uint32]bool)
		low, high := x.words.Prefixed(word)
		for i := low; i < high; i++ {
			if !last && x.words.Word(i) != word {
				continue
			}
			for _, item := range x.of[i] {
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

func (s *Snapshot) things(
	words []string,
	find func(word string, last bool) map[uint32]bool,
	how func(*suggestible) int,
) (fits []fit) {
	x := s.vocabulary.suggestibles
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
		item := &x.all[i]
		f := fit{
			Suggestion: Suggestion{Text: item.text, Kind: item.kind},
			how:        how(item),
			weight:     s.suggestionWeight(item),
			id:         item.id,
		}
		if item.id != "" {
			if f.Node = s.Node(item.id); f.Node == nil {
				continue
			}
		} else if f.weight == 0 {
			continue // nobody is there any more
		} else {
			f.Text = s.spelling(fieldCities, s.dictionaries[fieldCities].codes[item.text])
		}
		fits = append(fits, f)
	}
	return fits
}

func (s *Snapshot) suggestionWeight(item *suggestible) (weight int) {
	var f field
	switch item.kind {
	case SuggestCondition:
		f = fieldConditions
	case SuggestTreatment:
		f = fieldTreatments
	case SuggestCredential:
		f = fieldCredentials
	case SuggestPlace:
		for _, code := range s.dictionaries[fieldCities].spellingsOf(models.Fold(item.text)) {
			weight += s.having(fieldCities, code)
		}
		return weight
	default:
		return 0
	}
	if code, known := s.dictionaries[f].find(item.id); known {
		weight = s.having(f, code)
	}
	return weight
}

// suggestProviders returns the first ones by name whose name begins with the words, and then those who have them.
func (s *Snapshot) suggestProviders(words []string, n int) (fits []fit) {
	whole := strings.Join(words, " ")
	add := func(v *view, i uint32, how int) {
		p := &v.providers[i]
		fits = append(fits, fit{Suggestion: Suggestion{p.Name, SuggestProvider, Provider{p, s}}, how: how, id: p.ID})
	}
	for _, v := range s.views {
		from, _ := slices.BinarySearchFunc(
			v.providers,
			whole,
			func(p provider, key string) int { return cmp.Compare(p.key, key) },
		)
		for i, found := from, 0; i < len(v.providers) && found < n && strings.HasPrefix(v.providers[i].key, whole); i++ {
			if v.isLive(uint32(i)) {
				add(v, uint32(i), fitsWhole)
				found++
			}
		}
	}
	if len(fits) >= n {
		return fits
	}
	for _, v := range s.views {
		matches := v.named(words, func(word string, last bool) (list []uint32) {
			low, high := v.text.words.Prefixed(word)
			for i := low; i < high && (last || v.text.words.Word(i) == word); i++ {
				list = append(list, uint32(i))
			}
			return list
		})
		found := 0
		matches.each(func(i uint32) bool {
			if !strings.HasPrefix(v.providers[i].key, whole) {
				add(v, i, fitsWords)
				found++
			}
			return found < n
		})
	}
	return fits
}

// named returns the live ones whose name has one of the words that find gives, for each of words.
func (v *view) named(words []string, find func(word string, last bool) []uint32) bitset {
	all := slices.Clone(v.all())
	for i, word := range words {
		b := borrowBitset(len(v.providers))
		for _, w := range find(word, i == len(words)-1) {
			v.text.fields[textNames].of(w).addTo(b)
		}
		all.and(b)
		scratchWords.give(b)
	}
	return all
}

func (s *Snapshot) suggestTypos(words []string, n int) (fits []fit) {
	x := s.vocabulary.suggestibles
	fits = s.things(words, func(word string, _ bool) map[uint32]bool {
		found := make(map[uint32]bool)
		for _, w := range x.words.Similar(word, lexicon.Edits(word)) {
			for _, item := range x.of[w] {
				found[item] = true
			}
		}
		return found
	}, func(*suggestible) int { return fitsTypos })
	for _, v := range s.views {
		found := 0
		v.named(words, func(word string, _ bool) []uint32 {
			return v.text.words.Similar(word, lexicon.Edits(word))
		}).each(func(i uint32) bool {
			p := &v.providers[i]
			fits = append(
				fits,
				fit{Suggestion: Suggestion{p.Name, SuggestProvider, Provider{p, s}}, how: fitsTypos, id: p.ID},
			)
			found++
			return found < n
		})
	}
	return fits
}
