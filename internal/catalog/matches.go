package catalog

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"findcare/internal/search"
	"findcare/internal/search/lexicon"
	"findcare/models"
)

// Matches says in words what in the filter the provider met, in the order of the filter's fields.
func (e ProviderEdge) Matches() []string {
	m := &matching{edge: e, snapshot: e.connection.snapshot, met: []string{}}
	m.filter(e.connection.filter)
	if in := e.connection.read; in != nil {
		for i := range in.Intents {
			m.intent(&in.Intents[i])
		}
	}
	for _, match := range e.connection.results.TextMatches(e.row) {
		m.word(match.Text, match.Word)
	}
	return m.met
}

func (m *matching) intent(in *search.Intent) {
	switch in.Kind {
	case search.IntentNPI:
		m.say("NPI %s", in.Values[0])
	case search.IntentPhone:
		m.say("Has this telephone number")
	default:
		part := asFilter(in)
		m.filter(&part)
	}
}

func (m *matching) filter(f *ProviderFilter) {
	m.documents(search.FieldConditions, models.KindCondition, f.Conditions, f.AllOfConditions)
	m.documents(search.FieldTreatments, models.KindTreatment, f.Treatments)
	m.documents(search.FieldCredentials, models.KindCredential, f.Credentials)
	m.places(f)
	m.terms(f)
	m.numbers(f)
}

type matching struct {
	edge     ProviderEdge
	snapshot *Snapshot
	met      []string
}

func (m *matching) say(format string, args ...any) {
	if sentence := fmt.Sprintf(format, args...); !slices.Contains(m.met, sentence) {
		m.met = append(m.met, sentence)
	}
}

func (m *matching) documents(f search.Field, kind models.Kind, slugsOrIDs ...[]string) {
	m.values(f, m.snapshot.idsOf(kind, slugsOrIDs...))
}

// values says which of the values the provider has.
func (m *matching) values(f search.Field, values []string) {
	for _, value := range values {
		if m.edge.connection.results.Has(m.edge.row, f, value) {
			m.value(f, value)
		}
	}
}

// value says that the provider has a value.
func (m *matching) value(f search.Field, value string) {
	switch f {
	case search.FieldConditions:
		m.say("Treats %s", cmp.Or(shortName(m.snapshot.conditions.byID[value].Condition), value))
	case search.FieldTreatments:
		m.say("Offers %s", cmp.Or(shortTreatment(m.snapshot.treatments.byID[value].Treatment), value))
	case search.FieldCredentials:
		if c, ok := m.snapshot.credentials.byID[value]; ok {
			m.say("%s", c.Label())
		}
	case search.FieldStates:
		name, _ := models.StateName(value)
		m.say("In %s", name)
	case search.FieldCities:
		m.say("In %s", value)
	case search.FieldLanguages:
		m.say("Speaks %s", value)
	case search.FieldInsurances:
		m.insurance(value)
	case search.FieldInsurers:
		m.say("Takes %s", m.snapshot.insurers.byID[value].Name)
	case search.FieldSessionFormats:
		m.say("Meets %s", formatPhrase(models.SessionFormat(value)))
	case search.FieldAgeGroups:
		m.say("Works with %s", strings.ToLower(strings.ReplaceAll(value, "_", " ")))
	case search.FieldKinds:
		m.say("%s", kindPhrase(models.ProviderKind(value)))
	default:
		m.need(f, value)
	}
}

// need says a value that people choose by beside what is treated, where and how.
func (m *matching) need(f search.Field, value string) {
	switch f {
	case search.FieldPopulations:
		m.say("Works with: %s", models.Label(value))
	case search.FieldHasOpenings:
		m.say("%s on %s", labelOf(f, value), m.edge.Node.Availability.AsOf)
	default:
		m.say("%s", labelOf(f, value))
	}
}

func formatPhrase(format models.SessionFormat) string {
	switch format {
	case models.InPerson:
		return "in person"
	case models.Video:
		return "by video"
	case models.Phone:
		return "by phone"
	}
	return ""
}

func kindPhrase(kind models.ProviderKind) string {
	switch kind {
	case models.Individual:
		return "An individual provider"
	case models.Organization:
		return "An organization"
	}
	return ""
}

func shortName(c *models.Condition) string {
	if c == nil {
		return ""
	}
	return c.Name
}

// shortTreatment is the abbreviation where there is one: lists of matches are short.
func shortTreatment(t *models.Treatment) string {
	if t == nil {
		return ""
	}
	return cmp.Or(string(t.Abbreviation), t.Name)
}

func (m *matching) places(filter *ProviderFilter) {
	p := m.edge.Node
	for _, state := range filter.States {
		if code, known := models.StateCode(state); known {
			m.values(search.FieldStates, []string{code})
		}
	}
	if len(filter.Cities) > 0 {
		for i := range p.Locations {
			l := &p.Locations[i]
			for _, city := range filter.Cities {
				if isCity(city, l) {
					m.say("In %s, %s", l.City, l.State)
				}
			}
		}
	}
	if filter.Near != nil {
		m.near(filter.Near)
	}
	if filter.Within != nil {
		m.say("In this area")
	}
}

