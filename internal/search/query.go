package search

import (
	"slices"
	"strings"

	"findcare/models"
)

// Query is a conjunction of clauses over one Index. Each method that adds a clause takes the name of the filter that
// it comes from, by which [Results.Widenings] tells of it.
type Query struct {
	index   *Index
	clauses []clause
	text    *textQuery
	near    *Circle
	box     *Box
}

// clause is one condition of a query. What match returns must not be changed.
type clause struct {
	filter string // empty where the clause is no filter, and never left out
	facet  Field  // the facet that ignores the clause; fields where none does
	match  func(v *view) bitset
}

// NewQuery returns a query that everybody matches.
func (x *Index) NewQuery() *Query { return &Query{index: x} }

// HasText reports whether the query has a text that says something.
func (q *Query) HasText() bool { return q.text != nil }

// HasCircle reports whether the query is about what is near a point.
func (q *Query) HasCircle() bool { return q.near != nil }

func (q *Query) add(filter string, facet Field, match func(v *view) bitset) {
	q.clauses = append(q.clauses, clause{filter, facet, match})
}

// In restricts the query to those who have a value. That is no filter: no facet ignores it, and no widening leaves it
// out.
func (q *Query) In(f Field, value string) {
	q.add("", fields, matchCodes(f, q.index.dictionaries.codes(f, []string{value})))
}

// Among restricts the query to some providers, by their ids. Like In, that is no filter.
func (q *Query) Among(ids []string) {
	q.add("", fields, func(v *view) bitset {
		b := newBitset(len(v.providers))
		for _, id := range ids {
			if i, ok := v.find(&v.byID, id); ok {
				b.add(i)
			}
		}
		return b
	})
}

// Any matches who has any of the values.
func (q *Query) Any(filter string, f Field, values []string) {
	q.add(filter, facetOf(f), matchCodes(f, q.index.dictionaries.codes(f, values)))
}

func matchCodes(f Field, codes []uint32) func(v *view) bitset {
	return func(v *view) bitset { return v.union(v.fields[f].postings, codes) }
}

// All matches who has all of the values, of which there must be one or more.
func (q *Query) All(filter string, f Field, values []string) {
	matches := make([]func(*view) bitset, len(values))
	for i := range values {
		matches[i] = matchCodes(f, q.index.dictionaries.codes(f, values[i:i+1]))
	}
	q.add(filter, fields, func(v *view) bitset {
		b := slices.Clone(matches[0](v))
		for _, match := range matches[1:] {
			b.and(match(v))
		}
		return b
	})
}

// AnySpelling matches who has any of the values, whatever their case and accents.
func (q *Query) AnySpelling(filter string, f Field, values []string) {
	q.add(filter, facetOf(f), q.matchSpelling(f, values))
}

func (q *Query) matchSpelling(f Field, values []string) func(v *view) bitset {
	var codes []uint32
	for _, value := range values {
		codes = append(codes, q.index.dictionaries[f].spellingsOf(models.Fold(strings.TrimSpace(value)))...)
	}
	return matchCodes(f, codes)
}

// City is a city by its name, in one state or in any.
type City struct {
	Name     string
	State    string // where HasState
	HasState bool
}

// AnyCity matches who is in any of the cities. One that is not known matches nobody: there is no list of all cities to
// check against.
func (q *Query) AnyCity(filter string, wanted []City) {
	var codes []uint32
	cities := q.index.dictionaries[FieldCities]
	for _, city := range wanted {
		name := models.Fold(city.Name)
		if city.HasState {
			codes = append(codes, cities.spellingsOf(name+", "+models.Fold(city.State))...)
			continue
		}
		for code, key := range cities.keys {
			if key[:strings.LastIndex(key, ", ")] == name {
				codes = append(codes, uint32(code))
			}
		}
	}
	q.add(filter, FieldCities, matchCodes(FieldCities, codes))
}

// Licensed matches who holds a license on a day in any of the states.
func (q *Query) Licensed(filter string, states []string, on models.Date) {
	q.add(filter, fields, q.index.matchLicensed(states, on))
}

func (x *Index) matchLicensed(states []string, on models.Date) func(v *view) bitset {
	codes := x.dictionaries.codes(FieldLicensedIn, states)
	return func(v *view) bitset { return v.union(v.licensedOn(on), codes) }
}

// PracticingSince matches whose first year of practice is the given one or earlier; with future, also later ones.
func (q *Query) PracticingSince(filter string, year int64, future bool) {
	q.add(filter, fields, func(v *view) bitset {
		return matchNumbers(v.since, func(since int16) bool {
			return int64(since) <= year || future && since != unknownSince
		})
	})
}

// FeeUpTo matches whose lowest fee is at most some US dollars.
func (q *Query) FeeUpTo(filter string, dollars int) {
	q.add(filter, fields, func(v *view) bitset {
		return matchNumbers(v.fee, func(fee int32) bool { return fee != unknownFee && int(fee) <= dollars })
	})
}

// WaitingUpTo matches who had openings with a wait of at most some weeks.
func (q *Query) WaitingUpTo(filter string, weeks int) {
	q.add(filter, fields, func(v *view) bitset {
		return matchNumbers(v.waiting, func(w uint8) bool { return w != unknownWaiting && int(w) <= weeks })
	})
}

// ConfirmedSince matches who was confirmed on a date or later.
func (q *Query) ConfirmedSince(filter string, date models.Date) {
	first := daysOf(date)
	q.add(filter, fields, func(v *view) bitset {
		return matchNumbers(v.confirmed, func(day int32) bool { return day >= first && day != 0 })
	})
}

// ConfirmedBefore matches who was last confirmed before a date.
func (q *Query) ConfirmedBefore(filter string, date models.Date) {
	first := daysOf(date)
	q.add(filter, fields, func(v *view) bitset {
		return matchNumbers(v.confirmed, func(day int32) bool { return day < first && day != 0 })
	})
}

// Unconfirmed matches who was never confirmed, or last confirmed before a date.
func (q *Query) Unconfirmed(filter string, before models.Date) {
	first := daysOf(before)
	q.add(filter, fields, func(v *view) bitset {
		return matchNumbers(v.confirmed, func(day int32) bool { return day < first || day == 0 })
	})
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

// Near matches who has a location in the circle. Distances are from the center of the first one.
func (q *Query) Near(filter string, c *Circle) {
	if q.near == nil {
		q.near = c
	}
	q.add(filter, fields, func(v *view) bitset {
		b := newBitset(len(v.providers))
		v.geo.addWithin(c, b)
		return b
	})
}

// NearOrByVideo matches as Near, and also who meets by video or phone and is in a state, or holds a license there on a
// day.
func (q *Query) NearOrByVideo(filter string, c *Circle, state string, on models.Date) {
	if q.near == nil {
		q.near = c
	}
	x := q.index
	formats := matchCodes(FieldSessionFormats, x.dictionaries.codes(
		FieldSessionFormats, []string{string(models.Video), string(models.Phone)}))
	located := matchCodes(FieldStates, x.dictionaries.codes(FieldStates, []string{state}))
	licensed := x.matchLicensed([]string{state}, on)
	q.add(filter, fields, func(v *view) bitset {
		b := newBitset(len(v.providers))
		b.or(located(v))
		b.or(licensed(v))
		b.and(formats(v))
		v.geo.addWithin(c, b)
		return b
	})
}
