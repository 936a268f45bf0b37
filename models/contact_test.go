package models_test

import (
	"slices"
	"testing"

	"findcare/models"
)

func TestWebAddress(t *testing.T) {
	for text, want := range map[string]string{
		"https://clinic.example/care": "https://clinic.example/care",
		"http://WWW.Clinic.ORG":       "http://www.clinic.org",
		" www.clinic.org/ ":           "https://www.clinic.org",
		"clinic.org/find?a=b#c":       "https://clinic.org/find?a=b#c",
		"http://clinic.github.io":     "http://clinic.github.io",
		"http://www.health.solutions": "http://www.health.solutions",
		"https://Bücher.example":      "https://xn--bcher-kva.example",
		"https://clinic.org:8443/":    "https://clinic.org:8443",
		"http://":                     "",
		"":                            "",
		"none":                        "",
		"http://4001w.capitoldrive":   "",
		"http://www.clinic,com":       "",
		"ftp://clinic.org":            "",
		"javascript:alert(1)":         "",
		"https://wren@clinic.org":     "",
		"http://localhost":            "",
		"http://192.168.0.1":          "",
		"https://org":                 "",
	} {
		if got, ok := models.WebAddress(text); got != want || ok != (want != "") {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestContactIsNormalized(t *testing.T) {
	d := validProvider()
	d.Website, d.Email, d.BookingURL = " WWW.Clinic.example/ ", " Office@Clinic.Example ", "booking.example/wren"
	d.Phones = []models.PhoneNumber{{Purpose: models.IntakePhone, Number: "(810) 555-0123", Extension: " 12 "}}
	d.Normalize()
	if d.Website != "https://www.clinic.example" || d.Email != "Office@clinic.example" ||
		d.BookingURL != "https://booking.example/wren" || d.Phones[0].Number != "+18105550123" ||
		d.Phones[0].Extension != "12" {
		t.Errorf("%q, %q, %q, %+v", d.Website, d.Email, d.BookingURL, d.Phones)
	}
}

func TestValidateContact(t *testing.T) {
	const (
		page  = " must be the address of a web page, such as https://clinic.example/contact"
		email = " must be an email address, such as office@clinic.example"
	)
	type provider = models.Provider
	phone := func(p models.PhoneNumber) func(*provider) {
		return func(d *provider) { d.Phones = []models.PhoneNumber{p} }
	}
	checkMutations(t, validProvider, []mutation[*provider]{
		{func(d *provider) { d.Website, d.BookingURL = "https://clinic.example", "https://booking.example" }, ""},
		{func(d *provider) { d.Website = "http://" }, `/website: "http://"` + page},
		{func(d *provider) { d.BookingURL = "call us" }, `/bookingUrl: "call us"` + page},
		{func(d *provider) { d.Email = "office@clinic.example" }, ""},
		{func(d *provider) { d.Email = "office at clinic" }, `/email: "office at clinic"` + email},
		{
			func(d *provider) { d.Email = "Wren <office@clinic.example>" },
			`/email: "Wren <office@clinic.example>"` + email,
		},
		{phone(models.PhoneNumber{Purpose: models.TTYPhone, Number: "+18105550123", Extension: "4"}), ""},
		{
			phone(models.PhoneNumber{Number: "+18105550123"}),
			"/phones/0/purpose: is required: one of MAIN, INTAKE, FAX, TTY",
		},
		{
			phone(models.PhoneNumber{Purpose: models.FaxPhone, Number: "555"}),
			`/phones/0/number: "555" must be a phone number that can be dialled, such as +18105550123`,
		},
		{
			phone(models.PhoneNumber{Purpose: models.MainPhone, Number: "+18105550123", Extension: "x4"}),
			`/phones/0/extension: "x4" must have 1 to 8 digits`,
		},
		{
			func(d *provider) {
				d.Phones = slices.Repeat([]models.PhoneNumber{{Purpose: models.FaxPhone, Number: "+18105550123"}}, 21)
			},
			"/phones: must have at most 20 numbers, not 21",
		},
	})
}

func TestAllPhones(t *testing.T) {
	d := &models.Provider{
		Locations: []models.Location{{Phone: "+18105550101"}, {}, {Phone: "+18105550102"}, {Phone: "+18105550101"}},
		Phones: []models.PhoneNumber{
			{Purpose: models.FaxPhone, Number: "+18105550199"},
			{Purpose: models.MainPhone, Number: "+18105550102", Extension: "7"},
		},
	}
	want := []models.PhoneNumber{
		{Purpose: models.MainPhone, Number: "+18105550101"},
		{Purpose: models.MainPhone, Number: "+18105550102", Extension: "7"},
		{Purpose: models.FaxPhone, Number: "+18105550199"},
	}
	got := d.AllPhones()
	if len(got) != len(want) {
		t.Fatalf("got %+v, want %+v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %+v, want %+v", got[i], want[i])
		}
	}
}
