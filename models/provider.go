package models

import (
	"fmt"
	"math"
	"slices"
)

// Provider is a person or an organization that gives care.
type Provider struct {
	Header `bson:",inline"`
	// Status reports whether the provider is listed; empty for one that is.
	Status ProviderStatus `bson:"status,omitempty" json:"status,omitempty"`
	// NPI is the National Provider Identifier: ten digits, the last of them a check digit.
	NPI      OptionalString `bson:"npi,omitempty" json:"npi,omitempty"`
	Type     ProviderKind   `bson:"kind" json:"kind"`
	Name     string         `bson:"name" json:"name"`
	Pronouns OptionalString `bson:"pronouns,omitempty" json:"pronouns,omitempty"`
	// OtherNames are names under which people may look for the provider: those that an organization does business as,
	// and former and professional ones.
	OtherNames []string `bson:"otherNames,omitempty" json:"otherNames,omitempty"`
	// CredentialIDs starts with the credential that the provider is listed under.
	CredentialIDs []string  `bson:"credentials,omitempty" json:"credentials,omitempty"`
	Licenses      []License `bson:"licenses,omitempty" json:"licenses,omitempty"`
	// PracticingSince is a year.
	PracticingSince *int `bson:"practicingSince,omitempty" json:"practicingSince,omitempty"`
	// Locations starts with the main practice address.
	Locations []Location `bson:"locations,omitempty" json:"locations,omitempty"`
	// WorksForIDs are organizations of the directory that a person works for. The references are weak: an organization
	// may be retired or deleted, and then is left out of what is shown.
	WorksForIDs []string `bson:"worksFor,omitempty" json:"worksFor,omitempty"`
	// Website and BookingURL are absolute addresses of web pages.
	Website    OptionalString `bson:"website,omitempty" json:"website,omitempty"`
	BookingURL OptionalString `bson:"bookingUrl,omitempty" json:"bookingUrl,omitempty"`
	Email      OptionalString `bson:"email,omitempty" json:"email,omitempty"`
	// Phones are numbers beside those of the locations, and those of locations that have an extension.
	Phones []PhoneNumber `bson:"phones,omitempty" json:"phones,omitempty"`
	// Hours is nil where the provider has not said.
	Hours *Hours `bson:"hours,omitempty" json:"hours,omitempty"`
	// ConditionIDs is in the provider's own order: what they treat most comes first.
	ConditionIDs   []string        `bson:"conditions,omitempty" json:"conditions,omitempty"`
	TreatmentIDs   []string        `bson:"treatments,omitempty" json:"treatments,omitempty"`
	Statement      OptionalString  `bson:"statement,omitempty" json:"statement,omitempty"`
	SessionFormats []SessionFormat `bson:"sessionFormats,omitempty" json:"sessionFormats,omitempty"`
	AgeGroups      []AgeGroup      `bson:"ageGroups,omitempty" json:"ageGroups,omitempty"`
	// Languages are English names of languages, such as Spanish.
	Languages []string `bson:"languages,omitempty" json:"languages,omitempty"`
	// LanguageSkills are levels of some of the languages.
	LanguageSkills   []LanguageSkill            `bson:"languageSkills,omitempty" json:"languageSkills,omitempty"`
	LanguageServices Said[LanguageService]      `bson:"languageServices,omitempty" json:"languageServices,omitzero"`
	Accessibility    Said[AccessibilityFeature] `bson:"accessibility,omitempty" json:"accessibility,omitzero"`
	// Gender, Identities and Faith are in the provider's own words, and Populations what they say that they know well.
	Gender      Gender           `bson:"gender,omitempty" json:"gender,omitempty"`
	Identities  Said[string]     `bson:"identities,omitempty" json:"identities,omitzero"`
	Faith       OptionalString   `bson:"faith,omitempty" json:"faith,omitempty"`
	Populations Said[Population] `bson:"populations,omitempty" json:"populations,omitzero"`
	// Insurances are labels: names of insurers, and what else people pay with. Coverage says more of some of them.
	Insurances []string   `bson:"insurances,omitempty" json:"insurances,omitempty"`
	Coverage   []Coverage `bson:"coverage,omitempty" json:"coverage,omitempty"`
	// AcceptingNewClients, FreeConsultation, Prescribes and Availability are nil where the provider has not said.
	AcceptingNewClients *bool         `bson:"acceptingNewClients,omitempty" json:"acceptingNewClients,omitempty"`
	FreeConsultation    *bool         `bson:"freeConsultation,omitempty" json:"freeConsultation,omitempty"`
	Prescribes          *bool         `bson:"prescribes,omitempty" json:"prescribes,omitempty"`
	Availability        *Availability `bson:"availability,omitempty" json:"availability,omitempty"`
	SessionFee          *FeeRange     `bson:"sessionFee,omitempty" json:"sessionFee,omitempty"`
	// ConfirmedOn is when the provider last confirmed that this entry is right.
	ConfirmedOn Date `bson:"confirmedOn,omitempty" json:"confirmedOn,omitempty"`
	// Confirmations is the ledger of what was confirmed, the latest first. It may be empty beside ConfirmedOn, which
	// then was a confirmation by the provider.
	Confirmations []Confirmation `bson:"confirmations,omitempty" json:"confirmations,omitempty"`
	// NPIRecord and Imported are written by imports, not by editors.
	NPIRecord *NPIRecord `bson:"npiRecord,omitempty" json:"npiRecord,omitempty"`
	Imported  []Imported `bson:"imported,omitempty" json:"imported,omitempty"`
}

