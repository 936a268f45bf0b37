package registry

import (
	"strings"

	"findcare/internal/tables"
	"findcare/models"
)

// Entry is what one row of a registry's file says.
type Entry struct {
	// Line is where the row starts in the file.
	Line int
	models.Record
	// updated is the day on which the registry last updated the record, counted from 1970; 0 where that is not known.
	updated uint32
	// Again tells that another row of the record stands in the file before, and that this one counts.
	Again bool
	// Skipped is why the row is none of the directory's business, and Rejected why it cannot be read.
	Skipped  string
	Rejected *tables.Fault
	// Ignored are values that cannot be used; the rest of the row can.
	Ignored []tables.Fault
}

func (e *Entry) ignore(column, value, reason string) {
	e.Ignored = append(e.Ignored, tables.Fault{Column: column, Value: value, Reason: reason})
}

// Standing tells which of the rows of one record in a file counts: the one that was updated later; of those that were
// updated on one day the one that says less; and else the first one.
func (e *Entry) Precedence() uint32 {
	const ranks = 4
	rank := uint32(1)
	switch {
	case e.WithdrawnOn != "" || e.NotListed == models.Unclear:
		rank = 2
	case e.NotListed != "":
		rank = 0
	}
	return e.updated*ranks + rank
}

// slugOf makes a slug that no other record has: it ends in the record's key, whatever stands in the directory by now.
func slugOf(name, key string) string {
	const most = 80
	slug := models.Slugify(name)
	if len(slug) > most {
		slug = strings.TrimRight(slug[:most], "-")
	}
	return strings.TrimLeft(slug+"-"+key, "-")
}
