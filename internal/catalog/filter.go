package catalog

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"findcare/internal/search/lexicon"
	"findcare/models"
)

// ProviderFilter says which providers are wanted. All that is given must hold; an empty list counts as not given.
type ProviderFilter struct {
	Text                *string
	Conditions          []string
	AllOfConditions     []string
	Treatments          []string
	Credentials         []string
	States              []string
	Cities              []string
	Near                *Near
	Kinds               []models.ProviderKind
	SessionFormats      []models.SessionFormat
	AgeGroups           []models.AgeGroup
	Languages           []string
	Insurances          []string
	AcceptingNewClients *bool
	LicensedIn          []string
	ConfirmedSince      *models.Date
	YearsInPractice     *int
	SessionFeeAtMost    *int
}

// clause is one condition of a query. What match returns must not be changed.
type clause struct {
	name  string // the filter's field; empty for what is not a filter, which is never left out
	facet field  // the facet that leaves the clause out; fields where none does
	// canonical tells clauses of the same meaning from others, for cursors.
	canonical string
	match     func(v *view) bitset
}

// providerQuery is a filter that was understood.
type providerQuery struct {
	clauses []clause
	text    *textQuery
	near    *circle
	filter  *ProviderFilter
}

// understandFilter checks a filter. Errors name the field, the value and the rule.
func (s *Snapshot) understandFilter(filter *ProviderFilter) (*providerQuery, error) {
	q := &providerQuery{filter: filter}
	if filter == nil {
		q.filter = &ProviderFilter{}
		return q, nil
	}
	u := &understanding{snapshot: s, providerQuery: q}
	if u.checkLengths(filter); u.err != nil {
		return q, u.err
	}
	u.documents("conditions", fieldConditions, filter.Conditions, models.KindCondition, false)
	u.documents("allOfConditions", fieldConditions, filter.AllOfConditions, models.KindCondition, true)
	u.documents("treatments", fieldTreatments, filter.Treatments, models.KindTreatment, false)
	u.documents("credentials", fieldCredentials, filter.Credentials, models.KindCredential, false)
	if codes := u.states("states", filter.States); len(codes) > 0 {
		u.anyOf("states", fieldStates, codes)
	}
	if codes := u.states("licensedIn", filter.LicensedIn); len(codes) > 0 {
		u.add("licensedIn", fields, canonical(codes), u.snapshot.matchLicensed(codes))
	}
	u.cities(filter.Cities)
	u.names("insurances", fieldInsurances, filter.Insurances)
	u.languages(filter.Languages)
	enums(u, "kinds", fieldKinds, filter.Kinds)
	enums(u, "sessionFormats", fieldSessionFormats, filter.SessionFormats)
	enums(u, "ageGroups", fieldAgeGroups, filter.AgeGroups)
	if accepting := filter.AcceptingNewClients; accepting != nil {
		u.anyOf("acceptingNewClients", fieldAcceptingNewClients, []string{yesOrNo(*accepting)})
	}
	u.numbers(filter)
	u.near()
	u.text()
	return q, u.err
}

// understanding collects the clauses of a filter, and its first fault.
type understanding struct {
	*providerQuery
	snapshot *Snapshot
	err      error
}

func (u *understanding) fault(format string, args ...any) {
	if u.err == nil {
		u.err = models.BadInput(format, args...)
	}
}

// unknown is the fault of a value that is not known; it ends with those that may have been meant. They take a while to
// find, so nobody looks for those of a fault that is not told.
func (u *understanding) unknown(name string, i int, value, rule string, meant func() string) {
	if u.err == nil {
		u.fault("filter.%s[%d]: %.80q must be %s%s", name, i, value, rule, meant())
	}
}

// mostValues is how many values one list of a filter may have.
const mostValues = 100

func (u *understanding) checkLengths(filter *ProviderFilter) {
	u.checkLength("conditions", len(filter.Conditions))
	u.checkLength("allOfConditions", len(filter.AllOfConditions))
	u.checkLength("treatments", len(filter.Treatments))
	u.checkLength("credentials", len(filter.Credentials))
	u.checkLength("states", len(filter.States))
	u.checkLength("licensedIn", len(filter.LicensedIn))
	u.checkLength("cities", len(filter.Cities))
	u.checkLength("insurances", len(filter.Insurances))
	u.checkLength("languages", len(filter.Languages))
	u.checkLength("kinds", len(filter.Kinds))
	u.checkLength("sessionFormats", len(filter.SessionFormats))
	u.checkLength("ageGroups", len(filter.AgeGroups))
}

