package replication_test

import (
	"bytes"
	"context"
	"log/slog"
	"sync"
	"testing"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/internal/catalog"
	"findcare/internal/clock"
	"findcare/internal/clock/clocktest"
	"findcare/internal/replication"
	"findcare/internal/store"
	"findcare/models"
)

// server is what follows a fake.
type server struct {
	*replication.Feed
	db        *store.Store
	directory *catalog.Catalog
	log       *lockedBuffer
	stop      func()
}

type lockedBuffer struct {
	mutex sync.Mutex
	bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	return b.Buffer.Write(p)
}

func (b *lockedBuffer) String() string {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	return b.Buffer.String()
}

// follow starts a server that has no checkpoint, and waits until it follows.
func follow(t *testing.T, d *fakeReplicaSet) *server {
	t.Helper()
	s := start(t, d, replication.CheckpointOptions{}, clocktest.Now)
	<-s.Loaded()
	want := replication.ModeStream
	if d.noStreams {
		want = replication.ModePoll
	}
	waitUntil(t, "the feed", func() bool { return s.State().Mode == want })
	return s
}

// start starts a server. It is stopped at the end of the test, if not before.
func start(t *testing.T, d *fakeReplicaSet, from replication.CheckpointOptions, now clock.Clock) *server {
	t.Helper()
	s := &server{directory: &catalog.Catalog{}, log: &lockedBuffer{}}
	logger := slog.New(slog.NewTextHandler(s.log, nil))
	db, err := store.New(t.Context(), store.Config{URI: d.uri(), Logger: logger})
	if err != nil {
		t.Fatal(err)
	}
	s.db = db
	s.Feed = replication.New(
		db,
		s.directory,
		replication.Options{
			Clock:      now,
			Catalog:    catalogOptions,
			Interval:   20 * time.Millisecond,
			Logger:     logger,
			Checkpoint: from,
		},
	)
	ctx, cancel := context.WithCancel(t.Context())
	var running sync.WaitGroup
	running.Go(func() { s.Run(ctx) })
	s.stop = sync.OnceFunc(func() {
		cancel()
		running.Wait()
		_ = db.Close(context.WithoutCancel(ctx))
	})
	t.Cleanup(s.stop)
	return s
}

// name is the name of a condition, "" where there is none.
func (s *server) name(slug string) string {
	if found := s.directory.Current().Condition(catalog.SlugOrID{Slug: &slug}); found != nil {
		return found.Name
	}
	return ""
}

func (s *server) version() string { return s.directory.Current().Directory().Version }

func waitUntil(t *testing.T, what string, holds func() bool) {
	t.Helper()
	waited := clock.Start()
	for !holds() {
		if waited.Elapsed() > 30*time.Second {
			t.Fatalf("%s: not after half a minute", what)
		}
		time.Sleep(5 * time.Millisecond)
	}
}

func idOf(slug string) string { return models.IDOfSlug(models.KindCondition, slug) }

// condition is a condition as it is stored, with other members than these, if given.
func condition(slug string, revision int64, name any, more ...bson.E) bson.D {
	return append(bson.D{
		{Key: "_id", Value: idOf(slug)},
		{Key: "slug", Value: slug},
		{Key: "revision", Value: revision},
		{Key: "updatedAt", Value: time.UnixMilli(1_790_000_000_000 + revision)},
		{Key: "name", Value: name},
	}, more...)
}

const conditions = "conditions"
