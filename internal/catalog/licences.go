package catalog

import (
	"slices"
	"sync/atomic"

	"findcare/models"
)

// licenceIndex has the licences of a segment's providers. Which of them hold depends on the day, and so the postings
// are made when somebody first asks, and kept until one more expires.
type licenceIndex struct {
	byState map[uint32][]licenceEntry // by the state's code, by ordinal
	expiry  []models.Date             // the days of expiry, each once; the first is that nobody said
	kept    atomic.Pointer[licensed]
}

// licenceEntry is a licence of the provider with that ordinal.
type licenceEntry struct{ ordinal, expiry uint32 }

// licensed are the providers with a licence that holds, by the state's code: on all days from first through last, and
// where last is empty on all days from first.
type licensed struct {
	first, last models.Date
	postings    map[uint32]postings
}

// newLicenceIndex indexes the licences of providers that have been prepared with the same extender.
func newLicenceIndex(providers []provider, e *extender) *licenceIndex {
	index := &licenceIndex{byState: make(map[uint32][]licenceEntry), expiry: []models.Date{""}}
	codes := map[models.Date]uint32{"": 0}
	for i := range providers {
		for _, l := range providers[i].Licenses {
			expiry, known := codes[l.ExpiresOn]
			if !known {
				expiry = uint32(len(index.expiry))
				codes[l.ExpiresOn], index.expiry = expiry, append(index.expiry, l.ExpiresOn)
			}
			state := e.code(fieldLicensedIn, l.State)
			index.byState[state] = append(index.byState[state], licenceEntry{uint32(i), expiry})
		}
	}
	for state, entries := range index.byState {
		index.byState[state] = slices.Clip(entries)
	}
	return index
}

// licensedOn returns who is licensed on a day, by the code of the state.
func (s *segment) licensedOn(day models.Date) map[uint32]postings {
	if kept := s.licences.kept.Load(); kept != nil && kept.first <= day && (kept.last == "" || day <= kept.last) {
		return kept.postings
	}
	fresh := s.licences.on(day, len(s.providers))
	s.licences.kept.Store(fresh)
	return fresh.postings
}

func (x *licenceIndex) on(day models.Date, providers int) *licensed {
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

// matchLicensed matches who holds a licence today in one of the states.
func (s *Snapshot) matchLicensed(states []string) func(v *view) bitset {
	codes, today := s.codes(fieldLicensedIn, states), s.Today()
	return func(v *view) bitset { return v.union(v.licensedOn(today), codes) }
}
