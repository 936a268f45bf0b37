package catalog

import (
	"fmt"
	"math"
	"strings"
	"time"

	"pgregory.net/rapid"

	"findcare/models"
	"findcare/models/modelstest"
)

// drawer draws small random directories, in which many values are the same.
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
		if strings.Contains(slug, "_") {
			ids = append(ids, slug) // an id
		} else {
			ids = append(ids, models.IDOfSlug(kind, slug))
		}
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
		"insomnia": {"Insomnia", ""}, "depression": {"Depression", "", "Low mood"},
		"anxiety": {"Generalized Anxiety", "GAD"}, "panic-attacks": {"Panic Attacks", ""},
	} {
		d.Conditions = append(d.Conditions, &models.Condition{
			Header:       header(models.KindCondition, slug),
			Name:         names[0],
			Abbreviation: models.OptionalString(names[1]),
			AlsoKnownAs:  names[2:],
		})
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

// insurers are some of those that providers name, or none, so that their labels mean nothing.
func (d drawer) insurers() (insurers []*models.Insurer) {
	for _, all := range []*models.Insurer{
		{Header: header(models.KindInsurer, "blue-cross"), Name: "Blue Cross", AlsoKnownAs: []string{"BCBS", "Aetna"}},
		{Header: header(models.KindInsurer, "medicaid"), Name: "Medicaid", AlsoKnownAs: []string{"Medical Aid"}},
		{Header: header(models.KindInsurer, "aetna"), Name: "aétna"},
	} {
		if !d.chance("no insurer", 4) {
			insurers = append(insurers, all)
		}
	}
	return insurers
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
	p.WorksForIDs = idsOf(models.KindProvider, d.some("works for", "p0", "p1", "p2", "gone"))
	p.Locations = d.locations()
	p.Statement = models.OptionalString(
		strings.Join(d.some("statement", "warm", "the", "anxiety", "anxious", "sleeping", "flintstone", "moor"), " "),
	)
	p.Languages = d.some("language", "English", "Spanish", "spanish", "German")
	p.Insurances = d.some("insurance", "Aetna", "Medicaid", "medicaid", "MÉDICAID", "AETNA", "bcbs", "Cash", "cash")
	for _, id := range idsOf(models.KindInsurer, d.some("coverage", "blue-cross", "medicaid", "gone")) {
		p.Coverage = append(p.Coverage, models.Coverage{InsurerID: id})
	}
	for _, format := range d.some("format", string(models.InPerson), string(models.Video), string(models.Phone)) {
		p.SessionFormats = append(p.SessionFormats, models.SessionFormat(format))
	}
	for _, group := range d.some("ages", string(models.Teens), string(models.Adults)) {
		p.AgeGroups = append(p.AgeGroups, models.AgeGroup(group))
	}
	p.Licenses = d.licenses()
	modelstest.DrawNeeds(d.T, p)
	d.optional(p)
	return p
}

func (d drawer) locations() (locations []models.Location) {
	for _, l := range cities {
		if !d.chance("location", 4) {
			continue
		}
		if d.chance("coordinates", 2) {
			latitude, longitude := d.degrees("latitude", 90), d.degrees("longitude", 180)
			if d.chance("close", 2) {
				latitude, longitude = 42.9+latitude/100, -83.7+longitude/100
			}
			l.Latitude, l.Longitude = &latitude, &longitude
		}
		locations = append(locations, l)
	}
	return locations
}

// degrees draws a coordinate in millionths of a degree. On which side of the edge of a cell a point is that is nearer
// to it than that depends on how it is computed.
func (d drawer) degrees(label string, most float64) float64 {
	const millionths = 1e6
	return math.Round(rapid.Float64Range(-most, most).Draw(d.T, label)*millionths) / millionths
}

func (d drawer) licenses() (licenses []models.License) {
	for _, state := range d.some("license", "MI", "TX") {
		license := models.License{CredentialID: models.IDOfSlug(models.KindCredential, "lpc"), State: state}
		license.ExpiresOn = draw[models.Date](d, "expires", "", "", "2026-11-23", "2026-11-24", "2027-01-01")
		licenses = append(licenses, license)
	}
	return licenses
}

// optional sets what may be unknown.
func (d drawer) optional(p *models.Provider) {
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

			SlidingScale: d.chance("sliding scale", 2),
		}
	}
	if d.chance("confirmed known", 2) {
		p.ConfirmedOn = draw[models.Date](d, "confirmed", "2025-01-31", "2026-10-19")
	}
}

// searchWords are words that providers have or nearly have, and lay words.
var searchWords = []string{
	"flint", "flnit", "nik", "NIKKI", "moormann", "moor", "anx", "anxiety", "anxeity", "a", "in", "the", "therapy",
	"therapist", "can't sleep", "sleep", "panic attacks", "teen", "video", "gad", "spanish", "48507", "MI", "michigan",
	"insomnai", "xyzzy", "aetna", "blue cross", "medcaid", "aid", "low mood", "warm", "detroit", "counsel",
}

