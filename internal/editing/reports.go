package editing

import (
	"context"
	"errors"
	"fmt"

	"findcare/internal/auth"
	"findcare/internal/catalog"
	"findcare/internal/store"
	"findcare/models"
)

// maxReports is how many reports are returned at most.
const maxReports = 100

// Reports returns what readers reported and no editor has looked at yet, the oldest first.
func (e *Editor) Reports(ctx context.Context, first *int) ([]catalog.ErrorReport, error) {
	size := 20
	if first != nil {
		size = *first
	}
	if size < 0 || size > maxReports {
		return nil, models.BadInput("first: %d must be from 0 to %d", size, maxReports)
	}
	reports, err := e.store.OpenReports(ctx, size)
	return e.catalog.Current().ErrorReports(reports), clientError(err)
}

// ReportPayload is the result of resolving a report.
type ReportPayload = Payload[catalog.ErrorReport]

// ResolveReport keeps that an editor has looked at a report.
func (e *Editor) ResolveReport(ctx context.Context, id string) (ReportPayload, error) {
	by := ""
	if who, known := auth.Of(ctx); known {
		by = who.ID
	}
	report, found, err := e.store.ResolveReport(ctx, id, by, e.time())
	switch {
	case err != nil:
		return ReportPayload{}, clientError(err)
	case !found:
		message := fmt.Sprintf("There is no report %q", id)
		return ReportPayload{UserErrors: []UserError{{models.UserErrorNotFound, message, []string{"id"}}}}, nil
	}
	resolved := e.catalog.Current().ErrorReports([]models.ErrorReport{*report})
	return ReportPayload{Entity: &resolved[0]}, nil
}

// Report stores what a reader says is wrong in a provider's entry. The rule is what the reader has to mend.
func (e *Editor) Report(
	ctx context.Context, providerID string, part models.EntryPart, text string,
) (rule string, err error) {
	report, rule := models.NewErrorReport(providerID, part, text, e.time())
	if rule != "" {
		return rule, nil
	}
	err = e.store.AddReport(ctx, report)
	if errors.Is(err, store.ErrTooManyReports) {
		return "We have many reports at the moment. Please try again in some days.", nil
	}
	return "", clientError(err)
}
