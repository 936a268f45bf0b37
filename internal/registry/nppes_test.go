package registry

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"findcare/models"
)

// nppesEntry reads one row of the NPI registry's layout, with the given cells.
func nppesEntry(t *testing.T, cells map[string]string) Entry {
	t.Helper()
	var header, row []string
	for _, column := range nppesColumns() {
		header, row = append(header, column.Names[0]), append(row, cells[column.Names[0]])
	}
	var content strings.Builder
	w := csv.NewWriter(&content)
	if err := w.WriteAll([][]string{header, row}); err != nil {
		t.Fatal(err)
	}
	r, err := Stream("file", strings.NewReader(content.String())).Open(t.Context(), noTerms(), Options{
		FileDate: "2026-11-08", Taxonomies: []string{"*"},
	})
	if err != nil {
		t.Fatal(err)
	}
	e, err := r.Next()
	if err != nil || e.Rejected != nil {
		t.Fatalf("%v, %v", e.Rejected, err)
	}
	return e
}

// personRow is a row of an invented person, and organizationRow one of an invented organization.
func personRow(cells map[string]string) map[string]string {
	return withCells(cells, map[string]string{
		"NPI": "1000000004", "Entity Type Code": "1", "Provider Last Name (Legal Name)": "EXAMPLAR",
		"Provider First Name": "JUNIPER", "Healthcare Provider Taxonomy Code_1": "1041C0700X",
		practice + "City Name": "FLINT", practice + "State Name": "MI",
		practice + "Postal Code": "48507",
	})
}

func organizationRow(cells map[string]string) map[string]string {
	return withCells(cells, personRow(map[string]string{
		"Entity Type Code": "2", "Provider Organization Name (Legal Business Name)": "EXAMPLE HOLDINGS LLC",
		"Healthcare Provider Taxonomy Code_1": "261QM0801X",
	}))
}

func withCells(cells, base map[string]string) map[string]string {
	for name, cell := range cells {
		base[name] = cell
	}
	return base
}

// The columns of names in the NPI registry.
const organization = "Provider Other Organization Name"

const (
	family, given           = "Provider Last Name (Legal Name)", "Provider First Name"
	middle, suffix          = "Provider Middle Name", "Provider Name Suffix Text"
	otherFamily, otherGiven = "Provider Other Last Name", "Provider Other First Name"
)

var nppesNames = map[string]struct {
	cells map[string]string
	want  string // the name, other names, and the parts of the name
}{
	"two family names": {
		personRow(map[string]string{family: "HODGE SPEARS", given: "MARY ANN"}),
		"Mary Ann Hodge Spears [] {Hodge Spears [Mary Ann] }",
	},
	"a saint": {
		personRow(map[string]string{family: "ST JOHN", middle: "Q"}),
		"Juniper Q. St. John [] {St. John [Juniper Q.] }",
	},
	"the first": {
		personRow(map[string]string{suffix: "I"}), "Juniper Examplar I [] {Examplar [Juniper] I}",
	},
	"the sixth": {
		personRow(map[string]string{suffix: "VI"}),
		"Juniper Examplar VI [] {Examplar [Juniper] VI}",
	},
	"a former name": {
		personRow(map[string]string{otherFamily: "MCEXAMPLE", otherGiven: "JUNIPER"}),
		"Juniper Examplar [Juniper McExample] {Examplar [Juniper] }",
	},
	"a former family name": {
		personRow(map[string]string{otherFamily: "MCEXAMPLE"}),
		"Juniper Examplar [Juniper McExample] {Examplar [Juniper] }",
	},
	"the same name": {
		personRow(map[string]string{otherFamily: "EXAMPLAR", otherGiven: "JUNIPER"}),
		"Juniper Examplar [] {Examplar [Juniper] }",
	},
	"no other name": {
		personRow(map[string]string{otherFamily: "NONE", otherGiven: "NONE"}),
		"Juniper Examplar [] {Examplar [Juniper] }",
	},
	"does business as": {
		organizationRow(map[string]string{organization: "SAMPLE COUNSELING"}),
		"Example Holdings LLC [Sample Counseling] -",
	},
	"unavailable": {
		organizationRow(map[string]string{organization: "<UNAVAIL>"}), "Example Holdings LLC [] -",
	},
	"the word is in the column": {
		organizationRow(map[string]string{organization: "DBA SAMPLE COUNSELING"}),
		"Example Holdings LLC [Sample Counseling] -",
	},
}

func TestNPPESNames(t *testing.T) {
	for name, test := range nppesNames {
		e := nppesEntry(t, test.cells)
		parts := "-"
		if person := e.Facts.NPIRecord.Person; person != nil {
			parts = fmt.Sprint(*person)
		}
		if got := fmt.Sprint(e.Facts.Name, " ", e.Facts.OtherNames, " ", parts); got != test.want {
			t.Errorf("%s: got %s, want %s", name, got, test.want)
		}
	}
}

func TestNPPESPhones(t *testing.T) {
	e := nppesEntry(t, personRow(map[string]string{
		practice + "Telephone Number": "8105550123 EXT 12", practice + "Fax Number": "8105550124",
	}))
	want := []models.PhoneNumber{
		{Purpose: models.MainPhone, Number: "+18105550123", Extension: "12"},
		{Purpose: models.FaxPhone, Number: "+18105550124"},
	}
	if !slices.Equal(e.Facts.Phones, want) || e.Facts.Locations[0].Phone != "+18105550123" {
		t.Errorf("got %+v, %s", e.Facts.Phones, e.Facts.Locations[0].Phone)
	}
	e = nppesEntry(t, personRow(map[string]string{practice + "Fax Number": "8105550124"}))
	if e.Facts.Locations[0].Phone != "" || len(e.Facts.Phones) != 1 {
		t.Errorf("a fax is called: %+v", e.Facts)
	}
}
