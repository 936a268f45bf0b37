package e2e

import (
	"context"
	"flag"
	"math/rand/v2"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// databaseRounds is how often TestTheDatabaseIsKilledAgainAndAgain kills the database at least: go test ./test/e2e
// -database-rounds 100
var databaseRounds = flag.Int("database-rounds", 3, "how often the database is killed at least")

// numberedWriter sends numbered changes of a condition of its own, each until it is acknowledged.
type numberedWriter struct {
	number       int // of the writer
	id           string
	acknowledged atomic.Int64
	lost         atomic.Int64 // changes that were sent more than once
}

// run goes on until the context ends, and then finishes the change that it is at.
func (w *numberedWriter) run(ctx context.Context, t *testing.T, by editor) {
	send := func(attempt func() error) {
		for tries := 0; ; tries++ {
			err := attempt()
			if err == nil {
				return
			}
			if tries == 0 {
				w.lost.Add(1)
			}
			if tries == 10_000 {
				t.Errorf("writer %d: %v", w.number, err)
				return
			}
			time.Sleep(5 * time.Millisecond) // so as not to keep the machine busy with what is refused at once
		}
	}
	send(func() (err error) {
		w.id, err = createNumbered(by, w.number)
		return err
	})
	for ctx.Err() == nil {
		number := int(w.acknowledged.Load())
		send(func() error { return writeNumbered(by, w.id, w.number, number) })
		w.acknowledged.Add(1)
	}
}

// The database, another process, is killed again and again while writers send numbered changes: FerretDB each time, and
// PostgreSQL below it in some rounds. Each change is there once and in its order, with its record, however often it was
// sent, and no read fails meanwhile.
func TestTheDatabaseIsKilledAgainAndAgain(t *testing.T) {
	t.Parallel()
	engine := newFerretDB(t)
	engine.run()
	setenv(t, "MONGODB_URI", engine.uri+"clinic")
	mustRun(t, "import", "testdata/directory.json")
	by := editor{token: newToken(t, "", "admin")}
	server := openServer(t, "--demo=false", "--poll-interval", "200ms", "--log-level", "error")
	by.url = server.url

	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	reads := startReaders(ctx, t, server.url, 2)
	var running sync.WaitGroup
	writers := make([]*numberedWriter, 4)
	for i := range writers {
		writers[i] = &numberedWriter{number: i}
		running.Go(func() { writers[i].run(ctx, t, by) })
	}
	interrupted := func() int64 {
		sum := int64(0)
		for _, writer := range writers {
			sum += writer.lost.Load()
		}
		return sum
	}
	// A change may also wait for the database, or be sent again by the driver: the kills go on until one was lost.
	rounds := 0
	for ; rounds < *databaseRounds || interrupted() == 0 && rounds < 20**databaseRounds; rounds++ {
		for _, writer := range writers {
			before := writer.acknowledged.Load()
			waitUntil(t, "a change of each writer", func() bool { return writer.acknowledged.Load() > before })
		}
		time.Sleep(time.Duration(rand.IntN(50)) * time.Millisecond) // the moment, not a wait for something
		engine.kill()
		if rounds%3 == 2 {
			engine.postgres.crash()
			engine.postgres.run()
		}
		engine.run()
	}
	stop()
	running.Wait()
	reads.Wait()

	changes := int64(0)
	for _, writer := range writers {
		checkWritten(t, by, writer)
		changes += writer.acknowledged.Load()
	}
	if interrupted() == 0 {
		t.Error("no kill interrupted a change: the test would miss a lost one")
	}
	t.Logf("%d changes were acknowledged in %d rounds, %d of them after a failed first attempt; %d reads, %d failed",
		changes, rounds, interrupted(), reads.sent.Load(), reads.failed.Load())
}

// checkWritten wants every acknowledged change of a writer on record, once and in order, and the last one in effect.
func checkWritten(t *testing.T, by editor, writer *numberedWriter) {
	t.Helper()
	var want []string
	for number := range writer.acknowledged.Load() {
		want = append(want, textOf(int(number)))
	}
	slices.Reverse(want)
	if got := onRecord(t, by, writer.id); !slices.Equal(got, want) {
		t.Errorf("writer %d: %d changes on record, %d acknowledged: %q", writer.number, len(got), len(want), got)
	}
	var now struct{ Condition struct{ Description string } }
	const query = `query($id: ID!) { condition(by: {id: $id}) { description } }`
	err := by.send(query, map[string]any{"id": writer.id}, &now)
	if err != nil || now.Condition.Description != want[0] {
		t.Errorf("writer %d: the condition has %q, %v; want %q", writer.number, now.Condition.Description, err, want[0])
	}
}
