package demo

import (
	"cmp"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"findcare/models"
)

type generator struct {
	years      int       // to move dates by
	at         time.Time // when the directory is made
	cities     []city
	areaCodes  map[string]string
	people     people
	statements statements
	profiles   profiles

	cityWeights      weights[city]
	credentials      weights[string]
	conditions       weights[string]
	languages        weights[string]
	insurances       weights[string]
	pronouns         weights[string]
	conditionNames   map[string]string
	treatmentNames   map[string]string
	insurerSlugs     map[string]string // by name
	takenSlugs       map[string]bool
	organizations    map[string]string // the last one, by the code of its state
	treatmentWeights weights[string]
}

type city struct {
	City       string
	StateCode  string
	PostalCode string
	Latitude   float64
	Longitude  float64
	Weight     int
}

type weighted struct {
	Value  string
	Weight int
}

type people struct {
	GivenNames, FamilyNames, Organizations, Streets []string
	Pronouns, Languages, Insurances                 []weighted
}

type statements struct {
	Openings, Approaches, Closings                                     []string
	OrganizationOpenings, OrganizationApproaches, OrganizationClosings []string
}

type profiles struct {
	Credentials map[string]struct {
		Weight, MinimumFee, MaximumFee int
		Treatments, MayPairWith        []string
	}
	Conditions, Treatments map[string]int
}

func newGenerator(at time.Time) (*generator, error) {
	g := &generator{
		years: yearsSince(at), at: at, takenSlugs: make(map[string]bool), organizations: make(map[string]string),
	}
	var conditions, treatments, insurers map[string][]struct {
		Slug, Name   string
		Abbreviation string
	}
	for name, into := range map[string]any{
		"cities": &g.cities, "area-codes": &g.areaCodes, "people": &g.people, "statements": &g.statements,
		"profiles": &g.profiles, "conditions": &conditions, "treatments": &treatments,
		"insurers": &insurers,
	} {
		if err := read("data/"+name+".json", into); err != nil {
			return nil, fmt.Errorf("%s.json: %w", name, err)
		}
	}
	g.conditionNames, g.treatmentNames = make(map[string]string), make(map[string]string)
	for _, c := range conditions["conditions"] {
		g.conditionNames[c.Slug] = cmp.Or(c.Abbreviation, strings.ToLower(c.Name))
	}
	for _, t := range treatments["treatments"] {
		g.treatmentNames[t.Slug] = strings.ToLower(t.Name)
	}
	g.insurerSlugs = make(map[string]string)
	for _, i := range insurers["insurers"] {
		g.insurerSlugs[i.Name] = i.Slug
	}
	for _, c := range g.cities {
		g.cityWeights.add(c, c.Weight)
	}
	for _, slug := range slices.Sorted(maps.Keys(g.profiles.Credentials)) {
		g.credentials.add(slug, g.profiles.Credentials[slug].Weight)
	}
	for _, slug := range slices.Sorted(maps.Keys(g.profiles.Conditions)) {
		g.conditions.add(slug, g.profiles.Conditions[slug])
	}
	for _, slug := range slices.Sorted(maps.Keys(g.profiles.Treatments)) {
		g.treatmentWeights.add(slug, g.profiles.Treatments[slug])
	}
	for list, into := range map[*[]weighted]*weights[string]{
		&g.people.Languages: &g.languages, &g.people.Insurances: &g.insurances, &g.people.Pronouns: &g.pronouns,
	} {
		for _, w := range *list {
			into.add(w.Value, w.Weight)
		}
	}
	return g, nil
}

// provider returns the i-th provider. The first ones live one in each city, so that every state has one.
func (g *generator) provider(i int) *models.Provider {
	r := random{rand.New(rand.NewPCG(2024, uint64(i)))}
	d := &models.Provider{Type: models.Individual}
	if r.chance(10) {
		d.Type = models.Organization
	}
	home := g.cityWeights.pick(r)
	if i < len(g.cities) {
		home = g.cities[i]
	}
	g.name(r, i, d)
	g.credentialsOf(r, d, home)
	if !r.chance(8) {
		const oldest, newest = 1988, 2025
		year := g.years + newest - min(r.IntN(newest-oldest), r.IntN(newest-oldest))
		d.PracticingSince = &year
	}
	g.meeting(r, d, home)
	d.ConditionIDs = some(r, &g.conditions, 3+r.IntN(6))
	g.treatmentsOf(r, d)
	g.terms(r, d)
	d.Statement = models.OptionalString(g.statement(r, d))
	g.needs(r, d, home)
	g.coverage(r, d)
	g.worksFor(i, d, home)
	return d
}

