package catalog

import (
	"cmp"
	"fmt"
	"math"

	"findcare/internal/search"
	"findcare/internal/search/places"
	"findcare/models"
)

// Near asks for providers with a location near a place.
type Near struct {
	At          Place
	WithinMiles *float64
	// OrByVideoInState also finds those who meet by video or phone and are licensed, or located, in the place's state.
	OrByVideoInState *bool
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

// read returns what is near, and its place. Errors name the field, which is below path.
func (n *Near) read(path string) (circle *search.Circle, found places.Place, err error) {
	miles := float64(search.DefaultMiles)
	if n.WithinMiles != nil {
		miles = *n.WithinMiles
	}
	if !(miles > 0 && miles <= maxMiles) {
		return nil, found, models.BadInput("%s.withinMiles: %g must be above 0 and at most %d", path, miles, maxMiles)
	}
	found, err = n.At.find(path + ".at")
	if err != nil {
		return nil, found, err
	}
	return search.NewCircle(found.Latitude, found.Longitude, miles), found, nil
}

// byVideoIn returns the code of the state in which those count who meet by video or phone; empty where none do.
func (n *Near) byVideoIn(found places.Place) string {
	if n.OrByVideoInState == nil || !*n.OrByVideoInState {
		return ""
	}
	return cmp.Or(found.State, places.StateAt(found.Point))
}

func (r *filterReader) near(near *Near) {
	if near == nil {
		return
	}
	circle, found, err := near.read("filter.near")
	if err != nil {
		if r.err == nil {
			r.err = err
		}
		return
	}
	x, y, z := circle.Center()
	canonical := fmt.Sprint(x, y, z, circle.Miles())
	if state := near.byVideoIn(found); state != "" {
		name := r.scoped("near", canonical+" or by video in "+state)
		r.query.NearOrByVideo(name, circle, state, r.snapshot.Today())
		return
	}
	r.query.Near(r.scoped("near", canonical), circle)
}

// find returns the place that is asked for. A point has no label.
func (p *Place) find(path string) (found places.Place, err error) {
	switch {
	case p.PostalCode != nil:
		at, ok := places.ZIP(*p.PostalCode)
		if !ok {
			return found, models.BadInput(
				"%s.postalCode: %.20q must be a ZIP code of the United States, such as 48507%s",
				path, *p.PostalCode, didYouMean(places.SimilarZIPs(*p.PostalCode, maxMeant)),
			)
		}
		found = places.Place{Label: *p.PostalCode, State: places.StateOfZIP(*p.PostalCode), Point: at}
		found.StandIn, _ = places.StandIn(*p.PostalCode)
		return found, nil
	case p.Place != nil:
		return findPlace(path+".place", *p.Place)
	case p.Point != nil:
		if !(math.Abs(p.Point.Latitude) <= 90) {
			return found, models.BadInput("%s.point.latitude: %g must be from -90 to 90", path, p.Point.Latitude)
		}
		if !(math.Abs(p.Point.Longitude) <= 180) {
			return found, models.BadInput("%s.point.longitude: %g must be from -180 to 180", path, p.Point.Longitude)
		}
		return places.Place{Point: places.Point(*p.Point)}, nil
	}
	return found, models.BadInput("%s: must have a postalCode, a place or a point", path)
}

func findPlace(path, text string) (found places.Place, err error) {
	if len(text) > maxTextLength {
		return found, models.BadInput("%s: %d bytes must be at most %d", path, len(text), maxTextLength)
	}
	found, ok := places.Find(text)
	if !ok {
		return found, models.BadInput(
			"%s: %.80q must be one city of the United States, such as Flint, MI, or a ZIP code%s",
			path, text, didYouMean(places.SimilarPlaces(text, maxMeant)),
		)
	}
	return found, nil
}

// FoundPlace is where distances are from.
type FoundPlace struct {
	Label       models.OptionalString
	Latitude    float64
	Longitude   float64
	WithinMiles float64
	TakenAs     models.OptionalString
	state       string
}

// Near is the place that the filter's near asks for, nil without one.
func (c ProviderConnection) Near() *FoundPlace {
	near := c.filter.Near
	if near == nil {
		return nil
	}
	found, err := near.At.find("")
	if err != nil {
		return nil // not here: the search has found it
	}
	at := &FoundPlace{
		Label: models.OptionalString(found.Label), Latitude: found.Latitude, Longitude: found.Longitude,
		WithinMiles: search.DefaultMiles, TakenAs: models.OptionalString(found.StandIn), state: found.State,
	}
	if near.WithinMiles != nil {
		at.WithinMiles = *near.WithinMiles
	}
	return at
}

// State is the code of the state; for a point it is that of the nearest ZIP code, and empty far away from all.
func (p *FoundPlace) State() models.OptionalString {
	if p.state != "" {
		return models.OptionalString(p.state)
	}
	return models.OptionalString(places.StateAt(places.Point{Latitude: p.Latitude, Longitude: p.Longitude}))
}
