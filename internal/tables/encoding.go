package tables

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

const peekLength = 4096

// ZIPStart is the magic number of ZIP archives.
const ZIPStart = "PK\x03\x04"

// Decoded returns a reader of a file and the start of the file. UTF-16, which spreadsheets write, becomes UTF-8, and
// the line ends of old Macintoshes become usual ones.
func Decoded(content io.Reader) (reader *bufio.Reader, start []byte, err error) {
	reader = bufio.NewReaderSize(content, peekLength)
	if start, err = peek(reader); err != nil {
		return nil, nil, err
	}
	order, wide := wideOrder(start)
	if wide {
		reader = bufio.NewReaderSize(
			transform.NewReader(reader, unicode.UTF16(order, unicode.UseBOM).NewDecoder()),
			peekLength,
		)
		if start, err = peek(reader); err != nil {
			return nil, nil, err
		}
	}
	// A \n may follow what ends with \r.
	if ends := bytes.IndexByte(start, '\r'); ends >= 0 && ends < peekLength-1 && bytes.IndexByte(start, '\n') < 0 {
		reader = bufio.NewReaderSize(oldLines{reader}, peekLength)
		start, err = peek(reader)
	}
	return reader, start, err
}

func peek(reader *bufio.Reader) ([]byte, error) {
	start, err := reader.Peek(peekLength)
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return start, err
}

// wideOrder reports whether a file is UTF-16 and in which byte order, by its byte-order mark or by every other byte of
// its first letters, which are Latin.
func wideOrder(start []byte) (order unicode.Endianness, wide bool) {
	const letters = 4
	switch {
	case bytes.HasPrefix(start, []byte{0xff, 0xfe}):
		return unicode.LittleEndian, true
	case bytes.HasPrefix(start, []byte{0xfe, 0xff}):
		return unicode.BigEndian, true
	case len(start) < letters:
		return unicode.LittleEndian, false
	case start[0] != 0 && start[1] == 0 && start[2] != 0 && start[3] == 0:
		return unicode.LittleEndian, true
	}
	return unicode.BigEndian, start[0] == 0 && start[1] != 0 && start[2] == 0 && start[3] != 0
}

// oldLines replaces \\r by \\n.
type oldLines struct{ io.Reader }

func (o oldLines) Read(p []byte) (int, error) {
	n, err := o.Reader.Read(p)
	for i, b := range p[:n] {
		if b == '\r' {
			p[i] = '\n'
		}
	}
	return n, err
}

// IsWorkbook reports whether a file is a spreadsheet: a ZIP archive with the entries of one, or the older binary
// format.
func IsWorkbook(start []byte) bool {
	if !bytes.HasPrefix(start, []byte(ZIPStart)) {
		return bytes.HasPrefix(start, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
	}
	for _, member := range []string{"[Content_Types].xml", "xl/", "mimetypeapplication/vnd.oasis.opendocument"} {
		if bytes.Contains(start, []byte(member)) {
			return true
		}
	}
	return false
}
