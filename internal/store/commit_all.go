package store

import (
	"context"
	"fmt"
	"strings"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"findcare/models"
)

// Revision is the next revision of a document, with the record of the change that makes it.
type Revision struct {
	Change *models.Change
	After  models.Document
}

// CommitAll does for many documents of one kind what Commit does for one, in few commands. The change of each is
// atomic, and not that of all. Where the commands fail it goes on one by one, and returns the first error.
func (s *Store) CommitAll(ctx context.Context, kind models.Kind, revisions []Revision) error {
	if len(revisions) == 0 {
		return nil
	}
	ids, changes, documents := make(
		[]string,
		len(revisions),
	), make(
		[]any,
		len(revisions),
	), make(
		[]models.Document,
		len(revisions),
	)
	for i, revision := range revisions {
		ids[i], changes[i], documents[i] = revision.Change.DocumentID, revision.Change, revision.After
	}
	unlock := s.LockAll(ids)
	defer unlock()
	ctx, err := s.admit(ctx)
	if err != nil {
		return err
	}
	err = s.replaceAll(ctx, kind, revisions, changes, documents)
	if err == nil || ctx.Err() != nil {
		return err
	}
	var first error
	for _, revision := range revisions {
		if err := s.Commit(ctx, revision.Change, revision.After); err != nil && first == nil {
			first = fmt.Errorf("write %s: %w", revision.Change.DocumentID, err)
		}
	}
	return first
}

// replaceAll writes the records and the documents, while it holds what they refer to.
func (s *Store) replaceAll(
	ctx context.Context,
	kind models.Kind,
	revisions []Revision,
	changes []any,
	documents []models.Document,
) error {
	holds := new(Holds)
	defer holds.Release()
	if err := s.holdBatch(ctx, holds, nil, revisions); err != nil {
		return err
	}
	if err := s.changes().insertMany(ctx, changes); err != nil {
		return err
	}
	if err := s.replace(ctx, kind, documents); err != nil {
		return err
	}
	return s.catchUpAll(ctx, revisions)
}

func (s *Store) catchUpAll(ctx context.Context, revisions []Revision) error {
	for _, revision := range revisions {
		if err := s.catchUp(ctx, revision.Change); err != nil {
			return fmt.Errorf("write %s: %w", revision.Change.DocumentID, err)
		}
	}
	return nil
}

// EachDeletion visits the records of all deletions of documents of some kinds, in no order, also of those that are
// purged. Of what was deleted, a record holds no more than the fields named.
func (s *Store) EachDeletion(
	ctx context.Context,
	kinds []models.Kind,
	fields []string,
	visit func(*models.Change) error,
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
	err := s.each(ctx, s.changes(), deletions, options.Find().SetProjection(projection), func(stored bson.Raw) error {
		change := new(models.Change)
		if err := bson.Unmarshal(stored, change); err != nil {
			return err
		}
		change.DocumentID = strings.TrimPrefix(change.DocumentID, shelf)
		return visit(change)
	})
	if err != nil {
		return fmt.Errorf("load deletions: %w", err)
	}
	return nil
}

// Record returns the record of a change by its own id, nil where there is none.
func (s *Store) Record(ctx context.Context, id string) (*models.Change, error) {
	change := new(models.Change)
	found, err := s.findOne(ctx, s.changes(), id, change)
	if !found {
		return nil, err
	}
	return change, nil
}
