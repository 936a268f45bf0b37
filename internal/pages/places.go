package pages

import (
	"slices"
	"strings"

	"findcare/internal/catalog"
	"findcare/models"
)

// leastListed is the fewest providers for which search engines list a page of a place: with fewer, it says too little.
const leastListed = 3

// gazetteer has the cities where providers are, as one version of the directory has them.
type gazetteer struct {
	version string
	cities  map[string][]catalog.Locality // by the code of the state, most providers first
}

// gazetteer returns the cities of the directory as it is now. It is made once for each version.
func (s *site) gazetteer() *gazetteer {
	snapshot := s.directory.Current()
	version := snapshot.Directory().Version
	if known := s.cities.Load(); known != nil && known.version == version {
		return known
	}
	made := &gazetteer{version: version, cities: map[string][]catalog.Locality{}}
	for _, city := range snapshot.Localities() {
		made.cities[city.State] = append(made.cities[city.State], city)
	}
	s.cities.Store(made)
	return made
}

// city returns a city of a state by the slug of its name.
func (g *gazetteer) city(state, slug string) (catalog.Locality, bool) {
	cities := g.cities[state]
	at := slices.IndexFunc(cities, func(c catalog.Locality) bool { return c.Slug == slug })
	if at < 0 {
		return catalog.Locality{}, false
	}
	return cities[at], true
}

// placePath is the path of the page of a state, of a city in it where there is a city, and of care in it where there
// is care.
func placePath(state, city, care string) string {
	path := "/find/" + strings.ToLower(state)
	for _, part := range []string{city, care} {
		if part != "" {
			path += "/" + part
		}
	}
	return path
}

// listedPlaces are the paths of the pages of places that search engines should list, as one version of the directory
// has them.
type listedPlaces struct {
	version string
	paths   []string
}

// listedPlaces returns the pages for the sitemap. They are counted once for each version.
func (s *site) listedPlaces() []string {
	snapshot := s.directory.Current()
	version := snapshot.Directory().Version
	if known := s.places.Load(); known != nil && known.version == version {
		return known.paths
	}
	var paths []string
	for _, place := range snapshot.LocalCare(leastListed) {
		paths = append(paths, placePath(place.State, place.City, place.Care))
	}
	s.places.Store(&listedPlaces{version, paths})
	return paths
}

// stateOf is the code of the state that a part of a path names, by its code or its name.
func stateOf(part string) (code string, known bool) {
	return models.StateCode(strings.ReplaceAll(part, "-", " "))
}
