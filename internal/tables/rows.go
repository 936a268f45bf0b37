package tables

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// Rows reads CSV (RFC 4180) row by row. It looks closely only at the columns that were asked for: the files of NPPES
// have 330, of which some 80 matter. Memory is bounded by rowLimit, whatever the file.
//
// A row that is broken ends with its first line, so that a quote that is never closed costs one row and not the file.
type Rows struct {
	// Line is where the current row starts, from 1.
	Line int
	// Slots say by column where its text goes, -1 for nowhere; nil for all columns, each at its own place.
	Slots []int
	// Fields are the texts of the current row by slot, as they stand in the file. They hold until the next row is read.
	Fields [][]byte
	// Columns is how many the current row has, and Spare whether it has text in columns that the header lacks.
	Columns int
	Spare   bool
	// Comma is what stands between the fields.
	Comma byte

	reader     io.Reader
	buffer     []byte
	start, end int // what is read and not parsed yet
	final      bool
	lines      int    // how many line breaks came before start
	scratch    []byte // quoted fields with their quotes undone
}

const (
	rowLimit   = 1 << 20
	bufferSize = 256 << 10
)

// NewRows reads the rows of a file. Until Choose tells which columns are wanted, all are.
func NewRows(reader io.Reader) *Rows {
	return &Rows{reader: reader, buffer: make([]byte, bufferSize), Comma: ','}
}

// errMore says that the row goes on after what was read so far.
var errMore = errors.New("the row goes on")

// Next reads the next row that is not empty. The error is io.EOF at the end, and a *Fault for a broken row.
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

// consume takes what was parsed, or given up, off the buffer.
func (r *Rows) consume(length int) {
	r.Line = r.lines + 1
	r.lines += bytes.Count(r.buffer[r.start:r.start+length], newline)
	r.start += length
}

var newline = []byte{'\n'}

// lineLength is that of the first line, with its end.
func lineLength(data []byte) int {
	if i := bytes.IndexByte(data, '\n'); i >= 0 {
		return i + 1
	}
	return len(data)
}

// skipLine leaves out the first line of a row that is broken, and returns what is wrong with it.
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

// fill reads more, into a larger buffer where the row needs one.
func (r *Rows) fill() error {
	const mostEmptyReads = 100
	if r.start > 0 {
		r.end = copy(r.buffer, r.buffer[r.start:r.end])
		r.start = 0
	}
	if r.end == len(r.buffer) {
		r.buffer = append(r.buffer, make([]byte, len(r.buffer))...)
	}
	for range mostEmptyReads {
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

// parse reads one row and returns how long it is. The row of an empty line has no columns.
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
			if at+2 < len(data) && data[at+1] == '"' && data[at+2] == r.Comma { // most fields are ""
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

// emptyLine is how long the line is where there is nothing on it.
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

// keep stores a field that was asked for.
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

// bare reads a field without quotes from at. Next is where the comma or the line break after it stands, or the end.
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

// quoted reads a field in quotes from at, where the first one stands.
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
		field = r.undo(field)
	}
	return field, next, nil
}

// unless returns the fault where the file ends here, and errMore where it does not.
func (r *Rows) unless(fault error) error {
	if r.final {
		return fault
	}
	return errMore
}

// undo makes one quote of two, and one line break of Windows' two characters.
func (r *Rows) undo(field []byte) []byte {
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

// Excerpt is enough of a text to find it by.
func Excerpt(data []byte) string {
	const most = 40
	return Clean(data[:min(most, lineLength(data), len(data))])
}
