package backup

import (
	"context"
	"errors"
	"fmt"
	"io"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/internal/store"
)

// ErrNotEmpty is that a backup was to be restored into a database that holds something.
var ErrNotEmpty = errors.New("the database is not empty")

// restoring is how a restore is marked until it is complete.
const restoring = "restore of a backup"

// Restore verifies a backup, and writes what it has into an empty database.
func Restore(ctx context.Context, db *store.Store, file io.ReaderAt, size int64) (Header, Manifest, error) {
	header, manifest, err := Verify(ctx, file, size)
	if err != nil {
		return header, manifest, err
	}
	if header.Database > store.Version {
		return header, manifest, fmt.Errorf("the backup is of a database of version %d, "+
			"and this findcare knows versions up to %d: use the newer findcare", header.Database, store.Version)
	}
	if holding, found, err := db.Holding(ctx); err != nil {
		return header, manifest, err
	} else if found {
		return header, manifest, fmt.Errorf("%w: it has %s; restore into another one", ErrNotEmpty, holding)
	}
	if err := db.MarkBegun(ctx, restoring); err != nil {
		return header, manifest, err
	}
	to := &restorer{db: db}
	if _, _, err := read(ctx, file, size, func(collection string, document bson.Raw) error {
		return to.add(ctx, collection, document)
	}); err != nil {
		return header, manifest, err
	}
	if err := to.flush(ctx); err != nil {
		return header, manifest, err
	}
	return header, manifest, db.MarkFinished(ctx, restoring)
}

// restorer writes documents in batches.
type restorer struct {
	db         *store.Store
	collection string
	batch      []bson.Raw
	size       int
}

// A batch has at most so many documents, and about so many bytes.
const (
	batchDocuments = 1000
	batchSize      = 8 << 20
)

func (r *restorer) add(ctx context.Context, collection string, document bson.Raw) error {
	if collection != r.collection || len(r.batch) == batchDocuments || r.size >= batchSize {
		if err := r.flush(ctx); err != nil {
			return err
		}
	}
	r.collection, r.batch, r.size = collection, append(r.batch, document), r.size+len(document)
	return nil
}

func (r *restorer) flush(ctx context.Context) error {
	batch := r.batch
	r.batch, r.size = nil, 0
	if len(batch) == 0 {
		return nil
	}
	return r.db.InsertStored(ctx, r.collection, batch)
}
