package store

import (
	"context"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"findcare/models"
)

// collection is a collection of the database. All writes go through it, so that nothing is written to a database of an
// unknown version.
type collection struct {
	of    *mongo.Collection
	store *Store
}

func (s *Store) named(name string) collection { return collection{s.database.Collection(name), s} }

// encoded returns a document as it is stored.
func encoded(document any) (any, error) {
	if document, ok := document.(models.Document); ok {
		return models.Marshal(document)
	}
	return document, nil
}

func (c collection) find(
	ctx context.Context,
	filter any,
	how ...options.Lister[options.FindOptions],
) (*mongo.Cursor, error) {
	return c.of.Find(ctx, filter, how...)
}

func (c collection) findOne(ctx context.Context, filter any) *mongo.SingleResult {
	return c.of.FindOne(ctx, filter)
}

func (c collection) insertOne(ctx context.Context, document any) error {
	if err := c.store.MayWrite(ctx); err != nil {
		return err
	}
	document, err := encoded(document)
	if err == nil {
		_, err = c.of.InsertOne(ctx, document)
	}
	return err
}

func (c collection) insertMany(ctx context.Context, documents []any) error {
	if err := c.store.MayWrite(ctx); err != nil {
		return err
	}
	stored := make([]any, len(documents))
	for i, document := range documents {
		var err error
		if stored[i], err = encoded(document); err != nil {
			return err
		}
	}
	_, err := c.of.InsertMany(ctx, stored)
	return err
}

func (c collection) replaceOne(
	ctx context.Context,
	filter, document any,
	how ...options.Lister[options.ReplaceOptions],
) (matched int64, err error) {
	if err := c.store.MayWrite(ctx); err != nil {
		return 0, err
	}
	if document, err = encoded(document); err != nil {
		return 0, err
	}
	result, err := c.of.ReplaceOne(ctx, filter, document, how...)
	if err != nil {
		return 0, err
	}
	return result.MatchedCount, nil
}

func (c collection) updateOne(
	ctx context.Context,
	filter, update any,
	how ...options.Lister[options.UpdateOneOptions],
) error {
	if err := c.store.MayWrite(ctx); err != nil {
		return err
	}
	_, err := c.of.UpdateOne(ctx, filter, update, how...)
	return err
}

func (c collection) bulkWrite(ctx context.Context, writes []mongo.WriteModel) (matched int64, err error) {
	if err := c.store.MayWrite(ctx); err != nil {
		return 0, err
	}
	result, err := c.of.BulkWrite(ctx, writes)
	if err != nil {
		return 0, err
	}
	return result.MatchedCount, nil
}

func (c collection) deleteOne(ctx context.Context, filter any) error {
	if err := c.store.MayWrite(ctx); err != nil {
		return err
	}
	_, err := c.of.DeleteOne(ctx, filter)
	return err
}

func (c collection) deleteMany(ctx context.Context, filter any) (deleted int64, err error) {
	if err := c.store.MayWrite(ctx); err != nil {
		return 0, err
	}
	result, err := c.of.DeleteMany(ctx, filter)
	if err != nil {
		return 0, err
	}
	return result.DeletedCount, nil
}

// encodedAll returns documents as they are stored.
func encodedAll(documents []any) ([]bson.Raw, error) {
	all := make([]bson.Raw, len(documents))
	for i, document := range documents {
		stored, err := encoded(document)
		if err != nil {
			return nil, err
		}
		raw, ok := stored.(bson.Raw)
		if !ok {
			if raw, err = bson.Marshal(stored); err != nil {
				return nil, err
			}
		}
		all[i] = raw
	}
	return all, nil
}
