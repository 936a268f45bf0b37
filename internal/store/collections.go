package store

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"
	"golang.org/x/sync/errgroup"

	"findcare/models"
)

// The collections other than those of the documents.
const (
	changesCollection     = "changes"
	keysCollection        = "keys"
	holdsCollection       = "holds"
	closingsCollection    = "closings"
	digestsCollection     = "digests"
	recordDatesCollection = "recordDates"
	tokensCollection      = "tokens"
	tokenUsesCollection   = "tokenUses"
	versionsCollection    = "versions"
	unfinishedCollection  = "unfinished"
	reportsCollection     = "reports"
	copiesCollection      = "workingCopies"
	secretsCollection     = "secrets"
	importsCollection     = "imports"
	webhooksCollection    = "webhooks"
)

// collectionNames are the collections that have to exist.
var collectionNames = []string{
	changesCollection, keysCollection, holdsCollection, closingsCollection, digestsCollection, recordDatesCollection,
	tokensCollection, tokenUsesCollection, versionsCollection, unfinishedCollection, reportsCollection,
	copiesCollection, secretsCollection, importsCollection, webhooksCollection,
}

func (s *Store) changes() collection     { return s.named(changesCollection) }
func (s *Store) keys() collection        { return s.named(keysCollection) }
func (s *Store) holds() collection       { return s.named(holdsCollection) }
func (s *Store) closings() collection    { return s.named(closingsCollection) }
func (s *Store) digests() collection     { return s.named(digestsCollection) }
func (s *Store) recordDates() collection { return s.named(recordDatesCollection) }
func (s *Store) tokens() collection      { return s.named(tokensCollection) }
func (s *Store) tokenUses() collection   { return s.named(tokenUsesCollection) }
func (s *Store) unfinished() collection  { return s.named(unfinishedCollection) }
func (s *Store) reports() collection     { return s.named(reportsCollection) }
func (s *Store) copies() collection      { return s.named(copiesCollection) }
func (s *Store) imports() collection     { return s.named(importsCollection) }

// index is an index on one field, and is named after it.
type index struct {
	collection, field string
	// unique forbids two documents with the same value, and two without one unless the index is partial.
	unique, partial bool
	// life, if set, is how long documents are kept after the time in the field.
	life time.Duration
}

// abilities are what the database supports, judging by its version.
type abilities struct {
	// full means that it has partial and TTL indexes: MongoDB, and FerretDB from version 2 on. FerretDB v1 has neither,
	// and its unique indexes ignore missing values anyway.
	full bool
	// finds means that it uses indexes other than those of the ids to find documents. The embedded engine does not.
	finds bool
	// inTwoSteps means that it replaces a document in two steps, a lookup and a write. FerretDB 2 may not, but does not
	// say so.
	inTwoSteps bool
}

// buildInfo is the answer to the command of that name.
type buildInfo struct {
	Version []int `bson:"versionArray"`
	// FerretDB is the version of FerretDB v1, and Section that of later ones; both are empty for another database.
	FerretDB string `bson:"ferretdbVersion"`
	Section  *struct {
		Version string `bson:"version"`
	} `bson:"ferretdb"`
}

// ferretDB is the major version of FerretDB, 0 for another database.
func (info *buildInfo) ferretDB() (major int) {
	version, major := info.FerretDB, 1
	if info.Section != nil {
		version, major = info.Section.Version, 2
	}
	if version == "" && info.Section == nil {
		return 0
	}
	first, _, _ := strings.Cut(strings.TrimPrefix(version, "v"), ".")
	if said, err := strconv.Atoi(first); err == nil {
		return said
	}
	return major
}

func (info *buildInfo) abilities() abilities {
	ferretDB := info.ferretDB()
	return abilities{full: ferretDB != 1, finds: true, inTwoSteps: ferretDB != 0}
}

func (s *Store) buildInfo(ctx context.Context) (info buildInfo, err error) {
	err = s.client.Database("admin").RunCommand(ctx, bson.D{{Key: "buildInfo", Value: 1}}).Decode(&info)
	return info, s.available(err, "ask for the version of the database")
}

