package models

import (
	"fmt"
	"slices"
)

// AccessibilityFeature is something that makes a place usable with a disability.
type AccessibilityFeature string

// The accessibility features.
const (
	WheelchairEntrance   AccessibilityFeature = "WHEELCHAIR_ENTRANCE"
	AccessibleExamRoom   AccessibilityFeature = "EXAM_ROOM"
	AccessibleRestroom   AccessibilityFeature = "RESTROOM"
	AccessibleParking    AccessibilityFeature = "PARKING"
	NearPublicTransit    AccessibilityFeature = "PUBLIC_TRANSIT"
	SensoryAccessibility AccessibilityFeature = "SENSORY"
)

// AccessibilityFeatures returns all of them.
func AccessibilityFeatures() []AccessibilityFeature {
	return []AccessibilityFeature{
		WheelchairEntrance, AccessibleExamRoom, AccessibleRestroom, AccessibleParking, NearPublicTransit,
		SensoryAccessibility,
	}
}

// LanguageService is help for clients who do not share a language with the provider.
type LanguageService string

// The language services.
const (
	AmericanSignLanguage LanguageService = "AMERICAN_SIGN_LANGUAGE"
	Interpreters         LanguageService = "INTERPRETERS"
)

// LanguageServices returns all of them.
func LanguageServices() []LanguageService {
	return []LanguageService{AmericanSignLanguage, Interpreters}
}

// LanguageSkill is how well a provider speaks one of their languages.
type LanguageSkill struct {
	// Language is an English name, as in Provider.Languages.
	Language    string              `bson:"language" json:"language"`
	Proficiency LanguageProficiency `bson:"proficiency" json:"proficiency"`
}

// LanguageProficiency is a level of the Interagency Language Roundtable (https://www.govtilr.org).
type LanguageProficiency string

// The levels, from 1 to 5.
const (
	ElementaryProficiency LanguageProficiency = "ELEMENTARY"
	LimitedProficiency    LanguageProficiency = "LIMITED_WORKING"
	WorkingProficiency    LanguageProficiency = "PROFESSIONAL"
	AdvancedProficiency   LanguageProficiency = "ADVANCED"
	NativeProficiency     LanguageProficiency = "NATIVE"
)

// LanguageProficiencies returns the levels from 1 to 5.
func LanguageProficiencies() []LanguageProficiency {
	return []LanguageProficiency{
		ElementaryProficiency, LimitedProficiency, WorkingProficiency, AdvancedProficiency, NativeProficiency,
	}
}

// Gender is what a provider says their gender is. It is never taken from a registry.
type Gender string

// The genders.
const (
	Woman     Gender = "WOMAN"
	Man       Gender = "MAN"
	Nonbinary Gender = "NONBINARY"
)

// Genders returns all of them.
func Genders() []Gender { return []Gender{Woman, Man, Nonbinary} }

// Population is a group of people whom a provider has experience with, as they say.
type Population string

// The populations.
const (
	LGBTQ           Population = "LGBTQ"
	Transgender     Population = "TRANSGENDER"
	Veterans        Population = "VETERANS"
	MilitaryFamily  Population = "MILITARY_FAMILIES"
	FirstResponders Population = "FIRST_RESPONDERS"
	Couples         Population = "COUPLES"
	Families        Population = "FAMILIES"
	NewParents      Population = "PREGNANT_AND_NEW_PARENTS"
	DeafPeople      Population = "DEAF_AND_HARD_OF_HEARING"
	Disabled        Population = "PEOPLE_WITH_DISABILITIES"
	Neurodivergent  Population = "NEURODIVERGENT"
	Immigrants      Population = "IMMIGRANTS_AND_REFUGEES"
	Students        Population = "STUDENTS"
	JusticeInvolved Population = "JUSTICE_INVOLVED"
)

// Populations returns all of them.
func Populations() []Population {
	return []Population{
		LGBTQ, Transgender, Veterans, MilitaryFamily, FirstResponders, Couples, Families, NewParents, DeafPeople,
		Disabled, Neurodivergent, Immigrants, Students, JusticeInvolved,
	}
}

// Availability is whether a provider had openings on a day.
type Availability struct {
	HasOpenings bool `bson:"hasOpenings" json:"hasOpenings"`
	// WaitingWeeks is how long a new client waits for the first session, in whole weeks; nil where nobody has said.
	WaitingWeeks *int `bson:"waitingWeeks,omitempty" json:"waitingWeeks,omitempty"`
	AsOf         Date `bson:"asOf" json:"asOf"`
}

// Sentence says it with its date, for example: Had openings on 2026-11-02, with a wait of 2 weeks.
func (a *Availability) Sentence() string {
	sentence := "Had no openings on " + string(a.AsOf)
	if a.HasOpenings {
		sentence = "Had openings on " + string(a.AsOf)
	}
	if a.WaitingWeeks != nil {
		sentence += ", with " + Waiting(*a.WaitingWeeks)
	}
	return sentence + "."
}

// Waiting says how long a new client waits.
func Waiting(weeks int) string {
	if weeks == 0 {
		return "no wait"
	}
	return "a wait of " + InWeeks(weeks)
}

// InWeeks returns a number of weeks as people read it.
func InWeeks(weeks int) string {
	if weeks == 1 {
		return "1 week"
	}
	return fmt.Sprintf("%d weeks", weeks)
}

func (d *Provider) normalizeNeeds() {
	for i := range d.Identities {
		trim(&d.Identities[i])
	}
	trim(&d.Faith)
	for i := range d.LanguageSkills {
		skill := &d.LanguageSkills[i]
		trim(&skill.Language)
		if english, ok := LanguageName(skill.Language); ok {
			skill.Language = english
		}
	}
	d.Hours.normalize()
}

func (d *Provider) validateNeeds(c *checker) {
	list(c, "/accessibility", d.Accessibility, known(c, AccessibilityFeatures()))
	list(c, "/languageServices", d.LanguageServices, known(c, LanguageServices()))
	list(c, "/populations", d.Populations, known(c, Populations()))
	list(c, "/identities", d.Identities, func(path, value string) { c.line(path, value, 60) })
	c.optionalLine("/faith", string(d.Faith), 60)
	optionalOneOf(c, "/gender", d.Gender, Genders())
	d.validateLanguageSkills(c)
	d.Hours.validate(c)
	if a := d.Availability; a != nil {
		const mostWeeks = 104
		c.between("/availability/waitingWeeks", a.WaitingWeeks, 0, mostWeeks)
		c.pastDate("/availability/asOf", a.AsOf)
	}
}

// known returns a check of the members of a list whose values are known.
func known[T ~string](c *checker, values []T) func(path string, value T) {
	return func(path string, value T) { oneOf(c, path, value, values) }
}

func (d *Provider) validateLanguageSkills(c *checker) {
	for i, skill := range d.LanguageSkills {
		at := fmt.Sprintf("/languageSkills/%d", i)
		c.note(at+"/language", Rule{Format: FormatLanguage})
		if !slices.Contains(d.Languages, skill.Language) {
			c.fault(at+"/language", skill.Language, "must be one of the provider's languages")
		}
		same := func(other LanguageSkill) bool { return other.Language == skill.Language }
		if slices.ContainsFunc(d.LanguageSkills[:i], same) {
			c.fault(at+"/language", skill.Language, "must not be listed twice")
		}
		oneOf(c, at+"/proficiency", skill.Proficiency, LanguageProficiencies())
	}
}
