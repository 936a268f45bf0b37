package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"sync"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"

	"findcare/internal/clock"
	"findcare/models"
)

// A write takes these steps, each of which is one atomic command. It needs no transaction: some engines have none.
//
//  1. The idempotency key, if any, is stored with the change that it stands for.
//  2. The record of the change is inserted. Its id holds the document's revision, so of several writers one gets through.
//     The record holds the whole document.
//  3. The document is written. From now on the change counts.
//
// What a change that adds references does besides stands in references.go.
//
// Where a process dies between 2 and 3, the next writer of the document finds the record and does step 3 for it. Where
// step 3 would break the uniqueness of a slug or an NPI, the record is taken away again.
//
// FerretDB does step 3 in two steps of its own: it looks for the document of the revision before, and then writes over
// whatever is there. So a slow writer may put an older revision in the place of a newer one, which another server has
// written meanwhile. Whoever has written there looks for later records, which come before their documents, and puts
// those documents back.
//
// Servers that poll look for what was updated lately. A document that is written long after its record, by whoever
// finishes the change or by a slow writer, is therefore written with the time at which that happens; the record keeps
// its own.

// The errors that a writer can do something about.
var (
	// ErrConflict says that somebody else has changed the document meanwhile.
	ErrConflict = errors.New("the document was changed by somebody else meanwhile")
	// ErrDuplicate says that another document has the slug or the NPI.
	ErrDuplicate = errors.New("another document has the slug or the NPI")
)

// writeTimeout is how long one step of a write waits for the database.
const writeTimeout = 3 * time.Second

// locks keep the writers of one document within this process apart.
type locks struct {
	seed    maphash.Seed
	mutexes [256]sync.Mutex
}

// Lock keeps other writers of a document within this process out until unlock is called.
func (s *Store) Lock(id string) (unlock func()) {
	mutex := &s.locks.mutexes[s.locks.place(id)]
	mutex.Lock()
	return mutex.Unlock
}

// LockAll keeps the writers of some documents within this process out until unlock is called.
func (s *Store) LockAll(ids []string) (unlock func()) {
	var places [256]bool
	for _, id := range ids {
		places[s.locks.place(id)] = true
	}
	for place, wanted := range places { // always in the same order
		if wanted {
			s.locks.mutexes[place].Lock()
		}
	}
	return func() {
		for place, held := range places {
			if held {
				s.locks.mutexes[place].Unlock()
			}
		}
	}
}

func (l *locks) place(id string) uint64 {
	return maphash.String(l.seed, id) % uint64(len(l.mutexes))
}

// Find reads a document by its id. It is nil where there is none; one that was deleted has DeletedAt set.
func (s *Store) Find(ctx context.Context, kind models.Kind, id string) (models.Document, error) {
	var stored bson.Raw
	found, err := s.findOne(ctx, s.collection(kind), id, &stored)
	if !found {
		return nil, err
	}
	document := kind.New()
	if err := models.Unmarshal(stored, document); err != nil {
		return nil, fmt.Errorf("read %s: %w", id, err)
	}
	return document, nil
}

// findOne reads what has an id. Every write begins with it, so this is where one ends at once while the database is
// away.
func (s *Store) findOne(ctx context.Context, in collection, id string, into any) (found bool, err error) {
	if s.unreachable.Load() {
		return false, fmt.Errorf("find %s: %w", id, ErrUnavailable)
	}
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	err = in.findOne(ctx, bson.D{{Key: "_id", Value: id}}).Decode(into)
	if errors.Is(err, mongo.ErrNoDocuments) {
		return false, nil
	}
	return err == nil, s.available(err, "find "+id)
}

// Commit writes after, the next revision of a document, with the record of the change. The caller holds the document's
// lock. The error is ErrConflict, ErrDuplicate or ErrUnavailable where that is the reason, a *Repeated where the change's
// key was used before, and a *GoneError or a *ClosingError where a document was deleted, or is being deleted, that the
// change refers to anew.
func (s *Store) Commit(ctx context.Context, change *models.Change, after models.Document) error {
	holds := new(Holds)
	defer holds.Release()
	return s.CommitHeld(ctx, holds, change, after)
}

// CommitHeld is Commit for a caller who makes the document readable: what it refers to anew is held until the caller
// releases it.
func (s *Store) CommitHeld(ctx context.Context, holds *Holds, change *models.Change, after models.Document) error {
	ctx, err := s.admit(context.WithoutCancel(ctx)) // a client that goes away must not leave half a write
	if err != nil {
		return err
	}
	watch := clock.Start()
	if change.Key != "" {
		if err := s.claim(ctx, change); err != nil {
			return err
		}
	}
	held, err := s.hold(ctx, holds, change)
	if err != nil {
		return err
	}
	if err := s.insert(ctx, s.changes(), change); err != nil {
		if errors.Is(err, ErrDuplicate) {
			return s.settle(ctx, holds, change, change.At)
		}
		return err
	}
	if err := s.check(ctx, holds, held); err != nil {
		return s.giveUp(ctx, holds, change, change.At.Add(watch.Elapsed()), err)
	}
	if err = s.put(ctx, change, after); err == nil {
		err = s.announce(ctx, change, after, change.At.Add(watch.Elapsed()))
	}
	if errors.Is(err, ErrDuplicate) {
		s.withdraw(ctx, change)
	}
	return err
}

