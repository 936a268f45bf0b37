package catalog

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"findcare/internal/search"
	"findcare/models"
)

// Within asks for providers with a location in a part of the globe: exactly one of the fields is set.
type Within struct{ Box *Box }

// Box is what is between two parallels and two meridians, with its edges, in degrees of WGS 84. Where West is above
// East it crosses the antimeridian.
type Box struct{ South, West, North, East float64 }

func (b *Box) check(path string) error {
	for _, edge := range []struct {
		name    string
		degrees float64
		limit   float64
	}{{"south", b.South, 90}, {"north", b.North, 90}, {"west", b.West, 180}, {"east", b.East, 180}} {
		if !(math.Abs(edge.degrees) <= edge.limit) {
			return models.BadInput(
				"%s.%s: %g must be from -%g to %g", path, edge.name, edge.degrees, edge.limit, edge.limit,
			)
		}
	}
	if b.South > b.North {
		return models.BadInput("%s.south: %g must not be above north, which is %g", path, b.South, b.North)
	}
	return nil
}

func (r *filterReader) within(within *Within) {
	if within == nil || within.Box == nil {
		return
	}
	if err := within.Box.check("filter.within.box"); err != nil {
		if r.err == nil {
			r.err = err
		}
		return
	}
	box := search.Box(*within.Box)
	r.query.Within(r.scoped("within", fmt.Sprint(box)), &box)
}

// ProviderCluster is the providers of a cell of a map's grid.
type ProviderCluster struct {
	search.Cluster
	snapshot *Snapshot
}

// Bounds is the smallest box that holds all of them.
func (c ProviderCluster) Bounds() Bounds { return Bounds(c.Cluster.Bounds) }

// Bounds are the edges of a box.
type Bounds struct{ South, West, North, East float64 }

// Provider is whose cluster it is where there is one only.
func (c ProviderCluster) Provider() *Provider {
	if c.Cluster.Provider == nil {
		return nil
	}
	return &Provider{c.Cluster.Provider, c.snapshot}
}

const (
	defaultClusters = 200
	maxClusters     = 1000
)

// Clusters groups all who match by where they are on a map.
func (c ProviderConnection) Clusters(zoom int, first *int) ([]ProviderCluster, error) {
	if zoom < 0 || zoom > search.MaxZoom {
		return nil, models.BadInput("zoom: %d must be from 0 to %d", zoom, search.MaxZoom)
	}
	size := defaultClusters
	if first != nil {
		size = *first
	}
	if size < 1 || size > maxClusters {
		return nil, models.BadInput("first: %d must be from 1 to %d", size, maxClusters)
	}
	found := c.results.Clusters(zoom, size, c.preferredLocation())
	clusters := make([]ProviderCluster, len(found))
	for i := range found {
		clusters[i] = ProviderCluster{found[i], c.snapshot}
	}
	return clusters, nil
}

// UnplacedCount is the number of those who match and are in no cluster.
func (c ProviderConnection) UnplacedCount() int { return c.results.Unplaced() }

// preferredLocation returns what tells the locations in the states and the cities that are asked for; nil where all are
// alike.
func (c ProviderConnection) preferredLocation() func(*models.Location) bool {
	states, cities := slices.Clone(c.filter.States), slices.Clone(c.filter.Cities)
	if c.read != nil {
		for i := range c.read.Intents {
			part := asFilter(&c.read.Intents[i])
			states, cities = append(states, part.States...), append(cities, part.Cities...)
		}
	}
	if len(states)+len(cities) == 0 {
		return nil
	}
	return func(l *models.Location) bool {
		return slices.ContainsFunc(states, func(state string) bool { return isState(state, l) }) ||
			slices.ContainsFunc(cities, func(city string) bool { return isCity(city, l) })
	}
}

func isState(state string, l *models.Location) bool {
	code, ok := models.StateCode(state)
	return ok && code == l.StateCode
}

// isCity reports whether a location is in a city as filters name it: "Flint", "Flint, Michigan" or "Flint, MI".
func isCity(city string, l *models.Location) bool {
	name, state, hasState := strings.Cut(city, ",")
	if models.Fold(strings.TrimSpace(name)) != models.Fold(l.City) {
		return false
	}
	state = strings.TrimSpace(state)
	return !hasState || isState(state, l) || models.Fold(state) == models.Fold(l.State)
}
