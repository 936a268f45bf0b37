package pages

import (
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"findcare/models"
)

// provider is a provider in the results of operations; each has the fields that it needs.
type provider struct {
	Slug, NPI, Kind, Name, Pronouns, ProfileURL string
	Summary, Statement                          string
	AcceptingNewClients                         *bool
	YearsInPractice                             *int
	Credentials                                 []credential
	Licenses                                    []license
	Locations                                   []location
	Conditions, Treatments                      []term
	SessionFormats, AgeGroups                   []string
	Languages, Insurances                       []string
	Coverage                                    []coverage
	SessionFee                                  *fee
	ConfirmedOn                                 string
	OtherNames                                  []string
	Website, BookingURL, Email                  string
	Phones                                      []phoneNumber
	Hours                                       *hours
	LanguageSkills                              []languageSkill
	LanguageServices, Accessibility             []string
	Gender, Faith                               string
	Identities, Populations                     []string
	FreeConsultation, Prescribes                *bool
	Availability                                *models.Availability
	Unconfirmed                                 bool
	WorksFor                                    []provider
	Staff                                       struct {
		TotalCount int
		Nodes      []provider
	}
	Articles struct {
		TotalCount int
		Nodes      []articleLink
	}
	Similar []provider
}

type license struct {
	Credential               credential
	State, Number, ExpiresOn string
	Expired                  bool
}

type location struct {
	Label, Street, City, State, StateCode, PostalCode, Phone string
	Latitude, Longitude                                      *float64
}

type phoneNumber struct{ Purpose, Number, Extension string }

// URL calls the number and then the extension (RFC 3966).
func (p phoneNumber) URL() template.URL {
	if p.Extension == "" {
		return telephone(p.Number)
	}
	return telephone(p.Number) + template.URL(";ext="+p.Extension)
}

// Label is the number as people read it.
func (p phoneNumber) Label() string {
	if p.Extension == "" {
		return phone(p.Number)
	}
	return phone(p.Number) + ", ext. " + p.Extension
}

type languageSkill struct{ Language, Proficiency string }

type fee struct {
	Currency         string
	Minimum, Maximum int
	SlidingScale     bool
}

// Range formats the fee of one session.
func (f fee) Range() string {
	sign := f.Currency + " "
	if f.Currency == "USD" {
		sign = "$"
	}
	if f.Minimum == f.Maximum {
		return sign + number(f.Minimum)
	}
	return fmt.Sprintf("%s%s to %s%s", sign, number(f.Minimum), sign, number(f.Maximum))
}

// Years formats how long the provider has been in practice.
func (p provider) Years() string {
	switch {
	case p.YearsInPractice == nil:
		return ""
	case *p.YearsInPractice == 0:
		return "Less than a year"
	}
	return count(*p.YearsInPractice, "year", "years")
}

// Accepting says whether the provider accepts new clients, "" where that is not known.
func (p provider) Accepting() string {
	switch {
	case p.AcceptingNewClients == nil:
		return ""
	case *p.AcceptingNewClients:
		return "Accepting new clients"
	}
	return "Not accepting new clients at the moment"
}

// AcceptsClients reports whether the provider is known to accept new clients.
func (p provider) AcceptsClients() bool {
	return p.AcceptingNewClients != nil && *p.AcceptingNewClients
}

// Reachable reports whether there is a way to reach the provider.
func (p provider) Reachable() bool {
	return len(p.Phones) > 0 || p.Website != "" || p.BookingURL != "" || p.Email != ""
}

// HasContact reports whether there is anything for the panel with places, cost and hours.
func (p provider) HasContact() bool {
	return p.Reachable() || len(p.Locations)+len(p.Insurances)+len(p.Coverage) > 0 ||
		p.SessionFee != nil || p.Hours != nil
}

// PhoneAt is the number of a location, with its extension.
func (p provider) PhoneAt(l location) phoneNumber {
	is := func(n phoneNumber) bool { return n.Number == l.Phone }
	if at := slices.IndexFunc(p.Phones, is); at >= 0 {
		return p.Phones[at]
	}
	return phoneNumber{Number: l.Phone}
}

