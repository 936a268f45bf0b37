package catalog

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"findcare/internal/search/lexicon"
	"findcare/models"
)

// Matches says in words what in the filter the provider met, in the order of the filter's fields.
func (e ProviderEdge) Matches() []string {
	m := &matching{edge: e, met: []string{}}
	filter := e.connection.query.filter
	m.values(
		fieldConditions,
		e.connection.snapshot.idsOf(models.KindCondition, filter.Conditions, filter.AllOfConditions),
	)
	m.values(fieldTreatments, e.connection.snapshot.idsOf(models.KindTreatment, filter.Treatments))
	m.values(fieldCredentials, e.connection.snapshot.idsOf(models.KindCredential, filter.Credentials))
	m.places(filter)
	m.terms(filter)
	m.text()
	return m.met
}

type matching struct {
	edge ProviderEdge
	met  []string
}

func (m *matching) say(format string, args ...any) {
	if sentence := fmt.Sprintf(format, args...); !slices.Contains(m.met, sentence) {
		m.met = append(m.met, sentence)
	}
}

// values says which of the values the provider has.
func (m *matching) values(f field, values []string) {
	row := m.edge.row
	for _, value := range values {
		if code, known := m.edge.connection.snapshot.dictionaries[f].find(value); known &&
			row.view.fields[f].postings[code].contains(row.ordinal) {
			m.value(f, value)
		}
	}
}

// value says that the provider has a value.
func (m *matching) value(f field, value string) {
	s := m.edge.connection.snapshot
	switch f {
	case fieldConditions:
		m.say("Treats %s", cmp.Or(shortName(s.conditions.byID[value].Condition), value))
	case fieldTreatments:
		m.say("Offers %s", cmp.Or(shortTreatment(s.treatments.byID[value].Treatment), value))
	case fieldCredentials:
		if c, ok := s.credentials.byID[value]; ok {
			m.say("%s", c.Label())
		}
	case fieldStates:
		name, _ := models.StateName(value)
		m.say("In %s", name)
	case fieldCities:
		m.say("In %s", value)
	case fieldLanguages:
		m.say("Speaks %s", value)
	case fieldInsurances:
		m.say("Takes %s", value)
	case fieldSessionFormats:
		m.say(
			"Meets %s",
			map[string]string{string(models.InPerson): "in person", string(models.Video): "by video", string(models.Phone): "by phone"}[value],
		)
	case fieldAgeGroups:
		m.say("Works with %s", strings.ToLower(strings.ReplaceAll(value, "_", " ")))
	case fieldKinds:
		m.say(
			"%s",
			map[string]string{string(models.Individual): "An individual provider", string(models.Organization): "An organization"}[value],
		)
	}
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
			m.values(fieldStates, []string{code})
		}
	}
	if len(filter.Cities) > 0 {
		for i := range p.Locations {
			l := &p.Locations[i]
			for _, city := range filter.Cities {
				name, _, _ := strings.Cut(city, ",")
				if models.Fold(strings.TrimSpace(name)) == models.Fold(l.City) {
					m.say("In %s, %s", l.City, l.State)
				}
			}
		}
	}
	if distance := m.edge.DistanceMiles(); distance != nil {
		m.say("%.1f miles away", *distance)
	}
}

func (m *matching) terms(filter *ProviderFilter) {
	p := m.edge.Node
	m.values(fieldKinds, texts(filter.Kinds))
	m.values(fieldSessionFormats, texts(filter.SessionFormats))
	m.values(fieldAgeGroups, texts(filter.AgeGroups))
	for _, language := range filter.Languages {
		if name, known := models.LanguageName(language); known {
			m.spelled("Speaks %s", name, p.Languages)
		}
	}
	for _, insurance := range filter.Insurances {
		m.spelled("Takes %s", insurance, p.Insurances)
	}
	if filter.AcceptingNewClients != nil {
		m.say(
			"%s",
			map[bool]string{true: "Accepting new clients", false: "Not accepting new clients"}[*filter.AcceptingNewClients],
		)
	}
	licensed := p.provider.LicensedIn(p.snapshot.Today())
	for _, state := range filter.LicensedIn {
		if code, _ := models.StateCode(state); slices.Contains(licensed, code) {
			name, _ := models.StateName(code)
			m.say("Licensed in %s", name)
		}
	}
	if filter.ConfirmedSince != nil && p.ConfirmedOn != "" {
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

func texts[T ~string](values []T) []string {
	list := make([]string, len(values))
	for i, value := range values {
		list[i] = string(value)
	}
	return list
}

// text says how the provider matched each unit of the text: by its best match.
func (m *matching) text() {
	q := m.edge.connection.query.text
	if q == nil {
		return
	}
	v, ordinal := m.edge.row.view, m.edge.row.ordinal
	for i := range q.units {
		u := &q.units[i]
		best, say := 0, func() {}
		for _, h := range u.hits {
			if h.score > best && v.fields[h.field].postings[h.code].contains(ordinal) {
				best = h.score
				say = func() { m.value(h.field, m.edge.connection.snapshot.dictionaries[h.field].values[h.code]) }
			}
		}
		for _, own := range v.ownSources(u) {
			if own.score > best && own.contains(ordinal) {
				best = own.score
				say = func() { m.own(own.text, v.text.words.Word(int(own.word))) }
			}
		}
		if best == 0 && u.circle != nil {
			say = func() {
				chord, _ := v.places.chord(ordinal, u.circle.centre)
				m.say("%.1f miles from %s", miles(chord), u.word)
			}
		}
		say()
	}
}

// own says that one of the provider's own texts has a word.
func (m *matching) own(text int, word string) {
	switch text {
	case textNames:
		m.say("Name has %q", word)
	case textStatements:
		m.say("Mentions %q", word)
	case textCities:
		for i := range m.edge.Node.Locations {
			if l := &m.edge.Node.Locations[i]; slices.Contains(lexicon.Words(l.City), word) {
				m.say("In %s, %s", l.City, l.State)
			}
		}
	}
}
