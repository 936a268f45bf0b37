package models

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/x/bsonx/bsoncore"
)

// WorkingCopy is one save of what a document is to become. It is not held to the rules of documents.
type WorkingCopy struct {
	// ID is the document's id and the number of the save, so that a save can be made only once.
	ID         string `bson:"_id"`
	DocumentID string `bson:"document"`
	Kind       Kind   `bson:"kind"`
	// Save counts the saves of a document's working copies, from 1.
	Save int64 `bson:"save"`
	// SavedAt is when the content was saved, By who saved it, and Name how they are called.
	SavedAt time.Time `bson:"savedAt"`
	By      string    `bson:"by"`
	Name    string    `bson:"name,omitempty"`
	// Request is a hash of what was asked for.
	Request string `bson:"request,omitempty"`
	// Open reports whether there is a content: there is none of a save that another one followed, nor of a working copy
	// that has ended.
	Open bool `bson:"open"`
	// Base is the document as it was when the working copy was begun, missing where there was none.
	Base bson.Raw `bson:"base,omitempty"`
	// BaseRevision is its revision then, 0 where there was none.
	BaseRevision int64    `bson:"baseRevision,omitempty"`
	Content      bson.Raw `bson:"content,omitempty"`
	// Review is the sign-off of the text, nil where there is none.
	Review *MedicalReview `bson:"review,omitempty"`
	// Schedule is when the content is to be published, nil where nobody has said.
	Schedule *Schedule `bson:"schedule,omitempty"`
	// Due is the time of a schedule that has not failed.
	Due *time.Time `bson:"due,omitempty"`
	// End is how the working copy ended with this save; empty while it has not.
	End CopyEnd `bson:"end,omitempty"`
}

// Schedule is when a working copy is to be published, and who said so.
type Schedule struct {
	At   time.Time `bson:"at"`
	By   string    `bson:"by"`
	Name string    `bson:"name,omitempty"`
	// Failure is why it was not published then; empty while it was not tried, or is.
	Failure string `bson:"failure,omitempty"`
}

// CopyEnd is how a working copy ended.
type CopyEnd string

// How working copies end.
const (
	CopyPublished CopyEnd = "PUBLISHED"
	CopyDiscarded CopyEnd = "DISCARDED"
)

// WorkingCopyID is the id of a save.
func WorkingCopyID(documentID string, save int64) string {
	return documentID + ":" + strconv.FormatInt(save, 10)
}

// Follow makes the working copy the save that follows another one, nil for the first one.
func (c *WorkingCopy) Follow(last *WorkingCopy) {
	c.Save = 1
	if last != nil {
		c.Save = last.Save + 1
	}
	c.ID = WorkingCopyID(c.DocumentID, c.Save)
}

// Next returns the save that follows, with the same content, and scheduled where there is a schedule that has not
// failed.
func (c *WorkingCopy) Next(schedule *Schedule) *WorkingCopy {
	next := *c
	next.Follow(c)
	if next.Schedule, next.Due = schedule, nil; schedule != nil && schedule.Failure == "" {
		next.Due = &schedule.At
	}
	return &next
}

// SetContent sets what the document is to become. Its members get ids: those that they had before, where before is not
// nil.
func (c *WorkingCopy) SetContent(before, content Document) (err error) {
	continueMembers(before, content)
	IdentifyMembers(content)
	c.Open = true
	c.Content, err = Marshal(content)
	return err
}

// SetBase sets the document as it is when the working copy is begun, nil where there is none.
func (c *WorkingCopy) SetBase(document Document) (err error) {
	c.Base, c.BaseRevision = nil, 0
	if document == nil {
		return nil
	}
	c.BaseRevision = document.Head().Revision
	c.Base, err = Marshal(document)
	return err
}

// Document returns what the document is to become.
func (c *WorkingCopy) Document() (Document, error) {
	document := c.Kind.New()
	return document, Unmarshal(c.Content, document)
}

// BaseDocument returns the document as it was when the working copy was begun, false where there was none.
func (c *WorkingCopy) BaseDocument() (document Document, existed bool, err error) {
	if c.Base == nil {
		return nil, false, nil
	}
	document = c.Kind.New()
	return document, true, Unmarshal(c.Base, document)
}

// maxCopy is the maximum size in bytes of the content of a working copy, which is far beyond what the rules allow.
const maxCopy = 4 << 20

