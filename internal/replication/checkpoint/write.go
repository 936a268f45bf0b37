package checkpoint

import (
	"bufio"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"iter"
	"os"
	"path/filepath"

	"github.com/cespare/xxhash/v2"
	"github.com/klauspost/compress/s2"

	"findcare/models"
)

const (
	magic = "findcare checkpoint\n"
	// format is the version of the format.
	format = 1
	// chunk is about how many bytes of documents are in a frame.
	chunk = 256 << 10
	// maxFrame is how many there may be: more than a document may have.
	maxFrame = 64 << 20
)

// The letters of frames.
const (
	headerFrame    = 'H'
	documentsFrame = 'D'
	endFrame       = 'E'
)

// withUnknown is the flag of a document with members that the writing build did not know.
const withUnknown = 1

// Write writes a checkpoint, which takes the place of the one before once it is on the disk.
func Write(ctx context.Context, path string, header Header, documents iter.Seq[models.Document]) (err error) {
	file, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*"+temporary)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, ignoreClosed(file.Close()), os.Remove(file.Name()))
		}
	}()
	w := &writer{to: bufio.NewWriterSize(file, 1<<20), all: xxhash.New()}
	if err := w.write(ctx, header, documents); err != nil {
		return err
	}
	if err := errors.Join(w.to.Flush(), file.Sync()); err != nil {
		return err
	}
	if err := file.Close(); err != nil {
		return err
	}
	if err := os.Rename(file.Name(), path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

func ignoreClosed(err error) error {
	if errors.Is(err, os.ErrClosed) {
		return nil
	}
	return err
}

// syncFolder forces the name of a file to the disk.
func syncFolder(dir string) error {
	folder, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}

// writer writes frames.
type writer struct {
	to     *bufio.Writer
	all    hash.Hash64 // of the sums of all frames
	buffer []byte
}

func (w *writer) write(ctx context.Context, header Header, documents iter.Seq[models.Document]) error {
	_, _ = w.to.Write(binary.LittleEndian.AppendUint32([]byte(magic), format)) // Flush returns the error
	content, err := json.Marshal(header)
	if err == nil {
		err = w.frame(headerFrame, content)
	}
	if err != nil {
		return err
	}
	written, err := w.documents(ctx, documents)
	if err != nil {
		return err
	}
	end := binary.LittleEndian.AppendUint64(nil, uint64(written))
	return w.frame(endFrame, binary.LittleEndian.AppendUint64(end, w.all.Sum64()))
}

func (w *writer) documents(ctx context.Context, documents iter.Seq[models.Document]) (written int, err error) {
	var content []byte
	var kind models.Kind
	flush := func() error {
		if len(content) == 0 {
			return nil
		}
		err := errors.Join(ctx.Err(), w.frame(documentsFrame, content))
		content = content[:0]
		return err
	}
	for document := range documents {
		if document.Kind() != kind || len(content) > chunk {
			if err := flush(); err != nil {
				return 0, err
			}
			kind = document.Kind()
			content = append(append(content, kind...), 0)
		}
		if content, err = appendDocument(content, document); err != nil {
			return 0, fmt.Errorf("write %s: %w", document.Head().ID, err)
		}
		written++
	}
	return written, flush()
}

func appendDocument(dst []byte, document models.Document) ([]byte, error) {
	flags := byte(0)
	if document.Head().Unknown != nil {
		flags |= withUnknown
	}
	dst = binary.LittleEndian.AppendUint64(append(dst, flags), document.Head().Digest)
	return models.AppendStored(dst, document)
}

// frame writes a frame.
func (w *writer) frame(letter byte, content []byte) error {
	if len(content) > maxFrame {
		return fmt.Errorf("a frame of %d bytes is too large", len(content))
	}
	compressed := s2.Encode(w.buffer[:cap(w.buffer)], content)
	w.buffer = compressed
	head := prefix(letter, len(content), len(compressed))
	sum := sumOf(head, compressed)
	_, _ = w.all.Write(sum)
	_, _ = w.to.Write(head)
	_, _ = w.to.Write(compressed)
	_, err := w.to.Write(sum)
	return err
}

const prefixLength = 1 + 4 + 4

// prefix is what a frame begins with.
func prefix(letter byte, length, compressed int) []byte {
	head := binary.LittleEndian.AppendUint32([]byte{letter}, uint32(length))
	return binary.LittleEndian.AppendUint32(head, uint32(compressed))
}

// sumOf is the sum of a frame.
func sumOf(head, compressed []byte) []byte {
	sum := xxhash.New()
	_, _ = sum.Write(head)
	_, _ = sum.Write(compressed)
	return binary.LittleEndian.AppendUint64(nil, sum.Sum64())
}
