package replication_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/internal/replication"
	"findcare/internal/store"
)

// CatchUp waits for all that was written before, also if the connection breaks in the meantime.
func TestCatchUp(t *testing.T) {
	d := newFakeReplicaSet(t)
	d.put(conditions, idOf("grief"), condition("grief", 1, "Grief"))
	s := follow(t, d)
	for revision := int64(2); revision < 30; revision++ {
		name := fmt.Sprint("Grief ", revision)
		d.replace(conditions, idOf("grief"), condition("grief", revision, name))
		if revision%10 == 0 {
			d.disconnect()
		}
		var err error
		waitUntil(t, "an answer of the database", func() bool {
			err = s.CatchUp(t.Context())
			return !errors.Is(err, store.ErrUnavailable)
		})
		if got := s.name("grief"); err != nil || got != name {
			t.Errorf("%q is read, want %q, %v", got, name, err)
		}
	}
}

// step is something that others do to the condition grief, and the name that it has then, "" if it is not shown.
type step struct {
	name string
	do   func()
	want string
}

func streamSteps(d *fakeReplicaSet) []step {
	tombstone := func(revision int64) bson.D {
		return bson.D{
			{Key: "_id", Value: idOf("grief")},
			{Key: "slug", Value: "~" + idOf("grief")},
			{Key: "revision", Value: revision},
			{Key: "updatedAt", Value: time.UnixMilli(1)},
			{Key: "deletedAt", Value: time.UnixMilli(1)},
		}
	}
	replace := func(document bson.D) func() {
		return func() { d.replace(conditions, idOf("grief"), document) }
	}
	write := func(revision int64, name any, more ...bson.E) func() {
		return replace(condition("grief", revision, name, more...))
	}
	return []step{
		{"another server writes", write(6, "Mourning"), "Mourning"},
		{"another tool writes and keeps the revision", write(6, "Loss"), "Loss"},
		{
			"another tool adds what findcare does not know",
			write(6, "Sorrow", bson.E{Key: "mood", Value: 1}), "Sorrow",
		},
		{"another tool restores what was long ago", write(2, "Of Old"), "Of Old"},
		{"another tool writes without a revision", replace(bson.D{
			{Key: "_id", Value: idOf("grief")},
			{Key: "slug", Value: "grief"},
			{Key: "name", Value: "Bare"},
		}), "Bare"},
		{"another tool breaks a rule", write(7, ""), ""},
		{"another tool writes what is no document", write(7, bson.A{"secret"}), ""},
		{"it is fixed", write(7, "Fixed"), "Fixed"},
		{"another server deletes", replace(tombstone(8)), ""},
		{"it is created again", write(9, "Anew"), "Anew"},
		{"another tool deletes", func() { d.remove(conditions, idOf("grief")) }, ""},
		{"it begins again", write(1, "Again"), "Again"},
		{"updated, and deleted before the document was looked up", func() {
			d.tell("update", conditions, idOf("grief"), bson.E{Key: "fullDocument", Value: nil})
			d.remove(conditions, idOf("grief"))
		}, ""},
	}
}

// Whatever others do to a document reaches all servers, and they agree on the version with one that starts afterwards.
func TestStream(t *testing.T) {
	d := newFakeReplicaSet(t)
	d.put(conditions, idOf("grief"), condition("grief", 5, "Grief"))
	first, second := follow(t, d), follow(t, d)
	for _, step := range streamSteps(d) {
		t.Run(step.name, func(t *testing.T) {
			step.do()
			for _, s := range []*server{first, second} {
				waitUntil(t, step.want, func() bool { return s.name("grief") == step.want })
			}
			fresh := follow(t, d)
			if fresh.name("grief") != step.want || fresh.version() != first.version() ||
				first.version() != second.version() {
				t.Errorf("versions %s, %s, of a fresh server %s", first.version(), second.version(), fresh.version())
			}
		})
	}
	if state := first.State(); state.Reloads != 0 || state.Reconnects != 0 || state.Quarantined != 0 {
		t.Errorf("%+v", state)
	}
	log := first.log.String()
	if strings.Count(log, "a document is quarantined") != 2 || !strings.Contains(log, idOf("grief")+` path=/name`) ||
		strings.Contains(log, "secret") {
		t.Errorf("the log:\n%s", log)
	}
}

