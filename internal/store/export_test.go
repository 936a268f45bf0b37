package store

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/internal/clock"
	"findcare/models"
)

// Impatient makes a store presume others dead after a moment.
func (s *Store) Impatient() {
	const moment = 50 * time.Millisecond
	s.patience = patience{
		writer: moment, batch: moment, closing: 2 * moment, deleter: moment, late: s.patience.late,
	}
}

// EngineURI is the address of the embedded engine.
func (s *Store) EngineURI() string { return s.engine.URI() }

// AlwaysLate makes a store take whatever it writes for late.
func (s *Store) AlwaysLate() { s.patience.late = 0 }

// Begin is a commit whose writer dies before its record is inserted.
func (s *Store) Begin(ctx context.Context, change *models.Change) error {
	_, err := s.hold(ctx, new(Holds), change)
	return err
}

// Recorded is a commit whose writer dies before the document is written.
func (s *Store) Recorded(ctx context.Context, change *models.Change) error {
	if err := s.Begin(ctx, change); err != nil {
		return err
	}
	return s.insert(ctx, s.changes(), change)
}

// Slow is a writer that has inserted its record and found that it may not add its references. It goes on when goOn is
// called, and holds the lock of the document until then.
func (s *Store) Slow(ctx context.Context, change *models.Change) (goOn func() error, err error) {
	unlock, holds := s.Lock(change.DocumentID), new(Holds)
	held, err := s.hold(ctx, holds, change)
	if err == nil {
		err = s.insert(ctx, s.changes(), change)
	}
	refused := s.check(ctx, holds, held)
	return func() error {
		defer unlock()
		defer holds.Release()
		return s.giveUp(ctx, holds, change, change.At, refused)
	}, err
}

// Closed reports whether a document has a closing mark.
func (s *Store) Closed(ctx context.Context, id string) (bool, error) {
	marks, err := s.closingsOf(ctx, []string{id})
	return len(marks) > 0, err
}

// Finish finishes a change that has only a record, as the document's next writer on another server does.
func (s *Store) Finish(ctx context.Context, change *models.Change) error {
	holds := new(Holds)
	defer holds.Release()
	return s.finish(ctx, holds, change, change.At)
}

// Knows makes a store that of a findcare that knows another version.
func (s *Store) Knows(version int) { s.knows = version }

// Available returns what a writer gets for an error of the driver.
func Available(err error) error {
	return (&Store{logger: slog.New(slog.DiscardHandler)}).available(err, "test")
}

// LimitPages bounds the size of the embedded engine's database.
func LimitPages(config Config, maximum int) Config {
	config.pragmas = []string{fmt.Sprintf("max_page_count(%d)", maximum)}
	return config
}

// Remove removes documents without tombstones.
func (s *Store) Remove(ctx context.Context, kind models.Kind) error {
	_, err := s.collection(kind).deleteMany(ctx, bson.D{})
	return err
}

// CommitGroup commits some changes as if they had arrived together, and returns what each caller gets.
func (s *Store) CommitGroup(ctx context.Context, revisions []Revision) []error {
	members, errs := make([]*member, len(revisions)), make([]error, len(revisions))
	for i, revision := range revisions {
		members[i] = &member{change: revision.Change, after: revision.After, holds: new(Holds), watch: clock.Start()}
	}
	s.commitTogether(members)
	for i, m := range members {
		errs[i] = s.commitRest(ctx, m)
		m.holds.Release()
	}
	return errs
}

// Holds returns the ids of the holds of writers.
func (s *Store) Holds(ctx context.Context) (ids []string, err error) {
	return s.ids(ctx, s.holds(), bson.D{{Key: "references", Value: bson.D{{Key: "$exists", Value: true}}}})
}
