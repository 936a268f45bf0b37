package models_test

import (
	"reflect"
	"testing"

	"findcare/models"
)

func validProvider() *models.Provider {
	return &models.Provider{
		Header: headerOf(models.KindProvider, "nikki-moorman"),
		NPI:    "1234567893", Type: models.Individual, Name: "Nikki Moorman", Pronouns: "she/her",
		CredentialIDs: []string{counselor},
		Licenses: []models.License{
			{CredentialID: counselor, State: "MI", Number: "6401", ExpiresOn: "2027-01-01"},
		},
		PracticingSince: new(2019),
		Locations:       []models.Location{validLocation()},
		ConditionIDs:    []string{depression},
		TreatmentIDs:    []string{ketamine},
		Statement:       "I *listen*.",
		SessionFormats:  []models.SessionFormat{models.InPerson, models.Video, models.Phone},
		AgeGroups:       []models.AgeGroup{models.Children, models.Teens, models.Adults, models.OlderAdults},
		Languages:       []string{"English", "Spanish"},
		Insurances:      []string{"Aetna", "Medicaid"}, AcceptingNewClients: new(true),
		Coverage: []models.Coverage{{
			InsurerID: medicaid, Plan: "Healthy Michigan", Network: models.InNetwork, Source: models.SaidByProvider,
			AsOf: "2026-03-01",
		}},
		SessionFee:  &models.FeeRange{Currency: "USD", Minimum: 90, Maximum: 150, SlidingScale: true},
		ConfirmedOn: today,
	}
}

type provider = models.Provider

// noCalendarDate is said of a date that there is not.
const noCalendarDate = " must be a calendar date such as 2024-06-24"

func TestValidateProvider(t *testing.T) {
	const npi = " must be ten digits, the last of them the check digit of the others"
	checkMutations(t, validProvider, []mutation[*provider]{
		{func(d *provider) { *d = provider{Header: d.Header, Name: d.Name, Type: models.Organization} }, ""},
		{func(d *provider) { d.NPI = "1234567890" }, `/npi: "1234567890"` + npi},
		{func(d *provider) { d.NPI = "123" }, `/npi: "123"` + npi},
		{func(d *provider) { d.Type = "" }, "/kind: is required: one of INDIVIDUAL, ORGANIZATION"},
		{func(d *provider) { d.Type = "PERSON" }, `/kind: "PERSON" must be one of INDIVIDUAL, ORGANIZATION`},
		{func(d *provider) { d.Name = "" }, "/name: is required"},
		{
			func(d *provider) { d.Name = characters(201) },
			`/name: "` + characters(80) + `…" must have at most 200 characters, not 201`,
		},
		{
			func(d *provider) { d.Pronouns = models.OptionalString(characters(41)) },
			`/pronouns: "` + characters(41) + `" must have at most 40 characters, not 41`,
		},

		{
			func(d *provider) { d.CredentialIDs[0] = "lpc" },
			`/credentials/0: "lpc" must be the slug or id of a credential that exists`,
		},
		{
			func(d *provider) { d.CredentialIDs = []string{counselor, counselor} },
			`/credentials/1: "` + counselor + `" must not be listed twice`,
		},
		{
			func(d *provider) { d.ConditionIDs[0] = ketamine },
			`/conditions/0: "` + ketamine + `" must be the slug or id of a condition that exists`,
		},
		{
			func(d *provider) { d.TreatmentIDs[0] = "" },
			`/treatments/0: "" must be the slug or id of a treatment that exists`,
		},

		{
			func(d *provider) { d.Statement = models.OptionalString(characters(5001)) },
			`/statement: "` + characters(80) + `…" must have at most 5000 characters, not 5001`,
		},

		// All faults are told, not only the first.
		{func(d *provider) { d.Name, d.NPI = "", "123" }, `/npi: "123"` + npi + "\n/name: is required"},
	})
}

func TestValidateLicenses(t *testing.T) {
	checkMutations(t, validProvider, []mutation[*provider]{
		{func(d *provider) { d.Licenses[0].Number, d.Licenses[0].ExpiresOn = "", "" }, ""},
		{func(d *provider) { d.Licenses[0].ExpiresOn = "2020-01-01" }, ""}, // it has expired
		{
			func(d *provider) { d.Licenses[0].CredentialID = "" },
			`/licenses/0/credential: "" must be the slug or id of a credential that exists`,
		},
		{
			func(d *provider) { d.Licenses[0].State = "" },
			"/licenses/0/state: is required: a two-letter code such as MI",
		},
		{
			func(d *provider) { d.Licenses[0].State = "Michigan" },
			`/licenses/0/state: "Michigan" must be the two-letter code of a state, such as MI`,
		},
		{
			func(d *provider) { d.Licenses[0].Number = models.OptionalString(characters(61)) },
			`/licenses/0/number: "` + characters(61) + `" must have at most 60 characters, not 61`,
		},
		{
			func(d *provider) { d.Licenses[0].ExpiresOn = "2027-02-30" },
			`/licenses/0/expiresOn: "2027-02-30"` + noCalendarDate,
		},
	})
}

