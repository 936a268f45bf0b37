package catalog

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"findcare/internal/search/places"
	"findcare/models"
)

// inBox tries both names of the antimeridian.
func inBox(at places.Point, b *Box) bool {
	if at.Latitude < b.South || at.Latitude > b.North {
		return false
	}
	names := []float64{at.Longitude}
	if math.Abs(at.Longitude) == 180 {
		names = []float64{-180, 180}
	}
	return math.Abs(at.Latitude) == 90 || slices.ContainsFunc(names, func(longitude float64) bool {
		if b.West > b.East {
			return !(longitude > b.East && longitude < b.West)
		}
		return !(longitude < b.West || longitude > b.East)
	})
}

// pointsOf are where a provider is, without those locations that are nowhere.
func pointsOf(p *models.Provider) (points []places.Point) {
	for _, l := range p.Locations {
		if at, ok := pointOf(&l); ok {
			points = append(points, at)
		}
	}
	return points
}

func pointOf(l *models.Location) (places.Point, bool) {
	if l.Latitude != nil {
		return places.Point{Latitude: *l.Latitude, Longitude: *l.Longitude}, true
	}
	return places.ZIP(string(l.PostalCode))
}

// byVideo reports whether a provider counts as near for meeting by video or phone in the state of the place.
func byVideo(p *models.Provider, near *Near) bool {
	if near.OrByVideoInState == nil || !*near.OrByVideoInState {
		return false
	}
	state := "MI"
	switch place := near.At; {
	case place.Point != nil && math.Abs(place.Point.Latitude) == 90, place.Point != nil && place.Point.Longitude > 0:
		return false // in no state
	case place.Point != nil && place.Point.Longitude == -180:
		return false
	case place.PostalCode != nil && (*place.PostalCode)[:1] == "7", place.Place != nil && *place.Place == "flint texas":
		state = "TX"
	}
	states, _, licensed := placesOf(p)
	return anyIn(stringsOf(p.SessionFormats), []string{"VIDEO", "PHONE"}) &&
		slices.Contains(append(states, licensed...), state)
}

// clusteredAt is where a provider counts on a map.
func clusteredAt(p *models.Provider, f *ProviderFilter) (at places.Point, ok bool) {
	type candidate struct {
		at       places.Point
		distance float64
	}
	var all, preferred []candidate
	for _, l := range p.Locations {
		at, known := pointOf(&l)
		if !known || f.Within != nil && !inBox(at, f.Within.Box) {
			continue
		}
		c := candidate{at: at}
		if f.Near != nil {
			from := placeOf(f.Near)
			c.distance = haversine(from.Latitude, from.Longitude, at.Latitude, at.Longitude)
			if c.distance > *f.Near.WithinMiles {
				continue
			}
		}
		all = append(all, c)
		_, cities, _ := placesOf(&models.Provider{Locations: []models.Location{l}})
		if slices.Contains(f.States, l.StateCode) || anyIn(cities, folded(f.Cities)) {
			preferred = append(preferred, c)
		}
	}
	for _, list := range [][]candidate{preferred, all} {
		if len(list) > 0 {
			nearest := slices.MinFunc(list, func(a, b candidate) int { return cmp.Compare(a.distance, b.distance) })
			return nearest.at, true
		}
	}
	return at, false
}

// cellOf is the cell of a point in a grid of 2 to the power of level columns and rows.
func cellOf(at places.Point, level int) [2]int {
	n := math.Exp2(float64(level))
	latitude := at.Latitude * math.Pi / 180
	row := (1 - math.Log(math.Tan(latitude)+1/math.Cos(latitude))/math.Pi) / 2 * n
	switch {
	case at.Latitude > 85.05:
		row = 0
	case at.Latitude < -85.05:
		row = n - 1
	}
	column := min((at.Longitude+180)/360*n, n-1)
	return [2]int{int(column), int(row)}
}

// countCells counts the cells of the highest level up to one that has at most so many of them.
func countCells(points []places.Point, level, size int) map[[2]int]int {
	for {
		counts := make(map[[2]int]int)
		for _, at := range points {
			counts[cellOf(at, level)]++
		}
		if len(counts) <= size {
			return counts
		}
		level--
	}
}

