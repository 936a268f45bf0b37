package catalog

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"findcare/internal/search"
	"findcare/models"
)

// truths are how people read yes and no.
var truths = map[search.Field]struct{ yes, no string }{
	search.FieldAcceptingNewClients: {"Accepting new clients", "Not accepting new clients"},
	search.FieldFreeConsultation:    {"Free first conversation", "No free first conversation"},
	search.FieldPrescribes:          {"Prescribes medication", "Does not prescribe medication"},
	search.FieldHasOpenings:         {"Had openings", "Had no openings"},
	search.FieldSlidingScale:        {"Sliding scale", "No sliding scale"},
}

// labelOf returns how people read a value of a field.
func labelOf(f search.Field, value string) string {
	if truth, is := truths[f]; is {
		if value == search.Truth(true) {
			return truth.yes
		}
		return truth.no
	}
	if f == search.FieldStates {
		if name, known := models.StateName(value); known {
			return name
		}
	}
	return models.Label(value)
}

// terms are the values of enums and of what providers say yes or no to, with what people call them.
var terms = sync.OnceValue(func() (terms []search.Term) {
	add := func(f search.Field, values ...string) {
		for _, value := range values {
			terms = append(terms, search.Term{Field: f, Value: value, Names: namesOf(f, value)})
		}
	}
	add(search.FieldSessionFormats, stringsOf(models.SessionFormats())...)
	add(search.FieldAgeGroups, stringsOf(models.AgeGroups())...)
	add(search.FieldOpenAt, string(models.Evenings), string(models.Weekends))
	add(search.FieldAccessibility, stringsOf(models.AccessibilityFeatures())...)
	add(search.FieldLanguageServices, stringsOf(models.LanguageServices())...)
	add(search.FieldGenders, stringsOf(models.Genders())...)
	add(search.FieldPopulations, stringsOf(models.Populations())...)
	add(search.FieldKinds, string(models.Individual), string(models.Organization))
	for _, f := range slices.Sorted(maps.Keys(truths)) {
		add(f, search.Truth(true), search.Truth(false))
	}
	return terms
})

// namesOf are how people read a value, and how matches say it.
func namesOf(f search.Field, value string) []string {
	label := labelOf(f, value)
	switch f {
	case search.FieldSessionFormats:
		return []string{label, formatPhrase(models.SessionFormat(value))}
	case search.FieldKinds:
		return []string{kindPhrase(models.ProviderKind(value)), value}
	case search.FieldHasOpenings:
		return []string{label, strings.TrimPrefix(label, "Had ")}
	}
	return []string{label}
}
