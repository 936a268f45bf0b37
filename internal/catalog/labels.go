package catalog

import (
	"findcare/internal/search"
	"findcare/models"
)

// truths are how people read yes and no.
var truths = map[search.Field]struct{ yes, no string }{
	search.FieldAcceptingNewClients: {"Accepting new clients", "Not accepting new clients"},
	search.FieldFreeConsultation:    {"Free first conversation", "No free first conversation"},
	search.FieldPrescribes:          {"Prescribes medication", "Does not prescribe medication"},
	search.FieldHasOpenings:         {"Had openings", "Had no openings"},
}

// labelOf returns how people read a value of a field.
func labelOf(f search.Field, value string) string {
	if truth, is := truths[f]; is {
		if value == search.Truth(true) {
			return truth.yes
		}
		return truth.no
	}
	if f == search.FieldStates {
		if name, known := models.StateName(value); known {
			return name
		}
	}
	return models.Label(value)
}
