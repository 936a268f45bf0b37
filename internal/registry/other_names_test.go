package registry

import (
	"strings"
	"testing"

	"findcare/internal/registry/casing"
	"findcare/models"
)

func TestNamesWithinNames(t *testing.T) {
	for _, row := range tableRows(t, "testdata/other_names.tsv") {
		name, part, _ := strings.Cut(row[0], " + ")
		e := Entry{}
		e.Facts = &models.Provider{}
		e.setName(casing.Organization(name), casing.Organization(part))
		if others := strings.Join(e.Facts.OtherNames, "|"); e.Facts.Name != row[1] || others != row[2] {
			t.Errorf("%q: got %q and %q", row[0], e.Facts.Name, others)
		}
	}
}

func TestWebsites(t *testing.T) {
	for cell, want := range map[string]string{
		"http://www.clinic.example":      "http://www.clinic.example",
		"http://WWW.CLINIC.ORG":          "http://www.clinic.org",
		"https://clinic.example/Contact": "https://clinic.example/Contact",
		"www.clinic.org":                 "https://www.clinic.org",
		"clinic.org/":                    "https://clinic.org",
		`http://www.clinic.org\north`:    "http://www.clinic.org/north",
		`http:\\www.clinic.org`:          "http://www.clinic.org",
		"http://http://www.clinic.org":   "http://www.clinic.org",
		"http://https://www.clinic.org":  "http://www.clinic.org",
		"http:/www.clinic.org":           "http://www.clinic.org",
		"http//www.clinic.org":           "http://www.clinic.org",
		"http:www.clinic.org":            "http://www.clinic.org",
		"https:\\\\clinic.org":           "https://clinic.org",
		"http://www://clinic.org":        "http://clinic.org",
		"http://":                        "",
		"https://":                       "",
		"http://www.":                    "",
		"":                               "",
		"N/A":                            "",
		"http://www.clinic,com":          "",
		"http://4001W.SampleDrive":       "",
		"office@clinic.org":              "",
		"http://" + strings.Repeat("a", 600) + ".org": "",
	} {
		e := Entry{}
		if got := e.website("website", cell); got != want {
			t.Errorf("%q: got %q, want %q", cell, got, want)
		}
	}
}
