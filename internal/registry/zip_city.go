package registry

import (
	_ "embed"
	"math"
	"slices"
	"strings"
	"sync"

	"findcare/internal/search/places"
	"findcare/internal/tables"
)

//go:embed cities.txt
var citiesFile string

// cityZIPs returns ZIP codes of cities, by the code of the state and the letters of the name.
var cityZIPs = sync.OnceValue(func() map[string][]string {
	const most = 31_000
	zips, state := make(map[string][]string, most), ""
	for line := range strings.Lines(citiesFile) {
		fields := strings.Fields(line)
		switch {
		case strings.HasPrefix(line, "#"):
		case len(fields) == 1:
			state = fields[0]
		default:
			zips[state+fields[0]] = fields[1:]
		}
	}
	return zips
})

// shortWords are abbreviations in names of cities.
var shortWords = map[string]string{
	"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount", "n": "north", "s": "south", "e": "east", "w": "west",
}

// cityKey is the name of a city as cities.txt has it.
func cityKey(city string) string {
	words := strings.Fields(strings.ToLower(strings.ReplaceAll(city, ".", " ")))
	for i, word := range words {
		if long, ok := shortWords[word]; ok {
			words[i] = long
		}
	}
	return tables.HeaderKey(strings.Join(words, ""))
}

// fitsZIP reports whether a city may have a ZIP code: whether there is one of that name around, or none is known.
// Places and their post offices have many names, so only what is far away does not fit.
func fitsZIP(city, state, zip string) bool {
	const prefix, far = 3, 50.0 // kilometres
	known := cityZIPs()[state+cityKey(city)]
	here, mapped := places.ZIP(zip)
	samePrefix := func(other string) bool { return other[:prefix] == zip[:prefix] }
	if len(known) == 0 || slices.ContainsFunc(known, samePrefix) {
		return true
	}
	for _, other := range known {
		there, otherMapped := places.ZIP(other)
		if !mapped || !otherMapped || kilometres(here, there) < far {
			return true
		}
	}
	return false
}

// kilometres is the distance between two places that are not far from each other.
func kilometres(a, b places.Point) float64 {
	const perDegree = 111.2
	north := a.Latitude - b.Latitude
	east := (a.Longitude - b.Longitude) * math.Cos((a.Latitude+b.Latitude)/2*math.Pi/180)
	return perDegree * math.Hypot(north, east)
}
