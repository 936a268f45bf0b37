package search

import (
	"unique"

	"findcare/models"
)

// intern replaces the strings of a document that many documents have by one copy of each: of what is searched by, the
// dictionaries' copies.
func (e *encoder) intern(p *models.Provider) {
	models.IdentifyMembers(p) // of a document that was never stored
	replace := func(f Field, values []string) {
		for i := range values {
			values[i] = e.canonical(f, values[i])
		}
	}
	replace(FieldConditions, p.ConditionIDs)
	replace(FieldTreatments, p.TreatmentIDs)
	replace(FieldCredentials, p.CredentialIDs)
	replace(FieldLanguages, p.Languages)
	replace(FieldInsurances, p.Insurances)
	for i := range p.Coverage {
		c := &p.Coverage[i]
		c.InsurerID = e.canonical(FieldInsurers, c.InsurerID)
		share(&c.Plan)
		share(&c.Network)
		share(&c.Source)
		share(&c.AsOf)
	}
	replace(FieldIdentities, p.Identities)
	replace(FieldWorksFor, p.WorksForIDs)
	for i := range p.Licenses {
		l := &p.Licenses[i]
		l.CredentialID, l.State = e.canonical(FieldCredentials, l.CredentialID), e.canonical(FieldLicensedIn, l.State)
		share(&l.ExpiresOn)
	}
	for i := range p.Locations {
		l := &p.Locations[i]
		l.StateCode = e.canonical(FieldStates, l.StateCode)
		if name, ok := models.StateName(l.StateCode); ok && name == l.State {
			l.State = name
		}
		share(&l.City)
	}
	share(&p.Type)
	share(&p.Pronouns)
	share(&p.ConfirmedOn)
	shareAll(p.SessionFormats)
	shareAll(p.AgeGroups)
	if p.SessionFee != nil {
		share(&p.SessionFee.Currency)
	}
	shareNeeds(p)
	e.shareLists(p)
}

// shareLists is intern for whole lists, and for what is behind pointers.
func (e *encoder) shareLists(p *models.Provider) {
	shareList(e.lists, &p.ConditionIDs)
	shareList(e.lists, &p.TreatmentIDs)
	shareList(e.lists, &p.CredentialIDs)
	shareList(e.lists, &p.SessionFormats)
	shareList(e.lists, &p.AgeGroups)
	shareList(e.lists, &p.Languages)
	shareList(e.lists, &p.LanguageSkills)
	shareList(e.lists, &p.LanguageServices)
	shareList(e.lists, &p.Accessibility)
	shareList(e.lists, &p.Identities)
	shareList(e.lists, &p.Populations)
	shareList(e.lists, &p.Insurances)
	if p.Hours != nil {
		shareList(e.lists, &p.Hours.Weekly)
	}
	for i := range p.Confirmations {
		shareList(e.lists, &p.Confirmations[i].Parts)
	}
	shareValue(e.lists, &p.PracticingSince)
	shareValue(e.lists, &p.SessionFee)
	if p.Availability != nil {
		shareValue(e.lists, &p.Availability.WaitingWeeks)
		shareValue(e.lists, &p.Availability)
	}
}

// shareNeeds is intern for how to reach a provider, and what people choose by beside what is treated, where and how.
func shareNeeds(p *models.Provider) {
	share(&p.Gender)
	share(&p.Faith)
	shareAll(p.LanguageServices)
	shareAll(p.Accessibility)
	shareAll(p.Populations)
	for i := range p.Phones {
		share(&p.Phones[i].Purpose)
	}
	for i := range p.LanguageSkills {
		share(&p.LanguageSkills[i].Language)
		share(&p.LanguageSkills[i].Proficiency)
	}
	if p.Hours != nil {
		share(&p.Hours.TimeZone)
		share(&p.Hours.Note)
		for i := range p.Hours.Weekly {
			hours := &p.Hours.Weekly[i]
			share(&hours.Day)
			share(&hours.Opens)
			share(&hours.Closes)
		}
	}
	if p.Availability != nil {
		share(&p.Availability.AsOf)
	}
	for i := range p.Confirmations {
		share(&p.Confirmations[i].By)
		share(&p.Confirmations[i].On)
		shareAll(p.Confirmations[i].Parts)
	}
	for _, said := range []**bool{&p.AcceptingNewClients, &p.FreeConsultation, &p.Prescribes} {
		if *said != nil {
			*said = &truths[truthIndex(**said)]
		}
	}
}

// truths are what pointers to booleans point to. Nobody writes to them, as to no document of an index.
var truths = [2]bool{false, true}

func truthIndex(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func share[T ~string](text *T) {
	if *text != "" {
		*text = T(unique.Make(string(*text)).Value())
	}
}

func shareAll[T ~string](texts []T) {
	for i := range texts {
		share(&texts[i])
	}
}