func resumedAfter(options bson.Raw) string {
	after, _ := options.Lookup("resumeAfter", "_data").StringValueOK()
	return after
}

// A stream goes on after the last event that was applied; if that is not possible, everything is read again.
func TestStreamThatBreaks(t *testing.T) {
	elects := databaseError{11602, "InterruptedDueToReplStateChange"}
	forgotten := databaseError{286, "ChangeStreamHistoryLost"}
	type breaks func(*testing.T, *fakeReplicaSet, *server)
	fail := func(failures ...databaseError) breaks {
		return func(_ *testing.T, d *fakeReplicaSet, _ *server) { d.fail(failures...) }
	}
	tell := func(operation, collection string, more ...bson.E) breaks {
		return func(_ *testing.T, d *fakeReplicaSet, _ *server) { d.tell(operation, collection, "", more...) }
	}
	for _, test := range []struct {
		name    string
		breaks  breaks
		resumed string // after which event; "" where not
		reloads int64
		reports bool // whether the feed, and not only the driver, has seen it
	}{
		{"the connection breaks", func(_ *testing.T, d *fakeReplicaSet, _ *server) { d.disconnect() }, "2", 0, false},
		{"the database dies and comes back", func(t *testing.T, d *fakeReplicaSet, s *server) {
			d.stop()
			waitUntil(t, "the feed to notice", func() bool { return s.State().Mode == replication.ModeAway })
			d.start()
		}, "2", 0, true},
		{"the database elects a primary", fail(elects), "2", 0, true},
		{"the database has forgotten where the stream was", fail(forgotten), "", 1, true},
		{
			"it says so to the driver, which tries to go on",
			fail(databaseError{43, "CursorNotFound"}, forgotten), "", 1, true,
		},
		{"the next event is too large", fail(databaseError{10334, "BSONObjectTooLarge"}), "", 1, true},
		{"a collection is dropped", tell("drop", conditions), "", 1, true},
		{"a collection is put in place of another", tell("rename", "conditions-new",
			bson.E{Key: "to", Value: bson.D{{Key: "coll", Value: conditions}}}), "", 1, true},
		{"the database is dropped", tell("invalidate", ""), "", 1, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			checkBreak(t, test.breaks, test.resumed, test.reloads, test.reports)
		})
	}
}

func checkBreak(
	t *testing.T,
	breaks func(*testing.T, *fakeReplicaSet, *server),
	resumed string,
	reloads int64,
	reports bool,
) {
	d := newFakeReplicaSet(t)
	s := follow(t, d)
	d.replace(conditions, idOf("grief"), condition("grief", 1, "Grief"))
	d.replace(conditions, idOf("sleep"), condition("sleep", 1, "Sleep"))
	waitUntil(t, "the first events", func() bool { return s.name("sleep") == "Sleep" })
	opened, _, loads := d.seen()
	d.put(conditions, idOf("untold"), condition("untold", 1, "Untold")) // seen only where everything is read
	breaks(t, d, s)
	waitUntil(t, "another stream", func() bool { now, _, _ := d.seen(); return now > opened })
	if reloads > 0 {
		waitUntil(t, "everything", func() bool { _, _, now := d.seen(); return now == loads+1 })
	}
	d.replace(conditions, idOf("grief"), condition("grief", 2, "Mourning"))
	waitUntil(t, "the next event", func() bool { return s.name("grief") == "Mourning" })

	_, last, _ := d.seen()
	if got := resumedAfter(last); got != resumed {
		t.Errorf("resumed after %q, want %q", got, resumed)
	}
	if full, _ := last.Lookup("fullDocument").StringValueOK(); full != "updateLookup" {
		t.Errorf("fullDocument: %q", full)
	}
	waitUntil(t, "the state", func() bool { return (s.State().Reconnects == 1) == reports })
	state := s.State()
	if state.Reloads != reloads || (s.name("untold") != "") != (reloads > 0) ||
		state.Mode != replication.ModeStream ||
		s.name("sleep") != "Sleep" {
		t.Errorf("%+v", state)
	}
}

