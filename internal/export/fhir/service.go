package fhir

import "findcare/models"

// service adds a HealthcareService with how care is given and for whom, and returns a reference to it; false where the
// provider has said nothing of that.
func (s *subject) service(providedBy *reference, places []reference) (reference, bool) {
	const kind = "HealthcareService"
	r := &healthcareService{
		Type: kind, ID: s.id + "-service", Meta: s.meta(nil), Active: true,
		ProvidedBy: providedBy, Location: places,
		Category:       []codeableConcept{concept(systemCategory, "behav", "Behavioral Health")},
		Extension:      s.deliveryMethods(),
		Communication:  s.signLanguage(),
		Characteristic: s.characteristics(),
		Comment:        s.availability(),
	}
	if len(r.Extension)+len(r.Communication)+len(r.Characteristic) == 0 && r.Comment == "" {
		return reference{}, false
	}
	s.add(kind, r.ID, r)
	return s.reference(kind, r.ID), true
}

// deliveryMethods say whether care is given in person, and by what else.
func (s *subject) deliveryMethods() (found []extension) {
	method := func(kind, display string, modalities ...extension) extension {
		of := concept(systemDelivery, kind, display)
		parts := append([]extension{{URL: "type", ValueCodeableConcept: &of}}, modalities...)
		return extension{URL: deliveryMethod, Extension: parts}
	}
	var virtual []extension
	for _, format := range s.SessionFormats {
		switch format {
		case models.InPerson:
			found = append(found, method("physical", "Physical"))
		case models.Video:
			by := concept(systemModality, "video", "video chat")
			virtual = append(virtual, extension{URL: "virtualModalities", ValueCodeableConcept: &by})
		case models.Phone:
			by := concept(systemModality, "phone", "phone")
			virtual = append(virtual, extension{URL: "virtualModalities", ValueCodeableConcept: &by})
		}
	}
	if len(virtual) > 0 {
		found = append(found, method("virtual", "Virtual", virtual...))
	}
	return found
}

func (s *subject) signLanguage() []codeableConcept {
	for _, service := range s.LanguageServices {
		if service == models.AmericanSignLanguage {
			name := models.Label(service)
			return []codeableConcept{{Coding: []coding{{systemLanguage, models.LanguageTag(name), name}}, Text: name}}
		}
	}
	return nil
}

// characteristics are what else people choose by. No code system has codes for these.
func (s *subject) characteristics() (found []codeableConcept) {
	say := func(text string) {
		if text = clean(text); text != "" {
			found = append(found, codeableConcept{Text: text})
		}
	}
	for _, service := range s.LanguageServices {
		if service == models.Interpreters {
			say(models.Label(service))
		}
	}
	for _, population := range s.Populations {
		say("Works with: " + models.Label(population))
	}
	for _, identity := range s.Identities {
		say("Identity: " + identity)
	}
	if s.Faith != "" {
		say("Faith: " + string(s.Faith))
	}
	for _, said := range []struct {
		what    *bool
		yes, no string
	}{
		{s.FreeConsultation, "Free first conversation", "No free first conversation"},
		{s.Prescribes, "Prescribes medication", "Does not prescribe medication"},
	} {
		switch {
		case said.what == nil:
		case *said.what:
			say(said.yes)
		default:
			say(said.no)
		}
	}
	return found
}

func (s *subject) availability() string {
	if s.Availability == nil {
		return ""
	}
	return s.Availability.Sentence()
}

// accessibility says which features the places have. Plan-Net's codes are broader, and so the text says which it is.
func (s *subject) accessibility() (found []extension) {
	for _, feature := range s.Accessibility {
		of := concept(systemAccessibility, "handiaccess", "handicap accessible")
		if feature == models.NearPublicTransit {
			of = concept(systemAccessibility, "pubtrans", "public transit options")
		}
		of.Text = models.Label(feature)
		found = append(found, extension{URL: accessibility, ValueCodeableConcept: &of})
	}
	return found
}

// genders are the codes of FHIR's AdministrativeGender for what a provider says of themselves.
var genders = map[models.Gender]string{models.Woman: "female", models.Man: "male", models.Nonbinary: "other"}

// proficiencies are the codes of Plan-Net for the levels of the Interagency Language Roundtable.
var proficiencies = map[models.LanguageProficiency]string{
	models.ElementaryProficiency: "10", models.LimitedProficiency: "20", models.WorkingProficiency: "30",
	models.AdvancedProficiency: "40", models.NativeProficiency: "50",
}

func (s *subject) proficiency(language string) []extension {
	for _, skill := range s.LanguageSkills {
		if skill.Language == language {
			level := concept(systemProficiency, proficiencies[skill.Proficiency], "")
			return []extension{{URL: communicationProficiency, ValueCodeableConcept: &level}}
		}
	}
	return nil
}
