package catalog

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"findcare/internal/search/lexicon"
	"findcare/internal/search/places"
	"findcare/models"
)

// drawer draws small random directories, in which much coincides.
type drawer struct{ *rapid.T }

func draw[T any](d drawer, what string, from ...T) T { return rapid.SampledFrom(from).Draw(d.T, what) }

func (d drawer) chance(what string, in int) bool { return rapid.IntRange(1, in).Draw(d.T, what) == 1 }

func (d drawer) some(what string, from ...string) (list []string) {
	for _, value := range from {
		if d.chance(what, 3) {
			list = append(list, value)
		}
	}
	return list
}

func header(kind models.Kind, slug string) models.Header {
	return models.Header{ID: models.IDOfSlug(kind, slug), Slug: slug, Revision: 1, UpdatedAt: time.Unix(1000, 0).UTC()}
}

func idsOf(kind models.Kind, slugs []string) (ids []string) {
	for _, slug := range slugs {
		ids = append(ids, models.IDOfSlug(kind, slug))
	}
	return ids
}

var (
	conditionSlugs  = []string{"insomnia", "depression", "anxiety", "panic-attacks"}
	treatmentSlugs  = []string{"cbt", "kap"}
	credentialSlugs = []string{"lpc", "psychologist"}
	cities          = []models.Location{
		{City: "Flint", State: "Michigan", StateCode: "MI", PostalCode: "48507"},
		{City: "Flint", State: "Texas", StateCode: "TX", PostalCode: "75762"},
		{City: "Détroit", State: "Michigan", StateCode: "MI", PostalCode: "48201-1234"},
		{City: "DETROIT", State: "Michigan", StateCode: "MI"},
		{City: "Ann Arbor", State: "Michigan", StateCode: "MI"},
		{City: "Suva", State: "Guam", StateCode: "GU"},
	}
)

func taxonomy() *models.Directory {
	d := &models.Directory{}
	for slug, names := range map[string][]string{
		"insomnia": {"Insomnia", ""}, "depression": {"Depression", "", "Low mood"}, "anxiety": {"Generalized Anxiety", "GAD"}, "panic-attacks": {"Panic Attacks", ""},
	} {
		d.Conditions = append(
			d.Conditions,
			&models.Condition{
				Header:       header(models.KindCondition, slug),
				Name:         names[0],
				Abbreviation: models.OptionalString(names[1]),
				AlsoKnownAs:  names[2:],
			},
		)
	}
	d.Treatments = []*models.Treatment{
		{Header: header(models.KindTreatment, "cbt"), Name: "Cognitive Behavioral Therapy", Abbreviation: "CBT"},
		{Header: header(models.KindTreatment, "kap"), Name: "Ketamine-Assisted Psychotherapy", Abbreviation: "KAP"},
	}
	d.Credentials = []*models.Credential{
		{Header: header(models.KindCredential, "lpc"), Name: "Licensed Professional Counselor", Abbreviation: "LPC"},
		{Header: header(models.KindCredential, "psychologist"), Name: "Psychologist"},
	}
	return d
}