// While everything is read again, what was there is served.
func TestNoGapInService(t *testing.T) {
	d := newFakeReplicaSet(t)
	d.put(conditions, idOf("grief"), condition("grief", 1, "Grief"))
	s := follow(t, d)
	done := make(chan struct{})
	var reading sync.WaitGroup
	reading.Go(func() {
		for {
			select {
			case <-done:
				return
			default:
				if s.name("grief") != "Grief" {
					t.Error("a read found nothing")
					return
				}
			}
		}
	})
	for i := range int64(3) {
		d.fail(databaseError{286, "ChangeStreamHistoryLost"})
		waitUntil(t, "a reload", func() bool { return s.State().Reloads == i+1 })
	}
	close(done)
	reading.Wait()
}

// An event that is larger than a document may be comes in parts, from a database that can do so.
func TestEventInParts(t *testing.T) {
	for _, test := range []struct {
		version bson.A
		asked   bool
	}{{bson.A{6, 0, 8, 0}, false}, {bson.A{6, 0, 9, 0}, true}, {bson.A{8, 0, 0, 0}, true}} {
		d := newFakeReplicaSet(t)
		d.version = test.version
		s := follow(t, d)
		d.mutex.Lock()
		asked := slices.Equal(d.stages, []string{"$changeStream", "$match", "$changeStreamSplitLargeEvent"})
		d.mutex.Unlock()
		if asked != test.asked {
			t.Errorf("%v: stages %v", test.version, d.stages)
		}
		d.put(conditions, idOf("grief"), condition("grief", 1, "Grief"))
		part := func(number int) bson.E {
			return bson.E{Key: "splitEvent", Value: bson.D{{Key: "fragment", Value: number}, {Key: "of", Value: 3}}}
		}
		d.append(
			bson.D{
				part(1),
				{Key: "operationType", Value: "insert"},
				{Key: "ns", Value: bson.D{{Key: "db", Value: "clinic"}, {Key: "coll", Value: conditions}}},
			},
		)
		d.append(bson.D{part(2), {Key: "documentKey", Value: bson.D{{Key: "_id", Value: idOf("grief")}}}})
		if opened, _, _ := d.seen(); opened > 1 {
			t.Errorf("%d streams", opened)
		}
		// The connection breaks between the parts.
		d.disconnect()
		d.append(bson.D{part(3), {Key: "fullDocument", Value: condition("grief", 1, "Grief")}})
		waitUntil(t, "the event", func() bool { return s.name("grief") == "Grief" })
		if state := s.State(); state.Reloads != 0 || state.Applied != 1 {
			t.Errorf("%+v", state)
		}
	}
}

// More events at once than are applied at once.
func TestLargeBatch(t *testing.T) {
	d := newFakeReplicaSet(t)
	s := follow(t, d)
	const count = 2500
	d.mutex.Lock()
	for i := range count {
		slug := fmt.Sprintf("condition-%d", i)
		d.log = append(d.log, bson.D{
			{Key: "_id", Value: token(i + 1)},
			{Key: "operationType", Value: "insert"},
			{Key: "ns", Value: bson.D{{Key: "coll", Value: conditions}}},
			{Key: "documentKey", Value: bson.D{{Key: "_id", Value: idOf(slug)}}},
			{Key: "fullDocument", Value: condition(slug, 1, slug)},
		})
	}
	d.mutex.Unlock()
	waitUntil(t, "the last one", func() bool { return s.name(fmt.Sprintf("condition-%d", count-1)) != "" })
	if state := s.State(); state.Applied != count {
		t.Errorf("%d applied", state.Applied)
	}
}

// Where there are no change streams after all, the feed polls; after more time than marks of deletions stay, it reads
// everything.
func TestPollInsteadOfAStream(t *testing.T) {
	d := newFakeReplicaSet(t)
	d.noStreams = true
	d.put(conditions, idOf("grief"), condition("grief", 1, "Grief"))
	s := follow(t, d)
	if state := s.State(); state.Reloads != 0 || s.name("grief") != "Grief" {
		t.Errorf("%+v", state)
	}
	d.put(conditions, idOf("sleep"), condition("sleep", 1, "Sleep"))
	d.mutex.Lock()
	d.ahead = store.TombstoneLife + time.Hour
	d.mutex.Unlock()
	waitUntil(t, "everything", func() bool { return s.name("sleep") == "Sleep" })
	if state := s.State(); state.Reloads != 1 || state.Mode != replication.ModePoll {
		t.Errorf("%+v", state)
	}
}
