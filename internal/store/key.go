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

// keyLife is how long an idempotency key gives the same result.
const keyLife = 24 * time.Hour

// Repeated is the error of a change whose key was used before. Change is the result of that.
type Repeated struct{ Change *models.Change }

// Error implements error.
func (*Repeated) Error() string { return "the change was made before, with the same key" }

// ErrKeyReused means that a key was used before for a different request.
var ErrKeyReused = errors.New("the idempotency key was used for another request")

// key is an idempotency key as it is stored.
type key struct {
	ID      string    `bson:"_id"`
	Change  string    `bson:"change"`
	Request string    `bson:"request"`
	At      time.Time `bson:"at"`
}

// Repeat looks up the change that was made with a key in the 24 hours before now. Request is a hash of the present
// request; the error is ErrKeyReused if the earlier one differs. Like CommitHeld, it may add holds.
func (s *Store) Repeat(
	ctx context.Context, holds *Holds, name, request string, now time.Time,
) (change *models.Change, found bool, err error) {
	var known key
	found, err = s.findOne(ctx, s.keys(), name, &known)
	if !found || now.Sub(known.At) > keyLife {
		return nil, false, err
	}
	change, found, err = s.Record(ctx, known.Change)
	switch {
	case !found || change.Key != name: // the write with the key failed
		return nil, false, err
	case change.Request != request:
		return nil, false, ErrKeyReused
	}
	// It may have no more than its record.
	err = s.settle(ctx, holds, change, now)
	if err == nil {
		return change, true, nil
	}
	var refused *GoneError
	if errors.Is(err, ErrConflict) || errors.Is(err, ErrDuplicate) || errors.As(err, &refused) {
		return nil, false, nil
	}
	return nil, false, err
}

// keyOf returns the key of a change.
func keyOf(change *models.Change) key {
	return key{ID: change.Key, Change: change.ID, Request: change.Request, At: change.At}
}

// claim stores which change a key stands for.
func (s *Store) claim(ctx context.Context, change *models.Change) error {
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	claimed := keyOf(change)
	_, err := s.keys().replaceOne(
		ctx,
		bson.D{{Key: "_id", Value: claimed.ID}},
		claimed,
		options.Replace().SetUpsert(true),
	)
	if mongo.IsDuplicateKeyError(err) { // claimed concurrently: the record of the change decides
		return nil
	}
	return s.available(err, "claim the key")
}