func (d drawer) provider(number int) *models.Provider {
	p := &models.Provider{Header: header(models.KindProvider, fmt.Sprint("p", number))}
	p.UpdatedAt = time.UnixMilli(int64(rapid.IntRange(1, 5).Draw(d.T, "updated"))).UTC()
	p.Revision = int64(rapid.IntRange(1, 1000).Draw(d.T, "revision"))
	p.Type = draw(d, "kind", models.Individual, models.Organization)
	p.Name = draw(d, "name", "Nikki Moorman", "nikki móorman", "Ana Flint", "Anxious House", "Therapy", "Zoë Insomnia")
	p.ConditionIDs = idsOf(models.KindCondition, d.some("condition", conditionSlugs...))
	p.TreatmentIDs = idsOf(models.KindTreatment, d.some("treatment", treatmentSlugs...))
	p.CredentialIDs = idsOf(models.KindCredential, d.some("credential", credentialSlugs...))
	for _, l := range cities {
		if d.chance("location", 4) {
			if d.chance("coordinates", 2) {
				latitude, longitude := rapid.Float64Range(
					-90,
					90,
				).Draw(
					d.T,
					"latitude",
				), rapid.Float64Range(
					-180,
					180,
				).Draw(
					d.T,
					"longitude",
				)
				if d.chance("close", 2) {
					latitude, longitude = 42.9+latitude/100, -83.7+longitude/100
				}
				l.Latitude, l.Longitude = &latitude, &longitude
			}
			p.Locations = append(p.Locations, l)
		}
	}
	p.Statement = models.OptionalString(
		strings.Join(d.some("statement", "warm", "the", "anxiety", "anxious", "sleeping", "flintstone", "moor"), " "),
	)
	p.Languages = d.some("language", "English", "Spanish", "spanish", "German")
	p.Insurances = d.some("insurance", "Aetna", "Medicaid", "medicaid", "MÉDICAID", "AETNA")
	for _, format := range d.some("format", string(models.InPerson), string(models.Video), string(models.Phone)) {
		p.SessionFormats = append(p.SessionFormats, models.SessionFormat(format))
	}
	for _, group := range d.some("ages", string(models.Teens), string(models.Adults)) {
		p.AgeGroups = append(p.AgeGroups, models.AgeGroup(group))
	}
	for _, state := range d.some("licence", "MI", "TX") {
		license := models.License{CredentialID: models.IDOfSlug(models.KindCredential, "lpc"), State: state}
		license.ExpiresOn = draw[models.Date](d, "expires", "", "", "2026-11-23", "2026-11-24", "2027-01-01")
		p.Licenses = append(p.Licenses, license)
	}
	if d.chance("accepting known", 2) {
		p.AcceptingNewClients = ptr(d.chance("accepting", 2))
	}
	if d.chance("since known", 2) {
		p.PracticingSince = ptr(draw(d, "since", 1990, 2016, 2025, 2026))
	}
	if d.chance("fee known", 2) {
		p.SessionFee = &models.FeeRange{
			Currency: draw(d, "currency", "USD", "USD", "EUR"),
			Minimum:  draw(d, "fee", 0, 80, 120),
			Maximum:  150,
		}
	}
	if d.chance("confirmed known", 2) {
		p.ConfirmedOn = draw[models.Date](d, "confirmed", "2025-01-31", "2026-10-19")
	}
	return p
}

func (d drawer) filter() *ProviderFilter {
	f := &ProviderFilter{}
	asked := func(what string) bool { return d.chance("filter by "+what, 6) }
	if asked("text") {
		f.Text = ptr(strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{
			"flint", "flnit", "nik", "NIKKI", "moormann", "moor", "anx", "anxiety", "anxeity", "a", "in", "the", "therapy", "therapist", "can't sleep", "sleep",
			"panic attacks", "teen", "video", "gad", "spanish", "48507", "MI", "michigan", "insomnai", "xyzzy", "low mood", "warm", "detroit", "counsel",
		}), 1, 3).Draw(d.T, "text"), " "))
	}
	list := func(what string, into *[]string, from ...string) {
		if asked(what) {
			*into = d.some(what, from...)
		}
	}
	list("conditions", &f.Conditions, conditionSlugs...)
	list("all conditions", &f.AllOfConditions, conditionSlugs...)
	list("treatments", &f.Treatments, treatmentSlugs...)
	list("credentials", &f.Credentials, credentialSlugs...)
	list("states", &f.States, "MI", "TX", "WI")
	list("cities", &f.Cities, "flint", "Flint, MI", "Detroit, Michigan", "Nowhere")
	list("languages", &f.Languages, "Spanish", "de", "Welsh")
	list("insurances", &f.Insurances, "aetna", "None")
	list("licensedIn", &f.LicensedIn, "MI", "WI")
	if asked("near") {
		f.Near = &Near{WithinMiles: ptr(rapid.Float64Range(0.1, 500).Draw(d.T, "miles"))}
		if d.chance("by ZIP", 2) {
			f.Near.At.PostalCode = ptr("48507")
		} else {
			f.Near.At.Point = &Point{draw(d, "latitude", 90, -90, 42.9), draw(d, "longitude", 180, -180, -83.7)}
		}
	}
	if asked("kinds") {
		f.Kinds = []models.ProviderKind{models.Organization}
	}
	if asked("formats") {
		f.SessionFormats = []models.SessionFormat{models.Video, models.Phone}
	}
	if asked("ages") {
		f.AgeGroups = []models.AgeGroup{models.Teens}
	}
	if asked("accepting") {
		f.AcceptingNewClients = ptr(d.chance("accepting", 2))
	}
	if asked("confirmed") {
		f.ConfirmedSince = ptr(draw[models.Date](d, "confirmed since", "2025-01-31", "2026-01-01", "2027-01-01"))
	}
	if asked("years") {
		f.YearsInPractice = ptr(draw(d, "years", 0, 1, 10, 11))
	}
	if asked("fee") {
		f.SessionFeeAtMost = ptr(draw(d, "at most", 0, 79, 80, 1000))
	}
	return f
}

