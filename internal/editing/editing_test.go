package editing_test

import (
	"fmt"
	"slices"
	"testing"

	"findcare/internal/catalog"
	"findcare/internal/editing"
	"findcare/models"
	"findcare/models/modelstest"
)

func TestCreateUpdateDelete(t *testing.T) {
	d := newTestEditor(t)
	d.condition("Grief")
	id := d.provider(
		"Wren Examplar",
		fields{"conditions": []any{"grief"}, "pronouns": "she/her", "languages": []any{"English"}},
	)
	w := editing.Write{Operation: "updateProvider"}

	changed := d.must(
		d.update(w, models.KindProvider, id, fields{"name": "Wren Q. Examplar", "pronouns": nil}),
	).(*models.Provider)
	if changed.Name != "Wren Q. Examplar" || changed.Pronouns != "" || len(changed.Languages) != 1 ||
		changed.Revision != 2 ||
		changed.Slug != "wren-examplar" {
		t.Errorf("changed to %+v", changed)
	}
	if same := d.must(
		d.update(w, models.KindProvider, id, fields{"name": " Wren Q. Examplar "}),
	); same.Head().Revision != 2 {
		t.Errorf("revision %d, though nothing changed", same.Head().Revision)
	}
	d.mustFail(models.UserErrorInvalid, `npi: "123" must be`)(
		d.update(w, models.KindProvider, id, fields{"npi": "123"}),
	)
	d.mustFail(models.UserErrorInvalid, `must be the slug or id of a condition that exists`)(
		d.update(w, models.KindProvider, id, fields{"conditions": []any{"sorrow"}}),
	)
	d.mustFail(
		models.UserErrorInvalid,
		`must be the slug or id of a condition that exists; did you mean grief?`,
	)(d.update(w, models.KindProvider, id, fields{"conditions": []any{"GRIEF"}}))
	d.mustFail(models.UserErrorNotFound, "There is no provider")(
		d.update(w, models.KindProvider, models.IDOfSlug(models.KindProvider, "nobody"), fields{"name": "A"}),
	)
	d.mustFail(models.UserErrorDuplicate, `"wren-examplar" is the slug of another provider`)(
		d.create(w, models.KindProvider, fields{"name": "Another", "kind": "INDIVIDUAL", "slug": "wren-examplar"}),
	)

	confirmed := d.confirmed(id, models.ByProvider)
	if confirmed.ConfirmedOn != "2026-11-24" {
		t.Errorf("confirmed on %q", confirmed.ConfirmedOn)
	}
	if gone := d.must(
		d.Delete(d.ctx, editing.Write{Operation: "deleteProvider"}, models.KindProvider, id),
	); gone != nil {
		t.Errorf("left: %+v", gone)
	}
	d.mustFail(models.UserErrorNotFound, "There is no provider")(d.Delete(d.ctx, w, models.KindProvider, id))
	again := d.provider("Wren Examplar", nil)
	if found := d.directory.Current().Document(again); found.Head().Revision != 5 {
		t.Errorf("made anew as revision %d, want 5: no revision may be there twice", found.Head().Revision)
	}
}

// confirmed confirms an entry today.
func (d *testEditor) confirmed(id string, by models.ConfirmedBy, parts ...models.EntryPart) *models.Provider {
	d.t.Helper()
	confirm := editing.Write{Operation: "confirmProvider"}
	return d.must(d.Confirm(d.ctx, confirm, id, nil, by, parts)).(*models.Provider)
}

func TestConfirmationOfAPart(t *testing.T) {
	d := newTestEditor(t)
	id := d.provider("Wren Examplar", nil)
	d.confirmed(id, models.ByProvider)
	ledger := d.confirmed(id, models.ByTelephone, models.PartContact).Confirmations
	if got := fmt.Sprint(ledger); got != "[{PROVIDER 2026-11-24 []} {TELEPHONE 2026-11-24 [CONTACT]}]" {
		t.Errorf("ledger %s", got)
	}
}

func TestExpectedRevision(t *testing.T) {
	d := newTestEditor(t)
	id := d.condition("Grief")
	w := editing.Write{Operation: "updateCondition", ExpectedRevision: revision(1)}
	d.must(d.update(w, models.KindCondition, id, fields{"name": "Grief and loss"}))
	current := d.mustFail(models.UserErrorConflict, "1 is not the current revision, 2")(
		d.update(w, models.KindCondition, id, fields{"name": "Sorrow"}),
	)
	if current.(*models.Condition).Name != "Grief and loss" {
		t.Errorf("the conflict shows %+v", current)
	}
	d.mustFail(models.UserErrorConflict, "1 is not")(d.Delete(d.ctx, w, models.KindCondition, id))
}

func TestFormerSlugs(t *testing.T) {
	d := newTestEditor(t)
	id := d.condition("Grief")
	w := editing.Write{Operation: "updateCondition"}
	d.must(d.update(w, models.KindCondition, id, fields{"slug": "sorrow"}))
	d.must(d.update(w, models.KindCondition, id, fields{"slug": "mourning"}))
	d.must(d.update(w, models.KindCondition, id, fields{"slug": "sorrow"}))
	for _, slug := range []string{"grief", "sorrow", "mourning"} {
		if found := d.directory.Current().Condition(catalog.SlugOrID{Slug: &slug}); found == nil ||
			found.Slug != "sorrow" {
			t.Errorf("%s finds %v", slug, found)
		}
	}
}

