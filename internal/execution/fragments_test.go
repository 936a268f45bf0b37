package execution_test

import (
	"context"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"findcare/demo"
	"findcare/internal/catalog"
	"findcare/internal/clock/clocktest"
	"findcare/models"
)

// Responses are those of the current directory after any changes, whatever fragments are kept of earlier ones.
func TestFragments(t *testing.T) {
	const providers = 40
	rapid.Check(t, func(t *rapid.T) {
		documents, err := demo.Documents(providers, clocktest.Now())
		if err != nil {
			t.Fatal(err)
		}
		today := models.DateOf(clocktest.Now())
		var directory catalog.Catalog
		directory.Publish(catalog.Build(documents, catalog.Options{Today: func() models.Date { return today }}))
		x := newTestExecutor()
		for range 5 {
			for _, o := range []struct {
				name      string
				variables map[string]any
			}{
				{"profile", map[string]any{"slug": documents.Providers[choice(t, providers)].Slug}},
				{"care-page", map[string]any{"slug": documents.Articles[choice(t, len(documents.Articles))].Slug}},
				{"find-care", nil},
			} {
				operation := operationIn(t, x, "../../testdata/"+o.name+".graphql", o.variables)
				agree(context.Background(), t, x, operation, directory.Current())
			}
			for i := range choice(t, 3) {
				change(t, &directory, documents, fmt.Sprint("changed ", i))
			}
		}
		if x.Fragments() == 0 {
			t.Fatal("no fragments are kept")
		}
	})
}

// change changes one of the documents that pages show, or removes a provider.
func change(t *rapid.T, directory *catalog.Catalog, documents *models.Directory, text string) {
	switch choice(t, 5) {
	case 0:
		provider := *documents.Providers[choice(t, len(documents.Providers))]
		provider.Name, provider.Statement = text, models.OptionalString(text)
		write(directory, &provider)
	case 1:
		removed := documents.Providers[choice(t, len(documents.Providers))]
		revision := directory.Current().Revision(removed.ID) + 1
		directory.Apply(catalog.Changes{Removed: []catalog.Removal{{ID: removed.ID, Revision: revision}}})
	case 2:
		condition := *documents.Conditions[choice(t, len(documents.Conditions))]
		condition.Name = text
		write(directory, &condition)
	case 3:
		treatment := *documents.Treatments[choice(t, len(documents.Treatments))]
		treatment.Name = text
		write(directory, &treatment)
	default:
		article := *documents.Articles[choice(t, len(documents.Articles))]
		article.Title = text
		write(directory, &article)
	}
}

// write applies a document as its next revision.
func write(directory *catalog.Catalog, document models.Document) {
	document.Head().Revision = directory.Current().Revision(document.Head().ID) + 1
	directory.Apply(catalog.Changes{Written: []models.Document{document}})
}
