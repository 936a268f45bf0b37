package backup

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"time"

	"github.com/klauspost/compress/zstd"
	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/internal/catalog"
	"findcare/internal/clock"
	"findcare/internal/store"
	"findcare/models"
)

// Options are those of a backup.
type Options struct {
	// Tokens has the hashed tokens come along.
	Tokens bool
	// Snapshot returns the present directory of a running server; nil without one. Its documents may be written
	// meanwhile: the backup has them as they are in the snapshot.
	Snapshot func() *catalog.Snapshot
	// Findcare is the build that makes it.
	Findcare string
	Clock    clock.Clock
}

// ErrChanged is that the directory was changed while it was read.
var ErrChanged = errors.New("the directory was changed while it was read: " +
	"back it up through a running server, with --server")

// Write writes a backup of a database.
func Write(ctx context.Context, to io.Writer, db *store.Store, options Options) (Manifest, error) {
	version, err := db.StoredVersion(ctx)
	if err != nil {
		return Manifest{}, err
	}
	sum := sha256.New()
	compressed, err := zstd.NewWriter(io.MultiWriter(to, sum))
	if err != nil {
		return Manifest{}, err
	}
	w := &writer{
		db: db, options: options, lines: bufio.NewWriterSize(compressed, 1<<16), revisions: make(map[string]int64),
		manifest: Manifest{Database: version, Collections: make(map[string]Collection)},
	}
	at := options.Clock().UTC().Truncate(time.Millisecond)
	if err := w.write(ctx, Header{Format, options.Findcare, version, at, options.Tokens}); err != nil {
		return Manifest{}, errors.Join(err, compressed.Close())
	}
	if err := errors.Join(w.lines.Flush(), compressed.Close()); err != nil {
		return Manifest{}, err
	}
	_, err = to.Write(sum.Sum(frameStart()))
	return w.manifest, err
}

type writer struct {
	db        *store.Store
	options   Options
	lines     *bufio.Writer
	manifest  Manifest
	revisions map[string]int64 // of the documents that were written, by id
	shown     catalog.VersionSum

	snapshot *catalog.Snapshot // nil without a running server
	taken    time.Time         // when the snapshot was taken, or a little later
}

// add writes a document of a collection.
type add func(stored bson.Raw) error

func (w *writer) write(ctx context.Context, header Header) error {
	if err := w.member(headerMember, header); err != nil {
		return err
	}
	for _, name := range store.BackedBefore() {
		of := w.all
		if store.IsWorkingCopies(name) {
			of = w.workingCopies
		}
		if err := w.collection(name, func(add add) error { return of(ctx, name, add) }); err != nil {
			return err
		}
	}
	w.manifest.Day = models.DateOf(header.At)
	if w.options.Snapshot != nil {
		w.take(w.options.Snapshot())
	}
	for _, kind := range models.Kinds {
		if err := w.collection(kind.Plural(), func(add add) error { return w.documents(ctx, kind, add) }); err != nil {
			return err
		}
	}
	for _, name := range store.BackedAfter(header.Tokens) {
		of := w.all
		if store.IsHistory(name) {
			of = w.history
		}
		if err := w.collection(name, func(add add) error { return of(ctx, name, add) }); err != nil {
			return err
		}
	}
	w.manifest.Version = w.shown.On(w.manifest.Day)
	if err := w.check(ctx); err != nil {
		return err
	}
	return w.member(manifestMember, w.manifest)
}

// take makes the backup one of a snapshot.
func (w *writer) take(snapshot *catalog.Snapshot) {
	w.snapshot, w.taken, w.manifest.Day = snapshot, w.options.Clock(), snapshot.Today()
	if !w.db.Embedded() {
		w.taken = w.taken.Add(clock.MaxSkew) // of the servers that it may be of
	}
}

// check wants what was written to be one version of the directory.
func (w *writer) check(ctx context.Context) error {
	if w.snapshot == nil {
		return w.unchanged(ctx)
	}
	if want := w.snapshot.Directory().Version; w.manifest.Version != want {
		return fmt.Errorf("the backup would have version %s, and not %s", w.manifest.Version, want)
	}
	return nil
}

// all writes all that a collection has.
func (w *writer) all(ctx context.Context, name string, add add) error {
	return w.db.EachStored(ctx, name, add)
}

// workingCopies writes the saves that have a content, or that have ended a working copy. A save loses its content after
// the next one was inserted: whoever reads sees one of them whole.
func (w *writer) workingCopies(ctx context.Context, name string, add add) error {
	return w.db.EachStored(ctx, name, func(stored bson.Raw) error {
		if !store.IsWholeSave(stored) {
			return nil
		}
		return add(stored)
	})
}