func (g *generator) name(r random, i int, d *models.Provider) {
	p := &g.people
	if d.Type == models.Organization {
		d.Name = pick(r, p.Organizations)
	} else {
		given := len(p.GivenNames)
		first, family := p.GivenNames[i%given], p.FamilyNames[(i/given+i)%len(p.FamilyNames)]
		d.Name = first + " " + family
		if pairs := given * len(p.FamilyNames); i >= pairs {
			d.Name = first + " " + pick(r, p.GivenNames) + " " + family
		}
		if r.chance(60) {
			d.Pronouns = models.OptionalString(g.pronouns.pick(r))
		}
	}
	slug := models.Slugify(d.Name)
	for number := 2; g.takenSlugs[slug]; number++ {
		slug = fmt.Sprintf("%s-%d", models.Slugify(d.Name), number)
		if number > 3 { // counting up would take ever longer
			slug = fmt.Sprintf("%s-%d", models.Slugify(d.Name), i)
		}
	}
	g.takenSlugs[slug] = true
	d.Slug = slug
}

func (g *generator) credentialsOf(r random, d *models.Provider, home city) {
	first := g.credentials.pick(r)
	d.CredentialIDs = []string{first}
	more := 25
	if d.Type == models.Organization {
		d.CredentialIDs = append(d.CredentialIDs, some(r, &g.credentials, 1+r.IntN(5))...)
	} else if pairs := g.profiles.Credentials[first].MayPairWith; len(pairs) > 0 && r.chance(more) {
		d.CredentialIDs = append(d.CredentialIDs, pick(r, pairs))
	}
	d.CredentialIDs = distinct(d.CredentialIDs)
	slices.SortStableFunc(d.CredentialIDs, func(a, b string) int { return degree(a) - degree(b) })
	if d.Type == models.Individual && r.chance(85) {
		d.Licenses = []models.License{{
			CredentialID: first, State: home.StateCode,
			Number:    models.OptionalString(fmt.Sprintf("DEMO-%06d", r.IntN(1_000_000))),
			ExpiresOn: day(g.years+2027, r.IntN(700)),
		}}
	}
}

// degree is 1 for a degree, which is listed after professions.
func degree(credential string) int {
	if strings.HasPrefix(credential, "doctor-of-") {
		return 1
	}
	return 0
}

func (g *generator) meeting(r random, d *models.Provider, home city) {
	remoteOnly := d.Type == models.Individual && r.chance(8)
	if !remoteOnly {
		d.SessionFormats = append(d.SessionFormats, models.InPerson)
		d.Locations = []models.Location{g.location(r, home)}
		if d.Type == models.Organization && r.chance(40) {
			d.Locations = append(d.Locations, g.location(r, home))
		}
	}
	if remoteOnly || r.chance(70) {
		d.SessionFormats = append(d.SessionFormats, models.Video)
	}
	if r.chance(25) {
		d.SessionFormats = append(d.SessionFormats, models.Phone)
	}
}

func (g *generator) location(r random, home city) models.Location {
	state, _ := models.StateName(home.StateCode)
	// Within about two miles of the ZIP code's centre.
	latitude := float64(int((home.Latitude+(r.Float64()-0.5)*0.05)*1e5)) / 1e5
	longitude := float64(int((home.Longitude+(r.Float64()-0.5)*0.05)*1e5)) / 1e5
	return models.Location{
		Street: models.OptionalString(fmt.Sprintf("%d %s", 1+r.IntN(9900), pick(r, g.people.Streets))),
		City:   home.City, State: state, StateCode: home.StateCode, PostalCode: models.OptionalString(home.PostalCode),
		// 555-0100 to 555-0199 are reserved for fiction.
		Phone:    models.OptionalString(fmt.Sprintf("+1%s55501%02d", g.areaCodes[home.StateCode], r.IntN(100))),
		Latitude: &latitude, Longitude: &longitude,
	}
}

