package tables

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// Rows reads CSV (RFC 4180) row by row. It only decodes the columns that were chosen: NPPES files have 330 columns, of
// which about 80 are used. Memory is bounded by rowLimit, whatever the size of the file.
//
// A broken row ends with its first line, so that an unclosed quote costs one row and not the rest of the file.
type Rows struct {
	// Line is the line at which the current row starts, from 1.
	Line int
	// Slots maps columns to the indexes of Fields, -1 for columns that are not read; nil for all columns.
	Slots []int
	// Fields are the raw texts of the current row by slot. They are valid until the next row is read.
	Fields [][]byte
	// Columns is the number of columns of the current row, and Spare reports whether it has text beyond the header's
	// columns.
	Columns int
	Spare   bool
	// Comma is the separator.
	Comma byte

	reader     io.Reader
	buffer     []byte
	start, end int // of the data that is not parsed yet
	final      bool
	lines      int    // the number of line breaks before start
	scratch    []byte // unescaped fields
}

const (
	rowLimit   = 1 << 20
	bufferSize = 256 << 10
)

// NewRows returns a reader of a file's rows, of all columns until Choose is called.
func NewRows(reader io.Reader) *Rows {
	return &Rows{reader: reader, buffer: make([]byte, bufferSize), Comma: ','}
}

// errMore means that the row continues beyond the data in the buffer.
var errMore = errors.New("the row goes on")

// Next reads the next non-empty row. The error is io.EOF at the end and a *Fault for a broken row.
func (r *Rows) Next() error {
	for {
		data := r.buffer[r.start:r.end]
		if len(data) == 0 && r.final {
			return io.EOF
		}
		length, err := r.parse(data)
		switch {
		case err == nil:
			r.consume(length)
			if r.Columns > 0 {
				return nil
			}
		case !errors.Is(err, errMore):
			return r.skipLine(err)
		case len(data) >= rowLimit:
			return r.skipLine(
				&Fault{Value: Excerpt(data), Reason: fmt.Sprintf("the row is longer than %d MB", rowLimit>>20)},
			)
		default:
			if err := r.fill(); err != nil {
				return err
			}
		}
	}
}

// consume removes parsed or skipped data from the buffer.
func (r *Rows) consume(length int) {
	r.Line = r.lines + 1
	r.lines += bytes.Count(r.buffer[r.start:r.start+length], newline)
	r.start += length
}

var newline = []byte{'\n'}

// lineLength returns the length of the first line, including its end.
func lineLength(data []byte) int {
	if i := bytes.IndexByte(data, '\n'); i >= 0 {
		return i + 1
	}
	return len(data)
}

// skipLine skips the first line of a broken row and returns the fault.
func (r *Rows) skipLine(fault error) error {
	line := r.lines + 1
	for {
		data := r.buffer[r.start:r.end]
		length := lineLength(data)
		r.consume(length)
		if length > 0 && data[length-1] == '\n' {
			break
		}
		if err := r.fill(); err != nil {
			return err
		}
		if r.final && r.start == r.end {
			break
		}
	}
	r.Line = line
	return fault
}

// fill reads more data, into a larger buffer if the row needs one.
func (r *Rows) fill() error {
	const maxEmptyReads = 100
	if r.start > 0 {
		r.end = copy(r.buffer, r.buffer[r.start:r.end])
		r.start = 0
	}
	if r.end == len(r.buffer) {
		r.buffer = append(r.buffer, make([]byte, len(r.buffer))...)
	}
	for range maxEmptyReads {
		n, err := r.reader.Read(r.buffer[r.end:])
		r.end += n
		if errors.Is(err, io.EOF) {
			r.final = true
			return nil
		}
		if n > 0 || err != nil {
			return err
		}
	}
	return io.ErrNoProgress
}

