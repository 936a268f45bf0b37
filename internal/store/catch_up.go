package store

import (
	"context"
	"crypto/rand"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
)

// catchUpLimit is how long the feed may take to tell of everything.
const catchUpLimit = 20 * time.Second

// waiters are those who wait until the follower was told of all that is in the database.
type waiters struct {
	following atomic.Bool // whether there is a feed
	mutex     sync.Mutex
	waiting   map[string]chan struct{} // by the id of the marker that a stream tells of
	nudge     chan struct{}            // asks for a poll at once
}

func newWaiters() *waiters {
	return &waiters{waiting: make(map[string]chan struct{}), nudge: make(chan struct{}, 1)}
}

func (w *waiters) add(id string) <-chan struct{} {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	told := make(chan struct{})
	w.waiting[id] = told
	return told
}

// now are the ids of those who wait.
func (w *waiters) now() (ids []string) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	for id := range w.waiting {
		ids = append(ids, id)
	}
	return ids
}

// release ends the wait of some.
func (w *waiters) release(ids []string) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	for _, id := range ids {
		if told, waits := w.waiting[id]; waits {
			close(told)
			delete(w.waiting, id)
		}
	}
}

// CatchUp returns when the follower was told of everything that was written before. A stream tells in the order of the
// writes, so a marker is written and waited for; a poll that begins after now finds everything. Where there is no feed,
// whoever writes makes that readable.
func (s *Store) CatchUp(ctx context.Context) error {
	if s.Embedded() || !s.waiters.following.Load() {
		return nil
	}
	id := rand.Text()
	told := s.waiters.add(id)
	defer s.waiters.release([]string{id})
	if s.contact.streams.Load() {
		if err := s.insert(ctx, s.closings(), bson.D{{Key: "_id", Value: id}}); err != nil {
			return err
		}
		defer s.removeClosing(context.WithoutCancel(ctx), id)
	} else {
		select {
		case s.waiters.nudge <- struct{}{}:
		default: // it was asked already
		}
	}
	select {
	case <-told:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(catchUpLimit):
		return fmt.Errorf("read what others have written: %w", ErrUnavailable)
	}
}
