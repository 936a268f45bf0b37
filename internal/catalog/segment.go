package catalog

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
	"time"

	"findcare/models"
)

// segment is an index of some providers that never changes. Their ordinals are in the order of their names, so that
// the first matches by name are the first bits of a set.
type segment struct {
	providers []provider
	full      bitset // all of them

	byID, bySlug, byNPI map[string]uint32
	byFormerSlug        map[string]uint32

	fields [fields]fieldIndex
	// What provider i has is in its row of the grid, and beyond the grid's columns in rest[offsets[i]:offsets[i+1]].
	grid    grid
	offsets []uint32
	rest    []tagged
	// commonCost is that of counting all columns by postings.
	commonCost int
	// doubles has, for each field, whoever has a value in more than one spelling, once for each spelling too many.
	doubles [fields][]double

	// since is the year of the first practice, unknownSince where nobody said; fee the lowest one in whole US dollars,
	// unknownFee where there is none; confirmed the date in days, 0 where there is none; updated a time in
	// milliseconds.
	since     []int16
	fee       []int32
	confirmed []int32
	updated   []int64
	// bySince and byUpdated are the ordinals in the orders EXPERIENCE and RECENTLY_UPDATED.
	bySince, byUpdated []uint32

	places   placeIndex
	text     textIndex
	licences *licenceIndex
}

const (
	unknownSince = math.MaxInt16
	unknownFee   = math.MaxInt32
)

// tagged is a value's code with its field in the highest byte.
type tagged uint32

const codeBits = 24

func tag(f field, code uint32) tagged { return tagged(f)<<codeBits | tagged(code) }

func (t tagged) field() field { return field(t >> codeBits) }

func (t tagged) code() uint32 { return uint32(t) & (1<<codeBits - 1) }

func (s *segment) restOf(i uint32) []tagged { return s.rest[s.offsets[i]:s.offsets[i+1]] }

// eachValue calls yield with all values of a provider.
func (s *segment) eachValue(i uint32, yield func(tagged)) {
	for at, word := range s.grid.row(i) {
		for ; word != 0; word &= word - 1 {
			yield(s.grid.columns[at*64+bits.TrailingZeros64(word)])
		}
	}
	for _, v := range s.restOf(i) {
		yield(v)
	}
}

// double is a provider that has a value in two spellings; the code is that of the first one that anybody had.
type double struct{ ordinal, code uint32 }

// fieldIndex has the providers of every value of one field.
type fieldIndex struct {
	postings map[uint32]postings // by code
	common   []fieldEntry        // those of the grid's columns, from firstColumn on
	rest     []fieldEntry        // the others
	// What counting by postings costs, in the unit of countCost.
	commonCost, restCost int
	firstColumn          int
}

type fieldEntry struct {
	code uint32
	postings
}

// index makes the postings of all fields and the grid, from rest, which has all values so far.
func (s *segment) index() {
	var counts [fields]map[uint32]int
	for f := range counts {
		counts[f] = make(map[uint32]int)
	}
	for _, v := range s.rest {
		counts[v.field()][v.code()]++
	}
	var lists [fields]map[uint32][]uint32
	for f := range lists {
		lists[f] = make(map[uint32][]uint32, len(counts[f]))
		for code, count := range counts[f] {
			lists[f][code] = make([]uint32, 0, count)
		}
	}
	for i := range s.providers {
		for _, v := range s.restOf(uint32(i)) {
			lists[v.field()][v.code()] = append(lists[v.field()][v.code()], uint32(i))
		}
	}
	for f := range s.fields {
		index := &s.fields[f]
		index.postings = make(map[uint32]postings, len(lists[f]))
		for code, list := range lists[f] {
			index.postings[code] = newPostings(list, len(s.providers))
		}
	}
	s.arrange()
}

// countCost is what countIn costs, in the unit of one list member, or of one word: counting either waits for memory.
func (p postings) countCost(providers int) int {
	if p.words != nil {
		return (providers + 63) / 64
	}
	return len(p.list)
}

