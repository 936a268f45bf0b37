package search

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/golang/geo/s1"
	"github.com/golang/geo/s2"

	"findcare/models"
)

// similarProvider draws a provider who has much in common with others, places among it.
func similarProvider(random *rand.Rand, i int) *models.Provider {
	slug := fmt.Sprint("p", i)
	p := &models.Provider{
		Header: models.Header{ID: models.IDOfSlug(models.KindProvider, slug), Slug: slug},
		Name:   fmt.Sprint("Somebody ", random.IntN(40)),
	}
	draw := func(name string, n int) (ids []string) {
		for at := range n {
			if random.IntN(at+1) == 0 || random.IntN(3) == 0 {
				ids = append(ids, fmt.Sprint(name, at))
			}
		}
		return ids
	}
	p.ConditionIDs, p.TreatmentIDs = draw("c", random.IntN(60)), draw("t", random.IntN(6))
	for range random.IntN(3) {
		north, west := 40+float64(random.IntN(5))/4, -90+float64(random.IntN(3))
		p.Locations = append(p.Locations, models.Location{Latitude: &north, Longitude: &west})
	}
	p.Licenses = []models.License{{State: []string{"TX", "IL"}[random.IntN(2)]}}
	return p
}

// Similar finds whom comparing everybody finds, among equals in the order of their names, in one segment or several.
func TestSimilarIsBruteForce(t *testing.T) {
	for seed := range uint64(12) {
		random := rand.New(rand.NewPCG(seed, 1))
		var all []*models.Provider
		for i := range 20 + random.IntN(600) {
			all = append(all, similarProvider(random, i))
		}
		x := New(all, &Glossary{})
		for range random.IntN(3) {
			changes := Changes{Deleted: make(map[string]bool)}
			for _, i := range random.Perm(len(all))[:10] {
				changes.Deleted[all[i].ID] = true
				all[i] = similarProvider(random, len(all)+random.IntN(1e6))
				changes.Written = append(changes.Written, all[i])
			}
			x, _ = x.Apply(changes)
		}
		for _, to := range all[:20] {
			for _, n := range []int{0, 1, 3, 20, len(all)} {
				checkSimilar(t, x, all, to, n)
			}
		}
		stranger := similarProvider(random, 1e8) // as an earlier revision may be
		checkSimilar(t, x, all, stranger, 7)
	}
}

func checkSimilar(t *testing.T, x *Index, all []*models.Provider, to *models.Provider, n int) {
	t.Helper()
	got := x.Similar(to, n, "")
	want := bruteSimilar(all, to, n, true)
	if len(want) < n {
		want = bruteSimilar(all, to, n, false)
	}
	if !slices.Equal(slugsOf(got), slugsOf(want)) {
		t.Fatalf("%d similar to %s of %d: got %v, want %v", n, to.Slug, len(all), slugsOf(got), slugsOf(want))
	}
}

func slugsOf(providers []*models.Provider) (slugs []string) {
	for _, p := range providers {
		slugs = append(slugs, p.Slug)
	}
	return slugs
}

// bruteSimilar compares everybody, or those nearby.
func bruteSimilar(all []*models.Provider, to *models.Provider, n int, nearby bool) (best []*models.Provider) {
	rarity := make(map[string]int64)
	count := func(ids func(*models.Provider) []string, part float64) {
		for _, id := range ids(to) {
			having := 0
			for _, p := range all {
				if slices.Contains(ids(p), id) {
					having++
				}
			}
			if having > 0 {
				rarity[id] = int64(part * one * math.Log(float64(len(all))/float64(having)))
			}
		}
	}
	count(func(p *models.Provider) []string { return p.ConditionIDs }, 1)
	count(func(p *models.Provider) []string { return p.TreatmentIDs }, 0.5)
	scores := make(map[*models.Provider]int64)
	for _, p := range all {
		score, shares := int64(0), false
		for _, id := range slices.Concat(p.ConditionIDs, p.TreatmentIDs) {
			weight, shared := rarity[id]
			score, shares = score+weight, shares || shared
		}
		miles, near := bruteMiles(to, p)
		if near {
			score += int64(one * atZero / (1 + miles/half))
		}
		if len(to.Locations) > 0 {
			near = near && miles <= similarMiles
		} else {
			near = to.Licenses[0].State == p.Licenses[0].State
		}
		if p.ID != to.ID && shares && (near || !nearby) {
			scores[p] = score
			best = append(best, p)
		}
	}
	slices.SortFunc(best, func(a, b *models.Provider) int {
		return cmp.Or(cmp.Compare(scores[b], scores[a]), compareProviders(newProvider(a), newProvider(b)))
	})
	return best[:min(n, len(best))]
}

// bruteMiles returns how far a provider is from the first location of another.
func bruteMiles(from, to *models.Provider) (miles float64, ok bool) {
	if len(from.Locations) == 0 || len(to.Locations) == 0 {
		return 0, false
	}
	at := func(l models.Location) s2.Point { return pointOf(*l.Latitude, *l.Longitude) }
	nearest := s1.InfChordAngle()
	for _, l := range to.Locations {
		nearest = min(nearest, s2.ChordAngleBetweenPoints(at(from.Locations[0]), at(l)))
	}
	return milesOf(nearest), true
}
