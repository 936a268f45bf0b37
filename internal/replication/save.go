package replication

import (
	"context"
	"crypto/rand"
	"errors"
	"runtime/debug"
	"time"

	"findcare/internal/catalog"
	"findcare/internal/clock"
	"findcare/internal/replication/checkpoint"
)

const (
	// saveLook is the pause between two looks at whether a checkpoint is due.
	saveLook = 5 * time.Second
	// A checkpoint is written after saveQuiet without a change, or else after saveBusy, and never saveLeast after the
	// one before. Where nothing changes, the place in the feed moves on: saveIdle is how often it is written.
	saveQuiet = time.Minute
	saveLeast = 5 * time.Minute
	saveBusy  = 30 * time.Minute
	saveIdle  = time.Hour
	// saveTimeout is how long the last checkpoint may take that is written at the end.
	saveTimeout = time.Minute
)

// saver writes checkpoints.
type saver struct {
	*Feed
	// changes counts those of the catalog when it last looked, and quiet is the time since then.
	changes int64
	quiet   clock.Stopwatch
	// last is the time since the last checkpoint was written, or tried; tried is false where there was none.
	last  clock.Stopwatch
	tried bool
	mark  string // of the last one
}

// run writes checkpoints until the context ends.
func (s *saver) run(ctx context.Context) {
	select {
	case <-ctx.Done():
		return
	case <-s.loaded:
	}
	if s.options.Checkpoint.Path == "" {
		return
	}
	s.changes, s.quiet, s.last = s.catalog.Changes(), clock.Start(), clock.Start()
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(saveLook):
			if s.look(); s.isDue(s.quiet.Elapsed(), s.last.Elapsed()) {
				s.write(ctx)
				debug.FreeOSMemory() // as after a load
			}
		}
	}
}

// finish writes the last checkpoint, after run, and after the follower has said how far it came.
func (s *saver) finish(ctx context.Context) {
	select {
	case <-s.loaded:
	default:
		return
	}
	if s.options.Checkpoint.Path == "" {
		return
	}
	if s.saved.Load() != s.catalog.Changes() || !s.store.Embedded() && s.last.Elapsed() > saveLeast {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), saveTimeout)
		defer cancel()
		s.write(ctx)
	}
}

// look finds out whether anything was changed.
func (s *saver) look() {
	if changes := s.catalog.Changes(); changes != s.changes {
		s.changes, s.quiet = changes, clock.Start()
	}
}

// isDue reports whether a checkpoint is due, some time after the last change and the last checkpoint.
func (s *saver) isDue(quiet, last time.Duration) bool {
	switch {
	case s.tried && last < saveLeast:
		return false
	case s.changes == s.saved.Load():
		return !s.store.Embedded() && last > saveIdle
	}
	return quiet >= saveQuiet || last >= saveBusy
}

// write writes a checkpoint.
func (s *saver) write(ctx context.Context) {
	watch := clock.Start()
	s.last, s.tried = watch, true
	changes := s.catalog.Changes()
	snapshot, header, err := s.take(ctx)
	if err == nil {
		err = checkpoint.Write(ctx, s.options.Checkpoint.Path, *header, snapshot.Documents())
		err = errors.Join(err, s.clean(ctx, header, err == nil))
	}
	if err != nil {
		if ctx.Err() == nil {
			s.options.Logger.Warn("the checkpoint was not written", "error", err)
		}
		return
	}
	s.saved.Store(changes)
	s.written.Store(&header.At)
	s.options.Logger.Info("checkpoint written", "took", watch.Elapsed().Round(time.Millisecond).String())
}

// take returns the snapshot to write, with the place in the feed that it stands for.
func (s *saver) take(ctx context.Context) (*catalog.Snapshot, *checkpoint.Header, error) {
	header := &checkpoint.Header{
		Database: s.options.Checkpoint.Database, Build: s.options.Checkpoint.Build, At: s.options.Clock(),
		Quarantined: s.store.Isolated(),
	}
	if s.store.Embedded() {
		snapshot, err := s.takeLogged(ctx, &header.Position)
		return snapshot, header, err
	}
	place, last := s.contact.place()
	if !place.known() {
		return nil, nil, errors.New("there is no place in the feed of changes")
	}
	snapshot := s.catalog.Current()
	header.At = last
	header.Position = checkpoint.Position{
		Token: place.token, Since: place.since, Reconciled: place.reconciled, Mark: rand.Text(),
	}
	// A database that has the mark has all that the snapshot has.
	return snapshot, header, s.store.PutMark(ctx, header.Position.Mark, s.options.Clock())
}

// takeLogged is take for the embedded engine. What was written since the last checkpoint, and never came into the
// catalog, does so now.
func (s *saver) takeLogged(ctx context.Context, position *checkpoint.Position) (*catalog.Snapshot, error) {
	entry, logs, err := s.store.LastLogged(ctx)
	if err == nil && !logs {
		err = errors.New("the database is only read")
	}
	if err != nil {
		return nil, err
	}
	const all = 1 << 40
	changed, err := s.store.LoggedSince(ctx, s.logged, all)
	if err != nil {
		return nil, err
	}
	current := s.catalog.Current()
	var differ []string
	for _, document := range changed {
		if current.Revision(document.ID) != document.Revision {
			differ = append(differ, document.ID)
		}
	}
	if err := s.settle(ctx, differ); err != nil {
		return nil, err
	}
	snapshot := s.catalog.Current()
	last, _, err := s.store.LastLogged(ctx)
	position.Entry, position.Last = entry, last
	return snapshot, err
}

// clean removes what only the checkpoint before needed, or, where it was not written, what this one would have needed.
func (s *saver) clean(ctx context.Context, header *checkpoint.Header, written bool) error {
	position := &header.Position
	switch {
	case !s.store.Embedded() && written:
		s.store.RemoveMark(ctx, s.mark)
		s.mark = position.Mark
	case !s.store.Embedded():
		s.store.RemoveMark(context.WithoutCancel(ctx), position.Mark)
	case written:
		s.logged = position.Entry
		return s.store.TrimLog(ctx, position.Entry)
	}
	return nil
}
