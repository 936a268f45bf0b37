package catalog

import (
	"fmt"
	"testing"

	"findcare/models"
)

// Retired providers are in no pair, and a pair goes away with a change.
func TestDuplicates(t *testing.T) {
	directory := taxonomy()
	add := func(slug, name string, status models.ProviderStatus) {
		directory.Providers = append(directory.Providers, &models.Provider{
			Header: header(models.KindProvider, slug), Name: name, Type: models.Individual, Status: status,
			Locations: []models.Location{cities[0]},
		})
	}
	add("wren", "Wren Examplar", "")
	add("wren-2", "Wren Q. Examplar", "")
	add("wren-3", "Wren Examplar", models.ProviderRetired)
	add("robin", "Robin Fictionado", "")
	pairs := func(s *Snapshot) string {
		found, err := s.Duplicates(nil)
		if err != nil {
			t.Fatal(err)
		}
		var list []string
		for _, pair := range found.Pairs() {
			slugs := []string{pair.A.Slug, pair.B.Slug}
			list = append(list, fmt.Sprint(min(slugs[0], slugs[1]), " ", max(slugs[0], slugs[1]), " ", pair.Reasons))
		}
		return fmt.Sprint(found.TotalCount(), " ", list)
	}
	s := Build(directory, options)
	if got := pairs(s); got != "1 [wren wren-2 [NAME_AND_PLACE]]" {
		t.Errorf("got %s", got)
	}
	renamed := *directory.Providers[1]
	renamed.Name, renamed.Revision = "Willow Examplar", 2
	if got := pairs(s.Apply(Changes{Written: []models.Document{&renamed}})); got != "0 []" {
		t.Errorf("after a change: got %s", got)
	}
	if _, err := s.Duplicates(ptr(1001)); err == nil {
		t.Error("first: 1001 is taken")
	}
}

// In a large directory, whoever asks gets the pairs that are known, and later those that there are by now.
func TestDuplicatesOfManyProviders(t *testing.T) {
	directory := taxonomy()
	for i := range fewProviders + 1 {
		directory.Providers = append(directory.Providers, &models.Provider{
			Header: header(models.KindProvider, fmt.Sprint("p", i)), Name: fmt.Sprintf("Wren %05d", max(i, 1)),
			Type: models.Individual, Locations: cities[:1],
		})
	}
	count := func(s *Snapshot) int {
		found, err := s.Duplicates(nil)
		if err != nil {
			t.Fatal(err)
		}
		return found.TotalCount()
	}
	s := Build(directory, options)
	if got := count(s); got != 1 {
		t.Fatalf("%d pairs, want 1", got)
	}
	renamed := *directory.Providers[0]
	renamed.Name, renamed.Revision = "Willow", 2
	next := s.Apply(Changes{Written: []models.Document{&renamed}})
	if got := count(next); got != 1 {
		t.Errorf("%d pairs at once, want those that are known", got)
	}
	next.duplicates.search(next)
	if got := count(next); got != 0 {
		t.Errorf("%d pairs in the end, want 0", got)
	}
}
