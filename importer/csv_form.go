package importer

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"findcare/models"
)

// csvForm is the providers as a table, for spreadsheets.
type csvForm struct {
	portable
	columns []csvColumn
	w       *bufio.Writer

	line  bytes.Buffer // of one row
	cells *csv.Writer  // into the line
}

func newCSVForm(w *bufio.Writer) *csvForm {
	f := &csvForm{portable: make(portable), columns: csvColumns(), w: w}
	f.cells = csv.NewWriter(&f.line)
	return f
}

// kinds are providers, and those that they refer to.
func (*csvForm) kinds() []models.Kind {
	return []models.Kind{models.KindCredential, models.KindCondition, models.KindTreatment, models.KindProvider}
}

func (f *csvForm) encode(document models.Document) ([]byte, error) {
	provider, ok := f.of(document).(*models.Provider)
	if !ok {
		return nil, nil
	}
	return f.row(func(column csvColumn) string { return column.cell(provider) })
}

func (f *csvForm) row(cell func(csvColumn) string) ([]byte, error) {
	cells := make([]string, len(f.columns))
	for i, column := range f.columns {
		cells[i] = cell(column)
	}
	f.line.Reset()
	err := f.cells.Write(cells)
	f.cells.Flush()
	return bytes.Clone(f.line.Bytes()), errors.Join(err, f.cells.Error())
}

func (f *csvForm) begin(kind models.Kind) error {
	if kind != models.KindProvider {
		return nil
	}
	header, err := f.row(func(column csvColumn) string { return column.name })
	if err != nil {
		return err
	}
	return f.write(header)
}

func (f *csvForm) write(element []byte) error {
	_, err := f.w.Write(element)
	return err
}

func (*csvForm) end() error { return nil }

// isProviderCSV tells by its first line whether a file is what csvForm writes.
func isProviderCSV(start []byte) bool {
	line, _, _ := bytes.Cut(bytes.TrimSpace(start), newline)
	if bytes.IndexAny(line, "{[") == 0 { // JSON, whatever stands in it
		return false
	}
	for name := range strings.SplitSeq(string(line), ",") {
		if strings.Trim(name, "\" \r") == "slug" {
			return true
		}
	}
	return false
}

// eachRow yields the providers of a table, each as the JSON that the directory format has for it.
func (f File) eachRow(reader io.Reader, yield func(record) error) error {
	table := newRows(reader)
	columns, err := chooseColumns(table)
	if err != nil {
		return f.wrong(err.Error())
	}
	for {
		r, err := f.nextRow(table, columns)
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

func (f File) nextRow(table *rows, columns []csvColumn) (record, error) {
	err := table.next()
	r := record{kind: models.KindProvider, place: fmt.Sprintf("%s:%d: ", f.Name, table.line)}
	if err == nil {
		if broken := table.complete(); broken != nil {
			err = broken
		}
	}
	var broken *valueFault
	if errors.As(err, &broken) {
		r.fault = &models.Fault{Value: broken.value, Rule: "cannot be read: " + broken.reason}
		return r, nil
	}
	if err == nil {
		r.raw, err = providerJSON(columns, table.fields)
	}
	return r, err
}

// chooseColumns reads the first line. The columns may be in any order, and only the first three must be there.
func chooseColumns(table *rows) ([]csvColumn, error) {
	header, err := table.readHeader()
	if err != nil {
		return nil, err
	}
	columns := csvColumns()
	table.slots, table.fields = make([]int, len(header)), make([][]byte, len(columns))
	for i, name := range header {
		name = strings.TrimSpace(name)
		table.slots[i] = slices.IndexFunc(columns, func(c csvColumn) bool { return c.name == name })
		if table.slots[i] < 0 {
			return nil, fmt.Errorf("its column %q is none of a provider's", name)
		}
		if slices.Contains(table.slots[:i], table.slots[i]) {
			return nil, fmt.Errorf("it has the column %s twice", name)
		}
	}
	const required = 3
	for slot, column := range columns[:required] {
		if !slices.Contains(table.slots, slot) {
			return nil, fmt.Errorf("it lacks the column %s", column.name)
		}
	}
	return columns, nil
}

// providerJSON is a row in the directory format. An empty cell is no member.
func providerJSON(columns []csvColumn, fields [][]byte) (jsontext.Value, error) {
	provider, main, fee := make(map[string]any), make(map[string]any), make(map[string]any)
	for i, column := range columns {
		cell := strings.TrimSpace(clean(fields[i]))
		if cell == "" {
			continue
		}
		if name, ok := strings.CutPrefix(column.name, inLocation); ok {
			main[name] = column.value(cell)
		} else if name, ok := strings.CutPrefix(column.name, inFee); ok {
			fee[name] = column.value(cell)
		} else {
			provider[column.name] = column.value(cell)
		}
	}
	if len(fee) > 0 {
		provider["sessionFee"] = fee
	}
	if locations := allLocations(main, provider[moreLocations]); locations != nil {
		provider["locations"] = locations
	}
	delete(provider, moreLocations)
	return json.Marshal(provider)
}

// allLocations puts the main location before the others. What is no list stays what it is, so that the fault is told with its place.
func allLocations(main map[string]any, more any) any {
	var others []jsontext.Value
	if text, ok := more.(jsontext.Value); ok && json.Unmarshal(text, &others) != nil || !ok && more != nil {
		return more
	}
	if len(main) == 0 && len(others) == 0 {
		return nil
	}
	locations := []any{main}
	for _, other := range others {
		locations = append(locations, other)
	}
	return locations
}
