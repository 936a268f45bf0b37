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
	"slices"
	"strings"
	"time"

	"github.com/klauspost/compress/zstd"
	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/internal/store"
	"findcare/models"
)

// Options are those of a backup.
type Options struct {
	// Tokens has the hashed tokens come along.
	Tokens bool
	// Snapshot has the documents of a running server, nil without one. They may be written meanwhile: the backup has them as
	// they are in the snapshot.
	Snapshot Snapshot
	// Findcare is the build that makes it, and At the time.
	Findcare string
	At       time.Time
}

// Snapshot is one version of the directory, such as a *catalog.Snapshot.
type Snapshot interface {
	// Document returns the document with that id, nil where there is none.
	Document(id string) models.Document
}

// ErrChanged is that the directory was changed while it was read, each time that it was tried.
var ErrChanged = errors.New("the directory was changed while it was read: back it up through a running server, with --server")

// Write writes a backup of a database.
func Write(ctx context.Context, to io.Writer, db *store.Store, options Options) (Manifest, error) {
	version, err := db.StoredVersion(ctx)
	if err != nil {
		return nil, err
	}
	sum := sha256.New()
	compressed, err := zstd.NewWriter(io.MultiWriter(to, sum))
	if err != nil {
		return nil, err
	}
	w := &writer{
		db: db, options: options, lines: bufio.NewWriterSize(compressed, 1<<16),
		manifest: make(Manifest), revisions: make(map[string]int64),
	}
	header := Header{Format, options.Findcare, version, options.At.UTC().Truncate(time.Millisecond), options.Tokens}
	if err := w.write(ctx, header); err != nil {
		return nil, errors.Join(err, compressed.Close())
	}
	if err := errors.Join(w.lines.Flush(), compressed.Close()); err != nil {
		return nil, err
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
}

func (w *writer) write(ctx context.Context, header Header) error {
	if err := w.member(headerMember, header); err != nil {
		return err
	}
	for _, kind := range models.Kinds {
		if err := w.collection(ctx, kind.Plural(), w.document); err != nil {
			return err
		}
	}
	for _, name := range store.Backed(header.Tokens) {
		choose := func(stored bson.Raw) (bson.Raw, bool, error) { return stored, true, nil }
		if store.IsHistory(name) {
			choose = w.record
		}
		if err := w.collection(ctx, name, choose); err != nil {
			return err
		}
	}
	if w.options.Snapshot == nil {
		if err := w.unchanged(ctx); err != nil {
			return err
		}
	}
	return w.member(manifestMember, w.manifest)
}

// document returns what the backup has of a document, false for nothing.
func (w *writer) document(stored bson.Raw) (_ bson.Raw, has bool, err error) {
	id, revision := store.RevisionOf(stored)
	if w.options.Snapshot != nil {
		switch shown := w.options.Snapshot.Document(id); {
		case shown == nil && w.isLater(id, stored):
			w.revisions[id] = 0 // so that none of its records are in the backup
			return nil, false, nil
		case shown != nil && shown.Head().Revision != revision:
			revision = shown.Head().Revision
			if stored, err = models.Marshal(shown); err != nil {
				return nil, false, err
			}
		}
	}
	w.revisions[id] = revision
	return stored, true, nil
}

// isLater reports whether a document that the snapshot does not have was created after it. The snapshot has none that
// breaks a rule, and none that was deleted.
func (w *writer) isLater(id string, stored bson.Raw) bool {
	kind, ok := models.KindOfID(id)
	deletedAt, deleted := stored.Lookup("deletedAt").TimeOK()
	return ok && (deleted && deletedAt.After(w.options.At) || store.IsShown(kind, stored))
}

// record returns the record of a change, false where that has not reached its document.
func (w *writer) record(record bson.Raw) (_ bson.Raw, has bool, err error) {
	id, _ := record.Lookup("document").StringValueOK()
	_, revision := store.RevisionOf(record)
	if current, known := w.revisions[id]; known {
		return record, revision <= current, nil
	}
	if w.options.Snapshot == nil {
		return record, true, nil
	}
	// It is of a token, of a document that is long deleted, or of one that was created after the documents were read.
	_, isDocument := models.KindOfID(id)
	at, _ := record.Lookup("at").TimeOK()
	return record, !isDocument && !at.After(w.options.At), nil
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

// collection writes what is chosen of a collection.
func (w *writer) collection(ctx context.Context, name string, choose func(bson.Raw) (bson.Raw, bool, error)) error {
	documents, sum := 0, sha256.New()
	err := w.db.EachStored(ctx, name, func(stored bson.Raw) error {
		stored, has, err := choose(stored)
		if err != nil || !has {
			return err
		}
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
	w.manifest[name] = Collection{documents, hex.EncodeToString(sum.Sum(nil))}
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
	to := io.MultiWriter(w.lines, sum)
	_, err := fmt.Fprintf(to, "{%q:%s}\n", name, content)
	return err
}

// String lists what there is, such as "600 providers".
func (m Manifest) String() string {
	var parts []string
	for _, name := range m.names() {
		parts = append(parts, fmt.Sprintf("%d %s", m[name].Documents, name))
	}
	return strings.Join(parts, ", ")
}

// names are the collections, the documents first.
func (m Manifest) names() []string {
	var all []string
	for _, kind := range models.Kinds {
		all = append(all, kind.Plural())
	}
	all = append(all, store.Backed(true)...)
	return slices.DeleteFunc(all, func(name string) bool {
		_, has := m[name]
		return !has
	})
}
