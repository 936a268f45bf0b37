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
// idempotency keys of that age, which have expired, holds, which were left by processes that died, reports that an
// editor looked at before, and what is known of imports that began before.
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
	begun := bson.D{{Key: "startedAt", Value: bson.D{{Key: "$lt", Value: before}}}}
	if _, err := s.imports().deleteMany(ctx, begun); err != nil {
		return 0, fmt.Errorf("purge imports: %w", err)
	}
	old := bson.E{Key: "deletedAt", Value: bson.D{{Key: "$lt", Value: before}}}
	for _, kind := range models.Kinds {
		ids, err := s.deleted(ctx, kind, before)
		if err != nil {
			return purged, fmt.Errorf("purge %s: %w", kind.Plural(), err)
		}
		const atOnce = 100
		for some := range slices.Chunk(ids, atOnce) {
			count, err := s.purge(ctx, kind, some, old)
			if err != nil {
				return purged, fmt.Errorf("purge %s: %w", kind.Plural(), err)
			}
			purged += count
		}
	}
	return purged, nil
}

// deleted returns the ids of the documents of a kind that were deleted before a time. The embedded engine finds nothing
// by an index of its own, but by one in its files.
func (s *Store) deleted(ctx context.Context, kind models.Kind, before time.Time) ([]string, error) {
	if s.Embedded() {
		if ids, ok, err := s.engine.Deleted(ctx, kind.Plural(), before); ok || err != nil {
			return ids, err
		}
	}
	old := bson.D{{Key: "deletedAt", Value: bson.D{{Key: "$lt", Value: before}}}}
	return s.ids(ctx, s.collection(kind), old)
}

func (s *Store) purge(ctx context.Context, kind models.Kind, ids []string, old bson.E) (int64, error) {
	unlock := s.LockAll(ids)
	defer unlock()
	if s.Embedded() {
		return s.purgeEach(ctx, kind, ids)
	}
	if err := s.archive(ctx, anyOf("document", ids)); err != nil {
		return 0, err
	}
	marks := append(anyOf("document", ids), bson.E{Key: "at", Value: old.Value})
	if _, err := s.closings().deleteMany(ctx, marks); err != nil {
		return 0, err
	}
	return s.collection(kind).deleteMany(ctx, bson.D{{Key: "_id", Value: bson.D{{Key: "$in", Value: ids}}}, old})
}

// purgeEach purges documents of the embedded engine, which finds nothing but by an id. The marks of deletions are few.
func (s *Store) purgeEach(ctx context.Context, kind models.Kind, ids []string) (purged int64, err error) {
	for _, id := range ids {
		document, found, err := s.Find(ctx, kind, id)
		if err != nil {
			return purged, err
		}
		if !found || document.Head().DeletedAt == nil {
			continue
		}
		for revision := range document.Head().Revision {
			record := bson.D{{Key: "_id", Value: models.ChangeID(id, revision+1)}}
			if err := s.archive(ctx, record); err != nil {
				return purged, err
			}
		}
		if err := s.collection(kind).deleteOne(ctx, bson.D{{Key: "_id", Value: id}}); err != nil {
			return purged, err
		}
		purged++
	}
	_, err = s.closings().deleteMany(ctx, anyOf("document", ids))
	return purged, err
}

// archivePrefix precedes the id of a document in archived records of changes.
const archivePrefix = "@"

// archive gives some records of changes other ids. Without its tombstone, a new document of the same id begins with
// revision 1 again, and must not mistake those records for unfinished changes of its own.
func (s *Store) archive(ctx context.Context, records bson.D) error {
	return s.each(ctx, s.changes(), records, options.Find(), func(stored bson.Raw) error {
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
