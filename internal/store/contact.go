package store

import (
	"context"
	"sync/atomic"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
)

// Feed is how a store learns of what others write.
type Feed string

// The feeds.
const (
	// FeedEmbedded is none: nobody else writes.
	FeedEmbedded Feed = "embedded"
	FeedStream   Feed = "stream"
	FeedPoll     Feed = "poll"
	// FeedAway says that the database does not answer.
	FeedAway Feed = "away"
)

// contact is what the feed knows of a database that is another process.
type contact struct {
	away       atomic.Bool
	streams    atomic.Bool
	last       atomic.Int64 // Unix time in nanoseconds
	reconnects atomic.Int64
}

// Contact tells of the connection to the database.
type Contact struct {
	Feed Feed
	// Last is when the database last answered a read; zero where it has not yet, or is in this process.
	Last time.Time
	// Reconnects counts how often the feed went on after an interruption.
	Reconnects int64
}

// Contact tells of the connection to the database as the feed of changes knows it.
func (s *Store) Contact() Contact {
	told := Contact{Feed: FeedPoll, Reconnects: s.contact.reconnects.Load()}
	last := s.contact.last.Load()
	if last != 0 {
		told.Last = time.Unix(0, last)
	}
	switch {
	case s.Embedded():
		told.Feed = FeedEmbedded
	case last == 0, s.contact.away.Load():
		told.Feed = FeedAway
	case s.contact.streams.Load():
		told.Feed = FeedStream
	}
	return told
}

// reached keeps when the database answered.
func (c *contact) reached(at time.Time) { c.last.Store(at.UnixNano()) }

// server is what a database tells of itself.
type server struct {
	SetName   string    `bson:"setName"`
	Message   string    `bson:"msg"`
	LocalTime time.Time `bson:"localTime"`
}

// streams tells whether it should have change streams: replica sets and sharded clusters do.
func (found server) streams() bool { return found.SetName != "" || found.Message == "isdbgrid" }

// probe asks the database whether it is there, for as long as a write would wait for it, and keeps the answer. Only a
// read counts as one: FerretDB tells what it is also while the database below it is away.
func (f *following) probe(ctx context.Context) (found server, err error) {
	within, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	if err = f.client.Database("admin").RunCommand(within, bson.D{{Key: "hello", Value: 1}}).Decode(&found); err == nil {
		err = f.readable(within)
	}
	switch {
	case ctx.Err() != nil:
		return found, ctx.Err()
	case err != nil:
		f.contact.away.Store(true)
		return found, f.available(err, "ask the database")
	}
	if found.LocalTime.IsZero() {
		found.LocalTime = f.now()
	}
	f.contact.away.Store(false)
	f.contact.reached(f.now())
	return found, nil
}
