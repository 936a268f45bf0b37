package search

import (
	"cmp"
	"slices"

	"github.com/golang/geo/s1"
	"github.com/golang/geo/s2"

	"findcare/internal/search/places"
	"findcare/models"
)

// earthRadiusMiles is the mean radius R1 of the WGS 84 ellipsoid, 6371.0088 km.
const earthRadiusMiles = 6371.0088 / 1.609344

// DefaultMiles is the default radius of a Circle.
const DefaultMiles = 25

// Circle is what is within some miles of a point.
type Circle struct {
	center s2.Point
	miles  float64
	chord  s1.ChordAngle // the longest one from the center
}

// NewCircle returns the circle around a point, which is given in degrees of WGS 84.
func NewCircle(latitude, longitude, miles float64) *Circle {
	return &Circle{pointOf(latitude, longitude), miles, s1.ChordAngleFromAngle(s1.Angle(miles / earthRadiusMiles))}
}

// within returns a circle of another radius around the same point.
func (c *Circle) within(miles float64) *Circle {
	return &Circle{c.center, miles, s1.ChordAngleFromAngle(s1.Angle(miles / earthRadiusMiles))}
}

// Center returns the coordinates of the center on the unit sphere.
func (c *Circle) Center() (x, y, z float64) { return c.center.X, c.center.Y, c.center.Z }

// Miles returns the radius.
func (c *Circle) Miles() float64 { return c.miles }

func pointOf(latitude, longitude float64) s2.Point {
	return s2.PointFromLatLng(s2.LatLngFromDegrees(latitude, longitude))
}

func milesOf(chord s1.ChordAngle) float64 { return chord.Angle().Radians() * earthRadiusMiles }

// locationPoint returns where a location is: its own coordinates, or else the center of its ZIP code.
func locationPoint(l *models.Location) (places.Point, bool) {
	if l.Latitude != nil && l.Longitude != nil {
		return places.Point{Latitude: *l.Latitude, Longitude: *l.Longitude}, true
	}
	return places.ZIP(string(l.PostalCode))
}

// geoIndex finds providers by where they are.
type geoIndex struct {
	// The points of provider i are points[offsets[i]:offsets[i+1]].
	offsets []uint32
	points  []s2.Point
	degrees []places.Point // the same points
	tiles   []tile         // in which they are
	// cells are the leaf cells of all points in ascending order, owners the providers of these points, and at the
	// indexes in points.
	cells  []s2.CellID
	owners []uint32
	at     []uint32
}

func newGeoIndex(providers []provider) geoIndex {
	x := geoIndex{offsets: make([]uint32, 1, len(providers)+1)}
	type entry struct {
		cell      s2.CellID
		owner, at uint32
	}
	var entries []entry
	for i := range providers {
		for j := range providers[i].Locations {
			if at, ok := locationPoint(&providers[i].Locations[j]); ok {
				point := pointOf(at.Latitude, at.Longitude)
				x.degrees, x.tiles = append(x.degrees, at), append(x.tiles, tileOf(at))
				entries = append(entries, entry{s2.CellFromPoint(point).ID(), uint32(i), uint32(len(x.points))})
				x.points = append(x.points, point)
			}
		}
		x.offsets = append(x.offsets, uint32(len(x.points)))
	}
	slices.SortFunc(entries, func(a, b entry) int {
		if a.cell != b.cell {
			return cmp.Compare(a.cell, b.cell)
		}
		return cmp.Compare(a.at, b.at)
	})
	n := len(entries)
	x.cells, x.owners, x.at = make([]s2.CellID, n), make([]uint32, n), make([]uint32, n)
	for i, e := range entries {
		x.cells[i], x.owners[i], x.at[i] = e.cell, e.owner, e.at
	}
	return x
}

// chord returns the chord from a point to the nearest location of a provider; false where there is no location.
func (x *geoIndex) chord(i uint32, from s2.Point) (nearest s1.ChordAngle, ok bool) {
	nearest = s1.InfChordAngle()
	for _, point := range x.points[x.offsets[i]:x.offsets[i+1]] {
		nearest = min(nearest, s2.ChordAngleBetweenPoints(from, point))
	}
	return nearest, x.offsets[i] < x.offsets[i+1]
}

// area is a part of the globe.
type area interface {
	// contains reports whether one of the points is in the area.
	contains(x *geoIndex, at uint32) bool
	// regions returns slightly less than the area, and slightly more.
	regions() (inner, outer s2.Region)
}

// slack is what rounding may take from an angle.
const slack = 1e-9

func (c *Circle) contains(x *geoIndex, at uint32) bool {
	return c.chordTo(x.points[at]) <= c.chord
}

func (c *Circle) chordTo(point s2.Point) s1.ChordAngle {
	return s2.ChordAngleBetweenPoints(c.center, point)
}

func (c *Circle) regions() (inner, outer s2.Region) {
	return s2.CapFromCenterAngle(c.center, c.chord.Angle()-slack),
		s2.CapFromCenterAngle(c.center, c.chord.Angle()+slack)
}

// addWithin adds the providers with a location in the area.
func (x *geoIndex) addWithin(a area, b bitset) {
	w := &within{geoIndex: x, of: a, found: b}
	w.inner, w.outer = a.regions()
	for _, cell := range w.outer.CellUnionBound() {
		w.add(cell, 0, len(x.cells))
	}
}

// within finds who has a location in an area.
type within struct {
	*geoIndex
	of           area
	inner, outer s2.Region
	found        bitset
}

// add adds the providers with a location in one cell, whose points are all in cells[low:high]: all of them where the
// cell is inside the area, none where it is outside, and otherwise by its four children.
func (w *within) add(cell s2.CellID, low, high int) {
	const few = 32 // so few points are compared faster than the cell
	first, _ := slices.BinarySearch(w.cells[low:high], cell.RangeMin())
	end, _ := slices.BinarySearch(w.cells[low:high], cell.RangeMax()+1)
	low, high = low+first, low+end
	if high-low <= few || cell.IsLeaf() {
		for i := low; i < high; i++ {
			if w.of.contains(w.geoIndex, w.at[i]) {
				w.found.add(w.owners[i])
			}
		}
		return
	}
	switch area := s2.CellFromCellID(cell); {
	case w.inner.ContainsCell(area):
		for _, owner := range w.owners[low:high] {
			w.found.add(owner)
		}
	case w.outer.IntersectsCell(area):
		for _, child := range cell.Children() {
			w.add(child, low, high)
		}
	}
}
