package e2e

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

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

// Two servers on one database without change streams: what one writes, the other one reads, and so what an import
// writes.
func TestServersFollowEachOther(t *testing.T) {
	t.Parallel()
	uri := openFerretDB(t) + "clinic"
	setenv(t, "MONGODB_URI", uri)
	mustRun(t, "import", "testdata/directory.json")
	other := openServer(t, "--demo=false", "--poll-interval", "200ms", "--admin", "127.0.0.1:0")
	here := newPeer(t, uri)
	sameVersion := func() bool { return other.ready(t).Version == here.directory.Current().Directory().Version }
	if state := other.ready(t); state.Feed != "poll" || state.Database != "ok" || !sameVersion() {
		t.Errorf("%+v", state)
	}

	id := here.create(t, "homesickness")
	waitUntil(
		t,
		"what was created",
		func() bool { return other.nameOf(t, id) == "Name of homesickness" && sameVersion() },
	)
	if _, err := here.Update(here.ctx, editing.Write{}, id,
		modelstest.Input(models.KindCondition, fields{"name": "Homesick"})); err != nil {
		t.Fatal(err)
	}
	waitUntil(t, "what was updated", func() bool { return other.nameOf(t, id) == "Homesick" && sameVersion() })
	if _, err := here.Delete(here.ctx, editing.Write{}, models.KindCondition, id); err != nil {
		t.Fatal(err)
	}
	waitUntil(t, "the deletion", func() bool { return other.nameOf(t, id) == "" && sameVersion() })

	file := t.TempDir() + "/more.ndjson"
	writeFile(
		t,
		file,
		`{"type":"condition","slug":"stage-fright","name":"Stage Fright"}`+"\n"+`{"type":"condition",`+
			`"slug":"homesickness","name":"Homesick Again"}`+"\n",
	)
	if got := mustRun(t, "import", file); got != "2 created, 0 changed, 0 unchanged\n" {
		t.Errorf("import: %s", got)
	}
	imported := models.IDOfSlug(models.KindCondition, "stage-fright")
	waitUntil(t, "what was imported", func() bool {
		return other.nameOf(t, imported) == "Stage Fright" && other.nameOf(t, id) == "Homesick Again" && sameVersion()
	})
	metrics := fetch(t, other.metrics)
	for _, want := range []string{
		`findcare_feed_info{feed="poll"} 1`, "findcare_feed_changes_total 5", "findcare_feed_reloads_total 0",
		"findcare_directory_left_out 0", "findcare_feed_lag_seconds ", "findcare_feed_contact_age_seconds ",
	} {
		if !strings.Contains(metrics, want) {
			t.Errorf("the metrics lack %s", want)
		}
	}
}

// The database dies and comes back: no read fails, writes are refused meanwhile, and what was missed is caught up.
func TestTheDatabaseDiesAndComesBack(t *testing.T) {
	t.Parallel()
	engine := newFerretDB(t)
	engine.run()
	uri := engine.uri + "clinic"
	setenv(t, "MONGODB_URI", uri)
	mustRun(t, "import", "testdata/directory.json")
	server := openServer(t, "--demo=false", "--poll-interval", "200ms")
	here := newPeer(t, uri)

	reading, stop := context.WithCancel(t.Context())
	defer stop()
	reads := startReaders(reading, t, server.url, 4)
	engine.kill()
	write := func(slug string) error {
		_, err := here.Create(
			here.ctx,
			editing.Write{},
			modelstest.Input(models.KindCondition, fields{"slug": slug, "name": slug}),
		)
		return err
	}
	for _, state := range []string{"nobody knows yet", "everybody knows"} {
		if state == "everybody knows" {
			waitUntil(t, "the news that the database is away", func() bool {
				return here.changes.State().Mode == replication.ModeAway && server.ready(t).Feed == "away"
			})
		}
		began := clock.Start()
		err := write("while-away")
		t.Logf("a write while %s takes %v: %v", state, began.Elapsed(), err)
		if models.ErrorCode(err) != models.CodeUnavailable {
			t.Errorf("a write while %s: %v", state, err)
		}
	}
	if state := server.ready(t); state.Code != http.StatusOK || state.Status != "ready" || state.Database != "away" {
		t.Errorf("%+v", state)
	}
	during := reads.sent.Load()
	waitUntil(t, "reads during the outage", func() bool { return reads.sent.Load() > during+100 })

	engine.run()
	waitUntil(t, "a write", func() bool { return write("home-again") == nil })
	id := models.IDOfSlug(models.KindCondition, "home-again")
	waitUntil(t, "what was written", func() bool {
		return server.nameOf(t, id) == "home-again" &&
			server.ready(t).Version == here.directory.Current().Directory().Version
	})
	if state := server.ready(t); state.Feed != "poll" || state.Database != "ok" {
		t.Errorf("%+v", state)
	}
	stop()
	reads.Wait()
	t.Logf("%d reads, %d failed", reads.sent.Load(), reads.failed.Load())
}

