package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"findcare/models"
)

// ErrHalfRestored means that a database has a part of a backup only.
var ErrHalfRestored = errors.New("a restore into this database is in progress, or was interrupted: " +
	"wait for its end, or run findcare restore again")

// restoreMark marks a database until a restore into it is complete.
const restoreMark = "restore of a backup"

// refuseHalfRestored returns ErrHalfRestored where a restore has not ended, unless the store is opened for one.
func (s *Store) refuseHalfRestored(ctx context.Context) error {
	if s.restoring {
		return nil
	}
	half, err := s.halfRestored(ctx)
	if err == nil && half {
		err = ErrHalfRestored
	}
	return err
}

func (s *Store) halfRestored(ctx context.Context) (bool, error) {
	unfinished, err := s.Unfinished(ctx)
	return slices.Contains(unfinished, restoreMark), err
}

// BeginRestore marks an empty database as one that a restore fills, and returns "". It removes what a restore that was
// interrupted has left. Where the database has anything else, it returns the collection, and nothing is changed.
func (s *Store) BeginRestore(ctx context.Context) (holding string, err error) {
	half, err := s.halfRestored(ctx)
	if err != nil {
		return "", err
	}
	if half {
		return "", s.empty(ctx)
	}
	if holding, found, err := s.holding(ctx); err != nil || found {
		return holding, err
	}
	return "", s.MarkBegun(ctx, restoreMark)
}

// EndRestore says that the restore is complete.
func (s *Store) EndRestore(ctx context.Context) error { return s.MarkFinished(ctx, restoreMark) }

// holding returns the first collection that a backup would have of this database, false where it has nothing.
func (s *Store) holding(ctx context.Context) (collection string, found bool, err error) {
	one := options.Find().SetLimit(1).SetProjection(bson.D{{Key: "_id", Value: 1}})
	for _, name := range Backed() {
		err := s.each(ctx, s.named(name), bson.D{}, one, func(bson.Raw) error {
			collection, found = name, true
			return nil
		})
		if err != nil || found {
			return collection, found, err
		}
	}
	return "", false, nil
}

// empty removes all that a backup may have.
func (s *Store) empty(ctx context.Context) error {
	for _, name := range Backed() {
		if err := s.emptyCollection(ctx, s.named(name)); err != nil {
			return fmt.Errorf("remove what an interrupted restore has left of %s: %w", name, err)
		}
	}
	return nil
}

func (s *Store) emptyCollection(ctx context.Context, c collection) error {
	const together = 100
	if s.Embedded() { // which would read each document to remove it
		ids, err := s.ids(ctx, c, bson.D{})
		if err != nil {
			return err
		}
		for some := range slices.Chunk(ids, together) {
			if err := s.remove(ctx, c, some); err != nil {
				return err
			}
		}
	}
	_, err := c.deleteMany(ctx, bson.D{})
	return s.available(err, "delete")
}

// InsertStored writes what a collection had in a backup.
func (s *Store) InsertStored(ctx context.Context, collection string, stored []bson.Raw) error {
	if s.engine != nil && s.running.Bulk {
		if err := s.MayWrite(ctx); err != nil {
			return err
		}
		if done, err := s.engine.Insert(ctx, collection, stored); done || err != nil {
			return err
		}
	}
	documents := make([]any, len(stored))
	for i, document := range stored {
		documents[i] = document
	}
	if err := s.named(collection).insertMany(ctx, documents); err != nil {
		return fmt.Errorf("write %s: %w", collection, s.available(err, "insert"))
	}
	return nil
}

// MissedSchedule returns a save of a working copy, as it is stored, without a schedule whose time is past: nobody wants
// what was to be published then to be published when a backup is restored. The schedule stays, as one that has failed.
func MissedSchedule(stored bson.Raw, now time.Time, reason string) (bson.Raw, error) {
	due, scheduled := stored.Lookup("due").TimeOK()
	if !scheduled || due.After(now) {
		return stored, nil
	}
	var save models.WorkingCopy
	if err := bson.Unmarshal(stored, &save); err != nil {
		return nil, err
	}
	if save.Due = nil; save.Schedule != nil {
		save.Schedule.Failure = reason
	}
	return bson.Marshal(save)
}
