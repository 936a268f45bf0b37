package dirformat

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"findcare/internal/tables"
	"findcare/models"
)

// separators are the separators that spreadsheets write: a semicolon where the comma is the decimal separator.
const separators = ",;\t|"

// separatorLine starts the first line that some programs write for Excel.
const separatorLine = "sep="

// providerTable reports whether a file is a table of providers, by its first line, and its separator.
func providerTable(start []byte) (separator byte, ok bool) {
	first, rest, _ := bytes.Cut(bytes.TrimSpace(start), []byte("\n"))
	if bytes.HasPrefix(bytes.Trim(first, `"`), []byte(separatorLine)) {
		first, _, _ = bytes.Cut(rest, []byte("\n"))
	}
	if bytes.IndexAny(first, "{[") == 0 { // JSON, whatever stands in it
		return 0, false
	}
	for _, separator := range []byte(separators) {
		for name := range bytes.SplitSeq(first, []byte{separator}) {
			if tables.HeaderKey(tables.Clean(name)) == "slug" {
				return separator, true
			}
		}
	}
	return 0, false
}

// IsTable reports whether a file that starts with these bytes is a table of providers.
func IsTable(start []byte) bool {
	_, ok := providerTable(start)
	return ok
}

// table is a file with one provider per row.
type table struct {
	*tables.Rows
	columns []Column
	// given are the slots of the columns that the file has, and nameless the numbers of columns without a name, by
	// slot.
	given    []int
	nameless map[int]int
}

// eachRow yields the providers of a table, each as the JSON of the directory format.
func (f File) eachRow(reader io.Reader, separator byte, yield func(Record) error) error {
	t := &table{Rows: tables.NewRows(reader), columns: Columns(), nameless: make(map[int]int)}
	t.Comma = separator
	unknown, err := t.chooseColumns()
	if err != nil {
		return f.wrong(err.Error())
	}
	for _, name := range unknown {
		if f.reportsColumns && f.Warn != nil {
			f.Warn(fmt.Sprintf("%s: the column %q is not one of a provider and is ignored", f.Name, name))
		}
	}
	for {
		r, err := f.nextRow(t)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read %s: %w", f.Name, err)
		}
		if err := yield(r); err != nil {
			return err
		}
	}
}

// chooseColumns reads the header. The columns may be in any order, and only the first three are required.
func (t *table) chooseColumns() (unknown []string, err error) {
	header, err := t.ReadHeader()
	if err == nil && strings.HasPrefix(header[0], separatorLine) {
		header, err = t.ReadHeader()
	}
	if err != nil {
		return nil, err
	}
	t.Slots = make([]int, len(header))
	for i, name := range header {
		name = strings.TrimSpace(name)
		slot := slices.IndexFunc(
			t.columns,
			func(c Column) bool { return tables.HeaderKey(c.Name) == tables.HeaderKey(name) },
		)
		switch {
		case name == "":
			slot = len(t.columns) + len(t.nameless)
			t.nameless[slot] = i + 1
		case slot < 0:
			unknown = append(unknown, name)
		case slices.Contains(t.given, slot):
			return nil, fmt.Errorf("the file has the column %s twice", t.columns[slot].Name)
		default:
			t.given = append(t.given, slot)
		}
		t.Slots[i] = slot
	}
	t.Fields = make([][]byte, len(t.columns)+len(t.nameless))
	const required = 3
	for slot, column := range t.columns[:required] {
		if !slices.Contains(t.given, slot) {
			return nil, fmt.Errorf("the file lacks the column %s", column.Name)
		}
	}
	return unknown, nil
}

// nextRow reads the next row that is not empty.
func (f File) nextRow(t *table) (Record, error) {
	for {
		err := t.Next()
		r := Record{Kind: models.KindProvider, Place: fmt.Sprintf("%s:%d: ", f.Name, t.Line)}
		var broken *tables.Fault
		switch {
		case err == nil && t.isEmpty():
			continue
		case err == nil:
			broken = t.whole()
		case !errors.As(err, &broken):
			return r, err
		}
		if broken != nil {
			r.Fault = &models.Fault{Value: broken.Value, Rule: "cannot be read: " + broken.Reason}
			return r, nil
		}
		r.row = t.row()
		r.raw, err = r.row.over(nil)
		return r, err
	}
}

// isEmpty reports whether the current row is empty; spreadsheets write such rows where people have cleared them.
func (t *table) isEmpty() bool {
	return !t.Spare &&
		!slices.ContainsFunc(t.Fields, func(field []byte) bool { return len(bytes.TrimSpace(field)) > 0 })
}

// whole returns what is wrong with the current row as a whole. Surplus cells are allowed if they are empty.
func (t *table) whole() *tables.Fault {
	if t.Columns < len(t.Slots) || t.Spare {
		return t.Complete()
	}
	for slot, number := range t.nameless {
		if text := bytes.TrimSpace(t.Fields[slot]); len(text) > 0 {
			return &tables.Fault{
				Value:  tables.Excerpt(text),
				Reason: fmt.Sprintf("it is in column %d, which has no name in the first line", number),
			}
		}
	}
	return nil
}

// cell is a row's text in a column, "" if it is empty.
type cell struct {
	column Column
	text   string
}

// row is a row of a table: its cells in the columns that the table has.
type row []cell

func (t *table) row() row {
	cells := make(row, len(t.given))
	for i, slot := range t.given {
		cells[i] = cell{t.columns[slot], strings.TrimSpace(tables.Clean(t.Fields[slot]))}
	}
	return cells
}
