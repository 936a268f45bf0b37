package replication_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/internal/clock/clocktest"
	"findcare/internal/replication"
)

// newerCondition is a condition that polls see.
func newerCondition(slug string, revision int64, name string) bson.D {
	document := condition(slug, revision, name)
	for i := range document {
		if document[i].Key == "updatedAt" {
			document[i].Value = clocktest.Now()
		}
	}
	return document
}

func checkpointIn(dir, build string) replication.CheckpointOptions {
	return replication.CheckpointOptions{
		Path: filepath.Join(dir, "test.checkpoint"), Database: "test", Build: build, MaxAge: time.Hour,
	}
}

// What may happen between two runs of a server, and whether the second one goes on from the checkpoint.
var betweenRuns = map[string]struct {
	happens func(d *fakeReplicaSet)
	build   string
	later   time.Duration // by the server's clock
	resumes bool
	grief   string
	polls   bool // whether this is only for polls
	streams bool
}{
	"nothing": {func(*fakeReplicaSet) {}, "this", 0, true, "Grief", false, false},
	"a change": {
		func(d *fakeReplicaSet) { d.replace(conditions, idOf("grief"), newerCondition("grief", 2, "Mourning")) },
		"this", 0, true, "Mourning", false, false,
	},
	"another build": {
		func(d *fakeReplicaSet) { d.replace(conditions, idOf("grief"), newerCondition("grief", 2, "Mourning")) },
		"another", 0, true, "Mourning", false, false,
	},
	"a removal": {
		func(d *fakeReplicaSet) { d.remove(conditions, idOf("grief")) }, "this", 0, true, "", false, true,
	},
	"a removal that polls miss for a day": {
		func(d *fakeReplicaSet) { d.remove(conditions, idOf("grief")) }, "this", 25 * time.Hour, true, "", true, false,
	},
	"a change that polls miss for a day": {
		func(d *fakeReplicaSet) { d.put(conditions, idOf("grief"), condition("grief", 2, "Mourning")) },
		"this", 25 * time.Hour, true, "Mourning", true, false,
	},
	"a backup, or another database": {
		func(d *fakeReplicaSet) {
			d.mutex.Lock()
			clear(d.stored["holds"])
			d.mutex.Unlock()
			d.put(conditions, idOf("grief"), condition("grief", 1, "Loss"))
		}, "this", 0, false, "Loss", false, false,
	},
	"a place that the database forgets": {
		func(d *fakeReplicaSet) {
			d.fail(databaseError{286, "ChangeStreamHistoryLost"})
			d.put(conditions, idOf("grief"), condition("grief", 1, "Loss"))
		}, "this", 0, false, "Loss", false, true,
	},
}

func TestCheckpoint(t *testing.T) {
	for name, test := range betweenRuns {
		for _, noStreams := range []bool{false, true} {
			if test.polls && !noStreams || test.streams && noStreams {
				continue
			}
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				d, dir := newFakeReplicaSet(t), t.TempDir()
				d.noStreams = noStreams
				d.put(conditions, idOf("grief"), condition("grief", 1, "Grief"))
				first := start(t, d, checkpointIn(dir, "this"), clocktest.Now)
				<-first.Loaded()
				first.stop()
				_, _, before := d.seen()
				test.happens(d)
				later := func() time.Time { return clocktest.Now().Add(test.later) }
				second := start(t, d, checkpointIn(dir, test.build), later)
				<-second.Loaded()
				if got := second.name("grief"); got != test.grief {
					t.Errorf("grief is %q, want %q\n%s", got, test.grief, second.log)
				}
				_, _, after := d.seen()
				resumed := strings.Contains(second.log.String(), "ready from the checkpoint")
				if resumed != test.resumes || resumed && test.later == 0 && after != before {
					t.Errorf("resumed: %v, and everything was read %d times\n%s", resumed, after-before, second.log)
				}
			})
		}
	}
}

// A server whose database is away at the start shows the checkpoint, if that is not too old, until the database
// answers.
func TestStartWithoutTheDatabase(t *testing.T) {
	for _, noStreams := range []bool{false, true} {
		d, dir := newFakeReplicaSet(t), t.TempDir()
		d.noStreams = noStreams
		d.put(conditions, idOf("grief"), condition("grief", 1, "Grief"))
		first := start(t, d, checkpointIn(dir, "this"), clocktest.Now)
		<-first.Loaded()
		first.stop()
		d.stop()

		late := func() time.Time { return clocktest.Now().Add(2 * time.Hour) }
		tooOld := start(t, d, checkpointIn(dir, "this"), late)
		waitUntil(t, "the line in the log", func() bool {
			return strings.Contains(tooOld.log.String(), "shown=false")
		})
		if _, stale := tooOld.Stale(); stale || tooOld.Serves() {
			t.Error("a checkpoint that is too old is shown")
		}
		tooOld.stop()

		second := start(t, d, checkpointIn(dir, "this"), clocktest.Now)
		waitUntil(t, "a directory", func() bool { return second.directory.Current() != nil && second.Serves() })
		if age, stale := second.Stale(); !stale || age < 0 || second.name("grief") != "Grief" {
			t.Errorf("stale: %v, %v, grief is %q", stale, age, second.name("grief"))
		}
		d.put(conditions, idOf("grief"), newerCondition("grief", 2, "Mourning"))
		d.tell("replace", conditions, idOf("grief"),
			bson.E{Key: "fullDocument", Value: newerCondition("grief", 2, "Mourning")})
		d.start()
		<-second.Loaded()
		if _, stale := second.Stale(); stale || !second.Serves() || second.name("grief") != "Mourning" {
			t.Errorf("after the return of the database, stale: %v, grief is %q", stale, second.name("grief"))
		}
		second.stop()
	}
}

// Where the folder cannot be written, there is one warning.
func TestNoFolderForACheckpoint(t *testing.T) {
	d := newFakeReplicaSet(t)
	s := start(t, d, checkpointIn("/dev/null/data", "this"), clocktest.Now)
	<-s.Loaded()
	s.stop()
	log := s.log.String()
	if strings.Count(log, "checkpoint") != 1 || !strings.Contains(log, "there will be no checkpoint") {
		t.Errorf("the log says\n%s", log)
	}
}
