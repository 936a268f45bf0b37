package places

import (
	"math"
	"slices"
	"testing"

	"findcare/internal/tables"
)

func TestFind(t *testing.T) {
	for _, test := range []struct {
		text, want          string
		latitude, longitude float64
	}{
		{"Flint, MI", "Flint, MI", 43.02, -83.69},
		{"Flint, Michigan", "Flint, MI", 43.02, -83.69},
		{"flint mi", "Flint, MI", 43.02, -83.69},
		{" FLINT ,mi ", "Flint, MI", 43.02, -83.69},
		{"Flint", "Flint, MI", 43.02, -83.69},
		{"flint texas", "Flint, TX", 32.20, -95.40},
		{"48507", "48507", 42.97, -83.72},
		{"48507-1234", "48507-1234", 42.97, -83.72},
		{"Flint, MI 48507", "48507", 42.97, -83.72},
		{"Flint, MI,48507", "", 0, 0},
		{"St. Louis", "St. Louis, MO", 38.63, -90.25},
		{"st louis mo", "St. Louis, MO", 38.63, -90.25},
		{"Saint Louis, MI", "Saint Louis, MI", 43.41, -84.61},
		{"Ft. Worth", "Fort Worth, TX", 32.77, -97.32},
		{"mt vernon, ny", "Mount Vernon, NY", 40.91, -73.83},
		{"O Fallon, MO", "O'Fallon, MO", 38.79, -90.70},
		{"mc allen tx", "McAllen, TX", 26.22, -98.24},
		{"Washington", "Washington, DC", 38.90, -77.03},
		{"Washington, D.C.", "Washington, DC", 38.90, -77.03},
		{"washington d.c.", "Washington, DC", 38.90, -77.03},
		{"nyc", "New York, NY", 40.75, -73.98},
		{"New York", "New York, NY", 40.75, -73.98},
		{"new york new york", "New York, NY", 40.75, -73.98},
		{"kansas city kansas", "Kansas City, KS", 39.11, -94.70},
		{"winston salem north carolina", "Winston-Salem, NC", 36.10, -80.25},
		{"Hollywood", "Hollywood, FL", 26.02, -80.18},
		{"Manhattan", "New York, NY", 40.76, -73.98},
		{"dc", "Washington, DC", 38.90, -77.03},
		{"Portland", "Portland, OR", 45.52, -122.65},
		{"West Allis, WI", "West Allis, WI", 43.02, -88.01},
		{"san juan puerto rico", "San Juan, PR", 18.41, -66.06},
		{"Philly", "Philadelphia, PA", 39.97, -75.16},
		{"Clinton Corners", "Clinton Corners, NY", 41.85, -73.77},
		{"Flnt, MI", "", 0, 0},
		{"Flint, OH", "", 0, 0},
		{"Flint, Nowhere", "", 0, 0},
		{"Texas, Flint", "", 0, 0},
		{"", "", 0, 0},
		{",", "", 0, 0},
		{", MI", "", 0, 0},
		{"MI", "", 0, 0},
		{"\xff", "", 0, 0},
	} {
		got, ok := Find(test.text)
		far := math.Abs(got.Latitude-test.latitude) > 0.1 || math.Abs(got.Longitude-test.longitude) > 0.1
		if ok != (test.want != "") || got.Label != test.want || far {
			t.Errorf("Find(%q) = %+v, %t, want %s near %v, %v",
				test.text, got, ok, test.want, test.latitude, test.longitude)
		}
	}
}

func TestStatesOfPlaces(t *testing.T) {
	for text, want := range map[string]string{
		"06390": "NY", "48507-1234": "MI", "96799": "AS", "flint mi": "MI", "20500": "DC", "84536": "UT", "72405": "AR",
	} {
		if got, ok := Find(text); !ok || got.State != want {
			t.Errorf("Find(%q) is in %q, %t, want %s", text, got.State, ok, want)
		}
	}
	if state := StateOfZIP("99999"); state != "" {
		t.Errorf("99999 is in %q", state)
	}
}

func TestStandIn(t *testing.T) {
	for _, test := range []struct{ code, want string }{
		{"10118", "10119"}, // the Empire State Building
		{"48501", "48502"}, // boxes in Flint
		{"48501-1234", "48502"},
		{"00501", "11742"}, // Holtsville
		{"41096", "41056"}, // a city without an area
		{"48507", ""},
		{"99999", ""},
		{"09001", ""},
		{"", ""},
	} {
		got, ok := StandIn(test.code)
		if got != test.want || ok != (test.want != "") {
			t.Errorf("StandIn(%q) = %q, %t, want %q", test.code, got, ok, test.want)
		}
		if !ok {
			continue
		}
		taken, _ := ZIP(test.want)
		if at, ok := ZIP(test.code); !ok || at != taken {
			t.Errorf("ZIP(%q) = %v, %t, want that of %s", test.code, at, ok, test.want)
		}
	}
}

// TestEveryZIPHasAPlace reads all ZIP codes in use: each is somewhere in its state, and its city is around.
func TestEveryZIPHasAPlace(t *testing.T) {
	count, far := 0, 0
	for city := range Cities() {
		if city.Point == (Point{}) || city.Name == "" || len(city.State) != 2 {
			t.Errorf("%+v is nowhere", city)
		}
		for _, zip := range city.ZIPs() {
			count++
			at, ok := ZIP(zip)
			if of, known := CityOf(zip); !ok || !known || of != city {
				t.Errorf("%s of %s is at %v, of %v", zip, city.Label(), at, of)
			}
			if !slices.Contains(tables.ZIPStates(zip), city.State) {
				far++
			}
			if math.Abs(at.Latitude-city.Latitude) > 1 || math.Abs(at.Longitude-city.Longitude) > 1.5 {
				far++
			}
		}
	}
	if count < 41_900 || far > 40 {
		t.Errorf("%d ZIP codes, of which %d are far from their cities", count, far)
	}
}

