package search

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"findcare/models"
)

// provider is what a segment keeps of a provider.
type provider struct {
	*models.Provider
	key string // the folded name
}

func newProvider(d *models.Provider) provider { return provider{Provider: d, key: models.Fold(d.Name)} }

func compareProviders(a, b provider) int {
	return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.ID, b.ID))
}

// segment is an index of some providers that never changes. Their ordinals are in the order of their names.
type segment struct {
	providers []provider
	full      bitset // all of them

	byID, bySlug, byNPI keyIndex
	byFormerSlug        map[string]uint32

	fields [fields]fieldIndex
	// The terms of provider i are in its row of the grid, and those without a column in rest[offsets[i]:offsets[i+1]].
	grid    grid
	offsets []uint32
	rest    []term
	// commonCost is that of counting all columns by postings.
	commonCost int
	// respelled has, for each field, the providers with a value in several spellings, once for each spelling too many.
	respelled [fields][]respelling

	numbers
	merits
	// bySince and byUpdated are the ordinals in the orders ByExperience and ByUpdate.
	bySince, byUpdated []uint32

	geo      geoIndex
	text     textIndex
	licenses *licenseIndex
	dayOrder dayOrder
	phones   func() []phoneNumber
	insurers atomic.Pointer[insurerPostings] // of the last insurers that were asked for
}

// numbers are the columns of what is compared as a number, by ordinal.
type numbers struct {
	since     []int16 // the year of the first practice, unknownSince where it is not known
	fee       []int32 // the lowest one in whole US dollars, unknownFee where there is none
	waiting   []uint8 // weeks until a first session, unknownWaiting where nobody has said
	confirmed []int32 // the date in days, 0 where there is none
	updated   []int64 // the time in milliseconds
}

const (
	unknownSince = math.MaxInt16
	unknownFee   = math.MaxInt32

	unknownWaiting = math.MaxUint8
)

func newNumbers(n int) numbers {
	return numbers{make([]int16, n), make([]int32, n), make([]uint8, n), make([]int32, n), make([]int64, n)}
}

func (c *numbers) set(i int, p *models.Provider) {
	c.since[i], c.fee[i], c.waiting[i] = unknownSince, unknownFee, unknownWaiting
	c.confirmed[i], c.updated[i] = daysOf(p.ConfirmedOn), p.UpdatedAt.UnixMilli()
	if p.PracticingSince != nil {
		c.since[i] = int16(*p.PracticingSince)
	}
	if p.SessionFee != nil && p.SessionFee.Currency == "USD" {
		c.fee[i] = int32(p.SessionFee.Minimum)
	}
	if a := p.Availability; a != nil && a.HasOpenings && a.WaitingWeeks != nil {
		c.waiting[i] = uint8(*a.WaitingWeeks)
	}
}

// daysOf returns a date as days since the beginning of year 1, 0 where there is none.
func daysOf(d models.Date) int32 {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return 0
	}
	return int32(t.Unix()/(24*60*60)) + 719_162
}

// respelling is a provider that has a value in two spellings. The code is that of the value's head.
type respelling struct{ ordinal, code uint32 }

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

func (s *segment) restOf(i uint32) []term { return s.rest[s.offsets[i]:s.offsets[i+1]] }

// eachTerm calls yield with all terms of a provider.
func (s *segment) eachTerm(i uint32, yield func(term)) {
	for at, word := range s.grid.row(i) {
		for ; word != 0; word &= word - 1 {
			yield(s.grid.columns[at*64+bits.TrailingZeros64(word)])
		}
	}
	for _, t := range s.restOf(i) {
		yield(t)
	}
}

// buildSegment indexes providers, whose strings must have been interned.
func buildSegment(providers []provider, e *encoder) *segment {
	slices.SortFunc(providers, compareProviders)
	n := len(providers)
	s := &segment{
		providers:    providers,
		phones:       sync.OnceValue(func() []phoneNumber { return listPhones(providers) }),
		full:         fullBitset(n),
		byFormerSlug: make(map[string]uint32),
		numbers:      newNumbers(n),
		offsets:      make([]uint32, 1, n+1),
	}
	var others sync.WaitGroup // what does not need the terms
	others.Go(func() { s.text = newTextIndex(providers) })
	others.Go(func() {
		s.addKeys()
		s.merits = newMerits(providers)
		s.geo = newGeoIndex(providers)
	})
	for i := range providers {
		p := &providers[i]
		s.addTerms(p.Provider, e)
		s.rest = reserve(s.rest, i, n)
		s.numbers.set(i, p.Provider)
	}
	s.buildPostings()
	s.buildGrid()
	s.bySince = permutation(s.since, func(since int16) int64 { return int64(since) })
	s.byUpdated = permutation(s.updated, func(updated int64) int64 { return -updated })
	s.licenses = newLicenseIndex(providers, e)
	others.Wait()
	return s
}

// reserve makes room in a list that grows by some elements for each provider, once it is known how many that are.
func reserve[T any](list []T, done, all int) []T {
	const sample = 4096
	if done != sample {
		return list
	}
	return slices.Grow(list, len(list)/sample*(all-done)/10*11)
}

