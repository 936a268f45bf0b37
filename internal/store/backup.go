package store

import (
	"context"
	"fmt"
	"slices"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/models"
)

// A backup has these collections besides those of the documents. Idempotency keys come along, so that a write that is
// repeated after a restore is still known. What is left out is of writes in progress, can be derived, or is secret;
// webhooks, too: the server of a restored copy would call the receivers of the other one.
var (
	// backedBefore are read before the documents: what a publication or an import has taken from them, the documents
	// have.
	backedBefore = []string{copiesCollection, recordDatesCollection}
	// backedAfter are read after the documents: the records of their changes are there.
	backedAfter = []string{changesCollection, keysCollection, reportsCollection}
	// backedTokens come along on request.
	backedTokens = []string{tokensCollection, tokenUsesCollection}
)

// BackedBefore returns the collections that a backup reads before those of the documents.
func BackedBefore() []string { return backedBefore }

// BackedAfter returns the collections that a backup reads after those of the documents.
func BackedAfter(tokens bool) []string {
	if tokens {
		return slices.Concat(backedAfter, backedTokens)
	}
	return backedAfter
}

// Backed returns all collections that a backup may have, those of the documents first.
func Backed() []string {
	var names []string
	for _, kind := range models.Kinds {
		names = append(names, kind.Plural())
	}
	return slices.Concat(names, backedBefore, backedAfter, backedTokens)
}

// IsHistory reports whether a collection has the records of changes.
func IsHistory(collection string) bool { return collection == changesCollection }

// IsWorkingCopies reports whether a collection has the saves of working copies.
func IsWorkingCopies(collection string) bool { return collection == copiesCollection }

// EachStored streams what a collection has, as it is stored, in no particular order, until visit returns an error. The
// visitor must not keep it.
func (s *Store) EachStored(ctx context.Context, collection string, visit func(bson.Raw) error) error {
	if err := s.all(ctx, s.named(collection), nil, visit); err != nil {
		return fmt.Errorf("read %s: %w", collection, err)
	}
	return nil
}

// EachRevision visits the id and the revision of each document of a kind.
func (s *Store) EachRevision(ctx context.Context, kind models.Kind, visit func(id string, revision int64)) error {
	err := s.all(ctx, s.collection(kind), []string{"revision"}, func(stored bson.Raw) error {
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

// IsWholeSave reports whether a save of a working copy, as it is stored, has a content or has ended the working copy.
// Another one has followed any other.
func IsWholeSave(stored bson.Raw) bool {
	open, _ := stored.Lookup("open").BooleanOK()
	_, ended := stored.Lookup("end").StringValueOK()
	return open || ended
}

// Shown returns a document as a directory has it, false where it has none: it was deleted, or breaks a rule.
func Shown(kind models.Kind, stored bson.Raw) (document models.Document, shown bool) {
	document = kind.New()
	if models.Unmarshal(stored, document) != nil || document.Head().DeletedAt != nil {
		return nil, false
	}
	_, broken := brokenRule(document)
	return document, !broken
}

// StoredVersion returns the version of the database.
func (s *Store) StoredVersion(ctx context.Context) (int, error) { return s.readVersion(ctx) }
