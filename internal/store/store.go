package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/maphash"
	"log/slog"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/event"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"
	"go.mongodb.org/mongo-driver/v2/mongo/writeconcern"
	"go.mongodb.org/mongo-driver/v2/x/mongo/driver/connstring"

	"findcare/internal/combine"
	"findcare/internal/store/embedded"
	"findcare/models"
)

// Config selects the database.
type Config struct {
	// URI is a MongoDB connection string; its path names the database, findcare by default. If it is empty, an engine
	// runs inside the process and keeps its files in DataDir.
	URI string
	// DataDir is the folder of the embedded engine.
	DataDir string
	// Bulk makes many writes fast: the embedded engine syncs them to the disk when the store is closed, and not after
	// each write.
	Bulk bool
	// Restoring opens also a database into which a restore has begun and not ended.
	Restoring bool
	// Logger logs for the store and the embedded engine; nil for none.
	Logger *slog.Logger
	// Monitor observes each command; nil for none.
	Monitor *event.CommandMonitor

	pragmas []string // additional ones of the embedded engine, for tests
}

// Store is a connection to the database of one directory.
type Store struct {
	client   *mongo.Client
	database *mongo.Database
	engine   *embedded.Engine // nil if the database is another process
	running  embedded.Options
	// restoring is Config.Restoring.
	restoring bool
	identity  string
	locks     locks
	group     *combine.Group[*member]
	finding   *combine.Group[*lookup]
	logger    *slog.Logger
	// unreachable is what the last Probe found.
	unreachable atomic.Bool
	quarantine  quarantine
	room        room
	patience    patience
	// loading counts the documents that a load has read, of those that were expected.
	loading, expected atomic.Int64
	heads             copyHeads
	// secrets are those that were read, by name.
	secrets sync.Map
	// firstSeen is when this process first waited for each deletion, by the id of the mark.
	firstSeen sync.Map
	// can is what the database supports; nil before it was asked.
	can atomic.Pointer[abilities]
	// knows is the newest version of a database that this findcare knows, and version that of this one.
	knows   int
	version atomic.Pointer[knownVersion]
}

const (
	defaultDatabase = "findcare"
	connectTimeout  = 10 * time.Second
)

// Open connects and prepares the database. The caller has to close the store.
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

// New returns a store without waiting for a database that is another process. The caller has to close it.
func New(ctx context.Context, config Config) (*Store, error) {
	s := &Store{
		identity: "embedded",
		locks:    locks{seed: maphash.MakeSeed()},
		logger:   config.Logger,
		patience: usualPatience,
		knows:    Version,
	}
	s.restoring = config.Restoring
	if s.logger == nil {
		s.logger = slog.New(slog.DiscardHandler)
	}
	uri, name, parallel := config.URI, defaultDatabase, parallelGroups
	if uri == "" {
		var err error
		if s.engine, err = embedded.Start(s.engineOptions(config)); err != nil {
			return nil, err
		}
		uri, parallel = s.engine.URI(), 1 // SQLite has one writer at a time
	} else {
		parsed, err := connstring.ParseAndValidate(uri)
		if err != nil {
			return nil, fmt.Errorf("MONGODB_URI: %w", err)
		}
		if parsed.Database != "" {
			name = parsed.Database
		}
		s.identity = identityOf(parsed.Hosts, name)
	}
	s.group = combine.New(parallel, maxGroup, s.commitTogether)
	s.finding = combine.New(runtime.GOMAXPROCS(0), maxGroup, s.findTogether)
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

func (s *Store) engineOptions(config Config) embedded.Options {
	s.running = embedded.Options{
		Dir:      config.DataDir,
		Database: defaultDatabase,
		Bulk:     config.Bulk,
		Pragmas:  config.pragmas,
		Logger:   s.logger,
	}
	return s.running
}

// Prepare creates missing collections and indexes, and migrates the database to the version that this findcare knows.
// If the database has a newer version, nothing is changed, and the store is read-only.
func (s *Store) Prepare(ctx context.Context) error {
	version, err := s.readVersion(ctx)
	if err != nil {
		return err
	}
	if err := s.refuseHalfRestored(ctx); err != nil {
		return err
	}
	if version > s.knows {
		s.logger.Warn("the database is of a newer version: it is read, and nothing is written",
			"version", version, "known", s.knows)
		return s.detect(ctx)
	}
	if err := s.ensureCollections(ctx); err != nil {
		return fmt.Errorf("ensure collections: %w", err)
	}
	if err := s.migrate(ctx, version); err != nil || !s.Embedded() {
		return err
	}
	return s.openFiles(ctx)
}

// openFiles lets the embedded engine read and write many documents at once, if a document that it has written is as
// expected.
func (s *Store) openFiles(ctx context.Context) error {
	sample, err := s.named(versionsCollection).findOne(ctx, bson.D{{Key: "_id", Value: s.knows}}).Raw()
	if err != nil {
		return fmt.Errorf("read the version of the database: %w", err)
	}
	return s.engine.OpenFiles(ctx, s.running, versionsCollection, sample)
}

// Close disconnects and stops the embedded engine.
func (s *Store) Close(ctx context.Context) error {
	var err error
	if s.client != nil {
		err = s.client.Disconnect(ctx)
	}
	if s.engine != nil {
		err = errors.Join(err, s.engine.Close())
	}
	return err
}

// identityOf returns a name for the database of some hosts that can be part of a file's.
func identityOf(hosts []string, database string) string {
	hosts = slices.Sorted(slices.Values(hosts))
	sum := sha256.Sum256([]byte(strings.ToLower(strings.Join(hosts, ",")) + "/" + database))
	return "mongodb-" + hex.EncodeToString(sum[:8])
}

// Identity names the database among those that a data directory has been used for. It can be part of a file's name.
func (s *Store) Identity() string { return s.identity }

// Embedded reports whether the engine runs inside this process.
func (s *Store) Embedded() bool { return s.engine != nil }

func (s *Store) collection(kind models.Kind) collection { return s.named(kind.Plural()) }

// inTwoSteps reports whether the database replaces a document in two steps, between which others may write.
func (s *Store) inTwoSteps() bool {
	can := s.can.Load()
	return can != nil && can.inTwoSteps
}
