package catalog

import (
	"slices"
	"testing"

	"findcare/models"
)

// localProviders are providers in places whose names are spelled in more than one way.
func localProviders() *models.Directory {
	id := models.IDOfSlug
	grief, cbt := id(models.KindCondition, "grief"), id(models.KindTreatment, "cbt")
	head := func(kind models.Kind, slug string) models.Header {
		return models.Header{ID: id(kind, slug), Slug: slug, Revision: 1}
	}
	in := func(city, code, name string) models.Location {
		return models.Location{City: city, State: name, StateCode: code}
	}
	provider := func(slug string, conditions, treatments []string, locations ...models.Location) *models.Provider {
		return &models.Provider{
			Header: head(models.KindProvider, slug), Name: slug, Type: models.Individual, Locations: locations,
			ConditionIDs: conditions, TreatmentIDs: treatments,
		}
	}
	return &models.Directory{
		Conditions: []*models.Condition{{Header: head(models.KindCondition, "grief"), Name: "Grief"}},
		Treatments: []*models.Treatment{
			{Header: head(models.KindTreatment, "cbt"), Name: "CBT"},
			{Header: head(models.KindTreatment, "grief"), Name: "Grief Counseling"}, // a condition has its slug
		},
		Providers: []*models.Provider{
			provider("a", []string{grief}, []string{cbt}, in("St. Louis", "MO", "Missouri")),
			provider("b", []string{grief}, nil, in("St. Louis", "MO", "Missouri"), in("Flint", "MI", "Michigan")),
			provider("c", nil, []string{id(models.KindTreatment, "grief")}, in("St Louis", "MO", "Missouri")),
			provider("d", nil, []string{cbt}, in("Kansas City", "MO", "Missouri"), in("Kansas City", "KS", "Kansas")),
			provider(
				"e", []string{grief}, nil, in("Kansas City", "MO", "Missouri"), in("Kansas City", "MO", "Missouri"),
			),
			provider("f", []string{grief}, nil),
			provider("g", []string{grief}, nil, in("???", "MI", "Michigan")),
		},
	}
}

func TestLocalities(t *testing.T) {
	want := []Locality{
		{"KS", "kansas-city", "Kansas City", []string{"Kansas City, Kansas"}, 1},
		{"MI", "flint", "Flint", []string{"Flint, Michigan"}, 1},
		{"MO", "st-louis", "St. Louis", []string{"St. Louis, Missouri", "St Louis, Missouri"}, 3},
		{"MO", "kansas-city", "Kansas City", []string{"Kansas City, Missouri"}, 2},
	}
	got := Build(localProviders(), Options{}).Localities()
	if !slices.EqualFunc(got, want, func(a, b Locality) bool {
		return a.State == b.State && a.Slug == b.Slug && a.Name == b.Name && slices.Equal(a.Spellings, b.Spellings) &&
			a.Providers == b.Providers
	}) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
	if got := Build(new(models.Directory), Options{}).Localities(); len(got) != 0 {
		t.Errorf("nowhere: %+v", got)
	}
}

func TestLocalCare(t *testing.T) {
	want := []LocalCare{
		{"KS", "", "", 1},
		{"KS", "kansas-city", "", 1},
		{"KS", "kansas-city", "cbt", 1},
		{"MI", "", "", 2},
		{"MI", "flint", "", 1},
		{"MI", "flint", "grief", 1},
		{"MO", "", "", 5},
		{"MO", "kansas-city", "", 2},
		{"MO", "kansas-city", "cbt", 1},
		{"MO", "kansas-city", "grief", 1},
		{"MO", "st-louis", "", 3},
		{"MO", "st-louis", "cbt", 1},
		{"MO", "st-louis", "grief", 2},
	}
	snapshot := Build(localProviders(), Options{})
	for least := 1; least <= 6; least++ {
		enough := slices.DeleteFunc(slices.Clone(want), func(c LocalCare) bool { return c.Providers < least })
		if got := snapshot.LocalCare(least); !slices.Equal(got, enough) {
			t.Errorf("at least %d: got %+v\nwant %+v", least, got, enough)
		}
	}
}
