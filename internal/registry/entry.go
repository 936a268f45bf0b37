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
	// Doubts are values that are read, and do not fit others of the row.
	Doubts []tables.Fault
	// Oddities are what had to be read with some care, each once.
	Oddities []Oddity
	// UnknownCodes are service codes and labels that nothing is known of.
	UnknownCodes []string
}

func (e *Entry) doubt(column, value, reason string) {
	e.Doubts = append(e.Doubts, tables.Fault{Column: column, Value: value, Reason: reason})
}

// Oddity is a way in which registries write something other than it is.
type Oddity string

// The oddities that were read.
const (
	ShortZIP       Oddity = "a ZIP code without its zeros"
	SeveralPhones  Oddity = "several telephone numbers in one cell"
	PhoneExtension Oddity = "a telephone extension"
	NoAddressInURL Oddity = "a website without an address, such as http://"
	MendedURL      Oddity = "a website that had to be mended"
	NamesInName    Oddity = "another name within the name"
)

func (e *Entry) note(found Oddity) { addOnce(&e.Oddities, found) }

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
