package importing

import (
	"strings"

	"findcare/internal/tables"
	"findcare/models"
)

// entry is what one row of a registry's file says.
type entry struct {
	line int
	models.Record
	// updated is the day on which the registry last updated the record, counted from 1970; 0 where that is not known.
	updated uint32
	// again tells that another row of the record stands in the file before, and that this one counts.
	again bool
	// skipped is why the row is none of the directory's business, and rejected why it cannot be read.
	skipped  string
	rejected *tables.Fault
	// leftOut are values that cannot be used; the rest of the row can.
	leftOut []tables.Fault
}

func (e *entry) leaveOut(column, value, reason string) {
	e.leftOut = append(e.leftOut, tables.Fault{Column: column, Value: value, Reason: reason})
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
