package models

import (
	"crypto/rand"
	"strings"
	"time"
	"unicode/utf8"
)

// ErrorReport is what a reader says is wrong in an entry. Nobody is asked who they are.
type ErrorReport struct {
	ID         string `bson:"_id"`
	ProviderID string `bson:"provider"`
	// Part is the part of the entry that is wrong, "" for another one.
	Part EntryPart `bson:"part,omitempty"`
	Text string    `bson:"text"`
	At   time.Time `bson:"at"`
	// ResolvedAt is nil while an editor has yet to look at it.
	ResolvedAt *time.Time `bson:"resolvedAt,omitempty"`
	// ResolvedBy is the id of the editor.
	ResolvedBy string `bson:"resolvedBy,omitempty"`
}

// maxReport is the maximum length of a report, in characters.
const maxReport = 1000

// NewErrorReport returns a report, and the rule that it breaks, "" for none.
func NewErrorReport(providerID string, part EntryPart, text string, at time.Time) (report *ErrorReport, rule string) {
	text = strings.TrimSpace(PlainLine(strings.ToValidUTF8(text, "\ufffd")))
	c := &checker{}
	if part != "" {
		oneOf(c, "part", part, EntryParts())
	}
	switch n := utf8.RuneCountInString(text); {
	case len(c.faults) > 0:
		return nil, c.faults[0].Error()
	case n == 0:
		return nil, "Please say what is wrong."
	case n > maxReport:
		return nil, "Please use at most 1,000 characters."
	}
	return &ErrorReport{
		ID: "rep_" + strings.ToLower(rand.Text()[:13]), ProviderID: providerID, Part: part, Text: text,
		At: at.UTC().Truncate(time.Millisecond),
	}, ""
}
