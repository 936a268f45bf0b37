package editing

import (
	"context"
	"slices"

	"findcare/models"
)

// Merge merges two documents of a kind: documents that refer to from then refer to into, which is also found by the
// slugs of from, and from is deleted. Repeating an interrupted merge completes it.
func (e *Editor) Merge(ctx context.Context, w Write, kind models.Kind, from, into string) (Outcome, error) {
	w.Input = []string{from, into}
	source, target, outcome, err := e.toMerge(ctx, w, kind, from, into)
	switch {
	case err != nil || len(outcome.Errors) > 0:
		return outcome, err
	case source == nil: // already merged with the same key
		return Outcome{Document: target, Action: models.ActionUpdate}, nil
	}
	step := Write{Operation: w.Operation}
	for _, referrer := range e.catalog.Current().Referrers(from) { // remove handles those added later
		if outcome, err := e.redirect(ctx, step, referrer, from, into); err != nil || len(outcome.Errors) > 0 {
			return Outcome{Document: target, Errors: outcome.Errors}, err
		}
	}
	merged, err := e.change(ctx, step, kind, into, func(before models.Document) (models.Document, []UserError) {
		if before == nil {
			return nil, notFound(kind, into)
		}
		after := clone(before)
		head := after.Head()
		for _, slug := range slices.Backward(append([]string{source.Head().Slug}, source.Head().FormerSlugs...)) {
			if slug != head.Slug && !slices.Contains(head.FormerSlugs, slug) {
				head.FormerSlugs = slices.Insert(head.FormerSlugs, 0, slug)
			}
		}
		if insurer, ok := after.(*models.Insurer); ok {
			insurer.Absorb(source.(*models.Insurer))
		}
		return after, nil
	})
	if err != nil || len(merged.Errors) > 0 {
		return merged, err
	}
	if outcome, err := e.remove(ctx, w, kind, from, into); err != nil || len(outcome.Errors) > 0 {
		return outcome, err
	}
	merged.Action = models.ActionUpdate
	return merged, nil
}

// toMerge reads the documents to merge; source is nil if the same request merged them before.
func (e *Editor) toMerge(
	ctx context.Context, w Write, kind models.Kind, from, into string,
) (source, target models.Document, outcome Outcome, err error) {
	for _, id := range []string{from, into} {
		if known, ok := models.KindOfID(id); ok && known != kind {
			message := "Both must be " + models.WithIndefiniteArticle(string(kind))
			return nil, nil, failed(nil, models.UserErrorInvalid, message, "from"), nil
		}
	}
	if target, _, err = e.find(ctx, w, kind, into); err != nil {
		return nil, nil, outcome, clientError(err)
	}
	switch target = alive(target); {
	case target == nil:
		return nil, nil, failed(nil, models.UserErrorNotFound, notFound(kind, into)[0].Message, "into"), nil
	case from == into:
		const message = "This must not be the same document as from"
		return nil, nil, failed(target, models.UserErrorInvalid, message, "into"), nil
	}
	outcome, replayed, err := e.earlier(ctx, w)
	if replayed || err != nil {
		return nil, target, outcome, err
	}
	if source, _, err = e.find(ctx, w, kind, from); err != nil {
		return nil, nil, outcome, clientError(err)
	}
	if source = alive(source); source == nil {
		outcome = failed(nil, models.UserErrorNotFound, notFound(kind, from)[0].Message, "id")
	}
	return source, target, outcome, nil
}

// redirect makes a document refer to into instead of from.
func (e *Editor) redirect(ctx context.Context, w Write, referrer models.Document, from, into string) (Outcome, error) {
	kind, id := referrer.Kind(), referrer.Head().ID
	gone := false
	outcome, err := e.change(ctx, w, kind, id, func(before models.Document) (models.Document, []UserError) {
		if gone = before == nil; gone { // deleted since
			return nil, notFound(kind, id)
		}
		return redirected(before, from, into)
	})
	if gone && err == nil {
		return Outcome{}, nil
	}
	return outcome, err
}

// remove deletes the merged document and redirects those that came to refer to it in the meantime.
func (e *Editor) remove(ctx context.Context, w Write, kind models.Kind, from, into string) (Outcome, error) {
	w.redirect = func(ctx context.Context, referrer models.Document) (Outcome, error) {
		return e.redirect(ctx, Write{Operation: w.Operation}, referrer, from, into)
	}
	return e.change(ctx, w, kind, from, func(before models.Document) (models.Document, []UserError) {
		if before == nil {
			return nil, notFound(kind, from)
		}
		return nil, nil
	})
}

// redirected returns the document with references to into instead of from, each once.
func redirected(before models.Document, from, into string) (models.Document, []UserError) {
	after := clone(before)
	after.References(func(_ string, _ models.Kind, reference *string) {
		if *reference == from {
			*reference = into
		}
	})
	unique := func(ids []string) []string {
		var kept []string
		for _, id := range ids {
			if !slices.Contains(kept, id) {
				kept = append(kept, id)
			}
		}
		return kept
	}
	switch after := after.(type) {
	case *models.Provider:
		after.CredentialIDs = unique(after.CredentialIDs)
		after.ConditionIDs = unique(after.ConditionIDs)
		after.TreatmentIDs = unique(after.TreatmentIDs)
		after.Coverage = models.DistinctCoverage(after.Coverage)
	case *models.Treatment:
		after.ConditionIDs = unique(after.ConditionIDs)
	case *models.Article:
		after.ConditionIDs = unique(after.ConditionIDs)
		if after.MedicalReview != nil {
			after.MedicalReview.CredentialIDs = unique(after.MedicalReview.CredentialIDs)
		}
	}
	return after, nil
}
