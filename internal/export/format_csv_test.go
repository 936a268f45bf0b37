package export_test

import (
	"encoding/csv"
	"strings"
	"testing"

	"findcare/internal/dirformat"
	"findcare/internal/export"
	"findcare/internal/importing"
	"findcare/internal/importing/importingtest"
)

func TestCSVOfAProvider(t *testing.T) {
	more := `"locations":[{"city":"Lansing","state":"Michigan","stateCode":"MI"},`
	content, _ := importingtest.Export(
		t,
		importingtest.StoreOf(
			t,
			importingtest.GoodCredential,
			importingtest.GoodCondition,
			strings.Replace(importingtest.GoodProvider, `"locations":[`, more, 1),
		),
		export.Options{Format: export.CSV},
	)
	table, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(content, "\ufeff"))).ReadAll()
	if err != nil || len(table) != 2 || !strings.HasPrefix(content, "\ufeff") {
		t.Fatalf("%v in\n%s", err, content)
	}
	got := make(map[string]string)
	for i, name := range table[0] {
		got[name] = table[1][i]
	}
	for name, want := range map[string]string{
		"slug": "juniper-examplar", "kind": "INDIVIDUAL", "id": "", "npi": "1234567893", "credentials": "counselor",
		"practicingSince": "2012",
		"licenses":        `[{"id":"lic_4zyvyt3a2st1g","credential":"counselor","state":"MI"}]`,
		"languages":       "English; Spanish",
		"location.city":   "Lansing", "location.stateCode": "MI", "location.latitude": "",
		"moreLocations": `[{"id":"loc_1mt5604zf0qdm","city":"Flint","state":"Michigan","stateCode":"MI",` +
			`"postalCode":"48507","phone":"+18105550123","latitude":42.97,"longitude":-83.69}]`,
		"sessionFee.currency": "USD", "sessionFee.minimum": "120", "sessionFee.slidingScale": "true",
		"acceptingNewClients": "", "confirmedOn": "2026-10-19",
	} {
		if value, there := got[name]; !there || value != want {
			t.Errorf("%s: %q, want %q", name, value, want)
		}
	}
}

// A text in the directory must not run as a formula for whoever opens the table.
func TestCSVRunsNoFormulas(t *testing.T) {
	evil := strings.NewReplacer(
		`"Juniper Examplar"`,
		`"=cmd|' /C calc'!A0"`,
		`"Medicaid"`,
		`"+1","@x"`,
		`"city":"Flint"`,
		`"city":"-2+3"`,
		`"(810) 555-0123"`,
		`"+44 20 7946 0958"`,
	)
	db := importingtest.StoreOf(
		t, importingtest.GoodCredential, importingtest.GoodCondition, evil.Replace(importingtest.GoodProvider),
	)
	content, _ := importingtest.Export(t, db, export.Options{Format: export.CSV})
	table, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(content, "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, cell := range table[1] {
		if name := table[0][i]; cell != "" && strings.ContainsAny(cell[:1], "=+-@") && name != "location.longitude" {
			t.Errorf("%s is %q", name, cell)
		}
	}
	for _, want := range []string{`'=cmd|`, `'-2+3`, `'+1; @x`, `'+442079460958`} {
		if !strings.Contains(content, want) {
			t.Errorf("there is no %s in\n%s", want, content)
		}
	}
	summary, err := importing.Import(
		t.Context(), db, dirformat.Bytes("table.csv", []byte(content)), importingtest.Now, nil,
	)
	if err != nil || summary.Unchanged != 1 {
		t.Errorf("%+v, %v", summary, err)
	}
}
