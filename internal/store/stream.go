package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"findcare/models"
)

const (
	// streamWait is how long the database waits for something to tell before it tells that there is nothing.
	streamWait = time.Second
	// streamTimeout is after how long without an answer the database is asked whether it is there.
	streamTimeout = 10 * time.Second
)

// stream follows a change stream until it breaks. It goes on where the one before ended; where that is not possible,
// and at first, everything is loaded once the stream is open, so that nothing is missed in between.
func (f *following) stream(ctx context.Context) error {
	stream, err := f.watch(ctx)
	if err != nil {
		return f.broken(err)
	}
	defer func() { _ = stream.Close(context.WithoutCancel(ctx)) }()
	if f.token == nil {
		start := stream.ResumeToken()
		if err := f.reload(ctx); err != nil {
			return err
		}
		f.token = start
	}
	f.contact.streams.Store(true)
	for {
		changes, err := f.next(ctx, stream)
		if err != nil {
			return f.broken(err)
		}
		token := stream.ResumeToken()
		if err := f.tell(ctx, &changes); err != nil {
			return err
		}
		f.token = token
		f.waiters.release(f.markers)
		f.markers = nil
		f.works()
	}
}

func (f *following) watch(ctx context.Context) (*mongo.ChangeStream, error) {
	within, cancel := context.WithTimeout(ctx, streamTimeout)
	defer cancel()
	split, err := f.splitsEvents(within)
	if err != nil {
		return nil, err
	}
	how := options.ChangeStream().SetFullDocument(
		options.UpdateLookup,
	).SetMaxAwaitTime(
		streamWait,
	).SetBatchSize(
		mostChanges,
	)
	if f.token != nil {
		how.SetResumeAfter(f.token)
	}
	stream, err := f.database.Watch(within, pipeline(split), how)
	if err != nil {
		return nil, fmt.Errorf("open a change stream: %w", err)
	}
	return stream, nil
}

// pipeline selects what concerns the documents, and everything that happens to the database as a whole.
func pipeline(split bool) mongo.Pipeline {
	names := bson.A{}
	for _, kind := range models.Kinds {
		names = append(names, kind.Plural())
	}
	among := bson.D{{Key: "$in", Value: names}}
	stages := mongo.Pipeline{{{Key: "$match", Value: bson.D{{Key: "$or", Value: bson.A{
		bson.D{{Key: "ns.coll", Value: among}},
		bson.D{{Key: "to.coll", Value: among}},
		// which CatchUp waits for
		bson.D{{Key: "ns.coll", Value: closingsCollection}, {Key: "operationType", Value: "insert"}},
		bson.D{{Key: "operationType", Value: bson.D{{Key: "$in", Value: bson.A{"dropDatabase", "invalidate"}}}}},
	}}}}}}
	if split {
		stages = append(stages, bson.D{{Key: "$changeStreamSplitLargeEvent", Value: bson.D{}}})
	}
	return stages
}

// splitsEvents tells whether the database can send an event that is larger than a document may be in parts: from 6.0.9
// on.
func (s *Store) splitsEvents(ctx context.Context) (bool, error) {
	info, err := s.buildInfo(ctx)
	return slices.Compare(info.Version, []int{6, 0, 9}) >= 0, s.available(err, "ask for the version of the database")
}

// next waits for events and returns the changes that they tell of; none where there was nothing for a while.
func (f *following) next(ctx context.Context, stream *mongo.ChangeStream) (changes Changes, err error) {
	var parts notice
	told := func() int { return changes.Len() + len(f.markers) }
	for len(parts) > 0 || told() == 0 || told() < mostChanges && stream.RemainingBatchLength() > 0 {
		within, cancel := context.WithTimeout(ctx, streamTimeout)
		event := stream.TryNext(within)
		cancel()
		switch {
		case stream.Err() != nil:
			return changes, stream.Err()
		case !event && stream.ID() == 0:
			return changes, fmt.Errorf("the database closed the change stream: %w", errMissed)
		case !event && len(parts) == 0:
			return changes, nil
		case !event:
			continue
		}
		parts = append(parts, slices.Clone(stream.Current))
		if !parts.whole() {
			continue
		}
		if err := f.take(parts, &changes); err != nil {
			return changes, err
		}
		parts = nil
	}
	return changes, nil
}

// take adds what an event tells to the changes.
func (f *following) take(n notice, changes *Changes) error {
	switch operation := n.text("operationType"); operation {
	case "insert", "update", "replace", "delete":
	case "drop", "rename", "dropDatabase", "invalidate":
		return fmt.Errorf("%s: %w", operation, errMissed)
	default: // of an index, say
		return nil
	}
	key := n.lookup("documentKey", "_id")
	if n.text("ns", "coll") == closingsCollection {
		f.markers = append(f.markers, idOf(key))
		return nil
	}
	kind, ok := kindOf(n.text("ns", "coll"))
	if !ok {
		return nil
	}
	// After an update, the document is looked up: it may be gone by then.
	if stored, ok := n.lookup("fullDocument").DocumentOK(); ok {
		f.add(changes, idOf(key), f.decode(kind, stored))
		return nil
	}
	f.leftOut.forget(kind, idOf(key))
	changes.Gone = append(changes.Gone, idOf(key))
	return nil
}

func kindOf(collection string) (models.Kind, bool) {
	for _, kind := range models.Kinds {
		if kind.Plural() == collection {
			return kind, true
		}
	}
	return "", false
}

// notice is one event of a change stream, in as many parts as it came in. Each part has some of its fields.
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

// whole tells whether the last part is there.
func (n notice) whole() bool {
	last := n[len(n)-1]
	fragment, split := last.Lookup("splitEvent", "fragment").AsInt64OK()
	of, _ := last.Lookup("splitEvent", "of").AsInt64OK()
	return !split || fragment == of
}

// broken forgets where the stream was, where an error says that it cannot go on from there.
func (f *following) broken(err error) error {
	if errors.Is(err, errMissed) || lost(err) {
		f.token = nil
	}
	return err
}

// lost tells whether the database refuses to go on from a point: because it does not remember it any more, or because
// what comes next is too large for an event. Whatever else it refuses may be mended by loading everything, too, but for
// those errors that pass by themselves, and those of who may do what.
func lost(err error) bool {
	var failure mongo.ServerError
	if !errors.As(err, &failure) || mongo.IsNetworkError(err) || mongo.IsTimeout(err) {
		return false
	}
	return !passes(failure)
}