// isLate reports whether servers that poll may miss what is written now with the time of a change.
func (s *Store) isLate(change *models.Change, now time.Time) bool {
	return now.Sub(change.At) > lateAfter && !s.Embedded() && !s.streaming.Load()
}

// stamp gives a document the time at which it is written.
func stamp(document models.Document, now time.Time) {
	head := document.Head()
	if head.UpdatedAt = now.UTC().Truncate(time.Millisecond); head.DeletedAt != nil {
		head.DeletedAt = &head.UpdatedAt
	}
}

// announce writes a document again, with the present time, where polls may have looked past it.
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
	if errors.Is(err, ErrConflict) { // there is a later revision, which others see
		return nil
	}
	if err != nil {
		return err
	}
	return s.catchUp(ctx, change)
}

// isOf tells whether a document is the one that a change made, whenever it was written.
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

// put writes a document, unless somebody else has done it already.
func (s *Store) put(ctx context.Context, change *models.Change, after models.Document) error {
	err := s.putOnce(ctx, change, after)
	if err != nil {
		return err
	}
	return s.catchUp(ctx, change)
}

// catchUp puts the documents of the changes after one, where the database may have put that one in their place.
func (s *Store) catchUp(ctx context.Context, change *models.Change) error {
	for revision := change.Revision + 1; s.inTwoSteps(); revision++ {
		later, err := s.Change(ctx, change.DocumentID, revision)
		if later == nil {
			return err
		}
		after, err := documentOf(later)
		if err == nil {
			err = s.putOnce(ctx, later, after)
		}
		if errors.Is(err, ErrDuplicate) || errors.Is(err, ErrConflict) { // which is for whoever made that record
			return nil
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) putOnce(ctx context.Context, change *models.Change, after models.Document) error {
	const attempts = 20
	before, err := change.Revision-1, error(nil)
	for range attempts {
		if change.Revision == 1 {
			err = s.insert(ctx, s.collection(change.Kind), after)
		} else {
			err = s.replaceOne(ctx, after, before)
		}
		if err == nil || errors.Is(err, ErrUnavailable) {
			return err
		}
		stored, findErr := s.Find(ctx, change.Kind, change.DocumentID)
		if findErr != nil {
			return findErr
		}
		if done, err := s.overtaken(ctx, change, stored); done {
			return err
		}
		switch {
		case s.hasDuplicate(ctx, after):
			return ErrDuplicate
		case stored == nil || !s.inTwoSteps():
			return err
		}
		before = stored.Head().Revision // somebody has put an older one in its place
	}
	return err
}

// overtaken reports whether a document is at the revision of a change, or at a later one. The error is ErrConflict
// where another change made that revision.
func (s *Store) overtaken(ctx context.Context, change *models.Change, stored models.Document) (done bool, err error) {
	switch {
	case stored == nil || stored.Head().Revision < change.Revision:
		return false, nil
	case stored.Head().Revision == change.Revision && !isOf(stored, change):
		s.withdraw(ctx, change) // an import, which leaves no record of a new document, made this revision
		return true, ErrConflict
	}
	return true, nil
}

// documentOf is the document that a change made, or what is left of one that it deleted.
func documentOf(change *models.Change) (models.Document, error) {
	document, err := change.Document()
	if err != nil {
		return nil, fmt.Errorf("read the change %s: %w", change.ID, err)
	}
	if document == nil {
		document = models.Tombstone(change.Kind, change.DocumentID, change.Revision, change.At)
	}
	return document, nil
}

func (s *Store) insert(ctx context.Context, into collection, document any) error {
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	err := into.insertOne(ctx, document)
	if mongo.IsDuplicateKeyError(err) {
		return ErrDuplicate
	}
	return s.available(err, "insert")
}

func (s *Store) replaceOne(ctx context.Context, document models.Document, before int64) error {
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	matched, err := s.collection(document.Kind()).replaceOne(ctx, s.atRevision(document.Head().ID, before), document)
	switch {
	case mongo.IsDuplicateKeyError(err):
		return ErrDuplicate
	case err != nil:
		return s.available(err, "replace")
	case matched == 0:
		return ErrConflict
	}
	return nil
}

// hasDuplicate looks for another document with the same slug or NPI: FerretDB reports that as an internal error.
func (s *Store) hasDuplicate(ctx context.Context, document models.Document) bool {
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	names := bson.A{bson.D{{Key: "slug", Value: document.Head().Slug}}}
	if provider, ok := document.(*models.Provider); ok && provider.NPI != "" {
		names = append(names, bson.D{{Key: "npi", Value: provider.NPI}})
	}
	for _, name := range names {
		var other models.Header
		err := s.collection(document.Kind()).findOne(ctx, name).Decode(&other)
		if err == nil && other.ID != document.Head().ID {
			return true
		}
	}
	return false
}

// settle finishes what another writer of the same revision has begun.
func (s *Store) settle(ctx context.Context, holds *Holds, change *models.Change, now time.Time) error {
	var other models.Change
	found, err := s.findOne(ctx, s.changes(), change.ID, &other)
	if err != nil {
		return err
	}
	if !found { // it was withdrawn meanwhile
		return ErrConflict
	}
	var refused *GoneError
	switch err := s.finish(ctx, holds, &other, now); {
	case errors.Is(err, ErrDuplicate), errors.As(err, &refused):
		if other.Token == change.Token {
			return err
		}
	case err != nil:
		return err
	case change.Key != "" && change.Key == other.Key:
		return &Repeated{&other}
	case other.Token == change.Token: // it was begun together with others
		return nil
	}
	return ErrConflict
}

// finish does what is left to do of a change whose record is stored. Where a rule that holds across documents stands in
// the way, the record is taken away.
func (s *Store) finish(ctx context.Context, holds *Holds, change *models.Change, now time.Time) error {
	document, err := documentOf(change)
	if err != nil {
		return err
	}
	stored, err := s.Find(ctx, change.Kind, change.DocumentID)
	if err != nil {
		return err
	}
	switch done, err := s.overtaken(ctx, change, stored); {
	case err != nil:
		return err
	case done && stored.Head().UpdatedAt.Equal(change.At):
		return s.announce(ctx, change, document, now) // it may just have come
	case done:
		return s.catchUp(ctx, change)
	}
	if err := s.mayFinish(ctx, holds, change, now); err != nil {
		return err
	}
	if s.isLate(change, now) {
		stamp(document, now)
	}
	err = s.put(ctx, change, document)
	if errors.Is(err, ErrDuplicate) {
		s.withdraw(ctx, change)
	}
	return err
}

// mayFinish tells whether a change may be finished, and holds what it refers to.
func (s *Store) mayFinish(ctx context.Context, holds *Holds, change *models.Change, now time.Time) error {
	held, err := s.hold(ctx, holds, change)
	if err == nil {
		err = s.check(ctx, holds, held)
	}
	var refused *GoneError
	switch {
	case errors.As(err, &refused):
		s.withdraw(ctx, change)
		return err
	case err != nil:
		return err
	}
	finished, err := s.decide(ctx, change, now, true)
	if err == nil && !finished {
		s.withdraw(ctx, change)
		return ErrConflict
	}
	return err
}

// giveUp takes the record of a change away for a reason, unless somebody else has begun to finish it: then the change
// is made.
func (s *Store) giveUp(ctx context.Context, holds *Holds, change *models.Change, now time.Time, reason error) error {
	if errors.Is(reason, ErrUnavailable) {
		return reason
	}
	switch finished, err := s.decide(ctx, change, now, false); {
	case err != nil:
		return err
	case finished:
		return s.finish(ctx, holds, change, now)
	}
	s.withdraw(ctx, change)
	return reason
}

// decision is what is stored, once, of whether a change is finished or given up.
type decision struct {
	ID     string    `bson:"_id"`
	Finish bool      `bson:"finish"`
	At     time.Time `bson:"at"`
}

// decided before the id and the token of a record is the id of the decision about it.
const decided = "!"

// decide tells whether a change is to be finished, of which no more than the record is there. Its writer may want to
// give it up while somebody else finishes it: whoever decides first is right, also for the other one.
func (s *Store) decide(
	ctx context.Context,
	change *models.Change,
	now time.Time,
	finish bool,
) (finished bool, err error) {
	d := decision{decided + change.ID + " " + change.Token, finish, now}
	if err = s.insert(ctx, s.holds(), d); errors.Is(err, ErrDuplicate) {
		_, err = s.findOne(ctx, s.holds(), d.ID, &d)
	}
	return d.Finish, err
}

func (s *Store) withdraw(ctx context.Context, change *models.Change) {
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	// Where this fails, the next writer of the document withdraws it.
	_ = s.changes().deleteOne(ctx, bson.D{{Key: "_id", Value: change.ID}, {Key: "token", Value: change.Token}})
}

// Change returns the record of the change that made a revision, nil where there is none: for a document that an import
// made, the first revision has none.
func (s *Store) Change(ctx context.Context, documentID string, revision int64) (*models.Change, error) {
	return s.Record(ctx, models.ChangeID(documentID, revision))
}
