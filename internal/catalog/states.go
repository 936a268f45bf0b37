package catalog

import (
	"slices"
	"time"

	"findcare/internal/search"
	"findcare/models"
)

// ProviderState is what editors look for providers by.
type ProviderState string

// The states of providers. All but RETIRED are of listed ones.
const (
	ProviderListed      ProviderState = "LISTED"
	ProviderUnconfirmed ProviderState = "UNCONFIRMED"
	ProviderDuplicate   ProviderState = "DUPLICATE"
	ProviderRetired     ProviderState = "RETIRED"
	// Those that the database tells of.
	ProviderReported       ProviderState = "REPORTED"
	ProviderWorkingCopy    ProviderState = "WORKING_COPY"
	ProviderScheduled      ProviderState = "SCHEDULED"
	ProviderScheduleFailed ProviderState = "SCHEDULE_FAILED"
)

// ArticleState is what editors look for articles by.
type ArticleState string

// The states of articles. Those of reviews are of published ones.
const (
	ArticleAny           ArticleState = "ANY"
	ArticlePublished     ArticleState = "PUBLISHED"
	ArticleDraft         ArticleState = "DRAFT"
	ArticleInReview      ArticleState = "IN_REVIEW"
	ArticleUnreviewed    ArticleState = "UNREVIEWED"
	ArticleReviewStale   ArticleState = "REVIEW_STALE"
	ArticleReviewDue     ArticleState = "REVIEW_DUE"
	ArticleReviewOverdue ArticleState = "REVIEW_OVERDUE"
	// Those that the database tells of.
	ArticleWorkingCopy    ArticleState = "WORKING_COPY"
	ArticleScheduled      ArticleState = "SCHEDULED"
	ArticleScheduleFailed ArticleState = "SCHEDULE_FAILED"
)

// ProvidersIn returns a page of the providers in a state that match a filter. Among are the ids of those in a state
// that the database tells of. It is not for the public.
func (s *Snapshot) ProvidersIn(
	state ProviderState, among []string, wanted ProviderSearch,
) (ProviderConnection, error) {
	list := providerList{name: "providers in state " + string(state), index: s.index}
	switch state {
	case ProviderListed:
	case ProviderRetired:
		list.index = s.retired
	case ProviderUnconfirmed:
		list.restrict = func(q *search.Query) { q.Unconfirmed("", s.confirmedFrom(s.Today())) }
	case ProviderDuplicate:
		list.restrict = func(q *search.Query) { q.Among(s.duplicateIDs()) }
	default:
		list.restrict = func(q *search.Query) { q.Among(among) }
	}
	return s.searchProviders(list, wanted)
}

// duplicateIDs are the ids of the listed providers that look like another one.
func (s *Snapshot) duplicateIDs() []string {
	pairs := s.duplicates.in(s)
	ids := make([]string, 0, 2*len(pairs))
	for _, pair := range pairs {
		ids = append(ids, pair.A, pair.B)
	}
	return ids
}

// ArticlesIn returns a page of the articles in a state that match a filter, newest first. Among are the ids of those in
// a state that the database tells of. It is not for the public.
func (s *Snapshot) ArticlesIn(
	state ArticleState, among []string, filter *ArticleFilter, page Page,
) (ArticleConnection, error) {
	return s.searchArticles(s.articlesIn(state, among), "articles in state "+string(state), filter, page)
}

// dueSoon is how many days before its day a review is due.
const dueSoon = 30

func (s *Snapshot) articlesIn(state ArticleState, among []string) []Article {
	today := s.Today()
	switch state {
	case ArticlePublished:
		return s.articles.all
	case ArticleDraft, ArticleInReview:
		return keep(s.unpublished.all, func(a Article) bool { return a.Status() == models.ArticleStatus(state) })
	case ArticleUnreviewed:
		return keep(s.articles.all, func(a Article) bool { return a.MedicalReview() == nil })
	case ArticleReviewStale:
		return s.reviewed(func(r *MedicalReview) bool { return r.Stale })
	case ArticleReviewOverdue:
		return s.reviewed(func(r *MedicalReview) bool { return r.Overdue() })
	case ArticleReviewDue:
		soon := models.DateOf(timeOf(today).AddDate(0, 0, dueSoon))
		return s.reviewed(func(r *MedicalReview) bool {
			due := r.ReviewDueOn()
			return due >= today && due <= soon
		})
	}
	all := slices.Concat(s.articles.all, s.unpublished.all)
	slices.SortFunc(all, compare[Article])
	if state != ArticleAny {
		all = keep(all, func(a Article) bool { return slices.Contains(among, a.ID) })
	}
	return all
}

// reviewed keeps the published articles that have such a review.
func (s *Snapshot) reviewed(such func(*MedicalReview) bool) []Article {
	return keep(s.articles.all, func(a Article) bool {
		review := a.MedicalReview()
		return review != nil && such(review)
	})
}

func timeOf(day models.Date) time.Time {
	at, _ := time.Parse(time.DateOnly, string(day)) // the snapshot's own day is one
	return at
}