// naive answers by reading every provider, and shares with the catalog only the lexicon, the ZIP codes and the models.
type naive struct {
	*models.Directory
	conditions, treatments, credentials map[string]models.Document
}

func newNaive(d *models.Directory) *naive {
	n := &naive{d, map[string]models.Document{}, map[string]models.Document{}, map[string]models.Document{}}
	for _, c := range d.Conditions {
		n.conditions[c.ID] = c
	}
	for _, t := range d.Treatments {
		n.treatments[t.ID] = t
	}
	for _, c := range d.Credentials {
		n.credentials[c.ID] = c
	}
	return n
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

func placeOf(n *Near) places.Point {
	if n.At.Point != nil {
		return places.Point(*n.At.Point)
	}
	at, _ := places.ZIP(*n.At.PostalCode)
	return at
}

// met says which of the filter's fields the provider meets, of those that ask for something.
func (n *naive) met(p *models.Provider, f *ProviderFilter, units []naiveUnit) map[string]bool {
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
	var ownStates, ownCities, ownLicences []string
	for _, l := range p.Locations {
		ownStates = append(ownStates, l.StateCode)
		ownCities = append(
			ownCities,
			models.Fold(l.City),
			models.Fold(l.City+", "+l.State),
			models.Fold(l.City+", "+l.StateCode),
		)
	}
	for _, l := range p.Licenses {
		if l.ExpiresOn == "" || l.ExpiresOn >= options.Today() {
			ownLicences = append(ownLicences, l.State)
		}
	}
	lists("states", f.States, ownStates)
	lists("licensedIn", f.LicensedIn, ownLicences)
	lists("cities", folded(f.Cities), ownCities)
	lists("insurances", folded(f.Insurances), folded(p.Insurances))
	var languages []string
	for _, l := range f.Languages {
		name, _ := models.LanguageName(l)
		languages = append(languages, name)
	}
	lists("languages", folded(languages), folded(p.Languages))
	lists("kinds", stringsOf(f.Kinds), []string{string(p.Type)})
	lists("sessionFormats", stringsOf(f.SessionFormats), stringsOf(p.SessionFormats))
	lists("ageGroups", stringsOf(f.AgeGroups), stringsOf(p.AgeGroups))
	if f.AcceptingNewClients != nil {
		met["acceptingNewClients"] = p.AcceptingNewClients != nil && *p.AcceptingNewClients == *f.AcceptingNewClients
	}
	if f.ConfirmedSince != nil {
		met["confirmedSince"] = p.ConfirmedOn != "" && p.ConfirmedOn >= *f.ConfirmedSince
	}
	if f.YearsInPractice != nil {
		years, known := p.YearsInPractice(options.Today())
		met["yearsInPractice"] = known && years >= *f.YearsInPractice
	}
	if f.SessionFeeAtMost != nil {
		met["sessionFeeAtMost"] = p.SessionFee != nil && p.SessionFee.Currency == "USD" &&
			p.SessionFee.Minimum <= *f.SessionFeeAtMost
	}
	if f.Near != nil {
		met["near"] = distance(p, placeOf(f.Near)) <= *f.Near.WithinMiles
	}
	if len(units) > 0 {
		met["text"] = n.score(p, units) > 0
	}
	return met
}

func folded(values []string) (list []string) {
	for _, value := range values {
		list = append(list, models.Fold(value))
	}
	return list
}

type naiveUnit struct {
	word    string
	last    bool
	typos   bool
	meaning *lexicon.Meaning
}

func (n *naive) units(text *string) (units []naiveUnit) {
	if text == nil {
		return nil
	}
	words := lexicon.Words(*text)
	for i := 0; i < len(words); {
		meaning, length := lexicon.Meanings(words[i:])
		known := len(meaning.AgeGroups)+len(meaning.SessionFormats) > 0
		for _, d := range everything(n.Directory) {
			switch d.Kind() {
			case models.KindCondition:
				known = known || slices.Contains(meaning.Conditions, d.Head().Slug)
			case models.KindTreatment:
				known = known || slices.Contains(meaning.Treatments, d.Head().Slug)
			case models.KindCredential:
				known = known || slices.Contains(meaning.Credentials, d.Head().Slug)
			}
		}
		for _, name := range n.names() {
			begins := lexicon.Words(name)
			known = known && (len(begins) < length || !slices.Equal(words[i:i+length], begins[:length]))
		}
		if !known {
			length = 0
		}
		u := naiveUnit{word: words[i], last: i == len(words)-1}
		if length > 0 {
			u.meaning = &meaning
		}
		if length > 1 {
			u.word = ""
		}
		if length > 0 || !lexicon.IsStopWord(words[i]) {
			_, zip := places.ZIP(u.word)
			u.typos = u.word != "" && !zip && lexicon.Edits(u.word) > 0
			for _, p := range n.Providers {
				asTyped := u
				asTyped.typos = false
				u.typos = u.typos && n.score(p, []naiveUnit{asTyped}) == 0
			}
			units = append(units, u)
		}
		i += max(1, length)
	}
	return units
}

// names are those of conditions, treatments and credentials.
func (n *naive) names() (names []string) {
	for _, c := range n.Conditions {
		names = append(append(names, c.Name, string(c.Abbreviation), c.Label()), c.AlsoKnownAs...)
	}
	for _, t := range n.Treatments {
		names = append(names, t.Name, string(t.Abbreviation), t.Label())
	}
	for _, c := range n.Credentials {
		names = append(names, c.Name, string(c.Abbreviation), c.Label())
	}
	return names
}

// score is 0 where one of the units does not match.
func (n *naive) score(p *models.Provider, units []naiveUnit) (sum int) {
	for _, u := range units {
		best := 0
		see := func(weight int, inStatement bool, texts ...string) {
			for _, text := range texts {
				for _, word := range lexicon.Words(text) {
					if inStatement && lexicon.IsStopWord(word) {
						continue
					}
					switch {
					case u.word == "":
					case lexicon.Stem(word) == lexicon.Stem(u.word):
						best = max(best, 12+weight)
					case u.last && strings.HasPrefix(word, u.word) && (!inStatement || len(u.word) >= 3):
						best = max(best, 6+weight)
					case u.typos && lexicon.Distance(word, u.word, 2) <= lexicon.Edits(u.word):
						best = max(best, weight)
					}
				}
			}
		}
		see(6, false, p.Name)
		for _, id := range p.ConditionIDs {
			c := n.conditions[id].(*models.Condition)
			see(5, false, append([]string{c.Name, string(c.Abbreviation)}, c.AlsoKnownAs...)...)
			if u.meaning != nil && slices.Contains(u.meaning.Conditions, c.Slug) {
				best = max(best, 17)
			}
		}
		for _, id := range p.TreatmentIDs {
			t := n.treatments[id].(*models.Treatment)
			see(4, false, t.Name, string(t.Abbreviation))
			if u.meaning != nil && slices.Contains(u.meaning.Treatments, t.Slug) {
				best = max(best, 16)
			}
		}
		for _, id := range p.CredentialIDs {
			c := n.credentials[id].(*models.Credential)
			see(3, false, c.Name, string(c.Abbreviation))
			if u.meaning != nil && slices.Contains(u.meaning.Credentials, c.Slug) {
				best = max(best, 15)
			}
		}
		for _, l := range p.Locations {
			see(2, false, l.City, l.State, l.StateCode)
		}
		see(2, false, p.Languages...)
		see(2, false, p.Insurances...)
		if u.meaning != nil &&
			(slices.ContainsFunc(p.AgeGroups, func(g models.AgeGroup) bool { return slices.Contains(u.meaning.AgeGroups, g) }) ||
				slices.ContainsFunc(p.SessionFormats, func(s models.SessionFormat) bool { return slices.Contains(u.meaning.SessionFormats, s) })) {
			best = max(best, 14)
		}
		if at, ok := places.ZIP(u.word); ok && distance(p, at) <= 25 {
			best = max(best, 14)
		}
		see(1, true, string(p.Statement))
		if best == 0 {
			return 0
		}
		sum += best
	}
	return sum
}

func everyMet(met map[string]bool, but string) bool {
	for name, holds := range met {
		if !holds && name != but {
			return false
		}
	}
	return true
}

// check holds everything that a snapshot says of a search against reading every provider.
func (n *naive) check(t *rapid.T, s *Snapshot, f *ProviderFilter, order *ProviderOrder, size int) {
	units := n.units(f.Text)
	if order != nil && *order == OrderDistance && f.Near == nil {
		order = nil
	}
	by := OrderName
	switch {
	case order != nil:
		by = *order
	case len(units) > 0:
		by = OrderRelevance
	case f.Near != nil:
		by = OrderDistance
	}
	var want []*models.Provider
	without := make(map[string][]*models.Provider)
	for _, p := range n.Providers {
		met := n.met(p, f, units)
		if everyMet(met, "") {
			want = append(want, p)
		}
		for name := range met {
			if everyMet(met, name) {
				without[name] = append(without[name], p)
			}
		}
	}
	primary := func(p *models.Provider) float64 {
		switch by {
		case OrderRelevance:
			return -float64(n.score(p, units))
		case OrderDistance:
			return distance(p, placeOf(f.Near))
		case OrderExperience:
			if p.PracticingSince == nil {
				return math.Inf(1)
			}
			return float64(*p.PracticingSince)
		case OrderRecentlyUpdated:
			return -float64(p.UpdatedAt.UnixMilli())
		}
		return 0
	}
	slices.SortFunc(
		want,
		func(a, b *models.Provider) int { return cmp.Or(cmp.Compare(primary(a), primary(b)), byName(a, b)) },
	)

	var forward, backward []string
	var last ProviderConnection
	for _, back := range []bool{false, true} {
		var cursor *string
		for {
			page := Page{First: &size, After: cursor}
			if back {
				page = Page{Last: &size, Before: cursor}
			}
			c, err := s.Providers(ProviderSearch{Filter: f, OrderBy: order, Page: page})
			if err != nil {
				t.Fatal(err)
			}
			last = c
			if c.TotalCount() != len(want) {
				t.Fatalf("total %d, want %d", c.TotalCount(), len(want))
			}
			var ids []string
			for _, edge := range c.Edges() {
				ids = append(ids, edge.Node.ID)
				if far := edge.DistanceMiles(); f.Near == nil && far != nil ||
					f.Near != nil && math.Abs(*far-distance(edge.Node.Provider, placeOf(f.Near))) > 1e-4 {
					t.Errorf("distance %v", far)
				}
				if met := edge.Matches(); len(met) == 0 && len(without) > 0 {
					t.Errorf("nothing is said of why %s matches", edge.Node.Slug)
				}
			}
			if back {
				backward = append(ids, backward...)
				cursor = (*string)(ptr(c.PageInfo().StartCursor))
			} else {
				forward = append(forward, ids...)
				cursor = (*string)(ptr(c.PageInfo().EndCursor))
			}
			if more := c.PageInfo().HasNextPage && !back || c.PageInfo().HasPreviousPage && back; !more {
				break
			}
		}
	}
	wantIDs := []string(nil)
	for _, p := range want {
		wantIDs = append(wantIDs, p.ID)
	}
	if !slices.Equal(forward, wantIDs) || !slices.Equal(backward, wantIDs) {
		t.Fatalf("by %s\nforward  %v\nbackward %v\nwant     %v\nunits %+v", by, forward, backward, wantIDs, units)
	}
	n.checkFacets(t, last, want, without)
	n.checkWidenings(t, last, want, without)
}

func (n *naive) checkFacets(
	t *rapid.T,
	c ProviderConnection,
	want []*models.Provider,
	without map[string][]*models.Provider,
) {
	facets, most := c.Facets(), 100
	check := func(name string, got []string, own func(*models.Provider) []string, label func(string) string) {
		matching, filtered := without[name]
		if !filtered {
			matching = want
			if _, ok := without[name]; ok {
				matching = nil
			}
		}
		shown := spellings(n.Providers, own, label)
		counts := make(map[string]int)
		for _, p := range matching {
			var values []string
			for _, value := range own(p) {
				values = append(values, shown[models.Fold(label(value))])
			}
			slices.Sort(values)
			for _, value := range slices.Compact(values) {
				counts[value]++
			}
		}
		var lines []string
		for value := range counts {
			lines = append(lines, value)
		}
		slices.SortFunc(lines, func(a, b string) int {
			return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(models.Fold(a), models.Fold(b)))
		})
		for i, value := range lines {
			lines[i] = fmt.Sprint(value, " ", counts[value])
		}
		if !slices.Equal(got, lines) {
			t.Fatalf("facet %s: got %q, want %q", name, got, lines)
		}
	}
	same := func(value string) string { return value }
	values := func(name string, list []ValueCount, _ error) (lines []string) {
		for _, v := range list {
			lines = append(lines, fmt.Sprint(v.Value, " ", v.Count))
		}
		return lines
	}
	conditions, _ := facets.Conditions(&most)
	var lines []string
	for _, entry := range conditions {
		lines = append(lines, fmt.Sprint(entry.Condition.Name, " ", entry.Count))
	}
	check(
		"conditions",
		lines,
		func(p *models.Provider) []string { return p.ConditionIDs },
		func(id string) string { return n.conditions[id].(*models.Condition).Name },
	)
	treatments, _ := facets.Treatments(&most)
	lines = nil
	for _, entry := range treatments {
		lines = append(lines, fmt.Sprint(entry.Treatment.Name, " ", entry.Count))
	}
	check(
		"treatments",
		lines,
		func(p *models.Provider) []string { return p.TreatmentIDs },
		func(id string) string { return n.treatments[id].(*models.Treatment).Name },
	)
	credentials, _ := facets.Credentials(&most)
	lines = nil
	for _, entry := range credentials {
		lines = append(lines, fmt.Sprint(entry.Credential.Name, " ", entry.Count))
	}
	check(
		"credentials",
		lines,
		func(p *models.Provider) []string { return p.CredentialIDs },
		func(id string) string { return n.credentials[id].(*models.Credential).Name },
	)
	list, err := facets.States(&most)
	check("states", values("", list, err), func(p *models.Provider) (own []string) {
		for _, l := range p.Locations {
			own = append(own, l.StateCode)
		}
		return own
	}, same)
	list, err = facets.Cities(&most)
	check("cities", values("", list, err), func(p *models.Provider) (own []string) {
		for _, l := range p.Locations {
			own = append(own, l.City+", "+l.State)
		}
		return own
	}, same)
	list, err = facets.Languages(&most)
	check("languages", values("", list, err), func(p *models.Provider) []string { return p.Languages }, same)
	list, err = facets.Insurances(&most)
	check("insurances", values("", list, err), func(p *models.Provider) []string { return p.Insurances }, same)
	list, err = facets.SessionFormats()
	check(
		"sessionFormats",
		values("", list, err),
		func(p *models.Provider) []string { return stringsOf(p.SessionFormats) },
		same,
	)
	list, err = facets.AgeGroups()
	check("ageGroups", values("", list, err), func(p *models.Provider) []string { return stringsOf(p.AgeGroups) }, same)
}

