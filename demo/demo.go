// Package demo generates the demo directory: invented providers in realistic proportions, and articles. Its words and
// weights are the files in data; nothing in it is about a real person.
//
// Invariants:
//   - The same parameters always give the same bytes.
//   - Every document keeps the rules of models on any day: dates move with the year.
//   - Phone numbers are from 555-0100 to 555-0199, which are reserved for fiction.
package demo

import (
	"bytes"
	"embed"
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"findcare/models"
)

// Providers is the number of providers in the demo directory.
const Providers = 600

//go:embed data
var data embed.FS

// written is the day on which the texts in data were written: no date in them is later.
var written = time.Date(2026, time.September, 21, 0, 0, 0, 0, time.UTC)

// yearsSince returns the number of full years from that day to a time. The dates of the demo directory are moved by as
// many years, so that no date is in the future and no more licences have expired than on another day.
func yearsSince(at time.Time) int {
	years := at.Year() - written.Year()
	if at.Before(written.AddDate(years, 0, 0)) {
		years--
	}
	return years
}

var dates = regexp.MustCompile(`"[0-9]{4}-[0-9]{2}-[0-9]{2}"`)

// moveDates moves all dates of a JSON document.
func moveDates(document []byte, years int) []byte {
	if years == 0 {
		return document
	}
	return dates.ReplaceAllFunc(document, func(quoted []byte) []byte {
		date, err := time.Parse(`"`+time.DateOnly+`"`, string(quoted))
		if err != nil {
			return quoted
		}
		return date.AddDate(years, 0, 0).AppendFormat(nil, `"`+time.DateOnly+`"`)
	})
}

// Directory returns a directory with a number of invented providers, as it is at a time, in the directory format
// (NDJSON). The same number gives the same bytes for a year, from one 21 September to the next.
func Directory(providers int, at time.Time) ([]byte, error) {
	var b bytes.Buffer
	err := WriteDirectory(&b, providers, at)
	return b.Bytes(), err
}

// WriteDirectory writes what Directory returns, document by document, so it may be of any size.
func WriteDirectory(to io.Writer, providers int, at time.Time) error {
	for _, pattern := range []string{
		"data/credentials.json", "data/conditions.json", "data/treatments.json", "data/insurers.json",
		"data/articles/*.json",
	} {
		names, err := fs.Glob(data, pattern)
		if err != nil {
			return err
		}
		for _, name := range names {
			if err := writeLists(to, name, yearsSince(at)); err != nil {
				return fmt.Errorf("demo: %s: %w", path.Base(name), err)
			}
		}
	}
	g, err := newGenerator(at)
	if err != nil {
		return fmt.Errorf("demo: %w", err)
	}
	for i := range providers {
		content, err := json.Marshal(g.provider(i))
		if err != nil {
			return fmt.Errorf("demo: %w", err)
		}
		if err := writeLine(to, models.KindProvider, content); err != nil {
			return err
		}
	}
	return nil
}

// writeLists writes the lists of a JSON file as lines, with their dates moved.
func writeLists(to io.Writer, name string, years int) error {
	var lists map[string][]jsontext.Value
	if err := read(name, &lists); err != nil {
		return err
	}
	for _, kind := range models.Kinds {
		for _, document := range lists[kind.Plural()] {
			if err := document.Compact(); err != nil {
				return err
			}
			if err := writeLine(to, kind, moveDates(document, years)); err != nil {
				return err
			}
		}
	}
	return nil
}

func writeLine(to io.Writer, kind models.Kind, document []byte) error {
	_, err := fmt.Fprintf(to, "{\"type\":%q,%s\n", kind, document[1:])
	return err
}

func read(name string, into any) error {
	content, err := data.ReadFile(name)
	if err != nil {
		return err
	}
	return json.Unmarshal(content, into, json.MatchCaseInsensitiveNames(true))
}

// Documents returns the same directory as documents with ids, as they are after an import at a time.
func Documents(providers int, at time.Time) (*models.Directory, error) {
	content, err := Directory(0, at)
	if err != nil {
		return nil, err
	}
	directory := &models.Directory{}
	add := func(document models.Document) {
		head := document.Head()
		head.ID, head.Revision, head.UpdatedAt = models.IDOfSlug(document.Kind(), head.Slug), 1, at
		document.References(func(_ string, kind models.Kind, reference *string) {
			*reference = models.IDOfSlug(kind, *reference)
		})
		document.Normalize()
		directory.Add(document)
	}
	for line := range bytes.Lines(content) {
		var header struct {
			Type models.Kind `json:"type"`
		}
		if err := json.Unmarshal(line, &header); err != nil {
			return nil, err
		}
		document := header.Type.New()
		if err := json.Unmarshal(line, document); err != nil {
			return nil, err
		}
		add(document)
	}
	g, err := newGenerator(at)
	if err != nil {
		return nil, fmt.Errorf("demo: %w", err)
	}
	for i := range providers {
		add(g.provider(i))
	}
	return directory, nil
}
