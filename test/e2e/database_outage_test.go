package e2e

import (
	"context"
	"flag"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"findcare/internal/server"

	"findcare/internal/clock"
	"findcare/internal/clock/clocktest"
	"findcare/internal/editing"
	"findcare/internal/replication"
	"findcare/internal/telemetry"
	"findcare/models"
	"findcare/models/modelstest"
)

// outage is for how long TestTheDatabaseIsAway takes the database away: go test ./test/e2e -run TheDatabaseIsAway
// -outage 20s
var outage = flag.Duration("outage", 8*time.Second, "for how long the database is away")

const (
	// noticed is after how long servers know by themselves that the database is away: they ask every two seconds, and
	// wait for three. On a machine with nothing else to do it takes 1 to 6 s, and the recovery 3 to 5 s; other tests
	// run beside this one.
	noticed = 12 * time.Second
	// recovered is after how long each server has everything again.
	recovered = 15 * time.Second
)

// writtenServer is a server to which numbered changes are sent all the time.
type writtenServer struct {
	*program
	writer   numberedWriter
	rejected atomic.Int64
}

// The database is away for some time, in the ways in which that happens, below two servers. What is acknowledged
// before, meanwhile or after can be read on both soon after the recovery; no change gets another code than UNAVAILABLE;
// health and metrics tell at each moment how it is.
func TestTheDatabaseIsAway(t *testing.T) {
	t.Parallel()
	engine := newFerretDB(t)
	engine.run()
	setenv(t, "MONGODB_URI", engine.uri+"clinic")
	mustRun(t, "import", "testdata/directory.json")
	token := newToken(t, "", "admin")
	both := []*writtenServer{{}, {}}
	ctx, stop := context.WithCancel(t.Context())
	var running sync.WaitGroup
	defer running.Wait()
	defer stop()
	for i, b := range both {
		b.program = openServer(t, "--demo=false", "--log-level", "error", "--admin", "127.0.0.1:0")
		b.writer.number = i
		running.Go(func() { b.write(ctx, t, editor{b.url, token}) })
		waitUntil(t, "a change", func() bool { return b.writer.acknowledged.Load() > 0 })
	}
	for _, way := range []struct {
		name      string
		away, end func()
	}{
		{
			"PostgreSQL stands still", func() { engine.postgres.signal(syscall.SIGSTOP) },
			func() { engine.postgres.signal(syscall.SIGCONT) },
		},
		{"PostgreSQL dies", func() { engine.postgres.crash() }, func() { engine.postgres.run() }},
		{"FerretDB stands still", func() { engine.signal(syscall.SIGSTOP) }, func() { engine.signal(syscall.SIGCONT) }},
		{"FerretDB is killed", func() { engine.kill() }, func() { engine.run() }},
	} {
		t.Run(way.name, func(t *testing.T) { checkOutage(t, both, way.away, way.end) })
	}
	stop()
	running.Wait()
	checkCaughtUp(t, both, clock.Start())
	for _, b := range both {
		t.Logf("%s: %d changes were acknowledged, %d attempts were rejected", b.url, b.writer.acknowledged.Load(),
			b.rejected.Load())
		if b.rejected.Load() == 0 {
			t.Error("no change was rejected: the database was not away")
		}
	}
}

// checkOutage takes the database away from servers, and gives it back.
func checkOutage(t *testing.T, both []*writtenServer, away, giveBack func()) {
	away()
	end := sync.OnceFunc(giveBack) // whatever fails: no process may be left stopped
	defer end()
	since := clock.Start()
	for _, b := range both {
		b.isAway(t, since)
	}
	time.Sleep(*outage - since.Elapsed()) // the length of the outage, not a wait for something
	for _, b := range both {
		if age := b.metric(t, "findcare_feed_contact_age_seconds"); age < outage.Seconds()-3 ||
			age > outage.Seconds()+3 {
			t.Errorf("%s: the contact is %v s old after %v", b.url, age, since.Elapsed())
		}
	}
	end()
	since = clock.Start()
	checkCaughtUp(t, both, since)
	for _, b := range both {
		before := b.writer.acknowledged.Load()
		waitUntil(t, "the next change", func() bool { return b.writer.acknowledged.Load() > before && b.isBack(t) })
	}
	t.Logf("both servers take changes again, and tell so, after %v", since.Elapsed())
	if since.Elapsed() > recovered {
		t.Error("which is late")
	}
	checkCaughtUp(t, both, clock.Start())
}