// ProviderStatus reports whether a provider is listed.
type ProviderStatus string

// The states of a provider. Only active ones exist for the public.
const (
	ProviderActive  ProviderStatus = "ACTIVE"
	ProviderRetired ProviderStatus = "RETIRED"
)

// Retired reports whether the provider is one that the public does not see any more. So is one whose status this
// findcare does not know.
func (d *Provider) Retired() bool { return d.Status != "" && d.Status != ProviderActive }

// ProviderKind tells people from organizations.
type ProviderKind string

// The kinds of providers.
const (
	Individual   ProviderKind = "INDIVIDUAL"
	Organization ProviderKind = "ORGANIZATION"
)

// SessionFormat is a way of meeting.
type SessionFormat string

// The session formats.
const (
	InPerson SessionFormat = "IN_PERSON"
	Video    SessionFormat = "VIDEO"
	Phone    SessionFormat = "PHONE"
)

// SessionFormats are all of them.
func SessionFormats() []SessionFormat { return []SessionFormat{InPerson, Video, Phone} }

// AgeGroup is a group of clients by age.
type AgeGroup string

// The age groups.
const (
	Children    AgeGroup = "CHILDREN"
	Teens       AgeGroup = "TEENS"
	Adults      AgeGroup = "ADULTS"
	OlderAdults AgeGroup = "OLDER_ADULTS"
)

// AgeGroups are all of them.
func AgeGroups() []AgeGroup { return []AgeGroup{Children, Teens, Adults, OlderAdults} }

// License is a state's permission to practise with a credential.
type License struct {
	ID           MemberID `bson:"id,omitempty" json:"id,omitzero"`
	CredentialID string   `bson:"credential" json:"credential"`
	// State is a two-letter code.
	State     string         `bson:"state" json:"state"`
	Number    OptionalString `bson:"number,omitempty" json:"number,omitempty"`
	ExpiresOn Date           `bson:"expiresOn,omitempty" json:"expiresOn,omitempty"`
}

// HoldsOn reports whether the licence holds on a day: it does through ExpiresOn, and always where nobody said when it
// expires. It also does where the day is not known.
func (l *License) HoldsOn(day Date) bool { return l.ExpiresOn == "" || day <= l.ExpiresOn }

// LicensedIn returns the states in which a licence holds on a day, each once.
func (d *Provider) LicensedIn(day Date) (states []string) {
	for i := range d.Licenses {
		if l := &d.Licenses[i]; l.HoldsOn(day) && !slices.Contains(states, l.State) {
			states = append(states, l.State)
		}
	}
	return states
}

// FeeRange is what one session costs, in whole units of the currency.
type FeeRange struct {
	// Currency is an ISO 4217 code.
	Currency     string `bson:"currency" json:"currency"`
	Minimum      int    `bson:"minimum" json:"minimum"`
	Maximum      int    `bson:"maximum" json:"maximum"`
	SlidingScale bool   `bson:"slidingScale" json:"slidingScale"`
}

// Kind returns KindProvider.
func (*Provider) Kind() Kind { return KindProvider }

// References visits credentials, conditions, treatments, insurers and organizations.
func (d *Provider) References(visit func(path string, kind Kind, reference *string)) {
	visitAll(visit, "/credentials", KindCredential, d.CredentialIDs)
	for i := range d.Licenses {
		visit(fmt.Sprintf("/licenses/%d/credential", i), KindCredential, &d.Licenses[i].CredentialID)
	}
	visitAll(visit, "/conditions", KindCondition, d.ConditionIDs)
	visitAll(visit, "/treatments", KindTreatment, d.TreatmentIDs)
	for i := range d.Coverage {
		visit(fmt.Sprintf("/coverage/%d/insurer", i), KindInsurer, &d.Coverage[i].InsurerID)
	}
	visitAll(visit, "/worksFor", KindProvider, d.WorksForIDs)
}

// Normalize trims texts, spells languages in English and phone numbers in E.164, and fills in a state's name or code
// from the other.
func (d *Provider) Normalize() {
	if d.Status == ProviderActive {
		d.Status = ""
	}
	trim(&d.Name)
	trim(&d.NPI, &d.Pronouns, &d.Statement)
	d.OtherNames = trimAll(d.OtherNames)
	d.normalizeContact()
	d.normalizeNeeds()
	d.settleConfirmations()
	d.normalizeCoverage()
	d.CredentialIDs = trimAll(d.CredentialIDs)
	d.ConditionIDs = trimAll(d.ConditionIDs)
	d.TreatmentIDs = trimAll(d.TreatmentIDs)
	d.WorksForIDs = trimAll(d.WorksForIDs)
	d.Insurances = trimAll(d.Insurances)
	d.Languages = trimAll(d.Languages)
	for i, name := range d.Languages {
		if english, ok := LanguageName(name); ok {
			d.Languages[i] = english
		}
	}
	for i := range d.Licenses {
		trim(&d.Licenses[i].CredentialID, &d.Licenses[i].State)
		trim(&d.Licenses[i].Number)
	}
	for i := range d.Locations {
		d.Locations[i].normalize()
	}
}

