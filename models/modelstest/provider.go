package modelstest

import (
	"pgregory.net/rapid"

	"findcare/models"
)

// DrawNeeds sets, at random, how a provider is reached and what people choose by. There are few values, so that many
// are the same. No rule is broken where the provider's languages have English.
func DrawNeeds(t *rapid.T, p *models.Provider) {
	p.OtherNames = subset(t, "other names", "Harbor House", "The Old Mill, LLC")
	p.Website = optional(t, "website", "https://clinic.example", "https://www.clinic.example/flint?from=directory")
	p.BookingURL = optional(t, "booking", "https://booking.example/wren")
	p.Email = optional(t, "email", "office@clinic.example")
	for _, phone := range []models.PhoneNumber{
		{Purpose: models.MainPhone, Number: "+18105550123", Extension: "12"},
		{Purpose: models.IntakePhone, Number: "+18105550199"},
		{Purpose: models.FaxPhone, Number: "+18105550100"},
		{Purpose: models.TTYPhone, Number: "+442079460958"},
	} {
		if rapid.IntRange(1, 3).Draw(t, "phone") == 1 {
			p.Phones = append(p.Phones, phone)
		}
	}
	p.Hours = drawHours(t)
	if rapid.Bool().Draw(t, "skilled") {
		level := rapid.SampledFrom(models.LanguageProficiencies()).Draw(t, "proficiency")
		p.LanguageSkills = []models.LanguageSkill{{Language: "English", Proficiency: level}}
	}
	p.LanguageServices = said(t, "language services", models.LanguageServices()...)
	p.Accessibility = said(t, "accessibility", models.AccessibilityFeatures()[:3]...)
	p.Gender = rapid.SampledFrom(append(models.Genders(), "")).Draw(t, "gender")
	p.Identities = said(t, "identities", "Latina", "LATINA", "none", "first generation; bilingual")
	p.Faith = optional(t, "faith", "Jewish", "jewish", "Quaker")
	p.Populations = said(t, "populations", models.Populations()[:3]...)
	p.FreeConsultation = rapid.Ptr(rapid.Bool(), true).Draw(t, "free consultation")
	p.Prescribes = rapid.Ptr(rapid.Bool(), true).Draw(t, "prescribes")
	if rapid.Bool().Draw(t, "availability") {
		p.Availability = &models.Availability{
			HasOpenings:  rapid.Bool().Draw(t, "openings"),
			WaitingWeeks: rapid.Ptr(rapid.IntRange(0, 4), true).Draw(t, "weeks"),
			AsOf:         "2026-10-19",
		}
	}
}

func drawHours(t *rapid.T) *models.Hours {
	if rapid.Bool().Draw(t, "no hours") {
		return nil
	}
	h := &models.Hours{
		TimeZone: rapid.SampledFrom([]string{"America/Detroit", "America/New_York"}).Draw(t, "time zone"),
		Note:     optional(t, "note", "Closed in August"),
	}
	days := append(subset(t, "days", models.Monday, models.Saturday, models.Sunday), models.Friday)
	for _, day := range days {
		closes := rapid.SampledFrom([]string{"12:00", "18:00", "18:01", "24:00"}).Draw(t, "closes")
		h.Weekly = append(h.Weekly, models.OpeningHours{Day: day, Opens: "00:00", Closes: closes})
	}
	return h
}

func optional(t *rapid.T, what string, values ...models.OptionalString) models.OptionalString {
	return rapid.SampledFrom(append(values, "")).Draw(t, what)
}

// subset draws some of the values, nil for none.
func subset[T any](t *rapid.T, what string, values ...T) (some []T) {
	for _, value := range values {
		if rapid.IntRange(1, 3).Draw(t, what) == 1 {
			some = append(some, value)
		}
	}
	return some
}

// said draws some of the values, or that nobody has said anything.
func said[T any](t *rapid.T, what string, values ...T) models.Said[T] {
	if rapid.Bool().Draw(t, what+" unknown") {
		return nil
	}
	return append(models.Said[T]{}, subset(t, what, values...)...)
}
