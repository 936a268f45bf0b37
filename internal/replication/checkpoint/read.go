package checkpoint

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"sync"

	"github.com/cespare/xxhash/v2"
	"github.com/klauspost/compress/s2"
	"go.mongodb.org/mongo-driver/v2/bson"
	"golang.org/x/sync/errgroup"

	"findcare/models"
)

// Reading is how a checkpoint is read.
type Reading struct {
	// Database is the one whose checkpoint it has to be, and Build the program that reads it.
	Database, Build string
	// Keep reports whether a document may be shown. It is asked where another build has written the file.
	Keep func(models.Document) bool
}

// Read reads a checkpoint. Documents come in no particular order.
func (r Reading) Read(path string) (*Header, *models.Directory, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	header, documents, err := r.Decode(bufio.NewReaderSize(file, 1<<20))
	return header, documents, errors.Join(err, file.Close())
}

// frame is one as it was read.
type frame struct {
	letter     byte
	length     int
	head, body []byte // the body with the sum at its end
}

// Decode is Read from something else than a file.
func (r Reading) Decode(from io.Reader) (*Header, *models.Directory, error) {
	header, all, err := r.header(from)
	if err != nil {
		return nil, nil, err
	}
	load := &loading{Reading: r, same: header.Build == r.Build, directory: new(models.Directory)}
	frames := make(chan *frame, runtime.GOMAXPROCS(0))
	stop := make(chan struct{})
	var work errgroup.Group
	var once sync.Once
	for range runtime.GOMAXPROCS(0) {
		work.Go(func() error {
			d := &decoder{texts: models.NewTexts()}
			for f := range frames {
				if err := load.add(f, d); err != nil {
					once.Do(func() { close(stop) })
					return err
				}
			}
			return nil
		})
	}
	end, err := eachFrame(from, all, func(f *frame) {
		select {
		case frames <- f:
		case <-stop:
		}
	})
	close(frames)
	if err := errors.Join(err, work.Wait()); err != nil {
		return nil, nil, err
	}
	if load.read != end {
		return nil, nil, damaged("it has %d documents, not %d", load.read, end)
	}
	return header, load.directory, nil
}

// header reads all before the documents, and begins the sum of sums.
func (r Reading) header(from io.Reader) (*Header, *xxhash.Digest, error) {
	want := binary.LittleEndian.AppendUint32([]byte(magic), format)
	got := make([]byte, len(want))
	if _, err := io.ReadFull(from, got); err != nil {
		return nil, nil, unexpected(err)
	}
	if !bytes.Equal(got, want) {
		return nil, nil, damaged("it is no checkpoint of format %d", format)
	}
	all := xxhash.New()
	f, err := nextFrame(from, all)
	if err != nil {
		return nil, nil, err
	}
	content, err := f.content(nil)
	if err != nil {
		return nil, nil, err
	}
	header := new(Header)
	if err := json.Unmarshal(content, header); err != nil || f.letter != headerFrame {
		return nil, nil, damaged("it has no header")
	}
	if header.Database != r.Database {
		return nil, nil, damaged("it is of another database")
	}
	return header, all, nil
}

// eachFrame visits the frames of documents, and returns how many documents there should be.
func eachFrame(from io.Reader, all *xxhash.Digest, visit func(*frame)) (documents int, err error) {
	for {
		sum := all.Sum64()
		f, err := nextFrame(from, all)
		if err != nil {
			return 0, err
		}
		if f.letter == documentsFrame {
			visit(f)
			continue
		}
		content, err := f.content(nil)
		if err != nil {
			return 0, err
		}
		if f.letter != endFrame || len(content) != 16 || binary.LittleEndian.Uint64(content[8:]) != sum {
			return 0, damaged("it does not end as it should")
		}
		if n, _ := io.ReadFull(from, make([]byte, 1)); n > 0 {
			return 0, damaged("something follows its end")
		}
		return int(binary.LittleEndian.Uint64(content)), nil
	}
}