// write sends changes until the context ends, each until it is acknowledged.
func (b *writtenServer) write(ctx context.Context, t *testing.T, by editor) {
	acknowledged := func(err error) bool {
		if err == nil {
			return true
		}
		if b.rejected.Add(1); models.ErrorCode(err) != models.CodeUnavailable {
			t.Errorf("%s: %s: %v", b.url, models.ErrorCode(err), err)
		}
		time.Sleep(20 * time.Millisecond) // so as not to keep the machine busy with what is refused at once
		return false
	}
	for b.writer.id == "" && ctx.Err() == nil {
		if id, err := createNumbered(by, b.writer.number); acknowledged(err) {
			b.writer.id = id
		}
	}
	for number := 0; ctx.Err() == nil; {
		if acknowledged(writeNumbered(by, b.writer.id, b.writer.number, number)) {
			number++
			b.writer.acknowledged.Store(int64(number))
		}
	}
}

// metric is the value of a metric, -1 where it is not there.
func (b *writtenServer) metric(t *testing.T, name string) float64 {
	t.Helper()
	return metricIn(fetch(t, b.metrics), name)
}

func metricIn(metrics, name string) float64 {
	_, after, found := strings.Cut("\n"+metrics, "\n"+name+" ")
	if !found {
		return -1
	}
	text, _, _ := strings.Cut(after, "\n")
	value, _ := strconv.ParseFloat(text, 64)
	return value
}

// isAway wants a server to tell at once that the database does not answer, and soon that the feed of changes knows.
// Reads go on.
func (b *writtenServer) isAway(t *testing.T, since clock.Stopwatch) {
	t.Helper()
	if state := b.ready(t); state.Code != http.StatusOK || state.Status != "ready" || state.Database != "away" {
		t.Errorf("%s: after %v: %+v", b.url, since.Elapsed(), state)
	}
	if up := b.metric(t, "findcare_database_up"); up != 0 {
		t.Errorf("%s: after %v findcare_database_up is %v", b.url, since.Elapsed(), up)
	}
	waitUntil(t, "the feed to know", func() bool { return b.ready(t).Feed == "away" })
	took := since.Elapsed()
	if took > noticed {
		t.Errorf("%s: the feed knows after %v", b.url, took)
	}
	t.Logf("%s: the feed knows after %v", b.url, took)
	if away := b.metric(t, `findcare_feed_info{feed="away"}`); away != 1 {
		t.Errorf("%s: the metrics have no feed that is away", b.url)
	}
	if err := readProviders(b.url); err != nil {
		t.Error(err)
	}
}

// isBack reports whether a server takes changes again, and tells that all is well.
func (b *writtenServer) isBack(t *testing.T) bool {
	t.Helper()
	state, metrics := b.ready(t), fetch(t, b.metrics)
	return state.Database == "ok" && state.Feed == "poll" && metricIn(metrics, "findcare_database_up") == 1 &&
		metricIn(
			metrics,
			`findcare_feed_info{feed="poll"}`,
		) == 1 && metricIn(metrics, "findcare_feed_contact_age_seconds") < recovered.Seconds()
}

// checkCaughtUp wants both servers to show what was acknowledged until now.
func checkCaughtUp(t *testing.T, both []*writtenServer, since clock.Stopwatch) {
	t.Helper()
	for _, one := range both {
		want := one.writer.acknowledged.Load()
		for _, reader := range both {
			waitUntil(t, "what was acknowledged", func() bool { return reader.numberOf(t, one.writer.id) >= want-1 })
		}
	}
	took := since.Elapsed()
	if took > recovered {
		t.Errorf("both servers show what was acknowledged after %v", took)
	}
	t.Logf("both servers show what was acknowledged after %v", took)
}

// numberOf is that of the change of a condition that a server shows.
func (b *writtenServer) numberOf(t *testing.T, id string) int64 {
	t.Helper()
	text := b.query(t, `query($id: ID!) { condition(by: {id: $id}) { description } }`, map[string]any{"id": id})
	_, after, found := strings.Cut(text, "Change ")
	if !found {
		return -1
	}
	number, _ := strconv.ParseInt(strings.TrimRight(after, `"}`), 10, 64)
	return number
}

// alert is what docs/operators.md would have Prometheus tell somebody: a metric, and the value with which to compare
// it.
var alert = regexp.MustCompile(`(?m)^(findcare_(?:database|feed)_\S+) (==|>) (\d+)$`)

// firing are the alerts, of those that docs/operators.md tells of the database, which metrics give rise to.
func firing(t *testing.T, metrics string) (expressions []string) {
	t.Helper()
	alerts := alert.FindAllStringSubmatch(section(t, "Metrics"), -1)
	if len(alerts) == 0 {
		t.Fatal("docs/operators.md tells of no alert")
	}
	for _, found := range alerts {
		value := metricIn(metrics, found[1])
		bound, _ := strconv.ParseFloat(found[3], 64)
		if found[2] == "==" && value == bound || found[2] == ">" && value > bound {
			expressions = append(expressions, found[0])
		}
	}
	return expressions
}

