package store

import (
	"context"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"

	"findcare/auth"
	"findcare/models"
)

func (s *Store) tokens() *mongo.Collection { return s.database.Collection("tokens") }

// Token returns the token of an id, nil where there is none.
func (s *Store) Token(ctx context.Context, id string) (*auth.Token, error) {
	token := new(auth.Token)
	found, err := s.findOne(ctx, s.tokens(), id, token)
	if !found {
		return nil, err
	}
	return token, nil
}

// Tokens returns all tokens.
func (s *Store) Tokens(ctx context.Context) ([]auth.Token, error) {
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	tokens := []auth.Token{}
	cursor, err := s.tokens().Find(ctx, bson.D{})
	if err == nil {
		err = cursor.All(ctx, &tokens)
	}
	return tokens, available(err, "list the tokens")
}

// AddToken stores a new token.
func (s *Store) AddToken(ctx context.Context, token *auth.Token) error {
	return s.insert(ctx, s.tokens(), token)
}

// RevokeToken keeps when a token was revoked.
func (s *Store) RevokeToken(ctx context.Context, id string, at time.Time) error {
	return s.setToken(ctx, id, "revokedAt", at)
}

// UseToken keeps the day on which a token was used last.
func (s *Store) UseToken(ctx context.Context, id string, on models.Date) error {
	return s.setToken(ctx, id, "lastUsedOn", on)
}

func (s *Store) setToken(ctx context.Context, id, field string, value any) error {
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	_, err := s.tokens().UpdateOne(ctx, bson.D{{Key: "_id", Value: id}}, bson.D{{Key: "$set", Value: bson.D{{Key: field, Value: value}}}})
	return available(err, "change the token "+id)
}
