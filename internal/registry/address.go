package registry

import (
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
		zip, ok := tables.PostalCode(a.zip, code)
		if !ok {
			e.ignore(a.columns.zip, a.zip, "not a ZIP code")
		} else if len(zip) == tables.ShortZIP {
			zip = withRoute(zip, a.zip4)
		}
		l.PostalCode = models.OptionalString(zip)
	}
	if number, ok := preferredPhone(a.phones); ok {
		l.Phone = models.OptionalString(number.number)
	}
	return l, true
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