func (s *segment) addKeys() {
	withNPI := 0
	for i := range s.providers {
		if s.providers[i].NPI != "" {
			withNPI++
		}
	}
	s.byID = newKeyIndex(len(s.providers), func(i uint32) string { return s.providers[i].ID })
	s.bySlug = newKeyIndex(len(s.providers), func(i uint32) string { return s.providers[i].Slug })
	s.byNPI = newKeyIndex(withNPI, func(i uint32) string { return string(s.providers[i].NPI) })
	for i := range s.providers {
		s.byID.put(uint32(i))
		s.bySlug.put(uint32(i))
		if s.providers[i].NPI != "" {
			s.byNPI.put(uint32(i))
		}
		for _, slug := range s.providers[i].FormerSlugs {
			s.byFormerSlug[slug] = uint32(i)
		}
	}
}

// addTerms appends all terms of the next provider to rest.
func (s *segment) addTerms(p *models.Provider, e *encoder) {
	start := len(s.rest)
	add := func(f Field, values ...string) {
		for _, value := range values {
			if t := termOf(f, e.code(f, value)); !slices.Contains(s.rest[start:], t) {
				s.rest = append(s.rest, t)
			}
		}
	}
	add(FieldConditions, p.ConditionIDs...)
	add(FieldTreatments, p.TreatmentIDs...)
	add(FieldCredentials, p.CredentialIDs...)
	for i := range p.Locations {
		l := &p.Locations[i]
		add(FieldStates, l.StateCode)
		add(FieldCities, l.City+", "+l.State)
	}
	add(FieldLanguages, p.Languages...)
	add(FieldInsurances, p.Insurances...)
	for i := range p.Coverage {
		add(FieldInsurers, p.Coverage[i].InsurerID)
	}
	addEach(add, FieldSessionFormats, p.SessionFormats)
	addEach(add, FieldAgeGroups, p.AgeGroups)
	addNeeds(add, p)
	add(FieldKinds, string(p.Type))
	add(FieldWorksFor, p.WorksForIDs...)
	addSources(add, p)
	s.addRespellings(uint32(len(s.offsets)-1), s.rest[start:], e)
	s.offsets = append(s.offsets, uint32(len(s.rest)))
}

// adder adds values of a field of one provider.
type adder func(f Field, values ...string)

func addEach[T ~string](add adder, f Field, values []T) {
	for _, value := range values {
		add(f, string(value))
	}
}

// addNeeds adds what people choose by beside what is treated, where and how.
func addNeeds(add adder, p *models.Provider) {
	addEach(add, FieldOpenAt, p.Hours.OpenAt())
	addEach(add, FieldAccessibility, p.Accessibility)
	addEach(add, FieldLanguageServices, p.LanguageServices)
	addEach(add, FieldIdentities, p.Identities)
	addEach(add, FieldPopulations, p.Populations)
	if p.Gender != "" {
		add(FieldGenders, string(p.Gender))
	}
	if p.Faith != "" {
		add(FieldFaiths, string(p.Faith))
	}
	for f, said := range map[Field]*bool{
		FieldAcceptingNewClients: p.AcceptingNewClients,
		FieldFreeConsultation:    p.FreeConsultation,
		FieldPrescribes:          p.Prescribes,
	} {
		if said != nil {
			add(f, Truth(*said))
		}
	}
	if p.SessionFee != nil {
		add(FieldSlidingScale, Truth(p.SessionFee.SlidingScale))
	}
	if p.Availability != nil {
		add(FieldHasOpenings, Truth(p.Availability.HasOpenings))
	}
}

// SourceEditors is the value of FieldSources of entries that no import has made.
const SourceEditors = "editors"

// addSources adds the registries whose records are in the entry.
func addSources(add adder, p *models.Provider) {
	for i := range p.Imported {
		add(FieldSources, p.Imported[i].Source)
	}
	if len(p.Imported) == 0 {
		add(FieldSources, SourceEditors)
	}
}

// Truth is a value of a field that a provider says yes or no to.
func Truth(yes bool) string { return strconv.FormatBool(yes) }

// addRespellings finds spellings of one value among the terms of a provider.
func (s *segment) addRespellings(ordinal uint32, terms []term, e *encoder) {
	for i, t := range terms {
		f, dictionary := t.field(), e.dictionaries[t.field()]
		if len(dictionary.spellings) == 0 {
			continue
		}
		head := dictionary.head(t.code())
		if slices.ContainsFunc(terms[:i], func(other term) bool {
			return other.field() == f && dictionary.head(other.code()) == head
		}) {
			s.respelled[f] = append(s.respelled[f], respelling{ordinal, head})
		}
	}
}

// buildPostings makes the postings of all fields from rest, which has all terms.
func (s *segment) buildPostings() {
	var counts [fields]map[uint32]int
	for f := range counts {
		counts[f] = make(map[uint32]int)
	}
	for _, t := range s.rest {
		counts[t.field()][t.code()]++
	}
	var lists [fields]map[uint32][]uint32
	for f := range lists {
		lists[f] = make(map[uint32][]uint32, len(counts[f]))
		for code, count := range counts[f] {
			lists[f][code] = make([]uint32, 0, count)
		}
	}
	for i := range s.providers {
		for _, t := range s.restOf(uint32(i)) {
			lists[t.field()][t.code()] = append(lists[t.field()][t.code()], uint32(i))
		}
	}
	for f := range s.fields {
		index := &s.fields[f]
		index.postings = make(map[uint32]postings, len(lists[f]))
		for code, list := range lists[f] {
			index.postings[code] = newPostings(list, len(s.providers))
		}
	}
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
