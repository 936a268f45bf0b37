package export

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"

	"findcare/internal/dirformat"
	"findcare/internal/tables"
	"findcare/models"
)

// csvForm is the providers as a table, for spreadsheets.
type csvForm struct {
	portable
	columns []dirformat.Column
	w       *bufio.Writer

	line  bytes.Buffer // of one row
	cells *csv.Writer  // into the line
}

func newCSVForm(w *bufio.Writer) *csvForm {
	f := &csvForm{portable: make(portable), columns: dirformat.Columns(), w: w}
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
	return f.row(func(column dirformat.Column) string { return column.Cell(provider) })
}

func (f *csvForm) row(cell func(dirformat.Column) string) ([]byte, error) {
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
	header, err := f.row(func(column dirformat.Column) string { return column.Name })
	if err != nil {
		return err
	}
	return f.write(append([]byte(tables.ByteOrderMark), header...)) // without the mark, Excel takes it for Windows-1252
}

func (f *csvForm) write(element []byte) error {
	_, err := f.w.Write(element)
	return err
}

func (*csvForm) end() error { return nil }
