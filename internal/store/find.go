package store

import (
	"context"
	"errors"
	"fmt"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"findcare/models"
)

// Find looks up a document by its id. A deleted one has DeletedAt set.
func (s *Store) Find(
	ctx context.Context, kind models.Kind, id string,
) (document models.Document, found bool, err error) {
	var stored bson.Raw
	if found, err = s.findOne(ctx, s.collection(kind), id, &stored); !found {
		return nil, false, err
	}
	document = kind.New()
	if err := models.Unmarshal(stored, document); err != nil {
		return nil, false, fmt.Errorf("read %s: %w", id, err)
	}
	return document, true, nil
}

// findOne reads by id. Every write begins with it, so this is where writes fail fast while the database is down.
func (s *Store) findOne(ctx context.Context, in collection, id string, into any) (found bool, err error) {
	if s.unreachable.Load() {
		return false, fmt.Errorf("find %s: %w", id, ErrUnavailable)
	}
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	if s.Embedded() {
		done, err := s.engine.FindAll(ctx, in.of.Name(), []string{id}, func(stored bson.Raw) error {
			found = true
			return bson.Unmarshal(stored, into)
		})
		if done {
			return found && err == nil, err
		}
	}
	err = in.findOne(ctx, bson.D{{Key: "_id", Value: id}}).Decode(into)
	if errors.Is(err, mongo.ErrNoDocuments) {
		return false, nil
	}
	return err == nil, s.available(err, "find "+id)
}

// eachOf visits the documents that have one of some ids.
func (s *Store) eachOf(ctx context.Context, in collection, ids []string, visit func(bson.Raw) error) error {
	if len(ids) == 0 {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	if s.Embedded() {
		if done, err := s.engine.FindAll(ctx, in.of.Name(), ids, visit); done {
			return err
		}
	}
	return s.each(ctx, in, anyOf("_id", ids), options.Find(), visit)
}

// Change looks up the record of the change that made a revision. The first revision of an imported document has none.
func (s *Store) Change(
	ctx context.Context, documentID string, revision int64,
) (change *models.Change, found bool, err error) {
	return s.Record(ctx, models.ChangeID(documentID, revision))
}

// Record looks up the record of a change by its own id.
func (s *Store) Record(ctx context.Context, id string) (change *models.Change, found bool, err error) {
	change = new(models.Change)
	found, err = s.findOne(ctx, s.changes(), id, change)
	return change, found, err
}
