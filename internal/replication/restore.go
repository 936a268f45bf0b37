package replication

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"
	"time"

	"findcare/internal/catalog"
	"findcare/internal/clock"
	"findcare/internal/replication/checkpoint"
	"findcare/internal/store"
)

// CheckpointOptions say where the checkpoint of a database is. Without a path there is none.
type CheckpointOptions struct {
	Path string
	// Database identifies the database, and Build this program.
	Database, Build string
	// MaxAge is how old a checkpoint may be to be shown while the database is away.
	MaxAge time.Duration
}

// restored is a checkpoint as it was read.
type restored struct {
	*checkpoint.Header
	snapshot *catalog.Snapshot
	took     clock.Stopwatch
}

// restore reads the checkpoint; false where there is none that can be used. Without a folder for it, none is written
// either.
func (f *Feed) restore() (*restored, bool) {
	o := &f.options.Checkpoint
	if o.Path == "" {
		return nil, false
	}
	if err := prepareFolder(o.Path, f.options.Clock); err != nil {
		f.options.Logger.Warn("there will be no checkpoint: the data directory cannot be written", "error", err)
		o.Path = ""
		return nil, false
	}
	took := clock.Start()
	reading := checkpoint.Reading{Database: o.Database, Build: o.Build, Keep: f.store.KeepsRules}
	header, documents, err := reading.Read(o.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, false
	case errors.Is(err, checkpoint.ErrDamaged):
		to, asideErr := checkpoint.PutAside(o.Path)
		f.options.Logger.Warn("the checkpoint cannot be used and was put aside",
			"error", errors.Join(err, asideErr), "file", to)
		return nil, false
	case err != nil:
		f.options.Logger.Warn("the checkpoint cannot be read", "error", err)
		return nil, false
	}
	f.written.Store(&header.At)
	f.store.Isolate(header.Quarantined)
	return &restored{header, catalog.Build(documents, f.options.Catalog), took}, true
}

// prepareFolder makes sure that checkpoints can be written, and removes what a process has left that died.
func prepareFolder(path string, now clock.Clock) error {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	probe, err := os.CreateTemp(dir, ".write-*")
	if err != nil {
		return err
	}
	return errors.Join(probe.Close(), os.Remove(probe.Name()), checkpoint.CleanUp(path, now))
}

// Open loads the directory of an embedded engine: from the checkpoint and the log of changes where that is possible.
// The database is prepared in the meantime.
func (f *Feed) Open(ctx context.Context, prepare func(context.Context) error) error {
	var found *restored
	var reading sync.WaitGroup
	ok := false
	reading.Go(func() { found, ok = f.restore() })
	err := prepare(ctx)
	reading.Wait()
	if err == nil && ok {
		ok, err = f.resumeLog(ctx, found)
	}
	if err != nil || ok {
		return err
	}
	return f.Reload(ctx)
}

// maxLogged is how many documents may have changed since a checkpoint, as a part of all; reading them one by one takes
// longer than reading all of them then.
const maxLogged = 20

// resumeLog brings a checkpoint up to date by the log of changes. Resumed is false where that is not possible.
func (f *Feed) resumeLog(ctx context.Context, from *restored) (resumed bool, err error) {
	position := from.Position
	last, logs, err := f.store.LastLogged(ctx)
	if !logs || err != nil {
		return false, err
	}
	if known, err := f.store.HasLogged(ctx, position.Entry, position.Last); !known || err != nil {
		f.unusable("the database is not the one that it was written from, or an older state of it")
		return false, err
	}
	size := from.snapshot.Len()
	most := max(maxChanges, size/maxLogged)
	changed, err := f.store.LoggedSince(ctx, position.Entry, most+1)
	if err != nil {
		return false, err
	}
	if len(changed) > most {
		f.unusable("too much has changed since it was written")
		return false, nil
	}
	if fill, err := f.toFill(ctx, size+len(changed)+len(from.Quarantined) == 0); fill || err != nil {
		return false, err
	}
	f.publish(from)
	if err := f.settle(ctx, append(f.release(changed), f.isolated(from.Header)...)); err != nil {
		return false, err
	}
	f.logged = last
	f.ready(from, len(changed))
	return true, nil
}

func (f *Feed) unusable(reason string) {
	f.written.Store(nil)
	f.options.Logger.Info("the checkpoint is not used: everything is read", "reason", reason)
}

// publish puts a checkpoint into the catalog. It is not shown yet.
func (f *Feed) publish(from *restored) {
	f.withheld.Store(true)
	f.catalog.Publish(from.snapshot)
	if from.Build == f.options.Checkpoint.Build { // else it is written again, for the next start
		f.saved.Store(f.catalog.Changes())
	}
}

// release takes documents that have changed out of quarantine, where they come again if they still break a rule, and
// returns their ids.
func (f *Feed) release(changed []store.Logged) (ids []string) {
	for _, document := range changed {
		if kind, ok := store.KindOf(document.Collection); ok {
			f.store.Release(kind, document.ID)
		}
		ids = append(ids, document.ID)
	}
	return ids
}

// isolated are the ids of documents that broke a rule of another build, and may keep those of this one.
func (f *Feed) isolated(header *checkpoint.Header) (ids []string) {
	if header.Build == f.options.Checkpoint.Build {
		return nil
	}
	for name := range header.Quarantined {
		ids = append(ids, filepath.Base(name))
	}
	return ids
}

// ready says that a checkpoint is up to date.
func (f *Feed) ready(from *restored, changed int) {
	state := f.catalog.Current().Directory()
	f.options.Logger.Info(
		"directory ready from the checkpoint",
		"providers", state.ProviderCount,
		"articles", state.ArticleCount,
		"version", state.Version,
		"quarantined", f.store.Quarantined(),
		"age", f.options.Clock.Since(from.At).Round(time.Second).String(),
		"changed", changed,
		"took", from.took.Elapsed().Round(time.Millisecond).String(),
	)
	f.open()
	debug.FreeOSMemory() // as after everything was read
}
