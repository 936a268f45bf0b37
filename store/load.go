package store

import (
	"context"
	"fmt"
	"sync"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo/options"
	"golang.org/x/sync/errgroup"

	"findcare/models"
)

// Load reads the whole directory but what was deleted, all collections in parallel.
func (s *Store) Load(ctx context.Context) (*models.Directory, error) {
	directory := &models.Directory{}
	var mutex sync.Mutex
	group, ctx := errgroup.WithContext(ctx)
	for _, kind := range models.Kinds {
		group.Go(func() error {
			return s.Each(ctx, kind, func(document models.Document) error {
				if document.Head().DeletedAt != nil {
					return nil
				}
				mutex.Lock()
				defer mutex.Unlock()
				directory.Add(document)
				return nil
			})
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	return directory, nil
}

// Each streams the documents of one kind, those deleted too, in no order, until visit returns an error.
func (s *Store) Each(ctx context.Context, kind models.Kind, visit func(models.Document) error) error {
	return s.EachPart(ctx, kind, nil, visit)
}

// EachPart is Each with no more of the documents than their ids and the fields named.
func (s *Store) EachPart(ctx context.Context, kind models.Kind, fields []string, visit func(models.Document) error) error {
	const batch = 2000
	find := options.Find().SetBatchSize(batch)
	if fields != nil {
		projection := bson.D{}
		for _, field := range fields {
			projection = append(projection, bson.E{Key: field, Value: true})
		}
		find.SetProjection(projection)
	}
	cursor, err := s.collection(kind).Find(ctx, bson.D{}, find)
	if err != nil {
		return fmt.Errorf("load %s: %w", kind.Plural(), err)
	}
	defer func() { _ = cursor.Close(context.WithoutCancel(ctx)) }()
	for cursor.Next(ctx) {
		// The cursor looks at the context only when it fetches the next batch.
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("load %s: %w", kind.Plural(), err)
		}
		document := kind.New()
		if err := cursor.Decode(document); err != nil {
			return fmt.Errorf("load %s: %w", kind.Plural(), err)
		}
		if err := visit(document); err != nil {
			return err
		}
	}
	if err := cursor.Err(); err != nil {
		return fmt.Errorf("load %s: %w", kind.Plural(), err)
	}
	return nil
}
