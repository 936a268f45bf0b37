package editing_test

import (
	"strings"
	"testing"

	"findcare/internal/catalog"
	"findcare/internal/dirformat"
	"findcare/internal/editing"
	"findcare/internal/export"
	"findcare/internal/importing"
	"findcare/internal/importing/importingtest"
	"findcare/internal/store"
	"findcare/models"
)

// worksFor and staff return the names of who is on the other side of a person's work, as the public sees it.
func (d *testEditor) worksFor(id string) (names string) {
	d.t.Helper()
	for _, organization := range d.directory.Current().AnyProvider(catalog.ProviderBy{ID: &id}).WorksFor() {
		names += organization.Name + "; "
	}
	return names
}

func (d *testEditor) staff(id string) (names string) {
	d.t.Helper()
	p := d.directory.Current().AnyProvider(catalog.ProviderBy{ID: &id})
	people, err := p.Staff(nil, nil, nil, nil, nil, nil)
	if err != nil {
		d.t.Fatal(err)
	}
	for _, person := range people.Nodes() {
		names += person.Name + "; "
	}
	return names
}

// A person refers to organizations that exist, whose slugs become ids. One that is retired or deleted is left out of
// what is shown, and nobody who works there prevents that.
func TestWorksForIsAWeakReference(t *testing.T) {
	d := newTestEditor(t)
	house := d.provider("Acorn House", fields{"kind": "ORGANIZATION"})
	mill := d.provider("Old Mill", fields{"kind": "ORGANIZATION"})
	wren := d.provider("Wren Examplar", fields{"worksFor": []any{"acorn-house", mill}})
	robin := d.provider("Robin Examplar", fields{"worksFor": []any{"old-mill"}})
	check := func(when, ofWren, ofHouse, ofMill string) {
		t.Helper()
		if got := d.worksFor(wren); got != ofWren {
			t.Errorf("%s: Wren works for %q, want %q", when, got, ofWren)
		}
		if got := d.staff(house); got != ofHouse {
			t.Errorf("%s: the staff of the house is %q, want %q", when, got, ofHouse)
		}
		if got := d.staff(mill); got != ofMill {
			t.Errorf("%s: the staff of the mill is %q, want %q", when, got, ofMill)
		}
	}
	const ofWren, both = "Acorn House; Old Mill; ", "Robin Examplar; Wren Examplar; "
	check("at first", ofWren, "Wren Examplar; ", both)
	if got := d.staff(wren) + d.worksFor(house); got != "" {
		t.Errorf("a person has staff, or an organization works for others: %s", got)
	}
	update := func(id string, input fields) (editing.Outcome, error) {
		return d.update(editing.Write{Operation: "updateProvider"}, models.KindProvider, id, input)
	}
	d.mustFail(models.UserErrorInvalid, "must be an organization")(update(wren, fields{"worksFor": []any{robin}}))
	d.mustFail(models.UserErrorInvalid, "a provider that exists")(update(wren, fields{"worksFor": []any{"nobody"}}))
	d.mustFail(models.UserErrorInvalid, "must be empty")(update(house, fields{"worksFor": []any{mill}}))

	d.must(d.Retire(d.ctx, editing.Write{Operation: "retireProvider"}, mill))
	check("while it is retired", "Acorn House; ", "Wren Examplar; ", both)
	d.must(update(wren, fields{"statement": "We meet."}))
	d.must(d.Reinstate(d.ctx, editing.Write{Operation: "reinstateProvider"}, mill))
	check("once it is back", ofWren, "Wren Examplar; ", both)
	d.must(d.Delete(d.ctx, editing.Write{Operation: "deleteProvider"}, models.KindProvider, house))
	if got := d.worksFor(wren); got != "Old Mill; " {
		t.Errorf("without the house, Wren works for %q", got)
	}
	d.must(update(wren, fields{"statement": "We met."}))
	d.must(d.Retire(d.ctx, editing.Write{Operation: "retireProvider"}, robin))
	if got := d.staff(mill); got != "Wren Examplar; " {
		t.Errorf("without Robin, the staff of the mill is %q", got)
	}
}

// An export has the organizations that it has entries of, by their slugs, also where they come later.
func TestWorksForInExports(t *testing.T) {
	d := newTestEditor(t)
	mill := d.provider("Old Mill", fields{"kind": "ORGANIZATION"})
	retired := d.provider("Acorn House", fields{"kind": "ORGANIZATION"})
	gone := d.provider("Zenith House", fields{"kind": "ORGANIZATION"})
	d.provider("Adler Examplar", fields{"worksFor": []any{retired, gone, mill}})
	d.must(d.Retire(d.ctx, editing.Write{Operation: "retireProvider"}, retired))
	d.must(d.Delete(d.ctx, editing.Write{Operation: "deleteProvider"}, models.KindProvider, gone))
	exported := func(from *store.Store, options export.Options) string {
		content, _ := importingtest.Export(t, from, options)
		return content
	}
	for want, options := range map[string]export.Options{
		`"worksFor":["old-mill"]`:               {Format: export.NDJSON},
		`"worksFor":["acorn-house","old-mill"]`: {Format: export.NDJSON, Unpublished: true},
		`,old-mill,`:                            {Format: export.CSV},
		`"organization":{"reference":"Organization/` + strings.ReplaceAll(mill, "_", "-"): {Format: export.FHIRNDJSON},
	} {
		if got := exported(d.db, options); !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	for _, format := range []export.Format{export.NDJSON, export.CSV} {
		content := exported(d.db, export.Options{Format: format})
		other := newTestEditor(t)
		file := dirformat.Bytes("file", []byte(content))
		if _, err := importing.Import(other.ctx, other.db, file, other.now(), nil); err != nil {
			t.Fatal(err)
		}
		if again := exported(other.db, export.Options{Format: format}); again != content {
			t.Errorf("%s: exported\n%s\nand after an import\n%s", format, content, again)
		}
	}
}
