package auth

import (
	"context"
	"crypto/rand"
	"strings"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/models"
)

// KindToken is the kind of a token in records of changes.
const KindToken models.Kind = "token"

// A token has two revisions at most: it was created, and it was revoked.
const (
	revisionCreated = 1
	revisionRevoked = 2
	// LastRevision is the last one of a token.
	LastRevision = revisionRevoked
)

// IsTokenID reports whether an id has the form of a token's.
func IsTokenID(id string) bool { return strings.HasPrefix(id, idPrefix) }

// Description is what a record has of a token: never the token itself, nor the hash of its secret.
type Description struct {
	Name      string     `bson:"name" json:"name"`
	Role      Role       `bson:"role" json:"role"`
	ExpiresAt *time.Time `bson:"expiresAt,omitempty" json:"expiresAt,omitzero"`
	RevokedAt *time.Time `bson:"revokedAt,omitempty" json:"revokedAt,omitzero"`
}

// recordCreated is the record of who created a token.
func recordCreated(ctx context.Context, token *Token) (*models.Change, error) {
	record := newRecord(ctx, token.ID, revisionCreated, token.CreatedAt)
	record.Action, record.Operation = models.ActionCreate, "createToken"
	var err error
	record.After, err = bson.Marshal(token.describe(nil))
	return record, err
}

// recordRevoked is the record of who revoked a token.
func recordRevoked(ctx context.Context, token *Token, at time.Time) (*models.Change, error) {
	record := newRecord(ctx, token.ID, revisionRevoked, at)
	record.Action, record.Operation = models.ActionUpdate, "revokeToken"
	var err error
	if record.Before, err = bson.Marshal(token.describe(nil)); err == nil {
		record.After, err = bson.Marshal(token.describe(&at))
	}
	return record, err
}

func newRecord(ctx context.Context, id string, revision int64, at time.Time) *models.Change {
	record := &models.Change{
		ID:         models.ChangeID(id, revision),
		DocumentID: id,
		Kind:       KindToken,
		Revision:   revision,
		At:         at,
		Token:      rand.Text(),
	}
	if who, ok := Of(ctx); ok {
		record.By, record.Name = who.ID, who.Name
	}
	return record
}

func (t *Token) describe(revokedAt *time.Time) Description {
	return Description{t.Name, t.Role, t.ExpiresAt, revokedAt}
}
