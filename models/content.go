package models

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"slices"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/x/bsonx/bsoncore"
)

// outsideContent are the stored members that say nothing about what a document describes.
var outsideContent = []string{"_id", "revision", "updatedAt", "deletedAt", "wasShown"}

// content returns what a document says, encoded for comparison: everything that is stored of it except its id, revision
// and times, and the ids of its members. Members that this release does not know are not part of it, since no write
// changes them.
func content(document Document) (bson.Raw, error) {
	stored, err := bson.Marshal(document)
	if err != nil {
		return nil, fmt.Errorf("encode %s: %w", document.Head().ID, err)
	}
	elements, err := bsoncore.Document(stored).Elements()
	if err != nil {
		return nil, fmt.Errorf("encode %s: %w", document.Head().ID, err)
	}
	start, said := bsoncore.AppendDocumentStart(make([]byte, 0, len(stored)))
	for _, element := range elements {
		if !slices.Contains(outsideContent, element.Key()) {
			said = append(said, element...)
		}
	}
	said, err = bsoncore.AppendDocumentEnd(said, start)
	return WithoutMemberIDs(said), err
}

// SameContent reports whether two documents say the same, whatever their ids, revisions and times, and whatever ids
// their members have. This is the one comparison that decides whether a write changes anything. A document that cannot
// be encoded is like no other.
func SameContent(a, b Document) bool {
	left, err := content(a)
	if err != nil {
		return false
	}
	right, err := content(b)
	return err == nil && bytes.Equal(left, right)
}

// ContentHash returns a hash that two documents share only if SameContent reports true for them.
func ContentHash(document Document) (hash [16]byte, err error) {
	said, err := content(document)
	if err != nil {
		return hash, err
	}
	sum := sha256.Sum256(said)
	return [16]byte(sum[:]), nil
}
