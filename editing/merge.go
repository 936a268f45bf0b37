package editing

import (
	"context"
	"slices"

	"findcare/models"
)

// Merge makes one of two documents of a kind: whatever referred to from refers to into, which is also found by the slugs of
// from; from is deleted. Where it is interrupted, the same again goes on with what is left.
func (e *Editor) Merge(ctx context.Context, w Write, kind models.Kind, from, into string) (Outcome, error) {
	snapshot := e.catalog.Current()
	source, target := snapshot.Document(from), snapshot.Document(into)
	switch {
	case target == nil:
		return Outcome{Errors: []UserError{{CodeNotFound, notFound(kind, into)[0].Message, []string{"into"}}}}, nil
	case from == into:
		return failed(target, CodeInvalid, "into: must be another one", "into"), nil
	case source == nil: // perhaps because it was merged before, with the same key
		outcome, err := e.remove(ctx, w, kind, from, into)
		if len(outcome.Errors) == 0 {
			outcome.Document = target
		}
		return outcome, err
	case source.Kind() != kind || target.Kind() != kind:
		return Outcome{Errors: []UserError{{CodeInvalid, "from and into must both be a " + string(kind), []string{"from"}}}}, nil
	}
	step := Write{Operation: w.Operation}
	for _, referrer := range snapshot.Referrers(from) { // those that come to be meanwhile are for remove
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
		return after, nil
	})
	if err != nil || len(merged.Errors) > 0 {
		return merged, err
	}
	if outcome, err := e.remove(ctx, w, kind, from, into); err != nil || len(outcome.Errors) > 0 {
		return outcome, err
	}
	return merged, nil
}

// redirect makes a document refer to into instead of from.
func (e *Editor) redirect(ctx context.Context, w Write, referrer models.Document, from, into string) (Outcome, error) {
	kind, id := referrer.Kind(), referrer.Head().ID
	gone := false
	outcome, err := e.change(ctx, w, kind, id, func(before models.Document) (models.Document, []UserError) {
		if gone = before == nil; gone { // meanwhile
			return nil, notFound(kind, id)
		}
		return redirected(before, from, into)
	})
	if gone && err == nil {
		return Outcome{}, nil
	}
	return outcome, err
}

// remove deletes what was merged, and redirects those who have come to refer to it meanwhile.
func (e *Editor) remove(ctx context.Context, w Write, kind models.Kind, from, into string) (Outcome, error) {
	w.Input = []string{from, into}
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

// redirected makes a document that refers to into instead of from, once.
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
		after.CredentialIDs, after.ConditionIDs, after.TreatmentIDs = unique(after.CredentialIDs), unique(after.ConditionIDs), unique(after.TreatmentIDs)
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
