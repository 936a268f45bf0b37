package editing

import (
	"context"
	"errors"
	"fmt"
	"time"

	"findcare/internal/store"
	"findcare/models"
)

// PublishWorkingCopy makes of a document what was saved last, and ends the working copy: now, or at a time to come. It
// takes place once for a save, however often it is asked for, on any server.
func (e *Editor) PublishWorkingCopy(
	ctx context.Context, id string, expectedSave int, at *time.Time,
) (WorkingCopyPayload, error) {
	if at != nil && at.After(e.now()) {
		return e.schedule(ctx, id, expectedSave, at.UTC().Truncate(time.Millisecond))
	}
	stored, errs, err := e.open(ctx, id, expectedSave, models.CopyPublished)
	if err != nil {
		return WorkingCopyPayload{}, err
	}
	if stored != nil {
		outcome, err := e.publish(ctx, stored)
		if err != nil {
			return WorkingCopyPayload{}, err
		}
		errs = outcome.Errors
	}
	return e.payload(ctx, id, errs)
}

// publish publishes a stored working copy, and ends it.
func (e *Editor) publish(ctx context.Context, stored *models.WorkingCopy) (Outcome, error) {
	c, err := e.read(stored)
	if err != nil {
		return Outcome{}, err
	}
	key := "publish " + stored.ID
	w := Write{Operation: "publishWorkingCopy", IdempotencyKey: &key, Input: stored.ID, anybody: true}
	if done, err := e.isPublished(ctx, c, w.key(nil)); err != nil {
		return Outcome{}, clientError(err)
	} else if !done {
		outcome, err := e.change(ctx, w, stored.Kind, stored.DocumentID,
			func(before models.Document) (models.Document, []UserError) {
				after, errs := c.publication(before, models.DateOf(e.now()))
				return after, errs
			})
		if err != nil || len(outcome.Errors) > 0 {
			return outcome, err
		}
	}
	// If it was saved again in the meantime, that stays: it has what was published.
	if err := e.end(ctx, stored, models.CopyPublished); err != nil && !errors.Is(err, store.ErrDuplicate) {
		return Outcome{}, clientError(err)
	}
	return Outcome{}, nil
}

// isPublished reports whether one of the changes since a working copy was begun is its publication. The idempotency key
// tells so only for a day.
func (e *Editor) isPublished(ctx context.Context, c *WorkingCopy, key string) (bool, error) {
	document, found, err := e.store.Find(ctx, c.stored.Kind, c.stored.DocumentID)
	if !found {
		return false, err
	}
	for revision := document.Head().Revision; revision > c.stored.BaseRevision; revision-- {
		change, found, err := e.store.Change(ctx, c.stored.DocumentID, revision)
		if err != nil || found && change.Key == key {
			return found, err
		}
	}
	return false, nil
}

// publication returns what publication on a day makes of a document, nil where there is none, and why it cannot.
func (c *WorkingCopy) publication(before models.Document, today models.Date) (models.Document, []UserError) {
	e, after := c.editor, clone(c.content)
	var errs []UserError
	if before != nil {
		merged, conflicts, err := models.Merge(c.base, c.content, before)
		if err != nil {
			return after, []UserError{{models.UserErrorInvalid, sentence(err), nil}}
		}
		after, c.conflicts = clone(merged), conflicts
		errs = c.conflictErrors(before)
	} else if c.base != nil {
		errs = []UserError{{models.UserErrorConflict, "The document was deleted since", nil}}
	}
	head := after.Head()
	switch {
	case before == nil && head.Slug == "":
		head.Slug = e.freeSlug(c.stored.Kind, models.Slugify(nameOf(after)))
	case before != nil && head.Slug != before.Head().Slug:
		slug := head.Slug
		head.Slug = before.Head().Slug
		head.Rename(slug)
	}
	if article, ok := after.(*models.Article); ok {
		c.publishArticle(before, article, today)
		if e.signOff && !signedBesides(article, c.stored.By) {
			errs = append(errs, signOffNeeded)
		}
	}
	return after, append(errs, e.prepareFor(today, before, after)...)
}

// publishArticle makes an article public.
func (c *WorkingCopy) publishArticle(before models.Document, article *models.Article, today models.Date) {
	e, given := c.editor, c.content.(*models.Article)
	article.Status = ""
	if article.PublishedOn == "" {
		article.PublishedOn = today
	}
	e.resolve(article)
	if review := c.stored.Review; review != nil && review.Fingerprint == article.Fingerprint() {
		article.MedicalReview = review
	}
	article.SettleReview()
	known, _ := before.(*models.Article)
	base, _ := c.base.(*models.Article)
	if base != nil && given.UpdatedOn != base.UpdatedOn || base == nil && given.UpdatedOn != "" {
		return // the editor says when
	}
	if known == nil || known.Fingerprint() != article.Fingerprint() {
		article.UpdatedOn = today
	}
	article.UpdatedOn = max(article.UpdatedOn, article.PublishedOn)
}

// conflictErrors returns an error for each field that was changed on both sides.
func (c *WorkingCopy) conflictErrors(before models.Document) (errs []UserError) {
	for _, name := range c.conflicts {
		message := fmt.Sprintf("This was changed in the document, too, since revision %d, which the working copy is "+
			"based on; look at both, and save with the current revision, %d, as baseRevision",
			c.stored.BaseRevision, before.Head().Revision)
		errs = append(errs, UserError{models.UserErrorConflict, message, []string{name}})
	}
	base, wasArticle := c.base.(*models.Article)
	now, _ := before.(*models.Article)
	if wasArticle && base.Published() && !now.Published() {
		message := fmt.Sprintf("The article was hidden from the public since; save with the current revision, "+
			"%d, as baseRevision to publish it all the same", now.Revision)
		errs = append(errs, UserError{models.UserErrorConflict, message, []string{"status"}})
	}
	return errs
}
