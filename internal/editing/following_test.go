package editing_test

import (
	"context"
	"fmt"
	"log/slog"
	"maps"
	"math/rand/v2"
	"net/url"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"findcare/internal/auth"
	"findcare/internal/catalog"
	"findcare/internal/clock"
	"findcare/internal/clock/clocktest"
	"findcare/internal/editing"
	"findcare/internal/replication"
	"findcare/internal/replication/checkpoint"
	"findcare/internal/store"
	"findcare/models"
	"findcare/models/modelstest"
)

// Whoever follows the directory from any cursor, whatever happens meanwhile, ends with all that the public sees, and
// is told of nothing that the public never saw.
func TestWhoFollowsHasTheDirectory(t *testing.T) {
	for seed := range uint64(4) {
		t.Run(fmt.Sprintf("embedded engine, seed %d", seed), func(t *testing.T) {
			t.Parallel()
			f := newFollowing(t, seed)
			dir := t.TempDir()
			f.clock = func() time.Time { return clocktest.Now().Add(time.Duration(f.ahead.Load())) }
			f.start = func() *followedServer { return f.serve(store.Config{DataDir: dir}, dir) }
			f.servers = []*followedServer{f.start()}
			f.run(200)
		})
	}
}

func TestWhoFollowsServersThatPollHasTheDirectory(t *testing.T) {
	clocktest.OutsideEngine(t) // which tells the time of polls
	socket := openEngine(t)
	for seed := range uint64(2) {
		t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) {
			f := newFollowing(t, seed)
			f.clock, f.polls = clocktest.Now, true
			uri := fmt.Sprintf("mongodb://%s/followed%d", url.PathEscape(socket), seed)
			f.start = func() *followedServer { return f.serve(store.Config{URI: uri}, t.TempDir()) }
			f.servers = []*followedServer{f.start(), f.start()}
			f.run(40)
		})
	}
}

// followedServer is a server within the test.
type followedServer struct {
	*editing.Editor
	db        *store.Store
	directory *catalog.Catalog
	feed      *replication.Feed
	stop      func()
}

// following is random changes, and those who follow them.
type following struct {
	*testing.T
	*rand.Rand
	ctx     context.Context
	clock   clock.Clock
	ahead   atomic.Int64
	polls   bool
	start   func() *followedServer
	servers []*followedServer
	// ids are those of the documents that were made, by kind, and public those that the public has seen.
	ids    map[models.Kind][]string
	public map[string]bool
	made   int
	copies []directoryCopy
}

// directoryCopy is what somebody has who has followed the directory up to a cursor: the revisions of documents.
type directoryCopy struct {
	cursor    string
	at        time.Time // when the cursor was given
	revisions map[string]int64
}

func newFollowing(t *testing.T, seed uint64) *following {
	return &following{
		T: t, Rand: rand.New(rand.NewPCG(seed, 20)), ids: make(map[models.Kind][]string), public: make(map[string]bool),
		ctx: auth.With(t.Context(), &auth.Principal{ID: "usr_ada", Name: "Ada", Role: auth.Admin}),
	}
}

func (f *following) serve(config store.Config, dir string) *followedServer {
	f.Helper()
	db, err := store.New(f.Context(), config)
	if err != nil {
		f.Fatal(err)
	}
	s := &followedServer{db: db, directory: new(catalog.Catalog)}
	s.feed = replication.New(db, s.directory, replication.Options{
		Clock: f.clock, Interval: 20 * time.Millisecond, Logger: slog.New(slog.DiscardHandler),
		Catalog: catalog.Options{Today: func() models.Date { return models.DateOf(f.clock()) }},
		Checkpoint: replication.CheckpointOptions{
			Path: checkpoint.Path(dir, db.Identity()), Database: db.Identity(), Build: "this",
		},
	})
	if db.Embedded() {
		if err := s.feed.Open(f.Context(), db.Prepare); err != nil {
			f.Fatal(err)
		}
	}
	ctx, cancel := context.WithCancel(f.Context())
	var running sync.WaitGroup
	running.Go(func() { s.feed.Run(ctx) })
	s.stop = sync.OnceFunc(func() {
		cancel()
		running.Wait()
		_ = db.Close(context.WithoutCancel(ctx))
	})
	f.Cleanup(s.stop)
	<-s.feed.Loaded()
	s.Editor = editing.New(db, s.directory, s.feed, f.clock)
	return s
}

// run makes random steps, and then checks what everybody has who has followed them from anywhere.
func (f *following) run(steps int) {
	for range steps {
		f.step()
		for _, s := range f.servers {
			f.see(s)
		}
	}
	version := f.servers[0].directory.Current().Directory().Version
	for _, s := range f.servers {
		if err := s.feed.CatchUp(f.ctx); err != nil {
			f.Fatal(err)
		}
		version = s.directory.Current().Directory().Version
	}
	for _, s := range f.servers {
		if got := s.directory.Current().Directory().Version; got != version {
			f.Fatalf("the servers have the versions %s and %s", got, version)
		}
		want := make(map[string]int64)
		for document := range s.directory.Current().Documents() {
			if models.Shown(document) {
				want[document.Head().ID] = document.Head().Revision
			}
		}
		for _, c := range f.copies {
			c.revisions = maps.Clone(c.revisions)
			for f.follow(s, &c, 1+f.IntN(40)) {
			}
			if !maps.Equal(c.revisions, want) {
				f.Errorf("who has followed from %s has %v, want %v", c.cursor, c.revisions, want)
			}
		}
	}
}

