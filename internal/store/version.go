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

// A database has a version: that of the newest findcare that has written to it. A findcare that does not know the
// version only reads, because writing would destroy what it does not know. The version is raised by an insert, so that
// it never decreases, even if several servers start at the same time.

// Version is the newest version of a database that this findcare knows.
const Version = 2

// firstVersion is the version of databases without one, which are those of 0.1.0.
const firstVersion = 1

// migration migrates a database to a version from the previous one. It may be interrupted anywhere and run again, also
// by several servers at the same time.
func (s *Store) migration(ctx context.Context, to int) error {
	if to == 2 {
		return s.DropDigests(ctx, "") // they may be those of an interrupted import: 0.1.0 did not mark that
	}
	return nil
}

// versionLife is how long the version is cached. Whoever raises it waits that long, and for writes that began by then.
const versionLife = 2 * time.Second

// readOnly is the error of a write to a database of an unknown version.
func readOnly(version, known int) error {
	return &models.Error{
		Code: models.CodeReadOnly,
		Message: fmt.Sprintf("the database has version %d, which a newer findcare has made of it; "+
			"this findcare knows versions up to %d, and so it reads but does not write: use the newer findcare",
			version, known),
	}
}

// versionMark is stored for each version that a database has reached.
type versionMark struct {
	Version int `bson:"_id"`
}

// knownVersion is the cached version of the database.
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

// admit lets a write of several steps begin, and makes sure that it can finish.
func (s *Store) admit(ctx context.Context) (context.Context, error) {
	if err := s.MayWrite(ctx); err != nil {
		return nil, err
	}
	return context.WithValue(ctx, admitted{}, true), nil
}

// MayWrite returns nil if this findcare may write. Only this process can raise the version of an embedded database.
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

// migrate migrates the database to the version that this findcare knows.
func (s *Store) migrate(ctx context.Context, version int) error {
	ctx = context.WithValue(ctx, admitted{}, true)
	for next := version + 1; next <= s.knows; next++ {
		if err := s.migration(ctx, next); err != nil {
			return fmt.Errorf("migrate to version %d: %w", next, err)
		}
		err := s.insert(ctx, s.named(versionsCollection), versionMark{next})
		if err != nil && !errors.Is(err, ErrDuplicate) { // another server starts at the same time
			return fmt.Errorf("migrate to version %d: %w", next, err)
		}
	}
	if _, err := s.readVersion(ctx); err != nil {
		return err
	}
	if version == firstVersion || s.Embedded() { // 0.1.0 does not check the version
		return nil
	}
	return pauseFor(ctx, versionLife+writeTimeout)
}