// withPlacesOfText is the filter with the places that its text asks for.
func (w *searched) withPlacesOfText() *ProviderFilter {
	f := *w.filter
	f.Near = w.near()
	if w.text != nil {
		for i := range w.text.Intents {
			part := asFilter(&w.text.Intents[i])
			f.States = append(slices.Clone(f.States), part.States...)
			f.Cities = append(slices.Clone(f.Cities), part.Cities...)
		}
	}
	return &f
}

// checkClusters compares the clusters of some levels with counting the cells that providers are in.
func (w *searched) checkClusters(t *rapid.T, c ProviderConnection) {
	var points []places.Point
	asked := w.withPlacesOfText()
	for _, p := range w.want {
		if at, ok := clusteredAt(p, asked); ok {
			points = append(points, at)
		}
	}
	if got, want := c.UnplacedCount(), len(w.want)-len(points); got != want {
		t.Fatalf("%d are in no cluster, want %d", got, want)
	}
	for _, zoom := range []int{0, rapid.IntRange(1, 19).Draw(t, "zoom"), 20} {
		size := rapid.SampledFrom([]int{1, 2, 5, 1000}).Draw(t, "clusters")
		clusters, err := c.Clusters(zoom, &size)
		if err != nil {
			t.Fatal(err)
		}
		if fault := compareClusters(clusters, countCells(points, zoom+2, size)); fault != "" {
			t.Fatalf("zoom %d: %s", zoom, fault)
		}
	}
}

// compareClusters says how clusters differ from the counts of cells.
func compareClusters(clusters []ProviderCluster, cells map[[2]int]int) string {
	var got []int
	for _, c := range clusters {
		got = append(got, c.Count)
		b := c.Bounds()
		if c.Latitude < b.South || c.Latitude > b.North || c.Longitude < b.West || c.Longitude > b.East {
			return fmt.Sprintf("%v, %v is outside of %v", c.Latitude, c.Longitude, b)
		}
		if alone := c.Provider(); (alone != nil) != (c.Count == 1) {
			return fmt.Sprintf("a cluster of %d has the provider %v", c.Count, alone)
		}
	}
	want := slices.Sorted(maps.Values(cells))
	slices.Reverse(want)
	if !slices.Equal(got, want) {
		return fmt.Sprintf("counts %v, want %v", got, want)
	}
	return ""
}

// Boxes, clusters and circles of providers without anything else that is asked for.
func TestPlacesOfProviders(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawer{t}
		directory := taxonomy()
		for i := range rapid.IntRange(0, 30).Draw(t, "providers") {
			directory.Providers = append(directory.Providers, d.provider(i))
		}
		s, o := Build(directory, options), newOracle(directory)
		for range 4 {
			f := d.filter()
			f.Text = nil
			o.check(t, s, f, draw(d, "order", orders...), rapid.IntRange(1, 7).Draw(t, "page size"))
		}
	})
}

// manyPlaces are providers anywhere on the globe, many of them in a few places, on the antimeridian and at the poles.
func manyPlaces(n int) *models.Directory {
	random := rand.New(rand.NewPCG(3, 4))
	directory := &models.Directory{}
	for i := range n {
		p := &models.Provider{Header: header(models.KindProvider, fmt.Sprint("p", i)), Name: fmt.Sprint("P ", i)}
		for range random.IntN(3) {
			latitude, longitude := random.Float64()*180-90, random.Float64()*360-180
			switch random.IntN(8) {
			case 0, 1, 2:
				latitude, longitude = 25+random.Float64()*24, -125+random.Float64()*58
			case 3:
				latitude, longitude = math.Round(latitude/30)*30, math.Round(longitude/30)*30
			case 4:
				latitude, longitude = 42.9+random.NormFloat64()/10, -83.7+random.NormFloat64()/10
			}
			p.Locations = append(p.Locations, models.Location{Latitude: &latitude, Longitude: &longitude})
		}
		directory.Providers = append(directory.Providers, p)
	}
	return directory
}

