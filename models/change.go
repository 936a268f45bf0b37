package models

import (
	"crypto/rand"
	"strconv"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
)

// Action is what a change did to a document.
type Action string

// The actions.
const (
	ActionCreate Action = "CREATE"
	ActionUpdate Action = "UPDATE"
	ActionDelete Action = "DELETE"
)

// Change is the record of one write: who made which revision of a document, when, and what it was before and after.
type Change struct {
	// ID is the document's id and the revision, so that a revision can be made only once.
	ID         string    `bson:"_id"`
	DocumentID string    `bson:"document"`
	Kind       Kind      `bson:"kind"`
	Revision   int64     `bson:"revision"`
	At         time.Time `bson:"at"`
	// By is who made the change, and Name how they are called.
	By   string `bson:"by"`
	Name string `bson:"name,omitempty"`
	// Action is what it did, and Operation the mutation that asked for it.
	Action    Action `bson:"action"`
	Operation string `bson:"operation"`
	// Token tells this record from another one of the same id.
	Token string `bson:"token"`
	// Key is the idempotency key that the client gave with it, with the client's own id before it.
	Key string `bson:"key,omitempty"`
	// Request is a hash of what was asked for with the key.
	Request string `bson:"request,omitempty"`
	// Before is missing for a document that is new, After for one that was deleted.
	Before bson.Raw `bson:"before,omitempty"`
	After  bson.Raw `bson:"after,omitempty"`

	added *[]Reference // nil where they follow from the documents before and after
}

// NewChange returns the record of a change that makes after of before, which is nil for a new document, and a tombstone
// for one that was deleted. Where after has been deleted, it is not kept. After gets its digest, and its members ids:
// those that they had before.
func NewChange(before, after Document) (*Change, error) {
	head := after.Head()
	if before != nil {
		head.WasShown = !Shown(after) && (Shown(before) || before.Head().WasShown)
		if before.Head().DeletedAt != nil {
			before = nil
		}
	}
	c := &Change{
		ID: ChangeID(
			head.ID,
			head.Revision,
		), DocumentID: head.ID, Kind: after.Kind(), Revision: head.Revision, At: head.UpdatedAt,
		Token: rand.Text(), Action: ActionUpdate,
	}
	continueMembers(before, after)
	IdentifyMembers(after)
	var err error
	if before == nil {
		c.Action = ActionCreate
	} else if c.Before, err = Marshal(before); err != nil {
		return nil, err
	}
	if head.DeletedAt != nil {
		c.Action = ActionDelete
		return c, nil
	}
	if before != nil {
		carry(before.Head(), head)
	}
	added := AddedReferences(before, after)
	c.added = &added
	known, stored, err := marshal(after)
	c.After, head.Digest = stored, Digest(known)
	return c, err
}

// ChangeID is the id of the record of the change that made a revision of a document.
func ChangeID(documentID string, revision int64) string {
	return documentID + ":" + strconv.FormatInt(revision, 10)
}

// Made returns the document that the change made, or the tombstone of one that it deleted.
func (c *Change) Made() (Document, error) {
	document, exists, err := c.Document()
	if err != nil || exists {
		return document, err
	}
	document = Tombstone(c.Kind, c.DocumentID, c.Revision, c.At)
	before, existed, err := c.Previous()
	document.Head().WasShown = existed && (Shown(before) || before.Head().WasShown)
	return document, err
}

// Tombstone is what is left of a document that was deleted.
func Tombstone(kind Kind, id string, revision int64, at time.Time) Document {
	document := kind.New()
	*document.Head() = Header{ID: id, Slug: "~" + id, Revision: revision, UpdatedAt: at, DeletedAt: &at}
	return document
}

// Document returns the document as it was after the change, false where it was deleted.
func (c *Change) Document() (document Document, exists bool, err error) { return c.decode(c.After) }

// Previous returns the document as it was before the change, false where there was none.
func (c *Change) Previous() (document Document, exists bool, err error) { return c.decode(c.Before) }

func (c *Change) decode(content bson.Raw) (document Document, exists bool, err error) {
	document = c.Kind.New()
	if content == nil || document == nil {
		return nil, false, nil
	}
	if err := Unmarshal(content, document); err != nil {
		return nil, false, err
	}
	return document, true, nil
}
