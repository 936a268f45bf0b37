package editing_test

import (
	"fmt"
	"log/slog"
	"math/rand/v2"
	"testing"
	"time"

	"findcare/internal/editing"
	"findcare/models"
)

// sign signs the text of a working copy off as it is shown, and fails the test unless there is the one error.
func (d *testEditor) sign(c *editing.WorkingCopy, want models.UserErrorCode) *editing.WorkingCopy {
	d.t.Helper()
	text := c.Article().Fingerprint()
	signed := editing.SignOff{ExpectedFingerprint: &text}
	payload, err := d.ReviewWorkingCopy(d.ctx, c.ID(), int(c.Save()), signed)
	d.check(payload, err, want)
	return payload.WorkingCopy
}

func TestReviewOfAWorkingCopy(t *testing.T) {
	d := newTestEditor(t)
	id := d.article().ID
	d.publish(id)
	c := d.save(saveOf(models.KindArticle, id, 0, fields{"lead": "Grief is loss."}), "").WorkingCopy
	reviewer := d.as("usr_robin")
	signed := reviewer.sign(c, "")
	if review := signed.Article().MedicalReview(); signed.Save() != 2 || signed.SavedBy() != "usr_ada" ||
		review.Reviewer != "usr_robin" || review.Stale {
		t.Errorf("signed: save %d by %s, %+v", signed.Save(), signed.SavedBy(), review)
	}
	reviewer.sign(c, "") // the answer was lost
	text := signed.Article().Fingerprint()
	payload, err := d.ReviewWorkingCopy(d.ctx, id, 1, editing.SignOff{ExpectedFingerprint: &text})
	d.check(payload, err, models.UserErrorConflict) // another one's is another one
	other := "1-other"
	payload, err = reviewer.ReviewWorkingCopy(reviewer.ctx, id, 2, editing.SignOff{ExpectedFingerprint: &other})
	reviewer.check(payload, err, models.UserErrorConflict)
	unknown := editing.SignOff{ExpectedFingerprint: &signed.Article().MedicalReview().Fingerprint}
	unknown.CredentialIDs = []string{"none"}
	payload, err = reviewer.ReviewWorkingCopy(reviewer.ctx, id, 2, unknown)
	reviewer.check(payload, err, models.UserErrorInvalid)
	kept := d.save(saveOf(models.KindArticle, id, 2, fields{"author": "Others"}), "").WorkingCopy
	if review := kept.Article().MedicalReview(); review == nil || review.Stale {
		t.Errorf("the text is the same, and the review is %+v", review)
	}
	changed := d.save(saveOf(models.KindArticle, id, 3, fields{"lead": "Grief is long."}), "").WorkingCopy
	if review := changed.Article().MedicalReview(); review != nil {
		t.Errorf("another text is reviewed by %+v", review)
	}
	reviewer.sign(changed, "")
	d.publishCopy(id, 5, "")
	article := d.directory.Current().Document(id).(*models.Article)
	if r := article.MedicalReview; r.Stale || r.Signature.By != "usr_robin" || r.Fingerprint != article.Fingerprint() {
		t.Errorf("published with %+v", r)
	}
}

func TestSignOffIsRequired(t *testing.T) {
	d := newTestEditor(t)
	d.RequireSignOff()
	d.condition("Grief")
	text := fields{
		"title": "Find Care for Grief", "topic": map[string]any{"condition": "grief"}, "lead": "Grief is love.",
		"author": "The team",
	}
	c := d.save(saveOf(models.KindArticle, "", 0, text), "").WorkingCopy
	id := c.ID()
	d.publishCopy(id, 1, models.UserErrorSignOff)
	at := time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)
	d.schedule(id, 1, at, models.UserErrorSignOff)
	own := d.sign(c, "")
	d.publishCopy(id, own.Save(), models.UserErrorSignOff)
	signed := d.as("usr_robin").sign(own, "")
	d.schedule(id, int(signed.Save()), at, "")
	d.tick(editing.NewSchedules(d.Editor, slog.New(slog.DiscardHandler)), at)
	if article, ok := d.directory.Current().Document(id).(*models.Article); !ok || !article.Published() {
		t.Fatalf("it was signed off, and is %+v", article)
	}
	// the ways around
	w := editing.Write{Operation: "updateArticle"}
	d.mustFail(models.UserErrorSignOff, "sign-off")(d.update(w, models.KindArticle, id, fields{"lead": "Loss."}))
	d.must(d.update(w, models.KindArticle, id, fields{"author": "Others"}))
	d.must(d.Unpublish(d.ctx, editing.Write{}, id))
	d.must(d.update(w, models.KindArticle, id, fields{"lead": "Grief is loss."}))
	d.mustFail(models.UserErrorSignOff, "sign-off")(d.Publish(d.ctx, editing.Write{}, id))
	d.must(d.review(id, editing.SignOff{}))
	d.mustFail(models.UserErrorSignOff, "sign-off")(d.Publish(d.ctx, editing.Write{}, id))
	robin := d.as("usr_robin")
	outcome, err := robin.Review(robin.ctx, editing.Write{}, id, editing.SignOff{})
	d.must(outcome, err)
	d.must(robin.Publish(robin.ctx, editing.Write{}, id)) // the reviewer is not the author, whoever publishes
	d.must(d.update(editing.Write{}, models.KindCondition, models.IDOfSlug(models.KindCondition, "grief"), fields{
		"description": "After a loss.",
	}))
	provider := d.provider("Wren Examplar", nil)
	d.save(saveOf(models.KindProvider, provider, 0, fields{"name": "Robin"}), "")
	d.publishCopy(provider, 1, "")
}

