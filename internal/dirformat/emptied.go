package dirformat

import (
	"slices"

	"findcare/models"
)

// Emptied returns the fields that a document has before a change and not after it: of a provider by the columns of the
// CSV form, of others by the members of the directory format.
func Emptied(before, after models.Document) (names []string, err error) {
	one, ok := before.(*models.Provider)
	other, _ := after.(*models.Provider)
	if ok && other != nil {
		if one.Retired() && !other.Retired() {
			names = append(names, "status")
		}
		for _, column := range Columns() {
			// ids carry no information and are assigned anew
			if column.Name != "location.id" && column.Cell(one) != "" && column.Cell(other) == "" {
				names = append(names, column.Name)
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
