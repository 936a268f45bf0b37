package store

import (
	"context"
	"fmt"
	"slices"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"findcare/models"
)

// Backed returns the collections that a backup has, apart from those of the documents. Idempotency keys come along, so
// that a write that is repeated after a restore is still known. What is left out is of writes in progress, or can be
// derived.
func Backed(tokens bool) []string {
	names := []string{changesCollection, keysCollection, reportsCollection, recordDatesCollection, copiesCollection}
	if tokens {
		names = append(names, tokensCollection, tokenUsesCollection)
	}
	return names
}

// IsHistory reports whether a collection has the records of changes.
func IsHistory(collection string) bool { return collection == changesCollection }

// IsBacked reports whether a backup may have a collection.
func IsBacked(collection string) bool {
	isKind := func(kind models.Kind) bool { return kind.Plural() == collection }
	return slices.ContainsFunc(models.Kinds, isKind) || slices.Contains(Backed(true), collection)
}

// EachStored streams what a collection has, as it is stored, in no particular order, until visit returns an error. The
// visitor must not keep it.
func (s *Store) EachStored(ctx context.Context, collection string, visit func(bson.Raw) error) error {
	if err := s.each(ctx, s.named(collection), bson.D{}, options.Find(), visit); err != nil {
		return fmt.Errorf("read %s: %w", collection, err)
	}
	return nil
}

// EachRevision visits the id and the revision of each document of a kind.
func (s *Store) EachRevision(ctx context.Context, kind models.Kind, visit func(id string, revision int64)) error {
	only := options.Find().SetProjection(bson.D{{Key: "revision", Value: 1}})
	err := s.each(ctx, s.collection(kind), bson.D{}, only, func(stored bson.Raw) error {
		visit(RevisionOf(stored))
		return nil
	})
	if err != nil {
		return fmt.Errorf("read %s: %w", kind.Plural(), err)
	}
	return nil
}

// RevisionOf returns the id and the revision of a document as it is stored. What another tool has written may
// have no revision.
func RevisionOf(stored bson.Raw) (id string, revision int64) {
	id, ok := stored.Lookup("_id").StringValueOK()
	if !ok {
		id = stored.Lookup("_id").String()
	}
	revision, _ = stored.Lookup("revision").AsInt64OK()
	return id, revision
}

// IsShown reports whether a document as it is stored is one that a directory shows.
func IsShown(kind models.Kind, stored bson.Raw) bool {
	document := kind.New()
	if models.Unmarshal(stored, document) != nil || document.Head().DeletedAt != nil {
		return false
	}
	_, broken := brokenRule(document)
	return !broken
}

// Holding returns the first collection that a backup would have of this database, false where it has nothing.
func (s *Store) Holding(ctx context.Context) (collection string, found bool, err error) {
	names := Backed(true)
	for _, kind := range models.Kinds {
		names = append(names, kind.Plural())
	}
	one := options.Find().SetLimit(1).SetProjection(bson.D{{Key: "_id", Value: 1}})
	for _, name := range names {
		err := s.each(ctx, s.named(name), bson.D{}, one, func(bson.Raw) error {
			collection, found = name, true
			return nil
		})
		if err != nil || found {
			return collection, found, err
		}
	}
	return "", false, nil
}

// InsertStored writes what a collection had in a backup.
func (s *Store) InsertStored(ctx context.Context, collection string, stored []bson.Raw) error {
	if s.engine != nil && s.running.Bulk {
		if err := s.MayWrite(ctx); err != nil {
			return err
		}
		if done, err := s.engine.Insert(ctx, collection, stored); done || err != nil {
			return err
		}
	}
	documents := make([]any, len(stored))
	for i, document := range stored {
		documents[i] = document
	}
	if err := s.named(collection).insertMany(ctx, documents); err != nil {
		return fmt.Errorf("write %s: %w", collection, s.available(err, "insert"))
	}
	return nil
}

// StoredVersion returns the version of the database.
func (s *Store) StoredVersion(ctx context.Context) (int, error) { return s.readVersion(ctx) }
