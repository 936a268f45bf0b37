package store

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/models"
)

// A document with references to it is not deleted, even if another writer, on this server or another one, adds a
// reference at the same time. No engine guarantees that by itself: some have no transactions, and FerretDB changes a
// document in two steps. But all of them insert a document atomically, and find afterwards what was inserted before. So
// the protocol relies on inserts only:
//
//	A writer that adds references              The deleter of document D at revision n
//	 w1 inserts a hold, which names them        d1 inserts a closing mark of D
//	 w2 inserts the record of its change        d2 waits until there is no hold on D, except those given up
//	 w3 reads the closing marks of what         d3 lets its catalog catch up with all that was written before
//	    it refers to; if there is one,          d4 looks for references; if there are some, removes the mark
//	    withdraws the record                    d5 inserts the record of revision n+1, writes the tombstone
//	 w4 writes the document
//	 w5 publishes it in its catalog, and
//	    only then removes the hold
//
// Why no reference to D remains: one of w1 and d1 comes first. If w1 does, d2 finds the hold, and goes on only when it
// is gone. By then the document was written, so that d3 and d4 see it, or the writer has ended without. If d1 does, w3
// finds the mark. The mark stays once D is deleted, for writers whose catalog still has D. It does not prevent D from
// being created again: that raises D's revision to that of the mark or beyond, and w3 reads D when it finds a mark.
//
// If a process dies, or stalls for any time:
//
//   - A writer between w1 and w2 leaves a hold. The deleter that waits for it (d2) gives it up: it inserts that, and
//     then reads the record of the change. If there is none, the writer has not reached w2; its w3 finds that the hold
//     was given up, and it goes back to w1 with a new one. If there is a record, the hold stands.
//   - A writer after w2 leaves a record. d2 removes its own mark, finishes the change as the document's next writer
//     would, from w1 on, and begins again. The writer may only have been slow, and withdraw the record at w3. So before
//     one withdraws the record, or the other writes the document, it inserts its decision, under an id that both use.
//     The first decision holds for both.
//   - A deleter between d1 and d5 leaves a mark. A writer that has seen it for long makes revision n+1 of D itself,
//     with nothing changed. There can be only one record of that revision, so d5 fails from then on.
//   - After d5, the next writer of D, or one that finds the mark, finishes the record.
//
// A mark is removed by its owner if the record of d5 was not inserted, by anyone if D has had its revision since, and
// when D is purged. So where there is a record of a deletion, there is a mark.
//
// An import of new documents leaves no record of them (w2), so its holds are given up only after an hour. The ids of
// holds and marks are used only once, so that deleting by id is safe also in two steps. On MongoDB, where a driver
// never returns from a primary to an earlier one, all of this holds too, because writes go to the majority.

// hold is stored for a write that is about to add references.
type hold struct {
	ID string `bson:"_id"`
	// Change is the id of the record of the change to Document. Both are empty for a batch of an import.
	Change   string      `bson:"change,omitempty"`
	Kind     models.Kind `bson:"kind,omitempty"`
	Document string      `bson:"document,omitempty"`
	// References are the ids of the referenced documents.
	References []string  `bson:"references"`
	At         time.Time `bson:"at"`
}

// givenUp, followed by the id of a hold, is the id of the document that gives it up.
const givenUp = "-"

// Holds are the holds of a writer: the documents to which it adds references are not deleted until it releases them.
// The zero value is empty.
type Holds struct {
	mutex sync.Mutex
	store *Store
	ids   []string
}

func (h *Holds) add(s *Store, id string) {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	h.store, h.ids = s, append(h.ids, id)
}

// Take moves all holds of others to h.
func (h *Holds) Take(others *Holds) {
	others.mutex.Lock()
	defer others.mutex.Unlock()
	for _, id := range others.ids {
		h.add(others.store, id)
	}
	others.ids = nil
}

// Release removes the holds. Call it once the document is published in the catalog, or if it was not written.
func (h *Holds) Release() {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	if len(h.ids) == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), writeTimeout)
	defer cancel()
	// If this fails, a deleter examines the change.
	_ = h.store.remove(ctx, h.store.holds(), h.ids)
	h.ids = nil
}

// remove removes documents by their ids. After a power failure they may be there again.
func (s *Store) remove(ctx context.Context, in collection, ids []string) error {
	if s.Embedded() && s.MayWrite(ctx) == nil {
		if done, err := s.engine.Remove(ctx, in.of.Name(), ids); done {
			return err
		}
	}
	if len(ids) == 1 {
		return in.deleteOne(ctx, bson.D{{Key: "_id", Value: ids[0]}})
	}
	_, err := in.deleteMany(ctx, anyOf("_id", ids))
	return err
}

