package catalog

import "findcare/models"

// Phones are the number of each location and the further ones, each once, with its extension.
func (p Provider) Phones() []models.PhoneNumber { return p.AllPhones() }

// LanguageServices is nil where the provider has not said.
func (p Provider) LanguageServices() []models.LanguageService { return p.Provider.LanguageServices }

// Accessibility is nil where the provider has not said.
func (p Provider) Accessibility() []models.AccessibilityFeature { return p.Provider.Accessibility }

// Gender is nil where the provider has not said.
func (p Provider) Gender() *models.Gender { return given(p.Provider.Gender) }

// given returns a value of an enum, nil where there is none.
func given[T ~string](value T) *T {
	if value == "" {
		return nil
	}
	return &value
}

// Identities is nil where the provider has not said.
func (p Provider) Identities() []string { return p.Provider.Identities }

// Populations is nil where the provider has not said.
func (p Provider) Populations() []models.Population { return p.Provider.Populations }
