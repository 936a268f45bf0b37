package catalog

import (
	"testing"

	"findcare/models"
)

// The slugs and the NPI of a retired provider lead nobody but editors to it, and nobody away from whom they lead to
// besides.
func TestNamesOfRetiredProviders(t *testing.T) {
	wren, heron := person("wren", 2), retired("heron", 2)
	wren.FormerSlugs, heron.FormerSlugs = []string{"heron", "finch"}, []string{"finch", "wren", "swift"}
	s := Build(&models.Directory{Providers: []*models.Provider{wren, heron}}, Options{})
	for _, test := range []struct{ slug, public, editors string }{
		{"wren", "wren", "wren"},
		{"heron", "wren", "heron"},
		{"finch", "wren", "wren"},
		{"swift", "", "heron"},
		{"robin", "", ""},
	} {
		slugOf := func(p *Provider) string {
			if p == nil {
				return ""
			}
			return p.Slug
		}
		public, editors := slugOf(
			s.Provider(ProviderBy{Slug: &test.slug}),
		), slugOf(
			s.AnyProvider(ProviderBy{Slug: &test.slug}),
		)
		if public != test.public || editors != test.editors {
			t.Errorf(
				"%s leads the public to %q and editors to %q, want %q and %q",
				test.slug,
				public,
				editors,
				test.public,
				test.editors,
			)
		}
	}
}

// Whoever refers to a document, retired or not, refers to it when it is listed again.
func TestReferrersThatAreRetired(t *testing.T) {
	grief := &models.Condition{Header: header(models.KindCondition, "grief"), Name: "Grief"}
	heron := retired("heron", 1)
	heron.ConditionIDs = []string{grief.ID}
	c := &Catalog{}
	c.Publish(
		Build(
			&models.Directory{Conditions: []*models.Condition{grief}, Providers: []*models.Provider{heron}},
			Options{},
		),
	)
	if got := c.Current().Referrers(grief.ID); len(got) != 1 || got[0] != models.Document(heron) {
		t.Errorf("referrers %v", got)
	}
	if c.Current().Revision(heron.ID) != 1 {
		t.Error("its revision is not known")
	}
	c.Apply(Changes{Removed: []Removal{{ID: heron.ID, Revision: 2}}})
	if got := c.Current().Referrers(grief.ID); got != nil || c.Current().Document(heron.ID) != nil {
		t.Errorf("referrers %v once it is gone", got)
	}
}

// A status that only a newer findcare knows is not taken for one that the public sees.
func TestAStatusOfANewerRelease(t *testing.T) {
	wren := person("wren", 1)
	wren.Status = "PAUSED"
	s := Build(&models.Directory{Providers: []*models.Provider{wren}}, Options{})
	if s.Provider(ProviderBy{ID: &wren.ID}) != nil || s.Directory().ProviderCount != 0 {
		t.Error("it is shown")
	}
}
