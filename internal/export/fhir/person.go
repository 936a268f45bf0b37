package fhir

import (
	"fmt"
	"slices"

	"findcare/internal/codes"
	"findcare/models"
)

// person adds a Practitioner, its Locations, the PractitionerRole that connects them, and those in organizations.
func (s *subject) person() {
	const kind = "Practitioner"
	s.add(kind, s.id, &practitioner{
		Type: kind, ID: s.id, Meta: s.meta(
			profiles("practitioner", kind),
		), Identifier: s.identifiers(kind), Active: true,
		Name: []humanName{s.humanName()}, Gender: genders[s.Gender], Qualification: s.qualifications(),
		Communication: s.communication(),
	})
	places := s.places(nil, nil)
	var services []reference
	if service, said := s.service(nil, places); said {
		services = []reference{service}
	}
	s.role(s.reference(kind, s.id), places, services)
	s.employments(s.reference(kind, s.id))
}

// employments adds a role in each organization that the person works for. Which of the person's places and services
// are those of the organization is not known, and so the role has none.
func (s *subject) employments(person reference) {
	const kind = "PractitionerRole"
	for i, id := range s.WorksForIDs {
		organization := s.reference("Organization", resourceID(id))
		role := &practitionerRole{
			Type: kind, ID: fmt.Sprintf("%s-role-%d", s.id, i+2), Meta: s.meta(nil), Active: true,
			Practitioner: person, Organization: &organization, Specialty: s.specialties(),
		}
		s.add(kind, role.ID, role)
	}
}

func (s *subject) role(person reference, places, services []reference) {
	const kind = "PractitionerRole"
	r := &practitionerRole{
		Type: kind, ID: s.id + "-role", Extension: s.newClients(), Active: true, Practitioner: person,
		Specialty: s.specialties(), Location: places, Services: services, Telecom: s.telecom(),
		AvailableTime: s.availableTime(), AvailabilityExceptions: s.hoursNote(),
	}
	var kept []string
	if len(r.Telecom) > 0 { // required by both profiles
		kept = profiles("practitionerrole", kind)
	}
	r.Meta = s.meta(kept)
	s.add(kind, r.ID, r)
}

// specialties are the behavioural-health taxonomy codes in the NPI record, in its order.
func (s *subject) specialties() (found []codeableConcept) {
	if s.NPIRecord == nil {
		return nil
	}
	for _, code := range s.NPIRecord.Taxonomies {
		if profession := codes.ProfessionOf(code); profession != nil {
			specialty := concept(systemTaxonomy, code, "")
			specialty.Text = profession.Name
			found = append(found, specialty)
		}
	}
	return found
}

func (s *subject) communication() (found []codeableConcept) {
	for _, language := range s.Languages {
		spoken := codeableConcept{Extension: s.proficiency(language), Text: clean(language)}
		if tag := models.LanguageTag(language); tag != "" {
			spoken.Coding = []coding{{systemLanguage, tag, language}}
		}
		found = append(found, spoken)
	}
	return found
}

// qualifications are the licences, and the credentials without a licence.
func (s *subject) qualifications() (found []qualification) {
	held := slices.Clone(s.CredentialIDs)
	for _, license := range s.Licenses {
		if !slices.Contains(held, license.CredentialID) {
			held = append(held, license.CredentialID)
		}
	}
	for _, id := range held {
		credential := s.Credential(id)
		if credential == nil {
			continue
		}
		code := codeOf(credential)
		licensed := false
		for _, license := range s.Licenses {
			if license.CredentialID == id {
				found, licensed = append(found, licensedFor(code, license)), true
			}
		}
		if !licensed {
			found = append(found, qualification{Code: code})
		}
	}
	return found
}

func licensedFor(code codeableConcept, license models.License) qualification {
	q := qualification{Code: code}
	if number := clean(string(license.Number)); number != "" {
		ofState := concept(systemIdentifiers, "SL", "State license")
		q.Identifier = []identifier{{Type: &ofState, Value: number}}
	}
	if license.ExpiresOn != "" {
		q.Period = &period{End: string(license.ExpiresOn)}
	}
	if state, known := models.StateName(license.State); known {
		q.Issuer = &reference{Display: state}
	}
	return q
}