// spellings are, for what differs in case and accents alone, the spelling that most providers have, and of those the
// first.
func spellings(
	providers []*models.Provider,
	own func(*models.Provider) []string,
	label func(string) string,
) map[string]string {
	counts, shown := make(map[string]int), make(map[string]string)
	for _, p := range providers {
		values := slices.Clone(own(p))
		slices.Sort(values)
		for _, value := range slices.Compact(values) {
			counts[label(value)]++
		}
	}
	for _, value := range slices.Sorted(maps.Keys(counts)) {
		key := models.Fold(value)
		if before, known := shown[key]; !known || counts[value] > counts[before] {
			shown[key] = value
		}
	}
	return shown
}

func (n *naive) checkWidenings(
	t *rapid.T,
	c ProviderConnection,
	want []*models.Provider,
	without map[string][]*models.Provider,
) {
	var lines, got []string
	if len(want) == 0 {
		for name, list := range without {
			lines = append(lines, fmt.Sprintf("%03d %s", 999-len(list), name))
		}
	}
	for _, w := range c.Widenings() {
		got = append(got, fmt.Sprintf("%03d %s", 999-w.TotalCount, w.WithoutFilter))
	}
	slices.Sort(lines)
	if !slices.Equal(got, lines) {
		t.Fatalf("widenings %q, want %q", got, lines)
	}
}

