package importing_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"findcare/internal/catalog"
	"findcare/internal/dirformat"
	"findcare/internal/importing"
	"findcare/internal/importing/importingtest"
	"findcare/internal/store"
	"findcare/models"
)

const other = "1000000012"

func fileOf(date models.Date) importing.RecordsOptions {
	return importing.RecordsOptions{FileDate: date}
}

func phone(p *models.Provider) string {
	if p == nil {
		return "not listed"
	}
	return string(p.Locations[0].Phone)
}

// A file older than the one that a record was last read from changes nothing unless the import is forced.
func TestOlderFile(t *testing.T) {
	db := importingtest.OpenStore(t)
	older := nppesCSV(t, juniper(nil), juniper(cells{"NPI": other}), juniper(cells{"NPI": "1000000020"}))
	newer := nppesCSV(
		t,
		juniper(cells{practice + "Telephone Number": "8105550199"}),
		cells{"NPI": other, "NPI Deactivation Date": "11/02/2026"},
	)
	records(t, db, older, fileOf("2026-09-13"))
	records(t, db, newer, fileOf("2026-11-08"))
	state := func() string { return phone(provider(t, db, juniperNPI)) + " " + phone(provider(t, db, other)) }
	const isNewer, isOlder = "+18105550199 not listed", "+18105550123 +18105550123"
	for range 2 {
		report := records(t, db, older, fileOf("2026-10-11"))
		if got := report.Skipped["the record was read from a newer file before"]; got != 2 || report.Unchanged != 1 ||
			state() != isNewer {
			t.Errorf("the older file: %+v, %s", report, state())
		}
	}
	forced := importing.RecordsOptions{FileDate: "2026-10-11", DryRun: true, Force: true}
	if report := records(t, db, older, forced); report.Changed != 1 || report.Restored != 1 || state() != isNewer {
		t.Errorf("forced, dry: %+v, %s", report, state())
	}
	forced.DryRun = false
	if report := records(t, db, older, forced); report.Changed != 1 || report.Restored != 1 || state() != isOlder {
		t.Errorf("forced: %+v, %s", report, state())
	}
	if records(t, db, newer, fileOf("2026-11-08")); state() != isNewer {
		t.Errorf("the newer file again: %s", state())
	}
	if records(t, db, older, fileOf("2026-11-08")); state() != isOlder {
		t.Errorf("another file of the same date: %s", state())
	}
}

const juniperNPI = "1000000004"

// This also holds if the newer file changed nothing, was the first one, or the record was deleted by an editor.
func TestOlderFileAfterAnUnchangedOne(t *testing.T) {
	db := importingtest.OpenStore(t)
	moved, off := juniper(cells{practice + "City Name": "LANSING"}), cells{
		"NPI":                   other,
		"NPI Deactivation Date": "11/02/2026",
	}
	records(t, db, nppesCSV(t, juniper(nil)), fileOf("2026-09-13"))
	records(t, db, nppesCSV(t, juniper(nil), off), fileOf("2026-11-08"))
	if p := provider(t, db, juniperNPI); p.Revision != 1 || p.NPIRecord.FileDate != "2026-09-13" {
		t.Errorf("an unchanged row was written: %+v", p)
	}
	report := records(t, db, nppesCSV(t, moved, juniper(cells{"NPI": other})), fileOf("2026-10-11"))
	if report.Skipped["the record was read from a newer file before"] != 2 || provider(t, db, other) != nil {
		t.Errorf("%+v", report)
	}
	deleted(t, db, provider(t, db, juniperNPI))
	for _, date := range []models.Date{"2026-10-11", "2026-11-15"} {
		if records(t, db, nppesCSV(t, moved), fileOf(date)); provider(t, db, "") != nil {
			t.Errorf("file of %s: deleted by an editor, and back", date)
		}
	}
}

// The last release stored no dates of records; the date of the file in which a record first appeared replaces them.
func TestOlderFileAfterTheLastRelease(t *testing.T) {
	before, db := importingtest.OpenStore(t), importingtest.OpenStore(t)
	records(t, before, nppesCSV(t, juniper(nil)), fileOf("2026-10-11"))
	if _, err := importing.Import(
		t.Context(), db, dirformat.Bytes("export", exported(t, before)), now, nil,
	); err != nil {
		t.Fatal(err)
	}
	moved := nppesCSV(t, juniper(cells{practice + "City Name": "LANSING"}))
	if report := records(
		t, db, moved, fileOf("2026-09-13"),
	); report.Skipped["the record was read from a newer file before"] != 1 {
		t.Errorf("%+v", report)
	}
	if report := records(t, db, moved, fileOf("2026-11-08")); report.Changed != 1 {
		t.Errorf("%+v", report)
	}
}

func TestOlderFileOfFacilities(t *testing.T) {
	db := importingtest.OpenStore(t)
	records(t, db, strings.ReplaceAll(facilities, "203-555-0100", "203-555-0199"), fileOf("2026-11-08"))
	report := records(t, db, facilities, fileOf("2026-10-11"))
	if report.Skipped["the record was read from a newer file before"] != 1 || report.Unchanged != 1 ||
		report.Changed != 0 {
		t.Errorf("%+v", report)
	}
}

