package catalog

import (
	"slices"
	"strings"

	"findcare/internal/search"
	"findcare/internal/search/lexicon"
	"findcare/models"
)

// clauseName is what a clause of a search comes from: a filter, or the field that a part of the text asks for.
type clauseName struct{ filter, field string }

// clauses returns which clauses of a search the provider meets.
func (o *oracle) clauses(p *models.Provider, f *ProviderFilter, in *search.Interpretation) map[clauseName]bool {
	clauses := make(map[clauseName]bool)
	for name, holds := range o.met(p, f) {
		clauses[clauseName{name, name}] = holds
	}
	if in == nil || in.Empty() {
		return clauses
	}
	if in.Nobody() {
		clauses[clauseName{"text", ""}] = false
	}
	for i := range in.Intents {
		part := asFilter(&in.Intents[i])
		for name, holds := range o.met(p, &part) {
			of := clauseName{"text", name}
			before, known := clauses[of]
			clauses[of] = holds && (before || !known)
		}
		for word, prefix := range in.Intents[i].OwnWords() {
			of := clauseName{"text", word}
			clauses[of] = ownWord(p, word, prefix, in.Intents[i].Kind == search.IntentWord) > 0
		}
	}
	return clauses
}

// ownWord is how well a word is one of the provider's own: 12 for the whole word and 6 for its beginning, and more for
// the name than for the city, and for that than for the statement.
func ownWord(p *models.Provider, word string, prefix, anywhere bool) (best int) {
	see := func(weight int, inStatement bool, texts ...string) {
		for _, own := range lexicon.Words(strings.Join(texts, " . ")) {
			switch {
			case inStatement && lexicon.IsStopWord(own):
			case lexicon.Stem(own) == lexicon.Stem(word):
				best = max(best, 12+weight)
			case prefix && strings.HasPrefix(own, word) && (!inStatement || len(word) >= 3):
				best = max(best, 6+weight)
			}
		}
	}
	see(6, false, append(slices.Clone(p.OtherNames), p.Name)...)
	if anywhere {
		for _, l := range p.Locations {
			see(2, false, l.City)
		}
		see(1, true, string(p.Statement))
	}
	return best
}

// relevance is how well the provider fits a text that it meets.
func (o *oracle) relevance(p *models.Provider, in *search.Interpretation) (sum int) {
	weights := map[search.Field]int{
		search.FieldConditions: 5, search.FieldTreatments: 4, search.FieldCredentials: 3,
	}
	own := map[search.Field][]string{
		search.FieldConditions: p.ConditionIDs, search.FieldTreatments: p.TreatmentIDs,
		search.FieldCredentials: p.CredentialIDs,
	}
	for _, condition := range in.Hints {
		if slices.Contains(p.ConditionIDs, condition) {
			sum += 6 + weights[search.FieldConditions]
		}
	}
	for i := range in.Intents {
		intent := &in.Intents[i]
		for word, prefix := range intent.OwnWords() {
			sum += ownWord(p, word, prefix, intent.Kind == search.IntentWord)
		}
		weight, refers := weights[intent.Field]
		if intent.Kind != search.IntentValue || !refers {
			continue
		}
		best := 0
		for at, value := range intent.Values {
			switch {
			case intent.Own == 0 || intent.Own == len(intent.Values) || !slices.Contains(own[intent.Field], value):
			case at < intent.Own:
				best = max(best, 12+weight)
			default:
				best = max(best, 6+weight)
			}
		}
		for _, word := range lexicon.Words(intent.Words) {
			if !lexicon.IsStopWord(word) && !lexicon.IsWeak(word) {
				best = max(best, ownWord(p, word, false, true))
			}
		}
		sum += best
	}
	return sum
}