var orders = []*ProviderOrder{
	nil,
	ptr(OrderRelevance),
	ptr(OrderName),
	ptr(OrderDistance),
	ptr(OrderExperience),
	ptr(OrderRecentlyUpdated),
}

// Results, order, total, facets, distances, widenings and pages are what reading every provider gives.
func TestSearch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawer{t}
		directory := taxonomy()
		for i := range rapid.IntRange(0, 30).Draw(t, "providers") {
			directory.Providers = append(directory.Providers, d.provider(i))
		}
		s, n := Build(directory, options), newNaive(directory)
		for range 4 {
			n.check(t, s, d.filter(), draw(d, "order", orders...), rapid.IntRange(1, 7).Draw(t, "page size"))
		}
	})
}

// After any sequence of changes a snapshot answers like one built afresh, and has the same version.
func TestApply(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawer{t}
		now := make(map[string]*models.Provider)
		directory := taxonomy()
		for i := range rapid.IntRange(0, 20).Draw(t, "providers") {
			p := d.status(d.provider(i))
			directory.Providers, now[p.ID] = append(directory.Providers, p), p
		}
		c := &Catalog{}
		c.Publish(Build(directory, options))
		revision := int64(1000) // what is drawn is at most that
		for range rapid.IntRange(1, 10).Draw(t, "batches") {
			var changes Changes
			for range rapid.IntRange(0, 3).Draw(t, "changes") {
				p := d.status(d.provider(rapid.IntRange(0, 30).Draw(t, "number")))
				if slices.ContainsFunc(changes.Written, func(w models.Document) bool { return w.Head().ID == p.ID }) ||
					slices.ContainsFunc(changes.Removed, func(r Removal) bool { return r.ID == p.ID }) {
					continue
				}
				revision++
				p.Revision = revision
				if d.chance("remove", 3) {
					changes.Removed = append(changes.Removed, Removal{p.ID, revision})
					delete(now, p.ID)
				} else {
					changes.Written = append(changes.Written, p)
					now[p.ID] = p
				}
			}
			if d.chance("condition", 4) {
				condition := *directory.Conditions[0]
				condition.Revision, condition.AlsoKnownAs = condition.Revision+1, d.some(
					"also",
					"moor",
					"low mood",
					"sleeplessness",
				)
				directory.Conditions = append([]*models.Condition{&condition}, directory.Conditions[1:]...)
				changes.Written = append(changes.Written, &condition)
			}
			c.Apply(changes)
		}
		c.Wait()
		directory.Providers = nil
		for _, p := range now {
			directory.Providers = append(directory.Providers, p)
		}
		applied, fresh := c.Current(), Build(directory, options)
		if applied.Directory() != fresh.Directory() {
			t.Fatalf("directory %+v, want %+v", applied.Directory(), fresh.Directory())
		}
		var listed, retired []*models.Provider
		for _, p := range directory.Providers {
			if p.Retired() {
				retired = append(retired, p)
			} else {
				listed = append(listed, p)
			}
		}
		directory.Providers = listed
		if got, want := applied.Directory(), Build(directory, options).Directory(); got != want {
			t.Fatalf("directory %+v, want as without the retired ones %+v", got, want)
		}
		checkRetired(t, applied, retired)
		for range 3 {
			newNaive(
				directory,
			).check(
				t,
				applied,
				d.filter(),
				draw(d, "order", orders...),
				rapid.IntRange(1, 7).Draw(t, "page size"),
			)
		}
		text := draw(d, "suggest", "f", "nik", "moor", "ins", "anxeity", "low", "485", "flint mi")
		if got, want := suggestionsOf(applied, text), suggestionsOf(fresh, text); got != want {
			t.Fatalf("suggest %q: %s\nwant %s", text, got, want)
		}
		for _, p := range listed {
			id := p.ID
			if got, want := similarOf(applied, id), similarOf(fresh, id); got != want {
				t.Fatalf("similar to %s: %s\nwant %s", id, got, want)
			}
		}
	})
}

