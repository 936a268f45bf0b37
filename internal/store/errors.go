package store

import (
	"errors"
	"fmt"
	"regexp"
	"slices"

	"go.mongodb.org/mongo-driver/v2/mongo"

	"findcare/models"
)

// The errors that say what the database cannot do now. Whether a write took place is not known after either.
var (
	// ErrUnavailable says that the database does not answer, or not with what it was asked for.
	ErrUnavailable = errors.New("the database does not answer")
	// ErrFull is the ErrUnavailable of a database that has no room left on its disk.
	ErrFull error = fullError{}
)

type fullError struct{}

func (fullError) Error() string { return "the disk of the database is full" }

func (fullError) Is(target error) bool { return target == ErrUnavailable }

// available makes ErrUnavailable, or ErrFull, of an error of the driver that tells what the database cannot do now.
// Every other one tells what it does not do at all.
func (s *Store) available(err error, doing string) error {
	switch {
	case err == nil:
		return nil
	case models.ErrorCode(err) == models.CodeReadOnly, errors.Is(err, ErrUnavailable):
		return err
	case isFull(err):
		s.room.missing(s.logger)
		return fmt.Errorf("%s: %w (%w)", doing, ErrFull, err)
	case isAway(err):
		return fmt.Errorf("%s: %w (%w)", doing, ErrUnavailable, err)
	}
	return fmt.Errorf("%s: %w", doing, err)
}

// internalError is MongoDB's code of what went wrong in the database itself. FerretDB gives it to whatever the database
// below it says.
const internalError = 1

// noRoom is how MongoDB, PostgreSQL and SQLite say that the disk, or what of it they may use, is full.
var noRoom = regexp.MustCompile(
	`(?i)SQLSTATE 53100|database or disk is full|no space left on device|disk quota exceeded`,
)

func isFull(err error) bool {
	const outOfDiskSpace = 14031
	var failure mongo.ServerError
	return errors.As(err, &failure) && (failure.HasErrorCode(outOfDiskSpace) || noRoom.MatchString(failure.Error()))
}

// refused is how PostgreSQL and SQLite, below FerretDB, refuse a command for what it says: by data that they cannot
// take, by a rule such as that of unique values, or since they do not know what it names. Each other internal error is
// one of the database's own.
var refused = regexp.MustCompile(`SQLSTATE (0A|2[1-3]|42)|constraint failed|no such (table|column)`)

func isAway(err error) bool {
	var failure mongo.ServerError
	if !errors.As(err, &failure) || mongo.IsNetworkError(err) || mongo.IsTimeout(err) || passes(failure) {
		return true
	}
	return failure.HasErrorCode(internalError) && !refused.MatchString(failure.Error())
}

// passes tells whether an error is of those that pass by themselves, or that are of who may do what.
func passes(failure mongo.ServerError) bool {
	for _, label := range []string{"ResumableChangeStreamError", "RetryableWriteError", "TransientTransactionError", "SystemOverloadedError"} {
		if failure.HasErrorLabel(label) {
			return true
		}
	}
	return slices.ContainsFunc(passing, failure.HasErrorCode)
}

// passing are the codes of errors after which the database does later what it was asked for: it starts or stops, elects
// a primary, waits too long for its members or for a lock, or has not been told of this user yet.
var passing = []int{
	6, 7, 11, 13, 18, 24, 43, 63, 64, 89, 91, 100, 112, 133, 150, 189, 202, 234, 262, 365, 8000, 9001, 10058, 10107, 11600, 11602, 13388,
	13435, 13436,
}
