package store

import (
	"context"
	"crypto/rand"
	"errors"
	"slices"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/internal/clock"
	"findcare/models"
)

// closing is a mark that a document is being deleted, or was.
type closing struct {
	ID       string      `bson:"_id"`
	Document string      `bson:"document"`
	Kind     models.Kind `bson:"kind"`
	// Revision is the revision that the deletion makes.
	Revision int64     `bson:"revision"`
	At       time.Time `bson:"at"`
}

// ErrHeld means that an import in progress may be adding references to a document.
var ErrHeld = errors.New("an import may be adding references to the document")

// Closing is a deletion in progress.
type Closing struct {
	closing
	store *Store
}

// patience is how long to wait for others. If one is presumed dead and is not, the only cost is its work.
type patience struct {
	// writer is how long to wait for a hold before examining its writer, and batch how long to wait for an import's.
	writer, batch time.Duration
	// closing is how long a writer waits for the end of a deletion, and deleter after how long a deleter is presumed
	// dead.
	closing, deleter time.Duration
	// late is how long after the time of a change its document may still be written with that time.
	late time.Duration
}

var usualPatience = patience{
	writer:  3 * time.Second,
	batch:   10 * time.Second,
	closing: 5 * time.Second,
	deleter: time.Minute,
	late:    lateAfter,
}

const (
	// batchLife is after how long the process of an import's hold is presumed dead.
	batchLife = time.Hour
	// look is the pause before the holds, or the marks, are read again.
	look = 20 * time.Millisecond
)

// CloseDocument prevents others from adding references to a document that is to be deleted. The caller has to call
// Reopen, unless the deletion was made or its outcome is unknown.
func (s *Store) CloseDocument(ctx context.Context, document models.Document, at time.Time) (*Closing, error) {
	head := document.Head()
	c := &Closing{
		closing{ID: rand.Text(), Document: head.ID, Kind: document.Kind(), Revision: head.Revision + 1, At: at},
		s,
	}
	if err := s.insert(ctx, s.closings(), &c.closing); err != nil {
		c.Reopen()
		return nil, err
	}
	return c, nil
}

// Revision is the revision that the deletion makes.
func (c *Closing) Revision() int64 { return c.closing.Revision }

// Reopen lets others add references again.
func (c *Closing) Reopen() {
	ctx, cancel := context.WithTimeout(context.Background(), writeTimeout)
	defer cancel()
	c.store.removeClosing(ctx, c.ID)
}

// removeClosing removes a mark. If that fails, a writer that finds the mark removes it.
func (s *Store) removeClosing(ctx context.Context, id string) {
	_ = s.closings().deleteOne(ctx, bson.D{{Key: "_id", Value: id}})
	s.firstSeen.Delete(id)
}

// Drain waits until all writes that began before the document was closed have ended; a catalog may still have to catch
// up with them. It returns early with a document that refers to the closed one. After ErrConflict the document is open
// again, and the caller may retry.
func (c *Closing) Drain(ctx context.Context) (referrer models.Document, found bool, err error) {
	watch, ignored := clock.Start(), make(map[string]bool)
	for {
		holds, err := c.holds(ctx)
		if err != nil {
			return nil, false, err
		}
		waiting := false
		for _, h := range holds {
			if ignored[h.ID] {
				continue
			}
			referrer, over, err := c.writtenBy(ctx, &h, watch.Elapsed())
			if referrer != nil || err != nil {
				return referrer, referrer != nil, err
			}
			ignored[h.ID], waiting = over, waiting || !over
		}
		if !waiting {
			return nil, false, nil
		}
		if err := pauseFor(ctx, look); err != nil {
			return nil, false, err
		}
	}
}

// holds returns the holds on the document.
func (c *Closing) holds(ctx context.Context) (holds []hold, err error) {
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	cursor, err := c.store.holds().find(ctx, bson.D{{Key: "references", Value: c.Document}})
	if err == nil {
		err = cursor.All(ctx, &holds)
	}
	return holds, c.store.available(err, "look for writes in progress")
}

// writtenBy examines the write that has a hold. It returns the document if that refers to the closed one; over means
// that the write adds no reference.
func (c *Closing) writtenBy(
	ctx context.Context,
	h *hold,
	waited time.Duration,
) (referrer models.Document, over bool, err error) {
	if h.Change == "" {
		switch over = c.At.Sub(h.At) > batchLife; {
		case !over && waited > c.store.patience.batch:
			return nil, false, ErrHeld
		default:
			return nil, over, nil
		}
	}
	document, found, err := c.store.Find(ctx, h.Kind, h.Document)
	if err != nil || found && models.RefersTo(document, c.Document) {
		return document, false, err
	}
	if waited < c.store.patience.writer {
		return nil, false, nil
	}
	err = c.store.insert(ctx, c.store.holds(), bson.D{{Key: "_id", Value: givenUp + h.ID}, {Key: "at", Value: c.At}})
	if err != nil && !errors.Is(err, ErrDuplicate) {
		return nil, false, err
	}
	switch record, recorded, err := c.store.Record(ctx, h.Change); {
	case err != nil:
		return nil, false, err
	// which does not refer to this one
	case !recorded || found && document.Head().Revision >= record.Revision:
		return nil, true, nil
	default:
		c.Reopen()
		return nil, false, c.store.finishAbandoned(ctx, record, c.At)
	}
}

