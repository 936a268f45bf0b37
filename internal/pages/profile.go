package pages

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
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
	SessionFee                                  *fee
	ConfirmedOn                                 string
	Articles                                    struct {
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

// Callable reports whether there is a phone number.
func (p provider) Callable() bool {
	return slices.ContainsFunc(p.Locations, func(l location) bool { return l.Phone != "" })
}

// HasFacts reports whether there is anything to show at a glance.
func (p provider) HasFacts() bool {
	return len(p.SessionFormats)+len(p.AgeGroups)+len(p.Languages)+len(p.Insurances)+len(p.Licenses) > 0 ||
		p.YearsInPractice != nil || p.SessionFee != nil || p.NPI != "" || p.ConfirmedOn != ""
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
