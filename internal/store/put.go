package store

import (
	"context"
	"errors"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"

	"findcare/models"
)

// put writes the document of a change, unless another writer has already done so.
func (s *Store) put(ctx context.Context, change *models.Change, after models.Document) error {
	err := s.putOnce(ctx, change, after)
	if err != nil {
		return err
	}
	return s.restoreLater(ctx, change)
}

// restoreLater writes the documents of the changes after one, if the database may have overwritten them with it.
func (s *Store) restoreLater(ctx context.Context, change *models.Change) error {
	for revision := change.Revision + 1; s.inTwoSteps(); revision++ {
		later, found, err := s.Change(ctx, change.DocumentID, revision)
		if !found {
			return err
		}
		after, err := documentOf(later)
		if err == nil {
			err = s.putOnce(ctx, later, after)
		}
		if errors.Is(err, ErrDuplicate) || errors.Is(err, ErrConflict) { // left to the writer of that record
			return nil
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) putOnce(ctx context.Context, change *models.Change, after models.Document) error {
	const attempts = 20
	before, err := change.Revision-1, error(nil)
	for range attempts {
		if change.Revision == 1 {
			err = s.insert(ctx, s.collection(change.Kind), after)
		} else {
			err = s.replaceOne(ctx, after, before)
		}
		if err == nil || errors.Is(err, ErrUnavailable) {
			return err
		}
		stored, _, findErr := s.Find(ctx, change.Kind, change.DocumentID)
		if findErr != nil {
			return findErr
		}
		if done, err := s.overtaken(ctx, change, stored); done {
			return err
		}
		switch {
		case s.hasDuplicate(ctx, after):
			return ErrDuplicate
		case stored == nil || !s.inTwoSteps():
			return err
		}
		before = stored.Head().Revision // a slow writer has put an older one in its place
	}
	return err
}

// overtaken reports whether a document is at the revision of a change, or at a later one. The error is ErrConflict if
// another change made that revision.
func (s *Store) overtaken(ctx context.Context, change *models.Change, stored models.Document) (done bool, err error) {
	switch {
	case stored == nil || stored.Head().Revision < change.Revision:
		return false, nil
	case stored.Head().Revision == change.Revision && !isOf(stored, change):
		s.withdraw(ctx, change) // made by an import, which leaves no record of a new document
		return true, ErrConflict
	}
	return true, nil
}

func (s *Store) insert(ctx context.Context, into collection, document any) error {
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	err := into.insertOne(ctx, document)
	if mongo.IsDuplicateKeyError(err) {
		return ErrDuplicate
	}
	return s.available(err, "insert")
}

func (s *Store) replaceOne(ctx context.Context, document models.Document, before int64) error {
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	matched, err := s.collection(document.Kind()).replaceOne(ctx, s.atRevision(document.Head().ID, before), document)
	switch {
	case mongo.IsDuplicateKeyError(err):
		return ErrDuplicate
	case err != nil:
		return s.available(err, "replace")
	case matched == 0:
		return ErrConflict
	}
	return nil
}

// hasDuplicate looks for another document with the same slug or NPI, because FerretDB reports that as an internal
// error.
func (s *Store) hasDuplicate(ctx context.Context, document models.Document) bool {
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	names := bson.A{bson.D{{Key: "slug", Value: document.Head().Slug}}}
	if provider, ok := document.(*models.Provider); ok && provider.NPI != "" {
		names = append(names, bson.D{{Key: "npi", Value: provider.NPI}})
	}
	for _, name := range names {
		var other models.Header
		err := s.collection(document.Kind()).findOne(ctx, name).Decode(&other)
		if err == nil && other.ID != document.Head().ID {
			return true
		}
	}
	return false
}
