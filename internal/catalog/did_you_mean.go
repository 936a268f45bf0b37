package catalog

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"findcare/internal/search"
	"findcare/internal/search/lexicon"
	"findcare/models"
)

// maxMeant is how many known values an error suggests.
const maxMeant = 3

// known is a value that may be given, and its other names.
type known struct {
	value string
	names []string
}

// didYouMean returns the end of a message with what may have been meant.
func didYouMean(values []string) string {
	if len(values) == 0 {
		return ""
	}
	return "; did you mean " + strings.Join(values, " or ") + "?"
}

// Meant returns the end of a message about a value where the slug of a condition, a treatment, a credential or an
// insurer is expected: the slugs of those with such a name, or a similar one.
func (s *Snapshot) Meant(kind models.Kind, given string) string {
	if len(given) > maxTextLength {
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
	case models.KindInsurer:
		for _, d := range s.insurers.all {
			add(d.Slug, "", d.Name, "", d.AlsoKnownAs, nil)
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

// knownLanguages are those that a provider speaks, with their own names for themselves: Español for Spanish.
func (s *Snapshot) knownLanguages() (all []known) {
	for _, name := range s.index.Values(search.FieldLanguages) {
		k := known{value: name}
		if tag, err := language.Parse(models.LanguageTag(name)); err == nil {
			k.names = []string{display.Self.Name(tag)}
		}
		all = append(all, k)
	}
	return all
}

// nearest returns the known values whose names are most similar to one that is not known: those with the same name or,
// where there is none, those with a name of which at most a third differs. Nothing is similar to a very long value.
func nearest(value string, all []known) []string {
	plain := plainName(value)
	if plain == "" || len(value) > maxTextLength {
		return nil
	}
	limit := max(1, len(plain)/3)
	type candidate struct {
		value    string
		distance int
	}
	var candidates []candidate
	for _, k := range all {
		distance := distanceTo(plain, k.value, limit)
		for _, name := range k.names {
			distance = min(distance, distanceTo(plain, name, limit))
		}
		if distance <= limit {
			candidates = append(candidates, candidate{k.value, distance})
		}
	}
	slices.SortFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(a.value, b.value))
	})
	var values []string
	for _, c := range candidates[:min(maxMeant, len(candidates))] {
		if c.distance == 0 || candidates[0].distance > 0 {
			values = append(values, c.value)
		}
	}
	return values
}

// distanceTo returns the distance of a name from what was given, more than limit where they are not similar.
func distanceTo(given, name string, limit int) int {
	name = plainName(name)
	distance := lexicon.Distance(given, name, limit)
	if distance > limit && len(given) >= 4 && strings.Contains(name, given) {
		return limit
	}
	return distance
}

// plainName returns only the letters and digits of a name: a slug has hyphens where the name has spaces.
func plainName(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, models.Fold(name))
}
