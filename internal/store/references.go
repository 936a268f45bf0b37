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

// A document that others refer to is not deleted, whoever adds a reference or deletes at the same moment, on this
// server or another. No engine gives that away: some have no transactions, and FerretDB changes a document in two
// steps. What all of them do is to insert a document at once or not at all, and to find by then whatever was inserted
// before. So this takes no more than inserts:
//
//	A writer that adds references              Whoever deletes the document D at revision n
//	 w1 inserts a hold, which names them        d1 inserts a closing mark of D
//	 w2 inserts the record of its change        d2 waits until there is no hold on D, but those given up
//	 w3 reads the closing marks of what         d3 lets its catalog take over all that was written before
//	    it refers to: where there is one,       d4 looks for references: where there are some, takes the
//	    it takes the record away again             mark away again
//	 w4 writes the document                     d5 inserts the record of revision n+1, writes the tombstone
//	 w5 makes it readable here, and only
//	    then takes the hold away
//
// Why no reference to D is left. Of w1 and d1 one is the later. If it is d1, then d2 finds the hold, and goes on only
// when it is gone: the document was written by then, and d3 and d4 see it, or the writer has ended without. If it is
// w1, then w3 finds the mark. The mark stays once D is deleted, for writers whose catalog has D still. It is in
// nobody's way when D is made anew: that raises D's revision to that of the mark or beyond, and w3 looks at D where it
// finds a mark.
//
// Whoever dies, or stands still for however long:
//
//   - A writer between w1 and w2 leaves a hold. Who waits for it (d2) gives it up: inserts that, and then reads the record of the
//     change. If there is none, the writer has not come to w2, and w3 finds that its hold was given up: it goes back to w1 with a new
//     one. If there is a record, the hold counts.
//   - A writer after w2 leaves a record. d2 takes its own mark away, finishes the change as the document's next writer would,
//     from w1 on, and begins again. The writer may only have been slow, and take the record away at w3. So before the one takes the
//     record away, or the other writes the document, each inserts what it is about to do, under the same id. Whoever comes second
//     does as the first one does.
//   - Whoever deletes, between d1 and d5, leaves a mark. A writer that has seen it for long makes revision n+1 of D itself, with
//     nothing changed. Since there can be only one record of that revision, d5 fails from then on.
//   - After d5 the record is finished by the next writer of D, or by who finds the mark.
//
// Which marks are taken away: one's own, where no record of d5 was inserted; one of a revision that D has had since;
// and those of documents that are purged. So where there is a record of a deletion, the mark stands.
//
// An import of new documents leaves no record of them (w2), so that its holds are never given up before an hour has
// passed. Holds and marks have ids that are used only once: to delete by id is then the same in one step and in two. On
// MongoDB, whose driver never goes back from a primary to an earlier one, the same holds, since all of this is written
// to the majority.

// hold is what is stored of a write that is about to add references.
type hold struct {
	ID string `bson:"_id"`
	// Change is the id of the record of the change to Document; of an import's batch, these are empty.
	Change   string      `bson:"change,omitempty"`
	Kind     models.Kind `bson:"kind,omitempty"`
	Document string      `bson:"document,omitempty"`
	// References are the ids of the documents that are referred to.
	References []string  `bson:"references"`
	At         time.Time `bson:"at"`
}

// givenUp before the id of a hold is the id of what is inserted to give it up.
const givenUp = "-"

// Holds are what a writer holds: the documents that it adds references to are not deleted until it releases them. The
// zero value holds nothing.
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

// Take moves what others hold to h.
func (h *Holds) Take(others *Holds) {
	others.mutex.Lock()
	defer others.mutex.Unlock()
	for _, id := range others.ids {
		h.add(others.store, id)
	}
	others.ids = nil
}

// Release lets go. It is for when what was written is readable, or was not written after all.
func (h *Holds) Release() {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	if len(h.ids) == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), writeTimeout)
	defer cancel()
	// Where this fails, whoever deletes finds out what became of the change.
	if len(h.ids) == 1 {
		_ = h.store.holds().deleteOne(ctx, bson.D{{Key: "_id", Value: h.ids[0]}})
	} else {
		_, _ = h.store.holds().deleteMany(ctx, anyOf("_id", h.ids))
	}
	h.ids = nil
}

func anyOf(field string, values []string) bson.D {
	return bson.D{{Key: field, Value: bson.D{{Key: "$in", Value: values}}}}
}

// GoneError says that a document, to which a reference was to be added, was deleted.
type GoneError struct{ models.Reference }

// Error says so.
func (e *GoneError) Error() string { return e.Missing().Error() }

// ClosingError says that a document, to which a reference was to be added, is being deleted. AwaitClosing waits for the
// end of that.
type ClosingError struct{ closing }

// Error says so.
func (e *ClosingError) Error() string {
	return fmt.Sprintf("the %s %s is being deleted; try again", e.Kind, e.Document)
}

// hold inserts a hold on what a change refers to anew; nil where there is no such thing.
func (s *Store) hold(ctx context.Context, holds *Holds, change *models.Change) (*hold, error) {
	added, err := change.AddedReferences()
	if len(added) == 0 || err != nil {
		return nil, err
	}
	h := &hold{
		Change:     change.ID,
		Kind:       change.Kind,
		Document:   change.DocumentID,
		References: idsOf(added),
		At:         change.At,
	}
	return h, s.insertHold(ctx, holds, h)
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
	h.ID = rand.Text()
	holds.add(s, h.ID) // also where the answer is lost
	return s.insert(ctx, s.holds(), h)
}

// check is for when the record of the change is inserted: it tells whether the references may be added.
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

// checkClosings tells whether something that a write refers to was deleted or is being deleted.
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

// holdBatch holds what the documents of an import refer to. It waits for the end of deletions that are under way.
func (s *Store) holdBatch(ctx context.Context, holds *Holds, made []models.Document, revisions []Revision) error {
	added, at, err := addedByAll(made, revisions)
	if len(added) == 0 || err != nil {
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
		if _, err := s.AwaitClosing(ctx, closing, at); err != nil && !errors.As(err, &closing) {
			return err
		}
	}
}

// addedByAll are the references that documents have, or add to the ones before them, and the time of the last of them.
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
