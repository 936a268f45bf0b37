package store

import (
	"context"
	"encoding/binary"
	"fmt"
	"iter"
	"slices"

	"go.mongodb.org/mongo-driver/v2/bson"
)

// Digests tell which records of a registry the directory already has as they are: a hash of what a record says by a
// hash of its key. They stand in the providers, too; here they are close together, since to read a million documents
// for them takes long.
type Digests map[uint64]uint64

// digestChunk is a part of them as it is stored.
type digestChunk struct {
	ID     string `bson:"_id"`
	Source string `bson:"source"`
	Pairs  []byte `bson:"pairs"`
	// Chunks is how many there are, in the last one that is written.
	Chunks int `bson:"chunks,omitempty"`
}

const (
	digestsInChunk = 10_000
	pairSize       = 16
)

// Digests returns those of a registry as the last import left them that ran to its end; none where one has begun since.
func (s *Store) Digests(ctx context.Context, source string) (Digests, error) {
	cursor, err := s.digests().find(ctx, bson.D{{Key: "source", Value: source}})
	if err != nil {
		return nil, s.available(err, "load digests")
	}
	var chunks []digestChunk
	if err := cursor.All(ctx, &chunks); err != nil {
		return nil, s.available(err, "load digests")
	}
	whole := slices.ContainsFunc(chunks, func(last digestChunk) bool { return last.Chunks == len(chunks) })
	if !whole { // the import was cut off
		return Digests{}, nil
	}
	digests := make(Digests, len(chunks)*digestsInChunk)
	for _, chunk := range chunks {
		for pair := range slices.Chunk(chunk.Pairs, pairSize) {
			if len(pair) == pairSize {
				digests[binary.LittleEndian.Uint64(pair)] = binary.LittleEndian.Uint64(pair[pairSize/2:])
			}
		}
	}
	return digests, nil
}

// PutDigests stores those of a registry. Before, DropDigests must have been called.
func (s *Store) PutDigests(ctx context.Context, source string, digests iter.Seq2[uint64, uint64]) error {
	var pairs []byte
	number := 0
	flush := func(last bool) error {
		chunk := digestChunk{ID: fmt.Sprintf("%s %05d", source, number), Source: source, Pairs: pairs}
		number, pairs = number+1, nil
		if last {
			chunk.Chunks = number
		}
		if err := s.digests().insertOne(ctx, chunk); err != nil {
			return s.available(err, "write digests")
		}
		return nil
	}
	for key, digest := range digests {
		pairs = binary.LittleEndian.AppendUint64(pairs, key)
		pairs = binary.LittleEndian.AppendUint64(pairs, digest)
		if len(pairs) == digestsInChunk*pairSize {
			if err := flush(false); err != nil {
				return err
			}
		}
	}
	return flush(true)
}

// DropDigests forgets those of a registry, or of all where the source is empty. Whoever changes what an import has
// written does so first.
func (s *Store) DropDigests(ctx context.Context, source string) error {
	filter := bson.D{}
	if source != "" {
		filter = bson.D{{Key: "source", Value: source}}
	}
	if _, err := s.digests().deleteMany(ctx, filter); err != nil {
		return s.available(err, "drop digests")
	}
	return nil
}
