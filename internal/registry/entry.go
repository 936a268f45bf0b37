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
	// updated is the day on which the registry last updated the record, in days since 1970; 0 if unknown.
	updated uint32
	// Again reports that the file has an earlier row of the record, which this one replaces.
	Again bool
	// Skipped is why the row is out of scope, and Rejected why it cannot be read.
	Skipped  string
	Rejected *tables.Fault
	// Ignored are values that cannot be used, in a row that otherwise can.
	Ignored []tables.Fault
}

func (e *Entry) ignore(column, value, reason string) {
	e.Ignored = append(e.Ignored, tables.Fault{Column: column, Value: value, Reason: reason})
}

// Precedence decides which of several rows of one record in a file counts: the one updated last; among those updated on
// the same day, the one that says less; otherwise the first one.
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

// slugOf returns a slug that ends in the record's key, so that no other record has it.
func slugOf(name, key string) string {
	const most = 80
	slug := models.Slugify(name)
	if len(slug) > most {
		slug = strings.TrimRight(slug[:most], "-")
	}
	return strings.TrimLeft(slug+"-"+key, "-")
}