// parse parses one row and returns its length. An empty line has no columns.
func (r *Rows) parse(data []byte) (length int, err error) {
	r.Columns, r.Spare, r.scratch = 0, false, r.scratch[:0]
	clear(r.Fields)
	if skip := r.emptyLine(data); skip > 0 {
		return skip, nil
	}
	at := 0
	for {
		var field []byte
		var next int
		if at < len(data) && data[at] == '"' {
			if at+2 < len(data) && data[at+1] == '"' && data[at+2] == r.Comma { // as most fields are
				r.keep(data[at:at])
				at += 3
				continue
			}
			field, next, err = r.quoted(data, at)
		} else {
			field, next, err = r.bare(data, at)
		}
		if err != nil {
			return 0, err
		}
		r.keep(field)
		if next >= len(data) || data[next] == '\n' {
			return min(next+1, len(data)), nil
		}
		at = next + 1
	}
}

// emptyLine returns the length of an empty line, 0 if the line is not empty.
func (r *Rows) emptyLine(data []byte) int {
	switch {
	case r.final && string(data) == "\r":
		return 1
	case len(data) > 0 && data[0] == '\n':
		return 1
	case len(data) > 1 && data[0] == '\r' && data[1] == '\n':
		return 2
	}
	return 0
}

// keep stores a field if its column was chosen.
func (r *Rows) keep(field []byte) {
	if r.Columns < len(r.Slots) {
		if slot := r.Slots[r.Columns]; slot >= 0 {
			r.Fields[slot] = field
		}
	} else if r.Slots == nil { // the header
		r.Fields = append(r.Fields[:r.Columns], field)
	} else if len(field) > 0 {
		r.Spare = true
	}
	r.Columns++
}

// bare parses an unquoted field. Next is the position of the separator or line break after it, or of the end.
func (r *Rows) bare(data []byte, at int) (field []byte, next int, err error) {
	next = at
	for next < len(data) && data[next] != r.Comma && data[next] != '\n' {
		next++
	}
	if next == len(data) && !r.final {
		return nil, 0, errMore
	}
	field = data[at:next]
	if next == len(data) || data[next] == '\n' {
		field = bytes.TrimSuffix(field, []byte{'\r'})
	}
	return field, next, nil
}

// quoted parses a quoted field that starts at a position.
func (r *Rows) quoted(data []byte, at int) (field []byte, next int, err error) {
	from, plain := at+1, true
	for end := from; ; {
		i := bytes.IndexByte(data[end:], '"')
		if i < 0 {
			return nil, 0, r.unless(&Fault{Value: Excerpt(data[at:]), Reason: "a quote is never closed"})
		}
		end += i
		next = end + 1
		if next >= len(data) && !r.final {
			return nil, 0, errMore
		}
		if next < len(data) && data[next] == '"' {
			plain = false
			end += 2
			continue
		}
		field = data[from:end]
		break
	}
	if next < len(data) && data[next] == '\r' {
		if next+1 >= len(data) && !r.final {
			return nil, 0, errMore
		}
		if next+1 >= len(data) || data[next+1] == '\n' {
			next++
		}
	}
	if next < len(data) && data[next] != r.Comma && data[next] != '\n' {
		return nil, 0, &Fault{Value: Excerpt(data[at:]), Reason: "a quote within a text must be written twice"}
	}
	if !plain || bytes.Contains(field, []byte("\r\n")) {
		field = r.unescape(field)
	}
	return field, next, nil
}

// unless returns the fault at the end of the file, and errMore before it.
func (r *Rows) unless(fault error) error {
	if r.final {
		return fault
	}
	return errMore
}

// unescape replaces doubled quotes and Windows line breaks.
func (r *Rows) unescape(field []byte) []byte {
	from := len(r.scratch)
	for i := 0; i < len(field); i++ {
		if field[i] == '\r' && i+1 < len(field) && field[i+1] == '\n' {
			continue
		}
		r.scratch = append(r.scratch, field[i])
		if field[i] == '"' {
			i++
		}
	}
	return r.scratch[from:]
}

// Excerpt returns enough of a text to find it by.
func Excerpt(data []byte) string {
	const most = 40
	return Clean(data[:min(most, lineLength(data), len(data))])
}
