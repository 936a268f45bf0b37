package catalog

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"findcare/internal/search/places"
	"findcare/models"
)

// oracle answers by brute force, reading every provider. It shares only the lexicon, the ZIP codes and the models with
// the catalog and the engine.
type oracle struct {
	*models.Directory
	conditions, treatments, credentials map[string]models.Document
	// list is what is searched, and indexed the providers of which it is a part.
	list    func(s *Snapshot, wanted ProviderSearch) (ProviderConnection, error)
	indexed []*models.Provider
}

func newOracle(d *models.Directory) *oracle {
	o := &oracle{
		Directory: d, conditions: map[string]models.Document{}, treatments: map[string]models.Document{},
		credentials: map[string]models.Document{}, list: (*Snapshot).Providers, indexed: d.Providers,
	}
	for _, c := range d.Conditions {
		o.conditions[c.ID] = c
	}
	for _, t := range d.Treatments {
		o.treatments[t.ID] = t
	}
	for _, c := range d.Credentials {
		o.credentials[c.ID] = c
	}
	return o
}

func anyIn(own, wanted []string) bool {
	return slices.ContainsFunc(wanted, func(w string) bool { return slices.Contains(own, w) })
}

func haversine(latitude1, longitude1, latitude2, longitude2 float64) float64 {
	radians := math.Pi / 180
	a := math.Pow(math.Sin((latitude2-latitude1)*radians/2), 2) +
		math.Cos(latitude1*radians)*math.Cos(latitude2*radians)*math.Pow(math.Sin((longitude2-longitude1)*radians/2), 2)
	return 2 * 6371.0088 / 1.609344 * math.Asin(math.Min(1, math.Sqrt(a)))
}

// distance is infinite for those who are nowhere.
func distance(p *models.Provider, from places.Point) float64 {
	least := math.Inf(1)
	for _, l := range p.Locations {
		if l.Latitude != nil {
			least = min(least, haversine(from.Latitude, from.Longitude, *l.Latitude, *l.Longitude))
		} else if at, ok := places.ZIP(string(l.PostalCode)); ok {
			least = min(least, haversine(from.Latitude, from.Longitude, at.Latitude, at.Longitude))
		}
	}
	return least
}

func placeOf(near *Near) places.Point {
	if near.At.Point != nil {
		return places.Point(*near.At.Point)
	}
	if near.At.Place != nil {
		found, _ := places.Find(*near.At.Place)
		return found.Point
	}
	at, _ := places.ZIP(*near.At.PostalCode)
	return at
}

// met returns which of the filter's fields the provider meets, of those that are set, but for the text.
func (o *oracle) met(p *models.Provider, f *ProviderFilter) map[string]bool {
	met := make(map[string]bool)
	lists := func(name string, wanted, own []string) {
		if len(wanted) > 0 {
			met[name] = anyIn(own, wanted)
		}
	}
	lists("conditions", idsOf(models.KindCondition, f.Conditions), p.ConditionIDs)
	lists("treatments", idsOf(models.KindTreatment, f.Treatments), p.TreatmentIDs)
	lists("credentials", idsOf(models.KindCredential, f.Credentials), p.CredentialIDs)
	if len(f.AllOfConditions) > 0 {
		met["allOfConditions"] = true
		for _, id := range idsOf(models.KindCondition, f.AllOfConditions) {
			met["allOfConditions"] = met["allOfConditions"] && slices.Contains(p.ConditionIDs, id)
		}
	}
	states, cities, licensed := placesOf(p)
	lists("states", f.States, states)
	lists("licensedIn", f.LicensedIn, licensed)
	lists("cities", folded(f.Cities), cities)
	lists("insurances", o.asked(f.Insurances), folded(o.insurances(p)))
	var languages []string
	for _, l := range f.Languages {
		name, _ := models.LanguageName(l)
		languages = append(languages, name)
	}
	lists("languages", folded(languages), folded(p.Languages))
	lists("kinds", stringsOf(f.Kinds), []string{string(p.Type)})
	lists("sessionFormats", stringsOf(f.SessionFormats), stringsOf(p.SessionFormats))
	lists("ageGroups", stringsOf(f.AgeGroups), stringsOf(p.AgeGroups))
	o.metNeeds(met, p, f)
	metNumbers(met, p, f)
	if f.Near != nil {
		met["near"] = distance(p, placeOf(f.Near)) <= *f.Near.WithinMiles || byVideo(p, f.Near)
	}
	if f.Within != nil {
		met["within"] = slices.ContainsFunc(pointsOf(p), func(at places.Point) bool { return inBox(at, f.Within.Box) })
	}
	return met
}

