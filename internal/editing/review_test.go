package editing_test

import (
	"strings"
	"testing"

	"findcare/internal/auth"
	"findcare/internal/editing"
	"findcare/models"
)

// article creates an article about grief.
func (d *testEditor) article() *models.Article {
	d.t.Helper()
	d.condition("Grief")
	return d.must(d.create(editing.Write{Operation: "createArticle"}, models.KindArticle, fields{
		"title": "Find Care for Grief", "topic": map[string]any{
			"condition": "grief",
		}, "lead": "Grief is love.", "author": "the team", "conditions": []any{"grief"},
	})).(*models.Article)
}

func (d *testEditor) review(id string, signed editing.SignOff) (editing.Outcome, error) {
	return d.Review(d.ctx, editing.Write{Operation: "reviewArticle"}, id, signed)
}

func TestSignOff(t *testing.T) {
	d := newTestEditor(t)
	id := d.article().ID
	for _, test := range []struct {
		signed               editing.SignOff
		reviewer, onBehalfOf string
	}{
		{editing.SignOff{}, "Ada", ""},
		{editing.SignOff{Reviewer: "Wren Examplar"}, "Wren Examplar", "Wren Examplar"},
		{editing.SignOff{Reviewer: " Ada "}, "Ada", ""},
		{editing.SignOff{OnBehalfOf: "Wren Examplar"}, "Wren Examplar", "Wren Examplar"},
		{editing.SignOff{Reviewer: "Robin", OnBehalfOf: "Robin"}, "Robin", "Robin"},
	} {
		a := d.must(d.review(id, test.signed)).(*models.Article)
		got, want := *a.MedicalReview, models.Signature{By: "usr_ada", Name: "Ada", OnBehalfOf: test.onBehalfOf}
		if got.Reviewer != test.reviewer || got.Signature == nil || *got.Signature != want || got.Stale ||
			got.Fingerprint != a.Fingerprint() {
			t.Errorf("%+v: %+v, signed by %+v", test.signed, got, got.Signature)
		}
		changes, err := d.History(d.ctx, id, revision(1), nil)
		if err != nil || changes[0].By != "usr_ada" {
			t.Fatalf("%+v, %v", changes, err)
		}
		differences, err := changes[0].Differences()
		if err != nil || len(differences) != 1 ||
			!strings.Contains(*differences[0].After, `"fingerprint":"`+a.Fingerprint()+`"`) ||
			strings.Contains(*differences[0].After, `"onBehalfOf":"`+test.onBehalfOf+`"`) != (test.onBehalfOf != "") {
			t.Errorf("%+v: the record has %+v, %v", test.signed, differences, err)
		}
	}
	d.mustFail(models.UserErrorInvalid, `review/onBehalfOf: "Robin" must be the reviewer, "Wren"`)(
		d.review(id, editing.SignOff{Reviewer: "Wren", OnBehalfOf: "Robin"}),
	)
	d.ctx = auth.With(t.Context(), &auth.Principal{ID: "nameless", Role: auth.Reviewer})
	d.mustFail(models.UserErrorInvalid, "reviewer: This is required")(d.review(id, editing.SignOff{}))
}

func TestSignOffOfTheExpectedText(t *testing.T) {
	d := newTestEditor(t)
	a := d.article()
	read := a.Fingerprint()
	stored := *a // as another tool has changed it since
	stored.Lead, stored.Revision = "Grief is nothing.", 2
	if err := d.db.Write(d.ctx, models.KindArticle, []models.Document{&stored}); err != nil {
		t.Fatal(err)
	}
	at := editing.Write{Operation: "reviewArticle", ExpectedRevision: revision(2)}
	outcome, err := d.Review(d.ctx, at, a.ID, editing.SignOff{ExpectedFingerprint: &read})
	d.mustFail(models.UserErrorConflict, "is not the fingerprint of the current text")(outcome, err)
	text := stored.Fingerprint()
	outcome, err = d.Review(d.ctx, at, a.ID, editing.SignOff{ExpectedFingerprint: &text})
	if err != nil || len(outcome.Errors) > 0 {
		t.Errorf("%v, %+v", err, outcome.Errors)
	}
}

func TestEditMakesReviewStale(t *testing.T) {
	d := newTestEditor(t)
	a := d.article()
	d.condition("Sorrow")
	d.must(d.review(a.ID, editing.SignOff{}))
	update := func(input fields) *models.Article {
		t.Helper()
		return d.must(
			d.update(editing.Write{Operation: "updateArticle"}, models.KindArticle, a.ID, input),
		).(*models.Article)
	}
	for _, step := range []struct {
		input fields
		stale bool
	}{
		{fields{"author": "others"}, false},
		{fields{"lead": " Grief is love. ", "conditions": []any{"grief"}}, false},
		{fields{"sources": []any{map[string]any{"title": "A book", "url": "https://books.example/"}}}, true},
		{fields{"sources": nil}, false}, // the very text that was signed
		{fields{"conditions": []any{"grief", "sorrow"}}, true},
		{fields{"conditions": []any{"grief"}, "callToAction": map[string]any{"heading": "Call", "body": "Now."}}, true},
		{fields{"callToAction": nil}, false},
	} {
		if got := update(step.input).MedicalReview; got.Stale != step.stale {
			t.Errorf("%v: %+v", step.input, got)
		}
	}
	from := models.IDOfSlug(models.KindCondition, "grief")
	outcome, err := d.Merge(
		d.ctx,
		editing.Write{Operation: "mergeConditions"},
		models.KindCondition,
		from,
		models.IDOfSlug(models.KindCondition, "sorrow"),
	)
	d.must(outcome, err)
	if merged := d.directory.Current().Document(a.ID).(*models.Article); !merged.MedicalReview.Stale {
		t.Errorf("of another topic: %+v", merged.MedicalReview)
	}
}
