package graph

import (
	"context"
	"time"

	"findcare/auth"
	"findcare/catalog"
	"findcare/editing"
	"findcare/models"
)

// The payloads look the changed document up in the current snapshot, which has the change, and not in that of the request.

func (r *Resolver) provider(outcome editing.Outcome, err error) (editing.ProviderPayload, error) {
	return editing.PayloadOf(outcome, err, func(id string) *catalog.Provider { return r.catalog.Current().Provider(catalog.ProviderBy{ID: &id}) })
}

func (r *Resolver) credential(outcome editing.Outcome, err error) (editing.CredentialPayload, error) {
	return editing.PayloadOf(outcome, err, func(id string) *catalog.Credential { return r.catalog.Current().Credential(catalog.SlugOrID{ID: &id}) })
}

func (r *Resolver) condition(outcome editing.Outcome, err error) (editing.ConditionPayload, error) {
	return editing.PayloadOf(outcome, err, func(id string) *catalog.Condition { return r.catalog.Current().Condition(catalog.SlugOrID{ID: &id}) })
}

func (r *Resolver) treatment(outcome editing.Outcome, err error) (editing.TreatmentPayload, error) {
	return editing.PayloadOf(outcome, err, func(id string) *catalog.Treatment { return r.catalog.Current().Treatment(catalog.SlugOrID{ID: &id}) })
}

func (r *Resolver) article(outcome editing.Outcome, err error) (editing.ArticlePayload, error) {
	return editing.PayloadOf(outcome, err, func(id string) *catalog.Article { return r.catalog.Current().AnyArticle(catalog.SlugOrID{ID: &id}) })
}

// operation is what a mutation asks the editor for.
func operation(name string, expectedRevision *int, idempotencyKey *string) editing.Write {
	return editing.Write{Operation: name, ExpectedRevision: expectedRevision, IdempotencyKey: idempotencyKey}
}

// articleAsOf is an article as it was at a time, for those who may see what is not published.
func (r *Resolver) articleAsOf(ctx context.Context, by catalog.SlugOrID, at time.Time) (*catalog.Article, error) {
	if err := require(ctx, auth.Viewer); err != nil {
		return nil, err
	}
	id := ""
	if now := snapshotOf(ctx).AnyArticle(by); now != nil {
		id = now.ID
	} else if by.ID != nil { // it may have been deleted
		id = *by.ID
	}
	document, err := r.editor.AsOf(ctx, models.KindArticle, id, at)
	if document == nil || err != nil {
		return nil, err
	}
	article := snapshotOf(ctx).ArticleOf(document.(*models.Article))
	return &article, nil
}
