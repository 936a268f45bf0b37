package search

import (
	"slices"
	"sync/atomic"

	"findcare/models"
)

// licenseIndex has the licenses of a segment's providers. Which of them hold depends on the day, so the postings are
// made when they are first needed, and cached until another license expires.
type licenseIndex struct {
	byState map[uint32][]licenseEntry // by the state's code, by ordinal
	expiry  []models.Date             // the distinct days of expiry; the first is that of licenses without one
	cached  atomic.Pointer[licensed]
}

// licenseEntry is a license of the provider with that ordinal. The expiry is an index.
type licenseEntry struct{ ordinal, expiry uint32 }

// licensed are the providers with a license that holds, by the state's code. It is valid on the days from first through
// last; an empty last is without end.
type licensed struct {
	first, last models.Date
	postings    map[uint32]postings
}

func newLicenseIndex(providers []provider, e *encoder) *licenseIndex {
	index := &licenseIndex{byState: make(map[uint32][]licenseEntry), expiry: []models.Date{""}}
	codes := map[models.Date]uint32{"": 0}
	for i := range providers {
		for _, l := range providers[i].Licenses {
			expiry, known := codes[l.ExpiresOn]
			if !known {
				expiry = uint32(len(index.expiry))
				codes[l.ExpiresOn], index.expiry = expiry, append(index.expiry, l.ExpiresOn)
			}
			state := e.code(FieldLicensedIn, l.State)
			index.byState[state] = append(index.byState[state], licenseEntry{uint32(i), expiry})
		}
	}
	for state, entries := range index.byState {
		index.byState[state] = slices.Clip(entries)
	}
	return index
}

// licensedOn returns who is licensed on a day, by the state's code.
func (s *segment) licensedOn(day models.Date) map[uint32]postings {
	if c := s.licenses.cached.Load(); c != nil && c.first <= day && (c.last == "" || day <= c.last) {
		return c.postings
	}
	fresh := s.licenses.on(day, len(s.providers))
	s.licenses.cached.Store(fresh)
	return fresh.postings
}

func (x *licenseIndex) on(day models.Date, providers int) *licensed {
	made := &licensed{first: day, postings: make(map[uint32]postings, len(x.byState))}
	holds := make([]bool, len(x.expiry))
	for i, expiresOn := range x.expiry {
		holds[i] = (&models.License{ExpiresOn: expiresOn}).HoldsOn(day)
		if holds[i] && expiresOn != "" && (made.last == "" || expiresOn < made.last) {
			made.last = expiresOn
		}
	}
	for state, entries := range x.byState {
		list := make([]uint32, 0, len(entries))
		for _, entry := range entries {
			if last := len(list) - 1; holds[entry.expiry] && (last < 0 || list[last] != entry.ordinal) {
				list = append(list, entry.ordinal)
			}
		}
		made.postings[state] = newPostings(list, providers)
	}
	return made
}
