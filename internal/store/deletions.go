package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"findcare/models"
)

// EachDeletion visits the records of all deletions of documents of some kinds, in no particular order, including purged
// ones. Of the deleted document, a record holds at least the given fields.
func (s *Store) EachDeletion(
	ctx context.Context,
	kinds []models.Kind,
	fields []string,
	visit func(*models.Change) error,
) error {
	see := func(stored bson.Raw) error {
		change := new(models.Change)
		if err := bson.Unmarshal(stored, change); err != nil {
			return err
		}
		change.DocumentID = strings.TrimPrefix(change.DocumentID, archivePrefix)
		return visit(change)
	}
	var err error
	if s.Embedded() { // which would parse all records to find some
		err = s.all(ctx, s.changes(), nil, func(stored bson.Raw) error {
			action, _ := stored.Lookup("action").StringValueOK()
			kind, _ := stored.Lookup("kind").StringValueOK()
			if models.Action(action) != models.ActionDelete || !slices.Contains(kinds, models.Kind(kind)) {
				return nil
			}
			return see(stored)
		})
	} else {
		err = s.eachDeletion(ctx, kinds, fields, see)
	}
	if err != nil {
		return fmt.Errorf("load deletions: %w", err)
	}
	return nil
}

// DeletedSince returns when those documents were deleted, by their ids, that the public has seen and that were deleted
// at a time or later. Tombstones are kept for TombstoneLife.
func (s *Store) DeletedSince(ctx context.Context, since time.Time) (map[string]time.Time, error) {
	deleted := make(map[string]time.Time)
	for _, kind := range models.Kinds {
		if s.Embedded() {
			found, known, err := s.engine.DeletedSince(ctx, kind.Plural(), since)
			if err != nil {
				return nil, err
			}
			for id, at := range found {
				deleted[id] = time.UnixMilli(at)
			}
			if known {
				continue
			}
		}
		later := bson.D{
			{Key: "updatedAt", Value: bson.D{{Key: "$gte", Value: since}}},
			{Key: "deletedAt", Value: bson.D{{Key: "$gte", Value: since}}},
			{Key: "wasShown", Value: true},
		}
		err := s.find(ctx, kind, later, func(id bson.RawValue, document models.Document) error {
			if document != nil && document.Head().DeletedAt != nil {
				deleted[IDOf(id)] = *document.Head().DeletedAt
			}
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("look for deleted %s: %w", kind.Plural(), err)
		}
	}
	return deleted, nil
}

// eachDeletion lets the database look for the deletions.
func (s *Store) eachDeletion(
	ctx context.Context,
	kinds []models.Kind,
	fields []string,
	visit func(bson.Raw) error,
) error {
	projection := bson.D{}
	for _, name := range []string{"document", "kind", "revision", "at", "operation"} {
		projection = append(projection, bson.E{Key: name, Value: true})
	}
	for _, field := range fields {
		projection = append(projection, bson.E{Key: "before." + field, Value: true})
	}
	deletions := bson.D{
		{Key: "kind", Value: bson.D{{Key: "$in", Value: kinds}}},
		{Key: "action", Value: models.ActionDelete},
	}
	return s.each(ctx, s.changes(), deletions, options.Find().SetProjection(projection), visit)
}
