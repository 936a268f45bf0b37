package catalog

import (
	"time"

	"findcare/models"
)

// ReviewDueOn is when the article should be reviewed again.
func (r MedicalReview) ReviewDueOn() models.Date {
	reviewed, err := time.Parse(time.DateOnly, string(r.ReviewedOn))
	if err != nil || r.snapshot.options.ReviewMonths == 0 {
		return ""
	}
	return models.DateOf(reviewed.AddDate(0, r.snapshot.options.ReviewMonths, 0))
}

// Overdue reports whether the day on which the article should be reviewed again is past.
func (r MedicalReview) Overdue() bool {
	due := r.ReviewDueOn()
	return due != "" && due < r.snapshot.Today()
}
