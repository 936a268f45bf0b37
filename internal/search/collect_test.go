package search

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"findcare/models"
)

// scatteredProviders are in and around a city, and their names and statements have few words.
func scatteredProviders(random *rand.Rand, n int) []*models.Provider {
	words := []string{"ada", "grief", "sleep", "adam", "worry", "adagio"}
	draw := func() string { return words[min(random.IntN(len(words)), random.IntN(len(words)))] }
	providers := make([]*models.Provider, n)
	for i := range providers {
		slug := fmt.Sprint("p", i)
		p := &models.Provider{
			Header: models.Header{ID: models.IDOfSlug(models.KindProvider, slug), Slug: slug},
			Name:   draw(), Statement: models.OptionalString(draw() + " " + draw()), ConditionIDs: []string{"every"},
		}
		if random.IntN(500) == 0 {
			p.Name = "Ada Grief"
		}
		for range random.IntN(3) {
			north, west := 40+random.NormFloat64()/8, -90+float64(random.IntN(40))/400
			p.Locations = append(p.Locations, models.Location{Latitude: &north, Longitude: &west})
		}
		providers[i] = p
	}
	return providers
}

// A page has the rows that reading all of them, in one page that no bound cuts short, has there.
func TestFirstPages(t *testing.T) {
	for _, n := range []int{50, 4_095, 4_097, 20_000} {
		random := rand.New(rand.NewPCG(uint64(n), 1))
		all := scatteredProviders(random, n)
		x := New(all, &Glossary{})
		changed := *all[n/2]
		changed.Name = "Ada"
		x, _ = x.Apply(Changes{
			Deleted: map[string]bool{changed.ID: true, all[0].ID: true}, Written: []*models.Provider{&changed},
		})
		for _, text := range []string{"ada", "ad", "grief", "ada grief", "sleep"} {
			q := x.NewQuery()
			q.Text("text", x.Interpret(text))
			checkPages(t, q, ByRelevance, fmt.Sprintf("%q of %d", text, n))
		}
		for _, miles := range []float64{1, 5, 20, 400} {
			q := x.NewQuery()
			q.Near("near", NewCircle(40, -90, miles))
			checkPages(t, q, ByDistance, fmt.Sprintf("%v miles of %d", miles, n))
		}
	}
}

func checkPages(t *testing.T, q *Query, order Order, what string) {
	t.Helper()
	want := q.Run(Page{Order: order, Size: q.index.Len()}).Rows
	if len(want) == 0 && q.index.Len() > 4_000 {
		t.Fatalf("%s: nobody is found", what)
	}
	if !slices.IsSortedFunc(want, compareRows) {
		t.Fatalf("%s: the rows are not sorted", what)
	}
	for _, row := range want {
		if order == ByRelevance && row.primary != math.MaxUint16-scoreOf(q.text, row) {
			t.Fatalf("%s: %s has another score than %d", what, row.Provider().Slug, scoreOf(q.text, row))
		}
	}
	for _, size := range []int{0, 1, 20, 100} {
		for first := 0; first <= min(len(want), 2*size); first += max(size, 1) {
			page := Page{Order: order, Size: size}
			if first > 0 {
				after := want[first-1].Position()
				page.After = &after
			}
			got := q.Run(page)
			rest := want[first:min(first+size, len(want))]
			if !slices.EqualFunc(got.Rows, rest, func(a, b Row) bool {
				return a.Provider() == b.Provider() && a.primary == b.primary
			}) || got.Total != len(want) || got.More != (first+size < len(want)) || got.Less != (first > 0) {
				t.Fatalf("%s: rows from %d to %d are others, or more is %t, less %t", what, first, first+size,
					got.More, got.Less)
			}
		}
	}
}

// scoreOf is the sum of what the best source of each part of a text counts.
func scoreOf(q *textQuery, row Row) (score uint64) {
	for i := range q.ranks {
		best := 0
		for _, s := range row.view.sources(&q.ranks[i]) {
			if s.contains(row.ordinal) {
				best = max(best, s.score)
			}
		}
		score += uint64(best)
	}
	return score
}
