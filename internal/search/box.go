package search

import (
	"math"

	"github.com/golang/geo/r1"
	"github.com/golang/geo/s1"
	"github.com/golang/geo/s2"
)

// Box is what is between two parallels and two meridians, with its edges, in degrees of WGS 84. Where West is above
// East it crosses the antimeridian. All meridians meet at a pole, so one that is in a box is so at every longitude.
type Box struct{ South, West, North, East float64 }

// Contains reports whether a point is in the box.
func (b *Box) Contains(latitude, longitude float64) bool {
	switch {
	case latitude < b.South || latitude > b.North:
		return false
	case math.Abs(latitude) == 90:
		return true
	case math.Abs(longitude) == 180: // the same meridian by two names
		return b.between(180) || b.between(-180)
	}
	return b.between(longitude)
}

func (b *Box) between(longitude float64) bool {
	if b.West > b.East {
		return longitude >= b.West || longitude <= b.East
	}
	return longitude >= b.West && longitude <= b.East
}

func (b *Box) contains(x *geoIndex, at uint32) bool {
	return b.Contains(x.degrees[at].Latitude, x.degrees[at].Longitude)
}

func (b *Box) regions() (inner, outer s2.Region) {
	const degree = math.Pi / 180
	west, east := b.West, b.East
	if west == 180 && east == -180 {
		east = 180 // the antimeridian alone
	}
	rect := s2.Rect{
		Lat: r1.Interval{Lo: b.South * degree, Hi: b.North * degree},
		Lng: s1.IntervalFromEndpoints(west*degree, east*degree),
	}
	everywhere := r1.Interval{Lo: -math.Pi / 2, Hi: math.Pi / 2}
	grown := func(by float64) s2.Rect {
		return s2.Rect{Lat: rect.Lat.Expanded(by).Intersection(everywhere), Lng: rect.Lng.Expanded(by)}
	}
	return grown(-slack), grown(slack).PolarClosure()
}

// Within matches who has a location in the box.
func (q *Query) Within(filter string, b *Box) {
	q.box = b
	q.add(filter, fields, func(v *view) bitset {
		found := newBitset(len(v.providers))
		v.geo.addWithin(b, found)
		return found
	})
}
