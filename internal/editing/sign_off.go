package editing

import (
	"context"
	"fmt"

	"findcare/internal/auth"
	"findcare/models"
)

// signOffNeeded is the error of a text that nobody has signed off who may.
var signOffNeeded = UserError{
	models.UserErrorSignOff,
	"This server publishes a text only with the sign-off of a reviewer who is not its author; " +
		"ask for one of this very text",
	[]string{"medicalReview"},
}

// signedBesides reports whether somebody other than the author has signed an article's text off.
func signedBesides(article *models.Article, author string) bool {
	review := article.MedicalReview
	return review != nil && review.Signature != nil && review.Signature.By != author &&
		review.Fingerprint == article.Fingerprint()
}

// unsigned returns an error if a change makes a text public that needs a sign-off and has none.
func (e *Editor) unsigned(ctx context.Context, before, after models.Document) []UserError {
	article, ok := after.(*models.Article)
	if !ok || !e.signOff || !article.Published() {
		return nil
	}
	known, _ := before.(*models.Article)
	sameText := known != nil && known.Fingerprint() == article.Fingerprint()
	if sameText && known.Published() {
		return nil
	}
	author := ""
	if who, is := auth.Of(ctx); is {
		author = who.ID
	}
	if sameText {
		var err error
		if author, err = e.authorOf(ctx, known); err != nil {
			return []UserError{{models.UserErrorSignOff, fmt.Sprintf("The author is not known: %v", err), nil}}
		}
	}
	if signedBesides(article, author) {
		return nil
	}
	return []UserError{signOffNeeded}
}

// authorOf returns the id of who last changed the text of an article, "" where that is not on record.
func (e *Editor) authorOf(ctx context.Context, article *models.Article) (string, error) {
	text := article.Fingerprint()
	for revision := article.Revision; revision > 0; revision-- {
		change, found, err := e.store.Change(ctx, article.ID, revision)
		if !found {
			return "", err
		}
		previous, existed, err := change.Previous()
		if err != nil {
			return "", err
		}
		if known, is := previous.(*models.Article); !existed || !is || known.Fingerprint() != text {
			return change.By, nil
		}
	}
	return "", nil
}

// ReviewWorkingCopy signs off the text of a working copy, as its publication would make it now.
func (e *Editor) ReviewWorkingCopy(
	ctx context.Context, id string, expectedSave int, signed SignOff,
) (WorkingCopyPayload, error) {
	who, _ := auth.Of(ctx)
	request := hashOf(Write{Operation: "reviewWorkingCopy", Input: []any{id, expectedSave, signed, who}})
	if signed.ReviewedOn == "" {
		signed.ReviewedOn = models.DateOf(e.now())
	}
	review, errs := signed.review(who)
	if len(errs) > 0 {
		return e.payload(ctx, id, errs)
	}
	return e.follow(ctx, id, expectedSave, request, func(stored *models.WorkingCopy) (next nextSave, err error) {
		c, err := e.workingCopy(e.catalog.Current(), stored)
		if err != nil {
			return next, err
		}
		article, ok := c.after.(*models.Article)
		if !ok {
			return nextSave{errs: notFound(models.KindArticle, id)}, nil
		}
		if next.errs = e.reviewErrors(article, review, *signed.ExpectedFingerprint); len(next.errs) > 0 {
			return next, nil
		}
		review.Fingerprint = article.Fingerprint()
		next.save = stored.Next(stored.Schedule)
		next.save.Review = review
		return next, nil
	})
}

// reviewErrors returns what keeps a review from being that of an article's text.
func (e *Editor) reviewErrors(article *models.Article, review *models.MedicalReview, expected string) []UserError {
	if text := article.Fingerprint(); text != expected {
		return []UserError{otherText(expected, text)}
	}
	reviewed := clone(article).(*models.Article)
	reviewed.MedicalReview = review
	e.resolve(reviewed)
	review.CredentialIDs = reviewed.MedicalReview.CredentialIDs
	var errs []UserError
	for _, err := range append(e.prepare(nil, reviewed), e.missingReferences(article, reviewed)...) {
		if len(err.Field) > 0 && err.Field[0] == "medicalReview" {
			errs = append(errs, err)
		}
	}
	return errs
}

// otherText is the error of a sign-off of a text that is not the present one.
func otherText(expected, text string) UserError {
	message := fmt.Sprintf(
		"%q is not the fingerprint of the current text, %q; read the text again", expected, text,
	)
	return UserError{models.UserErrorConflict, message, []string{"expectedFingerprint"}}
}
