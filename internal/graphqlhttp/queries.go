package graphqlhttp

import (
	"bytes"
	"hash/maphash"
	"sync/atomic"

	"github.com/go-json-experiment/json/jsontext"
)

// queries remembers queries as they stand in JSON: most requests send one of a few, which need not be decoded again.
type queries struct {
	seed  maphash.Seed
	slots [querySlots]atomic.Pointer[knownQuery]
}

const (
	querySlots = 256
	// maxKnownQuery is the maximum size in bytes of a query that is remembered, so that all take 2 MB at most.
	maxKnownQuery = 4 << 10
)

// knownQuery is immutable.
type knownQuery struct {
	quoted []byte
	query  string
}

func newQueries() *queries { return &queries{seed: maphash.MakeSeed()} }

// read reads a query or null.
func (q *queries) read(name string, decoder *jsontext.Decoder) (string, error) {
	if decoder.PeekKind() != '"' {
		return readString(name, decoder)
	}
	quoted, err := decoder.ReadValue()
	if err != nil {
		return "", syntaxError(decoder, err)
	}
	slot := &q.slots[maphash.Bytes(q.seed, quoted)%querySlots]
	if known := slot.Load(); known != nil && bytes.Equal(known.quoted, quoted) {
		return known.query, nil
	}
	query, err := readString(name, jsontext.NewDecoder(bytes.NewReader(quoted), loneSurrogates))
	if err == nil && len(quoted) <= maxKnownQuery {
		slot.Store(&knownQuery{bytes.Clone(quoted), query})
	}
	return query, err
}
