package pages

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/internal/execution"
	"findcare/internal/search/lexicon/crisis"
	"findcare/models"
)

// results is the result of the operation Find.
type results struct {
	TotalCount int
	Edges      []struct {
		DistanceMiles *float64
		Matches       []string
		Node          provider
	}
	PageInfo struct {
		HasNextPage bool
		EndCursor   string
	}
	Widenings []struct {
		WithoutFilter string
		TotalCount    int
	}
	CrisisResources []crisisResource
	Facets          struct {
		Conditions []struct {
			Condition term
			Count     int
		}
		Treatments []struct {
			Treatment term
			Count     int
		}
		Credentials []struct {
			Credential credential
			Count      int
		}
		States, Languages, Insurances, SessionFormats, AgeGroups                          []valueCount
		OpenAt, Accessibility, LanguageServices, Genders, Identities, Faiths, Populations []valueCount
	}
}

type valueCount struct {
	Value, Label string
	Count        int
}

// finding is a search with its results.
type finding struct {
	search
	results
	Labels  map[string]string // of values that are slugs
	Problem string            // an error, for people
}

// distance formats how far away a result is.
func distance(miles *float64) string {
	if miles == nil {
		return ""
	}
	return fmt.Sprintf("%.1f miles away", *miles)
}

// Heading is the heading of the results.
func (f finding) Heading() string {
	if f.TotalCount == 0 {
		return "No provider matches"
	}
	return count(f.TotalCount, "provider", "providers")
}

// facetValue is a value of a facet.
type facetValue struct {
	Parameter, Value, Label string
	Count                   int
	Chosen                  bool
}

// group is the values of a facet: the ones always shown, and the rest.
type group struct {
	Legend      string
	First, Rest []facetValue
	RestOpen    bool
}

const firstValues = 6

// Groups are the facets, without those that have no value.
func (f finding) Groups() (groups []group) {
	for _, c := range choices {
		values := f.values(c.parameter)
		if len(values) == 0 || c.parameter == "city" {
			continue
		}
		g := group{Legend: c.legend, First: values}
		if len(values) > firstValues+1 {
			g.First, g.Rest = values[:firstValues], values[firstValues:]
			g.RestOpen = slices.ContainsFunc(g.Rest, func(v facetValue) bool { return v.Chosen })
		}
		groups = append(groups, g)
	}
	return groups
}

// values are those of a facet, and the chosen ones that no result has.
func (f finding) values(parameter string) (values []facetValue) {
	chosen := f.Values[parameter]
	add := func(value, label string, count int) {
		is := func(other string) bool { return models.Fold(other) == models.Fold(value) } // as the filter compares them
		values = append(values, facetValue{parameter, value, label, count, slices.ContainsFunc(chosen, is)})
	}
	facets := f.Facets
	switch parameter {
	case "condition":
		for _, c := range facets.Conditions {
			add(c.Condition.Slug, c.Condition.Label, c.Count)
		}
	case "treatment":
		for _, t := range facets.Treatments {
			add(t.Treatment.Slug, t.Treatment.Label, t.Count)
		}
	case "credential":
		for _, c := range facets.Credentials {
			add(c.Credential.Slug, c.Credential.Label, c.Count)
		}
	}
	for _, v := range f.valueFacet(parameter) {
		add(v.Value, v.Label, v.Count)
	}
	for _, value := range chosen {
		if !slices.ContainsFunc(values, func(v facetValue) bool { return models.Fold(v.Value) == models.Fold(value) }) {
			add(value, f.readable(parameter, value), 0)
		}
	}
	return values
}

// valueFacet is the facet of a parameter whose values are no documents.
func (f finding) valueFacet(parameter string) []valueCount {
	return map[string][]valueCount{
		"state": f.Facets.States, "language": f.Facets.Languages, "insurance": f.Facets.Insurances,
		"format": f.Facets.SessionFormats, "age": f.Facets.AgeGroups, "open": f.Facets.OpenAt,
		"access": f.Facets.Accessibility, "help": f.Facets.LanguageServices, "gender": f.Facets.Genders,
		"identity": f.Facets.Identities, "faith": f.Facets.Faiths, "people": f.Facets.Populations,
	}[parameter]
}

// readable is the label of a value that is in no result.
func (f finding) readable(parameter, value string) string {
	if label, known := f.Labels[value]; known {
		return label
	}
	if parameter == "state" {
		return state(value)
	}
	return models.Label(value)
}

// chip is a filter, and the path of the search without it.
type chip struct{ Label, Path string }

// Chips are all filters except the text.
func (f finding) Chips() (chips []chip) {
	for _, c := range choices {
		for _, v := range f.values(c.parameter) {
			if v.Chosen {
				chips = append(chips, chip{v.Label, f.without(c.parameter, v.Value)})
			}
		}
	}
	if zip := f.ZIP(); zip != "" {
		chips = append(chips, chip{fmt.Sprintf("Within %d miles of %s", f.Within(), zip), f.without(paramNear, "")})
	}
	for _, t := range f.Toggles() {
		if t.Selected {
			chips = append(chips, chip{t.Label, f.without(t.Value, "")})
		}
	}
	return chips
}

// widened is a search with one filter fewer.
type widened struct{ Label, Path string }

// wideningOf has the parameters and labels of filters, by the names that the schema has for them.
var wideningOf = map[string]option{
	"text": {paramText, "the words in the search box"},
	"near": {paramNear, "the distance"},
}

