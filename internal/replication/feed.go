package replication

import (
	"context"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"findcare/internal/catalog"
	"findcare/internal/clock"
	"findcare/internal/store"
)

// Options say how a Feed works.
type Options struct {
	Clock clock.Clock
	// Catalog is for the snapshots that it makes.
	Catalog catalog.Options
	// Interval is how often a database without change streams is asked what was updated.
	Interval time.Duration
	// Fill, where given, writes into a database that has nothing in it at first. Where it is cut off, it is begun again
	// at the next start: the store calls it FillMark until it is finished.
	Fill     func(context.Context) error
	FillMark string
	Logger   *slog.Logger
}

// Feed keeps one catalog as one store is.
type Feed struct {
	store   *store.Store
	catalog *catalog.Catalog
	options Options
	contact contact
	waiters *waiters
	loaded  chan struct{} // closed once the directory has been loaded
	once    sync.Once
	applied atomic.Int64
	reloads atomic.Int64
	lag     atomic.Int64
}

// New makes a feed. Nothing is read before Reload or Run.
func New(db *store.Store, directory *catalog.Catalog, options Options) *Feed {
	return &Feed{
		store: db, catalog: directory, options: options, waiters: newWaiters(), loaded: make(chan struct{}),
	}
}

// Run keeps the catalog as the store is until the context ends. With an engine inside the process nobody else writes:
// there is nothing to follow.
func (f *Feed) Run(ctx context.Context) {
	var purging sync.WaitGroup
	purging.Go(func() { f.purge(ctx) })
	defer purging.Wait()
	if !f.store.Embedded() {
		(&follower{Feed: f}).follow(ctx)
	}
}

// Loaded is closed once the catalog has the directory.
func (f *Feed) Loaded() <-chan struct{} { return f.loaded }

// State is what operators see of a feed.
type State struct {
	Contact
	// Applied counts the changes that were taken over, Reloads how often everything was read again, and Quarantined the
	// documents that break a rule.
	Applied, Reloads int64
	Quarantined      int
	// Lag is how long after it was made the last change was taken over.
	Lag time.Duration
}

// State returns the present state of the feed.
func (f *Feed) State() State {
	contact := Contact{Mode: ModeEmbedded}
	if !f.store.Embedded() {
		contact = f.contact.read()
	}
	return State{
		Contact: contact, Applied: f.applied.Load(), Reloads: f.reloads.Load(), Quarantined: f.store.Quarantined(),
		Lag: time.Duration(f.lag.Load()),
	}
}

// Reload reads the whole directory into the catalog. What the catalog had is served until then.
func (f *Feed) Reload(ctx context.Context) error {
	watch := clock.Start()
	if err := f.catalog.Reload(func() (*catalog.Snapshot, error) { return f.build(ctx) }); err != nil {
		return err
	}
	again := true
	f.once.Do(func() {
		again = false
		close(f.loaded)
	})
	if again {
		f.reloads.Add(1)
	}
	state := f.catalog.Current().Directory()
	f.options.Logger.Info(
		"directory ready",
		"providers", state.ProviderCount,
		"articles", state.ArticleCount,
		"version", state.Version,
		"quarantined", f.store.Quarantined(),
		"took", watch.Elapsed().Round(time.Millisecond).String(),
	)
	return nil
}

