package main

import (
	"encoding/binary"
	"errors"
	"strings"
)

// place is a populated place of GeoNames.
type place struct {
	name, state string
	population  int
	at          row
}

// The fields of a place in the file, which is a sequence of protocol buffers, each after its length.
const (
	fieldName       = 2
	fieldCountry    = 3
	fieldState      = 8
	fieldPopulation = 9
	fieldEast       = 10 // the longitude in units of 1e-5 degree, as its difference from the place before
	fieldNorth      = 11
)

// parsePopulated gives the places of the United States and its territories.
func parsePopulated(data []byte) (populated []place, err error) {
	var east, north int64
	for len(data) > 0 {
		length, n := binary.Uvarint(data)
		if n <= 0 || length > uint64(len(data)-n) {
			return nil, errors.New("a place has no end")
		}
		message := data[n:][:length]
		data = data[n+int(length):]
		var p place
		var country string
		for len(message) > 0 {
			field, text, value, rest, err := parseField(message)
			if err != nil {
				return nil, err
			}
			message = rest
			switch field {
			case fieldName:
				p.name = text
			case fieldCountry:
				country = text
			case fieldState:
				p.state = text
			case fieldPopulation:
				p.population = int(value)
			case fieldEast:
				east += zigzag(value)
			case fieldNorth:
				north += zigzag(value)
			}
		}
		p.at = row{Latitude: float64(north) / 1e5, Longitude: float64(east) / 1e5}
		if p.isAmerican(country) && !strings.ContainsAny(p.name, "|\n") {
			populated = append(populated, p)
		}
	}
	return populated, nil
}

// isAmerican reports whether the place is in the United States. Their territories are countries of their own here.
func (p *place) isAmerican(country string) bool {
	switch country {
	case "PR", "GU", "VI", "AS", "MP":
		p.state = country
		return true
	}
	return country == "US"
}

// parseField gives the first field of a message: its text or its value.
func parseField(message []byte) (field uint64, text string, value uint64, rest []byte, err error) {
	const varint, bytes = 0, 2
	tag, n := binary.Uvarint(message)
	if n <= 0 {
		return 0, "", 0, nil, errors.New("a field has no tag")
	}
	value, m := binary.Uvarint(message[n:])
	if m <= 0 {
		return 0, "", 0, nil, errors.New("a field has no value")
	}
	rest = message[n+m:]
	switch tag & 7 {
	case varint:
		return tag >> 3, "", value, rest, nil
	case bytes:
		if value > uint64(len(rest)) {
			return 0, "", 0, nil, errors.New("a text has no end")
		}
		return tag >> 3, string(rest[:value]), 0, rest[value:], nil
	}
	return 0, "", 0, nil, errors.New("a field is neither a number nor a text")
}

func zigzag(value uint64) int64 { return int64(value>>1) ^ -int64(value&1) }
