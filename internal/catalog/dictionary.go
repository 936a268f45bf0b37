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
	// Of values in the words of whoever entered them, those with one key are spellings of one value: heads has the
	// first of them by their key, and spellings all of them by the first, where there are several.
	heads     map[string]uint32
	spellings map[uint32][]uint32
}

// spelled reports whether the values of a field may be spelled in several ways.
func spelled(f field) bool { return f == fieldCities || f == fieldLanguages || f == fieldInsurances }

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

// spellingsOf are the codes of all spellings of a value, which is folded.
func (d *dictionary) spellingsOf(key string) []uint32 {
	head, known := d.heads[key]
	switch {
	case !known:
		return nil
	case d.spellings[head] != nil:
		return d.spellings[head]
	}
	return []uint32{head}
}

// head is the code of the first spelling of a value that is given by one of them.
func (d *dictionary) head(code uint32) uint32 { return d.heads[d.keys[code]] }

// clone copies a dictionary.
func (d *dictionary) clone() *dictionary {
	next := &dictionary{
		slices.Clone(d.values),
		slices.Clone(d.keys),
		maps.Clone(d.codes),
		maps.Clone(d.heads),
		maps.Clone(d.spellings),
	}
	if next.codes == nil {
		next.codes, next.heads, next.spellings = make(
			map[string]uint32,
		), make(
			map[string]uint32,
		), make(
			map[uint32][]uint32,
		)
	}
	return next
}

// add gives a value the next number.
func (d *dictionary) add(f field, value string) uint32 {
	code, key := uint32(len(d.values)), models.Fold(value)
	d.values, d.keys = append(d.values, value), append(d.keys, key)
	d.codes[value] = code
	if !spelled(f) {
		return code
	}
	if head, known := d.heads[key]; known {
		d.spellings[head] = append(slices.Clip(d.spellingsOf(key)), code)
	} else {
		d.heads[key] = code
	}
	return code
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
		e.dictionaries[f] = e.dictionaries[f].clone()
	}
	return e.dictionaries[f].add(f, value)
}

// canonical returns the dictionary's own copy of a value, so that a million documents share one string.
func (e *extender) canonical(f field, value string) string {
	return e.dictionaries[f].values[e.code(f, value)]
}