// detect finds out what the database supports.
func (s *Store) detect(ctx context.Context) error {
	info, err := s.buildInfo(ctx)
	if err != nil {
		return err
	}
	can := info.abilities()
	if s.Embedded() {
		can = abilities{}
	}
	s.can.Store(&can)
	return nil
}

// indexes are those of a database with some abilities.
func indexes(can abilities) (all []index) {
	for _, kind := range models.Kinds {
		all = append(all, index{collection: kind.Plural(), field: "slug", unique: true})
	}
	all = append(all, index{collection: models.KindProvider.Plural(), field: "npi", unique: true, partial: can.full})
	if can.finds {
		all = append(all, index{collection: changesCollection, field: "document"},
			index{collection: copiesCollection, field: "document"}, index{collection: copiesCollection, field: "open"},
			index{collection: copiesCollection, field: "due"})
	}
	if can.full {
		all = append(all, index{collection: keysCollection, field: "at", life: keyLife})
	}
	return all
}

// updateIndexes are those that polls need.
func updateIndexes() (all []index) {
	for _, kind := range models.Kinds {
		all = append(all, index{collection: kind.Plural(), field: "updatedAt"})
	}
	return all
}

// ensureCollections creates the missing collections and indexes.
func (s *Store) ensureCollections(ctx context.Context) error {
	if err := s.detect(ctx); err != nil {
		return err
	}
	if err := s.ensureIndexes(ctx, indexes(*s.can.Load())); err != nil {
		return err
	}
	group, within := errgroup.WithContext(ctx)
	for _, name := range collectionNames {
		group.Go(func() error {
			if err := s.database.CreateCollection(within, name); err != nil && !hasCode(err, namespaceExists) {
				return fmt.Errorf("%s: %w", name, err)
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil || !s.Embedded() {
		return err
	}
	if err := s.engine.IndexIDs(ctx, s.database.Name()); err != nil {
		return err
	}
	var names []string
	for _, kind := range models.Kinds {
		names = append(names, kind.Plural())
	}
	return s.engine.StartLog(ctx, s.database.Name(), names)
}

// ensureIndexes creates missing indexes. A collection is created with its first one.
func (s *Store) ensureIndexes(ctx context.Context, all []index) error {
	byCollection := make(map[string][]index)
	for _, index := range all {
		byCollection[index.collection] = append(byCollection[index.collection], index)
	}
	group, within := errgroup.WithContext(ctx)
	for _, some := range byCollection {
		group.Go(func() error {
			for _, index := range some {
				if err := s.ensureIndex(within, index); err != nil {
					return fmt.Errorf("index %s of %s: %w", index.field, index.collection, err)
				}
			}
			return nil
		})
	}
	return group.Wait()
}

// ensureIndex creates an index. It replaces a different one of the same name, which an earlier release may have
// created.
func (s *Store) ensureIndex(ctx context.Context, i index) error {
	how := options.Index().SetName(i.field)
	if i.unique {
		how.SetUnique(true)
	}
	if i.partial {
		how.SetPartialFilterExpression(bson.D{{Key: i.field, Value: bson.D{{Key: "$exists", Value: true}}}})
	}
	if i.life > 0 {
		how.SetExpireAfterSeconds(int32(i.life / time.Second))
	}
	view := s.database.Collection(i.collection).Indexes()
	model := mongo.IndexModel{Keys: bson.D{{Key: i.field, Value: 1}}, Options: how}
	_, err := view.CreateOne(ctx, model)
	if !hasCode(err, indexOptionsConflict) && !hasCode(err, indexKeySpecsConflict) {
		return err
	}
	s.logger.Info("an index is made anew", "collection", i.collection, "index", i.field)
	if err := view.DropOne(ctx, i.field); err != nil && !hasCode(err, indexNotFound) { // another server may do the same
		return err
	}
	_, err = view.CreateOne(ctx, model)
	return err
}

// Error codes of MongoDB.
const (
	indexNotFound         = 27
	namespaceExists       = 48
	indexOptionsConflict  = 85
	indexKeySpecsConflict = 86
)

// hasCode reports whether an error is one of the database, with a code.
func hasCode(err error, code int) bool {
	var failure mongo.ServerError
	return errors.As(err, &failure) && failure.HasErrorCode(code)
}
