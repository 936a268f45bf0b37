package codes_test

import (
	"slices"
	"testing"

	"findcare/internal/codes"
	"findcare/models"
)

func TestCredentialOf(t *testing.T) {
	for letters, want := range map[string]string{
		"LCSW": "licensed-clinical-social-worker", "LCSWC": "licensed-clinical-social-worker",
		"PSYD": "doctor-of-psychology", "MD": "doctor-of-medicine",
	} {
		if got := codes.CredentialOf(letters); got == nil || got.Slug != want {
			t.Errorf("%s: got %+v, want %s", letters, got, want)
		}
	}
	if got := codes.CredentialOf("XYZ"); got != nil {
		t.Errorf("XYZ is said to be %+v", got)
	}
}

func TestFits(t *testing.T) {
	worker := codes.ProfessionOf("1041C0700X")
	if worker == nil || worker.Slug != "social-worker" {
		t.Fatalf("1041C0700X is %+v", worker)
	}
	for _, test := range []struct {
		slug, abbreviation string
		want               bool
	}{
		{"social-worker", "", true},
		{"licensed-clinical-social-worker", "LCSW", true},
		{"our-own-lcsw", "L.C.S.W.", true},
		{"our-own", "", false},
		{"licensed-professional-counselor", "LPC", false},
		{"master-of-social-work", "MSW", false}, // a degree
	} {
		if got := worker.Fits(test.slug, test.abbreviation); got != test.want {
			t.Errorf("%s (%s): got %v", test.slug, test.abbreviation, got)
		}
	}
}

// What the tables say must be what the directory can hold.
func TestTables(t *testing.T) {
	people, organizations := codes.BehaviouralTaxonomies()
	if len(people) < 40 || len(organizations) != 11 {
		t.Errorf("%d and %d taxonomies", len(people), len(organizations))
	}
	for _, code := range slices.Concat(people, organizations) {
		if len(code) != 10 || !codes.Behavioural(code) {
			t.Errorf("%q is no taxonomy", code)
		}
	}
	for _, code := range []string{"2084N0400X", "207Q00000X", ""} { // neurology, family medicine
		if codes.Behavioural(code) {
			t.Errorf("%q is in behavioural health", code)
		}
	}
	for _, code := range []string{"SP", "F4", "F17", "N40", "F37", "N18", "N24"} {
		service := codes.ServiceOf(code)
		if service == nil {
			t.Fatalf("%s is not known", code)
		}
		if name, known := models.LanguageName(service.Language); !known || name != service.Language {
			t.Errorf("%s: %q is not what the directory calls a language", code, service.Language)
		}
	}
	if got := codes.ServiceOf("IPT").Treatment.Slug; got != "individual-psychotherapy" {
		t.Errorf("SAMHSA's IPT is said to be %s", got)
	}
}
