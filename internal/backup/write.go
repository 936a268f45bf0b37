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
	// Findcare is the build that makes it, and At the time.
	Findcare string
	At       time.Time
}

// ErrChanged is that the directory was changed while it was read, each time that it was tried.
var ErrChanged = errors.New("the directory was changed while it was read: back it up when nobody writes to it")

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
		db: db, lines: bufio.NewWriterSize(compressed, 1<<16), manifest: make(Manifest), revisions: make(map[string]int64),
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
	lines     *bufio.Writer
	manifest  Manifest
	revisions map[string]int64 // of the documents that were written, by id
}

func (w *writer) write(ctx context.Context, header Header) error {
	if err := w.member(headerMember, header); err != nil {
		return err
	}
	for _, kind := range models.Kinds {
		err := w.collection(ctx, kind.Plural(), func(stored bson.Raw) bool {
			id, revision := store.RevisionOf(stored)
			w.revisions[id] = revision
			return true
		})
		if err != nil {
			return err
		}
	}
	for _, name := range store.Backed(header.Tokens) {
		keeps := func(bson.Raw) bool { return true }
		if store.IsHistory(name) {
			keeps = w.isCommitted
		}
		if err := w.collection(ctx, name, keeps); err != nil {
			return err
		}
	}
	if err := w.unchanged(ctx); err != nil {
		return err
	}
	return w.member(manifestMember, w.manifest)
}

// isCommitted reports whether the change of a record has reached its document.
func (w *writer) isCommitted(record bson.Raw) bool {
	id, _ := record.Lookup("document").StringValueOK()
	_, revision := store.RevisionOf(record)
	current, known := w.revisions[id]
	return !known || revision <= current
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

// collection writes what a collection has.
func (w *writer) collection(ctx context.Context, name string, keeps func(bson.Raw) bool) error {
	documents, sum := 0, sha256.New()
	err := w.db.EachStored(ctx, name, func(stored bson.Raw) error {
		if !keeps(stored) {
			return nil
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
