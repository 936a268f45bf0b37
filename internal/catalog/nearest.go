package catalog

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"findcare/internal/search/lexicon"
	"findcare/models"
)

// suggestions is how many known values an error names.
const suggestions = 3

// known is a value that may be given, with what else people call it.
type known struct {
	value string
	names []string
}

// didYouMean ends a message with what may have been meant.
func didYouMean(values []string) string {
	if len(values) == 0 {
		return ""
	}
	return "; did you mean " + strings.Join(values, " or ") + "?"
}

// Meant ends a message about something that is given where the slug of a condition, a treatment or a credential is
// expected: with the slugs of those that are called so, or nearly so.
func (s *Snapshot) Meant(kind models.Kind, given string) string {
	if len(given) > longestText {
		return ""
	}
	words := lexicon.Words(given)
	meaning, length := lexicon.Meanings(words)
	if length < len(words) {
		meaning = lexicon.Meaning{}
	}
	var all []known
	add := func(slug, label, name string, abbreviation models.OptionalString, alsoKnownAs, meant []string) {
		names := append([]string{label, name, string(abbreviation)}, alsoKnownAs...)
		if slices.Contains(meant, slug) {
			names = append(names, given)
		}
		all = append(all, known{slug, names})
	}
	switch kind {
	case models.KindCondition:
		for _, c := range s.conditions.all {
			add(c.Slug, c.label, c.Name, c.Abbreviation, c.AlsoKnownAs, meaning.Conditions)
		}
	case models.KindTreatment:
		for _, t := range s.treatments.all {
			add(t.Slug, t.label, t.Name, t.Abbreviation, t.AlsoKnownAs, meaning.Treatments)
		}
	case models.KindCredential:
		for _, c := range s.credentials.all {
			add(c.Slug, c.label, c.Name, c.Abbreviation, nil, meaning.Credentials)
		}
	}
	return didYouMean(nearest(given, all))
}

func knownStates() (all []known) {
	for _, text := range models.StateCodesAndNames() {
		all = append(all, known{value: text})
	}
	return all
}

// knownLanguages are those that somebody speaks, with what they are called in themselves: Español for Spanish.
func (s *Snapshot) knownLanguages() (all []known) {
	for _, name := range s.dictionaries[fieldLanguages].values {
		k := known{value: name}
		if tag, err := language.Parse(models.LanguageTag(name)); err == nil {
			k.names = []string{display.Self.Name(tag)}
		}
		all = append(all, k)
	}
	return all
}

// nearest returns the known values that are called most like one that is not known: those that are called just so or,
// where none is, those of whose names not more than a third differs. None is like a very long one.
func nearest(value string, all []known) []string {
	plain := plainName(value)
	if plain == "" || len(value) > longestText {
		return nil
	}
	most := max(1, len(plain)/3)
	type candidate struct {
		value    string
		distance int
	}
	var candidates []candidate
	for _, k := range all {
		distance := distanceTo(plain, k.value, most)
		for _, name := range k.names {
			distance = min(distance, distanceTo(plain, name, most))
		}
		if distance <= most {
			candidates = append(candidates, candidate{k.value, distance})
		}
	}
	slices.SortFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(a.value, b.value))
	})
	var values []string
	for _, c := range candidates[:min(suggestions, len(candidates))] {
		if c.distance == 0 || candidates[0].distance > 0 {
			values = append(values, c.value)
		}
	}
	return values
}

// distanceTo is how far a name is from what was given, more than the most where they are not alike.
func distanceTo(given, name string, most int) int {
	name = plainName(name)
	distance := lexicon.Distance(given, name, most)
	if distance > most && len(given) >= 4 && strings.Contains(name, given) {
		return most
	}
	return distance
}

// plainName has the letters and digits of a name alone: a slug has hyphens where the name has spaces.
func plainName(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, models.Fold(name))
}
