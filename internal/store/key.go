package store

import (
	"context"
	"errors"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"findcare/models"
)

// keyLife is for how long an idempotency key gives the same result.
const keyLife = 24 * time.Hour

// Repeated is the error of a change whose key was used before: Change is what came of it then.
type Repeated struct{ Change *models.Change }

// Error says so.
func (*Repeated) Error() string { return "the change was made before, with the same key" }

// ErrKeyReused says that a key was used before, for something else.
var ErrKeyReused = errors.New("the idempotency key was used for another request")

// key is what is stored of an idempotency key.
type key struct {
	ID      string    `bson:"_id"`
	Change  string    `bson:"change"`
	Request string    `bson:"request"`
	At      time.Time `bson:"at"`
}

// Repeat returns the change that was made with a key in the 24 hours before now, nil where there was none. Request is a
// hash of what is asked for now; the error is ErrKeyReused where something else was asked for then. It may hold
// something, as CommitHeld does.
func (s *Store) Repeat(ctx context.Context, holds *Holds, name, request string, now time.Time) (*models.Change, error) {
	var known key
	found, err := s.findOne(ctx, s.keys(), name, &known)
	if !found || now.Sub(known.At) > keyLife {
		return nil, err
	}
	var change models.Change
	found, err = s.findOne(ctx, s.changes(), known.Change, &change)
	switch {
	case !found || change.Key != name: // the write with the key failed
		return nil, err
	case change.Request != request:
		return nil, ErrKeyReused
	}
	// It may not have come further than its record.
	err = s.settle(ctx, holds, &change, now)
	var repeated *Repeated
	if errors.As(err, &repeated) {
		return repeated.Change, nil
	}
	var refused *GoneError
	if errors.Is(err, ErrConflict) || errors.Is(err, ErrDuplicate) || errors.As(err, &refused) {
		return nil, nil
	}
	return nil, err
}

// claim stores which change a key stands for.
func (s *Store) claim(ctx context.Context, change *models.Change) error {
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	claimed := key{ID: change.Key, Change: change.ID, Request: change.Request, At: change.At}
	_, err := s.keys().replaceOne(
		ctx,
		bson.D{{Key: "_id", Value: claimed.ID}},
		claimed,
		options.Replace().SetUpsert(true),
	)
	if mongo.IsDuplicateKeyError(err) { // somebody else claims it at this moment: the record of the change decides
		return nil
	}
	return s.available(err, "claim the key")
}
