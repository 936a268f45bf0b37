package backup_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"strings"
	"testing"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/internal/backup"
	"findcare/internal/clock/clocktest"
	"findcare/internal/store"
	"findcare/models"
)

// cancelling is a file that cancels in the middle of a restore.
type cancelling struct {
	*bytes.Reader
	passes int
	cancel func()
}

// ReadAt implements io.ReaderAt. A restore reads the start, all for the checksum, all to verify it, and then all to
// write it.
func (c *cancelling) ReadAt(into []byte, at int64) (int, error) {
	if at == 0 {
		c.passes++
	}
	if c.passes == 4 && at > c.Size()/2 {
		c.cancel()
	}
	return c.Reader.ReadAt(into, at)
}

// large has documents for several batches.
func large(t *testing.T) *store.Store {
	t.Helper()
	db := filled(t)
	var documents []bson.Raw
	for i := range 3000 {
		slug := fmt.Sprintf("condition-%d", i)
		stored, err := models.Marshal(&models.Condition{
			Header: models.Header{
				ID: models.IDOfSlug(models.KindCondition, slug), Slug: slug, Revision: 1, UpdatedAt: clocktest.Now(),
			},
			Name: slug, Description: models.OptionalString(strings.Repeat(rand.Text(), 20) + rand.Text()),
		})
		if err != nil {
			t.Fatal(err)
		}
		documents = append(documents, stored)
	}
	if err := db.InsertStored(t.Context(), models.KindCondition.Plural(), documents); err != nil {
		t.Fatal(err)
	}
	return db
}

// What an interrupted restore has written is not used, and the same restore begins anew; also with another backup.
func TestInterruptedRestore(t *testing.T) {
	db := large(t)
	file, other := backedUp(t, db, false), backedUp(t, filled(t), true)
	config := store.Config{DataDir: t.TempDir(), Bulk: true, Restoring: true}
	half, err := store.Open(t.Context(), config)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	reading := &cancelling{bytes.NewReader(file), 0, cancel}
	_, err = backup.Restore(ctx, half, reading, int64(len(file)), clocktest.Now())
	if !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	if len(stored(t, half, "conditions")) == 0 {
		t.Error("nothing was written: the test shows nothing")
	}
	if err := half.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	config.Restoring = false
	if _, err := store.Open(t.Context(), config); !errors.Is(err, store.ErrHalfRestored) {
		t.Errorf("it opens with %v, want %v", err, store.ErrHalfRestored)
	}
	config.Restoring = true
	for _, file := range [][]byte{other, file} {
		again, err := store.Open(t.Context(), config)
		if err != nil {
			t.Fatal(err)
		}
		if err := again.MarkBegun(t.Context(), "restore of a backup"); err != nil {
			t.Fatal(err)
		}
		contents, err := restore(t, again, file)
		if err != nil {
			t.Fatal(err)
		}
		if contents.Shown != contents.Manifest.Version {
			t.Errorf("version %s, want %s", contents.Shown, contents.Manifest.Version)
		}
		if err := again.Close(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	config.Restoring = false
	whole, err := store.Open(t.Context(), config)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = whole.Close(context.Background()) }()
	if got, want := snapshot(t, whole).Directory().Edition, snapshot(t, db).Directory().Edition; got != want {
		t.Errorf("the directory is %+v, want %+v", got, want)
	}
}