func TestValidateDatesOfProviders(t *testing.T) {
	checkMutations(t, validProvider, []mutation[*provider]{
		{func(d *provider) { d.PracticingSince = new(1900) }, ""},
		{func(d *provider) { d.PracticingSince = new(2026) }, ""},
		{
			func(d *provider) { d.PracticingSince = new(1899) },
			"/practicingSince: 1899 must be a year from 1900 to 2026",
		},
		{
			func(d *provider) { d.PracticingSince = new(2027) },
			"/practicingSince: 2027 must be a year from 1900 to 2026",
		},

		{func(d *provider) { d.ConfirmedOn = "" }, ""},
		{func(d *provider) { d.ConfirmedOn = "yesterday" }, `/confirmedOn: "yesterday"` + noCalendarDate},
		{
			func(d *provider) { d.ConfirmedOn = "2026-03-15" },
			`/confirmedOn: "2026-03-15" must not be in the future (today is 2026-03-14)`,
		},
	})
}

func TestValidateListsOfProviders(t *testing.T) {
	const language = " must be a language: its English name (Spanish) or its BCP 47 tag (es)"
	checkMutations(t, validProvider, []mutation[*provider]{
		{
			func(d *provider) { d.SessionFormats[0] = "FAX" },
			`/sessionFormats/0: "FAX" must be one of IN_PERSON, VIDEO, PHONE`,
		},
		{
			func(d *provider) { d.SessionFormats[1] = models.Phone },
			`/sessionFormats/2: "PHONE" must not be listed twice`,
		},
		{
			func(d *provider) { d.AgeGroups[3] = "" },
			"/ageGroups/3: is required: one of CHILDREN, TEENS, ADULTS, OLDER_ADULTS",
		},
		{func(d *provider) { d.AgeGroups[3] = models.Teens }, `/ageGroups/3: "TEENS" must not be listed twice`},
		{func(d *provider) { d.Languages[1] = "Spanglish" }, `/languages/1: "Spanglish"` + language},
		{func(d *provider) { d.Languages[1] = "" }, `/languages/1: ""` + language},
		{func(d *provider) { d.Languages[1] = "English" }, `/languages/1: "English" must not be listed twice`},
		{func(d *provider) { d.Insurances[1] = " " }, "/insurances/1: is required"},
		{
			func(d *provider) { d.Insurances[1] = characters(121) },
			`/insurances/1: "` + characters(80) + `…" must have at most 120 characters, not 121`,
		},
		{func(d *provider) { d.Insurances[1] = "Aetna" }, `/insurances/1: "Aetna" must not be listed twice`},
	})
}

func TestValidateSessionFee(t *testing.T) {
	const currency = " must be a currency code of ISO 4217, such as USD"
	checkMutations(t, validProvider, []mutation[*provider]{
		{func(d *provider) { d.SessionFee = &models.FeeRange{Currency: "CAD"} }, ""}, // it is free
		{func(d *provider) { d.SessionFee.Maximum = 90 }, ""},
		{func(d *provider) { d.SessionFee.Maximum = 100_000 }, ""},
		{func(d *provider) { d.SessionFee.Currency = "" }, `/sessionFee/currency: ""` + currency},
		{func(d *provider) { d.SessionFee.Currency = "usd" }, `/sessionFee/currency: "usd"` + currency},
		{func(d *provider) { d.SessionFee.Currency = "DOL" }, `/sessionFee/currency: "DOL"` + currency},
		{func(d *provider) { d.SessionFee.Minimum = -1 }, "/sessionFee/minimum: -1 must not be negative"},
		{
			func(d *provider) { d.SessionFee.Minimum = 151 },
			"/sessionFee/minimum: 151 must not be above the maximum, 150",
		},
		{func(d *provider) { d.SessionFee.Maximum = 100_001 }, "/sessionFee/maximum: 100001 must be at most 100000"},
	})
}

func TestNormalizeProvider(t *testing.T) {
	d := validProvider()
	d.Name, d.NPI, d.Pronouns, d.Statement = " Nikki Moorman\t", "1234567893 ", " she/her", "\n I *listen*.\n\n"
	d.CredentialIDs[0], d.ConditionIDs[0], d.TreatmentIDs[0] = " "+counselor, " "+depression, " "+ketamine
	d.Licenses[0] = models.License{
		CredentialID: " " + counselor,
		State:        " MI",
		Number:       "6401 ",
		ExpiresOn:    "2027-01-01",
	}
	d.Languages, d.Insurances = []string{" english ", "es-MX"}, []string{" Aetna", "Medicaid "}
	d.Locations[0].Phone = "(810) 555-0123"
	if d.Normalize(); !reflect.DeepEqual(d, validProvider()) {
		t.Errorf("got %+v", d)
	}
}

func TestYearsInPractice(t *testing.T) {
	for _, test := range []struct {
		since *int
		years int
		known bool
	}{
		{nil, 0, false},
		{new(2019), 7, true},
		{new(2026), 0, true},
		{new(2027), 0, true}, // checked by another clock
	} {
		years, known := (&models.Provider{PracticingSince: test.since}).YearsInPractice(today)
		if years != test.years ||
			known != test.known {
			t.Errorf("got %d, %v, want %+v", years, known, test)
		}
	}
}
