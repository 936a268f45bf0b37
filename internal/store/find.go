package store

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

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
		l := &lookup{collection: in.of.Name(), id: id}
		if s.finding.Do(l); l.done {
			if l.stored != nil {
				err = bson.Unmarshal(l.stored, into)
			}
			return l.stored != nil && err == nil, errors.Join(err, l.err)
		}
	}
	err = in.findOne(ctx, bson.D{{Key: "_id", Value: id}}).Decode(into)
	if errors.Is(err, mongo.ErrNoDocuments) {
		return false, nil
	}
	return err == nil, s.available(err, "find "+id)
}

// lookup is a document that is looked up in the embedded engine.
type lookup struct {
	collection, id string
	stored         bson.Raw // nil if there is none
	done           bool     // false if the engine has to be asked over the wire
	err            error
}

// findTogether looks up what is asked for at the same time, all of a collection by one query.
func (s *Store) findTogether(lookups []*lookup) {
	ctx, cancel := context.WithTimeout(context.Background(), writeTimeout)
	defer cancel()
	byCollection := make(map[string]map[string][]*lookup)
	for _, l := range lookups {
		if byCollection[l.collection] == nil {
			byCollection[l.collection] = make(map[string][]*lookup)
		}
		byCollection[l.collection][l.id] = append(byCollection[l.collection][l.id], l)
	}
	for collection, byID := range byCollection {
		done, err := s.engine.FindAll(ctx, collection, slices.Collect(maps.Keys(byID)), func(stored bson.Raw) error {
			for _, l := range byID[IDOf(stored.Lookup("_id"))] {
				l.stored = stored
			}
			return nil
		})
		for _, same := range byID {
			for _, l := range same {
				l.done, l.err = done, err
			}
		}
	}
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
