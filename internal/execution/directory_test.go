package execution_test

import (
	"fmt"
	"time"

	"pgregory.net/rapid"

	"findcare/internal/catalog"
	"findcare/models"
	"findcare/models/modelstest"
)

// directoryDrawer draws small random directories with all that is odd: references that lead nowhere, fields without a
// value, texts that JSON has to escape, and at times a clock that panics.
type directoryDrawer struct{ *rapid.T }

func (d directoryDrawer) chance(in int) bool { return choice(d.T, in) == 0 }

func pick[T any](d directoryDrawer, from ...T) T { return from[choice(d.T, len(from))] }

func subset[T any](d directoryDrawer, from ...T) (list []T) {
	for _, value := range from {
		if d.chance(2) {
			list = append(list, value)
		}
	}
	return list
}

// maybe gives the value, or the zero value.
func maybe[T any](d directoryDrawer, value T) (none T) {
	if d.chance(3) {
		return none
	}
	return value
}

func (d directoryDrawer) text() string {
	return pick(
		d,
		"plain",
		"",
		"two\nlines \"quoted\" \\ and\ttabs",
		"<b>bold</b> & more",
		"ü \u2028 \x01\x7f",
		"broken \xff UTF-8",
		"*Grief* is [love](https://example.org).",
	)
}

func (d directoryDrawer) optional() models.OptionalString { return models.OptionalString(d.text()) }

func (d directoryDrawer) header(kind models.Kind, number int) models.Header {
	slug, updated := fmt.Sprintf("%s-%d", kind, number), time.UnixMilli(1_790_000_000_120).UTC()
	if d.chance(15) {
		updated = time.Time{}
	}
	return models.Header{ID: models.IDOfSlug(kind, slug), Slug: slug, Revision: 1, UpdatedAt: updated}
}

// references are ids of documents, some of which may not be there.
func references(kind models.Kind) (ids []string) {
	for number := range 4 {
		ids = append(ids, models.IDOfSlug(kind, fmt.Sprintf("%s-%d", kind, number)))
	}
	return ids
}

func drawSnapshot(t *rapid.T) *catalog.Snapshot {
	d := directoryDrawer{t}
	directory := &models.Directory{}
	for number := range 3 {
		if !d.chance(5) {
			directory.Add(
				&models.Credential{
					Header:       d.header(models.KindCredential, number),
					Name:         d.text(),
					Abbreviation: maybe[models.OptionalString](d, "LPC"),
				},
			)
		}
		if !d.chance(5) {
			directory.Add(&models.Condition{
				Header: d.header(
					models.KindCondition,
					number,
				), Name: pick(d, "Grief", "Suicidal Ideation", d.text()), Abbreviation: d.optional(),
				Description: d.optional(), AlsoKnownAs: subset(d, "Sorrow", d.text()),
			})
		}
		if !d.chance(5) {
			directory.Add(&models.Treatment{
				Header: d.header(
					models.KindTreatment,
					number,
				), Name: d.text(), Abbreviation: maybe[models.OptionalString](d, "CBT"),
				Description: d.optional(), AlsoKnownAs: subset(d, d.text()), ConditionIDs: subset(
					d, references(models.KindCondition)...,
				),
			})
		}
		if !d.chance(5) {
			directory.Add(&models.Insurer{
				Header: d.header(models.KindInsurer, number), Name: pick(d, "Aetna", d.text()),
				AlsoKnownAs: subset(d, "Medicaid", d.text()),
			})
		}
		directory.Add(d.article(number))
	}
	for number := range choice(t, 6) {
		directory.Add(d.provider(number))
	}
	today := func() models.Date { return "2026-11-24" }
	if d.chance(10) {
		today = func() models.Date { panic("no clock") }
	}
	return catalog.Build(
		directory,
		catalog.Options{
			ReviewMonths: choice(t, 2) * 12,
			SiteURL:      pick(d, "https://example.org", `https://"example`),
			Today:        today,
		},
	)
}

