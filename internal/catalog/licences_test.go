package catalog

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"findcare/models"
)

// licensedCatalog is a running catalog of providers with licences, and a day that passes.
type licensedCatalog struct {
	*rapid.T
	catalog   Catalog
	providers []*models.Provider
	day       models.Date
}

func dayAfter(days int) models.Date {
	return models.DateOf(time.Date(2026, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, days))
}

func (c *licensedCatalog) provider(number int) *models.Provider {
	p := &models.Provider{
		Header: header(models.KindProvider, fmt.Sprint("p", number)),
		Name:   fmt.Sprint("P", number),
		Type:   models.Individual,
	}
	p.ConditionIDs = idsOf(models.KindCondition, []string{"anxiety"})
	for range rapid.IntRange(0, 3).Draw(c.T, "licences") {
		license := models.License{
			CredentialID: models.IDOfSlug(models.KindCredential, "lpc"),
			State:        rapid.SampledFrom([]string{"MI", "TX"}).Draw(c.T, "state"),
		}
		if rapid.IntRange(0, 3).Draw(c.T, "dated") > 0 {
			license.ExpiresOn = dayAfter(rapid.IntRange(-2, 6).Draw(c.T, "expires"))
		}
		p.Licenses = append(p.Licenses, license)
	}
	return p
}

// holds is the rule once more, for the tests.
func holds(p *models.Provider, state string, day models.Date) bool {
	return slices.ContainsFunc(
		p.Licenses,
		func(l models.License) bool { return l.State == state && (l.ExpiresOn == "" || l.ExpiresOn >= day) },
	)
}

func (c *licensedCatalog) check() {
	s := c.catalog.Current()
	for _, state := range []string{"MI", "TX"} {
		var want []string
		for _, p := range c.providers {
			if holds(p, state, c.day) {
				want = append(want, p.Slug)
			}
		}
		slices.Sort(want)
		found, err := s.Providers(ProviderSearch{Filter: &ProviderFilter{LicensedIn: []string{state}}})
		if err != nil {
			c.Fatal(err)
		}
		if got := slugsOfNodes(found); !slices.Equal(got, want) || found.TotalCount() != len(want) {
			c.Fatalf("on %s, licensed in %s: %q, want %q", c.day, state, got, want)
		}
	}
	both, err := s.Providers(ProviderSearch{Filter: &ProviderFilter{LicensedIn: []string{"TX", "MI"}}})
	if err != nil {
		c.Fatal(err)
	}
	for _, edge := range both.Edges() {
		document := edge.Node.Provider
		for state, reason := range map[string]string{"MI": "Licensed in Michigan", "TX": "Licensed in Texas"} {
			if slices.Contains(edge.Matches(), reason) != holds(document, state, c.day) {
				c.Fatalf("on %s, %+v matches %q", c.day, document.Licenses, edge.Matches())
			}
		}
	}
	c.checkProviders(s)
}

// checkProviders looks at what each provider says of licences.
func (c *licensedCatalog) checkProviders(s *Snapshot) {
	for _, document := range c.providers {
		p := s.Provider(ProviderBy{ID: &document.ID})
		for i, l := range p.Licenses() {
			if expires := document.Licenses[i].ExpiresOn; l.Expired() != (expires != "" && expires < c.day) {
				c.Fatalf("on %s, a licence through %q: expired is %t", c.day, expires, l.Expired())
			}
		}
		var want []string
		for _, other := range c.providers {
			if other != document && sharesState(document, other, c.day) {
				want = append(want, other.Slug)
			}
		}
		similar, err := p.Similar(ptr(len(want)))
		if err != nil {
			c.Fatal(err)
		}
		var got []string
		for _, other := range similar {
			got = append(got, other.Slug)
		}
		slices.Sort(got)
		if slices.Sort(want); !slices.Equal(got, want) {
			c.Fatalf("on %s, similar to %s: %q, want %q", c.day, document.Slug, got, want)
		}
	}
}

func sharesState(one, other *models.Provider, day models.Date) bool {
	return holds(one, "MI", day) && holds(other, "MI", day) || holds(one, "TX", day) && holds(other, "TX", day)
}

func slugsOfNodes(c ProviderConnection) (slugs []string) {
	for _, edge := range c.Edges() {
		slugs = append(slugs, edge.Node.Slug)
	}
	slices.Sort(slugs)
	return slugs
}

// Days pass, and providers are written; what is said of licences is always what the day makes of the documents.
func TestLicencesExpireWithoutAWrite(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		c := &licensedCatalog{T: r, day: dayAfter(0)}
		directory := taxonomy()
		for i := range rapid.IntRange(1, 8).Draw(r, "providers") {
			c.providers = append(c.providers, c.provider(i))
		}
		directory.Providers = slices.Clone(c.providers)
		c.catalog.Publish(Build(directory, Options{Today: func() models.Date { return c.day }}))
		for range rapid.IntRange(1, 8).Draw(r, "steps") {
			if rapid.Bool().Draw(r, "a day passes") {
				c.day = dayAfter(rapid.IntRange(-1, 7).Draw(r, "day"))
			} else {
				i := rapid.IntRange(0, len(c.providers)-1).Draw(r, "who")
				revision := c.providers[i].Revision + 1
				c.providers[i] = c.provider(i)
				c.providers[i].Revision = revision
				c.catalog.Apply(Changes{Written: []models.Document{c.providers[i]}})
			}
			c.check()
		}
	})
}

// A snapshot stands for one day, however long a request holds it, and the day has a version of its own, which watchers
// are told.
func TestTheDayTurns(t *testing.T) {
	day := models.Date("2026-12-31")
	var c Catalog
	p := &models.Provider{Header: header(models.KindProvider, "wren"), Name: "Wren", Type: models.Individual}
	p.Licenses = []models.License{{CredentialID: "crd_lpc", State: "MI", ExpiresOn: "2026-12-31"}}
	c.Publish(
		Build(&models.Directory{Providers: []*models.Provider{p}}, Options{Today: func() models.Date { return day }}),
	)
	found := func(s *Snapshot) string {
		connection, err := s.Providers(ProviderSearch{Filter: &ProviderFilter{LicensedIn: []string{"MI"}}})
		if err != nil {
			t.Fatal(err)
		}
		license := s.Provider(ProviderBy{Slug: ptr("wren")}).Licenses()[0]
		return fmt.Sprint(connection.TotalCount(), " ", license.Expired())
	}
	before := c.Current()
	if got := found(before); got != "1 false" {
		t.Fatalf("on its last day: %s", got)
	}
	version := before.Directory().Version
	w := c.Watch()
	defer w.Close()
	if first := next(t, w); first.Snapshot != before {
		t.Error("the first change is not the current snapshot")
	}
	day = "2027-01-01"
	if got := found(before); got != "1 false" || before.Directory().Version != version {
		t.Errorf("a snapshot that a request holds mixes two days: %s", got)
	}
	after := c.Current()
	if got := found(after); got != "0 true" || after.Directory().Version == version {
		t.Errorf("on the day after: %s, version %s, before %s", got, after.Directory().Version, version)
	}
	if told := next(t, w); told.Snapshot != after || c.Current() != after {
		t.Error("watchers are not told of the day once")
	}
}
