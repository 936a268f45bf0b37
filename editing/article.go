package editing

import (
	"context"
	"reflect"

	"findcare/models"
)

// begin makes a new article a draft.
func (e *Editor) begin(article *models.Article, input Input) {
	article.Status = models.ArticleDraft
	if input["updatedOn"] == nil {
		article.UpdatedOn = max(models.DateOf(e.now()), article.PublishedOn)
	}
}

// revise keeps the day of a change of an article's text, and that a medical review is of an earlier one.
func (e *Editor) revise(before, after *models.Article, input Input) {
	after.Status = before.Status
	if sameText(before, after) {
		return
	}
	if input["updatedOn"] == nil {
		after.UpdatedOn = max(models.DateOf(e.now()), after.PublishedOn)
	}
	if after.MedicalReview != nil {
		after.MedicalReview.Stale = true
	}
}

func sameText(a, b *models.Article) bool {
	return a.Title == b.Title && a.Lead == b.Lead && reflect.DeepEqual(a.Sections, b.Sections) && reflect.DeepEqual(a.CallToAction, b.CallToAction)
}

// article changes an article as a whole.
func (e *Editor) article(ctx context.Context, w Write, id string, edit func(article *models.Article)) (Outcome, error) {
	return e.change(ctx, w, models.KindArticle, id, func(before models.Document) (models.Document, []UserError) {
		if before == nil {
			return nil, notFound(models.KindArticle, id)
		}
		after := *before.(*models.Article)
		edit(&after)
		return &after, e.prepare(&after)
	})
}

// Publish makes an article public. The first time, that is its day of publication.
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

// Submit hands a draft to the reviewers.
func (e *Editor) Submit(ctx context.Context, w Write, id string) (Outcome, error) {
	w.Input = id
	return e.article(ctx, w, id, func(article *models.Article) {
		if article.Status == models.ArticleDraft {
			article.Status = models.ArticleInReview
		}
	})
}

// Review signs off the text of one revision, which must be the expected one.
func (e *Editor) Review(ctx context.Context, w Write, id string, review models.MedicalReview) (Outcome, error) {
	w.Input = []any{id, review} // and not the day that it is
	if review.ReviewedOn == "" {
		review.ReviewedOn = models.DateOf(e.now())
	}
	return e.article(ctx, w, id, func(article *models.Article) { article.MedicalReview = &review })
}
