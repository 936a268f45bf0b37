package catalog

import (
	"maps"
	"slices"

	"findcare/models"
)

// field is a field of providers by which they are filtered and counted.
type field uint8

const (
	fieldConditions field = iota
	fieldTreatments
	fieldCredentials
	fieldStates
	fieldCities
	fieldLanguages
	fieldInsurances
	fieldSessionFormats
	fieldAgeGroups
	fieldKinds
	fieldLicensedIn // has no postings: whether a licence holds depends on the day
	fieldAcceptingNewClients
	fields // how many there are
)

// dictionary numbers the values of one field. A number once given stays, through all later snapshots, so that what
// is kept for a provider never has to be written anew. A dictionary never changes; extend makes the next one.
type dictionary struct {
	values []string
	keys   []string // the values folded, for sorting
	codes  map[string]uint32
}

// dictionaries are those of all fields.
type dictionaries [fields]*dictionary

var emptyDictionary = &dictionary{}

func newDictionaries() (d dictionaries) {
	for f := range d {
		d[f] = emptyDictionary
	}
	return d
}

func (d *dictionary) find(value string) (code uint32, known bool) {
	code, known = d.codes[value]
	return code, known
}

// extender adds values to dictionaries, and copies each at most once.
type extender struct {
	dictionaries
	own [fields]bool
}

func (e *extender) code(f field, value string) uint32 {
	if code, known := e.dictionaries[f].codes[value]; known {
		return code
	}
	if !e.own[f] {
		e.own[f] = true
		old := e.dictionaries[f]
		e.dictionaries[f] = &dictionary{slices.Clone(old.values), slices.Clone(old.keys), maps.Clone(old.codes)}
		if e.dictionaries[f].codes == nil {
			e.dictionaries[f].codes = make(map[string]uint32)
		}
	}
	d := e.dictionaries[f]
	code := uint32(len(d.values))
	d.values, d.keys = append(d.values, value), append(d.keys, models.Fold(value))
	d.codes[value] = code
	return code
}

// canonical returns the dictionary's own copy of a value, so that a million documents share one string.
func (e *extender) canonical(f field, value string) string {
	return e.dictionaries[f].values[e.code(f, value)]
}
