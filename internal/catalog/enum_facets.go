package catalog

import (
	"findcare/internal/search"
	"findcare/models"
)

// EnumCount is how many of all who match have a value of an enum.
type EnumCount[T ~string] struct {
	Value T
	Count int
}

// Label is how people read the value.
func (c EnumCount[T]) Label() string { return models.Label(c.Value) }

func enumFacet[T ~string](f ProviderFacets, of search.Field) []EnumCount[T] {
	return search.Facet(f.connection.results, of, defaultFacet, nil, func(value string, count int) EnumCount[T] {
		return EnumCount[T]{T(value), count}
	})
}

// SessionFormatCount is how many of all who match meet in a way.
type SessionFormatCount = EnumCount[models.SessionFormat]

// AgeGroupCount is how many of all who match see an age group.
type AgeGroupCount = EnumCount[models.AgeGroup]

// OpenTimeCount is how many of all who match have hours at a time.
type OpenTimeCount = EnumCount[models.OpenTime]

// AccessibilityFeatureCount is how many of all who match have a feature of accessibility.
type AccessibilityFeatureCount = EnumCount[models.AccessibilityFeature]

// LanguageServiceCount is how many of all who match have a help with languages.
type LanguageServiceCount = EnumCount[models.LanguageService]

// GenderCount is how many of all who match are of a gender.
type GenderCount = EnumCount[models.Gender]

// PopulationCount is how many of all who match know a group of people well.
type PopulationCount = EnumCount[models.Population]

// SessionFormatCounts is what SessionFormats is, with the values of the enum.
func (f ProviderFacets) SessionFormatCounts() []SessionFormatCount {
	return enumFacet[models.SessionFormat](f, search.FieldSessionFormats)
}

// AgeGroupCounts is what AgeGroups is, with the values of the enum.
func (f ProviderFacets) AgeGroupCounts() []AgeGroupCount {
	return enumFacet[models.AgeGroup](f, search.FieldAgeGroups)
}

// OpenAtCounts is what OpenAt is, with the values of the enum.
func (f ProviderFacets) OpenAtCounts() []OpenTimeCount {
	return enumFacet[models.OpenTime](f, search.FieldOpenAt)
}

// AccessibilityCounts is what Accessibility is, with the values of the enum.
func (f ProviderFacets) AccessibilityCounts() []AccessibilityFeatureCount {
	return enumFacet[models.AccessibilityFeature](f, search.FieldAccessibility)
}

// LanguageServiceCounts is what LanguageServices is, with the values of the enum.
func (f ProviderFacets) LanguageServiceCounts() []LanguageServiceCount {
	return enumFacet[models.LanguageService](f, search.FieldLanguageServices)
}

// GenderCounts is what Genders is, with the values of the enum.
func (f ProviderFacets) GenderCounts() []GenderCount {
	return enumFacet[models.Gender](f, search.FieldGenders)
}

// PopulationCounts is what Populations is, with the values of the enum.
func (f ProviderFacets) PopulationCounts() []PopulationCount {
	return enumFacet[models.Population](f, search.FieldPopulations)
}
