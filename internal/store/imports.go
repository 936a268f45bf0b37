package store

import (
	"context"
	"slices"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"findcare/models"
)

// AddImport stores an import that begins.
func (s *Store) AddImport(ctx context.Context, begun *models.Import) error {
	return s.insert(ctx, s.imports(), begun)
}

// SaveImport stores how far an import is.
func (s *Store) SaveImport(ctx context.Context, now *models.Import) error {
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	// Each field is set by itself: a replacement would take back what CancelImport has set.
	content, err := bson.Marshal(now)
	if err != nil {
		return err
	}
	var fields bson.D
	if err := bson.Unmarshal(content, &fields); err != nil {
		return err
	}
	fields = slices.DeleteFunc(fields, func(field bson.E) bool { return field.Key == "_id" })
	err = s.imports().updateOne(ctx, bson.D{{Key: "_id", Value: now.ID}}, bson.D{{Key: "$set", Value: fields}})
	return s.available(err, "save the import "+now.ID)
}

// CancelImport asks the server that runs an import to end it.
func (s *Store) CancelImport(ctx context.Context, id string) error {
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	asked := bson.D{{Key: "$set", Value: bson.D{{Key: "cancel", Value: true}}}}
	return s.available(s.imports().updateOne(ctx, bson.D{{Key: "_id", Value: id}}, asked), "cancel the import "+id)
}

// Import returns an import, and whether it is to be cancelled.
func (s *Store) Import(ctx context.Context, id string) (stored *models.Import, canceled, found bool, err error) {
	var raw bson.Raw
	if found, err = s.findOne(ctx, s.imports(), id, &raw); !found || err != nil {
		return nil, false, false, err
	}
	canceled, _ = raw.Lookup("cancel").BooleanOK()
	stored = new(models.Import)
	return stored, canceled, true, bson.Unmarshal(raw, stored)
}

// Imports returns the newest imports, newest first, at most so many, without their details.
func (s *Store) Imports(ctx context.Context, limit int) (imports []models.Import, err error) {
	if limit == 0 { // which the database takes for no limit
		return []models.Import{}, nil
	}
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	how := options.Find().SetSort(bson.D{{Key: "startedAt", Value: -1}}).SetLimit(int64(limit)).
		SetProjection(bson.D{{Key: "notes", Value: 0}, {Key: "rejects", Value: 0}, {Key: "changes", Value: 0}})
	cursor, err := s.imports().find(ctx, bson.D{}, how)
	if err == nil {
		err = cursor.All(ctx, &imports)
	}
	return imports, s.available(err, "look for imports")
}