// documents writes those of a kind.
func (w *writer) documents(ctx context.Context, kind models.Kind, add add) error {
	err := w.db.EachStored(ctx, kind.Plural(), func(stored bson.Raw) error {
		id, revision := store.RevisionOf(stored)
		if _, again := w.revisions[id]; again { // a database may visit twice what is written meanwhile
			return nil
		}
		if w.snapshot != nil {
			return w.ofSnapshot(kind, id, stored, add)
		}
		w.revisions[id] = revision
		if document, shown := store.Shown(kind, stored); shown {
			w.shown.Add(document)
		}
		return add(stored)
	})
	if err != nil || w.snapshot == nil {
		return err
	}
	for document := range w.snapshot.Documents() { // what the database has not visited
		if _, written := w.revisions[document.Head().ID]; !written && document.Kind() == kind {
			if err := w.ofSnapshot(kind, document.Head().ID, nil, add); err != nil {
				return err
			}
		}
	}
	return nil
}

// ofSnapshot writes a document as the snapshot has it.
func (w *writer) ofSnapshot(kind models.Kind, id string, stored bson.Raw, add add) error {
	shown := w.snapshot.Document(id)
	if shown == nil && w.isLater(id, stored) {
		w.revisions[id] = 0 // so that none of its records are in the backup
		return nil
	}
	if shown == nil {
		_, w.revisions[id] = store.RevisionOf(stored)
		return add(stored)
	}
	head := shown.Head()
	w.revisions[id] = head.Revision
	w.shown.Add(shown)
	if stored != nil && isSame(kind, stored, head) {
		return add(stored)
	}
	stored, err := models.Marshal(shown)
	if err != nil {
		return err
	}
	if !isSame(kind, stored, head) {
		return fmt.Errorf("%s was stored in the form of another findcare, and changed since: back up again", id)
	}
	return add(stored)
}

// isSame reports whether what is stored is the state of a document that has that header.
func isSame(kind models.Kind, stored bson.Raw, head *models.Header) bool {
	document := kind.New()
	if err := models.Unmarshal(stored, document); err != nil {
		return false
	}
	is := document.Head()
	return is.Revision == head.Revision && is.UpdatedAt.Equal(head.UpdatedAt) && is.Digest == head.Digest &&
		is.DeletedAt == nil
}

// isLater reports whether a document that the snapshot does not have was created after it. The snapshot has none that
// breaks a rule, and none that was deleted.
func (w *writer) isLater(id string, stored bson.Raw) bool {
	if deletedAt, deleted := stored.Lookup("deletedAt").TimeOK(); deleted {
		return deletedAt.After(w.taken)
	}
	kind, known := models.KindOfID(id)
	if !known {
		return false
	}
	_, shown := store.Shown(kind, stored)
	return shown
}

// history writes the records of changes.
func (w *writer) history(ctx context.Context, name string, add add) error {
	return w.db.EachStored(ctx, name, func(record bson.Raw) error {
		if !w.has(record) {
			return nil
		}
		return add(record)
	})
}

// has reports whether the backup has the record of a change: one that has reached its document.
func (w *writer) has(record bson.Raw) bool {
	id, _ := record.Lookup("document").StringValueOK()
	_, revision := store.RevisionOf(record)
	if current, known := w.revisions[id]; known {
		return revision <= current
	}
	if w.snapshot == nil {
		return true
	}
	// It is of a token, of a document that is long deleted, or of one that was created after the documents were read.
	_, isDocument := models.KindOfID(id)
	at, _ := record.Lookup("at").TimeOK()
	return !isDocument && !at.After(w.taken)
}

// unchanged compares the revisions of all documents with those that were written. A revision never comes back.
func (w *writer) unchanged(ctx context.Context) error {
	same, found := true, 0
	for _, kind := range models.Kinds {
		err := w.db.EachRevision(ctx, kind, func(id string, revision int64) {
			written, known := w.revisions[id]
			same = same && known && written == revision
			found++
		})
		if err != nil {
			return err
		}
	}
	if !same || found != len(w.revisions) {
		return ErrChanged
	}
	return nil
}

// collection writes what fill adds to a collection.
func (w *writer) collection(name string, fill func(add) error) error {
	documents, sum := 0, sha256.New()
	err := fill(func(stored bson.Raw) error {
		content, err := bson.MarshalExtJSON(stored, true, false)
		if err != nil {
			return err
		}
		documents++
		return w.line(name, content, sum)
	})
	if err != nil {
		return err
	}
	w.manifest.Collections[name] = Collection{documents, hex.EncodeToString(sum.Sum(nil))}
	return nil
}

func (w *writer) member(name string, value any) error {
	content, err := json.Marshal(value)
	if err != nil {
		return err
	}
	return w.line(name, content, sha256.New())
}

func (w *writer) line(name string, content []byte, sum hash.Hash) error {
	line := fmt.Appendf(nil, "{%q:%s}\n", name, content)
	if len(line) > maxLine {
		return fmt.Errorf("%s: a document %w", name, ErrLongLine)
	}
	_, _ = sum.Write(line) // which never fails
	_, err := w.lines.Write(line)
	return err
}