func (d drawer) filter() *ProviderFilter {
	f := &ProviderFilter{}
	asked := func(what string) bool { return d.chance("filter by "+what, 6) }
	if asked("text") {
		words := rapid.SliceOfN(rapid.SampledFrom(searchWords), 1, 3).Draw(d.T, "text")
		f.Text = ptr(strings.Join(words, " "))
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
	list("insurances", &f.Insurances, "aetna", "None", "cash", "BCBS", "medicaid", "blue-cross",
		models.IDOfSlug(models.KindInsurer, "medicaid"))
	list("licensedIn", &f.LicensedIn, "MI", "WI")
	if asked("near") {
		f.Near = d.near()
	}
	if asked("within") {
		f.Within = &Within{Box: d.box()}
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
	d.needs(f)
	if asked("confirmed") {
		f.ConfirmedSince = ptr(draw[models.Date](d, "confirmed since", "2025-01-31", "2026-01-01", "2027-01-01"))
	}
	if asked("confirmed before") {
		f.ConfirmedBefore = ptr(draw[models.Date](d, "confirmed before", "2025-01-31", "2026-01-01", "2027-01-01"))
	}
	if asked("unconfirmed") {
		f.Unconfirmed = ptr(d.chance("unconfirmed", 2))
	}
	if asked("years") {
		f.YearsInPractice = ptr(draw(d, "years", 0, 1, 10, 11))
	}
	if asked("fee") {
		f.SessionFeeAtMost = ptr(draw(d, "at most", 0, 79, 80, 1000))
	}
	return f
}

// near draws what is near a ZIP code, a place or a point.
func (d drawer) near() *Near {
	near := &Near{WithinMiles: ptr(rapid.Float64Range(0.1, 500).Draw(d.T, "miles"))}
	near.OrByVideoInState = draw(d, "or by video", nil, ptr(false), ptr(true))
	switch draw(d, "by", "ZIP", "place", "point") {
	case "ZIP":
		near.At.PostalCode = ptr(draw(d, "ZIP", "48507", "48501", "75762-0001"))
	case "place":
		near.At.Place = ptr(draw(d, "place", "Flint, MI", "flint texas", "Detroit", "48507"))
	default:
		near.At.Point = &Point{draw(d, "latitude", 90, -90, 42.9), draw(d, "longitude", 180, -180, -83.7)}
	}
	return near
}

// box draws one anywhere, also across the antimeridian and to the poles, or one around Flint.
func (d drawer) box() *Box {
	if d.chance("close box", 2) {
		size := rapid.Float64Range(0, 1).Draw(d.T, "size")
		return &Box{42.97 - size, -83.72 - size, 42.97 + size, -83.72 + size}
	}
	south := draw(d, "south", -90.0, rapid.Float64Range(-90, 90).Draw(d.T, "south"))
	return &Box{
		South: south, North: draw(d, "north", 90.0, south, rapid.Float64Range(south, 90).Draw(d.T, "north")),
		West: draw(d, "west", -180.0, 180.0, rapid.Float64Range(-180, 180).Draw(d.T, "west")),
		East: draw(d, "east", -180.0, 180.0, rapid.Float64Range(-180, 180).Draw(d.T, "east")),
	}
}

// needs asks for what people choose by beside what is treated, where and how.
func (d drawer) needs(f *ProviderFilter) {
	asked := func(what string) bool { return d.chance("filter by "+what, 12) }
	if asked("open") {
		f.OpenAt = []models.OpenTime{draw(d, "open", models.Evenings, models.Weekends)}
	}
	if asked("accessibility") {
		f.Accessibility = models.AccessibilityFeatures()[1:3]
	}
	if asked("all accessibility") {
		f.AllOfAccessibility = models.AccessibilityFeatures()[:2]
	}
	if asked("language services") {
		f.LanguageServices = models.LanguageServices()[:draw(d, "services", 1, 2)]
	}
	if asked("genders") {
		f.Genders = []models.Gender{draw(d, "gender", models.Genders()...)}
	}
	if asked("identities") {
		f.Identities = d.some("identity", "latina", "Purple")
	}
	if asked("faiths") {
		f.Faiths = d.some("faith", "JEWISH", "quaker")
	}
	if asked("populations") {
		f.Populations = models.Populations()[:2]
	}
	for what, truth := range map[string]**bool{
		"free": &f.FreeConsultation, "prescribes": &f.Prescribes, "openings": &f.HasOpenings,
		"sliding": &f.SlidingScale,
	} {
		if asked(what) {
			*truth = ptr(d.chance(what, 2))
		}
	}
	if asked("waiting") {
		f.WaitingWeeksAtMost = ptr(draw(d, "weeks", 0, 2, 300))
	}
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