// FurtherPhones are the numbers that no location has.
func (p provider) FurtherPhones() []phoneNumber {
	return slices.DeleteFunc(slices.Clone(p.Phones), func(n phoneNumber) bool {
		return slices.ContainsFunc(p.Locations, func(l location) bool { return l.Phone == n.Number })
	})
}

// Spoken are the languages, each with how well where the provider has said.
func (p provider) Spoken() string {
	spoken := slices.Clone(p.Languages)
	for i, language := range spoken {
		for _, skill := range p.LanguageSkills {
			if skill.Language == language {
				spoken[i] += " (" + word(skill.Proficiency) + ")"
			}
		}
	}
	return list(spoken)
}

// Initials stand where others have a photograph.
func (p provider) Initials() string {
	words := strings.FieldsFunc(p.Name, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' })
	if len(words) == 0 {
		return ""
	}
	first, _ := utf8.DecodeRuneInString(words[0])
	initials := string(unicode.ToUpper(first))
	if len(words) > 1 {
		last, _ := utf8.DecodeRuneInString(words[len(words)-1])
		initials += string(unicode.ToUpper(last))
	}
	return initials
}

// Place is the city and the state of the main location.
func (p provider) Place() string {
	if len(p.Locations) == 0 {
		return ""
	}
	l := p.Locations[0]
	state := l.State
	if state == "" {
		state = l.StateCode
	}
	return l.City + ", " + state
}

// maxOnCard is the maximum number of credentials that a result shows.
const maxOnCard = 3

// CardCredentials are the credentials as a result shows them.
func (p provider) CardCredentials() string {
	if more := len(p.Credentials) - maxOnCard; more > 1 {
		return fmt.Sprintf("%s and %d more", labels(p.Credentials[:maxOnCard]), more)
	}
	return labels(p.Credentials)
}

// Takes says which insurance the provider takes, where there is little to say; a card folds longer lists away.
func (p provider) Takes() string {
	if len(p.Insurances) > maxTaken {
		return ""
	}
	return list(p.Insurances)
}

// HasFacts reports whether there is anything for a card beside the summary.
func (p provider) HasFacts() bool {
	return len(p.SessionFormats)+len(p.Languages)+len(p.Insurances) > 0 || p.SessionFee != nil
}

// maxTaken is how many insurances a card shows before it folds them away.
const maxTaken = 2

// CityPath is the path of the page of the main location's city, "" where there is none.
func (p provider) CityPath() string {
	if len(p.Locations) == 0 || p.Locations[0].StateCode == "" {
		return ""
	}
	city := models.Slugify(p.Locations[0].City)
	if city == "" {
		return ""
	}
	return placePath(p.Locations[0].StateCode, city, "")
}

// NearPath is the path of the search near the main location.
func (p provider) NearPath() string {
	if len(p.Locations) == 0 || p.Locations[0].PostalCode == "" {
		return "/find"
	}
	zip, _, _ := strings.Cut(p.Locations[0].PostalCode, "-")
	return "/find?" + url.Values{"near": {zip}}.Encode()
}

func (s *site) profile(r *http.Request) (*page, error) {
	var data struct{ Provider *provider }
	slug, err := slug(r)
	if err != nil {
		return nil, err
	}
	answer, err := s.ask(r, "profile", "Profile", map[string]any{"slug": slug}, &data)
	if err != nil {
		return nil, err
	}
	p := data.Provider
	if p == nil {
		return nil, errNotFound
	}
	path := "/providers/" + p.Slug
	if p.Slug != slug {
		return nil, movedError{path}
	}
	title := p.Name
	if len(p.Credentials) > 0 {
		title += ", " + p.Credentials[0].Label
	}
	return &page{
		Template:       "profile",
		Title:          title,
		Description:    shortened(p.Summary),
		Path:           path,
		OpenGraph:      "profile",
		StructuredData: p.structuredData(),
		Result:         answer,
		Content:        p,
	}, nil
}