// status makes a provider one that is retired, or not.
func (d drawer) status(p *models.Provider) *models.Provider {
	if d.chance("retired", 3) {
		p.Status = models.ProviderRetired
	}
	if d.chance("npi", 2) {
		p.NPI = models.OptionalString("npi of " + p.Slug)
	}
	if d.chance("renamed", 2) {
		p.FormerSlugs = []string{p.Slug + "-before"}
	}
	return p
}

// checkRetired wants exactly those of the retired providers to be found by editors, and none of them by others.
func checkRetired(t *rapid.T, s *Snapshot, retired []*models.Provider) {
	if got := len(s.retired.byID); got != len(retired) || len(s.retired.bySlug) != got {
		t.Fatalf("%d are retired by id and %d by slug, want %d", got, len(s.retired.bySlug), len(retired))
	}
	npis, former := 0, 0
	for _, p := range retired {
		names := []ProviderBy{{ID: &p.ID}, {Slug: &p.Slug}}
		if npi := string(p.NPI); npi != "" {
			names, npis = append(names, ProviderBy{NPI: &npi}), npis+1
		}
		for _, slug := range p.FormerSlugs {
			names, former = append(names, ProviderBy{Slug: &slug}), former+1
		}
		for _, by := range names {
			if found := s.AnyProvider(by); found == nil || found.Provider != p || s.Provider(by) != nil {
				t.Fatalf("%s: editors find %v, and others %v", p.Slug, found, s.Provider(by))
			}
		}
		if id, known := s.IDOf(models.KindProvider, p.Slug); id != p.ID || !known || s.Document(p.ID) != p ||
			s.Node(p.ID) != nil {
			t.Fatalf("%s: the id is %q, the node %v", p.Slug, id, s.Node(p.ID))
		}
	}
	if len(s.retired.byNPI) != npis || len(s.retired.byFormerSlug) != former {
		t.Fatalf(
			"%d are retired by NPI and %d by a former slug, want %d and %d",
			len(s.retired.byNPI),
			len(s.retired.byFormerSlug),
			npis,
			former,
		)
	}
}

