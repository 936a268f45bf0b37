package backup

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"maps"
	"slices"

	"github.com/klauspost/compress/zstd"
	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/internal/catalog"
	"findcare/internal/store"
	"findcare/models"
)

// Verify reads a backup, and says what is wrong with it.
func Verify(ctx context.Context, file io.ReaderAt, size int64) (Contents, error) {
	if err := checkSum(ctx, file, size); err != nil {
		return Contents{}, err
	}
	var shown catalog.VersionSum
	contents, err := read(ctx, file, size, func(collection string, stored bson.Raw) error {
		of := slices.IndexFunc(models.Kinds, func(kind models.Kind) bool { return kind.Plural() == collection })
		if of < 0 {
			return nil
		}
		if document, isShown := store.Shown(models.Kinds[of], stored); isShown {
			shown.Add(document)
		}
		return nil
	})
	contents.Shown = shown.On(contents.Manifest.Day)
	return contents, err
}

// checkSum holds a file against the checksum at its end.
func checkSum(ctx context.Context, file io.ReaderAt, size int64) error {
	want, err := readEndFrame(file, size)
	if err != nil {
		return err
	}
	const part = 1 << 20
	sum, content := sha256.New(), io.NewSectionReader(file, 0, size-frameLength)
	for err == nil {
		if err = ctx.Err(); err == nil {
			_, err = io.CopyN(sum, content, part)
		}
	}
	if !errors.Is(err, io.EOF) {
		return err
	}
	if !bytes.Equal(sum.Sum(nil), want) {
		return ErrDamaged
	}
	return nil
}

// read reads a backup, and visits its documents.
func read(
	ctx context.Context, file io.ReaderAt, size int64, visit func(collection string, document bson.Raw) error,
) (Contents, error) {
	const maxWindow = 32 << 20 // several times that of the writer
	decompressed, err := zstd.NewReader(io.NewSectionReader(file, 0, size-frameLength),
		zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow))
	if err != nil {
		return Contents{}, err
	}
	defer decompressed.Close()
	r := &reader{visit: visit, from: bufio.NewReaderSize(decompressed, 1<<16), found: make(map[string]Collection)}
	err = r.lines(ctx)
	return Contents{Header: r.header, Manifest: r.manifest}, err
}

// readEndFrame returns the checksum at the end of a file.
func readEndFrame(file io.ReaderAt, size int64) ([]byte, error) {
	const zstdMagic = 0xFD2FB528
	start, end := make([]byte, 4), make([]byte, frameLength)
	if _, err := file.ReadAt(start, 0); err != nil || binary.LittleEndian.Uint32(start) != zstdMagic {
		return nil, ErrNoBackup
	}
	if _, err := file.ReadAt(end, max(size-frameLength, 0)); err != nil {
		return nil, ErrIncomplete
	}
	want, isFrame := bytes.CutPrefix(end, frameStart())
	if !isFrame {
		return nil, ErrIncomplete
	}
	return want, nil
}

type reader struct {
	visit    func(string, bson.Raw) error
	from     *bufio.Reader
	long     []byte // a line that is longer than the buffer of from
	header   Header
	manifest Manifest
	found    map[string]Collection

	collection string // the present one
	sum        hash.Hash
	documents  int
}

func (r *reader) lines(ctx context.Context) error {
	for number := 1; ; number++ {
		line, err := r.line()
		if err != nil {
			return fmt.Errorf("line %d: %w", number, err)
		}
		name, value, ok := member(line)
		switch {
		case !ok:
			return fmt.Errorf("line %d: is no object of one member", number)
		case number == 1:
			err = r.readHeader(name, value)
		case name == manifestMember:
			return r.finish(value)
		default:
			err = r.document(name, line, value)
		}
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return fmt.Errorf("line %d: %w", number, err)
		}
	}
}

// line returns the next line, until it is called again. A small file may have lines without end.
func (r *reader) line() ([]byte, error) {
	line, err := r.from.ReadSlice('\n')
	if !errors.Is(err, bufio.ErrBufferFull) {
		return line, err
	}
	r.long = append(r.long[:0], line...)
	for errors.Is(err, bufio.ErrBufferFull) {
		line, err = r.from.ReadSlice('\n')
		if len(r.long)+len(line) > maxLine {
			return nil, ErrLongLine
		}
		r.long = append(r.long, line...)
	}
	return r.long, err
}

// member returns the name and the value of the member of a line.
func member(line []byte) (name string, value []byte, ok bool) {
	inner, starts := bytes.CutPrefix(line, []byte(`{"`))
	before, value, named := bytes.Cut(inner, []byte(`":`))
	value, ends := bytes.CutSuffix(value, []byte("}\n"))
	return string(before), value, starts && named && ends
}

func (r *reader) readHeader(name string, value []byte) error {
	if name != headerMember {
		return ErrNoBackup
	}
	if err := json.Unmarshal(value, &r.header); err != nil {
		return err
	}
	if r.header.Format > Format {
		return fmt.Errorf("the backup has format %d, and this findcare knows formats up to %d: use the newer findcare",
			r.header.Format, Format)
	}
	if r.header.Database > store.Version {
		return fmt.Errorf("the backup is of a database of version %d, "+
			"and this findcare knows versions up to %d: use the newer findcare", r.header.Database, store.Version)
	}
	return nil
}

func (r *reader) document(name string, line, value []byte) error {
	if name != r.collection {
		if _, again := r.found[name]; again || !slices.Contains(store.Backed(), name) {
			return fmt.Errorf("%q: no backup has such a collection here", name)
		}
		r.endCollection()
		r.collection, r.sum, r.documents = name, sha256.New(), 0
	}
	r.documents++
	_, _ = r.sum.Write(line) // which never fails
	var document bson.D
	if err := bson.UnmarshalExtJSON(value, true, &document); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	stored, err := bson.Marshal(document)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return r.visit(name, stored)
}

func (r *reader) endCollection() {
	if r.collection != "" {
		r.found[r.collection] = Collection{r.documents, hex.EncodeToString(r.sum.Sum(nil))}
	}
}

// finish holds what was found against the manifest, after which nothing may follow.
func (r *reader) finish(value []byte) error {
	r.endCollection()
	if err := json.Unmarshal(value, &r.manifest); err != nil {
		return fmt.Errorf("the manifest: %w", err)
	}
	none := Collection{0, hex.EncodeToString(sha256.New().Sum(nil))}
	for name, want := range r.manifest.Collections {
		if _, has := r.found[name]; !has && want == none {
			r.found[name] = none
		}
	}
	if found := (Manifest{Collections: r.found}); !maps.Equal(r.manifest.Collections, r.found) {
		return fmt.Errorf("the manifest lists %s, and the backup has %s", r.manifest, found)
	}
	if r.manifest.Database != r.header.Database {
		return fmt.Errorf("the manifest is of a database of version %d, and the backup is of one of version %d",
			r.manifest.Database, r.header.Database)
	}
	if _, err := r.from.ReadByte(); !errors.Is(err, io.EOF) {
		return errors.New("something follows the manifest")
	}
	return nil
}