// observed is a server within the test whose clock can be put forward, and its metrics.
type observed struct {
	*peer
	site  *server.Site
	admin http.Handler
	ahead atomic.Int64
}

func observe(t *testing.T, uri string) *observed {
	t.Helper()
	o := new(observed)
	now := func() time.Time { return clocktest.Now().Add(time.Duration(o.ahead.Load())) }
	here, db := newPeerAt(t, uri, now)
	o.peer, o.site = here, &server.Site{Store: db, Changes: here.changes, Directory: here.directory}
	instruments, err := telemetry.New(t.Context(), slog.New(slog.DiscardHandler), now, o.site.State)
	if err != nil {
		t.Fatal(err)
	}
	o.admin = instruments.Admin()
	return o
}

func (o *observed) firing(t *testing.T) []string {
	t.Helper()
	recorder := httptest.NewRecorder()
	o.admin.ServeHTTP(recorder, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	return firing(t, recorder.Body.String())
}

// The alerts of docs/operators.md fire when PostgreSQL is away below a FerretDB that goes on answering what it can, and
// end with that.
func TestAlertsOfADatabaseThatIsAway(t *testing.T) {
	t.Parallel()
	engine := newFerretDB(t)
	engine.run()
	setenv(t, "MONGODB_URI", engine.uri+"clinic")
	mustRun(t, "import", "testdata/directory.json")
	o := observe(t, engine.uri+"clinic")
	if got := o.firing(t); len(got) > 0 {
		t.Errorf("before: %v", got)
	}
	engine.postgres.crash()
	waitUntil(t, "the feed to know", func() bool { return o.changes.State().Mode == replication.ModeAway })
	o.ahead.Store(int64(time.Minute))
	want := `findcare_database_up == 0, findcare_feed_info{feed="away"} == 1, findcare_feed_contact_age_seconds > 30`
	if got := strings.Join(o.firing(t), ", "); got != want {
		t.Errorf("while PostgreSQL is away: %s, want %s", got, want)
	}
	engine.postgres.run()
	waitUntil(t, "the end of the alerts", func() bool { return len(o.firing(t)) == 0 })
}

// noRoom has PostgreSQL refuse what is written to any table as it does when its disk is full.
const noRoom = `
CREATE FUNCTION clinic.no_room() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'could not extend file "base/16384/16390": No space left on device' USING ERRCODE = 'disk_full';
END $$;
DO $$
DECLARE name text;
BEGIN
	FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'clinic' LOOP
		EXECUTE format('CREATE TRIGGER no_room BEFORE INSERT OR UPDATE ON clinic.%I FOR EACH ROW EXECUTE FUNCTION ` +
	`clinic.no_room()', name);
	END LOOP;
END $$`

// A database whose disk is full is told apart from one that is away, until there is room.
func TestTheDiskOfTheDatabaseIsFull(t *testing.T) {
	t.Parallel()
	engine := newFerretDB(t)
	engine.run()
	setenv(t, "MONGODB_URI", engine.uri+"clinic")
	mustRun(t, "import", "testdata/directory.json")
	o := observe(t, engine.uri+"clinic")
	if err := engine.postgres.ask("ferretdb", noRoom); err != nil {
		t.Fatal(err)
	}
	id := models.IDOfSlug(models.KindCondition, "depression")
	update := func(text string) error {
		_, err := o.Update(o.ctx, editing.Write{}, id,
			modelstest.Input(models.KindCondition, modelstest.Fields{"description": text}))
		return err
	}
	for range 2 {
		if err := update("Written in vain."); models.ErrorCode(err) != models.CodeUnavailable ||
			!strings.Contains(err.Error(), "the disk of the database is full") {
			t.Fatalf("a change while the disk is full: %v", err)
		}
		recorder := httptest.NewRecorder()
		o.site.Ready(recorder, httptest.NewRequest(http.MethodGet, "/readyz", nil))
		if body := recorder.Body.String(); recorder.Code != http.StatusOK ||
			!strings.Contains(body, `"database":"full"`) ||
			!strings.Contains(body, "the disk of the database is full") {
			t.Errorf("%d: %s", recorder.Code, body)
		}
		if got := strings.Join(o.firing(t), ", "); got != "findcare_database_full == 1" {
			t.Errorf("firing: %s", got)
		}
	}
	if err := engine.postgres.ask("ferretdb", `DROP FUNCTION clinic.no_room CASCADE`); err != nil {
		t.Fatal(err)
	}
	waitUntil(t, "the end of the alert", func() bool { return len(o.firing(t)) == 0 })
	if err := update("Written for good."); err != nil {
		t.Error(err)
	}
}
