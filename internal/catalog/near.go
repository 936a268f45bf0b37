package catalog

import (
	"math"

	"findcare/internal/search"
	"findcare/internal/search/places"
	"findcare/models"
)

// Near asks for providers with a location near a place.
type Near struct {
	At          Place
	WithinMiles *float64
}

// Place is a postal code, the name of a city or a point: exactly one of the fields is set.
type Place struct {
	PostalCode *string
	Place      *string
	Point      *Point
}

// Point is a place on the globe, in degrees of WGS 84.
type Point struct{ Latitude, Longitude float64 }

const maxMiles = 500

// circle returns what is near. Errors name the field, which is below path.
func (n *Near) circle(path string) (*search.Circle, error) {
	miles := float64(search.DefaultMiles)
	if n.WithinMiles != nil {
		miles = *n.WithinMiles
	}
	if !(miles > 0 && miles <= maxMiles) {
		return nil, models.BadInput("%s.withinMiles: %g must be above 0 and at most %d", path, miles, maxMiles)
	}
	point, err := n.At.point(path + ".at")
	if err != nil {
		return nil, err
	}
	return search.NewCircle(point.Latitude, point.Longitude, miles), nil
}

func (p *Place) point(path string) (Point, error) {
	switch {
	case p.PostalCode != nil:
		point, ok := places.ZIP(*p.PostalCode)
		if !ok {
			return Point{}, models.BadInput(
				"%s.postalCode: %.20q must be a ZIP code of the United States, such as 48507%s",
				path, *p.PostalCode, didYouMean(places.SimilarZIPs(*p.PostalCode, maxMeant)),
			)
		}
		return Point(point), nil
	case p.Place != nil:
		return findPlace(path+".place", *p.Place)
	case p.Point != nil:
		if !(math.Abs(p.Point.Latitude) <= 90) {
			return Point{}, models.BadInput("%s.point.latitude: %g must be from -90 to 90", path, p.Point.Latitude)
		}
		if !(math.Abs(p.Point.Longitude) <= 180) {
			return Point{}, models.BadInput("%s.point.longitude: %g must be from -180 to 180", path, p.Point.Longitude)
		}
		return *p.Point, nil
	}
	return Point{}, models.BadInput("%s: must have a postalCode, a place or a point", path)
}

func findPlace(path, text string) (Point, error) {
	if len(text) > maxTextLength {
		return Point{}, models.BadInput("%s: %d bytes must be at most %d", path, len(text), maxTextLength)
	}
	place, ok := places.Find(text)
	if !ok {
		return Point{}, models.BadInput(
			"%s: %.80q must be one city of the United States, such as Flint, MI, or a ZIP code%s",
			path, text, didYouMean(places.SimilarPlaces(text, maxMeant)),
		)
	}
	return Point(place.Point), nil
}