// near says how far away the provider is, or in which state they meet clients by video or phone.
func (m *matching) near(near *Near) {
	found, err := near.At.find("")
	if err != nil {
		return // not here: the search has found it
	}
	distance := m.edge.DistanceMiles()
	switch state := near.byVideoIn(found); {
	case state != "" && !m.edge.connection.results.IsNear(m.edge.row):
		name, _ := models.StateName(state)
		m.say("%s in %s", remotePhrase(m.edge.Node.SessionFormats), name)
	case distance == nil:
	case found.StandIn != "":
		m.say("%.1f miles from %s (taken as %s)", *distance, found.Label, found.StandIn)
	default:
		m.say("%.1f miles away", *distance)
	}
}

func remotePhrase(formats []models.SessionFormat) string {
	switch video := slices.Contains(formats, models.Video); {
	case video && slices.Contains(formats, models.Phone):
		return "By video or phone"
	case video:
		return "By video"
	}
	return "By phone"
}

func (m *matching) terms(filter *ProviderFilter) {
	p := m.edge.Node
	m.values(search.FieldKinds, stringsOf(filter.Kinds))
	m.values(search.FieldSessionFormats, stringsOf(filter.SessionFormats))
	m.values(search.FieldAgeGroups, stringsOf(filter.AgeGroups))
	for _, language := range filter.Languages {
		if name, known := models.LanguageName(language); known {
			m.spelled("Speaks %s", name, p.Languages)
		}
	}
	m.insurances(filter.Insurances)
	m.needs(filter)
	licensed := p.Provider.LicensedIn(p.snapshot.Today())
	for _, state := range filter.LicensedIn {
		if code, _ := models.StateCode(state); slices.Contains(licensed, code) {
			name, _ := models.StateName(code)
			m.say("Licensed in %s", name)
		}
	}
}

// needs says what the provider met of what people choose by beside what is treated, where and how.
func (m *matching) needs(filter *ProviderFilter) {
	p := m.edge.Node
	m.values(search.FieldOpenAt, stringsOf(filter.OpenAt))
	m.values(search.FieldAccessibility, stringsOf(filter.Accessibility))
	m.values(search.FieldAccessibility, stringsOf(filter.AllOfAccessibility))
	m.values(search.FieldLanguageServices, stringsOf(filter.LanguageServices))
	m.values(search.FieldGenders, stringsOf(filter.Genders))
	m.values(search.FieldPopulations, stringsOf(filter.Populations))
	for _, identity := range filter.Identities {
		m.spelled("%s", identity, p.Provider.Identities)
	}
	for _, faith := range filter.Faiths {
		m.spelled("%s", faith, []string{string(p.Faith)})
	}
	for _, said := range []struct {
		field  search.Field
		wanted *bool
	}{
		{search.FieldAcceptingNewClients, filter.AcceptingNewClients},
		{search.FieldFreeConsultation, filter.FreeConsultation},
		{search.FieldPrescribes, filter.Prescribes},
		{search.FieldHasOpenings, filter.HasOpenings},
		{search.FieldSlidingScale, filter.SlidingScale},
	} {
		if said.wanted != nil {
			m.need(said.field, search.Truth(*said.wanted))
		}
	}
	if a := p.Availability; filter.WaitingWeeksAtMost != nil && a != nil && a.WaitingWeeks != nil {
		m.say("Had openings on %s, with %s", a.AsOf, models.Waiting(*a.WaitingWeeks))
	}
}

func (m *matching) numbers(filter *ProviderFilter) {
	p := m.edge.Node
	if filter.Unconfirmed != nil && *filter.Unconfirmed {
		m.say("Not confirmed lately")
	}
	asked := filter.ConfirmedSince != nil || filter.ConfirmedBefore != nil || filter.Unconfirmed != nil
	if asked && p.ConfirmedOn != "" {
		m.say("Confirmed on %s", p.ConfirmedOn)
	}
	if years := p.YearsInPractice(); filter.YearsInPractice != nil && years != nil {
		m.say("In practice for %s", models.InYears(*years))
	}
	if filter.SessionFeeAtMost != nil && p.SessionFee != nil {
		m.say("Sessions from $%d", p.SessionFee.Minimum)
	}
}

// spelled says that the provider has a value, as it spells that.
func (m *matching) spelled(sentence, wanted string, own []string) {
	for _, value := range own {
		if models.Fold(value) == models.Fold(strings.TrimSpace(wanted)) {
			m.say(sentence, value)
		}
	}
}

// word says that one of the provider's own texts has a word.
func (m *matching) word(text search.Text, word string) {
	switch text {
	case search.TextName:
		m.say("Name has %q", word)
	case search.TextStatement:
		m.say("Mentions %q", word)
	case search.TextCity:
		for i := range m.edge.Node.Locations {
			if l := &m.edge.Node.Locations[i]; slices.Contains(lexicon.Words(l.City), word) {
				m.say("In %s, %s", l.City, l.State)
			}
		}
	}
}