// Whatever is saved, reviewed, published and changed by whomever, the review that is shown is of the text that is
// shown.
func TestTheReviewIsOfTheTextThatIsShown(t *testing.T) {
	d := newTestEditor(t)
	id := d.article().ID
	editors := []*testEditor{d, d.as("usr_robin")}
	random := rand.New(rand.NewPCG(5, 6))
	save := 0
	for range 100 {
		by := editors[random.IntN(2)]
		lead := fields{"lead": fmt.Sprint("Grief is ", random.IntN(3), ".")}
		open, err := d.WorkingCopyOf(d.ctx, d.directory.Current(), id)
		if err != nil {
			t.Fatal(err)
		}
		if save = 0; open != nil {
			save = int(open.Save())
		}
		switch n := random.IntN(6); {
		case n == 0:
			d.must(by.update(editing.Write{}, models.KindArticle, id, lead))
		case n == 1:
			d.must(by.review(id, editing.SignOff{}))
		case n == 2 && open != nil:
			by.sign(open, "")
		case n == 3 && open != nil && len(open.Problems()) == 0:
			by.publishCopy(id, int64(save), "")
		default:
			at := d.directory.Current().Document(id).Head().Revision
			s := saveOf(models.KindArticle, id, save, lead)
			s.BaseRevision = revision(int(at))
			by.save(s, "")
		}
		checkReview(t, d.directory.Current().Document(id).(*models.Article))
		if open, _ = d.WorkingCopyOf(d.ctx, d.directory.Current(), id); open != nil {
			shown := open.Article()
			if review := shown.MedicalReview(); review != nil &&
				review.Stale != (review.Fingerprint != shown.Fingerprint()) {
				t.Fatalf("the working copy shows %+v", review.MedicalReview)
			}
		}
	}
}

func checkReview(t *testing.T, article *models.Article) {
	t.Helper()
	review := article.MedicalReview
	if review != nil && review.Stale != (review.Fingerprint != article.Fingerprint()) {
		t.Fatalf("revision %d shows %+v", article.Revision, review)
	}
}

func TestManyWorkingCopiesAtOnce(t *testing.T) {
	d := newTestEditor(t)
	var copies []editing.SavedCopyInput
	for i := range 4 {
		id := d.provider(fmt.Sprint("Wren ", i), nil)
		d.save(saveOf(models.KindProvider, id, 0, fields{"name": fmt.Sprint("Robin", i)}), "")
		copies = append(copies, editing.SavedCopyInput{ID: id, Save: 1})
	}
	d.save(saveOf(models.KindProvider, copies[1].ID, 1, fields{"name": ""}), "")
	copies[1].Save, copies[2].Save = 2, 7
	published, err := d.PublishWorkingCopies(d.ctx, copies[:3], nil)
	if err != nil || len(published) != 3 {
		t.Fatal(len(published), err)
	}
	for i, want := range []models.UserErrorCode{"", models.UserErrorInvalid, models.UserErrorConflict} {
		d.check(published[i], nil, want)
	}
	copies[2].Save = 1
	discarded, err := d.DiscardWorkingCopies(d.ctx, copies)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []models.UserErrorCode{models.UserErrorNotFound, "", "", ""} {
		d.check(discarded[i], nil, want)
	}
	if _, err := d.DiscardWorkingCopies(d.ctx, make([]editing.SavedCopyInput, 101)); models.ErrorCode(err) !=
		models.CodeBadUserInput {
		t.Error(err)
	}
}
