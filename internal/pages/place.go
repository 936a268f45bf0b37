package pages

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"findcare/internal/catalog"
	"findcare/models"
)

// place is a page of a state, a city, or care in a city: the first results of that search, and ways on.
type place struct {
	results
	State, StateName string
	City             catalog.Locality // without a name where the page is of a state
	Care             care
	Cities           []catalog.Locality // of the state, most providers first
	Families         []placeLink        // from a city to what people have one word for
}

// care is a condition, a family of them or a treatment, without a slug where there is none.
type care struct {
	Slug, Label, Parameter string
	Values                 []string // of the parameter
}

// crumb is a step on the way to a page.
type crumb struct{ Label, Path string }

// where is the place as people say it.
func (p place) where() string {
	if p.City.Name == "" {
		return p.StateName
	}
	return p.City.Name + ", " + p.StateName
}

// Path is the path of the page.
func (p place) Path() string { return placePath(p.State, p.City.Slug, p.Care.Slug) }

// Heading is the heading of the page.
func (p place) Heading() string {
	if p.Care.Slug == "" {
		return "Mental-health care in " + p.where()
	}
	return p.Care.Label + ": care in " + p.where()
}

// Crumbs are the steps on the way to the page, without the page itself.
func (p place) Crumbs() []crumb {
	crumbs := []crumb{{"Find care", "/find"}}
	if p.City.Name != "" {
		crumbs = append(crumbs, crumb{p.StateName, placePath(p.State, "", "")})
	}
	if p.Care.Slug != "" {
		crumbs = append(crumbs, crumb{p.City.Name, placePath(p.State, p.City.Slug, "")})
	}
	return crumbs
}

// Here is the last step: the page itself.
func (p place) Here() string {
	switch {
	case p.Care.Slug != "":
		return p.Care.Label
	case p.City.Name != "":
		return p.City.Name
	}
	return p.StateName
}

// search is the search that the page shows the first results of.
func (p place) search() search {
	values := url.Values{}
	if p.City.Name == "" {
		values.Set("state", p.State)
	}
	for _, spelling := range p.City.Spellings {
		values.Add("city", spelling)
	}
	for _, value := range p.Care.Values {
		values.Add(p.Care.Parameter, value)
	}
	return search{values}
}

// FindPath is the path of the search, with all results and filters.
func (p place) FindPath() string { return p.search().path(func(url.Values) {}) }

// Total is how many providers there are.
func (p place) Total() string { return count(p.TotalCount, "provider", "providers") }

// Summary is what can be said of all who are there.
func (p place) Summary() string {
	if p.TotalCount == 0 {
		return "No provider in the directory is listed here yet."
	}
	said := []string{p.Total() + " in " + p.where()}
	for _, facet := range []struct{ parameter, value, one, many string }{
		{paramAccepting, "true", "accepts new clients", "accept new clients"},
		{"format", string(models.Video), "meets by video", "meet by video"},
	} {
		for _, v := range p.Facets.values(facet.parameter) {
			if v.Value == facet.value && v.Count > 0 {
				said = append(said, count(v.Count, facet.one, facet.many))
			}
		}
	}
	text := strings.Join(said, "; ") + "."
	if taken := p.taken(); taken != "" {
		text += " Most take: " + taken + "."
	}
	return text
}

// taken are the insurances that most take.
func (p place) taken() string {
	const most = 3
	var names []string
	for _, v := range p.Facets.Insurances {
		if len(names) < most {
			names = append(names, v.Label)
		}
	}
	return list(names)
}

// placeLink leads to another place.
type placeLink struct {
	Label, Path string
	Count       int
}

// mostCities is how many cities a state leads to before the others fold away.
const mostCities = 24

// CityLinks lead from a state to its cities with most providers.
func (p place) CityLinks() []placeLink { return p.cityLinks(0, mostCities) }

// MoreCityLinks lead from a state to its other cities.
func (p place) MoreCityLinks() []placeLink { return p.cityLinks(mostCities, len(p.Cities)) }

func (p place) cityLinks(from, to int) (links []placeLink) {
	if p.City.Name != "" {
		return nil
	}
	for _, c := range p.Cities[min(from, len(p.Cities)):min(to, len(p.Cities))] {
		links = append(links, placeLink{c.Name, placePath(p.State, c.Slug, ""), c.Providers})
	}
	return links
}

// mostCare is how many conditions, and how many treatments, a city leads to.
const mostCare = 24

// ConditionLinks lead from a city to families of conditions, and to its most frequent conditions.
func (p place) ConditionLinks() []placeLink { return append(p.Families, p.careLinks("condition")...) }

