package store

import (
	"context"
	"fmt"
	"slices"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"findcare/models"
)

// TombstoneLife is how long the tombstone of a deleted document is kept, so that other servers learn of the deletion.
const TombstoneLife = 7 * 24 * time.Hour

// Purge removes the tombstones of documents that were deleted before a time, and counts them. It also removes
// idempotency keys of that age, which have expired, holds, which were left by processes that died, and reports that an
// editor looked at before.
func (s *Store) Purge(ctx context.Context, before time.Time) (purged int64, err error) {
	for _, from := range []collection{s.holds(), s.keys()} {
		if _, err := from.deleteMany(ctx, bson.D{{Key: "at", Value: bson.D{{Key: "$lt", Value: before}}}}); err != nil {
			return 0, fmt.Errorf("purge %s: %w", from.of.Name(), err)
		}
	}
	done := bson.D{{Key: "resolvedAt", Value: bson.D{{Key: "$lt", Value: before}}}}
	if _, err := s.reports().deleteMany(ctx, done); err != nil {
		return 0, fmt.Errorf("purge reports: %w", err)
	}
	old := bson.E{Key: "deletedAt", Value: bson.D{{Key: "$lt", Value: before}}}
	for _, kind := range models.Kinds {
		ids, known := s.tombstones.before(kind, before)
		if !s.Embedded() || !known {
			if ids, err = s.ids(ctx, s.collection(kind), bson.D{old}); err != nil {
				return purged, fmt.Errorf("purge %s: %w", kind.Plural(), err)
			}
		}
		const atOnce = 100
		for some := range slices.Chunk(ids, atOnce) {
			count, err := s.purge(ctx, kind, some, old)
			if err != nil {
				return purged, fmt.Errorf("purge %s: %w", kind.Plural(), err)
			}
			purged += count
			s.tombstones.forget(kind, some)
		}
	}
	return purged, nil
}

func (s *Store) purge(ctx context.Context, kind models.Kind, ids []string, old bson.E) (int64, error) {
	unlock := s.LockAll(ids)
	defer unlock()
	if err := s.archive(ctx, ids); err != nil {
		return 0, err
	}
	marks := append(anyOf("document", ids), bson.E{Key: "at", Value: old.Value})
	if _, err := s.closings().deleteMany(ctx, marks); err != nil {
		return 0, err
	}
	return s.collection(kind).deleteMany(ctx, bson.D{{Key: "_id", Value: bson.D{{Key: "$in", Value: ids}}}, old})
}

// archivePrefix precedes the id of a document in archived records of changes.
const archivePrefix = "@"

// archive gives the records of the changes of some documents other ids. Without its tombstone, a new document of the
// same id begins with revision 1 again, and must not mistake those records for unfinished changes of its own.
func (s *Store) archive(ctx context.Context, ids []string) error {
	return s.each(ctx, s.changes(), anyOf("document", ids), options.Find(), func(stored bson.Raw) error {
		var record bson.D
		if err := bson.Unmarshal(stored, &record); err != nil {
			return err
		}
		id, token := stored.Lookup("_id").StringValue(), stored.Lookup("token").StringValue()
		for i, member := range record {
			switch member.Key {
			case "_id":
				record[i].Value = id + "@" + token
			case "document":
				record[i].Value = archivePrefix + stored.Lookup("document").StringValue()
			}
		}
		if err := s.changes().insertOne(ctx, record); err != nil && !mongo.IsDuplicateKeyError(err) {
			return err
		}
		return s.changes().deleteOne(ctx, bson.D{{Key: "_id", Value: id}, {Key: "token", Value: token}})
	})
}

// ids returns the ids of what a filter selects.
func (s *Store) ids(ctx context.Context, in collection, filter bson.D) (ids []string, err error) {
	onlyIDs := options.Find().SetProjection(bson.D{{Key: "_id", Value: 1}})
	err = s.each(ctx, in, filter, onlyIDs, func(stored bson.Raw) error {
		if id, ok := stored.Lookup("_id").StringValueOK(); ok {
			ids = append(ids, id)
		}
		return nil
	})
	return ids, err
}
