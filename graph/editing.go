package graph

import (
	"context"
	"time"

	"findcare/internal/auth"
	"findcare/internal/catalog"
	"findcare/internal/editing"
	"findcare/internal/execution"
	"findcare/models"
)

// The payloads look the changed document up in the current snapshot, which has the change, and not in that of the
// request.

func (r *Resolver) provider(outcome editing.Outcome, err error) (editing.ProviderPayload, error) {
	return editing.PayloadOf(
		outcome,
		err,
		func(id string) *catalog.Provider { return r.catalog.Current().AnyProvider(catalog.ProviderBy{ID: &id}) },
	)
}

func (r *Resolver) credential(outcome editing.Outcome, err error) (editing.CredentialPayload, error) {
	return editing.PayloadOf(
		outcome,
		err,
		func(id string) *catalog.Credential { return r.catalog.Current().Credential(catalog.SlugOrID{ID: &id}) },
	)
}

func (r *Resolver) condition(outcome editing.Outcome, err error) (editing.ConditionPayload, error) {
	return editing.PayloadOf(
		outcome,
		err,
		func(id string) *catalog.Condition { return r.catalog.Current().Condition(catalog.SlugOrID{ID: &id}) },
	)
}

func (r *Resolver) treatment(outcome editing.Outcome, err error) (editing.TreatmentPayload, error) {
	return editing.PayloadOf(
		outcome,
		err,
		func(id string) *catalog.Treatment { return r.catalog.Current().Treatment(catalog.SlugOrID{ID: &id}) },
	)
}

func (r *Resolver) insurer(outcome editing.Outcome, err error) (editing.InsurerPayload, error) {
	return editing.PayloadOf(
		outcome,
		err,
		func(id string) *catalog.Insurer { return r.catalog.Current().Insurer(catalog.SlugOrID{ID: &id}) },
	)
}

func (r *Resolver) article(outcome editing.Outcome, err error) (editing.ArticlePayload, error) {
	return editing.PayloadOf(
		outcome,
		err,
		func(id string) *catalog.Article { return r.catalog.Current().AnyArticle(catalog.SlugOrID{ID: &id}) },
	)
}

// workingCopy is that of a document, held against the snapshot that the document is from: in the payload of a mutation,
// that is a later one than that of the request.
func (r *Resolver) workingCopy(ctx context.Context, shown *models.Header) (*editing.WorkingCopy, error) {
	snapshot := execution.Snapshot(ctx)
	if snapshot.Revision(shown.ID) < shown.Revision {
		snapshot = r.catalog.Current()
	}
	return r.editor.WorkingCopyOf(ctx, snapshot, shown.ID)
}

// content is what a document says, or said at a revision, as JSON; nil if there is none.
func (r *Resolver) content(ctx context.Context, id string, revision *int) (content *string, err error) {
	var text string
	if revision != nil {
		text, err = r.editor.ContentAt(ctx, id, *revision)
		return &text, err
	}
	if document := execution.Snapshot(ctx).Document(id); document != nil {
		text, err = editing.ContentOf(document)
		content = &text
	}
	return content, err
}

// operation is what a mutation asks the editor for.
func operation(name string, expectedRevision *int, idempotencyKey *string) editing.Write {
	return editing.Write{Operation: name, ExpectedRevision: expectedRevision, IdempotencyKey: idempotencyKey}
}

// articleAsOf is an article as it was at a time, for those who may see what is not published.
func (r *Resolver) articleAsOf(ctx context.Context, by catalog.SlugOrID, at time.Time) (*catalog.Article, error) {
	id := ""
	if now := execution.Snapshot(ctx).AnyArticle(by); now != nil {
		id = now.ID
	}
	document, existed, err := r.asOf(ctx, models.KindArticle, id, by.ID, at)
	if !existed {
		return nil, err
	}
	article := execution.Snapshot(ctx).ArticleOf(document.(*models.Article))
	return &article, nil
}

// providerAsOf is a provider as it was at a time, for those who may see what is public no more.
func (r *Resolver) providerAsOf(ctx context.Context, by catalog.ProviderBy, at time.Time) (*catalog.Provider, error) {
	id := ""
	if now := execution.Snapshot(ctx).AnyProvider(by); now != nil {
		id = now.ID
	}
	document, existed, err := r.asOf(ctx, models.KindProvider, id, by.ID, at)
	if !existed {
		return nil, err
	}
	provider := execution.Snapshot(ctx).ProviderOf(document.(*models.Provider))
	return &provider, nil
}

// asOf is a document as it was at a time: the one of an id, "" where there is none now; then, of the id that is asked
// for, since it may have been deleted.
//
// SECURITY: it may have been public then and not be now, or never.
func (r *Resolver) asOf(
	ctx context.Context,
	kind models.Kind,
	id string,
	asked *string,
	at time.Time,
) (document models.Document, existed bool, err error) {
	if err := auth.Require(ctx, auth.Viewer); err != nil {
		return nil, false, err
	}
	if id == "" && asked != nil {
		id = *asked
	}
	return r.editor.AsOf(ctx, kind, id, at)
}
