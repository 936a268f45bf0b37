package importing

import (
	"context"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"findcare/models"
)

// faultsOf are the rules that a document breaks. What was there before, and no file says anything of, is in nobody's way.
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
func (i *importing) complete(ctx context.Context, r *record) (err error) {
	if r.row == nil || i.file.Replace {
		return nil
	}
	name := r.names()
	id := name.ID
	if id == "" {
		id = i.index.ids[r.kind][name.Slug]
	}
	if known, exists := i.index.stored[id]; !exists || known.deleted {
		return nil
	}
	if r.before, err = i.store.Find(ctx, r.kind, id); err != nil {
		return err
	}
	if provider, ok := r.before.(*models.Provider); ok {
		r.raw, err = r.row.over(provider)
	}
	return err
}

// over makes a document in the directory format of a provider as it is, nil for none: a cell takes the place of what is there, an
// empty one empties, and what the table has no column for stays.
func (r row) over(provider *models.Provider) (jsontext.Value, error) {
	whole, err := membersOf(provider)
	if err != nil {
		return nil, err
	}
	fee, err := members(whole["sessionFee"])
	if err != nil {
		return nil, err
	}
	main, others, err := mainAndOthers(whole["locations"])
	if err != nil {
		return nil, err
	}
	for _, cell := range r {
		if provider != nil && cell.text == strings.TrimSpace(cell.column.cell(provider)) {
			continue // a cell does not have all of some values: the kinds of line breaks, say
		}
		in, name := whole, cell.column.name
		if short, ok := strings.CutPrefix(name, inLocation); ok {
			in, name = main, short
		} else if short, ok := strings.CutPrefix(name, inFee); ok {
			in, name = fee, short
		}
		if name == "stateCode" {
			delete(main, "state") // its name follows from it
		}
		switch {
		case name == moreLocations:
			others = cell.value()
		case cell.text == "":
			delete(in, name)
		default:
			in[name] = cell.value()
		}
	}
	delete(whole, "sessionFee")
	if len(fee) > 0 {
		whole["sessionFee"] = fee
	}
	delete(whole, "locations")
	mendPostalCode(main)
	if locations := allLocations(main, others); locations != nil {
		whole["locations"] = locations
	}
	return json.Marshal(whole)
}

// value is what the cell stands for, nil for an empty one.
func (c cell) value() any {
	if c.text == "" {
		return nil
	}
	return c.column.value(c.text)
}

// membersOf are those of a document in the directory format.
func membersOf(document models.Document) (map[string]any, error) {
	if document == (*models.Provider)(nil) {
		return make(map[string]any), nil
	}
	content, err := json.Marshal(document)
	if err != nil {
		return nil, err
	}
	return members(jsontext.Value(content))
}

// members are those of an object in JSON; none of nil.
func members(of any) (map[string]any, error) {
	values := make(map[string]jsontext.Value)
	if content, ok := of.(jsontext.Value); ok {
		if err := json.Unmarshal(content, &values); err != nil {
			return nil, err
		}
	}
	found := make(map[string]any, len(values))
	for name, value := range values {
		found[name] = value
	}
	return found, nil
}

// mainAndOthers takes a list of locations apart.
func mainAndOthers(locations any) (main map[string]any, others any, err error) {
	var list []jsontext.Value
	if content, ok := locations.(jsontext.Value); ok {
		if err := json.Unmarshal(content, &list); err != nil {
			return nil, nil, err
		}
	}
	if len(list) == 0 {
		return make(map[string]any), nil, nil
	}
	main, err = members(list[0])
	if err != nil || len(list) == 1 {
		return main, nil, err
	}
	content, err := json.Marshal(list[1:])
	return main, jsontext.Value(content), err
}

// allLocations puts the main location before the others. What is no list stays what it is, so that the fault is told with its place.
func allLocations(main map[string]any, more any) any {
	var others []jsontext.Value
	if text, ok := more.(jsontext.Value); ok && json.Unmarshal(text, &others) != nil || !ok && more != nil {
		return more
	}
	if len(main) == 0 && len(others) == 0 {
		return nil
	}
	locations := []any{main}
	for _, other := range others {
		locations = append(locations, other)
	}
	return locations
}
