package catalog

import (
	"testing"

	"findcare/models"
)

// An article is overdue from the day after the one on which it should be reviewed again.
func TestReviewDue(t *testing.T) {
	for _, test := range []struct {
		reviewed models.Date
		months   int
		due      models.Date
		overdue  bool
	}{
		{"2025-11-23", 12, "2026-11-23", true},
		{"2025-11-24", 12, "2026-11-24", false}, // it is that day today
		{"2025-11-25", 12, "2026-11-25", false},
		{"2026-08-31", 3, "2026-12-01", false},
		{"2001-01-01", 0, "", false},
	} {
		o := options
		o.ReviewMonths = test.months
		s := Build(&models.Directory{}, o)
		review := s.ArticleOf(&models.Article{
			MedicalReview: &models.MedicalReview{Reviewer: "Wren Examplar", ReviewedOn: test.reviewed},
		}).MedicalReview()
		if due, overdue := review.ReviewDueOn(), review.Overdue(); due != test.due || overdue != test.overdue {
			t.Errorf("reviewed on %s, for %d months: due on %q, overdue %t", test.reviewed, test.months, due, overdue)
		}
	}
}

func TestArticlesWhoseReviewIsDue(t *testing.T) {
	directory := &models.Directory{}
	for slug, reviewed := range map[string]models.Date{
		"a": "2025-11-24", "b": "2025-11-25", "c": "2024-01-01", "never": "",
	} {
		a := &models.Article{Header: header(models.KindArticle, slug), Title: slug, PublishedOn: "2024-01-01"}
		if reviewed != "" {
			a.MedicalReview = &models.MedicalReview{Reviewer: "Wren Examplar", ReviewedOn: reviewed}
		}
		directory.Articles = append(directory.Articles, a)
	}
	for _, test := range []struct {
		before models.Date
		months int
		want   int
	}{
		{"2026-11-24", 12, 1},
		{"2026-11-25", 12, 2},
		{"2027-11-25", 12, 3},
		{"2020-01-01", 12, 0},
		{"2027-11-25", 0, 0},
		{"", 12, 4},
	} {
		o := options
		o.ReviewMonths = test.months
		c, err := Build(directory, o).Articles(&ArticleFilter{ReviewDueBefore: &test.before}, Page{})
		if err != nil || c.TotalCount() != test.want {
			t.Errorf("%+v: %d articles, %v", test, c.TotalCount(), err)
		}
	}
}
