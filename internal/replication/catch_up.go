package replication

import (
	"context"
	"crypto/rand"
	"fmt"
	"sync"
	"time"

	"findcare/internal/store"
)

// catchUpLimit is how long CatchUp waits.
const catchUpLimit = 20 * time.Second

// waiters are callers of CatchUp.
type waiters struct {
	mutex   sync.Mutex
	waiting map[string]chan struct{} // by the id of the marker
	nudge   chan struct{}            // requests an immediate poll
}

func newWaiters() *waiters {
	return &waiters{waiting: make(map[string]chan struct{}), nudge: make(chan struct{}, 1)}
}

func (w *waiters) add(id string) <-chan struct{} {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	done := make(chan struct{})
	w.waiting[id] = done
	return done
}

// now returns the ids of the present waiters.
func (w *waiters) now() (ids []string) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	for id := range w.waiting {
		ids = append(ids, id)
	}
	return ids
}

// release ends the wait of some waiters.
func (w *waiters) release(ids []string) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	for _, id := range ids {
		if done, waits := w.waiting[id]; waits {
			close(done)
			delete(w.waiting, id)
		}
	}
}

// CatchUp returns when the catalog has everything that was written before the call. A stream reports writes in order,
// so a marker is written and awaited; a poll that begins after the call finds everything. With an embedded engine it
// returns at once, because all writers are in this process and publish their own changes.
func (f *Feed) CatchUp(ctx context.Context) error {
	if f.store.Embedded() {
		return nil
	}
	id := rand.Text()
	done := f.waiters.add(id)
	defer f.waiters.release([]string{id})
	if f.contact.follows() == ModeStream {
		if err := f.store.PutMarker(ctx, id); err != nil {
			return err
		}
		defer f.store.RemoveMarker(context.WithoutCancel(ctx), id)
	} else {
		select {
		case f.waiters.nudge <- struct{}{}:
		default: // already requested
		}
	}
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(catchUpLimit):
		return fmt.Errorf("read what others have written: %w", store.ErrUnavailable)
	}
}
