package catalog

import (
	"cmp"
	"iter"
	"math/rand/v2"
	"slices"
	"sync"

	"findcare/models"
)

// changeLog has the ids of the documents that have changed for the public, in order. It begins with the process.
type changeLog struct {
	mutex   sync.Mutex
	run     uint64 // tells this log from those of other processes
	first   int64  // the position of the first entry
	entries []string
}

// maxLogged is how many entries are kept at least.
const maxLogged = 100_000

// add adds entries and returns the position after the last one.
func (l *changeLog) add(entries []string) int64 {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.entries = append(l.entries, entries...)
	if surplus := len(l.entries) - maxLogged; surplus > maxLogged/4 {
		l.entries = slices.Clone(l.entries[surplus:])
		l.first += int64(surplus)
	}
	return l.first + int64(len(l.entries))
}

// between returns the entries from one position to another; false where they are not kept any more.
func (l *changeLog) between(from, to int64) ([]string, bool) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if from < l.first || from > to || to > l.first+int64(len(l.entries)) {
		return nil, false
	}
	return l.entries[from-l.first : to-l.first], true // entries are never written again
}

func (l *changeLog) id() uint64 {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	for l.run == 0 {
		l.run = rand.Uint64()
	}
	return l.run
}

// A LogPosition is a place in the log of changes of one process, whose log has the number Run.
type LogPosition struct {
	Run      uint64
	Position int64
}

// PositionOf returns the place up to which a snapshot has the changes.
func (c *Catalog) PositionOf(s *Snapshot) LogPosition { return LogPosition{c.log.id(), s.position} }

// ChangedBetween returns the ids of the documents that have changed for the public between a place and a snapshot, in
// order, each time that they have; false where that is not known any more, or the place is of another process.
func (c *Catalog) ChangedBetween(from LogPosition, s *Snapshot) ([]string, bool) {
	if from.Run != c.log.id() {
		return nil, false
	}
	return c.log.between(from.Position, s.position)
}

// ids are those of all documents that were written or removed.
func (changes Changes) ids() []string {
	ids := make([]string, 0, len(changes.Written)+len(changes.Removed))
	for _, document := range changes.Written {
		ids = append(ids, document.Head().ID)
	}
	for _, removal := range changes.Removed {
		ids = append(ids, removal.ID)
	}
	return ids
}

// differences are the ids of the documents that differ in a snapshot that was not made from the one before, which is
// nil for the first one.
func differences(before, next *Snapshot) (ids []string) {
	if before == nil {
		return nil
	}
	for document := range next.Documents() {
		if head := document.Head(); !same(before.header(head.ID), head) {
			ids = append(ids, head.ID)
		}
	}
	for document := range before.Documents() {
		if id := document.Head().ID; next.header(id) == nil {
			ids = append(ids, id)
		}
	}
	return ids
}

// A Moment is a place in the order of the times at which documents were last written, in milliseconds since 1970, equal
// ones by their ids.
type Moment struct {
	At int64
	ID string
}

// Compare orders moments.
func (m Moment) Compare(other Moment) int {
	return cmp.Or(cmp.Compare(m.At, other.At), cmp.Compare(m.ID, other.ID))
}

// Touched visits when each document was last written that the public sees or, where gone is true, has seen.
func (s *Snapshot) Touched() iter.Seq2[Moment, bool] {
	return func(yield func(Moment, bool) bool) {
		for document := range s.Documents() {
			head, shown := document.Head(), models.Shown(document)
			if (shown || head.WasShown) && !yield(Moment{head.UpdatedAt.UnixMilli(), head.ID}, !shown) {
				return
			}
		}
	}
}
