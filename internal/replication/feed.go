// Package replication keeps the catalog as the database is: it loads the directory, and takes over what other servers,
// imports and other tools write.
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
	"findcare/models"
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
	loaded  chan struct{} // closed once the directory has been loaded
	once    sync.Once
	applied atomic.Int64
	reloads atomic.Int64
	lag     atomic.Int64
}

// New makes a feed. Nothing is read before Reload or Run.
func New(db *store.Store, directory *catalog.Catalog, options Options) *Feed {
	return &Feed{store: db, catalog: directory, options: options, loaded: make(chan struct{})}
}

// Run keeps the catalog as the store is until the context ends. With an engine inside the process nobody else writes:
// there is nothing to follow.
func (f *Feed) Run(ctx context.Context) {
	var purging sync.WaitGroup
	purging.Go(func() { f.purge(ctx) })
	defer purging.Wait()
	if !f.store.Embedded() {
		f.store.Follow(ctx, f.options.Clock, f.options.Interval, f)
	}
}

// Loaded is closed once the catalog has the directory.
func (f *Feed) Loaded() <-chan struct{} { return f.loaded }

// State tells of a feed.
type State struct {
	store.Contact
	// Applied counts the changes that were taken over, Reloads how often everything was read again, and LeftOut the
	// documents that break a rule.
	Applied, Reloads int64
	LeftOut          int
	// Lag is how long after it was made the last change was taken over.
	Lag time.Duration
}

// State tells of the feed as it is now.
func (f *Feed) State() State {
	return State{
		Contact: f.store.Contact(), Applied: f.applied.Load(), Reloads: f.reloads.Load(), LeftOut: f.store.LeftOut(),
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
		"providers",
		state.ProviderCount,
		"articles",
		state.ArticleCount,
		"version",
		state.Version,
		"left_out",
		f.store.LeftOut(),
		"took",
		watch.Elapsed().Round(time.Millisecond).String(),
	)
	return nil
}

func (f *Feed) build(ctx context.Context) (*catalog.Snapshot, error) {
	documents, err := f.store.Load(ctx)
	if err != nil {
		return nil, err
	}
	fill := false
	if f.catalog.Current() == nil {
		if fill, err = f.toFill(ctx, documents.Len()+f.store.LeftOut() == 0); err != nil {
			return nil, err
		}
	}
	if fill {
		if err := f.options.Fill(ctx); models.ErrorCode(err) == models.CodeReadOnly {
			return catalog.Build(documents, f.options.Catalog), nil
		} else if err != nil {
			return nil, err
		}
		if documents, err = f.store.Load(ctx); err != nil {
			return nil, err
		}
	}
	return catalog.Build(documents, f.options.Catalog), nil
}

// toFill tells whether there is something to fill in, or to go on with, and names what else somebody has to do again.
func (f *Feed) toFill(ctx context.Context, empty bool) (fill bool, err error) {
	unfinished, err := f.store.Unfinished(ctx)
	if err != nil {
		return false, err
	}
	fill = empty && f.options.Fill != nil
	for _, what := range unfinished {
		if f.options.Fill != nil && what == f.options.FillMark {
			fill = true
			continue
		}
		f.options.Logger.Warn(
			"something was begun and is not finished: it is under way, or was cut off and has to be done again",
			"what",
			what,
		)
	}
	return fill, nil
}

// Apply takes changes over. Those that the catalog cannot judge by their revisions are looked up.
func (f *Feed) Apply(ctx context.Context, told store.Changes) error {
	var changes catalog.Changes
	for _, document := range told.Documents {
		if head := document.Head(); head.DeletedAt != nil {
			changes.Removed = append(changes.Removed, catalog.Removal{ID: head.ID, Revision: head.Revision})
		} else {
			changes.Written = append(changes.Written, document)
		}
	}
	applied := f.catalog.Apply(changes)
	f.count(applied.Changes)
	doubtful := applied.Doubtful
	for _, id := range told.Gone {
		if f.catalog.Current().Document(id) != nil {
			doubtful = append(doubtful, id)
		}
	}
	return f.settle(ctx, doubtful)
}

// settle makes some documents what the database now has of them, whatever their revisions.
func (f *Feed) settle(ctx context.Context, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	changes := catalog.Changes{Over: f.catalog.Current()}
	stored, err := f.store.Current(ctx, ids)
	if err != nil {
		return err
	}
	there := make(map[string]bool, len(stored))
	for _, document := range stored {
		there[document.Head().ID] = true
		changes.Written = append(changes.Written, document)
	}
	for _, id := range ids {
		if !there[id] {
			there[id] = true
			changes.Removed = append(changes.Removed, catalog.Removal{ID: id})
		}
	}
	f.count(f.catalog.Apply(changes).Changes)
	return nil
}

// count counts what was news, and how late it came.
func (f *Feed) count(news catalog.Changes) {
	f.applied.Add(int64(len(news.Written) + len(news.Removed)))
	var first time.Time
	for _, document := range news.Written {
		if at := document.Head().UpdatedAt; first.IsZero() || at.Before(first) {
			first = at
		}
	}
	if !first.IsZero() {
		f.lag.Store(int64(max(f.options.Clock.Since(first), 0)))
	}
}

// purge removes, once a day, what is left of documents that were deleted long ago.
func (f *Feed) purge(ctx context.Context) {
	const daily, sooner = 24 * time.Hour, time.Hour
	select {
	case <-ctx.Done():
		return
	case <-f.loaded:
	}
	for {
		pause := daily
		purged, err := f.store.Purge(ctx, f.options.Clock().Add(-store.TombstoneLife))
		switch {
		case ctx.Err() != nil:
			return
		case models.ErrorCode(err) == models.CodeReadOnly: // that is told at the start
		case err != nil:
			pause = sooner
			f.options.Logger.Warn("deleted documents were not purged", "error", err, "next", pause.String())
		case purged > 0:
			f.options.Logger.Info("purged what was left of deleted documents", "documents", purged)
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(pause):
		}
	}
}

var _ store.Follower = (*Feed)(nil)
