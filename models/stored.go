package models

import (
	"github.com/cespare/xxhash/v2"
	"go.mongodb.org/mongo-driver/v2/bson"
)

// Unmarshal reads a document as it is stored, and keeps its digest. One that another tool wrote may have no revision:
// it then has its first. Members that were stored without an id get theirs. The medical review of an article is
// settled, also where a release before has stored it.
func Unmarshal(stored bson.Raw, into Document) error {
	if err := bson.Unmarshal(stored, into); err != nil {
		return err
	}
	head := into.Head()
	if shape := shapes[into.Kind()]; !shape.knows(stored) {
		known, unknown := shape.split(stored)
		head.Unknown = unknown
		content, err := bson.Marshal(known)
		if err != nil {
			return err
		}
		stored = content
	}
	head.Revision, head.Digest = max(head.Revision, 1), Digest(stored)
	if article, ok := into.(*Article); ok {
		article.SettleReview()
	}
	identify(into)
	return nil
}

// Digest is the hash that Header.Digest keeps of a stored document. The ids of members are no part of it.
func Digest(stored bson.Raw) uint64 { return xxhash.Sum64(WithoutMemberIDs(stored)) }