func (g *generator) treatmentsOf(r random, d *models.Provider) {
	usual := g.profiles.Credentials[d.CredentialIDs[0]].Treatments
	for i, slug := range usual {
		if i == 0 || r.chance(45) {
			d.TreatmentIDs = append(d.TreatmentIDs, slug)
		}
	}
	d.TreatmentIDs = append(d.TreatmentIDs, some(r, &g.treatmentWeights, 1+r.IntN(2))...)
	d.TreatmentIDs = distinct(d.TreatmentIDs)
	const most = 6
	d.TreatmentIDs = d.TreatmentIDs[:min(most, len(d.TreatmentIDs))]
}

// terms sets what people ask before the first appointment.
func (g *generator) terms(r random, d *models.Provider) {
	for _, group := range []struct {
		ages    models.AgeGroup
		percent int
	}{{models.Children, 25}, {models.Teens, 45}, {models.Adults, 95}, {models.OlderAdults, 50}} {
		if r.chance(group.percent) {
			d.AgeGroups = append(d.AgeGroups, group.ages)
		}
	}
	d.Languages = []string{"English"}
	if r.chance(28) {
		d.Languages = append(d.Languages, some(r, &g.languages, 1+r.IntN(2))...)
	}
	if r.chance(75) {
		d.Insurances = some(r, &g.insurances, 1+r.IntN(5))
	}
	if answer := r.IntN(100); answer < 85 {
		accepting := answer < 65
		d.AcceptingNewClients = &accepting
	}
	if r.chance(80) {
		profile := g.profiles.Credentials[d.CredentialIDs[0]]
		const step = 5
		minimum := profile.MinimumFee/step*step + r.IntN(8)*step
		maximum := min(max(minimum, profile.MaximumFee), minimum+r.IntN(15)*step)
		d.SessionFee = &models.FeeRange{Currency: "USD", Minimum: minimum, Maximum: maximum, SlidingScale: r.chance(35)}
	}
	if r.chance(70) {
		// Some of the confirmations still count, whenever the directory is made.
		d.ConfirmedOn = models.DateOf(g.at.AddDate(0, 0, -r.IntN(600)/2))
	}
}

// programs are insurers without plans of these names.
var programs = []string{"medicaid", "medicare", "tricare"}

// coverage says more of some of the insurers that a provider takes.
func (g *generator) coverage(r random, d *models.Provider) {
	for _, label := range d.Insurances {
		slug, known := g.insurerSlugs[label]
		if !known || !r.chance(35) {
			continue
		}
		entry := models.Coverage{InsurerID: slug, Network: models.InNetwork}
		if r.chance(15) {
			entry.Network = models.OutOfNetwork
		} else if !slices.Contains(programs, slug) && r.chance(30) {
			entry.Plan = pick(r, []models.OptionalString{"HMO", "PPO", "EPO"})
		}
		if r.chance(80) {
			entry.Source, entry.AsOf = pick(r, models.CoverageSources()[:2]), day(g.years+2025, r.IntN(600))
		}
		d.Coverage = append(d.Coverage, entry)
	}
}

func (g *generator) statement(r random, d *models.Provider) string {
	if r.chance(6) {
		return ""
	}
	s := &g.statements
	openings, approaches, closings := s.Openings, s.Approaches, s.Closings
	if d.Type == models.Organization {
		openings, approaches, closings = s.OrganizationOpenings, s.OrganizationApproaches, s.OrganizationClosings
	}
	sentences := []string{pick(r, openings), pick(r, approaches)}
	if r.chance(60) {
		sentences = append(sentences, pick(r, closings))
	}
	return strings.NewReplacer(
		"{condition}", g.conditionNames[d.ConditionIDs[0]],
		"{treatment}", g.treatmentNames[d.TreatmentIDs[0]],
	).Replace(strings.Join(sentences, " "))
}

func day(year, days int) models.Date {
	return models.DateOf(time.Date(year, time.January, 1+days, 0, 0, 0, 0, time.UTC))
}
