package importing_test

import (
	"testing"

	"findcare/internal/dirformat"
	"findcare/internal/importing"
	"findcare/internal/importing/importingtest"
	"findcare/models"
)

// Fields that an editor has changed stay; the others follow the registry.
func TestImportKeepsFieldsOfEditors(t *testing.T) {
	db := importingtest.OpenStore(t)
	records(t, db, nppesCSV(t, juniper(nil)), importing.RecordsOptions{})
	edited := provider(t, db, "1000000004")
	edited.Name, edited.Statement, edited.Licenses = "June McExample", "I listen.", nil
	edited.Revision++
	if err := db.Write(t.Context(), models.KindProvider, []models.Document{edited}); err != nil {
		t.Fatal(err)
	}
	moved := nppesCSV(t, juniper(cells{"Provider Last Name (Legal Name)": "SAMPLE", practice + "City Name": "LANSING"}))
	if report := records(t, db, moved, importing.RecordsOptions{}); report.Changed != 1 {
		t.Errorf("%+v", report)
	}
	p := provider(t, db, "1000000004")
	if p.Name != "June McExample" || p.Statement != "I listen." || p.Licenses != nil ||
		p.Locations[0].City != "Lansing" ||
		p.NPIRecord.Name != "Juniper Q. Sample" {
		t.Errorf("got %+v", p)
	}
	if report := records(t, db, moved, importing.RecordsOptions{}); report.Unchanged != 1 {
		t.Errorf("the same again: %+v", report)
	}
}

// A provider that an editor created gets what it lacks.
func TestImportOfAnEditorsProvider(t *testing.T) {
	db := importingtest.OpenStore(t)
	const mine = `{"type":"provider","slug":"june","npi":"1000000004","kind":"INDIVIDUAL","name":"June ` +
		`McExample","locations":[{"city":"Ann Arbor","stateCode":"MI"}]}`
	if _, err := importing.Import(t.Context(), db, dirformat.Bytes("mine", []byte(mine)), now, nil); err != nil {
		t.Fatal(err)
	}
	records(t, db, nppesCSV(t, juniper(nil)), importing.RecordsOptions{})
	p := provider(t, db, "1000000004")
	if p.Slug != "june" || p.Name != "June McExample" || p.Locations[0].City != "Ann Arbor" || len(p.Locations) != 1 ||
		len(p.CredentialIDs) != 2 ||
		p.NPIRecord == nil {
		t.Errorf("got %+v", p)
	}
	records(
		t,
		db,
		nppesCSV(t, cells{"NPI": "1000000004", "NPI Deactivation Date": "11/02/2026"}),
		importing.RecordsOptions{},
	)
	if p = provider(t, db, "1000000004"); p == nil || p.NPIRecord.DeactivatedOn != "2026-11-02" {
		t.Errorf("after the deactivation: %+v", p)
	}
}

func TestDeactivatedAndReactivated(t *testing.T) {
	db := importingtest.OpenStore(t)
	records(t, db, nppesCSV(t, juniper(nil)), importing.RecordsOptions{})
	p := provider(t, db, "1000000004")
	p.Statement = "I listen."
	p.Revision++
	if err := db.Write(t.Context(), models.KindProvider, []models.Document{p}); err != nil {
		t.Fatal(err)
	}
	off := cells{"NPI": "1000000004", "NPI Deactivation Date": "11/02/2026"}
	if report := records(t, db, nppesCSV(t, off), importing.RecordsOptions{}); report.Withdrawn != 1 ||
		provider(t, db, "1000000004") != nil {
		t.Errorf("%+v", report)
	}
	if report := records(t, db, nppesCSV(t, off), importing.RecordsOptions{}); report.Skipped["deactivated"] != 1 ||
		report.Withdrawn != 0 {
		t.Errorf("the same again: %+v", report)
	}
	back := juniper(cells{"NPI Deactivation Date": "11/02/2026", "NPI Reactivation Date": "11/09/2026"})
	report := records(t, db, nppesCSV(t, back), importing.RecordsOptions{})
	if got := provider(t, db, "1000000004"); report.Restored != 1 || got == nil || got.Statement != "I listen." ||
		got.Name != "Juniper Q. McExample" {
		t.Errorf("%+v: %+v", report, got)
	}
	if report := records(t, db, nppesCSV(t, back), importing.RecordsOptions{}); report.Unchanged != 1 {
		t.Errorf("the same again: %+v", report)
	}
}

// A provider that an editor has deleted, perhaps on request, is not restored.
func TestImportDoesNotRestoreDeletedProviders(t *testing.T) {
	db := importingtest.OpenStore(t)
	records(t, db, nppesCSV(t, juniper(nil)), importing.RecordsOptions{})
	deleted(t, db, provider(t, db, "1000000004"))
	for _, row := range []cells{juniper(nil), juniper(cells{practice + "City Name": "LANSING"})} {
		report := records(t, db, nppesCSV(t, row), importing.RecordsOptions{})
		if report.Created+report.Restored+report.Changed > 0 || provider(t, db, "") != nil {
			t.Errorf("%+v", report)
		}
	}
}
