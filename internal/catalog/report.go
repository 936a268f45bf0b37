package catalog

import "findcare/models"

// ErrorReport is what a reader says is wrong in an entry.
type ErrorReport struct {
	*models.ErrorReport
	snapshot *Snapshot
}

// ErrorReports returns reports with their providers.
func (s *Snapshot) ErrorReports(reports []models.ErrorReport) []ErrorReport {
	list := make([]ErrorReport, len(reports))
	for i := range reports {
		list[i] = ErrorReport{&reports[i], s}
	}
	return list
}

// Provider is nil where the entry is gone.
func (r ErrorReport) Provider() *Provider {
	return r.snapshot.AnyProvider(ProviderBy{ID: &r.ProviderID})
}

// Part is nil where it is none of the parts that are confirmed by themselves.
func (r ErrorReport) Part() *models.EntryPart {
	if r.ErrorReport.Part == "" {
		return nil
	}
	return &r.ErrorReport.Part
}