func TestCityOfManyStates(t *testing.T) {
	named := CitiesNamed("springfield")
	if len(named) < 20 || named[0].Label() != "Springfield, MO" || named[1].Label() != "Springfield, MA" {
		t.Errorf("%d Springfields, the first is %v", len(named), named[0])
	}
	if c, ok := FindCity("Nowheresville", "MI"); ok || c != nil {
		t.Errorf("found %v", c)
	}
	// As large as each other, as far as is known, so nobody can tell which is meant.
	var tied string
	for c := range Cities() {
		if all := CitiesNamed(c.Name); len(all) > 1 && compareSizes(all[0], all[1]) == 0 {
			tied = c.Name
			break
		}
	}
	if c, ok := FindCity(tied, ""); tied == "" || ok {
		t.Errorf("FindCity(%q) = %v, want none of several", tied, c)
	}
	if similar := SimilarPlaces(tied, 2); len(similar) != 2 {
		t.Errorf("similar to %s: %q", tied, similar)
	}
}

func TestSimilarPlaces(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string
	}{
		{"Flnt, MI", []string{"Flint, MI"}},
		{"Flint, OH", []string{"Flint, MI", "Flint, TX"}},
		{"Flint, Mich", []string{"Flint, MI", "Flint, TX"}},
		{"milwakee", []string{"Milwaukee, WI", "Milwaukee, NC"}},
		{"4850", []string{"48502", "48503"}},
		{"48500", []string{"48502", "48503"}},
		{"xyzzyqq", nil},
		{"", nil},
		{"ab", nil},
	} {
		if got := SimilarPlaces(test.text, 2); !slices.Equal(got, test.want) {
			t.Errorf("SimilarPlaces(%q) = %q, want %q", test.text, got, test.want)
		}
	}
	if got := SimilarPlaces("Flint, OH", -1); got != nil {
		t.Errorf("got %q", got)
	}
}

func TestComplete(t *testing.T) {
	labels := func(cities []*City) (all []string) {
		for _, c := range cities {
			all = append(all, c.Label())
		}
		return all
	}
	for _, test := range []struct {
		typed string
		want  []string
	}{
		{"flin", []string{"Flint, MI", "Flint City, AL"}},
		{"Flint, m", []string{"Flint, MI", "Flinthill, MO"}},
		{"Flint, Mich", []string{"Flint, MI"}},
		{"st. lou", []string{"St. Louis, MO", "Saint Louis, MI"}},
		{"new y", []string{"New York, NY", "New York Mills, NY"}},
		{"zzz", nil},
		{"", nil},
		{",", nil},
	} {
		if got := labels(Complete(test.typed, 2)); !slices.Equal(got, test.want) {
			t.Errorf("Complete(%q) = %q, want %q", test.typed, got, test.want)
		}
	}
	if got := Complete("a", -1); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}

// TestNearestZIP compares with measuring every area on the globe.
func TestNearestZIP(t *testing.T) {
	for _, at := range []Point{
		{43.0, -83.7}, {51.9, -176.6}, {52.8, 179.9}, {13.4, 144.7}, {18.2, -66.5}, {71.3, -156.8}, {25.8, -80.2},
	} {
		want, least := "", math.Inf(1)
		for _, code := range ZIPsWithPrefix("", math.MaxInt) {
			area, _ := ZIP(code)
			if d := angle(at, area); d < least {
				want, least = code, d
			}
		}
		if got, ok := NearestZIP(at); !ok || got != want {
			t.Errorf("NearestZIP(%v) = %s, %t, want %s", at, got, ok, want)
		}
	}
	for _, at := range []Point{{51.5, 0}, {90, 0}, {-90, 180}} {
		if got, ok := NearestZIP(at); ok {
			t.Errorf("NearestZIP(%v) = %s, want none", at, got)
		}
	}
}

func angle(a, b Point) float64 {
	const degree = math.Pi / 180
	north, east := math.Sin((b.Latitude-a.Latitude)*degree/2), math.Sin((b.Longitude-a.Longitude)*degree/2)
	return north*north + math.Cos(a.Latitude*degree)*math.Cos(b.Latitude*degree)*east*east
}

func FuzzFind(f *testing.F) {
	for _, text := range []string{"Flint, MI", "flint mi", "48507", "st. louis", "a,b,c", " , ", "nyc"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, ok := Find(text)
		if ok != (p.Label != "") || ok && (len(p.State) != 2 || p.Point == Point{}) {
			t.Errorf("Find(%q) = %+v, %t", text, p, ok)
		}
		if !ok {
			return
		}
		if again, ok := Find(p.Label); !ok || again != p {
			t.Errorf("Find(%q) = %+v, but of its label %+v, %t", text, p, again, ok)
		}
	})
}

func BenchmarkReadCities(b *testing.B) {
	for b.Loop() {
		readCities(citiesFile)
	}
}

func BenchmarkFind(b *testing.B) {
	for b.Loop() {
		Find("flint mi")
	}
}

func BenchmarkNearestZIP(b *testing.B) {
	for b.Loop() {
		NearestZIP(Point{43, -83.7})
	}
}
