package catalog

import (
	"slices"

	"findcare/internal/search"
	"findcare/models"
)

// SuggestionKind says what a suggestion is.
type SuggestionKind string

// The kinds of suggestions.
const (
	SuggestCondition  SuggestionKind = "CONDITION"
	SuggestTreatment  SuggestionKind = "TREATMENT"
	SuggestCredential SuggestionKind = "CREDENTIAL"
	SuggestInsurer    SuggestionKind = "INSURER"
	SuggestLanguage   SuggestionKind = "LANGUAGE"
	SuggestPlace      SuggestionKind = "PLACE"
	SuggestProvider   SuggestionKind = "PROVIDER"
	SuggestArticle    SuggestionKind = "ARTICLE"
)

var suggestionKinds = [...]SuggestionKind{
	search.SuggestCondition:  SuggestCondition,
	search.SuggestTreatment:  SuggestTreatment,
	search.SuggestCredential: SuggestCredential,
	search.SuggestInsurer:    SuggestInsurer,
	search.SuggestLanguage:   SuggestLanguage,
	search.SuggestPlace:      SuggestPlace,
	search.SuggestProvider:   SuggestProvider,
	search.SuggestArticle:    SuggestArticle,
}

// Suggestion is a completion of what a person has typed.
type Suggestion struct {
	Text string
	Kind SuggestionKind
	Node Node // nil for a place, a language, and what else people pay with
}

const (
	defaultSuggestions = 8
	maxSuggestions     = 50
)

// Suggest returns completions of a text, best first, of the given kinds or, where none is given, of all.
func (s *Snapshot) Suggest(text string, first *int, kinds []SuggestionKind) ([]Suggestion, error) {
	n := defaultSuggestions
	if first != nil {
		n = *first
	}
	if n < 0 || n > maxSuggestions {
		return nil, models.BadInput("first: %d must be from 0 to %d", n, maxSuggestions)
	}
	if len(text) > maxTextLength {
		return nil, models.BadInput("text: %d bytes must be at most %d", len(text), maxTextLength)
	}
	found := s.index.Suggest(text, n, engineKinds(kinds)...)
	suggestions := make([]Suggestion, len(found))
	for i, f := range found {
		suggestions[i] = Suggestion{Text: f.Text, Kind: suggestionKinds[f.Kind]}
		switch {
		case f.Provider != nil:
			suggestions[i].Node = Provider{f.Provider, s}
		case f.ID != "":
			suggestions[i].Node = s.Node(f.ID)
		}
	}
	return suggestions, nil
}

// engineKinds are the kinds as the engine knows them.
func engineKinds(kinds []SuggestionKind) (wanted []search.SuggestionKind) {
	for kind, name := range suggestionKinds {
		if slices.Contains(kinds, name) {
			wanted = append(wanted, search.SuggestionKind(kind))
		}
	}
	return wanted
}

// Similar are other providers who treat and offer much the same nearby, most similar first; search.Index says what
// counts.
func (p Provider) Similar(first *int) ([]Provider, error) {
	n := 3
	if first != nil {
		n = *first
	}
	if err := checkSize("first", &n); err != nil {
		return nil, err
	}
	found := p.snapshot.index.Similar(p.Provider, n, p.snapshot.Today())
	providers := make([]Provider, len(found))
	for i, d := range found {
		providers[i] = Provider{d, p.snapshot}
	}
	return providers, nil
}