func (d directoryDrawer) provider(number int) *models.Provider {
	p := &models.Provider{
		Header: d.header(models.KindProvider, number), NPI: maybe[models.OptionalString](d, "1234567893"),
		Type: pick(d, models.Individual, models.Organization), Name: d.text(), Pronouns: d.optional(),
		CredentialIDs: subset(
			d,
			references(models.KindCredential)...), ConditionIDs: subset(d, references(models.KindCondition)...),
		TreatmentIDs: subset(d, references(models.KindTreatment)...), Statement: d.optional(),
		SessionFormats: subset(d, models.InPerson, models.Video), AgeGroups: subset(d, models.Teens, models.Adults),
		Languages: subset(
			d,
			"English",
			"Spanish",
		), Insurances: subset(d, "Aetna", "medicaid", d.text()), ConfirmedOn: maybe[models.Date](d, "2026-10-19"),
		SessionFee: maybe(d, &models.FeeRange{Currency: "USD", Minimum: 80, Maximum: 120, SlidingScale: true}),
	}
	if d.chance(2) {
		p.AcceptingNewClients = new(d.chance(2))
		modelstest.DrawNeeds(d.T, p)
	}
	for _, id := range subset(d, references(models.KindInsurer)...) {
		p.Coverage = append(p.Coverage, models.Coverage{
			InsurerID: id, Plan: d.optional(), Network: maybe(d, models.InNetwork),
			Source: maybe(d, models.SaidByRegistry), AsOf: maybe[models.Date](d, "2026-10-19"),
		})
	}
	p.WorksForIDs = subset(d, references(models.KindProvider)...)
	if d.chance(2) {
		p.PracticingSince = new(pick(d, 1990, 2025, 2026))
	}
	for _, id := range subset(d, references(models.KindCredential)...) {
		p.Licenses = append(
			p.Licenses,
			models.License{
				CredentialID: id,
				State:        "MI",
				Number:       d.optional(),
				ExpiresOn:    maybe[models.Date](d, "2027-01-31"),
			},
		)
	}
	flint := models.Location{City: "Flint", State: "Michigan", StateCode: "MI", PostalCode: "48507"}
	elsewhere := models.Location{City: d.text(), State: "Texas", StateCode: "TX", Street: d.optional()}
	for _, location := range subset(d, flint, elsewhere) {
		if d.chance(2) {
			location.Latitude, location.Longitude = new(pick(d, 42.96, 43, 1e-7)), new(pick(d, -83.7, -84))
		}
		p.Locations = append(p.Locations, location)
	}
	return p
}

func (d directoryDrawer) article(number int) *models.Article {
	a := &models.Article{
		Header: d.header(models.KindArticle, number), Title: d.text(), Lead: d.text(), Author: d.text(),
		Topic: pick(
			d,
			models.Topic{ConditionID: references(models.KindCondition)[number]},
			models.Topic{TreatmentID: references(models.KindTreatment)[number+1]},
			models.Topic{CredentialID: references(models.KindCredential)[0]},
			models.Topic{InsurerID: references(models.KindInsurer)[number]},
		),
		ConditionIDs: subset(
			d,
			references(
				models.KindCondition,
			)...), PublishedOn: maybe[models.Date](d, "2025-03-01"), UpdatedOn: "2025-04-01",
		CallToAction: maybe(d, &models.CallToAction{Heading: d.text(), Body: d.text()}),
		Sources: subset(
			d,
			models.Source{Title: d.text(), Publisher: d.optional(), URL: "https://example.org/?a=1&b=2"},
		),
	}
	if d.chance(6) {
		a.Status = models.ArticleDraft
	}
	if d.chance(2) {
		a.MedicalReview = &models.MedicalReview{
			Reviewer:      d.text(),
			CredentialIDs: subset(d, references(models.KindCredential)...),
			ReviewedOn:    "2025-03-02",
		}
	}
	for range choice(d.T, 3) {
		a.Sections = append(
			a.Sections,
			models.Section{
				Heading:  d.text(),
				Body:     d.text(),
				Sections: subset(d, models.Section{Heading: d.text(), Body: d.text()}),
			},
		)
	}
	return a
}

// wordsOf are what there is to ask for in the drawn directories, by the names of the arguments.
func wordsOf(t rapid.TB, snapshot *catalog.Snapshot) map[string][]string {
	words := map[string][]string{
		"npi":        {"1234567893"},
		"text":       {"grief", "suicide", "plain", "flint", "lpc spanish"},
		"postalCode": {"48507", "75762"},
		"languages":  {"Spanish"},
		"insurances": {"Aetna", "MEDICAID", "insurer-1"},
	}
	for _, kind := range models.Kinds {
		words[kind.Plural()] = references(kind)
		words["ids"] = append(words["ids"], references(kind)...)
		words[string(kind)+" id"] = references(kind)
		for number := range 3 {
			words[string(kind)+" slug"] = append(words[string(kind)+" slug"], fmt.Sprintf("%s-%d", kind, number))
		}
	}
	words["id"], words["allOfConditions"] = words["ids"], words["conditions"]
	providers, err := snapshot.Providers(catalog.ProviderSearch{})
	if err != nil {
		t.Fatal(err)
	}
	for _, edge := range providers.Edges() {
		words["after"] = append(words["after"], edge.Cursor())
	}
	conditions, err := snapshot.Conditions(catalog.Page{})
	if err != nil {
		t.Fatal(err)
	}
	for _, edge := range conditions.Edges() {
		words["after"] = append(words["after"], edge.Cursor())
	}
	words["before"] = words["after"]
	return words
}
