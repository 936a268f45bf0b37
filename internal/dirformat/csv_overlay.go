package dirformat

import (
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"findcare/models"
)

// IsRow reports whether the record is a row of a table, which may lack columns for parts of a document.
func (r *Record) IsRow() bool { return r.row != nil }

// ChangeFrom merges the row into the stored provider that it is about.
func (r *Record) ChangeFrom(stored *models.Provider) (err error) {
	r.Before = stored
	r.raw, err = r.row.over(stored)
	return err
}

// over returns the document of a row in the directory format: the provider, nil for none, with each cell replacing its
// field. An empty cell empties the field, and fields without a column stay.
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
		if provider != nil && cell.text == strings.TrimSpace(cell.column.Cell(provider)) {
			continue // cells do not preserve everything, such as the kind of line breaks
		}
		in, name := whole, cell.column.Name
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
	restorePostalCode(main)
	if locations := allLocations(main, others); locations != nil {
		whole["locations"] = locations
	}
	return json.Marshal(whole, json.Deterministic(true))
}

// value returns the cell's value, nil for an empty cell.
func (c cell) value() any {
	if c.text == "" {
		return nil
	}
	return c.column.value(c.text)
}

// membersOf returns the members of a document in the directory format.
func membersOf(document models.Document) (map[string]any, error) {
	if document == (*models.Provider)(nil) {
		return make(map[string]any), nil
	}
	content, err := json.Marshal(document, json.Deterministic(true))
	if err != nil {
		return nil, err
	}
	return members(jsontext.Value(content))
}

// members returns the members of a JSON object, none of nil.
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

// mainAndOthers splits a list of locations.
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

// allLocations joins the main location and the others. A value that is not a list is kept, so that the fault is
// reported with its place.
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