// readers read from a server again and again, and count.
type readers struct {
	sync.WaitGroup
	sent, failed atomic.Int64
}

// startReaders reads with several clients at once until the context ends. A read that fails is an error of the test.
func startReaders(ctx context.Context, t *testing.T, url string, clients int) *readers {
	r := new(readers)
	for range clients {
		r.Go(func() {
			for ctx.Err() == nil {
				r.sent.Add(1)
				if err := readProviders(url); err != nil {
					r.failed.Add(1)
					t.Errorf("read: %v", err)
				}
			}
		})
	}
	t.Cleanup(r.Wait)
	return r
}

func readProviders(url string) error {
	response, err := http.Get(url + "/graphql?query=%7Bproviders(first:3)%7Bnodes%7Bname%7D%7D%7D")
	if err != nil {
		return err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err == nil && (response.StatusCode != http.StatusOK || strings.Contains(string(body), "errors")) {
		err = fmt.Errorf("status %d: %s", response.StatusCode, body)
	}
	return err
}

// A server waits for its database, and says so.
func TestStartWithoutTheDatabase(t *testing.T) {
	t.Parallel()
	engine := newFerretDB(t)
	setenv(t, "MONGODB_URI", engine.uri+"clinic")
	address := "127.0.0.1:" + freePort(t)
	server := launch(t, "--listen", address, "--poll-interval", "200ms")
	server.url = "http://" + address
	poll(t, "an answer", func() error {
		response, err := http.Get(server.url + "/healthz")
		if err == nil {
			_ = response.Body.Close()
			if response.StatusCode != http.StatusOK {
				return errors.New(response.Status)
			}
		}
		return err
	})
	waitUntil(t, "the reason", func() bool { return strings.Contains(server.ready(t).Reason, "does not answer") })
	if state := server.ready(t); state.Code != http.StatusServiceUnavailable || state.Status != "loading" ||
		state.Feed != "away" ||
		state.Database != "away" {
		t.Errorf("%+v", state)
	}
	response, err := http.Post(
		server.url+"/graphql",
		"application/json",
		strings.NewReader(`{"query":"{ directory { providerCount } }"}`),
	)
	if err != nil {
		t.Fatal(err)
	}
	body, _ := io.ReadAll(response.Body)
	_ = response.Body.Close()
	if response.StatusCode != http.StatusServiceUnavailable || response.Header.Get("Retry-After") == "" ||
		!strings.Contains(string(body), `"code":"UNAVAILABLE"`) {
		t.Errorf("status %d, %v: %s", response.StatusCode, response.Header, body)
	}
	engine.run()
	server.awaitReady(t)
	got := server.query(t, `{ directory { providerCount } }`, nil)
	if got != `{"data":{"directory":{"providerCount":600}}}` {
		t.Error(got)
	}
	if state := server.ready(t); state.Code != http.StatusOK || state.Feed != "poll" {
		t.Errorf("%+v", state)
	}
}

func TestAWrongURIEndsAtOnce(t *testing.T) {
	t.Parallel()
	out, err := findcare(t, "serve", "--listen", "127.0.0.1:0", "--mongodb-uri", "localhost:27017").CombinedOutput()
	if err == nil || !strings.Contains(string(out), `MONGODB_URI: error parsing uri: scheme must be "mongodb"`) {
		t.Errorf("%v: %s", err, out)
	}
}

// What other tools left in the database is not shown where it breaks a rule, and named in the log; old marks of
// deletions go.
func TestADatabaseWithWrongDocuments(t *testing.T) {
	t.Parallel()
	uri := openFerretDB(t)
	setenv(t, "MONGODB_URI", uri+"clinic")
	mustRun(t, "import", "testdata/directory.json")
	client, err := mongo.Connect(options.Client().ApplyURI(uri))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = client.Disconnect(context.WithoutCancel(t.Context())) }()
	conditions := client.Database("clinic").Collection("conditions")
	insertWrongConditions(t, conditions)
	id := func(slug string) string { return models.IDOfSlug(models.KindCondition, slug) }
	server := openServer(t, "--demo=false", "--poll-interval", "200ms", "--admin", "127.0.0.1:0")
	if !strings.Contains(fetch(t, server.metrics), "findcare_directory_left_out 4\n") {
		t.Error("the metrics do not count what is left out")
	}
	if server.nameOf(t, id("bare")) != "Bare" || server.nameOf(t, id("nameless")) != "" {
		t.Error("not those are shown that keep the rules")
	}
	waitUntil(t, "the purge", func() bool {
		left, err := conditions.CountDocuments(t.Context(), bson.D{{Key: "_id", Value: id("old")}})
		return err == nil && left == 0
	})
	// A document without a revision can be edited, which gives it one.
	here := newPeer(t, uri+"clinic")
	outcome, err := here.Update(here.ctx, editing.Write{}, id("bare"),
		modelstest.Input(models.KindCondition, fields{"name": "Dressed"}))
	if err != nil || len(outcome.Errors) > 0 {
		t.Errorf("update: %v, %v", err, outcome.Errors)
	}
	waitUntil(t, "the edit", func() bool { return server.nameOf(t, id("bare")) == "Dressed" })
	// A document that breaks a rule while the server runs is not shown any more, until it is mended.
	for _, step := range []struct{ name, want string }{{"", ""}, {"Mended", "Mended"}} {
		change := bson.D{
			{Key: "$set", Value: bson.D{{Key: "name", Value: step.name}, {Key: "updatedAt", Value: clocktest.Now()}}},
		}
		if _, err := conditions.UpdateByID(t.Context(), id("bare"), change); err != nil {
			t.Fatal(err)
		}
		waitUntil(t, "the change by another tool", func() bool {
			return server.nameOf(t, id("bare")) == step.want &&
				server.ready(t).Version == here.directory.Current().Directory().Version
		})
	}
	server.stop(t)
	log := server.log.String()
	for _, want := range []string{
		"id=" + id("undecodable") + " path=/name", "id=" + id("at-no-time") + " path=/updatedAt",
		"id=" + id("nameless"), "path=/id",
	} {
		if !strings.Contains(log, want) {
			t.Errorf("the log does not name %s", want)
		}
	}
	if strings.Contains(log, secret) {
		t.Errorf("the log tells what stands in a document:\n%s", log)
	}
}

