package store

import (
	"context"
	"errors"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"findcare/models"
)

// ErrTooManyReports means that editors have to look at the present reports first.
var ErrTooManyReports = errors.New("there are too many reports that nobody has looked at")

// MaxOpenReports is how many reports may wait for an editor, and maxReportsOfProvider how many of them of one provider.
const (
	MaxOpenReports       = 1000
	maxReportsOfProvider = 20
)

// isOpen is the filter of reports that wait for an editor.
func isOpen() bson.E { return bson.E{Key: "resolvedAt", Value: bson.D{{Key: "$exists", Value: false}}} }

// AddReport stores a report. The error is ErrTooManyReports where too many wait for an editor.
func (s *Store) AddReport(ctx context.Context, report *models.ErrorReport) error {
	for limit, filter := range map[int]bson.D{
		MaxOpenReports:       {isOpen()},
		maxReportsOfProvider: {isOpen(), {Key: "provider", Value: report.ProviderID}},
	} {
		waiting, err := s.reportsBy(ctx, filter, limit)
		if err != nil {
			return err
		}
		if len(waiting) >= limit {
			return ErrTooManyReports
		}
	}
	return s.insert(ctx, s.reports(), report)
}

// OpenReports returns the reports that wait for an editor, the oldest first, at most so many.
func (s *Store) OpenReports(ctx context.Context, limit int) ([]models.ErrorReport, error) {
	return s.reportsBy(ctx, bson.D{isOpen()}, limit)
}

func (s *Store) reportsBy(ctx context.Context, filter bson.D, limit int) (reports []models.ErrorReport, err error) {
	if limit == 0 { // which the database takes for no limit
		return []models.ErrorReport{}, nil
	}
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	how := options.Find().SetSort(bson.D{{Key: "at", Value: 1}}).SetLimit(int64(limit))
	cursor, err := s.reports().find(ctx, filter, how)
	if err == nil {
		err = cursor.All(ctx, &reports)
	}
	return reports, s.available(err, "look for reports")
}

// ResolveReport keeps who has looked at a report, and when; false where there is no such report. The first one stands.
func (s *Store) ResolveReport(
	ctx context.Context, id, by string, at time.Time,
) (report *models.ErrorReport, found bool, err error) {
	report = new(models.ErrorReport)
	if found, err = s.findOne(ctx, s.reports(), id, report); !found || report.ResolvedAt != nil {
		return report, found, err
	}
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	report.ResolvedAt, report.ResolvedBy = &at, by
	resolution := bson.D{{Key: "$set", Value: bson.D{
		{Key: "resolvedAt", Value: at}, {Key: "resolvedBy", Value: by},
	}}}
	err = s.reports().updateOne(ctx, bson.D{{Key: "_id", Value: id}}, resolution)
	return report, true, s.available(err, "resolve the report "+id)
}
