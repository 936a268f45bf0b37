package editing_test

import (
	"fmt"
	"testing"

	"findcare/internal/catalog"
	"findcare/internal/dirformat"
	"findcare/internal/editing"
	"findcare/internal/importing"
	"findcare/models"
)

func (d *testEditor) insurer(name string, also ...any) string {
	d.t.Helper()
	input := fields{"name": name, "alsoKnownAs": also}
	return d.must(d.create(editing.Write{Operation: "createInsurer"}, models.KindInsurer, input)).Head().ID
}

func (d *testEditor) insurances(id string) string {
	d.t.Helper()
	return fmt.Sprint(d.directory.Current().Document(id).(*models.Provider).Insurances)
}

// Labels are stored by the names of insurers from the next write on, whatever writes.
func TestInsurancesAreSpelledAsTheirInsurers(t *testing.T) {
	d := newTestEditor(t)
	wren := d.provider("Wren Examplar", fields{"insurances": []any{"bcbs", "Cash", "Blue Cross"}})
	if got := d.insurances(wren); got != "[bcbs Cash Blue Cross]" {
		t.Errorf("without insurers: %s", got)
	}
	d.insurer("Blue Cross", "BCBS")
	if got := d.insurances(wren); got != "[bcbs Cash Blue Cross]" {
		t.Errorf("before the next write: %s", got)
	}
	d.must(d.Confirm(d.ctx, editing.Write{Operation: "confirmProvider"}, wren, nil, models.ByProvider, nil))
	if got := d.insurances(wren); got != "[Blue Cross Cash]" {
		t.Errorf("after it: %s", got)
	}
	file := dirformat.Bytes("file", []byte(
		`{"type":"provider","slug":"robin","name":"Robin","kind":"INDIVIDUAL","insurances":["BLUE CROSS","mcd"]}`+"\n"+
			`{"type":"insurer","slug":"medicaid","name":"Medicaid","alsoKnownAs":["MCD"]}`,
	))
	if _, err := importing.Import(d.ctx, d.db, file, d.now(), nil); err != nil {
		t.Fatal(err)
	}
	d.directory.Publish(d.loaded())
	if got := d.insurances(models.IDOfSlug(models.KindProvider, "robin")); got != "[Blue Cross Medicaid]" {
		t.Errorf("of a file: %s", got)
	}
	again, err := importing.Import(d.ctx, d.db, file, d.now(), nil)
	if err != nil || again != (importing.Summary{Unchanged: 2}) {
		t.Errorf("the same file again: %+v, %v", again, err)
	}
}

// Coverage refers to insurers: one that is referred to is not deleted, and a merge moves coverage and names.
func TestCoverageRefersToInsurers(t *testing.T) {
	d := newTestEditor(t)
	from, into := d.insurer("Blue Shield", "BS"), d.insurer("Blue Cross", "BCBS")
	wren := d.provider("Wren Examplar", fields{"coverage": []any{
		fields{"insurer": "blue-shield", "network": "IN_NETWORK"},
		fields{"insurer": "blue-cross"},
		fields{"insurer": into, "plan": "PPO", "source": "EDITOR", "asOf": "2026-11-01"},
	}})
	robin := d.provider("Robin Examplar", fields{"insurances": []any{"bs"}})
	d.mustFail(models.UserErrorReferenced, "Wren Examplar")(
		d.Delete(d.ctx, editing.Write{Operation: "deleteInsurer"}, models.KindInsurer, from),
	)
	d.mustFail(models.UserErrorInvalid, "slug or id of an insurer that exists; did you mean blue-cross?")(
		d.update(editing.Write{}, models.KindProvider, wren, fields{
			"coverage": []any{fields{"insurer": "Blue Cross"}},
		}),
	)
	d.must(d.Merge(d.ctx, editing.Write{Operation: "mergeInsurers"}, models.KindInsurer, from, into))
	s := d.directory.Current()
	want := []models.Coverage{
		{InsurerID: into, Network: models.InNetwork},
		{InsurerID: into, Plan: "PPO", Source: models.SaidByEditor, AsOf: "2026-11-01"},
	}
	if got := s.Document(wren).(*models.Provider).Coverage; fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("merged to %+v, want %+v", got, want)
	}
	coverage := s.Provider(catalog.ProviderBy{ID: &robin}).Coverage()
	if len(coverage) != 1 || coverage[0].Insurer.ID != into || coverage[0].Network() != nil {
		t.Errorf("the label means %+v", coverage)
	}
}
