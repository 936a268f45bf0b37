package registry

import (
	"math"
	"slices"

	"findcare/internal/search/places"
)

// fitsZIP reports whether a city may have a ZIP code: whether there is one of that name around, or none is known.
// Places and their post offices have many names, so only what is far away does not fit.
func fitsZIP(city, state, zip string) bool {
	const prefix, far = 3, 50.0 // kilometres
	known, ok := places.FindCity(city, state)
	if !ok {
		return true
	}
	if other, ok := places.CityOf(zip); ok && other == known {
		return true
	}
	here, mapped := places.ZIP(zip)
	if !mapped || kilometres(here, known.Point) < far {
		return true
	}
	return slices.ContainsFunc(known.ZIPs(), func(other string) bool {
		there, mapped := places.ZIP(other)
		return other[:prefix] == zip[:prefix] || !mapped || kilometres(here, there) < far
	})
}

// kilometres is the distance between two places that are not far from each other.
func kilometres(a, b places.Point) float64 {
	const perDegree = 111.2
	north := a.Latitude - b.Latitude
	east := (a.Longitude - b.Longitude) * math.Cos((a.Latitude+b.Latitude)/2*math.Pi/180)
	return perDegree * math.Hypot(north, east)
}
