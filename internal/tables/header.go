package tables

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"findcare/models"
)

// Column is a column that a format reads, with the names that it has had, the current one first.
type Column struct {
	Names    []string
	Optional bool
}

// Fault is what is wrong with a value in a row, or with the whole row if it names no column.
type Fault struct{ Column, Value, Reason string }

// Error returns the reason.
func (f *Fault) Error() string { return f.Reason }

// ByteOrderMark is written by some programs at the start of a file.
const ByteOrderMark = "\ufeff"

// Required returns a column that a file of the format must have.
func Required(names ...string) Column { return Column{Names: names} }

// Optional returns a column that a file may lack.
func Optional(names ...string) Column { return Column{Names: names, Optional: true} }

// HeaderKey reduces a column name to its letters and digits: spaces and hyphens have changed over the years.
func HeaderKey(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		}
		return -1
	}, name)
}

// ReadHeader reads the first row and returns the column names.
func (r *Rows) ReadHeader() ([]string, error) {
	r.Slots, r.Fields = nil, nil
	if err := r.skipMark(); err != nil {
		return nil, err
	}
	err := r.Next()
	var fault *Fault
	switch {
	case errors.Is(err, io.EOF):
		return nil, errors.New("the file is empty")
	case errors.As(err, &fault):
		return nil, fmt.Errorf("the first line cannot be read: %s", fault.Reason)
	case err != nil:
		return nil, err
	}
	names := make([]string, len(r.Fields))
	for i, field := range r.Fields {
		names[i] = Clean(field)
	}
	if bytes.HasPrefix(bytes.TrimSpace(r.Fields[0]), []byte("<")) {
		return nil, fmt.Errorf("it starts with %.40q, so it is a web page, perhaps an error page,", names[0])
	}
	return names, nil
}

// skipMark skips a byte-order mark.
func (r *Rows) skipMark() error {
	for !r.final && r.end-r.start < len(ByteOrderMark) {
		if err := r.fill(); err != nil {
			return err
		}
	}
	if bytes.HasPrefix(r.buffer[r.start:r.end], []byte(ByteOrderMark)) {
		r.start += len(ByteOrderMark)
	}
	return nil
}

// Choose selects columns: Text(i) then returns the text of the i-th one. It returns the names of required columns that
// are missing.
func (r *Rows) Choose(header []string, columns []Column) (missing []string) {
	position := make(map[string]int, len(header))
	for i, name := range header {
		if key := HeaderKey(name); key != "" {
			if _, twice := position[key]; !twice {
				position[key] = i
			}
		}
	}
	r.Slots = make([]int, len(header))
	for i := range r.Slots {
		r.Slots[i] = -1
	}
	r.Fields = make([][]byte, len(columns))
	for slot, column := range columns {
		found := false
		for _, name := range column.Names {
			if i, ok := position[HeaderKey(name)]; ok && !found {
				r.Slots[i], found = slot, true
			}
		}
		if !found && !column.Optional {
			missing = append(missing, column.Names[0])
		}
	}
	return missing
}

// Complete returns a fault if the row has more or fewer columns than the header.
func (r *Rows) Complete() *Fault {
	if r.Columns == len(r.Slots) {
		return nil
	}
	return &Fault{Value: fmt.Sprintf("%d columns", r.Columns), Reason: "not as many columns as in the first line"}
}

// Text returns the text of a column in the current row, trimmed and without invisible characters; "" for what
// registries write instead of nothing.
func (r *Rows) Text(slot int) string {
	field := bytes.TrimSpace(r.Fields[slot])
	if len(field) == 0 || string(field) == "<UNAVAIL>" {
		return ""
	}
	return strings.TrimSpace(models.PlainLine(Clean(field)))
}

// Number returns the text of a column of digits; spreadsheets turn 48507 into 48507.0.
func (r *Rows) Number(slot int) string { return strings.TrimSuffix(r.Text(slot), ".0") }

// Clean converts a text to UTF-8. What is not valid UTF-8 is read as Windows-1252.
func Clean(field []byte) string {
	if utf8.Valid(field) {
		return string(field)
	}
	decoded, err := charmap.Windows1252.NewDecoder().Bytes(field)
	if err != nil {
		return strings.ToValidUTF8(string(field), "")
	}
	return string(decoded)
}
