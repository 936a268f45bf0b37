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
	Interpretation  *interpretation
	Relaxations     []relaxation
	Articles        []articleLink
	CrisisResources []crisisResource
	Facets          *facets
}

// finding is a search with its results.
type finding struct {
	search
	results
	Labels  map[string]string // of values that are slugs
	Options facets            // of all providers: what can be asked for at all
	Problem string            // an error, for people
}

// Browse are the states to begin with, where nothing is asked for yet.
func (f finding) Browse() (links []placeLink) {
	if f.Narrowed() || f.StartPath() != "" || f.Facets == nil {
		return nil
	}
	for _, v := range f.Facets.States {
		links = append(links, placeLink{v.Label, placePath(v.Value, "", ""), v.Count})
	}
	slices.SortFunc(links, func(a, b placeLink) int { return strings.Compare(a.Label, b.Label) })
	return links
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

// selectable is an option of a menu, or a toggle.
type selectable struct {
	Value, Label string
	Selected     bool
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
		switch {
		case f.general() && o.Value == "":
			continue // which is the recommended one
		case f.general() && o.Value == recommended:
			o.Value = ""
		}
		if o.Value != "DISTANCE" || f.Near() != "" {
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
		options, failed := s.facetsOfAll(r)
		if failed != nil {
			return nil, failed
		}
		made = s.findPage(finding{
			search: search{url.Values{}}, results: results{CrisisResources: help}, Options: options,
			Problem: wrong.message,
		})
		made.Status, made.NoIndex, err = wrong.status, true, nil
	}
	return made, err
}

func (s *site) found(r *http.Request) (*page, error) {
	given, err := newSearch(r.URL)
	if err != nil {
		return nil, err
	}
	if err := given.checkArea(); err != nil {
		return nil, err
	}
	present, labels := given.resolve(s.directory.Current())
	if given.Encode() != present.Encode() {
		return nil, movedError{"/find?" + present.Encode()}
	}
	f := finding{search: given, Labels: labels}
	if f.Options, err = s.facetsOfAll(r); err != nil {
		return nil, err
	}
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
