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
