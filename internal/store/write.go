package store

import (
	"context"
	"fmt"
	"slices"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"

	"findcare/models"
)

// Write stores documents of one kind: those of revision 1 are new, the others replace the previous revision. After an
// error, some may have been written; writing the missing ones again is safe.
func (s *Store) Write(ctx context.Context, kind models.Kind, documents []models.Document) error {
	var added []any
	var changed []models.Document
	for _, document := range documents {
		if document.Head().Revision <= 1 {
			added = append(added, document)
		} else {
			changed = append(changed, document)
		}
	}
	holds := new(Holds)
	defer holds.Release()
	if err := s.holdBatch(ctx, holds, documents, nil); err != nil {
		return fmt.Errorf("write %s: %w", kind.Plural(), err)
	}
	if len(added) > 0 {
		if err := s.insertAll(ctx, kind, added); err != nil {
			return fmt.Errorf("write %s: %w", kind.Plural(), err)
		}
	}
	return s.replace(ctx, kind, changed)
}

// insertAll writes new documents.
func (s *Store) insertAll(ctx context.Context, kind models.Kind, documents []any) error {
	if s.engine != nil && s.running.Bulk {
		if err := s.MayWrite(ctx); err != nil {
			return err
		}
		raw, err := encodedAll(documents)
		if err != nil {
			return err
		}
		if done, err := s.engine.Insert(ctx, kind.Plural(), raw); done || err != nil {
			return err
		}
	}
	return s.collection(kind).insertMany(ctx, documents)
}

// replaceBatch bounds the updates in one command: FerretDB holds one of its 100 connections to SQLite for each of them
// until the command ends.
const replaceBatch = 50

func (s *Store) replace(ctx context.Context, kind models.Kind, documents []models.Document) error {
	for batch := range slices.Chunk(documents, replaceBatch) {
		writes := make([]mongo.WriteModel, len(batch))
		for i, document := range batch {
			stored, err := models.Marshal(document)
			if err != nil {
				return fmt.Errorf("write %s: %w", document.Head().ID, err)
			}
			filter := s.atRevision(document.Head().ID, document.Head().Revision-1)
			writes[i] = mongo.NewReplaceOneModel().SetFilter(filter).SetReplacement(stored)
		}
		matched, err := s.collection(kind).bulkWrite(ctx, writes)
		if err != nil {
			return fmt.Errorf("write %s: %w", kind.Plural(), err)
		}
		if missed := int64(len(batch)) - matched; missed > 0 {
			return fmt.Errorf("write %s: %d documents were changed by somebody else meanwhile", kind.Plural(), missed)
		}
	}
	return nil
}

// atRevision selects a document at a revision. The embedded engine is fast only for a filter by id alone, and needs no
// more: no other process can write there, because this one holds the lock.
func (s *Store) atRevision(id string, revision int64) bson.D {
	filter := bson.D{{Key: "_id", Value: id}}
	switch {
	case s.Embedded():
	case revision == 1: // another tool may have written it without a revision
		notLater := bson.D{{Key: "$not", Value: bson.D{{Key: "$gt", Value: revision}}}}
		filter = append(filter, bson.E{Key: "revision", Value: notLater})
	default:
		filter = append(filter, bson.E{Key: "revision", Value: revision})
	}
	return filter
}
