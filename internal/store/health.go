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

// Ping returns nil if the database answers. It fails at once if the last probe failed; otherwise it reads, because
// FerretDB answers simple commands without its database. The error is ErrFull if only writes fail, for want of space.
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

// readable reads a document that does not exist, which takes the database below FerretDB.
func (s *Store) readable(ctx context.Context) error {
	err := s.holds().findOne(ctx, bson.D{{Key: "_id", Value: "nothing"}}).Err()
	if errors.Is(err, mongo.ErrNoDocuments) {
		return nil
	}
	return err
}

// room is what is known of the free space on the disk of the database.
type room struct {
	full   atomic.Bool
	trying sync.Mutex
}

// missing records that a write failed for want of space.
func (r *room) missing(logger *slog.Logger) {
	if r.full.CompareAndSwap(false, true) {
		logger.Error("the disk of the database is full: changes fail until there is room")
	}
}

// tryRoom finds out by a write whether there is space again. The write is large, so that small remains do not suffice,
// and one at a time is made.
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
	if err == nil || mongo.IsDuplicateKeyError(err) { // another server tries at the same time
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
