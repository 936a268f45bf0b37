package models

import (
	"iter"
	"maps"
	"slices"
	"strings"
)

// states are the codes and names of the United States Postal Service (Publication 28, appendix B).
var states = map[string]string{
	"AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
	"CT": "Connecticut", "DE": "Delaware", "DC": "District of Columbia", "FL": "Florida", "GA": "Georgia",
	"HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas",
	"KY": "Kentucky", "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan",
	"MN": "Minnesota", "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada",
	"NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "NC": "North Carolina",
	"ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania",
	"RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas",
	"UT": "Utah", "VT": "Vermont", "VA": "Virginia", "WA": "Washington", "WV": "West Virginia",
	"WI": "Wisconsin", "WY": "Wyoming",
	"AS": "American Samoa", "GU": "Guam", "MP": "Northern Mariana Islands", "PR": "Puerto Rico",
	"VI": "U.S. Virgin Islands", "FM": "Federated States of Micronesia", "MH": "Marshall Islands", "PW": "Palau",
	"AA": "Armed Forces Americas", "AE": "Armed Forces Europe", "AP": "Armed Forces Pacific",
}

var stateCodes = func() map[string]string {
	codes := make(map[string]string, len(states))
	for code, name := range states {
		codes[strings.ToLower(name)] = code
	}
	return codes
}()

// StateName returns the name of the state (or district, or territory) with that two-letter code.
func StateName(code string) (name string, known bool) {
	name, known = states[code]
	return name, known
}

// StateCode returns the two-letter code of a state that is given by its code or its name, in any case.
func StateCode(text string) (code string, known bool) {
	if code = strings.ToUpper(text); states[code] != "" {
		return code, true
	}
	code, known = stateCodes[strings.ToLower(text)]
	return code, known
}

// States yields the code and the name of each state, by code.
func States() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for _, code := range slices.Sorted(maps.Keys(states)) {
			if !yield(code, states[code]) {
				return
			}
		}
	}
}

// StateCodesAndNames lists what StateCode understands.
func StateCodesAndNames() []string {
	return slices.AppendSeq(slices.Sorted(maps.Keys(states)), maps.Values(states))
}

func (c *checker) stateCode(path, code string) {
	c.note(path, Rule{Required: true, Format: FormatState})
	if code == "" {
		c.fault(path, nil, "is required: a two-letter code such as MI")
	} else if _, ok := states[code]; !ok {
		c.fault(path, code, "must be the two-letter code of a state, such as MI")
	}
}
