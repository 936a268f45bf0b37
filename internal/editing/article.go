package editing

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"findcare/internal/auth"
	"findcare/models"
)

// begin makes a new article a draft.
func (e *Editor) begin(article *models.Article, updatedOn models.Date) {
	article.Status = models.ArticleDraft
	if updatedOn == "" {
		article.UpdatedOn = max(models.DateOf(e.now()), article.PublishedOn)
	}
}

// revise updates the day of an article's last change if its text changed.
func (e *Editor) revise(before, after *models.Article, updatedOn models.Date) {
	after.Status = before.Status
	e.resolve(after) // so that the two can be compared
	if updatedOn == "" && before.Fingerprint() != after.Fingerprint() {
		after.UpdatedOn = max(models.DateOf(e.now()), after.PublishedOn)
	}
}

// article changes an article with a function that edits the whole document.
func (e *Editor) article(ctx context.Context, w Write, id string, edit func(article *models.Article)) (Outcome, error) {
	return e.change(ctx, w, models.KindArticle, id, func(before models.Document) (models.Document, []UserError) {
		if before == nil {
			return nil, notFound(models.KindArticle, id)
		}
		after := *before.(*models.Article)
		edit(&after)
		return &after, append(e.prepare(before, &after), e.unsigned(ctx, before, &after)...)
	})
}

// Publish makes an article public. Its first publication sets its publication date.
func (e *Editor) Publish(ctx context.Context, w Write, id string) (Outcome, error) {
	w.Input = id
	return e.article(ctx, w, id, func(article *models.Article) {
		article.Status = ""
		if article.PublishedOn == "" {
			article.PublishedOn = models.DateOf(e.now())
		}
		article.UpdatedOn = max(article.UpdatedOn, article.PublishedOn)
	})
}

// Unpublish hides an article from the public: it is a draft again.
func (e *Editor) Unpublish(ctx context.Context, w Write, id string) (Outcome, error) {
	w.Input = id
	return e.article(ctx, w, id, func(article *models.Article) { article.Status = models.ArticleDraft })
}

// Submit marks a draft as ready for review.
func (e *Editor) Submit(ctx context.Context, w Write, id string) (Outcome, error) {
	w.Input = id
	return e.article(ctx, w, id, func(article *models.Article) {
		if article.Status == models.ArticleDraft {
			article.Status = models.ArticleInReview
		}
	})
}

// SignOff is a reviewer's statement about the text that they have read.
type SignOff struct {
	// Reviewer is the reviewer's name, by default that of the principal. If it differs, the principal signs on the
	// reviewer's behalf.
	Reviewer      string      `json:"reviewer"`
	CredentialIDs []string    `json:"credentials,omitempty"`
	ReviewedOn    models.Date `json:"reviewedOn"`
	// OnBehalfOf is another way to name a reviewer other than the principal.
	OnBehalfOf string `json:"onBehalfOf,omitempty"`
	// ExpectedFingerprint is the fingerprint of the text that was read, nil if it is not checked.
	ExpectedFingerprint *string `json:"expectedFingerprint,omitempty"`
}

// Review records a medical review of one revision of the text, which must be the expected one. The review names who
// signed and holds the fingerprint of the text.
func (e *Editor) Review(ctx context.Context, w Write, id string, signed SignOff) (Outcome, error) {
	w.Input = []any{id, signed} // without the default day
	if signed.ReviewedOn == "" {
		signed.ReviewedOn = models.DateOf(e.now())
	}
	who, _ := auth.Of(ctx)
	review, errs := signed.review(who)
	if len(errs) > 0 {
		return Outcome{Errors: errs}, nil
	}
	return e.change(ctx, w, models.KindArticle, id, func(before models.Document) (models.Document, []UserError) {
		if before == nil {
			return nil, notFound(models.KindArticle, id)
		}
		after := *before.(*models.Article)
		if text, expected := after.Fingerprint(), signed.ExpectedFingerprint; expected != nil && *expected != text {
			return nil, []UserError{otherText(*expected, text)}
		}
		after.MedicalReview = review
		return &after, e.prepare(before, &after)
	})
}

// review returns the review that the principal signs; who is nil if the principal is unknown.
func (s SignOff) review(who *auth.Principal) (*models.MedicalReview, []UserError) {
	reviewer, other := strings.TrimSpace(s.Reviewer), strings.TrimSpace(s.OnBehalfOf)
	if reviewer != "" && other != "" && reviewer != other {
		message := fmt.Sprintf(
			"%q must be the reviewer, %q, or be given without one", other, reviewer,
		)
		return nil, []UserError{{models.UserErrorInvalid, message, []string{"review", "onBehalfOf"}}}
	}
	review := &models.MedicalReview{
		Reviewer:      cmp.Or(reviewer, other),
		CredentialIDs: s.CredentialIDs,
		ReviewedOn:    s.ReviewedOn,
	}
	if who == nil {
		return review, nil
	}
	review.Reviewer = cmp.Or(review.Reviewer, who.Name)
	review.Signature = &models.Signature{By: who.ID, Name: who.Name}
	if review.Reviewer != who.Name {
		review.Signature.OnBehalfOf = review.Reviewer
	}
	return review, nil
}
