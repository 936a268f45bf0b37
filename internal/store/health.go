package store

import (
	"context"
	"crypto/rand"
	"errors"
	"log/slog"
	"sync"
	"sync/atomic"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"
)

// Ping tells whether the database answers: at once where it is known to be away, else by a read, since FerretDB answers
// what it can by itself. The error is ErrFull where it reads, and has no room to write.
func (s *Store) Ping(ctx context.Context) error {
	if s.unreachable.Load() {
		return ErrUnavailable
	}
	if err := s.readable(ctx); err != nil {
		return s.available(err, "ask the database")
	}
	if s.room.full.Load() && !s.tryRoom(ctx) {
		return ErrFull
	}
	return nil
}

// readable reads what is not there from where the database keeps its documents.
func (s *Store) readable(ctx context.Context) error {
	err := s.holds().findOne(ctx, bson.D{{Key: "_id", Value: "nothing"}}).Err()
	if errors.Is(err, mongo.ErrNoDocuments) {
		return nil
	}
	return err
}

// room is what is known of the room that the database has on its disk.
type room struct {
	full   atomic.Bool
	trying sync.Mutex
}

// missing keeps that a write failed for want of room.
func (r *room) missing(logger *slog.Logger) {
	if r.full.CompareAndSwap(false, true) {
		logger.Error("the disk of the database is full: changes fail until there is room")
	}
}

// tryRoom finds out by a write whether there is room again. It is one that small remains of the room do not suffice
// for, and made by one at a time.
func (s *Store) tryRoom(ctx context.Context) bool {
	if !s.room.trying.TryLock() {
		return false
	}
	defer s.room.trying.Unlock()
	const size = 1 << 20
	content := make([]byte, size)
	_, _ = rand.Read(content) // which PostgreSQL cannot compress
	id := bson.D{{Key: "_id", Value: "room"}}
	_, err := s.holds().replaceOne(
		ctx,
		id,
		append(id, bson.E{Key: "content", Value: content}),
		options.Replace().SetUpsert(true),
	)
	if err == nil || mongo.IsDuplicateKeyError(err) { // another server tries it at this moment
		err = s.holds().deleteOne(ctx, id)
	}
	if err != nil {
		return false
	}
	if s.room.full.CompareAndSwap(true, false) {
		s.logger.Info("the disk of the database has room again")
	}
	return true
}
