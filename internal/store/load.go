package store

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo/options"
	"golang.org/x/sync/errgroup"

	"findcare/models"
)

// Load reads the whole directory except for deleted documents, all collections in parallel. Documents that break a rule
// are quarantined.
func (s *Store) Load(ctx context.Context) (*models.Directory, error) {
	s.quarantine.clear()
	s.startLoading(ctx)
	directory := &models.Directory{}
	var adding sync.Mutex
	parts := make(chan part)
	readers, reading := errgroup.WithContext(ctx)
	for _, kind := range models.Kinds {
		readers.Go(func() error { return s.read(reading, kind, parts) })
	}
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) { // decoding and checking take longer than reading
		workers.Go(func() {
			for part := range parts {
				documents := s.shown(part)
				s.loading.Add(int64(len(part.stored)))
				adding.Lock()
				for _, document := range documents {
					directory.Add(document)
				}
				adding.Unlock()
			}
		})
	}
	err := readers.Wait()
	close(parts)
	workers.Wait()
	if err != nil {
		return nil, err
	}
	return directory, nil
}

// Progress is how far a load has come, in documents. Expected is what the database estimates, 0 where it does not.
type Progress struct{ Loaded, Expected int64 }

// Progress returns that of the last load.
func (s *Store) Progress() Progress { return Progress{s.loading.Load(), s.expected.Load()} }

func (s *Store) startLoading(ctx context.Context) {
	s.loading.Store(0)
	expected := int64(0)
	for _, kind := range models.Kinds {
		n, err := s.estimatedCount(ctx, kind)
		if err != nil {
			s.expected.Store(0)
			return // a database that does not count can be read all the same
		}
		expected += n
	}
	s.expected.Store(expected)
}

// estimatedCount is how many documents there are of a kind. The embedded engine would parse all of them.
func (s *Store) estimatedCount(ctx context.Context, kind models.Kind) (int64, error) {
	if s.Embedded() {
		if n, done, err := s.engine.Count(ctx, kind.Plural()); done {
			return n, err
		}
	}
	return s.collection(kind).of.EstimatedDocumentCount(ctx)
}

// part is a batch of stored documents of one kind.
type part struct {
	kind   models.Kind
	stored []bson.Raw
}

// read sends all documents of a kind, in parts.
func (s *Store) read(ctx context.Context, kind models.Kind, to chan<- part) error {
	const size = 200
	next := part{kind: kind}
	send := func() error {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case to <- next:
			next.stored = nil
			return nil
		}
	}
	err := s.all(ctx, s.collection(kind), nil, func(stored bson.Raw) error {
		if next.stored = append(next.stored, slices.Clone(stored)); len(next.stored) < size {
			return nil
		}
		return send()
	})
	if err == nil {
		err = send()
	}
	if err != nil {
		return fmt.Errorf("load %s: %w", kind.Plural(), err)
	}
	return nil
}

// shown returns the documents of a part that are not deleted and break no rule.
func (s *Store) shown(p part) (documents []models.Document) {
	for _, stored := range p.stored {
		if document := s.decode(p.kind, stored); document != nil && document.Head().DeletedAt == nil &&
			s.KeepsRules(document) {
			documents = append(documents, document)
		}
	}
	return documents
}

// loadBatch is how many documents are fetched at a time.
const loadBatch = 2000

// Each streams the documents of one kind, including deleted ones, in no particular order, until visit returns an error.
// What is not a document of that kind is quarantined.
func (s *Store) Each(ctx context.Context, kind models.Kind, visit func(models.Document) error) error {
	return s.EachPart(ctx, kind, nil, visit)
}

// EachShown streams the documents of one kind that are not deleted and break no rule, in no particular order, until
// visit returns an error.
func (s *Store) EachShown(ctx context.Context, kind models.Kind, visit func(models.Document) error) error {
	return s.Each(ctx, kind, func(document models.Document) error {
		if document.Head().DeletedAt != nil || !s.KeepsRules(document) {
			return nil
		}
		return visit(document)
	})
}

// EachPart is Each with only the ids and the given fields of the documents.
func (s *Store) EachPart(
	ctx context.Context,
	kind models.Kind,
	fields []string,
	visit func(models.Document) error,
) error {
	err := s.all(ctx, s.collection(kind), fields, func(stored bson.Raw) error {
		document := s.decode(kind, stored)
		if document == nil {
			return nil
		}
		return visit(document)
	})
	if err != nil {
		return fmt.Errorf("load %s: %w", kind.Plural(), err)
	}
	return nil
}

// all visits all documents of a collection as they are stored, with all their fields or the ids and some others.
func (s *Store) all(ctx context.Context, in collection, fields []string, visit func(bson.Raw) error) error {
	find := options.Find()
	if fields != nil {
		projection := bson.D{}
		for _, field := range fields {
			projection = append(projection, bson.E{Key: field, Value: true})
		}
		find.SetProjection(projection)
	}
	if s.Embedded() {
		others := func(ids []string) error {
			return s.each(ctx, in, anyOf("_id", ids), find, visit)
		}
		if done, err := s.engine.Each(ctx, in.of.Name(), fields, visit, others); done {
			return err
		}
	}
	return s.each(ctx, in, bson.D{}, find, visit)
}

// find visits the documents that a filter selects. What is not a document is visited as nil, with its id.
func (s *Store) find(
	ctx context.Context,
	kind models.Kind,
	filter bson.D,
	visit func(bson.RawValue, models.Document) error,
) error {
	return s.each(ctx, s.collection(kind), filter, options.Find(), func(stored bson.Raw) error {
		return visit(stored.Lookup("_id"), s.decode(kind, stored))
	})
}

// each visits what a filter selects, as it is stored.
func (s *Store) each(
	ctx context.Context,
	in collection,
	filter bson.D,
	how *options.FindOptionsBuilder,
	visit func(bson.Raw) error,
) error {
	cursor, err := in.find(ctx, filter, how.SetBatchSize(loadBatch))
	if err != nil {
		return s.available(err, "find")
	}
	defer func() { _ = cursor.Close(context.WithoutCancel(ctx)) }()
	for cursor.Next(ctx) {
		// The cursor checks the context only when it fetches the next batch.
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := visit(cursor.Current); err != nil {
			return err
		}
	}
	return s.available(cursor.Err(), "find")
}

// Current returns those of some documents that exist, are not deleted and break no rule.
func (s *Store) Current(ctx context.Context, ids []string) (documents []models.Document, err error) {
	byKind := make(map[models.Kind][]string)
	for _, id := range ids {
		if kind, ok := models.KindOfID(id); ok {
			byKind[kind] = append(byKind[kind], id)
		}
	}
	for kind, ids := range byKind {
		for _, filter := range s.filtersOf(ids) {
			err := s.find(ctx, kind, filter, func(_ bson.RawValue, document models.Document) error {
				if document != nil && document.Head().DeletedAt == nil && s.KeepsRules(document) {
					documents = append(documents, document)
				}
				return nil
			})
			if err != nil {
				return nil, fmt.Errorf("find %s: %w", kind.Plural(), err)
			}
		}
	}
	return documents, nil
}

// filtersOf returns filters that select some documents: the embedded engine finds only one of them without reading all.
func (s *Store) filtersOf(ids []string) (filters []bson.D) {
	if !s.Embedded() {
		return []bson.D{anyOf("_id", ids)}
	}
	for _, id := range ids {
		filters = append(filters, bson.D{{Key: "_id", Value: id}})
	}
	return filters
}
