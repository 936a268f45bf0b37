package models

import (
	"crypto/rand"
	"fmt"
	"strings"
	"time"
	"unicode"
)

// ImportStatus says how far an import has come.
type ImportStatus string

// The statuses of imports.
const (
	ImportRunning   ImportStatus = "RUNNING"
	ImportSucceeded ImportStatus = "SUCCEEDED"
	// ImportRejected is the status of an import of a file with faults, of which nothing was written.
	ImportRejected ImportStatus = "REJECTED"
	// ImportFailed, ImportCanceled and ImportInterrupted are those of imports that may have written a part of their
	// files. The same file again writes the rest.
	ImportFailed      ImportStatus = "FAILED"
	ImportCanceled    ImportStatus = "CANCELED"
	ImportInterrupted ImportStatus = "INTERRUPTED"
)

// How many details of an import are kept, by kind.
const (
	MaxImportNotes   = 10_000
	MaxImportRejects = 10_000
	maxImportChanges = 1_000
)

// Import is a file that was sent to a server, and what came of it.
type Import struct {
	ID        string         `bson:"_id"`
	File      string         `bson:"file"`
	By        string         `bson:"by"`
	ByName    OptionalString `bson:"byName,omitempty"`
	DryRun    bool           `bson:"dryRun"`
	Replace   bool           `bson:"replace"`
	Status    ImportStatus   `bson:"status"`
	StartedAt time.Time      `bson:"startedAt"`
	// UpdatedAt is when the server that runs the import last stored how far it is.
	UpdatedAt time.Time  `bson:"updatedAt"`
	EndedAt   *time.Time `bson:"endedAt,omitempty"`
	// Done counts the documents that were compared and, unless they are as they were, written, of Total.
	Done  int `bson:"done"`
	Total int `bson:"total"`

	Created   int `bson:"created"`
	Changed   int `bson:"changed"`
	Unchanged int `bson:"unchanged"`
	// Message says why the import did not succeed.
	Message OptionalString `bson:"message,omitempty"`

	// Of the notes, rejects and changes, the first are kept.
	AllNotes    []ImportNote   `bson:"notes,omitempty"`
	NoteCount   int            `bson:"noteCount"`
	AllRejects  []ImportReject `bson:"rejects,omitempty"`
	RejectCount int            `bson:"rejectCount"`
	AllChanges  []ImportChange `bson:"changes,omitempty"`
}

// ImportNoteKind says what a note of an import is about.
type ImportNoteKind string

// The kinds of notes.
const (
	NoteOddity     ImportNoteKind = "ODDITY"
	NoteEmptied    ImportNoteKind = "EMPTIED"
	NoteResembling ImportNoteKind = "RESEMBLING"
)

// ImportNote is what people should know about a file although it is not a fault.
type ImportNote struct {
	Kind ImportNoteKind `bson:"kind"`
	Text string         `bson:"text"`
	// DocumentID and Fields are those of a document that would be emptied.
	DocumentID *string  `bson:"document,omitempty"`
	Fields     []string `bson:"fields,omitempty"`
}

// ImportReject is a fault of a file.
type ImportReject struct {
	// Place is where in the file it is, and Field where in the document.
	Place string         `bson:"place"`
	Field OptionalString `bson:"field,omitempty"`
	Value OptionalString `bson:"value,omitempty"`
	Rule  string         `bson:"rule"`
}

// ImportChange is a document that an import creates or changes.
type ImportChange struct {
	ID     string `bson:"id"`
	Slug   string `bson:"slug"`
	Action Action `bson:"action"`
}

// NewImport returns an import that begins.
func NewImport(file string, at time.Time) *Import {
	at = at.UTC().Truncate(time.Millisecond)
	return &Import{
		ID: "imp_" + strings.ToLower(rand.Text()), File: file, Status: ImportRunning, StartedAt: at, UpdatedAt: at,
	}
}

// IsImportID reports whether a text may be the id of an import.
func IsImportID(id string) bool { return strings.HasPrefix(id, "imp_") }

// ImportFileName returns the name of a file as it may stand in messages, and an error if it may not.
func ImportFileName(name string) (string, error) {
	const maximum, byDefault = 200, "upload"
	if name == "" {
		return byDefault, nil
	}
	if len(name) > maximum || strings.ContainsFunc(name, unicode.IsControl) {
		return "", BadInput("name: %.40q must be the name of a file, of at most %d bytes", name, maximum)
	}
	return name, nil
}

// Ended reports whether the import is at its end.
func (i *Import) Ended() bool { return i.Status != ImportRunning }

// Note adds a note.
func (i *Import) Note(note ImportNote) {
	if i.NoteCount++; len(i.AllNotes) < MaxImportNotes {
		i.AllNotes = append(i.AllNotes, note)
	}
}

// Reject adds a fault at a place in the file.
func (i *Import) Reject(place string, fault Fault) {
	if i.RejectCount++; len(i.AllRejects) < MaxImportRejects {
		value := ""
		if fault.Value != nil {
			value = shortened(fmt.Sprint(fault.Value))
		}
		i.AllRejects = append(i.AllRejects, ImportReject{
			Place: strings.TrimSuffix(place, ": "), Field: OptionalString(fault.Path), Value: OptionalString(value),
			Rule: fault.Rule,
		})
	}
}

// shortened returns the beginning of a long text.
func shortened(text string) string {
	const maximum = 200
	if runes := []rune(text); len(runes) > maximum {
		return string(runes[:maximum]) + "…"
	}
	return text
}

// Change adds a document that is created or changed.
func (i *Import) Change(change ImportChange) {
	if len(i.AllChanges) < maxImportChanges {
		i.AllChanges = append(i.AllChanges, change)
	}
}

// Notes returns the first notes.
func (i *Import) Notes(first int) ([]ImportNote, error) { return firstOf(i.AllNotes, first) }

// Rejects returns the first faults of the file.
func (i *Import) Rejects(first int) ([]ImportReject, error) { return firstOf(i.AllRejects, first) }

// Changes returns the first documents that are created or changed.
func (i *Import) Changes(first int) ([]ImportChange, error) { return firstOf(i.AllChanges, first) }

func firstOf[T any](all []T, first int) ([]T, error) {
	const maximum = 1000
	if first < 0 || first > maximum {
		return nil, BadInput("first: %d must be from 0 to %d", first, maximum)
	}
	if all == nil {
		all = []T{}
	}
	return all[:min(first, len(all))], nil
}