func suggestionsOf(s *Snapshot, text string) string {
	list, err := s.Suggest(text, nil)
	if err != nil {
		return err.Error()
	}
	var lines []string
	for _, suggestion := range list {
		lines = append(lines, fmt.Sprint(suggestion.Kind, " ", suggestion.Text))
	}
	return strings.Join(lines, ", ")
}

func similarOf(s *Snapshot, id string) string {
	return all(s.Provider(ProviderBy{ID: &id}).Similar(nil))
}

// Walking through all pages of a search, in any order and either direction, meets nobody twice and everybody who
// matched all along, while others come and go between the pages.
func TestWalkOfASearch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawer{t}
		everybody := make([]*models.Provider, rapid.IntRange(0, 25).Draw(t, "providers"))
		there := make(map[string]bool)
		first := taxonomy()
		for i := range everybody {
			everybody[i] = d.provider(i)
			if d.chance("there", 2) {
				there[everybody[i].ID] = true
				first.Providers = append(first.Providers, everybody[i])
			}
		}
		c := &Catalog{}
		c.Publish(Build(first, options))
		search := ProviderSearch{Filter: &ProviderFilter{Near: d.filter().Near}, OrderBy: draw(d, "order", orders...)}
		if search.Filter.Near == nil {
			// too short for typing errors, which depend on who else is there
			search.Filter.Text = ptr(draw(d, "text", "", "m", "an"))
		}
		if search.OrderBy != nil && *search.OrderBy == OrderDistance && search.Filter.Near == nil {
			search.OrderBy = nil
		}
		met := make(map[string]bool)
		matching := func() map[string]bool {
			all := make(map[string]bool)
			page, err := c.Current().Providers(ProviderSearch{Filter: search.Filter, Page: Page{First: ptr(100)}})
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range page.Nodes() {
				all[p.ID] = true
			}
			return all
		}
		stayed := matching()
		backward := d.chance("backward", 2)
		revision := int64(1000) // what is drawn is at most that
		for more := true; more; {
			size := rapid.IntRange(1, 5).Draw(t, "size")
			search.First, search.Last = &size, nil
			if backward {
				search.First, search.Last = nil, &size
			}
			page, err := c.Current().Providers(search)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range page.Nodes() {
				if met[p.ID] {
					t.Fatalf("%s is met twice", p.Slug)
				}
				met[p.ID] = true
			}
			info := page.PageInfo()
			more, search.After = info.HasNextPage, (*string)(&info.EndCursor)
			if backward {
				more, search.After, search.Before = info.HasPreviousPage, nil, (*string)(&info.StartCursor)
			}
			var changes Changes
			for _, p := range everybody {
				if !d.chance("changes", 6) {
					continue
				}
				revision++
				if there[p.ID] = !there[p.ID]; there[p.ID] {
					again := *p
					again.Revision = revision
					changes.Written = append(changes.Written, &again)
				} else {
					changes.Removed = append(changes.Removed, Removal{p.ID, revision})
				}
			}
			c.Apply(changes)
			now := matching()
			for id := range stayed {
				stayed[id] = stayed[id] && now[id]
			}
		}
		for id, all := range stayed {
			if all && !met[id] {
				t.Fatalf("%s matched all along and was not met", id)
			}
		}
	})
}
