package store

import (
	"context"
	"errors"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"findcare/internal/auth"
	"findcare/models"
)

// Token returns the token of an id, or auth.ErrNoToken.
func (s *Store) Token(ctx context.Context, id string) (*auth.Token, error) {
	token := new(auth.Token)
	switch found, err := s.findOne(ctx, s.tokens(), id, token); {
	case err != nil:
		return nil, err
	case !found:
		return nil, auth.ErrNoToken
	}
	return token, nil
}

// Tokens returns all tokens.
func (s *Store) Tokens(ctx context.Context) ([]auth.Token, error) {
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	tokens, uses := []auth.Token{}, []tokenUse{}
	for from, into := range map[collection]any{s.tokens(): &tokens, s.tokenUses(): &uses} {
		cursor, err := from.find(ctx, bson.D{})
		if err == nil {
			err = cursor.All(ctx, into)
		}
		if err != nil {
			return nil, s.available(err, "list the tokens")
		}
	}
	days := make(map[string]models.Date, len(uses))
	for _, use := range uses {
		days[use.ID] = use.On
	}
	for i := range tokens {
		tokens[i].LastUsedOn = days[tokens[i].ID]
	}
	return tokens, nil
}

// AddToken stores a new token. The record comes first, so that there is no token without one; if the process dies
// between the two, there is a record of a token that was never issued.
func (s *Store) AddToken(ctx context.Context, token *auth.Token, record *models.Change) error {
	if err := s.insert(ctx, s.changes(), record); err != nil {
		return err
	}
	return s.insert(ctx, s.tokens(), token)
}

// RevokeToken stores when a token was revoked, after the record of that. An existing record is that of an unfinished or
// concurrent revocation.
func (s *Store) RevokeToken(ctx context.Context, record *models.Change) (at time.Time, err error) {
	err = s.insert(ctx, s.changes(), record)
	if errors.Is(err, ErrDuplicate) {
		first, found, findErr := s.Change(ctx, record.DocumentID, record.Revision)
		if err = findErr; found {
			record = first
		}
	}
	if err != nil {
		return at, err
	}
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	revocation := bson.D{{Key: "$set", Value: bson.D{{Key: "revokedAt", Value: record.At}}}}
	err = s.tokens().updateOne(ctx, bson.D{{Key: "_id", Value: record.DocumentID}}, revocation)
	return record.At, s.available(err, "revoke the token "+record.DocumentID)
}

// tokenUse is when a token was last used. It has a document of its own, because FerretDB reads a document, changes it
// and writes it back as a whole, so that storing a use in the token could undo a revocation.
type tokenUse struct {
	ID string      `bson:"_id"`
	On models.Date `bson:"on"`
}

// UseToken stores the day on which a token was last used.
func (s *Store) UseToken(ctx context.Context, id string, on models.Date) error {
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	use := bson.D{{Key: "$set", Value: bson.D{{Key: "on", Value: on}}}}
	err := s.tokenUses().updateOne(ctx, bson.D{{Key: "_id", Value: id}}, use, options.UpdateOne().SetUpsert(true))
	if mongo.IsDuplicateKeyError(err) { // stored concurrently
		return nil
	}
	return s.available(err, "keep the use of the token "+id)
}