// Of two rows of one NPI, the one updated later counts, in any order.
func TestTwoRowsOfOneRecord(t *testing.T) {
	row := func(updated string, changes cells) cells {
		r := juniper(changes)
		r["Last Update Date"] = updated
		return r
	}
	off := cells{"NPI": juniperNPI, "NPI Deactivation Date": "11/02/2026", "Last Update Date": "11/02/2026"}
	elsewhere := cells{"Healthcare Provider Taxonomy Code_1": "207Q00000X"}
	for name, test := range map[string]struct {
		rows []cells
		want string
	}{
		"a later phone": {
			[]cells{row("10/01/2026", nil), row("2026-11-01", cells{practice + "Telephone Number": "8105550199"})},
			"+18105550199",
		},
		"no dates":             {[]cells{row("", nil), row("", nil)}, "+18105550123"},
		"out of use later":     {[]cells{row("10/01/2026", nil), off}, "not listed"},
		"in use again later":   {[]cells{row("11/09/2026", nil), off}, "+18105550123"},
		"other taxonomy later": {[]cells{row("10/01/2026", nil), row("11/01/2026", elsewhere)}, "not listed"},
		"other taxonomy first": {[]cells{row("11/02/2026", nil), row("11/01/2026", elsewhere)}, "+18105550123"},
		"a broken date": {
			[]cells{row("soon", cells{practice + "Telephone Number": "8105550199"}), row("1/1/2020", nil)},
			"+18105550123",
		},
	} {
		for range 2 {
			db := importingtest.OpenStore(t)
			report := records(t, db, nppesCSV(t, test.rows...), importing.RecordsOptions{})
			if got := phone(provider(t, db, juniperNPI)); got != test.want || report.Rows != 2 {
				t.Errorf("%s: %s, want %s: %+v", name, got, test.want, report)
			}
			slices.Reverse(test.rows)
		}
	}
}

// An unreadable date never means that a record is in use.
func TestDeactivationDates(t *testing.T) {
	const rejected = "not a date such as 11/08/2026, 2026-11-08 or 20261108"
	for _, test := range []struct {
		off, on string
		column  string // that is rejected
		listed  bool
	}{
		{"11/02/2026", "", "", false},
		{"11/2/2026", "", "", false},
		{"2026-11-02", "", "", false},
		{"20261102", "", "", false},
		{"11/02/2026 00:00:00", "", "", false},
		{"2026-11-02T00:00:00Z", "11/3/2026", "", true},
		{"11/12/2026", "2026-11-02", "", false},
		{"02.11.2026", "", "NPI Deactivation Date", false},
		{"Y", "", "NPI Deactivation Date", false},
		{"13/31/2026", "11/09/2026", "NPI Deactivation Date", false},
		{"11/02/2026", "later", "NPI Reactivation Date", false},
	} {
		row := juniper(cells{"NPI Deactivation Date": test.off, "NPI Reactivation Date": test.on})
		for _, listedBefore := range []bool{false, true} {
			db := importingtest.OpenStore(t)
			if listedBefore {
				records(t, db, nppesCSV(t, juniper(nil)), importing.RecordsOptions{})
			}
			var rejects strings.Builder
			report := records(t, db, nppesCSV(t, row), importing.RecordsOptions{Rejects: &rejects})
			if got := provider(t, db, juniperNPI) != nil; got != test.listed {
				t.Errorf("%q, %q: listed %v: %+v", test.off, test.on, got, report)
			}
			if test.column != "" &&
				(report.Rejected[rejected] != 1 || !strings.Contains(rejects.String(), "2,"+test.column+",")) {
				t.Errorf("%q, %q: %+v, %s", test.off, test.on, report, rejects.String())
			}
			if left := report.Left["whether the record is in use cannot be read"]; test.column != "" &&
				(left == 1) != listedBefore {
				t.Errorf("%q, %q: %+v", test.off, test.on, report)
			}
		}
	}
}

