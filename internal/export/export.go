package export

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"findcare/models"
)

// Format is an export format.
type Format string

// The formats.
const (
	JSON       Format = "json"
	NDJSON     Format = "ndjson"
	CSV        Format = "csv"
	FHIR       Format = "fhir"
	FHIRNDJSON Format = "fhir-ndjson"
)

// Source is what an export reads, such as a *store.Store.
type Source interface {
	// EachShown streams the documents of one kind that are not deleted and break no rule, in any order, until visit
	// returns an error. The visitor may keep and modify them.
	EachShown(ctx context.Context, kind models.Kind, visit func(models.Document) error) error
	// Current returns those of some documents that are not deleted and break no rule.
	Current(ctx context.Context, ids []string) ([]models.Document, error)
}

// Options are the options of an export.
type Options struct {
	Format Format
	// Unpublished includes what the public does not see: unpublished articles and, in the directory format, retired
	// providers.
	Unpublished bool
	// BaseURL is the base address of FHIR resources; if it is empty, the entries of a Bundle have UUIDs instead of
	// addresses.
	BaseURL string
	// For is the release that will import a file in the directory format, this one if empty.
	For string
}

// Formats are all formats.
func Formats() []Format { return []Format{JSON, NDJSON, CSV, FHIR, FHIRNDJSON} }

// Check returns what is wrong with the options.
func (o Options) Check() error {
	if !slices.Contains(Formats(), o.Format) {
		return fmt.Errorf("format: %q must be one of %q", string(o.Format), Formats())
	}
	if o.BaseURL != "" && o.Format != FHIR {
		return fmt.Errorf("base-url: needs the format fhir, not %s", o.Format)
	}
	if o.For == "" {
		return nil
	}
	if !o.Format.tellsStatus() {
		return fmt.Errorf("for: needs the format json or ndjson, not %s", o.Format)
	}
	_, err := releaseNamed(o.For)
	return err
}

// MediaType is the one of a format.
func (f Format) MediaType() string {
	switch f {
	case NDJSON:
		return "application/x-ndjson"
	case CSV:
		return "text/csv; charset=utf-8"
	case FHIR:
		return "application/fhir+json"
	case FHIRNDJSON:
		return "application/fhir+ndjson"
	default:
		return "application/json"
	}
}

// Omitted counts what an export for the public does not include.
type Omitted struct {
	// Articles are unpublished articles, and Providers retired providers.
	Articles, Providers int
}

// The trailers of an export over HTTP that tell Omitted.
const (
	OmittedArticles  = "Findcare-Omitted-Articles"
	OmittedProviders = "Findcare-Omitted-Providers"
)

// formatWriter writes a directory in one format.
type formatWriter interface {
	// kinds returns the kinds that the format needs to see, in the order of models.Kinds.
	kinds() []models.Kind
	// encode returns the element of a document, false if the format has none for it. Documents come by kind, and within
	// a kind in no order.
	encode(document models.Document) (element []byte, ok bool, err error)
	// begin is called before the elements of a kind, which come in the order of their slugs, and end after all kinds.
	begin(kind models.Kind) error
	write(element []byte) error
	end() error
}

// sortMemory is how many bytes of elements an export keeps in memory.
const sortMemory = 32 << 20

// Export writes a directory, ordered by kind and slug, so that the same directory always gives the same bytes. Memory
// does not grow with the directory. It returns the number of documents that were omitted because the public does not
// see them.
func Export(ctx context.Context, to io.Writer, from Source, options Options) (omitted Omitted, err error) {
	w := bufio.NewWriterSize(to, 1<<16)
	slugs := make(portable)
	writer, err := newWriter(w, options, slugs)
	if err != nil {
		return omitted, err
	}
	e := &exporting{
		from: from, options: options, formatWriter: writer, employers: employers{from, slugs, make(map[string]bool)},
	}
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

func newWriter(w *bufio.Writer, options Options, slugs portable) (formatWriter, error) {
	switch options.Format {
	case CSV:
		return newCSVWriter(w, slugs), nil
	case FHIR:
		return newBundleWriter(w, options.BaseURL), nil
	case FHIRNDJSON:
		return newFHIRWriter(w), nil
	}
	of := directoryWriter{portable: slugs}
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
	from      Source
	options   Options
	omitted   Omitted
	employers employers
}

func (e *exporting) export(ctx context.Context, kind models.Kind) (err error) {
	elements := &externalSort{memory: sortMemory}
	defer func() { err = errors.Join(err, elements.close()) }()
	err = e.from.EachShown(ctx, kind, func(document models.Document) error {
		if !e.exported(document) {
			return nil
		}
		if provider, ok := document.(*models.Provider); ok {
			if err := e.employers.keep(ctx, provider, e.options); err != nil {
				return err
			}
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

// exported reports whether a document is included.
func (e *exporting) exported(document models.Document) bool {
	switch document := document.(type) {
	case *models.Article:
		if !document.Published() && !e.options.Unpublished {
			e.omitted.Articles++
			return false
		}
	case *models.Provider:
		// SECURITY: other formats cannot mark a provider as retired, so their readers would show it.
		if !e.options.shows(document) {
			e.omitted.Providers++
			return false
		}
	}
	return true
}

// shows reports whether a provider is included.
func (o Options) shows(provider *models.Provider) bool {
	return !provider.Retired() || o.Unpublished && o.Format.tellsStatus()
}

// tellsStatus reports whether the format marks retired providers.
func (f Format) tellsStatus() bool { return f == JSON || f == NDJSON }