// nextFrame reads a frame, and adds its sum.
func nextFrame(from io.Reader, all *xxhash.Digest) (*frame, error) {
	f := &frame{head: make([]byte, prefixLength)}
	if _, err := io.ReadFull(from, f.head); err != nil {
		return nil, unexpected(err)
	}
	length, compressed := binary.LittleEndian.Uint32(f.head[1:]), binary.LittleEndian.Uint32(f.head[5:])
	if length > maxFrame || int(compressed) > s2.MaxEncodedLen(int(length)) {
		return nil, damaged("a frame has an impossible length")
	}
	f.letter, f.length = f.head[0], int(length)
	f.body = make([]byte, compressed+8)
	if _, err := io.ReadFull(from, f.body); err != nil {
		return nil, unexpected(err)
	}
	_, _ = all.Write(f.body[compressed:])
	return f, nil
}

// unexpected is the error of a file that ends too early.
func unexpected(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return damaged("it ends too early")
	}
	return err
}

// content returns what is in a frame. It may be in the buffer.
func (f *frame) content(buffer []byte) ([]byte, error) {
	compressed, sum := f.body[:len(f.body)-8], f.body[len(f.body)-8:]
	if !bytes.Equal(sumOf(f.head, compressed), sum) {
		return nil, damaged("a frame is not as it was written")
	}
	if n, err := s2.DecodedLen(compressed); err != nil || n != f.length {
		return nil, damaged("a frame has another length")
	}
	content, err := s2.Decode(buffer[:cap(buffer)], compressed)
	if err != nil {
		return nil, damaged("a frame cannot be read")
	}
	return content, nil
}

// loading is the directory while it is read.
type loading struct {
	Reading
	same      bool // whether the same build has written it
	mutex     sync.Mutex
	directory *models.Directory
	read      int
}

// decoder is what one goroutine decodes frames with.
type decoder struct {
	texts  *models.Texts
	buffer []byte
}

// add adds the documents of a frame.
func (l *loading) add(f *frame, d *decoder) error {
	content, err := f.content(d.buffer)
	if err != nil {
		return err
	}
	d.buffer = content
	name, rest, _ := bytes.Cut(content, []byte{0})
	kind := models.Kind(name)
	if kind.New() == nil {
		return damaged("it has documents of an unknown kind")
	}
	var documents []models.Document
	read := 0
	for ; len(rest) > 0; read++ {
		var document models.Document
		if document, rest, err = l.next(kind, rest, d.texts); err != nil {
			return err
		}
		if l.same || l.Keep(document) {
			documents = append(documents, document)
		}
	}
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.read += read
	for _, document := range documents {
		l.directory.Add(document)
	}
	return nil
}

// next reads the first document of some. The same build takes over its digest, which a database may have for a document
// that an earlier release has stored in another order.
func (l *loading) next(kind models.Kind, src []byte, texts *models.Texts) (models.Document, []byte, error) {
	const before = 1 + 8
	if len(src) < before+4 {
		return nil, nil, damaged("a document is incomplete")
	}
	flags, digest := src[0], binary.LittleEndian.Uint64(src[1:])
	length := int(binary.LittleEndian.Uint32(src[before:]))
	if length < 5 || length > len(src)-before {
		return nil, nil, damaged("a document has an impossible length")
	}
	document := kind.New()
	stored, rest := bson.Raw(src[before:before+length]), src[before+length:]
	if l.same && models.UnmarshalKnown(texts, stored, digest, document) {
		return document, rest, nil
	}
	stored = bytes.Clone(stored) // unknown members are parts of it
	if err := models.UnmarshalSharing(texts, stored, document); err != nil {
		return nil, nil, fmt.Errorf("%w: a document cannot be read", ErrDamaged)
	}
	if head := document.Head(); l.same || flags&withUnknown == 0 && head.Unknown == nil {
		head.Digest = digest
	}
	return document, rest, nil
}
