package registry

import (
	"slices"
	"strings"

	"findcare/internal/registry/casing"
	"findcare/internal/tables"
	"findcare/models"
)

// address is a location as a file has it, with the names of its columns.
type address struct {
	street1, street2, city, state, zip, zip4 string
	phones                                   []phoneEntry
	columns                                  struct{ city, state, zip string }
}

// location returns the location of an address, false if it has no city or no state.
func (e *Entry) location(a *address) (models.Location, bool) {
	code, known := models.StateCode(a.state)
	name, _ := models.StateName(code)
	switch {
	case a.city == "":
		e.ignore(a.columns.city, "", "the city is missing, so the location is ignored")
		return models.Location{}, false
	case !known:
		e.ignore(a.columns.state, a.state, "not a state of the United States, so the location is ignored")
		return models.Location{}, false
	}
	l := models.Location{
		Street:    models.OptionalString(street(a.street1, a.street2)),
		City:      casing.City(a.city),
		State:     name,
		StateCode: code,
	}
	if a.zip != "" {
		l.PostalCode = models.OptionalString(e.zip(a, l.City, code))
	}
	if number, ok := preferredPhone(a.phones); ok {
		l.Phone = models.OptionalString(number.number)
	}
	return l, true
}

// zip returns the ZIP code of an address, "" if it is none. One that does not fit the state or the city stays, since
// nobody can tell which of them is wrong.
func (e *Entry) zip(a *address, city, state string) string {
	zip, ok := tables.PostalCode(a.zip, state)
	if !ok {
		e.ignore(a.columns.zip, a.zip, "not a ZIP code")
		return ""
	}
	switch states := tables.ZIPStates(zip); {
	case len(states) == 0:
		e.ignore(a.columns.zip, a.zip, "no place has this ZIP code")
		return ""
	case !slices.Contains(states, state):
		e.doubt(a.columns.zip, a.zip+", "+state, "the ZIP code is one of another state")
	case !fitsZIP(city, state, zip):
		e.doubt(a.columns.city, city+", "+state+" "+zip, "the city is far from the area of the ZIP code")
	}
	if len(tables.Digits(a.zip)) < len(tables.Digits(zip)) {
		e.note(ShortZIP)
	}
	if len(zip) == tables.ShortZIP {
		zip = withRoute(zip, a.zip4)
	}
	return zip
}

// withRoute appends the four digits that some files have in a separate column.
func withRoute(zip, route string) string {
	const digits = 4
	if route == "" || len(route) > digits || tables.Digits(route) != route {
		return zip
	}
	return zip + "-" + strings.Repeat("0", digits-len(route)) + route
}

// street joins the lines of an address, except those that name a recipient.
func street(lines ...string) string {
	var kept []string
	for _, line := range lines {
		upper := strings.ToUpper(line)
		if line == "" || strings.HasPrefix(upper, "ATTN") || strings.HasPrefix(upper, "ATTENTION") ||
			strings.HasPrefix(upper, "C/O") || strings.HasPrefix(upper, "%") {
			continue
		}
		kept = append(kept, casing.Street(line))
	}
	return strings.Join(kept, ", ")
}
