package e2e

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"sync"
	"testing"
	"time"

	"findcare/internal/auth"
	"findcare/internal/catalog"
	"findcare/internal/clock"
	"findcare/internal/clock/clocktest"
	"findcare/internal/editing"
	"findcare/internal/replication"
	"findcare/internal/store"
	"findcare/models"
	"findcare/models/modelstest"
)

// peer is a server within the test, beside the running ones on the same database: it makes the writes.
type peer struct {
	*editing.Editor
	directory *catalog.Catalog
	changes   *replication.Feed
	ctx       context.Context
}

func newPeer(t *testing.T, uri string) *peer {
	t.Helper()
	here, _ := newPeerAt(t, uri, clocktest.Now)
	return here
}

// newPeerAt is newPeer with a clock of its own.
func newPeerAt(t *testing.T, uri string, now clock.Clock) (*peer, *store.Store) {
	t.Helper()
	db, err := store.New(t.Context(), store.Config{URI: uri})
	if err != nil {
		t.Fatal(err)
	}
	directory := &catalog.Catalog{}
	options := catalog.Options{
		SiteURL: "https://care.example",
		Today:   func() models.Date { return models.DateOf(now()) },
	}
	changes := replication.New(
		db,
		directory,
		replication.Options{
			Clock:    now,
			Catalog:  options,
			Interval: 200 * time.Millisecond,
			Logger:   slog.New(slog.DiscardHandler),
		},
	)
	ctx, cancel := context.WithCancel(t.Context())
	var running sync.WaitGroup
	running.Go(func() { changes.Run(ctx) })
	t.Cleanup(func() {
		cancel()
		running.Wait()
		_ = db.Close(context.WithoutCancel(ctx))
	})
	<-changes.Loaded()
	return &peer{
		editing.New(db, directory, changes, now), directory, changes,
		auth.With(ctx, &auth.Principal{ID: "wren", Role: auth.Admin}),
	}, db
}

// create makes a condition and returns its id.
func (p *peer) create(t *testing.T, slug string) string {
	t.Helper()
	outcome, err := p.Create(
		p.ctx,
		editing.Write{Operation: "createCondition"},
		modelstest.Input(models.KindCondition, fields{"slug": slug, "name": "Name of " + slug}),
	)
	if err != nil || len(outcome.Errors) > 0 {
		t.Fatalf("create %s: %v, %v", slug, err, outcome.Errors)
	}
	return outcome.Document.Head().ID
}

// readiness is what /readyz tells.
type readiness struct {
	Code                                         int
	Status, Reason, Database, Feed, Version, Age string
}

func (s *program) ready(t *testing.T) (r readiness) {
	t.Helper()
	response, err := http.Get(s.url + "/readyz")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if err := json.NewDecoder(response.Body).Decode(&r); err != nil {
		t.Fatal(err)
	}
	r.Code = response.StatusCode
	return r
}

// nameOf is the name of a condition, "" where there is none.
func (s *program) nameOf(t *testing.T, id string) string {
	t.Helper()
	var answer struct {
		Data struct{ Condition *struct{ Name string } }
	}
	body := s.query(t, `query($id: ID!) { condition(by: {id: $id}) { name } }`, map[string]any{"id": id})
	if err := json.Unmarshal([]byte(body), &answer); err != nil {
		t.Fatalf("%v: %s", err, body)
	}
	if answer.Data.Condition == nil {
		return ""
	}
	return answer.Data.Condition.Name
}
