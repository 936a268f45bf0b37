package search

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// phoneNumber is a number of a provider of a segment: its digits with the country code.
type phoneNumber struct {
	digits  uint64
	ordinal uint32
}

// listPhones returns the numbers of all providers of a segment, sorted. Few people search by telephone number, so the
// list is made when somebody first does.
func listPhones(providers []provider) (list []phoneNumber) {
	for i := range providers {
		for _, phone := range providers[i].AllPhones() {
			digits, err := strconv.ParseUint(strings.TrimPrefix(phone.Number, "+"), 10, 64)
			if err == nil {
				list = append(list, phoneNumber{digits, uint32(i)})
			}
		}
	}
	slices.SortFunc(list, func(a, b phoneNumber) int {
		return cmp.Or(cmp.Compare(a.digits, b.digits), cmp.Compare(a.ordinal, b.ordinal))
	})
	return list
}

// withPhone returns the providers with a telephone number, which is given by its digits with the country code.
func (v *view) withPhone(number string) bitset {
	b := newBitset(len(v.providers))
	digits, err := strconv.ParseUint(number, 10, 64)
	if err != nil {
		return b
	}
	list := v.phones()
	at, _ := slices.BinarySearchFunc(list, digits, func(p phoneNumber, digits uint64) int {
		return cmp.Compare(p.digits, digits)
	})
	for ; at < len(list) && list[at].digits == digits; at++ {
		b.add(list[at].ordinal)
	}
	return b
}

// withNPI returns the provider with an NPI.
func (v *view) withNPI(npi string) bitset {
	b := newBitset(len(v.providers))
	if i, ok := v.find(&v.byNPI, npi); ok {
		b.add(i)
	}
	return b
}

// longNumber reads a telephone number, however it is grouped, or an NPI.
func (r *textReader) longNumber(i int) int {
	const npi, withCountry = 10, 11
	digits, end := "", i
	for end < len(r.tokens) && isNumber(r.at(end)) && len(digits) < npi {
		digits, end = digits+r.at(end), end+1
	}
	if len(digits) != npi && !(len(digits) == withCountry && digits[0] == '1') {
		return 0
	}
	if end == i+1 {
		if _, ok := r.index.ByNPI(digits); ok {
			return r.add(Intent{Kind: IntentNPI, Values: []string{digits}}, i, end)
		}
	}
	if len(digits) == npi {
		digits = "1" + digits
	}
	for _, v := range r.index.views {
		found := v.withPhone(digits)
		found.and(v.all())
		if found.count() > 0 {
			return r.add(Intent{Kind: IntentPhone, Values: []string{digits}}, i, end)
		}
	}
	return r.unused(UnusedNotFound, nil, i, end)
}
