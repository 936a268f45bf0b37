package importing

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"findcare/internal/dirformat"
	"findcare/models"
)

// faultsOf returns the rules that a document breaks. Faults that the stored document has already, in fields that the
// file does not mention, do not block the import.
func (i *importing) faultsOf(document, before models.Document, today models.Date) []models.Fault {
	faults := i.index.faultsOf(document, today)
	if len(faults) == 0 || before == nil {
		return faults
	}
	known := i.index.faultsOf(before, today)
	return slices.DeleteFunc(faults, func(fault models.Fault) bool {
		return slices.ContainsFunc(known, func(other models.Fault) bool { return other.Error() == fault.Error() })
	})
}

// A server that imports a file goes on serving, so what it holds of the file in memory is bounded.
const (
	maxDocuments = 300_000
	maxTerms     = 20_000 // those that are not providers, which are held as a whole
)

// tooMany returns an error if a server would have to hold too much of the file.
func (i *importing) tooMany() error {
	const rule = "%s: the file has more than %d %s, which a server does not take; import it into the database"
	switch {
	case i.Editor == nil:
		return nil
	case i.total > maxDocuments:
		return fmt.Errorf(rule, i.file.Name, maxDocuments, "documents")
	case i.terms > maxTerms:
		return fmt.Errorf(rule, i.file.Name, maxTerms, "documents that are not providers")
	}
	return nil
}

// notAllowed returns what whoever imports may not bring in.
func (i *importing) notAllowed(ctx context.Context, document models.Document) ([]models.Fault, error) {
	if i.Editor == nil || document.Kind() != models.KindArticle {
		return nil, nil
	}
	before, _, err := i.store.Find(ctx, models.KindArticle, document.Head().ID)
	if err != nil {
		return nil, err
	}
	if before != nil && before.Head().DeletedAt != nil {
		before = nil
	}
	return i.Editor.NotAllowed(ctx, before, document), nil
}

// complete merges a row of a table into the stored provider that it is about.
func (i *importing) complete(ctx context.Context, r *dirformat.Record) error {
	if !r.IsRow() || i.file.Replace {
		return nil
	}
	name := r.Names()
	id := name.ID
	if id == "" {
		id = i.index.ids[r.Kind][name.Slug]
	}
	if known, exists := i.index.stored[id]; !exists || known.deleted {
		return nil
	}
	before, _, err := i.store.Find(ctx, r.Kind, id)
	if err != nil {
		return err
	}
	if provider, ok := before.(*models.Provider); ok {
		return r.ChangeFrom(provider)
	}
	return nil
}

// warnEmptied reports, in a dry run, which fields of a document an import would empty.
func (b *batch) warnEmptied(ctx context.Context, after models.Document) error {
	if !b.DryRun || b.Note == nil {
		return nil
	}
	before, found, err := b.store.Find(ctx, b.kind, after.Head().ID)
	if !found {
		return err
	}
	names, err := dirformat.Emptied(before, after)
	if err == nil && len(names) > 0 {
		b.Note(models.ImportNote{
			Kind: models.NoteEmptied, DocumentID: &before.Head().ID, Fields: names,
			Text: fmt.Sprintf("%s %s: would be emptied: %s", b.kind, before.Head().Slug, strings.Join(names, ", ")),
		})
	}
	return err
}