// Validate returns the broken rules.
func (d *Provider) Validate(today Date, references References) []Fault {
	return validate(d, today, references)
}

func (d *Provider) check(c *checker) {
	c.header(KindProvider, &d.Header)
	optionalOneOf(c, "/status", d.Status, []ProviderStatus{ProviderActive, ProviderRetired})
	c.note("/npi", Rule{Line: true, MaxLength: 10, Format: FormatNPI})
	if d.NPI != "" && !ValidNPI(string(d.NPI)) {
		c.fault("/npi", string(d.NPI), "must be ten digits, the last of them the check digit of the others")
	}
	oneOf(c, "/kind", d.Type, []ProviderKind{Individual, Organization})
	c.line("/name", d.Name, 200)
	c.optionalLine("/pronouns", string(d.Pronouns), 40)
	list(c, "/otherNames", d.OtherNames, func(path, value string) { c.line(path, value, 200) })
	d.validateContact(c)
	d.validateNeeds(c)
	list(c, "/credentials", d.CredentialIDs, c.reference(KindCredential))
	for i, license := range d.Licenses {
		at := fmt.Sprintf("/licenses/%d", i)
		c.reference(KindCredential)(at+"/credential", license.CredentialID)
		c.stateCode(at+"/state", license.State)
		c.optionalLine(at+"/number", string(license.Number), 60)
		c.date(at+"/expiresOn", license.ExpiresOn)
	}
	c.limits("/practicingSince", firstYear, math.Inf(1))
	if since := d.PracticingSince; since != nil && (*since < firstYear || *since > c.today.Year()) {
		c.fault("/practicingSince", *since, "must be a year from %d to %d", firstYear, c.today.Year())
	}
	for i := range d.Locations {
		d.Locations[i].validate(c, fmt.Sprintf("/locations/%d", i))
	}
	list(c, "/conditions", d.ConditionIDs, c.reference(KindCondition))
	list(c, "/treatments", d.TreatmentIDs, c.reference(KindTreatment))
	d.validateWorksFor(c)
	c.optionalText("/statement", string(d.Statement), 5000)
	list(c, "/sessionFormats", d.SessionFormats, func(path string, value SessionFormat) {
		oneOf(c, path, value, SessionFormats())
	})
	list(c, "/ageGroups", d.AgeGroups, func(path string, value AgeGroup) {
		oneOf(c, path, value, AgeGroups())
	})
	list(c, "/languages", d.Languages, func(path, value string) {
		c.note(path, Rule{Format: FormatLanguage})
		if _, ok := LanguageName(value); !ok {
			c.fault(path, value, "must be a language: its English name (Spanish) or its BCP 47 tag (es)")
		}
	})
	list(c, "/insurances", d.Insurances, c.insuranceLabel)
	d.validateCoverage(c)
	if d.SessionFee != nil {
		d.SessionFee.validate(c)
	}
	d.validateConfirmations(c)
	if d.NPIRecord != nil {
		d.NPIRecord.validate(c)
	}
	for i := range d.Imported {
		d.Imported[i].validate(c, fmt.Sprintf("/imported/%d", i))
	}
}

// firstYear is the first one in which anybody who practises may have begun.
const firstYear = 1900

// feeLimit is far above any session; beyond it is a typing error.
const feeLimit = 100_000

func (f *FeeRange) validate(c *checker) {
	c.note("/sessionFee/currency", Rule{Format: FormatCurrency})
	c.limits("/sessionFee/minimum", 0, feeLimit)
	c.limits("/sessionFee/maximum", 0, feeLimit)
	if !validCurrency(f.Currency) {
		c.fault("/sessionFee/currency", f.Currency, "must be a currency code of ISO 4217, such as USD")
	}
	if f.Minimum < 0 {
		c.fault("/sessionFee/minimum", f.Minimum, "must not be negative")
	}
	if f.Minimum > f.Maximum {
		c.fault("/sessionFee/minimum", f.Minimum, "must not be above the maximum, %d", f.Maximum)
	}
	if f.Maximum > feeLimit {
		c.fault("/sessionFee/maximum", f.Maximum, "must be at most %d", feeLimit)
	}
}

// YearsInPractice returns whole years from PracticingSince to today's year; false where the former is not known.
func (d *Provider) YearsInPractice(today Date) (years int, known bool) {
	if d.PracticingSince == nil {
		return 0, false
	}
	return max(0, today.Year()-*d.PracticingSince), true
}
