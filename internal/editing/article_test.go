package editing_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"findcare/internal/editing"
	"findcare/models"
)

func TestArticleWorkflow(t *testing.T) {
	d := newTestEditor(t)
	d.condition("Grief")
	w := func(operation string) editing.Write { return editing.Write{Operation: operation} }
	draft := d.must(d.create(w("createArticle"), models.KindArticle, fields{
		"title": "Find Care for Grief", "topic": map[string]any{
			"condition": "grief",
		}, "lead": "Grief is love.", "author": "Ada",
	})).(*models.Article)
	public := func() int { return d.directory.Current().Directory().ArticleCount }
	if draft.Status != models.ArticleDraft || public() != 0 {
		t.Fatalf("%+v, and the public sees %d", draft, public())
	}
	submitted := d.must(d.Submit(d.ctx, w("submitArticle"), draft.ID)).(*models.Article)
	expected := int(submitted.Revision)
	stale := editing.Write{Operation: "reviewArticle", ExpectedRevision: revision(1)}
	d.mustFail(models.UserErrorConflict, "1 is not")(
		d.Review(d.ctx, stale, draft.ID, editing.SignOff{Reviewer: "Dr. Example"}),
	)
	reviewed := d.must(
		d.Review(
			d.ctx, editing.Write{Operation: "reviewArticle", ExpectedRevision: &expected}, draft.ID,
			editing.SignOff{Reviewer: "Dr. Example"},
		),
	).(*models.Article)
	if reviewed.MedicalReview.ReviewedOn != "2026-11-24" || reviewed.MedicalReview.Stale {
		t.Errorf("reviewed: %+v", reviewed.MedicalReview)
	}
	published := d.must(d.Publish(d.ctx, w("publishArticle"), draft.ID)).(*models.Article)
	if !published.Published() || published.PublishedOn != "2026-11-24" || public() != 1 {
		t.Errorf("published: %+v, and the public sees %d", published, public())
	}
	before := time.UnixMilli(d.clock.Load())
	edited := d.must(
		d.update(w("updateArticle"), models.KindArticle, draft.ID, fields{"lead": "Grief is love that stays."}),
	).(*models.Article)
	if !edited.MedicalReview.Stale || !edited.Published() {
		t.Errorf("edited: %+v", edited)
	}
	d.must(d.Unpublish(d.ctx, w("unpublishArticle"), draft.ID))
	if public() != 0 {
		t.Errorf("the public still sees %d", public())
	}

	checkArticleHistory(t, d, draft.ID, before)
}

// checkArticleHistory checks the state of the article at a time, its history, and what the edit changed.
func checkArticleHistory(t *testing.T, d *testEditor, id string, published time.Time) {
	t.Helper()
	then, existed, err := d.AsOf(d.ctx, models.KindArticle, id, published)
	if err != nil || !existed || then.(*models.Article).Lead != "Grief is love." ||
		!then.(*models.Article).Published() {
		t.Errorf("as of then: %+v, %v", then, err)
	}
	changes, err := d.History(d.ctx, id, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, change := range changes {
		told = append(told, fmt.Sprintf("%d %s by %s", change.Revision, change.Operation, change.Name()))
	}
	want := "6 unpublishArticle by Ada, 5 updateArticle by Ada, 4 publishArticle by Ada, 3 reviewArticle by Ada, 2 " +
		"submitArticle by Ada, 1 createArticle by Ada"
	if got := strings.Join(told, ", "); got != want {
		t.Errorf("history: %s\nwant %s", got, want)
	}
	differences, err := changes[1].Differences()
	if err != nil || len(differences) != 2 || differences[0].Field != "lead" ||
		*differences[0].Before != `"Grief is love."` ||
		*differences[0].After != `"Grief is love that stays."` ||
		differences[1].Field != "medicalReview" {
		t.Errorf("differences: %+v, %v", differences, err)
	}
}
