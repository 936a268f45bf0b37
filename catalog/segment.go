package catalog

import (
	"cmp"
	"math"
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

	fields [fields]fieldIndex

	// since is the year of the first practice, unknownSince where nobody said; fee the lowest one in whole US dollars,
	// unknownFee where there is none; confirmed the date in days, 0 where there is none; updated a time in milliseconds.
	since     []int16
	fee       []int32
	confirmed []int32
	updated   []int64
	// bySince and byUpdated are the ordinals in the orders EXPERIENCE and RECENTLY_UPDATED.
	bySince, byUpdated []uint32

	places placeIndex
	text   textIndex
}

const (
	unknownSince = math.MaxInt16
	unknownFee   = math.MaxInt32
)

// fieldIndex holds one field both ways: the values of every provider, and the providers of every value.
type fieldIndex struct {
	// The values of provider i are values[offsets[i]:offsets[i+1]], in no order, each once.
	offsets []uint32
	values  []uint32
	// postings has the providers of every value, by its code.
	postings map[uint32]postings
	codes    []uint32 // of postings, ascending
	cost     int      // of counting by postings, in the unit of costs
}

func (f *fieldIndex) of(i uint32) []uint32 { return f.values[f.offsets[i]:f.offsets[i+1]] }

func (f *fieldIndex) index(size int) {
	counts := make(map[uint32]uint32)
	for _, code := range f.values {
		counts[code]++
	}
	all := make([]uint32, len(f.values))
	f.codes = make([]uint32, 0, len(counts))
	for code := range counts {
		f.codes = append(f.codes, code)
	}
	slices.Sort(f.codes)
	lists := make(map[uint32][]uint32, len(counts))
	used := uint32(0)
	for _, code := range f.codes {
		lists[code] = all[used : used : used+counts[code]]
		used += counts[code]
	}
	for i := range size {
		for _, code := range f.of(uint32(i)) {
			lists[code] = append(lists[code], uint32(i))
		}
	}
	f.postings = make(map[uint32]postings, len(lists))
	for _, code := range f.codes {
		list := lists[code]
		p := newPostings(list, size)
		if p.list != nil {
			p.list = slices.Clone(list) // the lists of frequent values need not be kept for it
		}
		f.postings[code] = p
		f.cost += p.countCost(size)
	}
}

// countCost is what countIn costs, in the unit of one list member: words go 64 providers at a time.
func (p postings) countCost(providers int) int {
	const wordsPerMember = 3
	if p.words != nil {
		return (providers + 63) / 64 / wordsPerMember
	}
	return len(p.list)
}

// buildSegment indexes providers, which must have been prepared with the same extender.
func buildSegment(providers []provider, e *extender) *segment {
	slices.SortFunc(providers, func(a, b provider) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.ID, b.ID)) })
	n := len(providers)
	s := &segment{
		providers: providers, full: fullBitset(n),
		byID: make(map[string]uint32, n), bySlug: make(map[string]uint32, n), byNPI: make(map[string]uint32),
		since: make([]int16, n), fee: make([]int32, n), confirmed: make([]int32, n), updated: make([]int64, n),
	}
	for f := range s.fields {
		s.fields[f].offsets = make([]uint32, 1, n+1)
	}
	for i := range providers {
		p := &providers[i]
		s.byID[p.ID], s.bySlug[p.Slug] = uint32(i), uint32(i)
		if p.NPI != "" {
			s.byNPI[string(p.NPI)] = uint32(i)
		}
		s.addValues(p, e)
		s.since[i], s.fee[i], s.confirmed[i], s.updated[i] = unknownSince, unknownFee, daysOf(p.ConfirmedOn), p.UpdatedAt.UnixMilli()
		if p.PracticingSince != nil {
			s.since[i] = int16(*p.PracticingSince)
		}
		if p.SessionFee != nil && p.SessionFee.Currency == "USD" {
			s.fee[i] = int32(p.SessionFee.Minimum)
		}
	}
	for f := range s.fields {
		s.fields[f].index(n)
	}
	s.bySince = permutation(s.since, func(since int16) int64 { return int64(since) })
	s.byUpdated = permutation(s.updated, func(updated int64) int64 { return -updated })
	s.places = newPlaceIndex(providers)
	s.text = newTextIndex(providers)
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

// addValues appends the values of the next provider to all fields.
func (s *segment) addValues(p *provider, e *extender) {
	add := func(f field, values ...string) {
		index := &s.fields[f]
		start := index.offsets[len(index.offsets)-1]
		for _, value := range values {
			if code := e.code(f, value); !slices.Contains(index.values[start:], code) {
				index.values = append(index.values, code)
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
	for i := range p.Licenses {
		add(fieldLicensedIn, p.Licenses[i].State)
	}
	if p.AcceptingNewClients != nil {
		add(fieldAcceptingNewClients, yesOrNo(*p.AcceptingNewClients))
	}
	for f := range s.fields {
		index := &s.fields[f]
		index.offsets = append(index.offsets, uint32(len(index.values)))
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
