package store

import (
	"context"
	"time"

	"findcare/models"
)

// Impatient makes a store take others for dead after a moment.
func (s *Store) Impatient() {
	const moment = 50 * time.Millisecond
	s.patience = patience{writer: moment, batch: moment, closing: 2 * moment, deleter: moment}
}

// Begin is a commit whose writer dies before its record is inserted.
func (s *Store) Begin(ctx context.Context, change *models.Change) error {
	_, err := s.hold(ctx, new(Holds), change)
	return err
}

// Recorded is a commit whose writer dies before the document is written.
func (s *Store) Recorded(ctx context.Context, change *models.Change) error {
	if err := s.Begin(ctx, change); err != nil {
		return err
	}
	return s.insert(ctx, s.changes(), change)
}
