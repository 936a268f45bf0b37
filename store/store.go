// Package store keeps the documents in MongoDB, through the official driver. It connects, ensures collections and
// indexes, loads everything, writes, and follows what others write.
package store

import (
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/event"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"
	"go.mongodb.org/mongo-driver/v2/mongo/writeconcern"
	"go.mongodb.org/mongo-driver/v2/x/mongo/driver/connstring"
	"golang.org/x/sync/errgroup"

	"findcare/models"
)

// Config says which MongoDB to use.
type Config struct {
	// URI is a MongoDB connection string; its path names the database, findcare by default. Where it is empty, an
	// engine runs inside the process and keeps its files in DataDir.
	URI string
	// DataDir is the folder of the embedded engine.
	DataDir string
	// Bulk is for those who write much at once: the embedded engine is sure to have it on the disk when the store is closed, and
	// not after each write.
	Bulk bool
	// Logger takes what the embedded engine and the feed of changes have to say, and names documents that are left out.
	Logger *slog.Logger
	// Monitor is told of each command; nil for none.
	Monitor *event.CommandMonitor
}

// Store is a connection to the database of one directory.
type Store struct {
	client   *mongo.Client
	database *mongo.Database
	engine   *engine // nil where the server is another process
	bulk     bool
	locks    locks
	logger   *slog.Logger
	leftOut  leftOut
	contact  contact
	room     room
	waiters  *waiters
	patience patience
	// firstSeen is when this process first waited for each of the deletions that it has waited for, by the id of the mark.
	firstSeen sync.Map
	// inTwoSteps tells whether others write in a database that looks a document up and replaces it in two steps.
	inTwoSteps atomic.Bool
}

const (
	defaultDatabase = "findcare"
	connectTimeout  = 10 * time.Second
)

// Open connects and ensures collections and indexes. Close the store when done.
func Open(ctx context.Context, config Config) (*Store, error) {
	s, err := New(ctx, config)
	if err != nil {
		return nil, err
	}
	if err := s.Prepare(ctx); err != nil {
		return nil, errors.Join(err, s.Close(ctx))
	}
	return s, nil
}

// New makes a store without waiting for a database that is another process. Close the store when done.
func New(ctx context.Context, config Config) (*Store, error) {
	s := &Store{locks: locks{seed: maphash.MakeSeed()}, bulk: config.Bulk, logger: config.Logger, waiters: newWaiters(), patience: usualPatience}
	if s.logger == nil {
		s.logger = slog.New(slog.DiscardHandler)
	}
	uri, name := config.URI, defaultDatabase
	if uri == "" {
		var err error
		if s.engine, err = startEngine(config.DataDir, config.Bulk, s.logger); err != nil {
			return nil, err
		}
		uri = s.engine.uri
	} else {
		parsed, err := connstring.ParseAndValidate(uri)
		if err != nil {
			return nil, fmt.Errorf("MONGODB_URI: %w", err)
		}
		if parsed.Database != "" {
			name = parsed.Database
		}
	}
	client, err := mongo.Connect(options.Client().
		SetAppName("findcare").
		SetServerSelectionTimeout(connectTimeout).
		ApplyURI(uri).
		SetMonitor(config.Monitor).
		SetWriteConcern(writeconcern.Majority()))
	if err != nil {
		return nil, errors.Join(fmt.Errorf("connect to the database: %w", err), s.Close(ctx))
	}
	s.client, s.database = client, client.Database(name)
	return s, nil
}

// Prepare ensures collections and indexes.
func (s *Store) Prepare(ctx context.Context) error {
	if err := s.ensureIndexes(ctx); err != nil {
		return fmt.Errorf("ensure indexes: %w", err)
	}
	return nil
}

// Close disconnects and stops the embedded engine.
func (s *Store) Close(ctx context.Context) error {
	var err error
	if s.client != nil {
		err = s.client.Disconnect(ctx)
	}
	if s.engine != nil && s.engine.bulk != nil {
		err = errors.Join(err, s.engine.bulk.stop())
	}
	if s.engine != nil {
		err = errors.Join(err, s.engine.stop())
	}
	return err
}

// Embedded tells whether the engine runs inside this process.
func (s *Store) Embedded() bool { return s.engine != nil }

func (s *Store) collection(kind models.Kind) *mongo.Collection {
	return s.database.Collection(kind.Plural())
}

// ensureIndexes makes slugs and NPIs unique. A collection comes to be with its first index.
func (s *Store) ensureIndexes(ctx context.Context) error {
	group, groupContext := errgroup.WithContext(ctx)
	for _, kind := range models.Kinds {
		group.Go(func() error {
			indexes := []mongo.IndexModel{{Keys: bson.D{{Key: "slug", Value: 1}}, Options: options.Index().SetName("slug").SetUnique(true)}}
			if _, err := s.collection(kind).Indexes().CreateMany(groupContext, indexes); err != nil {
				return fmt.Errorf("%s: %w", kind.Plural(), err)
			}
			return nil
		})
	}
	for _, name := range []string{changesCollection, keysCollection, holdsCollection, closingsCollection} {
		group.Go(func() error {
			if err := s.database.CreateCollection(groupContext, name); err != nil && !exists(err) {
				return fmt.Errorf("%s: %w", name, err)
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	if err := s.ensureNPIIndex(ctx); err != nil || !s.Embedded() {
		return err
	}
	if err := s.engine.indexIDs(ctx, s.database.Name()); err != nil || !s.bulk {
		return err
	}
	return s.engine.startBulk(ctx, s.database.Name())
}

// exists tells whether err says that there is a collection of that name.
func exists(err error) bool {
	const namespaceExists = 48
	var command mongo.CommandError
	return errors.As(err, &command) && command.Code == namespaceExists
}

// ensureNPIIndex makes NPIs unique among those who have one. MongoDB needs a partial index for that; FerretDB has
// none, and leaves missing values out of unique indexes anyway.
func (s *Store) ensureNPIIndex(ctx context.Context) error {
	unique := options.Index().SetName("npi").SetUnique(true)
	ferret, err := s.isFerretDB(ctx)
	if err != nil {
		return err
	}
	s.inTwoSteps.Store(ferret && !s.Embedded())
	if !ferret {
		unique.SetPartialFilterExpression(bson.D{{Key: "npi", Value: bson.D{{Key: "$exists", Value: true}}}})
	}
	_, err = s.collection(models.KindProvider).Indexes().CreateOne(ctx, mongo.IndexModel{Keys: bson.D{{Key: "npi", Value: 1}}, Options: unique})
	return err
}

func (s *Store) isFerretDB(ctx context.Context) (bool, error) {
	var info struct {
		FerretDB        string `bson:"ferretdbVersion"`
		FerretDBSection bson.M `bson:"ferretdb"`
	}
	err := s.client.Database("admin").RunCommand(ctx, bson.D{{Key: "buildInfo", Value: 1}}).Decode(&info)
	return info.FerretDB != "" || info.FerretDBSection != nil, err
}
