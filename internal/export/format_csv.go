package export

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"slices"

	"findcare/internal/dirformat"
	"findcare/internal/tables"
	"findcare/models"
)

// csvWriter writes the providers as a table for spreadsheets.
type csvWriter struct {
	portable
	columns []dirformat.Column
	w       *bufio.Writer

	line  bytes.Buffer // of one row
	cells *csv.Writer  // into the line
}

func newCSVWriter(w *bufio.Writer, slugs portable) *csvWriter {
	f := &csvWriter{portable: slugs, columns: dirformat.Columns(), w: w}
	f.cells = csv.NewWriter(&f.line)
	return f
}

// kinds returns providers and the kinds that they refer to.
func (*csvWriter) kinds() []models.Kind {
	return slices.DeleteFunc(slices.Clone(models.Kinds), func(kind models.Kind) bool {
		return kind == models.KindArticle
	})
}

func (f *csvWriter) encode(document models.Document) (element []byte, ok bool, err error) {
	document, ok = f.of(document)
	provider, isProvider := document.(*models.Provider)
	if !ok || !isProvider {
		return nil, false, nil
	}
	element, err = f.row(func(column dirformat.Column) string { return column.Cell(provider) })
	return element, true, err
}

func (f *csvWriter) row(cell func(dirformat.Column) string) ([]byte, error) {
	cells := make([]string, len(f.columns))
	for i, column := range f.columns {
		cells[i] = cell(column)
	}
	f.line.Reset()
	err := f.cells.Write(cells)
	f.cells.Flush()
	return bytes.Clone(f.line.Bytes()), errors.Join(err, f.cells.Error())
}

func (f *csvWriter) begin(kind models.Kind) error {
	if kind != models.KindProvider {
		return nil
	}
	header, err := f.row(func(column dirformat.Column) string { return column.Name })
	if err != nil {
		return err
	}
	return f.write(append([]byte(tables.ByteOrderMark), header...)) // without the mark, Excel reads Windows-1252
}

func (f *csvWriter) write(element []byte) error {
	_, err := f.w.Write(element)
	return err
}

func (*csvWriter) end() error { return nil }