// placesOf returns the states and the cities of the provider's locations, the latter in all ways in which they may be
// given, and the states in which they hold a license.
func placesOf(p *models.Provider) (states, cities, licensed []string) {
	for _, l := range p.Locations {
		states = append(states, l.StateCode)
		for _, city := range []string{l.City, l.City + ", " + l.State, l.City + ", " + l.StateCode} {
			cities = append(cities, models.Fold(city))
		}
	}
	for _, l := range p.Licenses {
		if l.ExpiresOn == "" || l.ExpiresOn >= options.Today() {
			licensed = append(licensed, l.State)
		}
	}
	return states, cities, licensed
}

func (o *oracle) metNeeds(met map[string]bool, p *models.Provider, f *ProviderFilter) {
	lists := func(name string, wanted, own []string) {
		if len(wanted) > 0 {
			met[name] = anyIn(own, wanted)
		}
	}
	lists("openAt", stringsOf(f.OpenAt), openAt(p))
	lists("accessibility", stringsOf(f.Accessibility), stringsOf(p.Accessibility))
	if len(f.AllOfAccessibility) > 0 {
		met["allOfAccessibility"] = true
		for _, feature := range f.AllOfAccessibility {
			met["allOfAccessibility"] = met["allOfAccessibility"] && slices.Contains(p.Accessibility, feature)
		}
	}
	lists("languageServices", stringsOf(f.LanguageServices), stringsOf(p.LanguageServices))
	lists("genders", stringsOf(f.Genders), []string{string(p.Gender)})
	lists("identities", folded(f.Identities), folded(p.Identities))
	lists("faiths", folded(f.Faiths), []string{models.Fold(string(p.Faith))})
	lists("populations", stringsOf(f.Populations), stringsOf(p.Populations))
	for name, wanted := range map[string]*bool{
		"acceptingNewClients": f.AcceptingNewClients, "freeConsultation": f.FreeConsultation,
		"prescribes": f.Prescribes, "hasOpenings": f.HasOpenings, "slidingScale": f.SlidingScale,
	} {
		if wanted != nil {
			met[name] = slices.Contains(truthsOf(p)[name], fmt.Sprint(*wanted))
		}
	}
	if f.WaitingWeeksAtMost != nil {
		a := p.Availability
		met["waitingWeeksAtMost"] = a != nil && a.HasOpenings && a.WaitingWeeks != nil &&
			*a.WaitingWeeks <= *f.WaitingWeeksAtMost
	}
}

// openAt reads the hours without models.Hours.OpenAt.
func openAt(p *models.Provider) (times []string) {
	if p.Hours == nil {
		return nil
	}
	for _, h := range p.Hours.Weekly {
		switch {
		case strings.HasPrefix(string(h.Day), "S"):
			times = append(times, "WEEKENDS")
		case h.Closes > "18:00":
			times = append(times, "EVENINGS")
		}
	}
	return times
}

// truthsOf are what a provider says yes or no to, as one value or none.
func truthsOf(p *models.Provider) map[string][]string {
	said := make(map[string][]string)
	for name, value := range map[string]*bool{
		"acceptingNewClients": p.AcceptingNewClients, "freeConsultation": p.FreeConsultation,
		"prescribes": p.Prescribes,
	} {
		if value != nil {
			said[name] = []string{fmt.Sprint(*value)}
		}
	}
	if p.SessionFee != nil {
		said["slidingScale"] = []string{fmt.Sprint(p.SessionFee.SlidingScale)}
	}
	if p.Availability != nil {
		said["hasOpenings"] = []string{fmt.Sprint(p.Availability.HasOpenings)}
	}
	return said
}

func metNumbers(met map[string]bool, p *models.Provider, f *ProviderFilter) {
	if f.ConfirmedSince != nil {
		met["confirmedSince"] = p.ConfirmedOn != "" && p.ConfirmedOn >= *f.ConfirmedSince
	}
	if f.ConfirmedBefore != nil {
		met["confirmedBefore"] = p.ConfirmedOn != "" && p.ConfirmedOn < *f.ConfirmedBefore
	}
	if f.Unconfirmed != nil {
		met["unconfirmed"] = (p.ConfirmedOn < "2026-10-19") == *f.Unconfirmed
	}
	if f.YearsInPractice != nil {
		years, known := p.YearsInPractice(options.Today())
		met["yearsInPractice"] = known && years >= *f.YearsInPractice
	}
	if f.SessionFeeAtMost != nil {
		met["sessionFeeAtMost"] = p.SessionFee != nil && p.SessionFee.Currency == "USD" &&
			p.SessionFee.Minimum <= *f.SessionFeeAtMost
	}
}

func folded(values []string) (list []string) {
	for _, value := range values {
		list = append(list, models.Fold(value))
	}
	return list
}