// finishAbandoned finishes a change whose writer is presumed dead. The error is ErrConflict if that succeeded.
func (s *Store) finishAbandoned(ctx context.Context, record *models.Change, now time.Time) error {
	unlock := s.Lock(record.DocumentID)
	defer unlock()
	holds := new(Holds)
	defer holds.Release()
	err := s.finish(ctx, holds, record, now)
	var refused *GoneError
	if err == nil || errors.Is(err, ErrDuplicate) || errors.As(err, &refused) {
		return ErrConflict
	}
	return err
}

// state is the state of a document that has a mark.
type state int

const (
	closed state = iota // it is being deleted
	open                // the mark is obsolete: the document has had another revision since
	gone
)

func (s *Store) stateOf(ctx context.Context, mark *closing) (state, error) {
	document, found, err := s.Find(ctx, mark.Kind, mark.Document)
	switch {
	case err != nil:
		return closed, err
	case !found || document.Head().DeletedAt != nil:
		return gone, nil
	case document.Head().Revision >= mark.Revision:
		return open, nil
	}
	return closed, nil
}

// closingsOf returns the marks of some documents.
func (s *Store) closingsOf(ctx context.Context, ids []string) (marks []closing, err error) {
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	if s.Embedded() { // which would parse all marks to find some
		err = s.all(ctx, s.closings(), nil, func(stored bson.Raw) error {
			var mark closing
			if id, _ := stored.Lookup("document").StringValueOK(); !slices.Contains(ids, id) {
				return nil
			}
			err := bson.Unmarshal(stored, &mark)
			marks = append(marks, mark)
			return err
		})
		return marks, err
	}
	cursor, err := s.closings().find(ctx, anyOf("document", ids))
	if err == nil {
		err = cursor.All(ctx, &marks)
	}
	return marks, s.available(err, "look for deletions in progress")
}

// AwaitClosing waits for the end of a deletion. If the deleter is presumed dead, it reopens the document by a new
// revision and returns that. The caller holds no locks. The error is a *ClosingError if the deletion goes on.
func (s *Store) AwaitClosing(
	ctx context.Context, waitFor *ClosingError, at time.Time,
) (document models.Document, reopened bool, err error) {
	watch := clock.Start()
	seen, _ := s.firstSeen.LoadOrStore(waitFor.ID, watch)
	for {
		var mark closing
		there, err := s.findOne(ctx, s.closings(), waitFor.ID, &mark)
		if !there {
			s.firstSeen.Delete(waitFor.ID)
			return nil, false, err
		}
		switch state, err := s.stateOf(ctx, &mark); {
		case err != nil || state != closed:
			return nil, false, err
		case seen.(clock.Stopwatch).Elapsed() > s.patience.deleter:
			return s.reopen(ctx, &mark, at)
		case watch.Elapsed() > s.patience.closing:
			return nil, false, waitFor
		}
		if err := pauseFor(ctx, look); err != nil {
			return nil, false, err
		}
	}
}

// reopen makes the revision of a document that a deletion would make, with nothing changed, so that the deleter cannot
// make it any more. It returns false if another writer was faster.
func (s *Store) reopen(
	ctx context.Context, mark *closing, at time.Time,
) (after models.Document, reopened bool, err error) {
	unlock := s.Lock(mark.Document)
	defer unlock()
	before, found, err := s.Find(ctx, mark.Kind, mark.Document)
	if !found {
		return nil, false, err
	}
	if after, found, err = s.Find(ctx, mark.Kind, mark.Document); !found {
		return nil, false, err
	}
	head := after.Head()
	if head.Revision != before.Head().Revision || head.Revision >= mark.Revision || head.DeletedAt != nil {
		return nil, false, nil
	}
	head.Revision, head.UpdatedAt = head.Revision+1, head.NextUpdate(at)
	change, err := models.NewChange(before, after)
	if err != nil {
		return nil, false, err
	}
	change.Operation, change.By = "reopen", "findcare"
	switch err := s.Commit(ctx, change, after); {
	case errors.Is(err, ErrConflict), errors.Is(err, ErrDuplicate):
		return nil, false, nil
	case err != nil:
		return nil, false, err
	}
	s.removeClosing(ctx, mark.ID)
	return after, true, nil
}

func pauseFor(ctx context.Context, pause time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(pause):
		return nil
	}
}
