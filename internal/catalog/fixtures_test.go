package catalog

import (
	"cmp"
	_ "embed"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"findcare/models"
)

// documents is a small directory. Juniper holds one credential and a license in it, Wren has two, Acorn House none.
//
//go:embed testdata/documents.ndjson
var documents string

// read makes documents of lines in the directory format, as an import into an empty store would.
func read(t testing.TB, lines string) *models.Directory {
	t.Helper()
	directory := new(models.Directory)
	for line := range strings.Lines(strings.TrimSpace(lines)) {
		var header struct{ Type models.Kind }
		if err := json.Unmarshal([]byte(line), &header); err != nil {
			t.Fatal(err)
		}
		document := header.Type.New()
		if err := json.Unmarshal([]byte(line), document); err != nil {
			t.Fatal(err)
		}
		head := document.Head()
		head.ID, head.Revision, head.UpdatedAt = models.IDOfSlug(header.Type, head.Slug), 1, time.Unix(0, 0)
		document.References(func(_ string, kind models.Kind, reference *string) {
			*reference = models.IDOfSlug(kind, *reference)
		})
		directory.Add(document)
	}
	return directory
}

// options are such that who was confirmed on 2026-10-19 counts as confirmed for the last day.
var options = Options{
	SiteURL: "https://example.org", Today: func() models.Date { return "2026-11-24" }, ConfirmationDays: 36,
}

// slugs names the documents of a list in their order.
func slugs[T interface{ Head() *models.Header }](list []T) string {
	names := make([]string, len(list))
	for i, e := range list {
		names[i] = e.Head().Slug
	}
	return strings.Join(names, " ")
}

// page names the documents of a page.
func page[T interface{ Head() *models.Header }](c interface{ Nodes() []T }, err error) string {
	if err != nil {
		return err.Error()
	}
	return slugs(c.Nodes())
}

func all[T interface{ Head() *models.Header }](list []T, err error) string {
	if err != nil {
		return err.Error()
	}
	return slugs(list)
}

// everything lists the documents of a directory, always in the same order.
func everything(d *models.Directory) []models.Document {
	var list []models.Document
	list = appendDocuments(list, d.Credentials)
	list = appendDocuments(list, d.Conditions)
	list = appendDocuments(list, d.Treatments)
	list = appendDocuments(list, d.Insurers)
	list = appendDocuments(list, d.Providers)
	list = appendDocuments(list, d.Articles)
	slices.SortFunc(list, func(a, b models.Document) int { return cmp.Compare(a.Head().ID, b.Head().ID) })
	return list
}

func appendDocuments[D models.Document](list []models.Document, documents []D) []models.Document {
	for _, d := range documents {
		list = append(list, d)
	}
	return list
}

func ptr[T any](value T) *T { return &value }
