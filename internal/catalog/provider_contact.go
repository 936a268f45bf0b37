package catalog

import (
	"slices"

	"findcare/models"
)

// Phones are the number of each location and the further ones, each once, with its extension.
func (p Provider) Phones() []models.PhoneNumber {
	var numbers []models.PhoneNumber
	for i := range p.Locations {
		number := string(p.Locations[i].Phone)
		is := func(other models.PhoneNumber) bool { return other.Number == number }
		if number == "" || slices.ContainsFunc(numbers, is) {
			continue
		}
		if at := slices.IndexFunc(p.Provider.Phones, is); at >= 0 {
			numbers = append(numbers, p.Provider.Phones[at])
			continue
		}
		numbers = append(numbers, models.PhoneNumber{Purpose: models.MainPhone, Number: number})
	}
	for _, further := range p.Provider.Phones {
		if !slices.Contains(numbers, further) {
			numbers = append(numbers, further)
		}
	}
	return numbers
}

// LanguageServices is nil where the provider has not said.
func (p Provider) LanguageServices() []models.LanguageService { return p.Provider.LanguageServices }

// Accessibility is nil where the provider has not said.
func (p Provider) Accessibility() []models.AccessibilityFeature { return p.Provider.Accessibility }

// Gender is nil where the provider has not said.
func (p Provider) Gender() *models.Gender {
	if p.Provider.Gender == "" {
		return nil
	}
	return &p.Provider.Gender
}

// Identities is nil where the provider has not said.
func (p Provider) Identities() []string { return p.Provider.Identities }

// Populations is nil where the provider has not said.
func (p Provider) Populations() []models.Population { return p.Provider.Populations }
