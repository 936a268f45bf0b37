package auth

import (
	"context"
	"crypto/rand"
	"strings"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/models"
)

// KindToken is what records of changes call a token.
const KindToken models.Kind = "token"

// A token has at most two revisions: it was made, and it was revoked.
const (
	revisionMade    = 1
	revisionRevoked = 2
	// LastRevision is the last one that there can be a record of.
	LastRevision = revisionRevoked
)

// IsTokenID tells whether an id is that of a token, if of anything.
func IsTokenID(id string) bool { return strings.HasPrefix(id, idPrefix) }

// Description is what a record tells of a token: never the token, nor the hash of its secret.
type Description struct {
	Name      string     `bson:"name" json:"name"`
	Role      Role       `bson:"role" json:"role"`
	ExpiresAt *time.Time `bson:"expiresAt,omitempty" json:"expiresAt,omitzero"`
	RevokedAt *time.Time `bson:"revokedAt,omitempty" json:"revokedAt,omitzero"`
}

// recordMade is the record of who made a token.
func recordMade(ctx context.Context, token *Token) (*models.Change, error) {
	record := newRecord(ctx, token.ID, revisionMade, token.CreatedAt)
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
	if who := Of(ctx); who != nil {
		record.By, record.Name = who.ID, who.Name
	}
	return record
}

func (t *Token) describe(revokedAt *time.Time) Description {
	return Description{t.Name, t.Role, t.ExpiresAt, revokedAt}
}
