package models

import (
	"reflect"

	"github.com/cespare/xxhash/v2"
	"go.mongodb.org/mongo-driver/v2/bson"
)

// Unmarshal reads a document as it is stored, and keeps its digest. One that another tool wrote may have no revision:
// it then has its first. Members that were stored without an id get theirs. The medical review of an article is
// settled, also where a release before has stored it.
func Unmarshal(stored bson.Raw, into Document) error { return UnmarshalSharing(nil, stored, into) }

// UnmarshalSharing is Unmarshal for many documents, with the texts that they have in common.
func UnmarshalSharing(texts *Texts, stored bson.Raw, into Document) error {
	if read(texts, stored, into) {
		complete(into, Digest(stored))
		return nil
	}
	if err := bson.Unmarshal(stored, into); err != nil {
		return err
	}
	if shape := shapes[into.Kind()]; !shape.knows(stored) {
		known, unknown := shape.split(stored)
		into.Head().Unknown = unknown
		content, err := bson.Marshal(known)
		if err != nil {
			return err
		}
		stored = content
	}
	complete(into, Digest(stored))
	return nil
}

// UnmarshalKnown is UnmarshalSharing of a document whose digest is known; false where it has members that this findcare
// does not know, or that are stored otherwise than it would store them.
func UnmarshalKnown(texts *Texts, stored bson.Raw, digest uint64, into Document) (ok bool) {
	if ok = read(texts, stored, into); ok {
		complete(into, digest)
	}
	return ok
}

// complete gives a document what does not stand in what is stored of it.
func complete(document Document, digest uint64) {
	head := document.Head()
	head.Revision, head.Digest = max(head.Revision, 1), digest
	if article, ok := document.(*Article); ok {
		article.SettleReview()
	}
	identify(document)
}

// read reads a document of known members; false where it has to be read by the driver.
func read(texts *Texts, stored bson.Raw, into Document) (ok bool) {
	value := reflect.ValueOf(into).Elem()
	value.SetZero()
	r := reader{texts: texts}
	rest, ok := r.object(layouts[into.Kind()], stored, value)
	if ok = ok && len(rest) == 0; !ok {
		value.SetZero()
	}
	return ok
}

// Digest is the hash that Header.Digest keeps of a stored document. The ids of members are no part of it.
func Digest(stored bson.Raw) uint64 { return xxhash.Sum64(WithoutMemberIDs(stored)) }