func anyOf(field string, values []string) bson.D {
	return bson.D{{Key: field, Value: bson.D{{Key: "$in", Value: values}}}}
}

// GoneError means that a document to which a reference was to be added was deleted.
type GoneError struct{ models.Reference }

// Error implements error.
func (e *GoneError) Error() string { return e.Missing().Error() }

// ClosingError means that a document to which a reference was to be added is being deleted. AwaitClosing waits for the
// end of that.
type ClosingError struct{ closing }

// Error implements error.
func (e *ClosingError) Error() string {
	return fmt.Sprintf("the %s %s is being deleted; try again", e.Kind, e.Document)
}

// hold inserts a hold for the references that a change adds, and returns nil if it adds none.
func (s *Store) hold(ctx context.Context, holds *Holds, change *models.Change) (*hold, error) {
	h, err := holdOf(change)
	if h == nil || err != nil {
		return nil, err
	}
	return h, s.insertHold(ctx, holds, h)
}

// holdOf returns the hold for the references that a change adds, nil if it adds none.
func holdOf(change *models.Change) (h *hold, err error) {
	added, err := change.AddedReferences()
	if added = held(added); len(added) == 0 || err != nil {
		return nil, err
	}
	return &hold{
		Change:     change.ID,
		Kind:       change.Kind,
		Document:   change.DocumentID,
		References: idsOf(added),
		At:         change.At,
	}, nil
}

// held returns those references that keep a document from being deleted.
func held(references []models.Reference) (held []models.Reference) {
	for _, reference := range references {
		if reference.Kind.Referable() {
			held = append(held, reference)
		}
	}
	return held
}

func idsOf(references []models.Reference) []string {
	ids := make([]string, len(references))
	for i, reference := range references {
		ids[i] = reference.ID
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

func (s *Store) insertHold(ctx context.Context, holds *Holds, h *hold) error {
	s.name(holds, h)
	return s.insert(ctx, s.holds(), h)
}

// name gives a hold its id, before it is inserted, since the answer to that may be lost.
func (s *Store) name(holds *Holds, h *hold) {
	h.ID = rand.Text()
	holds.add(s, h.ID)
}

// check returns nil if the references may be added. The record of the change has to be inserted before.
func (s *Store) check(ctx context.Context, holds *Holds, h *hold) error {
	for h != nil {
		if err := s.checkClosings(ctx, h); err != nil {
			return err
		}
		var mark bson.Raw
		wasGivenUp, err := s.findOne(ctx, s.holds(), givenUp+h.ID, &mark)
		if !wasGivenUp {
			return err
		}
		if err := s.insertHold(ctx, holds, h); err != nil {
			return err
		}
	}
	return nil
}

// checkClosings returns an error if a referenced document was deleted or is being deleted.
func (s *Store) checkClosings(ctx context.Context, h *hold) error {
	marks, err := s.closingsOf(ctx, h.References)
	if err != nil {
		return err
	}
	for _, mark := range marks {
		switch state, err := s.stateOf(ctx, &mark); {
		case err != nil:
			return err
		case state == gone:
			return &GoneError{models.Reference{Kind: mark.Kind, ID: mark.Document}}
		case state == open:
			s.removeClosing(ctx, mark.ID)
		default:
			return &ClosingError{mark}
		}
	}
	return nil
}

// holdBatch holds what the documents of an import refer to. It waits for the end of deletions in progress.
func (s *Store) holdBatch(ctx context.Context, holds *Holds, made []models.Document, revisions []Revision) error {
	added, at, err := addedByAll(made, revisions)
	if added = held(added); len(added) == 0 || err != nil {
		return err
	}
	h := &hold{References: idsOf(added), At: at}
	for {
		if err := s.insertHold(ctx, holds, h); err != nil {
			return err
		}
		err := s.checkClosings(ctx, h)
		var closing *ClosingError
		if !errors.As(err, &closing) {
			return err
		}
		holds.Release()
		if _, _, err := s.AwaitClosing(ctx, closing, at); err != nil && !errors.As(err, &closing) {
			return err
		}
	}
}

// addedByAll returns the references that new documents have and revisions add, and the time of the latest of them.
func addedByAll(made []models.Document, revisions []Revision) (added []models.Reference, at time.Time, err error) {
	see := func(document models.Document) {
		if updated := document.Head().UpdatedAt; updated.After(at) {
			at = updated
		}
	}
	for _, document := range made {
		see(document)
		added = append(added, models.AddedReferences(nil, document)...)
	}
	for _, revision := range revisions {
		see(revision.After)
		more, err := revision.Change.AddedReferences()
		if err != nil {
			return nil, at, err
		}
		added = append(added, more...)
	}
	return added, at, nil
}
