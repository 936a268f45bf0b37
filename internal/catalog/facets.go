package catalog

import (
	"findcare/internal/search"
	"findcare/models"
)

// ProviderFacets counts the values of all who match. Each facet ignores its own filter.
type ProviderFacets struct{ connection *ProviderConnection }

// Facets counts the values of all who match, not only of the page.
func (c ProviderConnection) Facets() ProviderFacets { return ProviderFacets{&c} }

// ConditionCount is how many of all who match treat a condition.
type ConditionCount struct {
	Condition Condition
	Count     int
}

// TreatmentCount is how many of all who match offer a treatment.
type TreatmentCount struct {
	Treatment Treatment
	Count     int
}

// CredentialCount is how many of all who match hold a credential.
type CredentialCount struct {
	Credential Credential
	Count      int
}

// InsurerCount is how many of all who match take an insurer.
type InsurerCount struct {
	Insurer Insurer
	Count   int
}

// ValueCount is how many of all who match have a value.
type ValueCount struct {
	Value string
	Count int
	field search.Field
}

// Label is how people read the value.
func (c ValueCount) Label() string { return labelOf(c.field, c.Value) }

// The number of values that a facet returns.
const (
	defaultFacet  = 20
	defaultStates = 60
	maxFacet      = 1000
)

// facetSize returns how many values are wanted.
func facetSize(first *int, defaultSize int) (int, error) {
	if first == nil {
		return defaultSize, nil
	}
	if *first < 0 || *first > maxFacet {
		return 0, models.BadInput("first: %d must be from 0 to %d", *first, maxFacet)
	}
	return *first, nil
}

func (f ProviderFacets) values(of search.Field, first *int, defaultSize int) ([]ValueCount, error) {
	size, err := facetSize(first, defaultSize)
	if err != nil {
		return nil, err
	}
	return search.Facet(f.connection.results, of, size, nil, func(value string, count int) ValueCount {
		return ValueCount{value, count, of}
	}), nil
}

// documentFacet counts documents. Those that are not there any more are left out.
func documentFacet[T entity, C any](
	f ProviderFacets, of search.Field, in *table[T], first *int, entry func(T, int) C,
) ([]C, error) {
	size, err := facetSize(first, defaultFacet)
	if err != nil {
		return nil, err
	}
	name := func(id string) (string, bool) {
		document, ok := in.byID[id]
		if !ok {
			return "", false
		}
		return document.sortKey(), true
	}
	return search.Facet(f.connection.results, of, size, name, func(id string, count int) C {
		return entry(in.byID[id], count)
	}), nil
}

// Conditions counts who treats what.
func (f ProviderFacets) Conditions(first *int) ([]ConditionCount, error) {
	return documentFacet(f, search.FieldConditions, &f.connection.snapshot.conditions, first,
		func(c Condition, n int) ConditionCount { return ConditionCount{c, n} })
}

// Treatments counts who offers what.
func (f ProviderFacets) Treatments(first *int) ([]TreatmentCount, error) {
	return documentFacet(f, search.FieldTreatments, &f.connection.snapshot.treatments, first,
		func(t Treatment, n int) TreatmentCount { return TreatmentCount{t, n} })
}

// Credentials counts who holds what.
func (f ProviderFacets) Credentials(first *int) ([]CredentialCount, error) {
	return documentFacet(f, search.FieldCredentials, &f.connection.snapshot.credentials, first,
		func(c Credential, n int) CredentialCount { return CredentialCount{c, n} })
}

// States counts who practises where, by two-letter code.
func (f ProviderFacets) States(first *int) ([]ValueCount, error) {
	return f.values(search.FieldStates, first, defaultStates)
}

// Cities counts who practises where, as "Flint, Michigan".
func (f ProviderFacets) Cities(first *int) ([]ValueCount, error) {
	return f.values(search.FieldCities, first, defaultFacet)
}

// Languages counts who speaks what.
func (f ProviderFacets) Languages(first *int) ([]ValueCount, error) {
	return f.values(search.FieldLanguages, first, defaultFacet)
}

// Insurers counts who takes which insurer, by label or coverage.
func (f ProviderFacets) Insurers(first *int) ([]InsurerCount, error) {
	return documentFacet(f, search.FieldInsurers, &f.connection.snapshot.insurers, first,
		func(i Insurer, n int) InsurerCount { return InsurerCount{i, n} })
}

// Insurances counts who takes what: insurers by their names, and the labels that mean none.
func (f ProviderFacets) Insurances(first *int) ([]ValueCount, error) {
	return f.values(search.FieldInsurances, first, defaultFacet)
}

// SessionFormats counts who meets how.
func (f ProviderFacets) SessionFormats() ([]ValueCount, error) {
	return f.values(search.FieldSessionFormats, nil, defaultFacet)
}

// AgeGroups counts who works with whom.
func (f ProviderFacets) AgeGroups() ([]ValueCount, error) {
	return f.values(search.FieldAgeGroups, nil, defaultFacet)
}

// OpenAt counts who has evening and weekend hours.
func (f ProviderFacets) OpenAt() ([]ValueCount, error) {
	return f.values(search.FieldOpenAt, nil, defaultFacet)
}

// Accessibility counts who has which accessibility features.
func (f ProviderFacets) Accessibility() ([]ValueCount, error) {
	return f.values(search.FieldAccessibility, nil, defaultFacet)
}

// LanguageServices counts who has sign language and interpreters.
func (f ProviderFacets) LanguageServices() ([]ValueCount, error) {
	return f.values(search.FieldLanguageServices, nil, defaultFacet)
}

// Genders counts the genders of those who have said theirs.
func (f ProviderFacets) Genders() ([]ValueCount, error) {
	return f.values(search.FieldGenders, nil, defaultFacet)
}

// Identities counts how providers describe themselves.
func (f ProviderFacets) Identities(first *int) ([]ValueCount, error) {
	return f.values(search.FieldIdentities, first, defaultFacet)
}

// Faiths counts the faiths of those who have said theirs.
func (f ProviderFacets) Faiths(first *int) ([]ValueCount, error) {
	return f.values(search.FieldFaiths, first, defaultFacet)
}

// Populations counts who knows whom well.
func (f ProviderFacets) Populations() ([]ValueCount, error) {
	return f.values(search.FieldPopulations, nil, defaultFacet)
}

// AcceptingNewClients counts who does and who does not.
func (f ProviderFacets) AcceptingNewClients() ([]ValueCount, error) {
	return f.values(search.FieldAcceptingNewClients, nil, defaultFacet)
}

// FreeConsultation counts who offers one and who does not.
func (f ProviderFacets) FreeConsultation() ([]ValueCount, error) {
	return f.values(search.FieldFreeConsultation, nil, defaultFacet)
}

// Prescribes counts who does and who does not.
func (f ProviderFacets) Prescribes() ([]ValueCount, error) {
	return f.values(search.FieldPrescribes, nil, defaultFacet)
}

// SlidingScale counts whose fees depend on what a client can pay, and whose do not.
func (f ProviderFacets) SlidingScale() ([]ValueCount, error) {
	return f.values(search.FieldSlidingScale, nil, defaultFacet)
}

// HasOpenings counts who had openings when they last said, and who had none.
func (f ProviderFacets) HasOpenings() ([]ValueCount, error) {
	return f.values(search.FieldHasOpenings, nil, defaultFacet)
}
