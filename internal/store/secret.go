package store

import (
	"context"
	"crypto/rand"
	"errors"

	"go.mongodb.org/mongo-driver/v2/bson"
)

// secret is a secret that all servers of a database share.
type secret struct {
	ID  string `bson:"_id"`
	Key []byte `bson:"key"`
}

// Secret returns the secret of a name, 32 bytes that are made at random when they are first asked for.
func (s *Store) Secret(ctx context.Context, name string) ([]byte, error) {
	if known, ok := s.secrets.Load(name); ok {
		return known.([]byte), nil
	}
	stored, found, err := s.findSecret(ctx, name)
	if err != nil {
		return nil, err
	}
	if !found {
		stored = secret{ID: name, Key: make([]byte, 32)}
		_, _ = rand.Read(stored.Key) // never fails
		if err = s.insert(ctx, s.named(secretsCollection), stored); errors.Is(err, ErrDuplicate) {
			stored, _, err = s.findSecret(ctx, name) // another server has just made it
		}
		if err != nil {
			return nil, err
		}
	}
	s.secrets.Store(name, stored.Key)
	return stored.Key, nil
}

func (s *Store) findSecret(ctx context.Context, name string) (stored secret, found bool, err error) {
	var raw bson.Raw
	if found, err = s.findOne(ctx, s.named(secretsCollection), name, &raw); !found {
		return stored, false, err
	}
	return stored, true, bson.Unmarshal(raw, &stored)
}
