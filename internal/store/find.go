package store

import (
	"context"
	"errors"
	"fmt"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"

	"findcare/models"
)

// Find returns a document by its id, nil if there is none. A deleted one has DeletedAt set.
func (s *Store) Find(ctx context.Context, kind models.Kind, id string) (models.Document, error) {
	var stored bson.Raw
	found, err := s.findOne(ctx, s.collection(kind), id, &stored)
	if !found {
		return nil, err
	}
	document := kind.New()
	if err := models.Unmarshal(stored, document); err != nil {
		return nil, fmt.Errorf("read %s: %w", id, err)
	}
	return document, nil
}

// findOne reads by id. Every write begins with it, so this is where writes fail fast while the database is down.
func (s *Store) findOne(ctx context.Context, in collection, id string, into any) (found bool, err error) {
	if s.unreachable.Load() {
		return false, fmt.Errorf("find %s: %w", id, ErrUnavailable)
	}
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	err = in.findOne(ctx, bson.D{{Key: "_id", Value: id}}).Decode(into)
	if errors.Is(err, mongo.ErrNoDocuments) {
		return false, nil
	}
	return err == nil, s.available(err, "find "+id)
}

// Change returns the record of the change that made a revision, nil if there is none: the first revision of an imported
// document has none.
func (s *Store) Change(ctx context.Context, documentID string, revision int64) (*models.Change, error) {
	return s.Record(ctx, models.ChangeID(documentID, revision))
}

// Record returns the record of a change by its own id, nil if there is none.
func (s *Store) Record(ctx context.Context, id string) (*models.Change, error) {
	change := new(models.Change)
	found, err := s.findOne(ctx, s.changes(), id, change)
	if !found {
		return nil, err
	}
	return change, nil
}
