package store

import (
	"context"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
)

// Server is what a database says of itself.
type Server struct {
	// ChangeStreams reports whether it should have change streams: replica sets and sharded clusters do, and so do
	// other engines that only claim to be one.
	ChangeStreams bool
	// Time is its clock's; zero where it does not say.
	Time time.Time
}

// Probe asks the database whether it answers, for as long as a write would wait for it. Until the next probe, pings and
// writes fail at once where it did not. Only a read counts as an answer: FerretDB says hello also while the database
// below it is down.
func (s *Store) Probe(ctx context.Context) (Server, error) {
	within, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	var hello struct {
		SetName   string    `bson:"setName"`
		Message   string    `bson:"msg"`
		LocalTime time.Time `bson:"localTime"`
	}
	admin := s.client.Database("admin")
	err := admin.RunCommand(within, bson.D{{Key: "hello", Value: 1}}).Decode(&hello)
	if err == nil {
		err = s.readable(within)
	}
	if ctx.Err() != nil {
		return Server{}, ctx.Err()
	}
	s.unreachable.Store(err != nil)
	if err != nil {
		return Server{}, s.available(err, "ask the database")
	}
	streams := hello.SetName != "" || hello.Message == "isdbgrid"
	return Server{ChangeStreams: streams, Time: hello.LocalTime}, nil
}
