package pages

import (
	"math"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"findcare/internal/catalog"
	"findcare/models"
)

// choice is a parameter of the search page that may be repeated, and the list of the filter that it sets.
type choice struct{ parameter, filter, legend string }

// choices are in the order of the page, which is that in which people choose: who pays, where, how, for whom and for
// what come before the rest.
var choices = []choice{
	{"insurance", "insurances", "Insurance"},
	{"city", "cities", "City"},
	{"state", "states", "State"},
	{"format", "sessionFormats", "How you meet"},
	{"age", "ageGroups", "Works with"},
	{"condition", "conditions", "Concern"},
	{"treatment", "treatments", "Treatment"},
	{"language", "languages", "Language"},
	{"open", "openAt", "Hours"},
	{"people", "populations", "Experience with"},
	{"gender", "genders", "Gender"},
	{"identity", "identities", "Identity"},
	{"faith", "faiths", "Faith"},
	{"access", "allOfAccessibility", "Accessibility"},
	{"help", "languageServices", "Sign language and interpreters"},
	{"credential", "credentials", "Profession"},
}

// toggle is a parameter that is set or not, the filter that it sets to true, and its label.
type toggle struct{ parameter, filter, label string }

// toggles are in the order of the page.
var toggles = []toggle{
	{paramAccepting, "acceptingNewClients", "Accepting new clients"},
	{"openings", "hasOpenings", "Has openings"},
	{"free", "freeConsultation", "Free first conversation"},
	{"sliding", "slidingScale", "Sliding scale"},
	{"prescribes", "prescribes", "Prescribes medication"},
}

// The parameters that are not repeated.
const (
	paramText      = "q"
	paramNear      = "near" // a city, a ZIP code, or nearMe, which the script resolves: no URL has a person's location
	paramWithin    = "within"
	paramArea      = "area" // south, west, north and east edges in degrees, with commas between them
	paramAccepting = "accepting"
	paramSort      = "sort"
	paramShow      = "show"
	paramAfter     = "after"

	nearMe = "me"
)

const (
	step         = 20
	maxShown     = 100
	defaultMiles = 25
)

var (
	distances = []int{5, 10, 25, 50, 100, 250}
	sorts     = []option{
		{"", "Best match"},
		{recommended, "Recommended"},
		{"DISTANCE", "Nearest"},
		{"EXPERIENCE", "Most experience"},
		{"RECENTLY_UPDATED", "Recently updated"},
		{"NAME", "Name"},
	}
)

type option struct{ Value, Label string }

// search is a search as its URL has it.
type search struct{ url.Values }

// searchParameters are all that the URL of a search may have.
var searchParameters = func() (all []parameter) {
	for _, c := range choices {
		all = append(all, parameter{c.parameter, true, maxText})
	}
	for _, t := range toggles {
		all = append(all, parameter{t.parameter, false, maxText})
	}
	for _, name := range []string{paramText, paramNear, paramWithin, paramArea, paramSort, paramShow} {
		all = append(all, parameter{name, false, maxText})
	}
	return append(all, parameter{paramAfter, false, maxCursor})
}()

func newSearch(address *url.URL) (search, error) {
	given, err := parse(address, searchParameters)
	return search{given}, err
}

// kinds are those of the documents that parameters name by their slugs.
var kinds = map[string]models.Kind{
	"condition":  models.KindCondition,
	"treatment":  models.KindTreatment,
	"credential": models.KindCredential,
}

// resolve looks up what the search names by slug. It gives the search with the slugs that there are now, and the label
// of each; insurers have the names by which facets count them.
func (s search) resolve(directory *catalog.Snapshot) (present search, labels map[string]string) {
	present = search{url.Values{}}
	labels = map[string]string{}
	for parameter, values := range s.Values {
		kind, bySlug := kinds[parameter]
		for _, value := range values {
			if id, known := directory.IDOf(kind, value); bySlug && known {
				document := directory.Document(id)
				value = document.Head().Slug
				labels[value] = document.(interface{ Label() string }).Label()
			}
			if parameter == "insurance" {
				value = directory.InsuranceName(value)
			}
			if !slices.Contains(present.Values[parameter], value) { // two former slugs may be of one document
				present.Add(parameter, value)
			}
		}
	}
	return present, labels
}

// Text is the text that was typed.
func (s search) Text() string { return s.Get(paramText) }

