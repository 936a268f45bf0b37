package store

import (
	"context"
	"fmt"

	"findcare/models"
)

// Revision is the next revision of a document, and the record of the change that makes it.
type Revision struct {
	Change *models.Change
	After  models.Document
}

// CommitAll commits many documents of one kind in few commands. Each change is atomic, the batch is not. If the
// commands fail, it commits one by one, and returns the first error.
func (s *Store) CommitAll(ctx context.Context, kind models.Kind, revisions []Revision) error {
	if len(revisions) == 0 {
		return nil
	}
	ids := make([]string, len(revisions))
	for i, revision := range revisions {
		ids[i] = revision.Change.DocumentID
	}
	unlock := s.LockAll(ids)
	defer unlock()
	ctx, err := s.admit(ctx)
	if err != nil {
		return err
	}
	err = s.replaceAll(ctx, kind, revisions)
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
func (s *Store) replaceAll(ctx context.Context, kind models.Kind, revisions []Revision) error {
	changes, documents := make([]any, len(revisions)), make([]models.Document, len(revisions))
	for i, revision := range revisions {
		changes[i], documents[i] = revision.Change, revision.After
	}
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
	return s.restoreLaterAll(ctx, revisions)
}

func (s *Store) restoreLaterAll(ctx context.Context, revisions []Revision) error {
	for _, revision := range revisions {
		if err := s.restoreLater(ctx, revision.Change); err != nil {
			return fmt.Errorf("write %s: %w", revision.Change.DocumentID, err)
		}
	}
	return nil
}
