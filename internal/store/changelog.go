package store

import (
	"context"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/internal/store/embedded"
)

// LogEntry is a place in the embedded engine's log of changes, and Logged a document that it is about.
type (
	LogEntry = embedded.Entry
	Logged   = embedded.Changed
)

// LastLogged returns the last entry of the log of changes; false where there is none: where the database is another
// process, or only read.
func (s *Store) LastLogged(ctx context.Context) (last LogEntry, logs bool, err error) {
	if !s.Embedded() {
		return last, false, nil
	}
	return s.engine.LastEntry(ctx)
}

// HasLogged reports whether the log has some entries.
func (s *Store) HasLogged(ctx context.Context, entries ...LogEntry) (bool, error) {
	for _, entry := range entries {
		if has, err := s.engine.HasEntry(ctx, entry); !has || err != nil {
			return false, err
		}
	}
	return true, nil
}

// LoggedSince returns the documents that were changed after an entry, but no more than some.
func (s *Store) LoggedSince(ctx context.Context, entry LogEntry, most int) ([]Logged, error) {
	return s.engine.ChangedSince(ctx, entry, most)
}

// TrimLog removes all entries before one.
func (s *Store) TrimLog(ctx context.Context, entry LogEntry) error {
	return s.engine.TrimLog(ctx, entry)
}

// checkpointMark is the beginning of the ids of marks.
const checkpointMark = "checkpoint "

// PutMark leaves a mark in a database that is another process: where it is found, the database is not one from before.
// It goes the way of old holds, since a checkpoint without tombstones of that age is worth nothing.
func (s *Store) PutMark(ctx context.Context, mark string, at time.Time) error {
	return s.insert(ctx, s.holds(), bson.D{{Key: "_id", Value: checkpointMark + mark}, {Key: "at", Value: at}})
}

// HasMark reports whether a mark is in the database.
func (s *Store) HasMark(ctx context.Context, mark string) (bool, error) {
	var found bson.D
	return s.findOne(ctx, s.holds(), checkpointMark+mark, &found)
}

// RemoveMark removes a mark. One that stays after an error is purged later.
func (s *Store) RemoveMark(ctx context.Context, mark string) {
	_ = s.holds().deleteOne(ctx, bson.D{{Key: "_id", Value: checkpointMark + mark}})
}
