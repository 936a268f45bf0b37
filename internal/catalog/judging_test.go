package catalog

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"findcare/demo"
	"findcare/internal/search/lexicon"
	"findcare/models"
)

// demoDay is a day on which the demo directory is made and searched.
var demoDay = time.Date(2026, time.October, 1, 0, 0, 0, 0, time.UTC)

var demoOfDay = sync.OnceValues(func() (*models.Directory, error) {
	return demo.Documents(demo.Providers, demoDay)
})

// judge holds the results of searches against what is meant by them.
type judge struct {
	testing.TB
	snapshot  *Snapshot
	providers []*models.Provider
}

func newJudge(t testing.TB) *judge {
	t.Helper()
	directory, err := demoOfDay()
	if err != nil {
		t.Fatal(err)
	}
	today := func() models.Date { return models.DateOf(demoDay) }
	s := Build(directory, Options{SiteURL: "https://example.org", Today: today, ConfirmationDays: 90})
	return &judge{TB: t, snapshot: s, providers: directory.Providers}
}

// crowd has providers by id.
type crowd map[string]bool

func (c crowd) and(other crowd) crowd {
	both := crowd{}
	for id := range c {
		if other[id] {
			both[id] = true
		}
	}
	return both
}

// shared is how many of c are in other.
func (c crowd) shared(other crowd) int { return len(c.and(other)) }

// found is what a search gives: all who match, those of its first page in their order, and why they match.
type found struct {
	all     crowd
	first   []string
	matches [][]string
	unused  []string // words of the text
}

// search pages through all results.
func (j *judge) search(filter *ProviderFilter) found {
	j.Helper()
	f := found{all: crowd{}}
	for page := (Page{First: ptr(maxPage)}); ; {
		c, err := j.snapshot.Providers(ProviderSearch{Filter: filter, Page: page})
		if err != nil {
			j.Fatal(err)
		}
		for _, edge := range c.Edges() {
			f.all[edge.Node.ID] = true
			if len(f.first) < judgedResults {
				f.first = append(f.first, edge.Node.ID)
				f.matches = append(f.matches, edge.Matches())
			}
		}
		info := c.PageInfo()
		if !info.HasNextPage {
			if read := c.Interpretation(); read != nil {
				for _, u := range read.Unused {
					f.unused = append(f.unused, u.Word)
				}
			}
			return f
		}
		page.After = ptr(string(info.EndCursor))
	}
}

func (j *judge) searchText(text string) found { return j.search(&ProviderFilter{Text: &text}) }

// wanted is one filter, with what the filters of the API do not have.
type wanted struct {
	ProviderFilter
	Name         string
	SlidingScale *bool
}

// wantedFields are the fields of a JSON object that is read as a filter.
type wantedFields struct {
	AnyOf  []json.RawMessage
	Either []json.RawMessage
}

// meant returns who is meant by a JSON value: one set for each reading that is right.
func (j *judge) meant(value []byte) []crowd {
	j.Helper()
	var all []json.RawMessage
	if json.Unmarshal(value, &all) == nil {
		together := j.everybody()
		for _, one := range all {
			together = together.and(j.meant(one)[0])
		}
		return []crowd{together}
	}
	var fields wantedFields
	if err := json.Unmarshal(value, &fields); err != nil {
		j.Fatalf("%s: %v", value, err)
	}
	var readings []crowd
	for _, one := range fields.Either {
		readings = append(readings, j.meant(one)...)
	}
	if len(fields.AnyOf) > 0 {
		union := crowd{}
		for _, one := range fields.AnyOf {
			maps.Copy(union, j.meant(one)[0])
		}
		readings = append(readings, union)
	}
	if len(readings) == 0 {
		readings = []crowd{j.wanted(value)}
	}
	return readings
}

func (j *judge) everybody() crowd {
	everybody := crowd{}
	for _, p := range j.providers {
		everybody[p.ID] = true
	}
	return everybody
}

// wanted returns who fits a filter.
func (j *judge) wanted(value []byte) crowd {
	j.Helper()
	var w wanted
	decoder := json.NewDecoder(strings.NewReader(string(value)))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&w); err != nil {
		j.Fatalf("%s: %v", value, err)
	}
	fit := j.search(&w.ProviderFilter).all
	for _, p := range j.providers {
		slides := p.SessionFee != nil && p.SessionFee.SlidingScale
		if w.SlidingScale != nil && slides != *w.SlidingScale || !hasWords(p.Name, w.Name) {
			delete(fit, p.ID)
		}
	}
	return fit
}

// hasWords reports whether a text has the words of another, one after the other.
func hasWords(text, words string) bool {
	spaced := func(text string) string { return " " + strings.Join(lexicon.Words(text), " ") + " " }
	return strings.TrimSpace(words) == "" || strings.Contains(spaced(text), spaced(words))
}

const (
	judgedResults = 5   // the first ones, which must all fit
	judgedShare   = 0.9 // of those who fit, and of the total
)

// begins returns which of the first results does not fit; "" where all do.
func (f found) begins(meant crowd) string {
	for i, id := range f.first {
		if !meant[id] {
			return fmt.Sprintf("result %d (%s) does not fit", i+1, strings.Join(f.matches[i], "; "))
		}
	}
	return ""
}

// fits returns why the results are not those who are meant; "" where they are.
func (f found) fits(meant crowd) string {
	if why := f.begins(meant); why != "" {
		return why
	}
	shared := float64(meant.shared(f.all))
	if shared < judgedShare*float64(len(meant)) || shared < judgedShare*float64(len(f.all)) {
		return fmt.Sprintf("%d of the %d found are among the %d meant", int(shared), len(f.all), len(meant))
	}
	return ""
}

// names returns a match that says one of the words, or, where guesses are wanted as well, any value; "" without one.
func (f found) names(words []string, guesses bool) string {
	for _, match := range slices.Concat(f.matches...) {
		quotes := strings.HasPrefix(match, "Name has ") || strings.HasPrefix(match, "Mentions ")
		if guesses && !quotes {
			return match
		}
		for _, word := range words {
			if hasWords(match, word) {
				return match
			}
		}
	}
	return ""
}

// reports returns the first of some words that is not said to be unused; "" where all are.
func (f found) reports(words []string) string {
	for _, word := range words {
		if !slices.ContainsFunc(f.unused, func(unused string) bool { return hasWords(unused, word) }) {
			return word
		}
	}
	return ""
}