// secret is in documents that break a rule, and must not be in the log.
const secret = "what somebody wrote"

// insertWrongConditions writes what other tools may: documents that break a rule, one without a revision, and the mark
// of an old deletion.
func insertWrongConditions(t *testing.T, conditions *mongo.Collection) {
	t.Helper()
	id := func(slug string) string { return models.IDOfSlug(models.KindCondition, slug) }
	long := clocktest.Now().Add(-store.TombstoneLife - time.Hour)
	for _, document := range []bson.D{
		{
			{Key: "_id", Value: id("undecodable")},
			{Key: "slug", Value: "undecodable"},
			{Key: "name", Value: bson.A{secret}},
		},
		{
			{Key: "_id", Value: id("at-no-time")},
			{Key: "slug", Value: "at-no-time"},
			{Key: "name", Value: "Name"},
			{Key: "updatedAt", Value: secret},
		},
		{{Key: "_id", Value: id("nameless")}, {Key: "slug", Value: "nameless " + secret}},
		{{Key: "_id", Value: secret}, {Key: "slug", Value: "of-no-id"}, {Key: "name", Value: "Name"}},
		{{Key: "_id", Value: id("bare")}, {Key: "slug", Value: "bare"}, {Key: "name", Value: "Bare"}},
		{
			{Key: "_id", Value: id("old")},
			{Key: "slug", Value: "~" + id("old")},
			{Key: "revision", Value: 3},
			{Key: "updatedAt", Value: long},
			{Key: "deletedAt", Value: long},
		},
	} {
		if _, err := conditions.InsertOne(t.Context(), document); err != nil {
			t.Fatal(err)
		}
	}
}

