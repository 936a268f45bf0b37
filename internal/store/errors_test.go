package store_test

import (
	"context"
	"errors"
	"testing"

	"go.mongodb.org/mongo-driver/v2/mongo"

	"findcare/internal/store"
)

// What the driver, MongoDB and FerretDB over PostgreSQL and SQLite say, as they word it, and what a writer is told of
// it.
func TestErrorsOfTheDatabase(t *testing.T) {
	command := func(code int32, message string, labels ...string) error {
		return mongo.CommandError{Code: code, Message: message, Labels: labels}
	}
	write := func(code int, message string) error {
		return mongo.WriteException{WriteErrors: mongo.WriteErrors{{Code: code, Message: message}}}
	}
	const other = "neither"
	for _, test := range []struct {
		err  error
		want string
	}{
		{context.DeadlineExceeded, "unavailable"},
		{errors.New("server selection error"), "unavailable"},
		{command(0, "connection(127.0.0.1:1) socket was unexpectedly closed: EOF", "NetworkError"), "unavailable"},
		{command(1, "[msg_find.go:91 handler.(*Handler).MsgFind] failed to connect to "+
			"`user=findcare database=ferretdb`: dial tcp 127.0.0.1:1: connect: connection refused"), "unavailable"},
		{command(1, "[collection.go:158 postgresql.(*collection).InsertAll] unexpected EOF"), "unavailable"},
		{command(1, "FATAL: terminating connection due to unexpected postmaster exit (SQLSTATE 57P01)"), "unavailable"},
		{command(1, "FATAL: the database system is starting up (SQLSTATE 57P03)"), "unavailable"},
		{command(1, "FATAL: sorry, too many clients already (SQLSTATE 53300)"), "unavailable"},
		{command(1, "ERROR: cannot execute INSERT in a read-only transaction (SQLSTATE 25006)"), "unavailable"},
		{command(1, "database is locked (5) (SQLITE_BUSY)"), "unavailable"},
		{command(1, "disk I/O error (4874)"), "unavailable"},
		{command(10107, "not primary"), "unavailable"},
		{command(91, "The server is in quiesce mode and will shut down"), "unavailable"},
		{write(11602, "operation was interrupted"), "unavailable"},
		{mongo.WriteException{
			WriteConcernError: &mongo.WriteConcernError{Code: 64, Message: "waiting for replication timed out"},
		}, "unavailable"},
		{command(2, "of its own", "RetryableWriteError"), "unavailable"},
		{command(14031, "available disk space of 5 bytes is less than required"), "full"},
		{write(14031, "out of disk space"), "full"},
		{command(
			1, `ERROR: could not extend file "base/16384/16390": No space left on device (SQLSTATE 53100)`,
		), "full"},
		{command(1, "[collection.go:138 sqlite.(*collection).InsertAll] database or disk is full (13)"), "full"},
		{command(1, `ERROR: duplicate key value violates unique constraint "slug" (SQLSTATE 23505)`), other},
		{command(1, "constraint failed: UNIQUE constraint failed: conditions (2067)"), other},
		{command(1, "ERROR: unsupported Unicode escape sequence (SQLSTATE 22P05)"), other},
		{command(2, "bad value"), other},
		{write(11000, "E11000 duplicate key error collection: clinic.conditions"), other},
		{command(121, "Document failed validation"), other},
	} {
		got := other
		switch err := store.Available(test.err); {
		case errors.Is(err, store.ErrFull) && errors.Is(err, store.ErrUnavailable):
			got = "full"
		case errors.Is(err, store.ErrUnavailable):
			got = "unavailable"
		}
		if got != test.want {
			t.Errorf("%v: %s, want %s", test.err, got, test.want)
		}
	}
}