// buildSegment indexes providers, which must have been prepared with the same extender.
func buildSegment(providers []provider, e *extender) *segment {
	slices.SortFunc(
		providers,
		func(a, b provider) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.ID, b.ID)) },
	)
	n := len(providers)
	s := &segment{
		providers: providers, full: fullBitset(n),
		byID: make(
			map[string]uint32,
			n,
		), bySlug: make(map[string]uint32, n), byNPI: make(map[string]uint32), byFormerSlug: make(map[string]uint32),
		since: make([]int16, n), fee: make([]int32, n), confirmed: make([]int32, n), updated: make([]int64, n),
	}
	s.offsets = make([]uint32, 1, n+1)
	for i := range providers {
		p := &providers[i]
		s.byID[p.ID], s.bySlug[p.Slug] = uint32(i), uint32(i)
		for _, slug := range p.FormerSlugs {
			s.byFormerSlug[slug] = uint32(i)
		}
		if p.NPI != "" {
			s.byNPI[string(p.NPI)] = uint32(i)
		}
		s.addValues(p, e)
		s.rest = foresee(s.rest, i, n)
		s.since[i], s.fee[i], s.confirmed[i], s.updated[i] = unknownSince, unknownFee, daysOf(
			p.ConfirmedOn,
		), p.UpdatedAt.UnixMilli()
		if p.PracticingSince != nil {
			s.since[i] = int16(*p.PracticingSince)
		}
		if p.SessionFee != nil && p.SessionFee.Currency == "USD" {
			s.fee[i] = int32(p.SessionFee.Minimum)
		}
	}
	s.index()
	s.bySince = permutation(s.since, func(since int16) int64 { return int64(since) })
	s.byUpdated = permutation(s.updated, func(updated int64) int64 { return -updated })
	s.places = newPlaceIndex(providers)
	s.text = newTextIndex(providers)
	s.licences = newLicenceIndex(providers, e)
	return s
}

// permutation sorts ordinals by a key; equal ones stay in the order of their names.
func permutation[T any](values []T, key func(T) int64) []uint32 {
	order := make([]uint32, len(values))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortStableFunc(order, func(a, b uint32) int { return cmp.Compare(key(values[a]), key(values[b])) })
	return order
}

// daysOf returns a date as days since the beginning of year 1, 0 where there is none.
func daysOf(d models.Date) int32 {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return 0
	}
	return int32(t.Unix()/(24*60*60)) + 719_162
}

// addValues appends all values of the next provider to rest.
func (s *segment) addValues(p *provider, e *extender) {
	start := len(s.rest)
	add := func(f field, values ...string) {
		for _, value := range values {
			if v := tag(f, e.code(f, value)); !slices.Contains(s.rest[start:], v) {
				s.rest = append(s.rest, v)
			}
		}
	}
	add(fieldConditions, p.ConditionIDs...)
	add(fieldTreatments, p.TreatmentIDs...)
	add(fieldCredentials, p.CredentialIDs...)
	for i := range p.Locations {
		l := &p.Locations[i]
		add(fieldStates, l.StateCode)
		add(fieldCities, l.City+", "+l.State)
	}
	add(fieldLanguages, p.Languages...)
	add(fieldInsurances, p.Insurances...)
	for _, format := range p.SessionFormats {
		add(fieldSessionFormats, string(format))
	}
	for _, group := range p.AgeGroups {
		add(fieldAgeGroups, string(group))
	}
	add(fieldKinds, string(p.Type))
	if p.AcceptingNewClients != nil {
		add(fieldAcceptingNewClients, yesOrNo(*p.AcceptingNewClients))
	}
	s.addDoubles(uint32(len(s.offsets)-1), s.rest[start:], e)
	s.offsets = append(s.offsets, uint32(len(s.rest)))
}

// addDoubles looks for spellings of one value among the values of a provider.
func (s *segment) addDoubles(ordinal uint32, values []tagged, e *extender) {
	for i, v := range values {
		dictionary := e.dictionaries[v.field()]
		if len(dictionary.spellings) == 0 {
			continue
		}
		head := dictionary.head(v.code())
		if slices.ContainsFunc(
			values[:i],
			func(other tagged) bool { return other.field() == v.field() && dictionary.head(other.code()) == head },
		) {
			s.doubles[v.field()] = append(s.doubles[v.field()], double{ordinal, head})
		}
	}
}

func yesOrNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// share lets documents hold the dictionaries' copies of strings that many of them have.
func share(p *models.Provider, e *extender) {
	models.IdentifyMembers(p) // of a document that was never stored
	replace := func(f field, values []string) {
		for i := range values {
			values[i] = e.canonical(f, values[i])
		}
	}
	replace(fieldConditions, p.ConditionIDs)
	replace(fieldTreatments, p.TreatmentIDs)
	replace(fieldCredentials, p.CredentialIDs)
	replace(fieldLanguages, p.Languages)
	replace(fieldInsurances, p.Insurances)
	for i := range p.Licenses {
		l := &p.Licenses[i]
		l.CredentialID, l.State = e.canonical(fieldCredentials, l.CredentialID), e.canonical(fieldLicensedIn, l.State)
	}
	for i := range p.Locations {
		l := &p.Locations[i]
		l.StateCode = e.canonical(fieldStates, l.StateCode)
		if name, ok := models.StateName(l.StateCode); ok && name == l.State {
			l.State = name
		}
	}
}
