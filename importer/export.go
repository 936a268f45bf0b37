package importer

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"findcare/models"
)

// ExportFormat is a way of writing a directory.
type ExportFormat string

// The export formats.
const (
	JSON   ExportFormat = "json"
	NDJSON ExportFormat = "ndjson"
)

// Export writes a directory in the directory format. The order is by kind, then slug, so the same directory always
// gives the same bytes. It turns the documents' references into slugs and so must be given documents of its own.
func Export(to io.Writer, directory *models.Directory, format ExportFormat) error {
	lists := byKind(directory)
	slugs := make(map[string]string, directory.Len())
	for _, kind := range models.Kinds {
		for _, document := range lists[kind] {
			slugs[document.Head().ID] = document.Head().Slug
		}
	}
	w := bufio.NewWriterSize(to, 1<<16)
	write := writeNDJSON
	if format == JSON {
		write = writeJSON
	}
	for _, kind := range models.Kinds {
		for _, document := range lists[kind] {
			portable(document, slugs)
		}
	}
	if err := write(w, lists); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return w.Flush()
}

func byKind(directory *models.Directory) map[models.Kind][]models.Document {
	lists := make(map[models.Kind][]models.Document)
	collect(lists, directory.Credentials)
	collect(lists, directory.Conditions)
	collect(lists, directory.Treatments)
	collect(lists, directory.Providers)
	collect(lists, directory.Articles)
	return lists
}

func collect[D models.Document](lists map[models.Kind][]models.Document, documents []D) {
	for _, document := range documents {
		lists[document.Kind()] = append(lists[document.Kind()], document)
	}
	for _, list := range lists {
		slices.SortFunc(list, func(a, b models.Document) int { return cmp.Compare(a.Head().Slug, b.Head().Slug) })
	}
}

// portable names what a document refers to by slugs, and leaves out an id that follows from the slug.
func portable(document models.Document, slugs map[string]string) {
	document.References(func(_ string, _ models.Kind, reference *string) {
		*reference = cmp.Or(slugs[*reference], *reference)
	})
	if head := document.Head(); head.ID == models.IDOfSlug(document.Kind(), head.Slug) {
		head.ID = ""
	}
}

func writeNDJSON(w *bufio.Writer, lists map[models.Kind][]models.Document) error {
	for _, kind := range models.Kinds {
		for _, document := range lists[kind] {
			content, err := json.Marshal(document)
			if err != nil {
				return err
			}
			fmt.Fprintf(w, `{"type":%q,`, kind)
			_, _ = w.Write(content[1:])
			if err := w.WriteByte('\n'); err != nil {
				return err
			}
		}
	}
	return nil
}

func writeJSON(w *bufio.Writer, lists map[models.Kind][]models.Document) error {
	encoder := jsontext.NewEncoder(w, jsontext.WithIndent("  "))
	if err := encoder.WriteToken(jsontext.BeginObject); err != nil {
		return err
	}
	for _, kind := range models.Kinds {
		if err := encoder.WriteToken(jsontext.String(kind.Plural())); err != nil {
			return err
		}
		if lists[kind] == nil {
			lists[kind] = []models.Document{}
		}
		if err := json.MarshalEncode(encoder, lists[kind]); err != nil {
			return err
		}
	}
	return encoder.WriteToken(jsontext.EndObject)
}
