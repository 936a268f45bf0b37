package catalog

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"findcare/internal/duplicates"
	"findcare/models"
)

// checkStates compares the providers in each state with reading every provider.
func (c *changing) checkStates(s *Snapshot, listed, retired []*models.Provider) {
	var among []string
	for _, p := range slices.Concat(listed, retired) {
		if c.chance("among", 2) {
			among = append(among, p.ID)
		}
	}
	alike := make(map[string]bool)
	for _, pair := range duplicates.Pairs(slices.Values(listed)) {
		alike[pair.A], alike[pair.B] = true, true
	}
	isAmong := func(p *models.Provider) bool { return slices.Contains(among, p.ID) }
	for state, in := range map[ProviderState]func(*models.Provider) bool{
		ProviderListed:      func(*models.Provider) bool { return true },
		ProviderRetired:     func(*models.Provider) bool { return true },
		ProviderUnconfirmed: func(p *models.Provider) bool { return p.ConfirmedOn < "2026-10-19" },
		ProviderDuplicate:   func(p *models.Provider) bool { return alike[p.ID] },
		ProviderReported:    isAmong,
		ProviderWorkingCopy: isAmong,
	} {
		directory, indexed := *c.directory, listed
		if state == ProviderRetired {
			indexed = retired
		}
		directory.Providers = slices.DeleteFunc(slices.Clone(indexed), func(p *models.Provider) bool { return !in(p) })
		o := newOracle(&directory)
		o.indexed = indexed
		o.list = func(s *Snapshot, wanted ProviderSearch) (ProviderConnection, error) {
			return s.ProvidersIn(state, among, wanted)
		}
		o.check(c.T, s, c.filter(), draw(c.drawer, "order", orders...), rapid.IntRange(1, 7).Draw(c.T, "page size"))
	}
}

// Articles in each state, and their pages, are what looking at every article gives.
func TestArticlesInStates(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawer{t}
		directory := taxonomy()
		for i := range rapid.IntRange(0, 30).Draw(t, "articles") {
			directory.Articles = append(directory.Articles, d.articleInState(i))
		}
		dated := options
		dated.ReviewMonths = 12
		s := Build(directory, dated)
		var among []string
		for _, a := range directory.Articles {
			if d.chance("among", 2) {
				among = append(among, a.ID)
			}
		}
		for state, in := range articleStates(among) {
			want := make(map[string]bool)
			for _, a := range directory.Articles {
				if in(a) {
					want[a.ID] = true
				}
			}
			checkArticlesIn(t, s, state, among, want)
		}
	})
}

// articleInState draws an article that is published or not, with a review or without.
func (d drawer) articleInState(number int) *models.Article {
	a := d.article(number, 1)
	a.Status = draw(d, "status", "", models.ArticleDraft, models.ArticleInReview)
	if d.chance("unreviewed", 3) {
		return a
	}
	a.MedicalReview = &models.MedicalReview{
		ReviewedOn: draw[models.Date](d, "reviewed", "2025-11-23", "2025-11-24", "2025-12-24", "2025-12-25"),
		Stale:      d.chance("stale", 2),
	}
	return a
}

// articleStates are all states on 2026-11-24, where reviews hold for twelve months.
func articleStates(among []string) map[ArticleState]func(*models.Article) bool {
	reviewed := func(such func(*models.MedicalReview) bool) func(*models.Article) bool {
		return func(a *models.Article) bool {
			return a.Status == "" && a.MedicalReview != nil && such(a.MedicalReview)
		}
	}
	isAmong := func(a *models.Article) bool { return slices.Contains(among, a.ID) }
	return map[ArticleState]func(*models.Article) bool{
		ArticleAny:            func(*models.Article) bool { return true },
		ArticlePublished:      func(a *models.Article) bool { return a.Status == "" },
		ArticleDraft:          func(a *models.Article) bool { return a.Status == models.ArticleDraft },
		ArticleInReview:       func(a *models.Article) bool { return a.Status == models.ArticleInReview },
		ArticleUnreviewed:     func(a *models.Article) bool { return a.Status == "" && a.MedicalReview == nil },
		ArticleReviewStale:    reviewed(func(r *models.MedicalReview) bool { return r.Stale }),
		ArticleReviewOverdue:  reviewed(func(r *models.MedicalReview) bool { return r.ReviewedOn == "2025-11-23" }),
		ArticleReviewDue:      reviewed(dueWithin30Days),
		ArticleWorkingCopy:    isAmong,
		ArticleScheduled:      isAmong,
		ArticleScheduleFailed: isAmong,
	}
}

func dueWithin30Days(r *models.MedicalReview) bool {
	return r.ReviewedOn == "2025-11-24" || r.ReviewedOn == "2025-12-24"
}

func checkArticlesIn(t *rapid.T, s *Snapshot, state ArticleState, among []string, want map[string]bool) {
	size, last := rapid.IntRange(1, 9).Draw(t, "page size"), ""
	var cursor *string
	for {
		c, err := s.ArticlesIn(state, among, nil, Page{First: &size, After: cursor})
		if err != nil || c.TotalCount() != len(want) {
			t.Fatalf("%s: %d articles, %v, want %d", state, c.TotalCount(), err, len(want))
		}
		for _, a := range c.Nodes() {
			if key := fmt.Sprint(a.sortKey(), a.ID); !want[a.ID] || key <= last {
				t.Fatalf("%s has %s after %q", state, key, last)
			} else {
				last = key
			}
		}
		if info := c.PageInfo(); info.HasNextPage {
			cursor = (*string)(&info.EndCursor)
			continue
		}
		return
	}
}

func TestDraftsAreFoundByTheirTexts(t *testing.T) {
	directory := taxonomy()
	a := &models.Article{Header: header(models.KindArticle, "sleep"), Title: "Long Nights", Status: models.ArticleDraft}
	a.Topic.ConditionID = directory.Conditions[0].ID
	directory.Articles = []*models.Article{a}
	s := Build(directory, options)
	for text, want := range map[string]int{"nights": 1, "nigths": 1, "days": 0} {
		c, err := s.ArticlesIn(ArticleDraft, nil, &ArticleFilter{Text: &text}, Page{})
		if err != nil || c.TotalCount() != want {
			t.Errorf("%s: %d, %v", text, c.TotalCount(), err)
		}
		if c, err := s.Articles(&ArticleFilter{Text: &text}, Page{}); err != nil || c.TotalCount() != 0 {
			t.Errorf("%s: the public finds %d, %v", text, c.TotalCount(), err)
		}
	}
}