// CopyFaults returns what keeps a document from being stored as a working copy: what would make it too costly to show.
// All other rules are for its publication.
func CopyFaults(document Document) []Fault {
	c := &checker{}
	if content, err := bson.Marshal(document); err != nil {
		c.fault("", nil, "cannot be stored: %v", err)
	} else if len(content) > maxCopy {
		c.fault("", nil, "must take at most %d bytes, not %d", maxCopy, len(content))
	}
	if article, ok := document.(*Article); ok && len(c.faults) == 0 {
		c.cheap("/lead", article.Lead)
		c.copiedSections("/sections", article.Sections, 1)
	}
	return c.faults
}

func (c *checker) cheap(path, source string) {
	if rule := markdownRule(source); rule != "" {
		c.tolerated(path, source, "%s", rule)
	}
}

func (c *checker) copiedSections(path string, sections []Section, depth int) {
	if len(sections) > 0 && depth > sectionDepth {
		c.fault(path, nil, "must not be nested deeper than %d levels", sectionDepth)
		return
	}
	for i := range sections {
		at := fmt.Sprintf("%s/%d", path, i)
		c.cheap(at+"/body", sections[i].Body)
		c.copiedSections(at+"/sections", sections[i].Sections, depth+1)
	}
}

// notMerged are the stored members that are no part of what a working copy changes: who a document is, how far it has
// come, and what imports and reviewers have left.
var notMerged = append([]string{"formerSlugs", "status", "npiRecord", "imported", "medicalReview"}, outsideContent...)

// ChangedFields returns the fields in which what a document says differs from another one, sorted. Either may be nil.
func ChangedFields(one, other Document) ([]string, error) {
	before, err := fieldsOf(one)
	if err != nil {
		return nil, err
	}
	after, err := fieldsOf(other)
	if err != nil {
		return nil, err
	}
	var changed []string
	for name, value := range before {
		if !bytes.Equal(value, after[name]) {
			changed = append(changed, name)
		}
	}
	for name := range after {
		if before[name] == nil {
			changed = append(changed, name)
		}
	}
	slices.Sort(changed)
	return changed, nil
}

// fieldsOf returns what is stored of a document by field, without the ids of members.
func fieldsOf(document Document) (map[string][]byte, error) {
	fields := make(map[string][]byte)
	if document == nil {
		return fields, nil
	}
	said, err := content(document)
	if err != nil {
		return nil, err
	}
	elements, err := bsoncore.Document(said).Elements()
	for _, element := range elements {
		if !slices.Contains(notMerged, element.Key()) {
			fields[element.Key()] = element
		}
	}
	return fields, err
}

// Merge returns a document with the changes that lead from base to changed. Conflicts are the fields that were changed
// in both to different values, sorted: they are as in changed. Base is nil where both began with nothing.
func Merge(base, changed, document Document) (merged Document, conflicts []string, err error) {
	ours, err := ChangedFields(base, changed)
	if err != nil {
		return nil, nil, err
	}
	theirs, err := ChangedFields(base, document)
	if err != nil {
		return nil, nil, err
	}
	different, err := ChangedFields(changed, document)
	if err != nil {
		return nil, nil, err
	}
	for _, name := range ours {
		if slices.Contains(theirs, name) && slices.Contains(different, name) {
			conflicts = append(conflicts, name)
		}
	}
	merged, err = withFields(document, changed, ours)
	return merged, conflicts, err
}

// withFields returns a document with some fields of another one.
func withFields(document, from Document, names []string) (Document, error) {
	stored, err := bson.Marshal(document)
	if err != nil {
		return nil, err
	}
	other, err := bson.Marshal(from)
	if err != nil {
		return nil, err
	}
	start, content := bsoncore.AppendDocumentStart(nil)
	for _, part := range []struct {
		of    bson.Raw
		named bool
	}{{stored, false}, {other, true}} {
		elements, err := bsoncore.Document(part.of).Elements()
		if err != nil {
			return nil, err
		}
		for _, element := range elements {
			if slices.Contains(names, element.Key()) == part.named {
				content = append(content, element...)
			}
		}
	}
	if content, err = bsoncore.AppendDocumentEnd(content, start); err != nil {
		return nil, err
	}
	merged := document.Kind().New()
	if err := Unmarshal(content, merged); err != nil {
		return nil, err
	}
	merged.Head().Unknown = cmp.Or(document.Head().Unknown, merged.Head().Unknown)
	return merged, nil
}
