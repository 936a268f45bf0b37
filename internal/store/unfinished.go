package store

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"go.mongodb.org/mongo-driver/v2/bson"
)

// What is written in many steps is marked until it is complete. A mark means that a writer died, or is at work.

// unfinished is such a mark.
type unfinished struct {
	ID string `bson:"_id"`
}

// MarkBegun marks something as unfinished.
func (s *Store) MarkBegun(ctx context.Context, what string) error {
	if err := s.insert(ctx, s.unfinished(), unfinished{what}); err != nil && !errors.Is(err, ErrDuplicate) {
		return fmt.Errorf("begin the %s: %w", what, err)
	}
	return nil
}

// MarkFinished removes the mark, if there is one.
func (s *Store) MarkFinished(ctx context.Context, what string) error {
	if err := s.unfinished().deleteOne(ctx, bson.D{{Key: "_id", Value: what}}); err != nil {
		return fmt.Errorf("finish the %s: %w", what, s.available(err, "delete"))
	}
	return nil
}

// Unfinished returns what is marked as unfinished, sorted.
func (s *Store) Unfinished(ctx context.Context) (all []string, err error) {
	var marks []unfinished
	cursor, err := s.unfinished().find(ctx, bson.D{})
	if err == nil {
		err = cursor.All(ctx, &marks)
	}
	for _, mark := range marks {
		all = append(all, mark.ID)
	}
	slices.Sort(all)
	return all, s.available(err, "look for what is not finished")
}
