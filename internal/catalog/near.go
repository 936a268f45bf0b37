package catalog

import (
	"math"
	"slices"

	"github.com/golang/geo/s1"
	"github.com/golang/geo/s2"

	"findcare/internal/search/places"
	"findcare/models"
)

// earthRadiusMiles is the mean radius R1 of the WGS 84 ellipsoid, 6371.0088 km.
const earthRadiusMiles = 6371.0088 / 1.609344

// Near asks for providers with a location near a place.
type Near struct {
	At          Place
	WithinMiles *float64
}

// Place is a postal code or a point: exactly one of the fields is set.
type Place struct {
	PostalCode *string
	Point      *Point
}

// Point is a place on the globe, in degrees of WGS 84.
type Point struct{ Latitude, Longitude float64 }

const (
	usualMiles = 25
	mostMiles  = 500
)

// circle is a Near that was understood: a centre, and the longest chord to it.
type circle struct {
	centre s2.Point
	miles  float64
	chord  s1.ChordAngle
}

func (n *Near) circle(path string) (*circle, error) {
	c := &circle{miles: usualMiles}
	if n.WithinMiles != nil {
		c.miles = *n.WithinMiles
	}
	if !(c.miles > 0 && c.miles <= mostMiles) {
		return nil, models.BadInput("%s.withinMiles: %g must be above 0 and at most %d", path, c.miles, mostMiles)
	}
	switch at := n.At; {
	case at.PostalCode != nil:
		point, ok := places.ZIP(*at.PostalCode)
		if !ok {
			return nil, models.BadInput(
				"%s.at.postalCode: %.20q must be a ZIP code of the United States, such as 48507%s",
				path,
				*at.PostalCode,
				didYouMean(places.SimilarZIPs(*at.PostalCode, suggestions)),
			)
		}
		c.centre = pointOf(point.Latitude, point.Longitude)
	case at.Point != nil:
		if !(math.Abs(at.Point.Latitude) <= 90) {
			return nil, models.BadInput("%s.at.point.latitude: %g must be from -90 to 90", path, at.Point.Latitude)
		}
		if !(math.Abs(at.Point.Longitude) <= 180) {
			return nil, models.BadInput("%s.at.point.longitude: %g must be from -180 to 180", path, at.Point.Longitude)
		}
		c.centre = pointOf(at.Point.Latitude, at.Point.Longitude)
	default:
		return nil, models.BadInput("%s.at: must have a postalCode or a point", path)
	}
	c.chord = s1.ChordAngleFromAngle(s1.Angle(c.miles / earthRadiusMiles))
	return c, nil
}

func pointOf(latitude, longitude float64) s2.Point {
	return s2.PointFromLatLng(s2.LatLngFromDegrees(latitude, longitude))
}

func miles(chord s1.ChordAngle) float64 { return chord.Angle().Radians() * earthRadiusMiles }

// locationPoint returns where a location is: its own coordinates, or else the centre of its ZIP code.
func locationPoint(l *models.Location) (s2.Point, bool) {
	if l.Latitude != nil && l.Longitude != nil {
		return pointOf(*l.Latitude, *l.Longitude), true
	}
	point, ok := places.ZIP(string(l.PostalCode))
	return pointOf(point.Latitude, point.Longitude), ok
}

// placeIndex finds providers by where they are.
type placeIndex struct {
	// The points of provider i are points[offsets[i]:offsets[i+1]].
	offsets []uint32
	points  []s2.Point
	// cells are the leaf cells of all points in ascending order, and owners whose they are.
	cells  []s2.CellID
	owners []uint32
	at     []uint32 // the place in points
}

func newPlaceIndex(providers []provider) placeIndex {
	x := placeIndex{offsets: make([]uint32, 1, len(providers)+1)}
	type entry struct {
		cell      s2.CellID
		owner, at uint32
	}
	var entries []entry
	for i := range providers {
		for j := range providers[i].Locations {
			if point, ok := locationPoint(&providers[i].Locations[j]); ok {
				entries = append(entries, entry{s2.CellFromPoint(point).ID(), uint32(i), uint32(len(x.points))})
				x.points = append(x.points, point)
			}
		}
		x.offsets = append(x.offsets, uint32(len(x.points)))
	}
	slices.SortFunc(entries, func(a, b entry) int {
		if a.cell != b.cell {
			if a.cell < b.cell {
				return -1
			}
			return 1
		}
		return int(a.at) - int(b.at)
	})
	x.cells, x.owners, x.at = make(
		[]s2.CellID,
		len(entries),
	), make(
		[]uint32,
		len(entries),
	), make(
		[]uint32,
		len(entries),
	)
	for i, e := range entries {
		x.cells[i], x.owners[i], x.at[i] = e.cell, e.owner, e.at
	}
	return x
}

// chord returns the chord from a point to the nearest location of a provider; false where they have none.
func (x *placeIndex) chord(i uint32, from s2.Point) (nearest s1.ChordAngle, ok bool) {
	nearest = s1.InfChordAngle()
	for _, point := range x.points[x.offsets[i]:x.offsets[i+1]] {
		nearest = min(nearest, s2.ChordAngleBetweenPoints(from, point))
	}
	return nearest, x.offsets[i] < x.offsets[i+1]
}

// addWithin adds the providers with a location in the circle.
func (x *placeIndex) addWithin(c *circle, b bitset) {
	const slack = 1e-9 // what rounding may take from an angle
	w := &within{
		placeIndex: x, of: c, found: b,
		around: s2.CapFromCenterAngle(c.centre, c.chord.Angle()+slack),
		inside: s2.CapFromCenterAngle(c.centre, c.chord.Angle()-slack),
	}
	for _, cell := range w.around.CellUnionBound() {
		w.add(cell, 0, len(x.cells))
	}
}

// within finds who has a location in a circle.
type within struct {
	*placeIndex
	of             *circle
	around, inside s2.Cap // somewhat more than the circle, and somewhat less
	found          bitset
}

// add adds those with a location in one cell, all of which are from cells[low] to before cells[high]: everybody where
// the cell is inside the circle, nobody where it is outside, and else from the four cells that it consists of.
func (w *within) add(cell s2.CellID, low, high int) {
	const few = 32 // so few are looked at sooner than the cell
	first, _ := slices.BinarySearch(w.cells[low:high], cell.RangeMin())
	end, _ := slices.BinarySearch(w.cells[low:high], cell.RangeMax()+1)
	low, high = low+first, low+end
	if high-low <= few || cell.IsLeaf() {
		for i := low; i < high; i++ {
			if s2.ChordAngleBetweenPoints(w.of.centre, w.points[w.at[i]]) <= w.of.chord {
				w.found.add(w.owners[i])
			}
		}
		return
	}
	switch area := s2.CellFromCellID(cell); {
	case w.inside.ContainsCell(area):
		for _, owner := range w.owners[low:high] {
			w.found.add(owner)
		}
	case w.around.IntersectsCell(area):
		for _, child := range cell.Children() {
			w.add(child, low, high)
		}
	}
}
