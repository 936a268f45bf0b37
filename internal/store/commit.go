package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/internal/clock"
	"findcare/models"
)

// A write takes these steps, each of which is one atomic command. It does not use transactions, because some engines
// have none.
//
//  1. The idempotency key, if any, is stored with the change that it stands for.
//  2. The record of the change is inserted. Its id contains the document's revision, so only one of several concurrent
//     writers succeeds. The record contains the whole document.
//  3. The document is written. This commits the change.
//
// The additional steps of a change that adds references are described in references.go. Changes that arrive together
// take each step together (group.go).
//
// If a process dies between 2 and 3, the next writer of the document finds the record and does step 3 for it. If step 3
// would violate the uniqueness of a slug or an NPI, the record is withdrawn.
//
// FerretDB splits step 3 in two: it looks for the document of the previous revision, and then overwrites whatever is
// there. So a slow writer may replace a newer revision, which another server has written in the meantime, with an older
// one. After writing, a writer therefore looks for later records, which precede their documents, and restores those
// documents.
//
// Servers that poll, and clients that follow the directory, look for recent updates. A document that is written long
// after its record, by a slow writer or by another one that finishes the change, therefore gets the time of that write;
// the record keeps its own.

// Errors that a caller can handle.
var (
	// ErrConflict means that another writer has changed the document in the meantime.
	ErrConflict = errors.New("the document was changed by somebody else meanwhile")
	// ErrDuplicate means that another document has the slug or the NPI.
	ErrDuplicate = errors.New("another document has the slug or the NPI")
)

// writeTimeout bounds how long one step of a write waits for the database.
const writeTimeout = 3 * time.Second

// Commit writes after, the next revision of a document, and the record of the change. The caller holds the document's
// lock. The error is ErrConflict, ErrDuplicate or ErrUnavailable if that is the reason, *Repeated if the change's key
// was used before, and *GoneError or *ClosingError if the change adds a reference to a document that was deleted or is
// being deleted.
func (s *Store) Commit(ctx context.Context, change *models.Change, after models.Document) error {
	holds := new(Holds)
	defer holds.Release()
	return s.CommitHeld(ctx, holds, change, after)
}

// CommitHeld is Commit for a caller that publishes the document in a catalog: the references that it adds are held
// until the caller releases them.
func (s *Store) CommitHeld(ctx context.Context, holds *Holds, change *models.Change, after models.Document) error {
	ctx, err := s.admit(context.WithoutCancel(ctx)) // a client that disconnects must not leave half a write
	if err != nil {
		return err
	}
	m := &member{change: change, after: after, holds: holds, watch: clock.Start()}
	s.group.Do(m)
	return s.commitRest(ctx, m)
}

// commitRest takes the steps that a group has not taken for its member.
func (s *Store) commitRest(ctx context.Context, m *member) error {
	switch m.reached {
	case concluded:
		return m.err
	case recorded:
		return s.conclude(ctx, m)
	default:
		return s.commitAlone(ctx, m)
	}
}

// commitAlone takes all steps of a write.
func (s *Store) commitAlone(ctx context.Context, m *member) error {
	if m.change.Key != "" {
		if err := s.claim(ctx, m.change); err != nil {
			return err
		}
	}
	var err error
	if m.hold, err = s.hold(ctx, m.holds, m.change); err != nil {
		return err
	}
	if err := s.insert(ctx, s.changes(), m.change); err != nil {
		if errors.Is(err, ErrDuplicate) {
			return s.settle(ctx, m.holds, m.change, m.change.At)
		}
		return err
	}
	return s.conclude(ctx, m)
}

// conclude takes the steps of a write after its record was inserted.
func (s *Store) conclude(ctx context.Context, m *member) error {
	now := func() time.Time { return m.change.At.Add(m.watch.Elapsed()) }
	if err := s.check(ctx, m.holds, m.hold); err != nil {
		return s.giveUp(ctx, m.holds, m.change, now(), err)
	}
	err := s.put(ctx, m.change, m.after)
	if err == nil {
		err = s.announce(ctx, m.change, m.after, now())
	}
	if errors.Is(err, ErrDuplicate) {
		s.withdraw(ctx, m.change)
	}
	return err
}

// isLate reports whether whoever looks for recent updates may miss a document that is written now with the time of its
// change: servers that poll, and those who follow the directory.
func (s *Store) isLate(change *models.Change, now time.Time) bool {
	return now.Sub(change.At) > s.patience.late
}

// stamp sets the time at which a document is written.
func stamp(document models.Document, now time.Time) {
	head := document.Head()
	if head.UpdatedAt = now.UTC().Truncate(time.Millisecond); head.DeletedAt != nil {
		head.DeletedAt = &head.UpdatedAt
	}
}

// announce writes a document again, with the current time, if polls may have missed it.
func (s *Store) announce(ctx context.Context, change *models.Change, document models.Document, now time.Time) error {
	if !s.isLate(change, now) {
		return nil
	}
	stamp(document, now)
	content, err := bson.Marshal(document)
	if err != nil {
		return err
	}
	document.Head().Digest = models.Digest(content)
	err = s.replaceOne(ctx, document, change.Revision)
	if errors.Is(err, ErrConflict) { // there is a later revision, which polls find
		return nil
	}
	if err != nil {
		return err
	}
	return s.restoreLater(ctx, change)
}

// isOf reports whether a document is the one that a change made, regardless of when it was written.
func isOf(document models.Document, change *models.Change) bool {
	if document.Head().UpdatedAt.Equal(change.At) {
		return true
	}
	made, err := documentOf(change)
	if err != nil {
		return false
	}
	stamp(made, document.Head().UpdatedAt)
	one, err := bson.Marshal(made)
	if err != nil {
		return false
	}
	other, err := bson.Marshal(document)
	return err == nil && bytes.Equal(one, other)
}

// documentOf returns the document that a change made, or the tombstone of one that it deleted.
func documentOf(change *models.Change) (models.Document, error) {
	document, err := change.Made()
	if err != nil {
		return nil, fmt.Errorf("read the change %s: %w", change.ID, err)
	}
	return document, nil
}
