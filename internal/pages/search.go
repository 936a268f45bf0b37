package pages

import (
	"net/url"
	"slices"
	"strconv"

	"findcare/internal/catalog"
	"findcare/models"
)

// choice is a parameter of the search page that may be given more than once, and the list of the filter that it is for.
type choice struct{ parameter, filter, legend string }

// choices are in the order in which the page has them.
var choices = []choice{
	{"condition", "conditions", "Concern"},
	{"treatment", "treatments", "Treatment"},
	{"format", "sessionFormats", "How you meet"},
	{"age", "ageGroups", "Works with"},
	{"insurance", "insurances", "Insurance"},
	{"language", "languages", "Language"},
	{"state", "states", "State"},
	{"credential", "credentials", "Profession"},
	{"city", "cities", "City"},
}

// The parameters that are given once.
const (
	paramText      = "q"
	paramNear      = "near" // a ZIP code, or nearMe, which the script resolves: no address has a person's whereabouts
	paramWithin    = "within"
	paramAccepting = "accepting"
	paramSort      = "sort"
	paramShow      = "show"
	paramAfter     = "after"

	nearMe = "me"
)

const (
	step       = 20
	mostShown  = 100
	usualMiles = 25
)

var (
	distances = []int{5, 10, 25, 50, 100, 250}
	sorts     = []option{
		{"", "Best match"},
		{"DISTANCE", "Nearest"},
		{"EXPERIENCE", "Most experience"},
		{"RECENTLY_UPDATED", "Recently updated"},
		{"NAME", "Name"},
	}
)

type option struct{ Value, Label string }

// search is the state of a search, as an address has it.
type search struct{ url.Values }

// searchParameters are all that the address of a search may have.
var searchParameters = func() (all []parameter) {
	for _, c := range choices {
		all = append(all, parameter{c.parameter, true, longestText})
	}
	for _, name := range []string{paramText, paramNear, paramWithin, paramAccepting, paramSort, paramShow} {
		all = append(all, parameter{name, false, longestText})
	}
	return append(all, parameter{paramAfter, false, longestCursor})
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
// of each.
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
			if !slices.Contains(present.Values[parameter], value) { // two former slugs may be of one document
				present.Add(parameter, value)
			}
		}
	}
	return present, labels
}

// Text is what a person has typed.
func (s search) Text() string { return s.Get(paramText) }

// ZIP is what a person has typed as a ZIP code.
func (s search) ZIP() string {
	if near := s.Get(paramNear); near != nearMe {
		return near
	}
	return ""
}

// Within is the greatest distance in miles.
func (s search) Within() int {
	if miles, err := strconv.Atoi(s.Get(paramWithin)); err == nil && miles > 0 && miles <= 500 {
		return miles
	}
	return usualMiles
}

// Accepting tells whether only those are wanted who accept new clients.
func (s search) Accepting() bool { return s.Get(paramAccepting) != "" }

// Sort is the order that is asked for, "" for the usual one.
func (s search) Sort() string {
	if sort := s.Get(paramSort); sort != "DISTANCE" || s.ZIP() != "" {
		return sort
	}
	return ""
}

// Shown is how many results are shown.
func (s search) Shown() int {
	shown, err := strconv.Atoi(s.Get(paramShow))
	if err != nil {
		return step
	}
	return min(max(shown, step), mostShown)
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
	if zip := s.ZIP(); zip != "" {
		filter["near"] = map[string]any{"at": map[string]any{"postalCode": zip}, "withinMiles": float64(s.Within())}
	}
	if s.Accepting() {
		filter["acceptingNewClients"] = true
	}
	return filter
}

// variables are those of the operation Find.
func (s search) variables() map[string]any {
	variables := map[string]any{"filter": s.filter(), "first": int64(s.Shown())}
	if sort := s.Sort(); sort != "" {
		variables["orderBy"] = sort
	}
	if after := s.Get(paramAfter); after != "" {
		variables["after"] = after
	}
	return variables
}

// Narrowed tells whether anything is asked for.
func (s search) Narrowed() bool { return len(s.filter()) > 0 }

// path is where the search is, changed by edit. A changed search begins at its first results.
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

// without is where the search is without one value of a parameter, or with value "" without the parameter.
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
