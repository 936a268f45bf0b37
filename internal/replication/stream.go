package replication

import (
	"context"
	"fmt"
	"slices"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/internal/store"
)

const (
	// streamWait is how long the database waits for an event before it answers that there is none.
	streamWait = time.Second
	// streamTimeout bounds one request to a stream.
	streamTimeout = 10 * time.Second
)

// openStream opens a change stream at the position. If there is none, everything is loaded once the stream is open, so
// that nothing is missed in between.
func (f *follower) openStream(ctx context.Context, c *connection) (event, error) {
	within, cancel := context.WithTimeout(ctx, streamTimeout)
	defer cancel()
	stream, err := f.store.Watch(within, f.position.token, streamWait, maxChanges)
	if err != nil {
		return 0, lost(err)
	}
	c.stream = stream
	f.contact.follow(ModeStream)
	if f.position.token == nil {
		return opened, nil
	}
	return streamReady, nil
}

// stream waits for events and applies them. It returns after a while also if there are none.
func (f *follower) stream(ctx context.Context, c *connection) (event, error) {
	now := f.options.Clock()
	reported, err := f.next(ctx, c)
	if err != nil {
		return 0, lost(err)
	}
	token, newest := c.stream.ResumeToken(), reported.newest()
	if reported.len()+len(c.markers) == 0 { // there was nothing more for a while
		newest = now
	}
	if err := f.take(ctx, &reported); err != nil {
		return 0, err
	}
	f.position.token = token
	if complete := newest.Add(-store.PollOverlap); complete.After(f.position.complete) {
		f.position.complete = complete
	}
	f.waiters.release(c.markers)
	c.markers = nil
	return applied, nil
}

// next waits for events and returns the changes that they report, none if there were no events for a while.
func (f *follower) next(ctx context.Context, c *connection) (reported changes, err error) {
	var parts notice
	count := func() int { return reported.len() + len(c.markers) }
	for len(parts) > 0 || count() == 0 || count() < maxChanges && c.stream.RemainingBatchLength() > 0 {
		within, cancel := context.WithTimeout(ctx, streamTimeout)
		event := c.stream.TryNext(within)
		cancel()
		switch {
		case c.stream.Err() != nil:
			return reported, c.stream.Err()
		case !event && c.stream.ID() == 0:
			return reported, fmt.Errorf("the database closed the change stream: %w", errMissed)
		case !event && len(parts) == 0:
			return reported, nil
		case !event:
			continue
		}
		parts = append(parts, slices.Clone(c.stream.Current))
		if !parts.whole() {
			continue
		}
		if err := f.note(parts, c, &reported); err != nil {
			return reported, err
		}
		parts = nil
	}
	return reported, nil
}

// note adds what an event reports to the changes and the markers.
func (f *follower) note(n notice, c *connection, reported *changes) error {
	switch operation := n.text("operationType"); operation {
	case "insert", "update", "replace", "delete":
	case "drop", "rename", "dropDatabase", "invalidate":
		return fmt.Errorf("%s: %w", operation, errMissed)
	default: // such as of an index
		return nil
	}
	id, collection := store.IDOf(n.lookup("documentKey", "_id")), n.text("ns", "coll")
	if store.HoldsMarkers(collection) {
		c.markers = append(c.markers, id)
		return nil
	}
	kind, ok := store.KindOf(collection)
	if !ok {
		return nil
	}
	// After an update, the database looks up the document, which may be gone by then.
	if stored, ok := n.lookup("fullDocument").DocumentOK(); ok {
		f.add(reported, id, f.store.Decode(kind, stored))
		return nil
	}
	f.store.Release(kind, id)
	reported.gone = append(reported.gone, id)
	return nil
}

// notice is one event of a change stream, in the parts in which it came. Each part has some of its fields.
type notice []bson.Raw

func (n notice) lookup(path ...string) (value bson.RawValue) {
	for _, part := range n {
		if found, err := part.LookupErr(path...); err == nil {
			return found
		}
	}
	return value
}

func (n notice) text(path ...string) string {
	text, _ := n.lookup(path...).StringValueOK()
	return text
}

// whole reports whether the last part has come.
func (n notice) whole() bool {
	last := n[len(n)-1]
	fragment, split := last.Lookup("splitEvent", "fragment").AsInt64OK()
	of, _ := last.Lookup("splitEvent", "of").AsInt64OK()
	return !split || fragment == of
}
