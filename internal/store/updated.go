package store

import (
	"context"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/internal/clock"
	"findcare/models"
)

const (
	// PollOverlap is how far a poll looks back before the one before it: documents are written after the time that they
	// have, and clocks differ.
	PollOverlap = 30 * time.Second
	// lateAfter is how long after the time of a change its document may still be written with that time. What is
	// written later gets a new time, or else polls would not see it.
	lateAfter = PollOverlap - clock.MaxSkew - maxWrite
	// maxWrite is how long a write may be under way that began just before lateAfter.
	maxWrite = 5 * time.Second
)

// UpdatedSince visits the documents of a kind that were written at a time or later, by their own account. The document
// is nil where what is stored is none; it may be deleted, or break a rule.
func (s *Store) UpdatedSince(
	ctx context.Context,
	kind models.Kind,
	since time.Time,
	visit func(id string, document models.Document) error,
) error {
	filter := bson.D{{Key: "updatedAt", Value: bson.D{{Key: "$gte", Value: since}}}}
	return s.find(ctx, kind, filter, func(id bson.RawValue, document models.Document) error {
		return visit(IDOf(id), document)
	})
}

// EnsureUpdateIndexes makes the indexes of UpdatedSince, unless the database is only read.
func (s *Store) EnsureUpdateIndexes(ctx context.Context) error {
	if err := s.MayWrite(ctx); models.ErrorCode(err) == models.CodeReadOnly {
		return nil
	}
	return s.ensureIndexes(ctx, updateIndexes())
}
