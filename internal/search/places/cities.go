package places

import (
	"cmp"
	_ "embed"
	"iter"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// City is a city, a town or another place where people live.
type City struct {
	Name  string
	State string // the two-letter code
	// Population is 0 where it is not known, mostly because it is below 1,000.
	Population int
	// Point is the middle of the areas of its ZIP codes.
	Point

	zips []uint32 // ascending
}

// ZIPs returns the ZIP codes of which the city is the place in addresses, ascending. Parts of cities and suburbs may
// have none of their own.
func (c *City) ZIPs() []string { return format(c.zips) }

// Label is the name with the state, such as Flint, MI.
func (c *City) Label() string { return c.Name + ", " + c.State }

// Cities yields all cities, by the codes of the states, then by name.
func Cities() iter.Seq[*City] {
	return func(yield func(*City) bool) {
		all := cities().all
		for i := range all {
			if !yield(&all[i]) {
				return
			}
		}
	}
}

// CitiesNamed returns the cities of a name in all states, in the order in which people are likely to mean them: by
// population, then by the number of their ZIP codes. Who lives in a part of a city, or a place without ZIP codes of its
// own, counts a tenth: Hollywood is the city in Florida, and Manhattan is not the one in Kansas.
func CitiesNamed(name string) []*City {
	x := cities()
	var named []*City
	for _, i := range x.named[CityKey(name)] {
		named = append(named, &x.all[i])
	}
	return named
}

// FindCity returns the city of a name in a state, which is given by its two-letter code. Where the state is empty it is
// the one that people are likely to mean, and none where several are as likely.
func FindCity(name, state string) (city *City, ok bool) {
	named := CitiesNamed(name)
	if state == "" && len(named) > 1 && compareSizes(named[0], named[1]) == 0 {
		return nil, false
	}
	for _, c := range named {
		if state == "" || c.State == state {
			return c, true
		}
	}
	return nil, false
}

// CityOf returns the city of a ZIP code or ZIP+4.
func CityOf(zip string) (city *City, ok bool) {
	n, ok := parse(zip)
	if !ok {
		return nil, false
	}
	return cities().of(n)
}

// compareSizes orders cities of one name, larger ones first.
func compareSizes(a, b *City) int {
	return cmp.Or(cmp.Compare(b.weight(), a.weight()), cmp.Compare(len(b.zips), len(a.zips)))
}

func (c *City) weight() int {
	const part = 10
	if len(c.zips) == 0 {
		return c.Population / part
	}
	return c.Population
}

// citiesFile has the cities as places/generate writes them; the format is described at its top.
//
//go:embed cities.txt
var citiesFile string

// cities is read when first asked for.
var cities = sync.OnceValue(func() *cityTable { return readCities(citiesFile) })

// cityTable never changes once it is read.
type cityTable struct {
	all   []City
	named map[string][]uint16 // by CityKey, in the order of CitiesNamed
	// rows gives the position plus one of the city of each ZIP code.
	rows [codeCount]uint16
	// standIns are the ZIP codes whose areas are taken for those of cities without any, by the first code of the city.
	standIns map[uint32]uint32
}

func (x *cityTable) of(zip uint32) (city *City, ok bool) {
	if x.rows[zip] == 0 {
		return nil, false
	}
	return &x.all[x.rows[zip]-1], true
}

func readCities(file string) *cityTable {
	const aboutRows = 35_000
	x := &cityTable{
		all: make([]City, 0, aboutRows), named: make(map[string][]uint16, aboutRows), standIns: make(map[uint32]uint32),
	}
	state := ""
	for line := range strings.Lines(file) {
		line = strings.TrimSuffix(line, "\n")
		name, rest, isCity := strings.Cut(line, "|")
		switch {
		case strings.HasPrefix(line, "#"):
		case isCity:
			x.add(name, state, rest)
		default:
			state = line
		}
	}
	for i := range x.all {
		key := CityKey(x.all[i].Name)
		x.named[key] = append(x.named[key], uint16(i))
	}
	for _, named := range x.named {
		slices.SortStableFunc(named, func(a, b uint16) int { return compareSizes(&x.all[a], &x.all[b]) })
	}
	return x
}

// add adds a city, of which rest is what a line has after the name.
func (x *cityTable) add(name, state, rest string) {
	population, rest, _ := strings.Cut(rest, "|")
	c := City{Name: name, State: state}
	c.Population, _ = strconv.Atoi(population)
	rest, at, _ := strings.Cut(rest, "@")
	rest, standIn, isStoodInFor := strings.Cut(rest, "=")
	for part := range strings.FieldsSeq(rest) {
		first, last, _ := strings.Cut(part, "-")
		for zip := number(first); zip <= max(number(first), number(last)); zip++ {
			c.zips = append(c.zips, zip)
			x.rows[zip] = uint16(len(x.all) + 1)
		}
	}
	switch {
	case isStoodInFor:
		x.standIns[c.zips[0]] = number(standIn)
		c.Point, _ = zips().area(number(standIn))
	case at != "":
		north, east, _ := strings.Cut(at, ",")
		c.Latitude, _ = strconv.ParseFloat(north, 64)
		c.Longitude, _ = strconv.ParseFloat(east, 64)
	default:
		c.Point = middle(c.zips)
	}
	x.all = append(x.all, c)
}

// middle is the median of the latitudes and that of the longitudes of the areas, so that a single one far away does not
// count.
func middle(codes []uint32) Point {
	t := zips()
	var north, east []int32
	for _, code := range codes {
		if row := t.rows[code]; row > 0 {
			north, east = append(north, t.points[row-1].latitude), append(east, t.points[row-1].longitude)
		}
	}
	return Point{median(north) / unitsPerDegree, median(east) / unitsPerDegree}
}

func median(values []int32) float64 {
	slices.Sort(values)
	n := len(values)
	return (float64(values[(n-1)/2]) + float64(values[n/2])) / 2
}
