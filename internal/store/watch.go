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

// Watch opens a change stream of the documents, of markers, and of what happens to the database as a whole. It goes on
// after a resume token, if there is one. The database waits for events for some time before it answers that there are
// none, and sends batches of some size.
func (s *Store) Watch(ctx context.Context, after bson.Raw, wait time.Duration, batch int) (*mongo.ChangeStream, error) {
	split, err := s.splitsEvents(ctx)
	if err != nil {
		return nil, err
	}
	how := options.ChangeStream().
		SetFullDocument(options.UpdateLookup).
		SetMaxAwaitTime(wait).
		SetBatchSize(int32(batch))
	if after != nil {
		how.SetResumeAfter(after)
	}
	stream, err := s.database.Watch(ctx, pipeline(split), how)
	if err != nil {
		return nil, fmt.Errorf("open a change stream: %w", err)
	}
	return stream, nil
}

// pipeline selects the events.
func pipeline(split bool) mongo.Pipeline {
	names := bson.A{}
	for _, kind := range models.Kinds {
		names = append(names, kind.Plural())
	}
	among := bson.D{{Key: "$in", Value: names}}
	stages := mongo.Pipeline{{{Key: "$match", Value: bson.D{{Key: "$or", Value: bson.A{
		bson.D{{Key: "ns.coll", Value: among}},
		bson.D{{Key: "to.coll", Value: among}},
		bson.D{{Key: "ns.coll", Value: closingsCollection}, {Key: "operationType", Value: "insert"}}, // markers
		bson.D{{Key: "operationType", Value: bson.D{{Key: "$in", Value: bson.A{"dropDatabase", "invalidate"}}}}},
	}}}}}}
	if split {
		stages = append(stages, bson.D{{Key: "$changeStreamSplitLargeEvent", Value: bson.D{}}})
	}
	return stages
}

// splitsEvents reports whether the database can send an event larger than a document may be in parts: from 6.0.9 on.
func (s *Store) splitsEvents(ctx context.Context) (bool, error) {
	info, err := s.buildInfo(ctx)
	return slices.Compare(info.Version, []int{6, 0, 9}) >= 0, s.available(err, "ask for the version of the database")
}

// KindOf returns the kind of the documents that a collection holds.
func KindOf(collection string) (models.Kind, bool) {
	for _, kind := range models.Kinds {
		if kind.Plural() == collection {
			return kind, true
		}
	}
	return "", false
}

// Decode makes a document of what an event holds of it, with its id. The document is nil where that is none of the
// kind, and quarantined then.
func (s *Store) Decode(kind models.Kind, stored bson.Raw) models.Document {
	return s.decode(kind, stored)
}

// PutMarker inserts a marker, which change streams report after all that was written before.
func (s *Store) PutMarker(ctx context.Context, id string) error {
	return s.insert(ctx, s.closings(), bson.D{{Key: "_id", Value: id}})
}

// RemoveMarker removes a marker. One that stays after an error does no harm.
func (s *Store) RemoveMarker(ctx context.Context, id string) {
	s.removeClosing(ctx, id)
}

// HoldsMarkers reports whether a collection is that of the markers.
func HoldsMarkers(collection string) bool { return collection == closingsCollection }

// HistoryLost reports whether the database refuses to go on from a resume token: because it does not remember it any
// more, or because what comes next is too large for an event. Whatever else it refuses may be mended by loading
// everything, too, except for errors that pass by themselves and those of permission.
func HistoryLost(err error) bool {
	var failure mongo.ServerError
	if !errors.As(err, &failure) || mongo.IsNetworkError(err) || mongo.IsTimeout(err) {
		return false
	}
	return !passes(failure)
}

// NoChangeStreams reports whether the database has no change streams.
func NoChangeStreams(err error) bool {
	const commandNotFound, notSupported, notImplemented, unknownStage, onlyReplicaSets = 59, 115, 238, 40324, 40573
	codes := []int{commandNotFound, notSupported, notImplemented, unknownStage, onlyReplicaSets}
	var failure mongo.ServerError
	return errors.As(err, &failure) && slices.ContainsFunc(codes, failure.HasErrorCode)
}
