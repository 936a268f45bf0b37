package importing

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"findcare/models"
)

// tellEmptied tells, in a dry run, which fields of a document an import would leave empty.
func (b *batch) tellEmptied(ctx context.Context, after models.Document) error {
	if !b.dry || b.file.Remark == nil {
		return nil
	}
	before, err := b.store.Find(ctx, b.kind, after.Head().ID)
	if before == nil || err != nil {
		return err
	}
	names, err := emptied(before, after)
	if err == nil && len(names) > 0 {
		b.file.Remark(fmt.Sprintf("%s %s: would be emptied: %s", b.kind, before.Head().Slug, strings.Join(names, ", ")))
	}
	return err
}

// emptied are the fields that a document has before a change and not after it: of a provider by the columns of the CSV form, of others
// as the directory format calls them.
func emptied(before, after models.Document) (names []string, err error) {
	one, ok := before.(*models.Provider)
	other, _ := after.(*models.Provider)
	if ok && other != nil {
		if one.Retired() && !other.Retired() {
			names = append(names, "status")
		}
		for _, column := range csvColumns() {
			if column.name != "location.id" && column.cell(one) != "" && column.cell(other) == "" { // an id says nothing, and is given anew
				names = append(names, column.name)
			}
		}
		return names, nil
	}
	had, err := membersOf(before)
	if err != nil {
		return nil, err
	}
	has, err := membersOf(after)
	for name := range had {
		if _, stays := has[name]; !stays {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names, err
}