func (u *understanding) checkLength(name string, values int) {
	if values > mostValues {
		u.fault("filter.%s: %d values must be at most %d", name, values, mostValues)
	}
}

func (u *understanding) add(name string, facet field, canonical string, match func(v *view) bitset) {
	u.clauses = append(u.clauses, clause{name, facet, name + "=" + canonical, match})
}

// facetOf is the facet that leaves out a clause over a field, fields where there is none.
func facetOf(f field) field {
	if f > fieldAgeGroups {
		return fields
	}
	return f
}

func (u *understanding) anyOf(name string, f field, values []string) {
	u.add(name, facetOf(f), canonical(values), u.snapshot.matchAny(f, values))
}

func canonical(values []string) string {
	values = slices.Clone(values)
	slices.Sort(values)
	return fmt.Sprintf("%q", slices.Compact(values))
}

// matchAny matches who has one of the values.
func (s *Snapshot) matchAny(f field, values []string) func(v *view) bitset {
	return matchCodes(f, s.codes(f, values))
}

func matchCodes(f field, codes []uint32) func(v *view) bitset {
	return func(v *view) bitset { return v.union(v.fields[f].postings, codes) }
}

// union returns who is in the postings of one of the codes; it must not be changed.
func (s *segment) union(all map[uint32]postings, codes []uint32) bitset {
	if len(codes) == 1 {
		if words := all[codes[0]].words; words != nil {
			return words
		}
	}
	b := newBitset(len(s.providers))
	for _, code := range codes {
		all[code].addTo(b)
	}
	return b
}

// codes are the numbers of those of the values that some provider has.
func (s *Snapshot) codes(f field, values []string) (codes []uint32) {
	for _, value := range values {
		if code, known := s.dictionaries[f].find(value); known {
			codes = append(codes, code)
		}
	}
	return codes
}

// ids are those of documents that are given by slug or id.
func (u *understanding) ids(name string, given []string, kind models.Kind) []string {
	ids := make([]string, len(given))
	for i, slugOrID := range given {
		id, known := u.snapshot.IDOf(kind, slugOrID)
		if !known {
			u.unknown(
				name,
				i,
				slugOrID,
				"the slug or id of a "+string(kind),
				func() string { return u.snapshot.Meant(kind, slugOrID) },
			)
		}
		ids[i] = id
	}
	return ids
}

func (u *understanding) documents(name string, f field, given []string, kind models.Kind, all bool) {
	ids := u.ids(name, given, kind)
	switch {
	case len(ids) == 0:
	case !all:
		u.anyOf(name, f, ids)
	default:
		matches := make([]func(*view) bitset, len(ids))
		for i, id := range ids {
			matches[i] = u.snapshot.matchAny(f, []string{id})
		}
		u.add(name, fields, canonical(ids), func(v *view) bitset {
			b := slices.Clone(matches[0](v))
			for _, match := range matches[1:] {
				b.and(match(v))
			}
			return b
		})
	}
}

// states returns the codes of states.
func (u *understanding) states(name string, given []string) []string {
	codes := make([]string, len(given))
	for i, state := range given {
		code, known := models.StateCode(state)
		if !known {
			u.unknown(
				name,
				i,
				state,
				"the two-letter code of a state, such as MI",
				func() string { return didYouMean(nearest(state, knownStates())) },
			)
		}
		codes[i] = code
	}
	return codes
}

// cities are given as "Flint", in any state, or as "Flint, Michigan" or "Flint, MI", and one that is not known matches
// nobody: no list of all cities is at hand.
func (u *understanding) cities(given []string) {
	if len(given) == 0 {
		return
	}
	var codes []uint32
	cities := u.snapshot.dictionaries[fieldCities]
	for _, city := range given {
		name, state, hasState := strings.Cut(city, ",")
		name, state = models.Fold(strings.TrimSpace(name)), strings.TrimSpace(state)
		if code, known := models.StateCode(state); known {
			state, _ = models.StateName(code)
		}
		if hasState {
			codes = append(codes, cities.spellingsOf(name+", "+models.Fold(state))...)
			continue
		}
		for code, key := range cities.keys {
			if key[:strings.LastIndex(key, ", ")] == name {
				codes = append(codes, uint32(code))
			}
		}
	}
	u.add("cities", fieldCities, canonical(given), matchCodes(fieldCities, codes))
}

