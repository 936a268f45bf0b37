package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/internal/clock"
	"findcare/models"
)

// A database has a version, that of the newest findcare which has written there: a findcare that does not know the
// version reads, and writes nothing, since it would undo what it does not know. The version is raised by an insert, so
// that it never goes back, whichever servers start at the same moment.

// Version is the newest version of a database that this findcare knows.
const Version = 2

// firstVersion is that of databases that say none, which are those of 0.1.0.
const firstVersion = 1

// migrations bring a database to a version from the one before. Each may be cut off anywhere and run again, also by
// several servers at a time.
var migrations = map[int]func(ctx context.Context, s *Store) error{
	2: func(ctx context.Context, s *Store) error {
		return s.DropDigests(ctx, "") // which may be of an import that was cut off: those of 0.1.0 do not tell
	},
}

// versionLife is for how long what was read of the version holds. Whoever raises it waits as long, and for writes that
// have begun by then.
const versionLife = 2 * time.Second

// readOnly is the error of a write into a database of a version that this findcare does not know.
func readOnly(version, known int) error {
	return &models.Error{
		Code: models.CodeReadOnly,
		Message: fmt.Sprintf("the database has version %d, which a newer findcare has made of it; "+
			"this findcare knows versions up to %d, and so it reads and writes nothing: use the newer findcare", version, known),
	}
}

// versionMark is what is stored of each version that a database has come to.
type versionMark struct {
	Version int `bson:"_id"`
}

// knownVersion is a version of the database as it was read.
type knownVersion struct {
	version int
	read    clock.Stopwatch
}

// readVersion reads the version of the database.
func (s *Store) readVersion(ctx context.Context) (int, error) {
	read := clock.Start()
	var marks []versionMark
	cursor, err := s.named(versionsCollection).find(ctx, bson.D{})
	if err == nil {
		err = cursor.All(ctx, &marks)
	}
	if err != nil {
		return 0, s.available(err, "read the version of the database")
	}
	version := firstVersion
	for _, mark := range marks {
		version = max(version, mark.Version)
	}
	s.version.Store(&knownVersion{version, read})
	return version, nil
}

// admitted marks the context of a write of several steps that has begun.
type admitted struct{}

// admit lets a write of several steps begin, and then come to its end.
func (s *Store) admit(ctx context.Context) (context.Context, error) {
	if err := s.MayWrite(ctx); err != nil {
		return nil, err
	}
	return context.WithValue(ctx, admitted{}, true), nil
}

// MayWrite tells whether this findcare may write. Nobody else can raise the version of the embedded engine's database.
func (s *Store) MayWrite(ctx context.Context) error {
	if ctx.Value(admitted{}) != nil {
		return nil
	}
	version := 0
	if known := s.version.Load(); known != nil && (s.Embedded() || known.read.Elapsed() < versionLife) {
		version = known.version
	} else {
		if s.unreachable.Load() {
			return ErrUnavailable
		}
		ctx, cancel := context.WithTimeout(ctx, writeTimeout)
		defer cancel()
		var err error
		if version, err = s.readVersion(ctx); err != nil {
			return err
		}
	}
	if version > s.knows {
		return readOnly(version, s.knows)
	}
	return nil
}

// migrate brings the database to the version that this findcare knows.
func (s *Store) migrate(ctx context.Context, version int) error {
	ctx = context.WithValue(ctx, admitted{}, true)
	for next := version + 1; next <= s.knows; next++ {
		if step := migrations[next]; step != nil {
			if err := step(ctx, s); err != nil {
				return fmt.Errorf("migrate to version %d: %w", next, err)
			}
		}
		err := s.insert(ctx, s.named(versionsCollection), versionMark{next})
		if err != nil && !errors.Is(err, ErrDuplicate) { // by another server that starts at this moment
			return fmt.Errorf("migrate to version %d: %w", next, err)
		}
	}
	if _, err := s.readVersion(ctx); err != nil {
		return err
	}
	if version == firstVersion || s.Embedded() { // 0.1.0 would not look at the version
		return nil
	}
	return pauseFor(ctx, versionLife+writeTimeout)
}