// Once a deletion is purged, the same id begins with its first revision again, and nothing of its past comes back.
func TestMadeAnewAfterThePurge(t *testing.T) {
	t.Parallel()
	ctx := auth.With(t.Context(), &auth.Principal{ID: "wren", Role: auth.Admin})
	db, err := store.Open(ctx, store.Config{DataDir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close(context.WithoutCancel(ctx)) }()
	directory := &catalog.Catalog{}
	changes := replication.New(
		db,
		directory,
		replication.Options{Clock: clocktest.Now, Logger: slog.New(slog.DiscardHandler)},
	)
	editor := editing.New(db, directory, changes, clocktest.Now)
	for _, life := range []string{"first", "second", "third"} {
		if err := changes.Reload(ctx); err != nil { // as a server that starts
			t.Fatal(err)
		}
		outcome, err := editor.Create(
			ctx,
			editing.Write{},
			modelstest.Input(models.KindCondition, fields{"slug": "grief", "name": "Grief, " + life}),
		)
		if err != nil || len(outcome.Errors) > 0 {
			t.Fatalf("create in the %s life: %v, %v", life, err, outcome.Errors)
		}
		id := outcome.Document.Head().ID
		outcome, err = editor.Update(ctx, editing.Write{}, id,
			modelstest.Input(models.KindCondition, fields{"description": "In the " + life + " life."}))
		if err != nil ||
			len(outcome.Errors) > 0 {
			t.Fatalf("update in the %s life: %v, %v", life, err, outcome.Errors)
		}
		got := outcome.Document.(*models.Condition)
		if got.Name != "Grief, "+life || string(got.Description) != "In the "+life+" life." || got.Revision != 2 {
			t.Errorf("in the %s life: %+v", life, got)
		}
		if history, err := editor.History(ctx, id, nil, nil); err != nil || len(history) != 2 {
			t.Errorf("history of the %s life: %d, %v", life, len(history), err)
		}
		if outcome, err := editor.Delete(ctx, editing.Write{}, models.KindCondition, id); err != nil ||
			len(outcome.Errors) > 0 {
			t.Fatalf("delete in the %s life: %v, %v", life, err, outcome.Errors)
		}
		if purged, err := db.Purge(ctx, clocktest.Now().Add(-time.Hour)); err != nil || purged != 0 {
			t.Errorf("too early: purged %d, %v", purged, err)
		}
		if purged, err := db.Purge(ctx, clocktest.Now().Add(time.Hour)); err != nil || purged != 1 {
			t.Errorf("purged %d, %v", purged, err)
		}
	}
}
