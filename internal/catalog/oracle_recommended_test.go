package catalog

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cespare/xxhash/v2"
	"pgregory.net/rapid"

	"findcare/models"
)

// recommendedPlace is what the order RECOMMENDED sorts by: what a provider lacks, then a number of the day's shuffle.
func recommendedPlace(p *models.Provider, day models.Date) float64 {
	lacks := 0
	if p.AcceptingNewClients == nil {
		lacks = 4
	} else if !*p.AcceptingNewClients {
		lacks = 8
	}
	if p.ConfirmedOn < map[models.Date]models.Date{options.Today(): "2026-10-19", "2026-11-23": "2026-10-18"}[day] {
		lacks += 2
	}
	if !p.Complete() {
		lacks++
	}
	n := xxhash.Sum64String(p.ID) ^ xxhash.Sum64String(string(day))
	n = (n ^ n>>30) * 0xbf58476d1ce4e5b9
	n = (n ^ n>>27) * 0x94d049bb133111eb
	n ^= n >> 31
	return float64(lacks) + float64(n)/(1<<64)
}

// recommended are providers that lack this and that.
func recommended(t *rapid.T) *models.Directory {
	directory := &models.Directory{}
	for i := range rapid.IntRange(0, 60).Draw(t, "providers") {
		p := &models.Provider{Header: header(models.KindProvider, fmt.Sprint("p", i)), Name: "P"}
		p.AcceptingNewClients = rapid.SampledFrom([]*bool{nil, ptr(true), ptr(true), ptr(false)}).Draw(t, "accepts")
		p.ConfirmedOn = rapid.SampledFrom([]models.Date{"", "2026-10-18", "2026-10-19"}).Draw(t, "confirmed")
		if rapid.Bool().Draw(t, "complete") {
			p.Type, p.ConditionIDs, p.TreatmentIDs = models.Organization, []string{"c"}, []string{"t"}
			p.Statement, p.Languages, p.AgeGroups = "We help.", []string{"English"}, []models.AgeGroup{models.Adults}
			p.SessionFormats, p.SessionFee = []models.SessionFormat{models.Video}, &models.FeeRange{}
			p.Email = "a@example.org"
		}
		directory.Providers = append(directory.Providers, p)
	}
	return directory
}

// TestRecommended goes through all pages, both ways, on the day and on the day after, when the cursors go on in the
// order of their day.
func TestRecommended(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		directory, size := recommended(t), rapid.IntRange(1, 7).Draw(t, "page size")
		yesterday := options
		yesterday.Today = func() models.Date { return "2026-11-23" }
		before, now := Build(directory, yesterday), Build(directory, options)
		want := map[models.Date]string{}
		for _, day := range []models.Date{yesterday.Today(), options.Today()} {
			slices.SortFunc(directory.Providers, func(a, b *models.Provider) int {
				if recommendedPlace(a, day) < recommendedPlace(b, day) {
					return -1
				}
				return 1
			})
			want[day] = slugs(directory.Providers)
		}
		for _, backward := range []bool{false, true} {
			for day, order := range want {
				first := now
				if day != options.Today() {
					first = before
				}
				if got := strings.Join(recommendedPages(t, first, now, size, backward), " "); got != order {
					t.Fatalf("on %s, backward %t: got %s, want %s", day, backward, got, order)
				}
			}
		}
	})
}

// recommendedPages returns the slugs of all pages: the first one of one snapshot, and the others of another.
func recommendedPages(t *rapid.T, first, others *Snapshot, size int, backward bool) (all []string) {
	s, page := first, Page{First: &size}
	if backward {
		page = Page{Last: &size}
	}
	for {
		c, err := s.Providers(ProviderSearch{OrderBy: ptr(OrderRecommended), Page: page})
		if err != nil {
			t.Fatal(err)
		}
		info, more, these := c.PageInfo(), false, strings.Fields(slugs(c.Nodes()))
		if backward {
			all, page.Before, more = append(these, all...), ptr(string(info.StartCursor)), info.HasPreviousPage
		} else {
			all, page.After, more = append(all, these...), ptr(string(info.EndCursor)), info.HasNextPage
		}
		if s = others; !more {
			return all
		}
	}
}

func TestCursorsOfRecommended(t *testing.T) {
	directory := &models.Directory{Providers: []*models.Provider{
		{Header: header(models.KindProvider, "a"), Name: "A"}, {Header: header(models.KindProvider, "b"), Name: "B"},
	}}
	cursor := func(day models.Date, order ProviderOrder) *string {
		on := options
		on.Today = func() models.Date { return day }
		if day == "" {
			on.Today = nil
		}
		c, err := Build(directory, on).Providers(ProviderSearch{OrderBy: &order})
		if err != nil {
			t.Fatal(err)
		}
		return ptr(string(c.PageInfo().StartCursor))
	}
	today, past := cursor("2026-11-24", OrderRecommended), cursor("2026-11-01", OrderRecommended)
	s := Build(directory, options)
	for _, test := range []struct {
		page Page
		want string
	}{
		{Page{After: today}, ""},
		{Page{After: past}, ""},
		{Page{After: past, Before: past}, ""},
		{Page{After: today, Before: past}, "before: %q must be a cursor of the same day as after"},
		{Page{Before: cursor("2026-11-25", OrderRecommended)}, "before: %q must be a cursor that this list gave"},
		{Page{Before: cursor("", OrderRecommended)}, "before: %q must be a cursor that this list gave"},
		{
			Page{Before: cursor("2026-11-24", OrderName)},
			"before: %q must be a cursor of this list; it is of another one",
		},
	} {
		_, err := s.Providers(ProviderSearch{OrderBy: ptr(OrderRecommended), Page: test.page})
		want, got := test.want, ""
		if err != nil {
			got = err.Error()
		}
		if want != "" {
			want = fmt.Sprintf(want, fmt.Sprintf("%.80s", *test.page.Before))
		}
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