func TestReferencedDocumentIsNotDeleted(t *testing.T) {
	d := newTestEditor(t)
	id := d.condition("Grief")
	for i := range 7 {
		d.provider(fmt.Sprintf("Wren %d Examplar", i), fields{"conditions": []any{"grief"}})
	}
	d.mustFail(models.UserErrorReferenced, "and 2 more")(
		d.Delete(d.ctx, editing.Write{Operation: "deleteCondition"}, models.KindCondition, id),
	)
}

// A reference that was broken before does not keep anybody from changing what stands beside it, but no other is added.
func TestBrokenReferencesDoNotBlock(t *testing.T) {
	d := newTestEditor(t)
	wren := &models.Provider{
		Header: models.Header{ID: models.IDOfSlug(models.KindProvider, "wren"), Slug: "wren", Revision: 1},
		Name:   "Wren Examplar", Type: models.Individual,
		ConditionIDs: []string{models.IDOfSlug(models.KindCondition, "gone")},
	}
	if err := d.db.Write(d.ctx, models.KindProvider, []models.Document{wren}); err != nil {
		t.Fatal(err)
	}
	d.directory.Publish(d.loaded())
	w := editing.Write{Operation: "updateProvider"}
	changed := d.must(d.update(w, models.KindProvider, wren.ID, fields{"pronouns": "she/her"})).(*models.Provider)
	if changed.Pronouns != "she/her" || !slices.Equal(changed.ConditionIDs, wren.ConditionIDs) {
		t.Errorf("Wren is %+v", changed)
	}
	d.mustFail(models.UserErrorInvalid, "must be the slug or id of a treatment that exists")(
		d.update(w, models.KindProvider, wren.ID, fields{"treatments": []any{"gone"}}),
	)
}

func TestMergeDocuments(t *testing.T) {
	d := newTestEditor(t)
	from, into := d.condition("Sorrow"), d.condition("Grief")
	both := d.provider("Wren Examplar", fields{"conditions": []any{"sorrow", "grief"}})
	one := d.provider("Robin Examplar", fields{"conditions": []any{"sorrow"}})
	key := "merge"
	w := editing.Write{Operation: "mergeConditions", IdempotencyKey: &key}
	for range 2 { // the second time, it is done already
		merged := d.must(d.Merge(d.ctx, w, models.KindCondition, from, into))
		if merged.Head().ID != into {
			t.Errorf("merged to %+v", merged)
		}
	}
	s := d.directory.Current()
	for _, id := range []string{both, one} {
		if ids := s.Document(id).(*models.Provider).ConditionIDs; len(ids) != 1 || ids[0] != into {
			t.Errorf("%s refers to %v", id, ids)
		}
	}
	old := "sorrow"
	if found := s.Condition(catalog.SlugOrID{Slug: &old}); found == nil || found.ID != into {
		t.Errorf("the old slug finds %v", found)
	}
	if s.Document(from) != nil {
		t.Error("what was merged is still there")
	}
}

// GraphQL passes pointers for nullable fields.
func TestInputsWithPointers(t *testing.T) {
	d := newTestEditor(t)
	id := d.provider("Wren Examplar", fields{"pronouns": "she/her"})
	slug, none := "wren-examplar", (*string)(nil)
	for i, input := range []fields{{"slug": &slug, "statement": &slug}, {"id": &id, "pronouns": none}} {
		outcomes, err := d.SaveAll(d.ctx, editing.Write{Operation: "saveProviders"}, modelstest.Providers(input), false)
		if err != nil {
			t.Fatal(err)
		}
		saved := d.must(outcomes[0], nil).(*models.Provider)
		if saved.ID != id || saved.Revision != int64(i+2) {
			t.Errorf("%v was saved as %+v", input, saved.Header)
		}
	}
	if wren := d.directory.Current().Document(id).(*models.Provider); wren.Pronouns != "" ||
		string(wren.Statement) != slug {
		t.Errorf("Wren is %+v", wren)
	}
	d.condition("Grief")
	article := d.must(d.create(editing.Write{Operation: "createArticle"}, models.KindArticle, fields{
		"title": &slug, "topic": map[string]any{
			"condition": "grief",
		}, "lead": &slug, "author": &slug, "updatedOn": none,
	})).(*models.Article)
	if article.UpdatedOn != "2026-11-24" {
		t.Errorf("an article without a day is of %q", article.UpdatedOn)
	}
}

func TestSaveAll(t *testing.T) {
	d := newTestEditor(t)
	id := d.provider("Wren Examplar", nil)
	outcomes, err := d.SaveAll(d.ctx, editing.Write{Operation: "saveProviders"}, modelstest.Providers(
		fields{"slug": "wren-examplar", "pronouns": "they/them"},
		fields{"name": "Robin Examplar", "kind": "INDIVIDUAL"},
		fields{"name": "Nobody", "kind": "ROBOT"},
		fields{"id": id, "languages": []any{"Spanish"}},
	), false)
	if err != nil {
		t.Fatal(err)
	}
	if wren := d.directory.Current().Document(id).(*models.Provider); wren.Pronouns != "they/them" ||
		len(wren.Languages) != 1 ||
		wren.Revision != 3 {
		t.Errorf("Wren is %+v", wren)
	}
	if robin := outcomes[1].Document; robin == nil || robin.Head().Slug != "robin-examplar" {
		t.Errorf("Robin is %+v", outcomes[1])
	}
	d.mustFail(models.UserErrorInvalid, `kind: "ROBOT" must be one of`)(outcomes[2], nil)
	if _, err := d.SaveAll(d.ctx, editing.Write{}, make([]models.ProviderInput, 501), false); models.ErrorCode(
		err,
	) != models.CodeBadUserInput {
		t.Errorf("501 at once: %v", err)
	}
}