// Wider are the searches with one filter fewer that have results.
func (f finding) Wider() (all []widened) {
	for _, w := range f.Widenings {
		way, known := wideningOf[w.WithoutFilter]
		for _, c := range choices {
			if c.filter == w.WithoutFilter {
				way, known = option{c.parameter, strings.ToLower(c.legend)}, true
			}
		}
		for _, t := range toggles {
			if t.filter == w.WithoutFilter {
				way, known = option{t.parameter, "asking for: " + lowerFirst(t.label)}, true
			}
		}
		if known {
			all = append(
				all,
				widened{
					fmt.Sprintf("Without %s: %s", way.Label, count(w.TotalCount, "provider", "providers")),
					f.without(way.Value, ""),
				},
			)
		}
	}
	return all
}

// selectable is an option of a menu, or a toggle.
type selectable struct {
	Value, Label string
	Selected     bool
}

// Toggles are what is asked for or not.
func (f finding) Toggles() (all []selectable) {
	for _, t := range toggles {
		all = append(all, selectable{t.parameter, t.label, f.Get(t.parameter) != ""})
	}
	return all
}

// Distances are the options for the maximum distance.
func (f finding) Distances() (options []selectable) {
	miles := distances
	if !slices.Contains(miles, f.Within()) {
		miles = append(slices.Clone(miles), f.Within())
	}
	for _, m := range miles {
		options = append(options, selectable{strconv.Itoa(m), fmt.Sprintf("%d miles", m), m == f.Within()})
	}
	return options
}

// Sorts are the options for the order.
func (f finding) Sorts() (options []selectable) {
	for _, o := range sorts {
		if o.Value != "DISTANCE" || f.ZIP() != "" {
			options = append(options, selectable{o.Value, o.Label, o.Value == f.Sort()})
		}
	}
	return options
}

// MorePath is the path of more results, "" where there are none: up to maxShown of them the same results and more, from
// there the next ones.
func (f finding) MorePath() string {
	if !f.PageInfo.HasNextPage {
		return ""
	}
	return f.path(func(next url.Values) {
		if f.Shown() < maxShown {
			next.Set(paramShow, strconv.Itoa(f.Shown()+step))
			if after := f.Get(paramAfter); after != "" {
				next.Set(paramAfter, after)
			}
			return
		}
		next.Set(paramAfter, f.PageInfo.EndCursor)
	})
}

// MoreLabel is the text of the link to MorePath.
func (f finding) MoreLabel() string {
	if f.Shown() < maxShown {
		return "Show more"
	}
	return "Next results"
}

// StartPath is the path of the first results, "" where they are shown.
func (f finding) StartPath() string {
	if f.Get(paramAfter) == "" {
		return ""
	}
	return f.path(func(url.Values) {})
}

// find shows the results of a search or, where the URL is invalid, an empty search that says so, without the URL. Where
// the text is about a crisis, both show whom to call.
func (s *site) find(r *http.Request) (*page, error) {
	made, err := s.found(r)
	if wrong, is := errors.AsType[addressError](err); is {
		help := crisisResources(crisis.In(r.URL.Query().Get(paramText)).Resources())
		made = s.findPage(
			finding{search: search{url.Values{}}, results: results{CrisisResources: help}, Problem: wrong.message},
		)
		made.Status, made.NoIndex, err = wrong.status, true, nil
	}
	return made, err
}

func (s *site) found(r *http.Request) (*page, error) {
	given, err := newSearch(r.URL)
	if err != nil {
		return nil, err
	}
	present, labels := given.resolve(s.directory.Current())
	if given.Encode() != present.Encode() {
		return nil, movedError{"/find?" + present.Encode()}
	}
	f := finding{search: given, Labels: labels}
	var data struct{ Providers *results }
	answer, err := s.ask(r, "find", "Find", f.variables(), &data)
	if errs, is := errors.AsType[gqlerror.List](err); is && isInput(errs) {
		return nil, badAddress("%s", given.problem(errs[0].Message))
	}
	if err != nil {
		return nil, err
	}
	if data.Providers != nil {
		f.results = *data.Providers
	}
	made := s.findPage(f)
	made.Result = answer
	return made, nil
}

func (s *site) findPage(f finding) *page {
	title := "Find care"
	if text := f.Text(); text != "" {
		title = text + " – " + title
	}
	const description = "Search a directory of mental-health care by concern, treatment, place, language, " +
		"insurance and more."
	return &page{
		Template:       "find",
		Title:          title,
		Description:    description,
		Path:           "/find",
		OpenGraph:      "website",
		NoIndex:        f.Narrowed() || f.StartPath() != "",
		StructuredData: s.searchData("Find care"),
		Content:        f,
	}
}

// isInput reports whether errors are about the input.
func isInput(errs gqlerror.List) bool {
	code := execution.ErrorCode(errs[0])
	return code == models.CodeBadUserInput || code == models.CodeValidationFailed
}

// maxProblem is the maximum number of characters of an error: what is wrong, and one value, which may be cut.
const maxProblem = 3 * maxEcho

// problem is the message of an error for people, without its place in the operation. Values in it are cut.
func (s search) problem(message string) string {
	if place, rest, found := strings.Cut(message, ": "); found && !strings.Contains(place, " ") {
		message = rest
	}
	for _, values := range s.Values {
		for _, value := range values {
			if short := cut(value, maxEcho); short != value {
				message = strings.ReplaceAll(message, value, short)
			}
		}
	}
	return cut(message, maxProblem)
}

// reasons are why a result matches, except the distance, which is shown apart.
func reasons(matches []string) []string {
	return slices.DeleteFunc(
		slices.Clone(matches),
		func(reason string) bool { return strings.HasSuffix(reason, " miles away") },
	)
}
