package catalog

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"findcare/internal/search"
	"findcare/internal/search/places"
)

// Relaxation is a search that asks for less than one that nobody meets, and that somebody does.
type Relaxation struct {
	// Field is the one that is left out or has other Values, none where it is left out; Text is the text that remains.
	Field  string
	Values []string
	Text   *string
	// Label says what differs: "Without evening hours".
	Label      string
	TotalCount int

	filter *ProviderFilter
}

// Relaxations are, where nobody meets everything, what to ask for instead: first what comes nearest to what is not
// known here, then farther away, then each part of the text and each filter left out, least important first.
func (c ProviderConnection) Relaxations() ([]Relaxation, error) {
	found := []Relaxation{}
	if c.results.Total > 0 {
		return found, nil
	}
	for _, r := range c.candidates() {
		reader, err := c.snapshot.read(c.list, r.filter)
		if err != nil {
			return nil, err
		}
		if r.TotalCount = reader.query.Run(search.Page{}).Total; r.TotalCount > 0 {
			found = append(found, r)
		}
	}
	return found, nil
}

// Relaxed is what was asked for instead, nil where the results are those of the filter.
func (c ProviderConnection) Relaxed() *Relaxation { return c.relaxed }

// candidates are the relaxations of which it is not known yet whether somebody meets them.
func (c ProviderConnection) candidates() (all []Relaxation) {
	all = c.nearest()
	all = append(all, c.farther()...)
	if c.read != nil {
		parts := make([]int, len(c.read.Intents))
		for i := range parts {
			parts[i] = i
		}
		slices.SortStableFunc(parts, func(a, b int) int {
			return cmp.Compare(importance(&c.read.Intents[a]), importance(&c.read.Intents[b]))
		})
		for _, i := range parts {
			intent := c.snapshot.intent(&c.read.Intents[i])
			all = append(all, c.withText(intent.Field, c.read.Without(i), "Without: "+intent.Label))
		}
	}
	for _, w := range c.results.Widenings() {
		if w.Filter == "text" && len(all) > 0 {
			continue
		}
		filter := *c.filter
		filter.clear(w.Filter)
		all = append(all, Relaxation{
			Field: w.Filter, Values: []string{}, Text: filter.Text,
			Label: "Without " + cmp.Or(filterWords[w.Filter], w.Filter), filter: &filter,
		})
	}
	return all
}

// withText is the same filter with another text.
func (c ProviderConnection) withText(field, text, label string) Relaxation {
	filter := *c.filter
	if filter.Text = &text; text == "" {
		filter.Text = nil
	}
	return Relaxation{Field: field, Values: []string{}, Text: filter.Text, Label: label, filter: &filter}
}

// nearest are the conditions that come nearest to what is not known here.
func (c ProviderConnection) nearest() (all []Relaxation) {
	if c.read == nil {
		return nil
	}
	for i, u := range c.read.Unused {
		if len(u.Nearest) == 0 {
			continue
		}
		near := search.Intent{Field: search.FieldConditions, Values: u.Nearest}
		r := c.withText("conditions", c.read.WithoutUnused(i), "Treats "+c.snapshot.labels(&near))
		r.Values = c.snapshot.filterValues(&near)
		r.filter.Conditions = r.Values
		all = append(all, r)
	}
	return all
}

// farther are those who meet by video in the state, and larger circles around the same place: that of the filter, or
// one that the text asks for.
func (c ProviderConnection) farther() (all []Relaxation) {
	if c.filter.Near != nil {
		return c.around(*c.filter, *c.filter.Near, "")
	}
	if c.read == nil {
		return nil
	}
	for i := range c.read.Intents {
		place, is := placeOfIntent(&c.read.Intents[i])
		if !is {
			continue
		}
		text := c.withText("near", c.read.Without(i), "")
		miles := float64(cmp.Or(c.read.Intents[i].Number, search.DefaultMiles))
		near := Near{At: Place{Place: &place.Label}, WithinMiles: &miles}
		all = append(all, c.around(*text.filter, near, " of "+place.Label)...)
	}
	return all
}

// placeOfIntent is the one place that an intent is about; false for anything else.
func placeOfIntent(in *search.Intent) (place places.Place, is bool) {
	city := in.Kind == search.IntentValue && in.Field == search.FieldCities && len(in.Values) == 1
	if city || in.Kind == search.IntentNear {
		return places.Find(in.Values[0])
	}
	return place, false
}

// around are searches near a place that ask for less of it than before.
func (c ProviderConnection) around(filter ProviderFilter, near Near, of string) (all []Relaxation) {
	add := func(value, label string, changed Near) {
		next := filter
		next.Near = &changed
		all = append(all, Relaxation{
			Field: "near", Values: []string{value}, Text: next.Text, Label: label + of, filter: &next,
		})
	}
	miles := float64(search.DefaultMiles)
	if near.WithinMiles != nil {
		miles = *near.WithinMiles
	}
	if near.OrByVideoInState == nil || !*near.OrByVideoInState {
		video, yes := near, true
		video.OrByVideoInState = &yes
		add(fmt.Sprint(miles), fmt.Sprintf("Or by video in the state, within %g miles", miles), video)
	}
	for _, more := range []float64{50, 100, 250} {
		if more >= 2*miles {
			wider := near
			wider.WithinMiles = &more
			add(fmt.Sprint(more), fmt.Sprintf("Within %g miles", more), wider)
		}
	}
	return all
}

// importance is what people hold on to: highest for what they need, lower for how they would like it.
func importance(in *search.Intent) int {
	switch in.Kind {
	case search.IntentWord:
		return 0
	case search.IntentExperience, search.IntentFee, search.IntentWait:
		return 1
	case search.IntentName, search.IntentNPI, search.IntentPhone:
		return 2
	case search.IntentNear, search.IntentLicensedIn:
		return 6
	case search.IntentValue:
	}
	switch in.Field {
	case search.FieldConditions:
		return 8
	case search.FieldStates, search.FieldCities, search.FieldInsurances, search.FieldLanguages:
		return 6
	case search.FieldTreatments, search.FieldCredentials, search.FieldAgeGroups:
		return 5
	}
	return 3
}

// clear leaves out a filter by its name.
func (f *ProviderFilter) clear(name string) {
	reflect.ValueOf(f).Elem().FieldByName(strings.ToUpper(name[:1]) + name[1:]).SetZero()
}

// filterWords are the names of filters as people read them.
var filterWords = map[string]string{
	"text": "these words", "conditions": "this concern", "allOfConditions": "all of these concerns",
	"treatments": "this treatment", "credentials": "this credential", "states": "this state", "cities": "this city",
	"licensedIn": "a licence in this state", "near": "this place", "within": "this area",
	"kinds":          "this kind of provider",
	"sessionFormats": "this way to meet", "ageGroups": "this age", "languages": "this language",
	"insurances": "this insurer", "acceptingNewClients": "accepting new clients", "openAt": "these hours",
	"accessibility": "this accessibility", "allOfAccessibility": "all of this accessibility",
	"languageServices": "sign language or interpreters", "genders": "this gender", "identities": "this identity",
	"faiths": "this faith", "populations": "this group of people", "freeConsultation": "a free first conversation",
	"slidingScale": "a sliding scale", "prescribes": "prescribing", "hasOpenings": "openings",
	"waitingWeeksAtMost": "this wait",
	"yearsInPractice":    "these years in practice", "sessionFeeAtMost": "this fee",
	"confirmedSince": "a confirmation since then", "unconfirmed": "asking for a confirmation",
}
