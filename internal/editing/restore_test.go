package editing_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"findcare/internal/catalog"
	"findcare/internal/editing"
	"findcare/models"
)

var restoring = editing.Write{Operation: "restoreRevision"}

// restore restores a revision and returns the document as it is then.
func (d *testEditor) restore(w editing.Write, id string, revision int) models.Document {
	d.t.Helper()
	payload, err := d.Restore(d.ctx, w, id, revision)
	if err != nil || len(payload.UserErrors) > 0 {
		d.t.Fatalf("restore revision %d of %s: %v, %+v", revision, id, err, payload.UserErrors)
	}
	document := d.directory.Current().Document(id)
	switch node := payload.Document.(type) {
	case catalog.Article:
		if node.Article != document {
			d.t.Errorf("the payload has %+v", node.Article)
		}
	case catalog.Provider:
		if node.Provider != document {
			d.t.Errorf("the payload has %+v", node.Provider)
		}
	}
	return document
}

// cannotRestore fails the test unless a revision cannot be restored because of one error.
func (d *testEditor) cannotRestore(code models.UserErrorCode, w editing.Write, id string, revision int) {
	d.t.Helper()
	payload, err := d.Restore(d.ctx, w, id, revision)
	if err != nil || len(payload.UserErrors) != 1 || payload.UserErrors[0].Code != code {
		d.t.Errorf("revision %d of %s: %v, %+v, want %s", revision, id, err, payload.UserErrors, code)
	}
}

func (d *testEditor) publish(id string) *models.Article {
	d.t.Helper()
	return d.must(d.Publish(d.ctx, editing.Write{Operation: "publishArticle"}, id)).(*models.Article)
}

func TestRestoreAnArticle(t *testing.T) {
	d := newTestEditor(t)
	id := d.article().ID // revision 1, a draft
	signed := d.must(d.review(id, editing.SignOff{})).(*models.Article)
	d.publish(id)
	update := func(input fields) {
		t.Helper()
		d.must(d.update(editing.Write{Operation: "updateArticle"}, models.KindArticle, id, input))
	}
	update(fields{"lead": "Grief is loss.", "slug": "grieving"}) // revision 4
	if content, err := d.ContentAt(d.ctx, id, 4); err != nil || !strings.Contains(content, `"lead":"Grief is loss."`) {
		t.Errorf("revision 4 said %s, %v", content, err)
	}
	if content, err := d.ContentAt(d.ctx, id, 5); models.ErrorCode(err) != models.CodeBadUserInput {
		t.Errorf("revision 5 said %s, %v", content, err)
	}
	got := d.restore(restoring, id, 1).(*models.Article)
	if got.Lead != "Grief is love." || got.Slug != "grieving" || !got.Published() || got.PublishedOn == "" ||
		got.Revision != 5 || got.MedicalReview.Stale || got.Fingerprint() != signed.Fingerprint() {
		t.Errorf("got %+v, reviewed by %+v", got, got.MedicalReview)
	}
	if got := d.restore(restoring, id, 4).(*models.Article); !got.MedicalReview.Stale || got.Lead != "Grief is loss." {
		t.Errorf("the review %+v is of another text", got.MedicalReview)
	}
	if payload, err := d.Restore(d.ctx, restoring, id, 4); err != nil || payload.Action != nil {
		t.Errorf("nothing had to be done: %+v, %v", payload, err)
	}
	changes, err := d.History(d.ctx, id, revision(1), nil)
	if err != nil || changes[0].Operation != "restoreRevision" || changes[0].Revision != 6 {
		t.Errorf("the history has %+v, %v", changes, err)
	}
	d.must(d.Unpublish(d.ctx, editing.Write{}, id))
	if got := d.restore(restoring, id, 3).(*models.Article); got.Published() {
		t.Error("a draft became public")
	}
	d.cannotRestore(models.UserErrorNotFound, restoring, id, 20)
	d.cannotRestore(models.UserErrorNotFound, restoring, id, 0)
	d.cannotRestore(models.UserErrorConflict, editing.Write{ExpectedRevision: revision(2)}, id, 1)
	d.cannotRestore(models.UserErrorNotFound, restoring, models.IDOfSlug(models.KindArticle, "none"), 1)
	d.cannotRestore(models.UserErrorNotFound, restoring, "art_none", 1)
}

