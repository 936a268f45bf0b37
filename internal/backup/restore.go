package backup

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/internal/catalog"
	"findcare/internal/store"
	"findcare/models"
)

// ErrNotEmpty is that a backup was to be restored into a database that holds something.
var ErrNotEmpty = errors.New("the database is not empty")

// Restore verifies a backup, and writes what it has into an empty database, or one into which a restore was
// interrupted. In the end, the directory there has the version that was read in the backup.
func Restore(
	ctx context.Context, db *store.Store, file io.ReaderAt, size int64, now time.Time,
) (Contents, error) {
	contents, err := Verify(ctx, file, size)
	if err != nil {
		return contents, err
	}
	if holding, err := db.BeginRestore(ctx); err != nil {
		return contents, err
	} else if holding != "" {
		return contents, fmt.Errorf("%w: it has %s; restore into another one", ErrNotEmpty, holding)
	}
	made := contents.Header.At.Format(time.RFC3339)
	to := &restorer{db: db, now: now, missed: "its time had passed when the backup of " + made + " was restored"}
	if _, err := read(ctx, file, size, func(collection string, document bson.Raw) error {
		return to.add(ctx, collection, document)
	}); err != nil {
		return contents, err
	}
	if err := to.flush(ctx); err != nil {
		return contents, err
	}
	if restored, err := versionOf(ctx, db, contents.Manifest.Day); err != nil {
		return contents, err
	} else if restored != contents.Shown {
		return contents, fmt.Errorf("the restored directory has version %s, and the backup has version %s: "+
			"others have written into the database; restore again", restored, contents.Shown)
	}
	return contents, db.EndRestore(ctx)
}

// versionOf returns the version of the directory in a database.
func versionOf(ctx context.Context, db *store.Store, day models.Date) (string, error) {
	var shown catalog.VersionSum
	for _, kind := range models.Kinds {
		err := db.EachShown(ctx, kind, func(document models.Document) error {
			shown.Add(document)
			return nil
		})
		if err != nil {
			return "", err
		}
	}
	return shown.On(day), nil
}

// restorer writes documents in batches.
type restorer struct {
	db         *store.Store
	now        time.Time
	missed     string // why schedules have failed whose times are past
	collection string
	batch      []bson.Raw
	size       int
}

// A batch has at most so many documents, and about so many bytes.
const (
	batchDocuments = 1000
	batchSize      = 8 << 20
)

func (r *restorer) add(ctx context.Context, collection string, document bson.Raw) (err error) {
	if store.IsWorkingCopies(collection) {
		if document, err = store.MissedSchedule(document, r.now, r.missed); err != nil {
			return err
		}
	}
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
