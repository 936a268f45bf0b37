package importing

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

// column is one that a format reads, by the names that it has had, the present one first.
type column struct {
	names    []string
	optional bool
}

func required(names ...string) column { return column{names: names} }
func optional(names ...string) column { return column{names: names, optional: true} }

// headerKey tells names apart by their letters and digits only: spaces and hyphens have changed over the years.
func headerKey(name string) string {
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

// readHeader reads the first row, and returns the names in it.
func (r *rows) readHeader() ([]string, error) {
	r.slots, r.fields = nil, nil
	if err := r.skipMark(); err != nil {
		return nil, err
	}
	err := r.next()
	var fault *valueFault
	switch {
	case errors.Is(err, io.EOF):
		return nil, errors.New("the file is empty")
	case errors.As(err, &fault):
		return nil, fmt.Errorf("the first line cannot be read: %s", fault.reason)
	case err != nil:
		return nil, err
	}
	names := make([]string, len(r.fields))
	for i, field := range r.fields {
		names[i] = clean(field)
	}
	if bytes.HasPrefix(bytes.TrimSpace(r.fields[0]), []byte("<")) {
		return nil, fmt.Errorf("it starts with %.40q, so it is a web page, perhaps one that tells of an error,", names[0])
	}
	return names, nil
}

// skipMark leaves out the byte-order mark that some programs write.
func (r *rows) skipMark() error {
	for !r.final && r.end-r.start < len(mark) {
		if err := r.fill(); err != nil {
			return err
		}
	}
	if bytes.HasPrefix(r.buffer[r.start:r.end], []byte(mark)) {
		r.start += len(mark)
	}
	return nil
}

// choose says which columns are wanted: the i-th one's text is then text(i). It returns the names of those that are missing.
func (r *rows) choose(header []string, columns []column) (missing []string) {
	position := make(map[string]int, len(header))
	for i, name := range header {
		if key := headerKey(name); key != "" {
			if _, twice := position[key]; !twice {
				position[key] = i
			}
		}
	}
	r.slots = make([]int, len(header))
	for i := range r.slots {
		r.slots[i] = -1
	}
	r.fields = make([][]byte, len(columns))
	for slot, column := range columns {
		found := false
		for _, name := range column.names {
			if i, ok := position[headerKey(name)]; ok && !found {
				r.slots[i], found = slot, true
			}
		}
		if !found && !column.optional {
			missing = append(missing, column.names[0])
		}
	}
	return missing
}

// complete tells what is wrong with a row that has more or fewer columns than the header.
func (r *rows) complete() *valueFault {
	if r.columns == len(r.slots) {
		return nil
	}
	return &valueFault{value: fmt.Sprintf("%d columns", r.columns), reason: "not as many columns as in the first line"}
}

// text is that of a column in the current row, without spaces around it and what cannot be seen in it; "" for what registries write
// instead of nothing.
func (r *rows) text(slot int) string {
	field := bytes.TrimSpace(r.fields[slot])
	if len(field) == 0 || string(field) == "<UNAVAIL>" {
		return ""
	}
	return strings.TrimSpace(models.PlainLine(clean(field)))
}

// number is the text of a column that holds digits; spreadsheets make 48507.0 of 48507.
func (r *rows) number(slot int) string { return strings.TrimSuffix(r.text(slot), ".0") }

// clean makes UTF-8 of a text. What is not UTF-8 is taken to be Latin-1, as Windows has it.
func clean(field []byte) string {
	if utf8.Valid(field) {
		return string(field)
	}
	decoded, err := charmap.Windows1252.NewDecoder().Bytes(field)
	if err != nil {
		return strings.ToValidUTF8(string(field), "")
	}
	return string(decoded)
}
