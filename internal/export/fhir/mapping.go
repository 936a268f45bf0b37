package fhir

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"

	"findcare/models"
)

// Mapping converts providers to resources. The same provider always gives the same ones.
type Mapping struct {
	// Credential returns a credential by its id, nil if there is none.
	Credential func(id string) *models.Credential
	// BaseURL is the base address of the resources, without a trailing slash.
	BaseURL string
	// UUIDs identifies resources by UUIDs derived from their ids, for use without a base address.
	UUIDs bool
}

// Entry is a resource with its address, as in a Bundle.
type Entry struct {
	FullURL  string `json:"fullUrl"`
	Resource any    `json:"resource"`
}

// Entries returns the resources of a provider: a Practitioner and a PractitionerRole for a person, an Organization for
// an organization, and Locations. They refer only to each other, and to the organizations that a person works for.
func (m *Mapping) Entries(p *models.Provider) []Entry {
	s := &subject{
		Mapping:  m,
		Provider: p,
		id:       resourceID(p.ID),
		updated:  p.UpdatedAt.UTC().Format("2006-01-02T15:04:05.000Z"),
	}
	if p.Type == models.Organization {
		s.organization()
	} else {
		s.person()
	}
	return s.entries
}

// resourceID is the id of a provider as FHIR allows it: without underscores.
func resourceID(id string) string { return strings.ReplaceAll(id, "_", "-") }

// subject is a provider that is being converted.
type subject struct {
	*Mapping
	*models.Provider
	id      string // as FHIR allows it
	updated string
	entries []Entry
}

func (s *subject) add(kind, id string, resource any) {
	s.entries = append(s.entries, Entry{s.fullURL(kind, id), resource})
}

func (s *subject) meta(profiles []string) meta {
	return meta{LastUpdated: s.updated, Profile: profiles}
}

func (m *Mapping) fullURL(kind, id string) string {
	if m.UUIDs {
		return uuidOf(kind, id)
	}
	return m.BaseURL + "/" + kind + "/" + id
}

func (m *Mapping) reference(kind, id string) reference {
	if m.UUIDs {
		return reference{Reference: uuidOf(kind, id)}
	}
	return reference{Reference: kind + "/" + id}
}

// uuidOf returns a version 5 UUID of a resource, in a namespace for findcare directories.
func uuidOf(kind, id string) string {
	space := uuid.UUID{0x5e, 0x0c, 0x1d, 0x3a, 0x7b, 0x92, 0x4f, 0x6e, 0x9a, 0x41, 0x27, 0xd8, 0x63, 0xb5, 0xce, 0x10}
	return uuid.NewSHA1(space, []byte(kind+"/"+id)).URN()
}

// name is never empty, since FHIR requires a name: if it only has control characters, the slug replaces it.
func (s *subject) name() string { return cmp.Or(clean(s.Name), s.Slug) }

// identifiers are the NPI, and one that every provider has, since US Core requires at least one.
func (s *subject) identifiers(kind string) (found []identifier) {
	if s.NPI != "" {
		kindOf := concept(systemIdentifiers, "NPI", "National provider identifier")
		npi := identifier{Type: &kindOf, System: systemNPI, Value: string(s.NPI)}
		if s.NPIRecord != nil && s.NPIRecord.DeactivatedOn != "" {
			npi.Period = &period{End: string(s.NPIRecord.DeactivatedOn)}
		}
		found = append(found, npi)
	}
	return append(found, identifier{System: systemURI, Value: uuidOf(kind, s.id)})
}

// newClients says whether the provider accepts new clients, if known.
func (s *subject) newClients() []extension {
	if s.AcceptingNewClients == nil {
		return nil
	}
	answer := concept(systemPatients, "nopt", "Not Accepting")
	if *s.AcceptingNewClients {
		answer = concept(systemPatients, "newpt", "Accepting")
	}
	return []extension{
		{URL: newPatients, Extension: []extension{{URL: "acceptingPatients", ValueCodeableConcept: &answer}}},
	}
}

// places adds a Location for each address and returns references to them.
func (s *subject) places(manager *reference, extensions []extension) (references []reference) {
	const kind = "Location"
	for i := range s.Locations {
		l := &s.Locations[i]
		id := fmt.Sprintf("%s-location-%d", s.id, i+1)
		resource := &location{
			Type: kind, ID: id, Meta: s.meta(
				profiles("location", kind),
			), Extension: slices.Concat(extensions, s.accessibility()), Status: "active", Name: clean(l.Label()),
			Telecom: s.telephone(l.Phone), Address: addressOf(l), ManagingOrganization: manager,
		}
		if manager != nil { // the hours of a person are those of the role
			resource.HoursOfOperation, resource.AvailabilityExceptions = s.hoursOfOperation(), s.hoursNote()
		}
		if l.Latitude != nil && l.Longitude != nil {
			resource.Position = &position{*l.Longitude, *l.Latitude}
		}
		s.add(kind, id, resource)
		references = append(references, s.reference(kind, id))
	}
	return references
}

func addressOf(l *models.Location) address {
	a := address{
		Type: "physical", Text: clean(l.Label()), City: clean(l.City), State: l.StateCode, PostalCode: string(
			l.PostalCode,
		), Country: "US",
	}
	if street := clean(string(l.Street)); street != "" {
		a.Line = []string{street}
	}
	return a
}
