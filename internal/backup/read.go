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

	"github.com/klauspost/compress/zstd"
	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/internal/store"
)

// Verify reads a backup, and says what is wrong with it.
func Verify(ctx context.Context, file io.ReaderAt, size int64) (Header, Manifest, error) {
	return read(ctx, file, size, func(string, bson.Raw) error { return nil })
}

// read reads a backup, and visits its documents. That the file is intact is known at the end only.
func read(
	ctx context.Context, file io.ReaderAt, size int64, visit func(collection string, document bson.Raw) error,
) (Header, Manifest, error) {
	want, err := readEndFrame(file, size)
	if err != nil {
		return Header{}, nil, err
	}
	sum := sha256.New()
	content := io.TeeReader(io.NewSectionReader(file, 0, size-frameLength), sum)
	decompressed, err := zstd.NewReader(content, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return Header{}, nil, err
	}
	defer decompressed.Close()
	r := &reader{visit: visit, found: make(Manifest)}
	err = r.lines(ctx, bufio.NewReaderSize(decompressed, 1<<16))
	if ctx.Err() != nil {
		return Header{}, nil, ctx.Err()
	}
	if _, drained := io.Copy(io.Discard, content); drained != nil {
		return Header{}, nil, drained
	}
	if !bytes.Equal(sum.Sum(nil), want) {
		return Header{}, nil, errors.Join(ErrDamaged, err)
	}
	return r.header, r.found, err
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
	visit  func(string, bson.Raw) error
	header Header
	found  Manifest

	collection string // the present one
	sum        hash.Hash
	documents  int
}

func (r *reader) lines(ctx context.Context, from *bufio.Reader) error {
	for number := 1; ; number++ {
		line, err := from.ReadBytes('\n')
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
			return r.finish(value, from)
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
	return nil
}

func (r *reader) document(name string, line, value []byte) error {
	if name != r.collection {
		if _, again := r.found[name]; again || !store.IsBacked(name) {
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
func (r *reader) finish(value []byte, from *bufio.Reader) error {
	r.endCollection()
	var manifest Manifest
	if err := json.Unmarshal(value, &manifest); err != nil {
		return fmt.Errorf("the manifest: %w", err)
	}
	none := Collection{0, hex.EncodeToString(sha256.New().Sum(nil))}
	for name, want := range manifest {
		if _, has := r.found[name]; !has && want == none {
			r.found[name] = none
		}
	}
	if !maps.Equal(manifest, r.found) {
		return fmt.Errorf("the manifest lists %s, and the backup has %s", manifest, r.found)
	}
	if _, err := from.ReadByte(); !errors.Is(err, io.EOF) {
		return errors.New("something follows the manifest")
	}
	return nil
}
