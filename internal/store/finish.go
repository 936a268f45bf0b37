package store

import (
	"context"
	"errors"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/models"
)

// settle finishes the change that another writer of the same revision has begun.
func (s *Store) settle(ctx context.Context, holds *Holds, change *models.Change, now time.Time) error {
	var other models.Change
	found, err := s.findOne(ctx, s.changes(), change.ID, &other)
	if err != nil {
		return err
	}
	if !found { // it was withdrawn in the meantime
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
	case other.Token == change.Token: // it was begun in a group
		return nil
	case change.Key != "" && change.Key == other.Key:
		return &Repeated{&other}
	}
	return ErrConflict
}

// finish does the remaining steps of a change whose record is stored. If that would violate a rule across documents,
// the record is withdrawn.
func (s *Store) finish(ctx context.Context, holds *Holds, change *models.Change, now time.Time) error {
	document, err := documentOf(change)
	if err != nil {
		return err
	}
	stored, _, err := s.Find(ctx, change.Kind, change.DocumentID)
	if err != nil {
		return err
	}
	switch done, err := s.overtaken(ctx, change, stored); {
	case err != nil:
		return err
	case done && stored.Head().UpdatedAt.Equal(change.At):
		return s.announce(ctx, change, document, now) // it may have been written just now
	case done:
		return s.restoreLater(ctx, change)
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

// mayFinish returns nil if a change may be finished, and holds what it refers to.
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

// giveUp withdraws the record of a change and returns the reason, unless another writer has begun to finish it: then
// the change is made.
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

// decision is stored once for a change: whether it is finished or given up.
type decision struct {
	ID     string    `bson:"_id"`
	Finish bool      `bson:"finish"`
	At     time.Time `bson:"at"`
}

// decided, followed by the id and the token of a record, is the id of the decision about it.
const decided = "!"

// decide reports whether a change that has only a record is to be finished. Its writer may want to give it up while
// another one finishes it: the first decision holds for both.
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

// withdraw removes the record of a change.
func (s *Store) withdraw(ctx context.Context, change *models.Change) {
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	// If this fails, the next writer of the document withdraws it.
	_ = s.changes().deleteOne(ctx, bson.D{{Key: "_id", Value: change.ID}, {Key: "token", Value: change.Token}})
}
