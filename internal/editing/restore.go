package editing

import (
	"context"
	"fmt"

	"github.com/go-json-experiment/json"

	"findcare/internal/catalog"
	"findcare/models"
)

// RestorePayload is the result of restoring a revision.
type RestorePayload struct {
	// Document is the document as it is now, nil if there is none.
	Document   catalog.Node
	Action     *models.Action
	UserErrors []UserError
}

// Restore makes the content that a document had at a revision its newest one. The slug and the status stay as they are,
// and so does what imports and the first publication have left. A deleted document exists again, as it was last named.
func (e *Editor) Restore(ctx context.Context, w Write, id string, revision int) (RestorePayload, error) {
	outcome, err := e.restore(ctx, w, id, int64(revision))
	payload := RestorePayload{UserErrors: listed(outcome.Errors)}
	if outcome.Action != "" {
		payload.Action = &outcome.Action
	}
	if outcome.Document != nil {
		payload.Document = e.catalog.Current().AnyNode(id)
	}
	return payload, err
}

func (e *Editor) restore(ctx context.Context, w Write, id string, revision int64) (Outcome, error) {
	w.Input = []any{id, revision}
	kind, ok := models.KindOfID(id)
	if !ok {
		return Outcome{Errors: notFound("document", id)}, nil
	}
	restored, errs, err := e.revision(ctx, kind, id, revision)
	if err != nil || len(errs) > 0 {
		return Outcome{Errors: errs}, clientError(err)
	}
	last, _, err := e.lastAlive(ctx, kind, id)
	if err != nil {
		return Outcome{}, clientError(err)
	}
	return e.change(ctx, w, kind, id, func(before models.Document) (models.Document, []UserError) {
		after, as := clone(restored), before
		if before == nil {
			as = last
		}
		if as != nil {
			keepNames(after, as)
			e.keepState(as, after)
		}
		return after, append(e.prepare(before, after), e.unsigned(ctx, before, after)...)
	})
}

// ContentAt returns what a document said at a revision, as JSON in the directory format.
func (e *Editor) ContentAt(ctx context.Context, id string, revision int) (string, error) {
	kind, ok := models.KindOfID(id)
	if !ok {
		return "", models.BadInput("id: %q must be the id of a document", id)
	}
	document, errs, err := e.revision(ctx, kind, id, int64(revision))
	if err != nil {
		return "", clientError(err)
	}
	if len(errs) > 0 {
		return "", models.BadInput("revision: %s", errs[0].Message)
	}
	return ContentOf(document)
}

// ContentOf returns what a document says, as JSON in the directory format.
func ContentOf(document models.Document) (string, error) {
	content, err := json.Marshal(document, json.Deterministic(true))
	return string(content), err
}

// revision returns a document as it was at a revision, or why that cannot be told.
func (e *Editor) revision(
	ctx context.Context, kind models.Kind, id string, revision int64,
) (document models.Document, errs []UserError, err error) {
	stored, found, err := e.store.Find(ctx, kind, id)
	switch {
	case err != nil:
		return nil, nil, err
	case !found:
		return nil, notFound(kind, id), nil
	case stored.Head().Revision == revision && alive(stored) != nil:
		return stored, nil, nil
	}
	change, known, err := e.store.Change(ctx, id, revision)
	if known {
		document, known, err = change.Document()
	} else if err == nil && revision < stored.Head().Revision {
		// An import leaves no record of what it creates; the next change knows what was there before.
		if change, known, err = e.store.Change(ctx, id, revision+1); known {
			document, known, err = change.Previous()
		}
	}
	if err != nil || known && document.Head().Revision == revision {
		return document, nil, err
	}
	message := fmt.Sprintf("Nothing is known of what the %s %q was at revision %d", kind, id, revision)
	return nil, []UserError{{models.UserErrorNotFound, message, []string{"revision"}}}, nil
}

// lastAlive returns a document as it is or, where it was deleted, as it was before that; false if that is not known.
func (e *Editor) lastAlive(
	ctx context.Context, kind models.Kind, id string,
) (document models.Document, known bool, err error) {
	stored, found, err := e.store.Find(ctx, kind, id)
	if !found || alive(stored) != nil {
		return stored, found, err
	}
	change, found, err := e.store.Change(ctx, id, stored.Head().Revision)
	if !found {
		return nil, false, err
	}
	return change.Previous()
}

// keepNames lets a document be found as another revision of it is.
func keepNames(document, as models.Document) {
	head, known := document.Head(), as.Head()
	head.Slug, head.FormerSlugs, head.Unknown = known.Slug, known.FormerSlugs, known.Unknown
}

// keepState lets a document that takes another's place be as public as that one, with what is no content of it: what
// imports know of it, the day of its first publication, and a review that is of its text.
func (e *Editor) keepState(before, after models.Document) {
	switch after := after.(type) {
	case *models.Provider:
		before := before.(*models.Provider)
		after.Status, after.NPIRecord, after.Imported = before.Status, before.NPIRecord, before.Imported
	case *models.Article:
		before := before.(*models.Article)
		after.PublishedOn = before.PublishedOn
		after.MedicalReview = reviewOf(after, before.MedicalReview, after.MedicalReview)
		after.UpdatedOn = max(before.UpdatedOn, after.PublishedOn)
		e.revise(before, after, "")
	}
}

// reviewOf returns the review that is of an article's text: the first one that is or, where none is, the first one.
func reviewOf(article *models.Article, reviews ...*models.MedicalReview) (first *models.MedicalReview) {
	text := article.Fingerprint()
	for _, review := range reviews {
		if review == nil {
			continue
		}
		if review.Fingerprint == text {
			return review
		}
		if first == nil {
			first = review
		}
	}
	return first
}
