package store

import (
	"context"
	"fmt"
	"strings"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"findcare/models"
)

// EachDeletion visits the records of all deletions of documents of some kinds, in no particular order, including purged
// ones. Of the deleted document, a record holds only the given fields.
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
		change.DocumentID = strings.TrimPrefix(change.DocumentID, archivePrefix)
		return visit(change)
	})
	if err != nil {
		return fmt.Errorf("load deletions: %w", err)
	}
	return nil
}