// familyLinks lead from a city to the families of which enough providers treat a condition.
func (s *site) familyLinks(p place) (links []placeLink, err error) {
	if p.City.Name == "" || p.Care.Slug != "" {
		return nil, nil
	}
	snapshot, none := s.directory.Current(), 0
	for _, f := range snapshot.Families() {
		found, err := snapshot.Providers(catalog.ProviderSearch{
			Filter: &catalog.ProviderFilter{Cities: p.City.Spellings, Conditions: f.Conditions},
			Page:   catalog.Page{First: &none},
		})
		if err != nil {
			return nil, err
		}
		if n := found.TotalCount(); n >= leastListed {
			links = append(links, placeLink{f.Label, placePath(p.State, p.City.Slug, f.Slug), n})
		}
	}
	return links, nil
}

// TreatmentLinks lead from a city to its most frequent treatments.
func (p place) TreatmentLinks() (links []placeLink) { return p.careLinks("treatment") }

func (p place) careLinks(parameter string) (links []placeLink) {
	if p.City.Name == "" || p.Care.Slug != "" {
		return nil
	}
	for _, v := range p.Facets.values(parameter) {
		if v.Count >= leastListed && len(links) < mostCare {
			links = append(links, placeLink{v.Label, placePath(p.State, p.City.Slug, v.Value), v.Count})
		}
	}
	return links
}

// placePage is the page of a place. One whose path is not the usual spelling has moved.
func (s *site) placePage(r *http.Request) (*page, error) {
	p, err := s.placeIn(r)
	if err != nil {
		return nil, err
	}
	if p.Path() != r.URL.Path {
		return nil, movedError{p.Path()}
	}
	var data struct{ Providers *results }
	if _, err := s.ask(r, "find", "Find", p.search().variables(), &data); err != nil {
		return nil, err
	}
	p.results = *data.Providers
	if p.Families, err = s.familyLinks(p); err != nil {
		return nil, err
	}
	return &page{
		Template:       "area",
		Title:          p.Heading(),
		Description:    shortened(p.Summary()),
		Path:           p.Path(),
		OpenGraph:      "website",
		NoIndex:        p.TotalCount < leastListed,
		StructuredData: p.structuredData(s.settings.SiteURL),
		Content:        p,
	}, nil
}

// placeIn is the place that a path names. Where only a part of it is known, the error leads there.
func (s *site) placeIn(r *http.Request) (p place, err error) {
	code, known := stateOf(r.PathValue("state"))
	if !known {
		return p, errNotFound
	}
	cities := s.gazetteer()
	p = place{State: code, StateName: state(code), Cities: cities.cities[code]}
	if slug := models.Slugify(r.PathValue("city")); slug != "" {
		if p.City, known = cities.city(code, slug); !known {
			return p, p.lost()
		}
	}
	if slug := r.PathValue("care"); slug != "" {
		if p.Care, known = s.careBySlug(slug); !known {
			return p, p.lost()
		}
	}
	return p, nil
}

// careBySlug finds a condition or, where there is none, a treatment or a family of conditions.
func (s *site) careBySlug(slug string) (care, bool) {
	snapshot := s.directory.Current()
	for _, parameter := range []string{"condition", "treatment"} {
		if id, known := snapshot.IDOf(kinds[parameter], strings.ToLower(slug)); known {
			document := snapshot.Document(id)
			label := document.(interface{ Label() string }).Label()
			slug := document.Head().Slug
			return care{slug, label, parameter, []string{slug}}, true
		}
	}
	for _, f := range snapshot.Families() {
		if f.Slug == strings.ToLower(slug) {
			return care{f.Slug, f.Label, "condition", f.Conditions}, true
		}
	}
	return care{}, false
}

// lost is that a page is not there, with the way to the nearest place that is.
func (p place) lost() error {
	return lostError{crumb{fmt.Sprintf("Care in %s", p.where()), p.Path()}}
}

// structuredData is that of the page: the way to it, and the providers that it shows.
func (p place) structuredData(siteURL string) thing {
	var steps, items []thing
	for i, c := range append(p.Crumbs(), crumb{p.Here(), p.Path()}) {
		steps = append(steps, newThing("ListItem").set("position", i+1, "name", c.Label, "item", siteURL+c.Path))
	}
	for i, edge := range p.Edges {
		items = append(items, newThing("ListItem").set(
			"position", i+1, "name", edge.Node.Name, "url", siteURL+"/providers/"+edge.Node.Slug,
		))
	}
	return newThing("CollectionPage").set(
		"@context", vocabulary,
		"name", p.Heading(),
		"url", siteURL+p.Path(),
		"description", p.Summary(),
		"inLanguage", "en-US",
		"isPartOf", webSite(siteURL),
		"breadcrumb", newThing("BreadcrumbList").set("itemListElement", steps),
		"mainEntity", newThing("ItemList").set("numberOfItems", p.TotalCount, "itemListElement", items),
	)
}
