package editing

import (
	"context"

	"findcare/internal/catalog"
	"findcare/internal/store"
	"findcare/models"
)

// ProvidersIn returns a page of the providers in a state.
func (e *Editor) ProvidersIn(
	ctx context.Context, s *catalog.Snapshot, state catalog.ProviderState, wanted catalog.ProviderSearch,
) (catalog.ProviderConnection, error) {
	var among []string
	var err error
	if state == catalog.ProviderReported {
		among, err = e.reported(ctx)
	} else {
		among, err = e.copiesIn(ctx, models.KindProvider, string(state))
	}
	if err != nil {
		return catalog.ProviderConnection{}, err
	}
	return s.ProvidersIn(state, among, wanted)
}

// ArticlesIn returns a page of the articles in a state.
func (e *Editor) ArticlesIn(
	ctx context.Context, s *catalog.Snapshot, state catalog.ArticleState, filter *catalog.ArticleFilter,
	page catalog.Page,
) (catalog.ArticleConnection, error) {
	among, err := e.copiesIn(ctx, models.KindArticle, string(state))
	if err != nil {
		return catalog.ArticleConnection{}, err
	}
	return s.ArticlesIn(state, among, filter, page)
}

// reported returns the ids of the providers that have reports nobody has looked at.
func (e *Editor) reported(ctx context.Context) ([]string, error) {
	reports, err := e.store.OpenReports(ctx, store.MaxOpenReports)
	ids := make([]string, len(reports))
	for i := range reports {
		ids[i] = reports[i].ProviderID
	}
	return ids, clientError(err)
}

// copiesIn returns the ids of the documents of a kind whose working copies are in a state; none of a state that has
// nothing to do with working copies.
func (e *Editor) copiesIn(ctx context.Context, kind models.Kind, state string) (ids []string, err error) {
	var is func(*models.Schedule) bool
	switch state {
	case string(catalog.ProviderWorkingCopy):
		is = func(*models.Schedule) bool { return true }
	case string(catalog.ProviderScheduled):
		is = func(s *models.Schedule) bool { return s != nil && s.Failure == "" }
	case string(catalog.ProviderScheduleFailed):
		is = hasFailed
	default:
		return nil, nil
	}
	heads, err := e.store.WorkingCopies(ctx)
	for i := range heads {
		if heads[i].Kind == kind && is(heads[i].Schedule) {
			ids = append(ids, heads[i].DocumentID)
		}
	}
	return ids, clientError(err)
}

// hasFailed reports whether a working copy could not be published at its time.
func hasFailed(s *models.Schedule) bool { return s != nil && s.Failure != "" }
