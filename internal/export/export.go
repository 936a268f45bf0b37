package export

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"

	"findcare/models"
)

// Format is a way of writing a directory.
type Format string

// The export formats.
const (
	JSON       Format = "json"
	NDJSON     Format = "ndjson"
	CSV        Format = "csv"
	FHIR       Format = "fhir"
	FHIRNDJSON Format = "fhir-ndjson"
)

// Source is what an export reads, such as a *store.Store.
type Source interface {
	// EachShown streams the documents of one kind that were not deleted and break no rule, in no order, until visit
	// returns an error. The visitor may keep and change them.
	EachShown(ctx context.Context, kind models.Kind, visit func(models.Document) error) error
}

// Options say what is exported, and how.
type Options struct {
	Format Format
	// Unpublished exports also what the public does not see: articles that are not published and, in the directory
	// format, providers that are retired.
	Unpublished bool
	// BaseURL is the address below which FHIR resources are found; where it is empty, UUIDs stand for addresses in a
	// Bundle.
	BaseURL string
	// For is the release that is to import a file in the directory format; this one where it is empty.
	For string
}

// Omitted counts what is in no export that is for the public.
type Omitted struct {
	// Articles are those that are not published, and Providers those that are retired.
	Articles, Providers int
}

// formatWriter is how a format writes a directory.
type formatWriter interface {
	// kinds are those that it has to see, in the order of models.Kinds.
	kinds() []models.Kind
	// encode returns the element of a document, false if the format has none for it. Documents come by kind, and within
	// a kind in no order.
	encode(document models.Document) (element []byte, ok bool, err error)
	// begin comes before the elements of a kind, which come in the order of their slugs, and end after all.
	begin(kind models.Kind) error
	write(element []byte) error
	end() error
}

// sortMemory is how many bytes of elements an export keeps in memory at a time.
const sortMemory = 32 << 20

// Export writes a directory. The order is by kind, then slug, so the same directory always gives the same bytes. Its
// memory does not grow with the directory. It returns how much was left out because the public does not see it.
func Export(ctx context.Context, to io.Writer, from Source, options Options) (omitted Omitted, err error) {
	w := bufio.NewWriterSize(to, 1<<16)
	writer, err := newWriter(w, options)
	if err != nil {
		return omitted, err
	}
	e := &exporting{from: from, options: options, formatWriter: writer}
	for _, kind := range e.kinds() {
		if err := e.export(ctx, kind); err != nil {
			return omitted, fmt.Errorf("export: %w", err)
		}
	}
	if err := e.end(); err != nil {
		return omitted, fmt.Errorf("export: %w", err)
	}
	return e.omitted, w.Flush()
}

func newWriter(w *bufio.Writer, options Options) (formatWriter, error) {
	switch options.Format {
	case CSV:
		return newCSVWriter(w), nil
	case FHIR:
		return newBundleWriter(w, options.BaseURL), nil
	case FHIRNDJSON:
		return newFHIRWriter(w), nil
	}
	of := directoryWriter{portable: make(portable)}
	if options.For != "" {
		var err error
		if of.release, err = releaseNamed(options.For); err != nil {
			return nil, err
		}
	}
	if options.Format == NDJSON {
		return &ndjsonWriter{of, w}, nil
	}
	return newJSONWriter(w, of), nil
}

type exporting struct {
	formatWriter
	from    Source
	options Options
	omitted Omitted
}

func (e *exporting) export(ctx context.Context, kind models.Kind) (err error) {
	elements := &externalSort{memory: sortMemory}
	defer func() { err = errors.Join(err, elements.close()) }()
	err = e.from.EachShown(ctx, kind, func(document models.Document) error {
		if !e.exported(document) {
			return nil
		}
		slug := document.Head().Slug
		element, ok, err := e.encode(document)
		if err != nil || !ok {
			return err
		}
		return elements.add(slug, element)
	})
	if err != nil {
		return err
	}
	if err := e.begin(kind); err != nil {
		return err
	}
	return elements.each(func(element []byte) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		return e.write(element)
	})
}

// exported tells whether a document is there for whom the export is for.
func (e *exporting) exported(document models.Document) bool {
	switch document := document.(type) {
	case *models.Article:
		if !document.Published() && !e.options.Unpublished {
			e.omitted.Articles++
			return false
		}
	case *models.Provider:
		// SECURITY: no other format can tell that a provider is retired, and so whoever reads it would show them.
		if document.Retired() && !(e.options.Unpublished && e.options.Format.tellsStatus()) {
			e.omitted.Providers++
			return false
		}
	}
	return true
}

// tellsStatus reports whether the format tells which providers are retired.
func (f Format) tellsStatus() bool { return f == JSON || f == NDJSON }
