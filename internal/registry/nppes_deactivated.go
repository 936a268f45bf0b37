package registry

import (
	"slices"
	"strings"

	"findcare/internal/tables"
	"findcare/models"
)

// The columns of CMS's list of deactivated NPIs, in the order of deactivatedColumns.
const (
	deactivatedNPI = iota
	deactivatedOn
)

func deactivatedColumns() []tables.Column {
	return []tables.Column{tables.Required("NPI"), tables.Required("NPPES Deactivation Date")}
}

// deactivated reads CMS's monthly list of the NPIs that are out of use. Its rows say of a record of the NPI registry
// what the deactivated rows of the main file do, and nothing else.
type deactivated struct{}

func (deactivated) source() string { return "nppes" }

// read returns the entry of the current row. A record on the list is out of use also where its date cannot be read.
func (deactivated) read(r *tables.Rows) Entry {
	e := Entry{Line: r.Line}
	if e.Rejected = r.Complete(); e.Rejected != nil {
		return e
	}
	e.Key = r.Number(deactivatedNPI)
	if !models.ValidNPI(e.Key) {
		e.Rejected = notAnNPI(e.Key)
		return e
	}
	text := r.Text(deactivatedOn)
	date, err := tables.ReadDate(text)
	switch column := deactivatedColumns()[deactivatedOn].Names[0]; {
	case err != nil:
		e.Rejected = &tables.Fault{Column: column, Value: text, Reason: err.Error()}
	case date == "":
		e.Rejected = &tables.Fault{Column: column, Reason: "the date is missing"}
	}
	if e.Rejected != nil {
		e.NotListed = models.Unclear
	}
	e.WithdrawnOn = date
	return e
}

// isDeactivatedHeader reports whether a first line is that of the list.
func isDeactivatedHeader(header []string) bool {
	return len(new(tables.Rows).Choose(header, deactivatedColumns())) == 0
}

// readHeader reads the names of the columns. The list has a title above them: "NPPES Deactivated Records as of …".
func readHeader(rows *tables.Rows) ([]string, error) {
	header, err := rows.ReadHeader()
	isTitle := func(cell string) bool { return strings.HasPrefix(tables.HeaderKey(cell), "nppesdeactivatedrecords") }
	if err != nil || !slices.ContainsFunc(header, isTitle) {
		return header, err
	}
	return rows.ReadHeader()
}
