package search

import (
	"maps"
	"slices"

	"findcare/models"
)

// Field is a field of providers by which they are filtered and counted.
type Field uint8

// The fields. Those through FieldSources have facets.
const (
	FieldConditions Field = iota
	FieldTreatments
	FieldCredentials
	FieldStates
	FieldCities
	FieldLanguages
	FieldInsurances // labels
	FieldInsurers   // ids of the coverage; a facet counts who takes an insurer, by label or coverage
	FieldSessionFormats
	FieldAgeGroups
	FieldOpenAt
	FieldAccessibility
	FieldLanguageServices
	FieldGenders
	FieldIdentities
	FieldFaiths
	FieldPopulations
	FieldAcceptingNewClients
	FieldFreeConsultation
	FieldPrescribes
	FieldHasOpenings
	FieldSlidingScale
	FieldSources
	FieldKinds
	FieldWorksFor
	FieldLicensedIn // has no postings: whether a license holds depends on the day
	fields          // the number of fields
)

// facetOf returns the facet that ignores a filter by a field: the field itself, or fields where it has no facet.
func facetOf(f Field) Field {
	if f > FieldSources {
		return fields
	}
	return f
}

// spelled reports whether the values of a field may be spelled in several ways.
func spelled(f Field) bool {
	switch f {
	case FieldCities, FieldLanguages, FieldInsurances, FieldIdentities, FieldFaiths:
		return true
	}
	return false
}

// term is a value of a field: its code, with the field in the highest byte.
type term uint32

const codeBits = 24

func termOf(f Field, code uint32) term { return term(f)<<codeBits | term(code) }

func (t term) field() Field { return Field(t >> codeBits) }

func (t term) code() uint32 { return uint32(t) & (1<<codeBits - 1) }

// dictionary numbers the values of one field. The code of a value stays through all later dictionaries, so that
// segments never have to be rewritten. A dictionary never changes; an encoder makes the next one.
type dictionary struct {
	values []string
	keys   []string // the values folded, for sorting
	codes  map[string]uint32
	// In a spelled field, values with one key are spellings of one value. The first of them is its head: heads has it
	// by the key, and spellings has all of them by the head, where there are several.
	heads     map[string]uint32
	spellings map[uint32][]uint32
}

// dictionaries are those of all fields.
type dictionaries [fields]*dictionary

func newDictionaries() (d dictionaries) {
	empty := &dictionary{}
	for f := range d {
		d[f] = empty
	}
	return d
}

// codes returns the codes of those values that some provider has.
func (d *dictionaries) codes(f Field, values []string) (codes []uint32) {
	for _, value := range values {
		if code, ok := d[f].find(value); ok {
			codes = append(codes, code)
		}
	}
	return codes
}

func (d *dictionary) find(value string) (code uint32, ok bool) {
	code, ok = d.codes[value]
	return code, ok
}

// spellingsOf returns the codes of all spellings of a value, which is folded.
func (d *dictionary) spellingsOf(key string) []uint32 {
	head, ok := d.heads[key]
	switch {
	case !ok:
		return nil
	case d.spellings[head] != nil:
		return d.spellings[head]
	}
	return []uint32{head}
}

// head returns the head of a value that is given by one of its spellings.
func (d *dictionary) head(code uint32) uint32 { return d.heads[d.keys[code]] }

func (d *dictionary) clone() *dictionary {
	next := &dictionary{
		values:    slices.Clone(d.values),
		keys:      slices.Clone(d.keys),
		codes:     maps.Clone(d.codes),
		heads:     maps.Clone(d.heads),
		spellings: maps.Clone(d.spellings),
	}
	if next.codes == nil {
		next.codes, next.heads = make(map[string]uint32), make(map[string]uint32)
		next.spellings = make(map[uint32][]uint32)
	}
	return next
}

// add gives a value the next code.
func (d *dictionary) add(f Field, value string) uint32 {
	code, key := uint32(len(d.values)), models.Fold(value)
	d.values, d.keys = append(d.values, value), append(d.keys, key)
	d.codes[value] = code
	if !spelled(f) {
		return code
	}
	if head, ok := d.heads[key]; ok {
		d.spellings[head] = append(slices.Clip(d.spellingsOf(key)), code)
	} else {
		d.heads[key] = code
	}
	return code
}

// encoder gives values their codes. It copies each dictionary at most once, when it first adds to it.
type encoder struct {
	dictionaries
	copied [fields]bool
	lists  *sharedLists // nil where there are too few documents
}

func (e *encoder) code(f Field, value string) uint32 {
	if code, ok := e.dictionaries[f].codes[value]; ok {
		return code
	}
	if !e.copied[f] {
		e.copied[f] = true
		e.dictionaries[f] = e.dictionaries[f].clone()
	}
	return e.dictionaries[f].add(f, value)
}

// canonical returns the dictionary's own copy of a value, so that a million documents share one string.
func (e *encoder) canonical(f Field, value string) string {
	return e.dictionaries[f].values[e.code(f, value)]
}
