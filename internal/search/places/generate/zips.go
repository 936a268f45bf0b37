package main

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
)

// row is a ZIP code and the middle of its area.
type row struct {
	Code      string  `json:"zipCode"`
	Latitude  float64 `json:"latitude"`
	Longitude float64 `json:"longitude"`
}

// parseZIPs reads a script that is JSON but for the assignment it starts with.
func parseZIPs(script []byte) (rows []row, err error) {
	data, ok := bytes.CutPrefix(script, []byte("module.exports = "))
	if !ok {
		return nil, errors.New("it does not start with module.exports")
	}
	err = json.Unmarshal(data, &rows)
	return rows, err
}

// islands are ZIP codes of states in free association with the United States, of which the Census Bureau has no
// areas: by where their post offices are.
func islands(addresses []address) (rows []row) {
	for _, a := range addresses {
		if slices.Contains([]string{"FM", "MH", "PW"}, a.State) {
			rows = append(rows, row{a.ZIP, a.Latitude, a.Longitude})
		}
	}
	return rows
}

// pack writes rows of any order in the format that places.go describes.
func pack(rows []row) ([]byte, error) {
	rows = slices.SortedFunc(slices.Values(rows), func(a, b row) int { return cmp.Compare(a.Code, b.Code) })
	var packed []byte
	var code, latitude, longitude int64 // of the row before
	for i, r := range rows {
		next, err := strconv.ParseUint(r.Code, 10, 32)
		switch {
		case err != nil || len(r.Code) != 5:
			return nil, fmt.Errorf("%q is not a ZIP code", r.Code)
		case i > 0 && r.Code == rows[i-1].Code:
			return nil, fmt.Errorf("%s is there twice", r.Code)
		case math.Abs(r.Latitude) > 90 || math.Abs(r.Longitude) > 180:
			return nil, fmt.Errorf("%s is not on the Earth", r.Code)
		}
		north, east := fixed(r.Latitude), fixed(r.Longitude)
		packed = binary.AppendUvarint(packed, next-uint64(code))
		packed = binary.AppendVarint(packed, north-latitude)
		packed = binary.AppendVarint(packed, east-longitude)
		code, latitude, longitude = int64(next), north, east
	}
	return packed, nil
}

// fixed is an angle in units of 1e-5 degree.
func fixed(degrees float64) int64 { return int64(math.Round(degrees * 1e5)) }
