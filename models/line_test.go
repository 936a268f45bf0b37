package models_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"findcare/models"
)

func TestLineRule(t *testing.T) {
	const direction, hidden = "which turns the direction of the text", "which cannot be seen"
	const control = "must be one line without control characters"
	for _, test := range []struct{ text, want, plain string }{
		{"Nikki Moorman, Ph.D.", "", "Nikki Moorman, Ph.D."},
		{"Zoë Żółć 李 محمد שרה", "", "Zoë Żółć 李 محمد שרה"},
		{"می\u200cخواهم", "", "می\u200cخواهم"},       // a joiner that Persian needs
		{"क्\u200dष", "", "क्\u200dष"},               // and one of Hindi
		{"👩\u200d⚕️ Clinic", "", "👩\u200d⚕️ Clinic"}, // and one of an emoji
		{"No\u00a0break", "", "No\u00a0break"},       // a space, if a wide one
		{"Wren\u202egnp.exe", "must not have U+202E, " + direction, "Wrengnp.exe"},
		{"\u2067Wren\u2069", "must not have U+2067, " + direction, "Wren"},
		{"Wren\u200f", "must not have U+200F, " + direction, "Wren"},
		{"\u061cWren", "must not have U+061C, " + direction, "Wren"},
		{"Wr\u200ben", "must not have U+200B, " + hidden, "Wren"},
		{"Wr\u200den", "must not have U+200D, " + hidden, "Wren"},
		{"Вр\u200cен", "must not have U+200C, " + hidden, "Врен"},
		{"\ufeffWren", "must not have U+FEFF, " + hidden, "Wren"},
		{"Wr\u00aden", "must not have U+00AD, " + hidden, "Wren"},
		{"\u3164", "must not have U+3164, " + hidden, ""},
		{"Wren\U000e0041", "must not have U+E0041, " + hidden, "Wren"},
		{"Two\nlines", control + ", and has U+000A", "Two\nlines"},
		{"Two\u2028lines", control + ", and has U+2028", "Two\nlines"},
		{"Tab\tbed", control + ", and has U+0009", "Tab\tbed"},
		{"Be\x07ll", control + ", and has U+0007", "Bell"},
		{"Del\x7fete", control + ", and has U+007F", "Delete"},
		{"C1\u0085", control + ", and has U+0085", "C1"},
	} {
		if got := models.LineRule(test.text); got != test.want {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
		if got := models.PlainLine(test.text); got != test.plain {
			t.Errorf("%q: plain %q, want %q", test.text, got, test.plain)
		}
	}
}

// What is made plain keeps the rule, but for what separates words.
func TestPlainLine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := models.PlainLine(rapid.String().Draw(t, "text"))
		words := strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\t' || r == '\r' })
		if rule := models.LineRule(strings.Join(words, " ")); rule != "" {
			t.Errorf("%q: %s", text, rule)
		}
	})
}

// Every text that is shown as a line keeps the rule. One that is stored and does not is shown all the same.
func TestTextsOfOneLine(t *testing.T) {
	const spoofed = "Wren\u202e"
	directory := models.References(everyReference{})
	for _, document := range []models.Document{
		&models.Provider{
			Name: spoofed, Pronouns: spoofed, Insurances: []string{spoofed},
			Coverage: []models.Coverage{{Plan: spoofed}}, Licenses: []models.License{
				{Number: spoofed},
			},
			Locations: []models.Location{{Street: spoofed, City: spoofed}}, NPIRecord: &models.NPIRecord{Name: spoofed},
		},
		&models.Condition{Name: spoofed, Abbreviation: spoofed, AlsoKnownAs: []string{spoofed}},
		&models.Treatment{Name: spoofed, Abbreviation: spoofed, AlsoKnownAs: []string{spoofed}},
		&models.Credential{Name: spoofed, Abbreviation: spoofed},
		&models.Insurer{Name: spoofed, AlsoKnownAs: []string{spoofed}},
		&models.Article{
			Title: spoofed, Author: spoofed, Sections: []models.Section{{Heading: spoofed}},
			CallToAction: &models.CallToAction{Heading: spoofed},
			Sources: []models.Source{
				{Title: spoofed, Publisher: spoofed, URL: "https://care.example/" + spoofed},
			},
			MedicalReview: &models.MedicalReview{
				Reviewer: spoofed, Signature: &models.Signature{By: spoofed, Name: spoofed, OnBehalfOf: spoofed},
			},
		},
	} {
		var got []string
		for _, fault := range document.Validate("2026-11-24", directory) {
			if strings.Contains(fault.Rule, "U+202E") {
				got = append(got, fault.Path)
				if !fault.Tolerated {
					t.Errorf("%s: %s: a stored document with it is left out", document.Kind(), fault.Path)
				}
			}
		}
		want := map[models.Kind][]string{
			models.KindProvider: {
				"/name", "/pronouns", "/licenses/0/number", "/locations/0/street", "/locations/0/city", "/insurances/0",
				"/coverage/0/plan", "/npiRecord/name",
			},
			models.KindCondition: {"/name", "/abbreviation", "/alsoKnownAs/0"}, models.KindTreatment: {
				"/name", "/abbreviation", "/alsoKnownAs/0",
			},
			models.KindCredential: {"/name", "/abbreviation"},
			models.KindInsurer:    {"/name", "/alsoKnownAs/0"},
			models.KindArticle: {
				"/title", "/sections/0/heading", "/author", "/medicalReview/reviewer", "/medicalReview/signature/by",
				"/medicalReview/signature/name",
				"/medicalReview/signature/onBehalfOf", "/sources/0/title", "/sources/0/publisher", "/sources/0/url",
				"/callToAction/heading",
			},
		}[document.Kind()]
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", document.Kind(), got, want)
		}
	}
}

// everyReference has every document.
type everyReference struct{}

func (everyReference) Exists(models.Kind, string) bool { return true }
