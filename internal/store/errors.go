package store

import (
	"errors"
	"fmt"
	"regexp"
	"slices"

	"go.mongodb.org/mongo-driver/v2/mongo"

	"findcare/models"
)

// Errors of a database that cannot serve at the moment. After either, it is not known whether a write took place.
var (
	// ErrUnavailable means that the database does not answer, or answers with a transient error.
	ErrUnavailable = errors.New("the database does not answer")
	// ErrFull is an ErrUnavailable: the disk of the database is full.
	ErrFull error = fullError{}
)

type fullError struct{}

func (fullError) Error() string { return "the disk of the database is full" }

func (fullError) Is(target error) bool { return target == ErrUnavailable }

// available wraps an error of the driver, with ErrUnavailable or ErrFull if it is transient.
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

// internalError is MongoDB's code for internal errors. FerretDB uses it for all errors of the database below it.
const internalError = 1

// noRoom matches the messages of MongoDB, PostgreSQL and SQLite for a full disk or quota.
var noRoom = regexp.MustCompile(
	`(?i)SQLSTATE 53100|database or disk is full|no space left on device|disk quota exceeded`,
)

func isFull(err error) bool {
	const outOfDiskSpace = 14031
	var failure mongo.ServerError
	return errors.As(err, &failure) && (failure.HasErrorCode(outOfDiskSpace) || noRoom.MatchString(failure.Error()))
}

// refused matches the messages of PostgreSQL and SQLite, below FerretDB, that blame the command: invalid data, a
// violated constraint, or an unknown name. All other internal errors are the database's own.
var refused = regexp.MustCompile(`SQLSTATE (0A|2[1-3]|42)|constraint failed|no such (table|column)`)

func isAway(err error) bool {
	var failure mongo.ServerError
	if !errors.As(err, &failure) || mongo.IsNetworkError(err) || mongo.IsTimeout(err) || passes(failure) {
		return true
	}
	return failure.HasErrorCode(internalError) && !refused.MatchString(failure.Error())
}

// passes reports whether an error is transient, or one of permission.
func passes(failure mongo.ServerError) bool {
	labels := []string{
		"ResumableChangeStreamError", "RetryableWriteError", "TransientTransactionError", "SystemOverloadedError",
	}
	return slices.ContainsFunc(labels, failure.HasErrorLabel) || slices.ContainsFunc(passing, failure.HasErrorCode)
}

// passing are the codes of errors after which a retry may succeed: the database starts or stops, elects a primary,
// waits too long for its members or for a lock, or does not know the user yet.
var passing = []int{
	6, 7, 11, 13, 18, 24, 43, 63, 64, 89, 91, 100, 112, 133, 150, 189, 202, 234, 262, 365, 8000, 9001, 10058, 10107,
	11600, 11602, 13388, 13435, 13436,
}
