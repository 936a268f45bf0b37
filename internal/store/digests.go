package store

import (
	"context"
	"encoding/binary"
	"fmt"
	"iter"
	"slices"

	"go.mongodb.org/mongo-driver/v2/bson"
)

// Digests tell which records of a registry the directory already has unchanged: a hash of a record's content by a hash
// of its key. The providers hold them, too, but reading a million documents for them would take long.
type Digests map[uint64]uint64

// digestChunk is a part of the digests as it is stored.
type digestChunk struct {
	ID     string `bson:"_id"`
	Source string `bson:"source"`
	Pairs  []byte `bson:"pairs"`
	// Chunks is the number of chunks; only the last one has it.
	Chunks int `bson:"chunks,omitempty"`
}

const (
	digestsInChunk = 10_000
	pairSize       = 16
)

// Digests returns the digests of a registry as the last complete import left them; none if another one has begun since.
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
	if !whole { // the import was interrupted
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

// PutDigests stores the digests of a registry. DropDigests must have been called before.
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

// DropDigests removes the digests of a registry, or of all if the source is empty. It has to be called before anything
// changes what an import has written.
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
