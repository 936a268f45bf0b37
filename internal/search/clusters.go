package search

import (
	"cmp"
	"math"
	"math/bits"
	"slices"

	"findcare/internal/search/places"
	"findcare/models"
)

// Cluster is the providers of one cell of a map's grid.
type Cluster struct {
	Count int
	// Latitude and Longitude are the mean of where they are, and Bounds what holds all of them.
	Latitude, Longitude float64
	Bounds              Box
	// Provider is whose cluster it is where Count is 1, else nil.
	Provider *models.Provider
}

// MaxZoom is the highest zoom level of a map. The tiles of web maps are squares of the spherical Mercator projection:
// at zoom 0 one shows the world, and at each further level it is four.
const MaxZoom = 20

const (
	// tileZoom is the level of what tile numbers: cells are a sixteenth of a tile, 64 pixels wide on a screen.
	tileZoom = MaxZoom + 2
	tilesPer = 1 << tileZoom // in each direction
)

// tile is a cell of the grid at the highest level: its column in the higher half, and its row in the lower.
type tile uint64

func tileOf(at places.Point) tile {
	const highest = 85.05112877980659 // where the square of the map ends
	north := math.Max(-highest, math.Min(highest, at.Latitude)) * math.Pi / 180
	column := (at.Longitude/360 + 0.5) * tilesPer
	row := (0.5 - math.Asinh(math.Tan(north))/(2*math.Pi)) * tilesPer
	return tile(clampTile(column))<<32 | tile(clampTile(row))
}

func clampTile(at float64) uint32 { return uint32(math.Max(0, math.Min(at, tilesPer-1))) }

// at returns the cell of the tile at a lower level.
func (t tile) at(level int) tile {
	down := tileZoom - level
	return t>>32>>down<<32 | t&math.MaxUint32>>down
}

// Clusters groups all who match by the cells of a map's grid, most providers first. Each provider counts once: where
// they are nearest to the center of the query's circle, else at their first location; and in the query's box and
// circle, if it has them. Among several such locations those are taken that preferred returns true for, unless it is
// nil. There are at most so many clusters: where the level has more cells, a lower one is taken.
func (r *Results) Clusters(zoom, size int, preferred func(*models.Location) bool) []Cluster {
	c := &clusterer{level: zoom + 2, size: size, query: r.query, preferred: preferred, at: make(map[tile]int)}
	r.eachMatch(c.add)
	slices.SortFunc(c.cells, func(a, b clusterCell) int {
		return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.tile, b.tile))
	})
	clusters := make([]Cluster, len(c.cells))
	for i := range c.cells {
		clusters[i] = c.cells[i].cluster()
	}
	return clusters
}

// Unplaced returns the number of those who match and are in no cluster: who has no known location, and who was found
// for another reason than one that is in the query's circle.
func (r *Results) Unplaced() (n int) {
	c := &clusterer{query: r.query}
	r.eachMatch(func(v *view, ordinal uint32) {
		if _, ok := c.place(v, ordinal); !ok {
			n++
		}
	})
	return n
}

func (r *Results) eachMatch(yield func(v *view, ordinal uint32)) {
	for _, e := range r.evaluated {
		for at, word := range e.matches {
			for ; word != 0; word &= word - 1 {
				yield(e.view, uint32(at*64+bits.TrailingZeros64(word)))
			}
		}
	}
}

type clusterer struct {
	query     *Query
	preferred func(*models.Location) bool
	level     int
	size      int
	at        map[tile]int // the index in cells
	cells     []clusterCell
}

// clusterCell sums in whole units, so that the order in which providers come does not matter.
type clusterCell struct {
	tile        tile
	count       int
	north, east int64 // the sums of degrees, in units of 1e-7
	bounds      Box
	view        *view // of the first provider
	ordinal     uint32
}

const clusterUnits = 1e7

func (c *clusterer) add(v *view, ordinal uint32) {
	at, ok := c.place(v, ordinal)
	if !ok {
		return
	}
	p := v.geo.degrees[at]
	c.merge(&clusterCell{
		tile: v.geo.tiles[at].at(c.level), count: 1,
		north: int64(math.Round(p.Latitude * clusterUnits)), east: int64(math.Round(p.Longitude * clusterUnits)),
		bounds: Box{p.Latitude, p.Longitude, p.Latitude, p.Longitude}, view: v, ordinal: ordinal,
	})
}

func (c *clusterer) merge(from *clusterCell) {
	i, ok := c.at[from.tile]
	if !ok {
		c.at[from.tile] = len(c.cells)
		c.cells = append(c.cells, *from)
		if len(c.cells) > c.size && c.level > 0 {
			c.coarsen()
		}
		return
	}
	into := &c.cells[i]
	into.count, into.north, into.east = into.count+from.count, into.north+from.north, into.east+from.east
	into.bounds.South = min(into.bounds.South, from.bounds.South)
	into.bounds.North = max(into.bounds.North, from.bounds.North)
	into.bounds.West = min(into.bounds.West, from.bounds.West)
	into.bounds.East = max(into.bounds.East, from.bounds.East)
}

// coarsen goes to the next lower level.
func (c *clusterer) coarsen() {
	cells := c.cells
	c.level--
	c.cells = nil
	clear(c.at)
	for i := range cells {
		t := cells[i].tile
		cells[i].tile = t>>33<<32 | t&math.MaxUint32>>1
		c.merge(&cells[i])
	}
}

func (c *clusterCell) cluster() Cluster {
	n := float64(c.count) * clusterUnits
	made := Cluster{
		Count: c.count, Bounds: c.bounds,
		Latitude:  max(c.bounds.South, min(float64(c.north)/n, c.bounds.North)),
		Longitude: max(c.bounds.West, min(float64(c.east)/n, c.bounds.East)),
	}
	if c.count == 1 {
		made.Latitude, made.Longitude = c.bounds.South, c.bounds.West
		made.Provider = c.view.providers[c.ordinal].Provider
	}
	return made
}

// place returns at which of the points a provider counts.
func (c *clusterer) place(v *view, ordinal uint32) (at uint32, ok bool) {
	first, end := v.geo.offsets[ordinal], v.geo.offsets[ordinal+1]
	best := bestPlace{distance: math.Inf(1)}
	for at := first; at < end; at++ {
		if c.query.box != nil && !c.query.box.contains(&v.geo, at) {
			continue
		}
		here := bestPlace{at: at, ok: true}
		if near := c.query.near; near != nil {
			if !near.contains(&v.geo, at) {
				continue
			}
			here.distance = float64(near.chordTo(v.geo.points[at]))
		}
		if c.preferred != nil && end > first+1 {
			here.preferred = c.preferred(v.location(ordinal, at-first))
		}
		if here.before(&best) {
			best = here
		}
	}
	return best.at, best.ok
}

type bestPlace struct {
	at            uint32
	ok, preferred bool
	distance      float64
}

func (b *bestPlace) before(other *bestPlace) bool {
	switch {
	case !other.ok || b.preferred != other.preferred:
		return !other.ok || b.preferred
	}
	return b.distance < other.distance
}

// location returns the location of a provider that has the provider's nth point.
func (s *segment) location(ordinal, nth uint32) *models.Location {
	locations := s.providers[ordinal].Locations
	for i := range locations {
		if _, ok := locationPoint(&locations[i]); ok {
			if nth == 0 {
				return &locations[i]
			}
			nth--
		}
	}
	return &models.Location{} // not reached: each point is that of a location
}