// see notes what the public sees.
func (f *following) see(s *followedServer) {
	for document := range s.directory.Current().Documents() {
		if models.Shown(document) {
			f.public[document.Head().ID] = true
		}
	}
}

// follow takes one page, and reports whether there is more.
func (f *following) follow(s *followedServer, c *directoryCopy, first int) (more bool) {
	f.Helper()
	var after *string
	if c.cursor != "" {
		after = &c.cursor
	}
	snapshot := s.directory.Current()
	answer, err := s.feed.DirectoryChanges(f.ctx, snapshot, after, &first)
	if models.ErrorCode(err) == models.CodeStartOver {
		// A cursor is good for a week, and what its server was not sure of is half a minute more.
		if age := f.clock().Sub(c.at); age < store.TombstoneLife-2*time.Hour {
			f.Fatalf("%v, after %v", err, age)
		}
		*c = directoryCopy{revisions: make(map[string]int64)}
		return true
	}
	if err != nil {
		f.Fatal(err)
	}
	for _, change := range answer.Changes {
		if change.Document() == nil {
			delete(c.revisions, change.ID)
		} else {
			c.revisions[change.ID] = snapshot.Revision(change.ID)
		}
		if !f.public[change.ID] {
			f.Errorf("the public is told of %s, which it never saw", change.ID)
		}
	}
	if c.cursor = answer.Cursor; !answer.HasMore || c.at.IsZero() {
		c.at = f.clock()
	}
	return answer.HasMore
}

// step makes a change, restarts a server, or has somebody follow.
func (f *following) step() {
	s := f.servers[f.IntN(len(f.servers))]
	switch n := f.IntN(20); {
	case n < 12:
		f.change(s)
	case n < 17:
		c := directoryCopy{revisions: make(map[string]int64)}
		if len(f.copies) > 0 && f.IntN(4) > 0 {
			from := f.copies[f.IntN(len(f.copies))]
			c = from
			c.revisions = maps.Clone(from.revisions)
		}
		for range 1 + f.IntN(4) {
			if !f.follow(s, &c, 1+f.IntN(8)) {
				break
			}
		}
		f.copies = append(f.copies, c)
	case n == 17:
		s.stop()
		for at := range f.servers {
			if f.servers[at] == s {
				f.servers[at] = f.start()
			}
		}
	case n == 18 && !f.polls:
		by := []time.Duration{time.Second, time.Minute, 24 * time.Hour, 8 * 24 * time.Hour}[f.IntN(4)]
		f.ahead.Add(int64(by))
		if _, err := s.db.Purge(f.ctx, f.clock().Add(-store.TombstoneLife)); err != nil {
			f.Fatal(err)
		}
	default:
		if err := s.feed.Reload(f.ctx); err != nil {
			f.Fatal(err)
		}
	}
}

// change makes a random change. Some are refused, as of what was deleted.
func (f *following) change(s *followedServer) {
	w := func(operation string) editing.Write { return editing.Write{Operation: operation} }
	f.made++
	name := fmt.Sprintf("Name %d", f.made)
	var outcome editing.Outcome
	var err error
	create := func(kind models.Kind, input fields) {
		if outcome, err = s.Create(f.ctx, w("create"), modelstest.Input(kind, input)); outcome.Document != nil {
			f.ids[kind] = append(f.ids[kind], outcome.Document.Head().ID)
		}
	}
	condition, provider := f.any(models.KindCondition), f.any(models.KindProvider)
	article := f.any(models.KindArticle)
	switch f.IntN(14) {
	case 0:
		create(models.KindCondition, fields{"name": name})
	case 1, 2:
		input := fields{"name": name, "kind": "INDIVIDUAL"}
		if condition != "" && f.IntN(2) > 0 {
			input["conditions"] = []any{condition}
		}
		create(models.KindProvider, input)
	case 3, 4:
		create(models.KindArticle, fields{
			"title": name, "topic": map[string]any{"condition": condition}, "lead": "A lead.", "author": "Ada",
		})
	case 5:
		outcome, err = s.Update(
			f.ctx, w("update"), condition, modelstest.Input(models.KindCondition, fields{"description": name}))
	case 6:
		outcome, err = s.Update(
			f.ctx, w("update"), provider, modelstest.Input(models.KindProvider, fields{"name": name}))
	case 7:
		outcome, err = s.Retire(f.ctx, w("retire"), provider)
	case 8:
		outcome, err = s.Reinstate(f.ctx, w("reinstate"), provider)
	case 9:
		outcome, err = s.Publish(f.ctx, w("publish"), article)
	case 10:
		outcome, err = s.Unpublish(f.ctx, w("unpublish"), article)
	case 11:
		outcome, err = s.Update(f.ctx, w("update"), article, modelstest.Input(models.KindArticle, fields{"lead": name}))
	case 12:
		kind := models.Kinds[f.IntN(len(models.Kinds))]
		outcome, err = s.Delete(f.ctx, w("delete"), kind, f.any(kind))
	case 13:
		outcome, err = s.Merge(f.ctx, w("merge"), models.KindCondition, condition, f.any(models.KindCondition))
	}
	if err != nil && models.ErrorCode(err) != models.CodeBadUserInput { // of an id that there is not
		f.Fatal(err)
	}
}

// any returns the id of one of the documents of a kind that were made, "" where there is none.
func (f *following) any(kind models.Kind) string {
	if ids := f.ids[kind]; len(ids) > 0 {
		return ids[f.IntN(len(ids))]
	}
	return ""
}
