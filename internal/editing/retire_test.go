package editing_test

import (
	"testing"

	"findcare/internal/catalog"
	"findcare/internal/editing"
	"findcare/models"
	"findcare/models/modelstest"
)

// Retiring is a change like any other: it is recorded and can be undone.
func TestRetireAndReinstate(t *testing.T) {
	d := newTestEditor(t)
	grief := d.condition("Grief")
	id := d.provider("Wren Examplar", fields{"conditions": []any{"grief"}, "npi": "1234567893"})
	listed := func() bool { return d.directory.Current().Provider(catalog.ProviderBy{ID: &id}) != nil }
	retire, reinstate := editing.Write{Operation: "retireProvider"}, editing.Write{Operation: "reinstateProvider"}

	d.mustFail(models.UserErrorNotFound, "There is no provider")(
		d.Retire(d.ctx, retire, models.IDOfSlug(models.KindProvider, "nobody")),
	)
	d.mustFail(models.UserErrorNotFound, "There is no provider")(d.Reinstate(d.ctx, reinstate, grief))
	d.mustFail(models.UserErrorConflict, "is not the current revision")(
		d.Retire(d.ctx, editing.Write{Operation: "retireProvider", ExpectedRevision: revision(7)}, id),
	)
	if again, err := d.Reinstate(d.ctx, reinstate, id); err != nil || again.Action != "" || !listed() {
		t.Errorf("who is listed is listed again: %+v, %v", again, err)
	}
	retired := d.must(d.Retire(d.ctx, retire, id)).(*models.Provider)
	if retired.Status != models.ProviderRetired || retired.Revision != 2 || listed() {
		t.Errorf("%+v", retired)
	}
	if again, err := d.Retire(d.ctx, retire, id); err != nil || again.Action != "" ||
		again.Document.Head().Revision != 2 {
		t.Errorf("retired twice: %+v, %v", again, err)
	}
	reinstated := d.must(d.Reinstate(d.ctx, reinstate, id)).(*models.Provider)
	if reinstated.Status != "" || !listed() {
		t.Errorf("%+v", reinstated)
	}
	history, err := d.History(d.ctx, id, nil, nil)
	if err != nil || len(history) != 3 || history[0].Operation != "reinstateProvider" ||
		history[1].Operation != "retireProvider" || history[0].By != "usr_ada" {
		t.Errorf("%+v, %v", history, err)
	}
	d.must(d.Retire(d.ctx, retire, id))
	d.must(d.Delete(d.ctx, editing.Write{Operation: "deleteProvider"}, models.KindProvider, id))
	d.mustFail(models.UserErrorNotFound, "There is no provider")(d.Reinstate(d.ctx, reinstate, id))
}

// A retired provider keeps its references, its slug and its NPI, can be changed like others, and stays retired.
func TestChangesOfARetiredProvider(t *testing.T) {
	d := newTestEditor(t)
	grief, sorrow := d.condition("Grief"), d.condition("Sorrow")
	id := d.provider("Wren Examplar", fields{"conditions": []any{"grief"}, "npi": "1234567893"})
	listed := func() bool { return d.directory.Current().Provider(catalog.ProviderBy{ID: &id}) != nil }
	d.must(d.Retire(d.ctx, editing.Write{Operation: "retireProvider"}, id))
	d.mustFail(models.UserErrorReferenced, "Wren Examplar")(
		d.Delete(d.ctx, editing.Write{Operation: "deleteCondition"}, models.KindCondition, grief),
	)
	d.must(d.Merge(d.ctx, editing.Write{Operation: "mergeConditions"}, models.KindCondition, grief, sorrow))
	d.mustFail(models.UserErrorDuplicate, "slug")(
		d.create(
			editing.Write{Operation: "createProvider"}, models.KindProvider,
			fields{"name": "Wren", "kind": "INDIVIDUAL", "slug": "wren-examplar"},
		),
	)
	d.mustFail(models.UserErrorDuplicate, "NPI")(
		d.create(
			editing.Write{Operation: "createProvider"}, models.KindProvider,
			fields{"name": "Heron", "kind": "INDIVIDUAL", "npi": "1234567893"},
		),
	)
	other := d.provider("Wren Examplar", nil)
	if slug := d.directory.Current().Document(other).Head().Slug; slug != "wren-examplar-2" {
		t.Errorf("another one of the name gets the slug %q", slug)
	}

	saved, err := d.SaveAll(
		d.ctx,
		editing.Write{Operation: "saveProviders"},
		[]models.ProviderInput{
			*modelstest.Input(
				models.KindProvider, fields{"slug": "wren-examplar", "pronouns": "she/her"},
			).(*models.ProviderInput),
		},
		false,
	)
	if err != nil || saved[0].Action != models.ActionUpdate || saved[0].Document.Head().ID != id || listed() {
		t.Errorf("saved: %+v, %v", saved, err)
	}
	d.must(d.Confirm(d.ctx, editing.Write{Operation: "confirmProvider"}, id, nil, models.ByProvider, nil))
	if listed() {
		t.Error("who confirms is listed again")
	}

	reinstated := d.must(d.Reinstate(d.ctx, editing.Write{Operation: "reinstateProvider"}, id)).(*models.Provider)
	if reinstated.Status != "" || reinstated.ConditionIDs[0] != sorrow || reinstated.Pronouns != "she/her" ||
		!listed() {
		t.Errorf("%+v", reinstated)
	}
	history, err := d.History(d.ctx, id, nil, nil)
	if err != nil || history[0].Operation != "reinstateProvider" ||
		history[len(history)-2].Operation != "retireProvider" {
		t.Errorf("%+v, %v", history, err)
	}
}

// A registry's record does not reinstate a retired provider, and does not create another one.
func TestRecordOfARetiredProvider(t *testing.T) {
	d := newTestEditor(t)
	id := d.provider("Wren Examplar", fields{"npi": "1234567893"})
	d.must(d.Retire(d.ctx, editing.Write{Operation: "retireProvider"}, id))
	record := fields{
		"slug":      "wren-1234567893",
		"name":      "WREN EXAMPLAR",
		"kind":      "INDIVIDUAL",
		"npi":       "1234567893",
		"languages": []any{"English"},
		"record":    fields{"source": "nppes", "key": "1234567893", "fileDate": "2026-11-08"},
	}
	saved, err := d.SaveAll(
		d.ctx,
		editing.Write{Operation: "saveProviders"},
		[]models.ProviderInput{*modelstest.Input(models.KindProvider, record).(*models.ProviderInput)},
		false,
	)
	if err != nil || len(saved[0].Errors) > 0 {
		t.Fatalf("%+v, %v", saved, err)
	}
	provider := saved[0].Document.(*models.Provider)
	if provider.ID != id || provider.Status != models.ProviderRetired || len(provider.Languages) != 1 ||
		d.directory.Current().Directory().ProviderCount != 0 {
		t.Errorf("%+v", provider)
	}
	skipped, err := d.SkipRecords(d.ctx, "nppes", "2026-11-09", []string{"1234567893"}, false)
	if err != nil || len(skipped.Listed) != 1 {
		t.Errorf("%+v, %v", skipped, err)
	}
}