// names are values in the words of whoever entered them, compared without case and accents.
func (u *understanding) names(name string, f field, given []string) {
	if len(given) == 0 {
		return
	}
	var codes []uint32
	for _, value := range given {
		codes = append(codes, u.snapshot.dictionaries[f].spellingsOf(models.Fold(strings.TrimSpace(value)))...)
	}
	u.add(name, f, canonical(given), matchCodes(f, codes))
}

func (u *understanding) languages(given []string) {
	names := make([]string, len(given))
	for i, language := range given {
		name, known := models.LanguageName(language)
		if !known {
			u.unknown("languages", i, language, "a language: its English name (Spanish) or its BCP 47 tag (es)",
				func() string { return didYouMean(nearest(language, u.snapshot.knownLanguages())) })
		}
		names[i] = name
	}
	u.names("languages", fieldLanguages, names)
}

func enums[T ~string](u *understanding, name string, f field, given []T) {
	if len(given) == 0 {
		return
	}
	values := make([]string, len(given))
	for i, value := range given {
		values[i] = string(value)
	}
	u.anyOf(name, f, values)
}

func (u *understanding) numbers(filter *ProviderFilter) {
	if years := filter.YearsInPractice; years != nil {
		if *years < 0 {
			u.fault("filter.yearsInPractice: %d must not be negative", *years)
		}
		latest := int64(u.snapshot.options.Today().Year()) - int64(*years)
		u.add("yearsInPractice", fields, fmt.Sprint(*years), func(v *view) bitset {
			// Someone whose first year is this one or later has practised for 0 years.
			return matchNumbers(
				v.since,
				func(since int16) bool { return int64(since) <= latest || *years == 0 && since != unknownSince },
			)
		})
	}
	if most := filter.SessionFeeAtMost; most != nil {
		if *most < 0 {
			u.fault("filter.sessionFeeAtMost: %d must not be negative", *most)
		}
		u.add("sessionFeeAtMost", fields, fmt.Sprint(*most), func(v *view) bitset {
			return matchNumbers(v.fee, func(fee int32) bool { return fee != unknownFee && int(fee) <= *most })
		})
	}
	if since := filter.ConfirmedSince; since != nil && *since != "" {
		first := daysOf(*since)
		u.add("confirmedSince", fields, string(*since), func(v *view) bitset {
			return matchNumbers(v.confirmed, func(day int32) bool { return day >= first && day != 0 })
		})
	}
}

func matchNumbers[T any](values []T, holds func(T) bool) bitset {
	b := newBitset(len(values))
	for at := range b {
		var word uint64
		for i, value := range values[at*64 : min(at*64+64, len(values))] {
			if holds(value) {
				word |= 1 << i
			}
		}
		b[at] = word
	}
	return b
}

func (u *understanding) near() {
	if u.filter.Near == nil {
		return
	}
	c, err := u.filter.Near.circle("filter.near")
	if err != nil {
		u.err = cmp.Or(u.err, err)
		return
	}
	u.providerQuery.near = c
	u.add("near", fields, fmt.Sprint(c.centre.X, c.centre.Y, c.centre.Z, c.miles), func(v *view) bitset {
		b := newBitset(len(v.providers))
		v.places.addWithin(c, b)
		return b
	})
}

const longestText = 200

func (u *understanding) text() {
	if u.filter.Text == nil {
		return
	}
	if len(*u.filter.Text) > longestText {
		u.fault("filter.text: %d bytes must be at most %d", len(*u.filter.Text), longestText)
		return
	}
	if q := u.snapshot.understand(*u.filter.Text); q != nil {
		u.providerQuery.text = q
		u.add("text", fields, strings.Join(lexicon.Words(*u.filter.Text), " "), q.match)
	}
}
