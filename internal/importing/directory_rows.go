package importing

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"findcare/internal/dirformat"
	"findcare/models"
)

// faultsOf are the rules that a document breaks. What was there before, and no file says anything of, is in nobody's
// way.
func (i *importing) faultsOf(document, before models.Document, today models.Date) []models.Fault {
	faults := document.Validate(today, &i.index)
	if len(faults) == 0 || before == nil {
		return faults
	}
	there := before.Validate(today, &i.index)
	return slices.DeleteFunc(faults, func(fault models.Fault) bool {
		return slices.ContainsFunc(there, func(other models.Fault) bool { return other.Error() == fault.Error() })
	})
}

// complete makes of a row of a table, and of the provider that it is of as it is stored, what the provider is to be.
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
	before, err := i.store.Find(ctx, r.Kind, id)
	if err != nil {
		return err
	}
	if provider, ok := before.(*models.Provider); ok {
		return r.ChangeFrom(provider)
	}
	return nil
}

// tellEmptied tells, in a dry run, which fields of a document an import would leave empty.
func (b *batch) tellEmptied(ctx context.Context, after models.Document) error {
	if !b.dry || b.file.Remark == nil {
		return nil
	}
	before, err := b.store.Find(ctx, b.kind, after.Head().ID)
	if before == nil || err != nil {
		return err
	}
	names, err := dirformat.Emptied(before, after)
	if err == nil && len(names) > 0 {
		b.file.Remark(fmt.Sprintf("%s %s: would be emptied: %s", b.kind, before.Head().Slug, strings.Join(names, ", ")))
	}
	return err
}