// Near is the place that was typed: a city or a ZIP code.
func (s search) Near() string {
	if near := s.Get(paramNear); near != nearMe {
		return near
	}
	return ""
}

// Within is the maximum distance in miles.
func (s search) Within() int {
	if miles, err := strconv.Atoi(s.Get(paramWithin)); err == nil && miles > 0 && miles <= 500 {
		return miles
	}
	return defaultMiles
}

// Area is the part of the map that is searched, "" where it is not asked for.
func (s search) Area() string { return s.Get(paramArea) }

// checkArea reports whether the area, if there is one, is four numbers.
func (s search) checkArea() error {
	if s.Area() != "" && s.box() == nil {
		return badAddress("%s must be the south, west, north and east edges in degrees: %s", paramArea, echo(s.Area()))
	}
	return nil
}

// box is the area as the schema's input Box; nil where it is none.
func (s search) box() map[string]any {
	edges := strings.Split(s.Area(), ",")
	names := []string{"south", "west", "north", "east"}
	if len(edges) != len(names) {
		return nil
	}
	box := make(map[string]any, len(names))
	for i, name := range names {
		degrees, err := strconv.ParseFloat(edges[i], 64)
		if err != nil || math.IsNaN(degrees) || math.IsInf(degrees, 0) {
			return nil
		}
		box[name] = degrees
	}
	return box
}

// Accepting reports whether only providers are wanted that accept new clients.
func (s search) Accepting() bool { return s.Get(paramAccepting) != "" }

// Sort is the order, "" for the default.
func (s search) Sort() string {
	sort := s.Get(paramSort)
	if sort == "DISTANCE" && s.Near() == "" || sort == recommended && s.general() {
		return ""
	}
	return sort
}

// general reports whether neither words nor a place are asked for, which have orders of their own.
func (s search) general() bool { return s.Text() == "" && s.Near() == "" }

// recommended is the order of a general search.
const recommended = "RECOMMENDED"

// order is what the operation Find is asked to order by, "" for its default.
func (s search) order() string {
	if s.Sort() == "" && s.general() {
		return recommended
	}
	return s.Sort()
}

// Shown is how many results are shown.
func (s search) Shown() int {
	shown, err := strconv.Atoi(s.Get(paramShow))
	if err != nil {
		return step
	}
	return min(max(shown, step), maxShown)
}

// filter is the search as the schema's input ProviderFilter.
func (s search) filter() map[string]any {
	filter := map[string]any{}
	for _, c := range choices {
		if values := s.Values[c.parameter]; len(values) > 0 {
			filter[c.filter] = slices.Clone(values)
		}
	}
	if text := s.Text(); text != "" {
		filter["text"] = text
	}
	if near := s.Near(); near != "" {
		filter["near"] = map[string]any{
			"at": map[string]any{"place": near}, "withinMiles": float64(s.Within()), "orByVideoInState": true,
		}
	}
	if s.Area() != "" {
		filter["within"] = map[string]any{"box": s.box()}
	}
	for _, t := range toggles {
		if s.Get(t.parameter) != "" {
			filter[t.filter] = true
		}
	}
	return filter
}

// variables are those of the operation Find.
func (s search) variables() map[string]any {
	variables := map[string]any{"filter": s.filter(), "first": int64(s.Shown())}
	if order := s.order(); order != "" {
		variables["orderBy"] = order
	}
	if after := s.Get(paramAfter); after != "" {
		variables["after"] = after
	}
	return variables
}

// Narrowed reports whether there is any filter.
func (s search) Narrowed() bool { return len(s.filter()) > 0 }

// path is the path of the search after edit. It shows the first results.
func (s search) path(edit func(url.Values)) string {
	next := make(url.Values, len(s.Values))
	for parameter, values := range s.Values {
		if parameter != paramShow && parameter != paramAfter {
			next[parameter] = slices.Clone(values)
		}
	}
	edit(next)
	if len(next) == 0 {
		return "/find"
	}
	return "/find?" + next.Encode()
}

// without is the path of the search without one value of a parameter, or without the parameter where value is "".
func (s search) without(parameter, value string) string {
	return s.path(func(next url.Values) {
		next[parameter] = slices.DeleteFunc(
			next[parameter],
			func(v string) bool { return value == "" || models.Fold(v) == models.Fold(value) },
		)
		if len(next[parameter]) == 0 {
			next.Del(parameter)
		}
		if parameter == paramNear {
			next.Del(paramWithin)
		}
	})
}