func TestRestoreAProvider(t *testing.T) {
	d := newTestEditor(t)
	id := d.provider("Wren Examplar", fields{"statement": "Hello.", "conditions": []any{}})
	d.must(d.Retire(d.ctx, editing.Write{}, id))
	d.must(d.update(editing.Write{}, models.KindProvider, id, fields{"statement": "Good day.", "slug": "wren"}))
	if got := d.restore(restoring, id, 1).(*models.Provider); got.Statement != "Hello." || !got.Retired() ||
		got.Slug != "wren" {
		t.Errorf("got %+v", got)
	}
	d.must(d.Delete(d.ctx, editing.Write{}, models.KindProvider, id))
	d.cannotRestore(models.UserErrorNotFound, restoring, id, 5)
	if got := d.restore(restoring, id, 3).(*models.Provider); got.Statement != "Good day." || got.Slug != "wren" ||
		got.Revision != 6 || !got.Retired() {
		t.Errorf("after its deletion: %+v", got)
	}
	imported := &models.Provider{Name: "Juniper", Type: models.Individual}
	imported.ID, imported.Slug, imported.Revision = models.IDOfSlug(models.KindProvider, "juniper"), "juniper", 1
	imported.UpdatedAt = d.now()
	if err := d.db.Write(d.ctx, models.KindProvider, []models.Document{imported}); err != nil {
		t.Fatal(err)
	}
	d.must(d.update(editing.Write{}, models.KindProvider, imported.ID, fields{"name": "Juniper Lane"}))
	if got := d.restore(restoring, imported.ID, 1).(*models.Provider); got.Name != "Juniper" {
		t.Errorf("what an import created without a record: %+v", got)
	}
}

func TestRestoreWhatRefersToADeletedDocument(t *testing.T) {
	d := newTestEditor(t)
	grief := d.condition("Grief")
	id := d.provider("Wren Examplar", fields{"conditions": []any{"grief"}})
	d.must(d.update(editing.Write{}, models.KindProvider, id, fields{"conditions": []any{}}))
	d.must(d.Delete(d.ctx, editing.Write{}, models.KindCondition, grief))
	d.cannotRestore(models.UserErrorInvalid, restoring, id, 1)
}

// Whatever was done since, restoring a revision gives its text as the newest one, and the review that is shown is of
// the text that is shown.
func TestRestoringGivesTheTextOfTheRevision(t *testing.T) {
	d := newTestEditor(t)
	id := d.article().ID
	texts := map[int64]string{1: d.directory.Current().Document(id).(*models.Article).Fingerprint()}
	random := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		switch random.IntN(6) {
		case 0:
			d.must(d.review(id, editing.SignOff{}))
		case 1:
			d.publish(id)
		case 2:
			d.must(d.Unpublish(d.ctx, editing.Write{}, id))
		case 3:
			d.must(d.Delete(d.ctx, editing.Write{}, models.KindArticle, id))
			last := d.revisionOf(id)
			d.restore(restoring, id, int(last-1))
		case 4:
			lead := fmt.Sprintf("Grief is %d.", random.IntN(4))
			d.must(d.update(editing.Write{}, models.KindArticle, id, fields{"lead": lead}))
		default:
			n := int64(random.IntN(int(d.revisionOf(id)))) + 1
			if texts[n] == "" { // deleted then
				continue
			}
			got := d.restore(restoring, id, int(n)).(*models.Article)
			if got.Fingerprint() != texts[n] {
				t.Fatalf("revision %d restored: %+v", n, got)
			}
		}
		article := d.directory.Current().Document(id).(*models.Article)
		texts[article.Revision] = article.Fingerprint()
		review := article.MedicalReview
		if review != nil && review.Stale != (review.Fingerprint != article.Fingerprint()) {
			t.Fatalf("the review of revision %d is %+v", article.Revision, review)
		}
	}
}

// revisionOf returns the last revision of a document, deleted or not.
func (d *testEditor) revisionOf(id string) int64 {
	d.t.Helper()
	kind, _ := models.KindOfID(id)
	stored, found, err := d.db.Find(d.ctx, kind, id)
	if err != nil || !found {
		d.t.Fatal(found, err)
	}
	return stored.Head().Revision
}