func TestBoxesAndClustersOf100000(t *testing.T) {
	directory := manyPlaces(100_000)
	s := Build(directory, options)
	random := rand.New(rand.NewPCG(5, 6))
	degrees := func(limit int) float64 {
		if random.IntN(2) == 0 {
			return float64(random.IntN(2*limit/30+1)*30 - limit)
		}
		return (random.Float64()*2 - 1) * float64(limit)
	}
	for i := range 25 {
		south, north := degrees(90), degrees(90)
		f := &ProviderFilter{Within: &Within{&Box{min(south, north), degrees(180), max(south, north), degrees(180)}}}
		if i == 0 {
			f.Within = nil
		}
		c, err := s.Providers(ProviderSearch{Filter: f})
		if err != nil {
			t.Fatal(err)
		}
		count, clustered := 0, []places.Point(nil)
		for _, p := range directory.Providers {
			inside := func(at places.Point) bool { return inBox(at, f.Within.Box) }
			if f.Within == nil || slices.ContainsFunc(pointsOf(p), inside) {
				count++
			}
			if at, ok := clusteredAt(p, f); ok {
				clustered = append(clustered, at)
			}
		}
		if c.TotalCount() != count || c.UnplacedCount() != count-len(clustered) {
			t.Fatalf("%+v: %d, %d in no cluster, want %d, %d",
				f.Within.Box, c.TotalCount(), c.UnplacedCount(), count, count-len(clustered))
		}
		for zoom := i % 5; zoom <= 20; zoom += 5 {
			checkZoom(t, c, clustered, zoom)
		}
	}
}

// checkZoom also wants the clusters to sum to all who are somewhere, and their bounds to find them.
func checkZoom(t *testing.T, c ProviderConnection, clustered []places.Point, zoom int) {
	t.Helper()
	size := 1000
	clusters, err := c.Clusters(zoom, &size)
	if err != nil {
		t.Fatal(err)
	}
	if fault := compareClusters(clusters, countCells(clustered, zoom+2, size)); fault != "" {
		t.Errorf("zoom %d: %s", zoom, fault)
	}
	sum := 0
	for i, cluster := range clusters {
		sum += cluster.Count
		if i > 3 {
			continue
		}
		box := Box(cluster.Bounds())
		within, err := c.snapshot.Providers(ProviderSearch{Filter: &ProviderFilter{Within: &Within{&box}}})
		if err != nil || within.TotalCount() < cluster.Count {
			t.Errorf("zoom %d: %d are within %v, %v, want %d", zoom, within.TotalCount(), box, err, cluster.Count)
		}
	}
	if want := c.TotalCount() - c.UnplacedCount(); sum != want {
		t.Errorf("zoom %d: the clusters sum to %d, want %d", zoom, sum, want)
	}
}

func TestBoxesThatAreRefused(t *testing.T) {
	s := Build(&models.Directory{}, options)
	for _, test := range []struct {
		box  Box
		want string
	}{
		{Box{South: -91}, "filter.within.box.south: -91 must be from -90 to 90"},
		{Box{North: math.NaN()}, "filter.within.box.north: NaN must be from -90 to 90"},
		{Box{West: 180.5}, "filter.within.box.west: 180.5 must be from -180 to 180"},
		{Box{East: math.Inf(-1)}, "filter.within.box.east: -Inf must be from -180 to 180"},
		{Box{South: 1}, "filter.within.box.south: 1 must not be above north, which is 0"},
	} {
		_, err := s.Providers(ProviderSearch{Filter: &ProviderFilter{Within: &Within{&test.box}}})
		if err == nil || err.Error() != test.want {
			t.Errorf("got %v, want %s", err, test.want)
		}
	}
	c, _ := s.Providers(ProviderSearch{})
	for _, wrong := range []struct{ zoom, first int }{{-1, 1}, {21, 1}, {3, 0}, {3, 1001}} {
		if _, err := c.Clusters(wrong.zoom, &wrong.first); err == nil {
			t.Errorf("%v is allowed", wrong)
		}
	}
	if clusters, err := c.Clusters(3, nil); err != nil || clusters == nil || len(clusters) > 0 {
		t.Errorf("got %v, %v", clusters, err)
	}
}