// When a record leaves behavioural health, an import's provider is withdrawn and an editor's provider shows the
// difference.
func TestLeavingBehaviouralHealth(t *testing.T) {
	elsewhere := nppesCSV(
		t,
		juniper(cells{"Healthcare Provider Taxonomy Code_1": "207Q00000X"}),
		juniper(cells{"NPI": other, practice + "Country Code (If outside U.S.)": "CA"}),
	)
	db := importingtest.OpenStore(t)
	const mine = `{"type":"provider","slug":"june","npi":"1000000004","kind":"INDIVIDUAL","name":"Juniper Q. ` +
		`McExample"}`
	imported(t, db, importing.Summary{Created: 1}, mine)
	records(t, db, nppesCSV(t, juniper(nil), juniper(cells{"NPI": other})), fileOf("2026-10-11"))
	if got := label(t, db); got != "NPI record matches" {
		t.Fatal(got)
	}
	const want = `  2  rows
  1  withdrawn or marked: no longer in behavioural health
  1  withdrawn or marked: now outside the United States
`
	dry := records(t, db, elsewhere, importing.RecordsOptions{FileDate: "2026-11-08", DryRun: true})
	if got := table(t, dry); !strings.HasSuffix(got, want) || label(t, db) != "NPI record matches" {
		t.Errorf("dry:\n%s", got)
	}
	if got := table(t, records(t, db, elsewhere, fileOf("2026-11-08"))); !strings.HasSuffix(got, want) {
		t.Errorf("got\n%s", got)
	}
	if got := label(t, db); got != "NPI record differs" || provider(t, db, other) != nil {
		t.Errorf("%s; %+v", got, provider(t, db, other))
	}
	again := records(t, db, elsewhere, fileOf("2026-11-08"))
	if again.Skipped["not in behavioural health"] != 1 || again.Skipped["outside the United States"] != 1 ||
		len(again.Left) > 0 {
		t.Errorf("again: %+v", again)
	}
	records(t, db, nppesCSV(t, juniper(nil), juniper(cells{"NPI": other})), fileOf("2026-11-15"))
	if got := label(t, db); got != "NPI record matches" || provider(t, db, other) == nil {
		t.Errorf("back: %s; %+v", got, provider(t, db, other))
	}
}

// label returns what the directory says about the NPI record of the editor's provider.
func label(t *testing.T, db *store.Store) string {
	t.Helper()
	directory, err := db.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	npi := juniperNPI
	return catalog.Build(directory, catalog.Options{}).Provider(catalog.ProviderBy{NPI: &npi}).NPIRecord().Label()
}

// npiOf returns the NPI that starts with nine digits.
func npiOf(number int) string {
	for digit := range 10 {
		if npi := fmt.Sprintf("%09d%d", number, digit); models.ValidNPI(npi) {
			return npi
		}
	}
	return ""
}

// In any order of files, the directory becomes what it would be in the order of their dates. Each check has many
// records, since an import of many takes hardly longer than one of few.
func TestFilesInAnyOrder(t *testing.T) {
	const many = 40
	few(t, 4)
	inOrder, shuffled := importingtest.OpenStore(t), importingtest.OpenStore(t)
	number := 100_000_100
	rapid.Check(t, func(r *rapid.T) {
		npis := make([]string, many)
		for at := range npis {
			npis[at] = npiOf(number + at)
		}
		number += many
		files := make([]string, rapid.IntRange(2, 4).Draw(r, "files"))
		for at := range files {
			var rows []cells
			for _, npi := range npis {
				for range rapid.IntRange(0, 2).Draw(r, "rows") {
					rows = append(rows, anyRow(r, npi))
				}
			}
			files[at] = nppesCSV(t, rows...)
		}
		order := make([]int, len(files))
		for at := range order {
			order[at] = at
		}
		bring := func(db *store.Store, at int) {
			records(t, db, files[at], fileOf(models.Date(fmt.Sprintf("2026-10-%02d", at+1))))
		}
		for _, at := range order {
			bring(inOrder, at)
		}
		order = rapid.Permutation(order).Draw(r, "order")
		for _, at := range order {
			bring(shuffled, at)
		}
		for _, npi := range npis {
			if got, want := said(t, shuffled, npi), said(t, inOrder, npi); got != want {
				r.Fatalf("%s in the order %v:\n%s\nby date:\n%s", npi, order, got, want)
			}
		}
	})
}

func anyRow(r *rapid.T, npi string) cells {
	return juniper(cells{
		"NPI":                         npi,
		practice + "Telephone Number": rapid.SampledFrom([]string{"8105550123", "8105550199", ""}).Draw(r, "phone"),
		"Healthcare Provider Taxonomy Code_1": rapid.SampledFrom(
			[]string{"1041C0700X", "103T00000X", "207Q00000X"},
		).Draw(r, "taxonomy"),
		"NPI Deactivation Date": rapid.SampledFrom([]string{"", "", "", "11/2/2026", "gone"}).Draw(r, "deactivated"),
		"Last Update Date":      rapid.SampledFrom([]string{"10/01/2026", "2026-10-02"}).Draw(r, "updated"),
	})
}

// said returns what the directory says about the provider of an NPI, without revisions and the date of the file.
func said(t *testing.T, db *store.Store, npi string) string {
	t.Helper()
	document, _, err := db.Find(t.Context(), models.KindProvider, models.IDOfRecord("nppes", npi))
	if err != nil {
		t.Fatal(err)
	}
	p, _ := document.(*models.Provider)
	if p == nil || p.DeletedAt != nil {
		return "not listed"
	}
	record := *p.NPIRecord
	record.FileDate = ""
	person := *record.Person
	record.Person = nil
	for i := range p.Locations { // which are as old as what they began with
		p.Locations[i].ID = 0
	}
	for i := range p.Licenses {
		p.Licenses[i].ID = 0
	}
	return fmt.Sprintf("%s %v %v %v %+v %v", p.Name, p.Locations, p.CredentialIDs, p.Licenses, record, person)
}
