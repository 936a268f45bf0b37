package replication

import (
	"context"
	"log/slog"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"findcare/internal/catalog"
	"findcare/internal/clock"
	"findcare/internal/store"
)

// Options configure a Feed.
type Options struct {
	Clock clock.Clock
	// Catalog is for the snapshots that it makes.
	Catalog catalog.Options
	// Interval is how often a database without change streams is polled.
	Interval time.Duration
	// Fill, if set, writes into an empty database. If it is interrupted, the next start calls it again: FillMark marks
	// it as unfinished in the store.
	Fill     func(context.Context) error
	FillMark string
	// Checkpoint is what a start goes on from.
	Checkpoint CheckpointOptions
	Logger     *slog.Logger
}

// Feed keeps one catalog up to date with one store.
type Feed struct {
	store   *store.Store
	catalog *catalog.Catalog
	options Options
	contact contact
	waiters *waiters
	loaded  chan struct{} // closed once the directory has been loaded
	once    sync.Once
	// current is set once the catalog has all that the database had when it was read. Before that, withheld is set
	// while it has a checkpoint, and asOf is when that was written where it is shown.
	current, withheld atomic.Bool
	asOf              atomic.Pointer[time.Time]
	// saved counts the changes of the catalog that the checkpoint has, and logged is the entry of the log of changes
	// that the catalog was last held against.
	saved   atomic.Int64
	written atomic.Pointer[time.Time] // when the checkpoint was written; nil where there is none
	logged  store.LogEntry
	applied atomic.Int64
	reloads atomic.Int64
	lag     atomic.Int64
	told    told
}

// New returns a feed. Nothing is read before Reload or Run.
func New(db *store.Store, directory *catalog.Catalog, options Options) *Feed {
	return &Feed{
		store: db, catalog: directory, options: options, waiters: newWaiters(), loaded: make(chan struct{}),
	}
}

// Run keeps the catalog up to date until the context ends. With an embedded engine nobody else writes, so there is
// nothing to follow, and the caller loads the catalog by Reload.
func (f *Feed) Run(ctx context.Context) {
	var others sync.WaitGroup
	saver := &saver{Feed: f}
	others.Go(func() { f.purge(ctx) })
	others.Go(func() { saver.run(ctx) })
	if !f.store.Embedded() {
		(&follower{Feed: f}).follow(ctx)
	}
	others.Wait()
	saver.finish(ctx)
}

// open says that the catalog has what the database has.
func (f *Feed) open() {
	f.current.Store(true)
	f.withheld.Store(false)
	f.asOf.Store(nil)
	f.once.Do(func() { close(f.loaded) })
}

// Serves reports whether the catalog may be shown. A checkpoint is shown when it has been brought up to date, or while
// the database has not answered yet and it is not too old.
func (f *Feed) Serves() bool {
	if !f.withheld.Load() {
		return true
	}
	_, stale := f.Stale()
	return stale
}

// Stale returns the age of the checkpoint that is shown; false where none is shown.
func (f *Feed) Stale() (age time.Duration, stale bool) {
	at := f.asOf.Load()
	if at == nil {
		return 0, false
	}
	age = f.options.Clock.Since(*at)
	return age, age <= f.options.Checkpoint.MaxAge
}

// Loaded returns a channel that is closed once the catalog has the directory.
func (f *Feed) Loaded() <-chan struct{} { return f.loaded }

// State is what operators see of a feed.
type State struct {
	Contact
	// Applied counts the changes that were applied, Reloads how often everything was read again, and Quarantined the
	// documents that break a rule.
	Applied, Reloads int64
	Quarantined      int
	// Lag is the time between the last change and its application.
	Lag time.Duration
	// Checkpoint is when the checkpoint was written that a start would go on from; nil where there is none.
	Checkpoint *time.Time
}

// State returns the present state of the feed.
func (f *Feed) State() State {
	contact := Contact{Mode: ModeEmbedded}
	if !f.store.Embedded() {
		contact = f.contact.read()
	}
	return State{
		Contact: contact, Applied: f.applied.Load(), Reloads: f.reloads.Load(), Quarantined: f.store.Quarantined(),
		Lag: time.Duration(f.lag.Load()), Checkpoint: f.written.Load(),
	}
}

// Reload reads the whole directory into the catalog, which serves its previous content in the meantime.
func (f *Feed) Reload(ctx context.Context) error {
	watch, began := clock.Start(), f.options.Clock()
	if err := f.catalog.Reload(func() (*catalog.Snapshot, error) { return f.build(ctx) }); err != nil {
		return err
	}
	f.complete(began.Add(-store.PollOverlap))
	if f.current.Load() {
		f.reloads.Add(1)
	}
	f.open()
	state := f.catalog.Current().Directory()
	f.options.Logger.Info(
		"directory ready",
		"providers", state.ProviderCount,
		"articles", state.ArticleCount,
		"version", state.Version,
		"quarantined", f.store.Quarantined(),
		"took", watch.Elapsed().Round(time.Millisecond).String(),
	)
	debug.FreeOSMemory() // what was read and is not needed any more is often more than what stays
	return nil
}
