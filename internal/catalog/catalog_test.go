package catalog

import (
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"findcare/models"
)

func TestLookup(t *testing.T) {
	s := Build(read(t, documents), options)
	id := models.IDOfSlug(models.KindProvider, "juniper")
	slug, npi, nobody := "juniper", "1234567893", "nobody"
	for name, by := range map[string]ProviderBy{"id": {ID: &id}, "slug": {Slug: &slug}, "NPI": {NPI: &npi}} {
		if p := s.Provider(by); p == nil || p.ID != id {
			t.Errorf("by %s: got %v, want Juniper", name, p)
		}
	}
	for name, by := range map[string]ProviderBy{
		"id": {ID: &slug}, "slug": {Slug: &nobody}, "NPI": {NPI: new(string)}, "nothing": {},
	} {
		if p := s.Provider(by); p != nil {
			t.Errorf("by a wrong %s: got %s", name, p.Slug)
		}
	}
	for _, kind := range models.Kinds {
		if node := s.Node(models.IDOfSlug(kind, "nobody")); node != nil {
			t.Errorf("an unknown %s is %v", kind, node)
		}
	}
	for _, d := range everything(read(t, documents)) {
		node, ok := s.Node(d.Head().ID).(interface{ Head() *models.Header })
		if !ok || node.Head().Slug != d.Head().Slug {
			t.Errorf("node %s of %s is %v", d.Head().ID, d.Head().Slug, node)
		}
	}
	for _, test := range []struct{ kind, found string }{
		{"credential", s.Credential(SlugOrID{Slug: ptr("counselor")}).Name},
		{"condition", s.Condition(SlugOrID{Slug: ptr("grief")}).Slug},
		{"treatment", s.Treatment(SlugOrID{ID: ptr(models.IDOfSlug(models.KindTreatment, "cbt"))}).Slug},
		{"article", s.Article(SlugOrID{Slug: ptr("about-cbt")}).Slug},
	} {
		if test.found == "" {
			t.Errorf("no %s found", test.kind)
		}
	}
}

func providersOf(e interface {
	Providers(*ProviderFilter, *ProviderOrder, *int, *string, *int, *string) (ProviderConnection, error)
},
) string {
	return page(e.Providers(nil, nil, nil, nil, nil, nil))
}

func articlesOf(e interface {
	Articles(*int, *string, *int, *string) (ArticleConnection, error)
},
) string {
	return page(e.Articles(nil, nil, nil, nil))
}

func TestListsAndRelations(t *testing.T) {
	s := Build(read(t, documents), options)
	provider := func(slug string) *Provider { return s.Provider(ProviderBy{Slug: &slug}) }
	credential := func(slug string) *Credential { return s.Credential(SlugOrID{Slug: &slug}) }
	condition := func(slug string) *Condition { return s.Condition(SlugOrID{Slug: &slug}) }
	treatment := func(slug string) *Treatment { return s.Treatment(SlugOrID{Slug: &slug}) }
	article := func(slug string) *Article { return s.Article(SlugOrID{Slug: &slug}) }
	license, _ := provider("juniper").Licenses()[0].Credential()
	topic, _ := article("care-for-grief").Topic()

	for _, test := range []struct{ name, got, want string }{
		{"providers by name, without accents", page(s.Providers(ProviderSearch{})), "acorn-house juniper wren"},
		{"credentials by name", page(s.Credentials(Page{})), "counselor psychologist"},
		{"conditions by name", page(s.Conditions(Page{})), "anxiety grief insomnia"},
		{"treatments by name", page(s.Treatments(Page{})), "art-therapy cbt"},
		{
			"articles newest first, then by title", page(s.Articles(nil, Page{})),
			"about-cbt care-for-sleep care-for-grief counselors",
		},

		{"a provider's credentials, in order", slugs(provider("wren").Credentials()), "psychologist counselor"},
		{"a licence's credential", license.Slug, "counselor"},
		{"a provider's conditions, in their own order", all(provider("wren").Conditions(nil)), "grief anxiety"},
		{"their first condition", all(provider("wren").Conditions(ptr(1))), "grief"},
		{"a provider's treatments, in their own order", all(provider("juniper").Treatments(nil)), "cbt art-therapy"},
		{"a provider's articles, each once", articlesOf(provider("juniper")), "about-cbt care-for-sleep"},
		{"a provider without articles or credentials", slugs(provider("acorn-house").Credentials()), ""},

		{"who holds a credential, each once", providersOf(credential("counselor")), "juniper wren"},
		{"who treats a condition", providersOf(condition("anxiety")), "acorn-house wren"},
		{"what helps with a condition", slugs(condition("anxiety").Treatments()), "art-therapy cbt"},
		{"what is written about a condition", articlesOf(condition("insomnia")), "about-cbt care-for-sleep"},
		{"what a treatment is for, in its own order", slugs(treatment("cbt").Conditions()), "insomnia anxiety"},
		{"who offers a treatment", providersOf(treatment("cbt")), "juniper wren"},
		{"what is written about a treatment", articlesOf(treatment("cbt")), "about-cbt"},

		{"an article's topic", topic.(interface{ Head() *models.Header }).Head().Slug, "grief"},
		{"an article's conditions", slugs(article("care-for-sleep").Conditions()), "anxiety"},
		{"providers beside an article", providersOf(article("care-for-sleep")), "juniper"},
		{"an article's reviewer", slugs(article("care-for-grief").MedicalReview().Credentials()), "psychologist"},
		{"related articles", all(article("about-cbt").Related(nil)), "care-for-sleep"},
	} {
		if test.got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, test.got, test.want)
		}
	}
}

// What a document refers to may have been deleted a moment ago: lists leave it out.
func TestReferencesToWhatIsGone(t *testing.T) {
	directory := read(t, documents)
	directory.Conditions, directory.Credentials = nil, nil
	s := Build(directory, options)
	wren := s.Provider(ProviderBy{Slug: ptr("wren")})
	if got := all(wren.Conditions(nil)) + slugs(wren.Credentials()); got != "" {
		t.Errorf("got %q, want nothing", got)
	}
	_, err := s.Article(SlugOrID{Slug: ptr("counselors")}).Topic()
	if models.ErrorCode(err) != models.CodeNotFound {
		t.Errorf("a topic that is gone: err = %v, want %s", err, models.CodeNotFound)
	}
}

func TestVersion(t *testing.T) {
	versionOf := func(change func(*models.Directory)) string {
		directory := read(t, documents)
		change(directory)
		return Build(directory, options).Directory().Version
	}
	original := versionOf(func(*models.Directory) {})
	if reordered := versionOf(func(d *models.Directory) {
		slices.Reverse(d.Credentials)
		slices.Reverse(d.Conditions)
		slices.Reverse(d.Treatments)
		slices.Reverse(d.Providers)
		slices.Reverse(d.Articles)
	}); reordered != original {
		t.Errorf("another order gives %s, want %s", reordered, original)
	}
	versions := map[string]string{original: "the original"}
	for i, document := range everything(read(t, documents)) {
		for what, change := range map[string]func(*models.Header){
			"a new revision of": func(h *models.Header) { h.Revision++ },
			"a later write of":  func(h *models.Header) { h.UpdatedAt = h.UpdatedAt.Add(time.Millisecond) },
		} {
			change := func(d *models.Directory) { change(everything(d)[i].Head()) }
			what += " " + document.Head().ID
			version := versionOf(change)
			if other, taken := versions[version]; taken {
				t.Errorf("%s has the version of %s", what, other)
			}
			versions[version] = what
		}
	}
	if without := versionOf(func(d *models.Directory) { d.Providers = d.Providers[1:] }); versions[without] != "" {
		t.Errorf("a directory without its first provider has the version of %s", versions[without])
	}
}

// Readers see one whole state of the directory, whatever is published meanwhile. Run with -race.
func TestReadersWhileSnapshotsAreSwapped(t *testing.T) {
	const readers, snapshots = 4, 100
	var c Catalog
	if c.Current() != nil {
		t.Fatal("there is a snapshot before the first one is published")
	}
	publish := func(i int) {
		directory := read(t, documents)
		directory.Providers = directory.Providers[:i%(len(directory.Providers)+1)]
		c.Publish(Build(directory, options))
	}
	publish(0)
	done, running := make(chan struct{}), sync.WaitGroup{}
	for range readers {
		running.Go(func() {
			for {
				if err := consistent(c.Current()); err != nil {
					t.Error(err)
					return
				}
				select {
				case <-done:
					return
				default:
				}
			}
		})
	}
	for i := range snapshots {
		publish(i)
	}
	close(done)
	running.Wait()
}

// consistent goes from each provider to those who treat the same, and finds the provider among them.
func consistent(s *Snapshot) error {
	providers, err := s.Providers(ProviderSearch{})
	if err != nil {
		return err
	}
	if got, want := providers.TotalCount(), s.Directory().ProviderCount; got != want {
		return fmt.Errorf("%d providers are listed, %d counted", got, want)
	}
	for _, p := range providers.Nodes() {
		conditions, _ := p.Conditions(nil)
		for _, condition := range conditions {
			peers, err := condition.Providers(nil, nil, nil, nil, nil, nil)
			if err != nil || !slices.Contains(peers.Nodes(), p) {
				return fmt.Errorf("%s is not among who treats %s: %w", p.Slug, condition.Slug, err)
			}
		}
	}
	return nil
}

// Changes may be told in any order and more than once: by whoever made them, and by the feed of changes.
func TestChangesInAnyOrder(t *testing.T) {
	condition := func(revision int64, name string) *models.Condition {
		return &models.Condition{
			Header: models.Header{
				ID:        models.IDOfSlug(models.KindCondition, "grief"),
				Slug:      "grief",
				Revision:  revision,
				UpdatedAt: time.UnixMilli(revision),
			},
			Name: name,
		}
	}
	id := condition(1, "").ID
	var c Catalog
	c.Publish(Build(&models.Directory{Conditions: []*models.Condition{condition(2, "Second")}}, Options{}))
	for _, step := range []struct {
		name    string
		changes Changes
		want    string
	}{
		{"an older revision", Changes{Written: []models.Document{condition(1, "First")}}, "Second"},
		{"the same one", Changes{Written: []models.Document{condition(2, "Again")}}, "Second"},
		{"two in the wrong order", written(condition(4, "Fourth"), condition(3, "Third")), "Fourth"},
		{"an older removal", Changes{Removed: []Removal{{ID: id, Revision: 3}}}, "Fourth"},
		{
			"a removal and what was before it",
			Changes{Written: []models.Document{condition(5, "Fifth")}, Removed: []Removal{{ID: id, Revision: 6}}},
			"",
		},
		{"what was before the removal, later", Changes{Written: []models.Document{condition(5, "Fifth")}}, ""},
		{"the same removal", Changes{Removed: []Removal{{ID: id, Revision: 6}}}, ""},
		{"made anew", Changes{Written: []models.Document{condition(7, "Seventh")}}, "Seventh"},
	} {
		c.Apply(step.changes)
		got := ""
		if found := c.Current().Condition(SlugOrID{ID: &id}); found != nil {
			got = found.Name
		}
		if got != step.want {
			t.Errorf("%s: %q, want %q", step.name, got, step.want)
		}
	}
}

func TestFormerSlugs(t *testing.T) {
	header := func(kind models.Kind, slug string, former ...string) models.Header {
		return models.Header{ID: models.IDOfSlug(kind, slug), Slug: slug, FormerSlugs: former, Revision: 1}
	}
	s := Build(&models.Directory{
		Conditions: []*models.Condition{
			{Header: header(models.KindCondition, "grief", "mourning", "loss"), Name: "Grief"},
			{Header: header(models.KindCondition, "loss"), Name: "Loss"},
		},
		Providers: []*models.Provider{
			{
				Header:       header(models.KindProvider, "wren", "robin"),
				Name:         "Wren",
				ConditionIDs: []string{models.IDOfSlug(models.KindCondition, "grief")},
			},
		},
	}, Options{})
	for asked, want := range map[string]string{"grief": "Grief", "mourning": "Grief", "loss": "Loss"} {
		if found := s.Condition(SlugOrID{Slug: &asked}); found == nil || found.Name != want {
			t.Errorf("%s: %v, want %s", asked, found, want)
		}
	}
	robin := "robin"
	if found := s.Provider(ProviderBy{Slug: &robin}); found == nil || found.Name != "Wren" {
		t.Errorf("robin: %v, want Wren", found)
	}
	connection, err := s.Providers(ProviderSearch{Filter: &ProviderFilter{Conditions: []string{"mourning"}}})
	if err != nil || connection.TotalCount() != 1 {
		t.Errorf("a filter with a former slug: %d, %v", connection.TotalCount(), err)
	}
}

// What the public must not see is in nothing that it can ask for.
func TestUnpublishedArticles(t *testing.T) {
	grief := &models.Condition{
		Header: models.Header{ID: models.IDOfSlug(models.KindCondition, "grief"), Slug: "grief", Revision: 1},
		Name:   "Grief",
	}
	article := func(slug string, status models.ArticleStatus) *models.Article {
		return &models.Article{
			Header:      models.Header{ID: models.IDOfSlug(models.KindArticle, slug), Slug: slug, Revision: 1},
			Status:      status,
			Title:       "Canary " + slug,
			Topic:       models.Topic{ConditionID: grief.ID},
			Lead:        "Canary.",
			PublishedOn: "2026-01-01",
			UpdatedOn:   "2026-01-01",
		}
	}
	var c Catalog
	c.Publish(Build(&models.Directory{Conditions: []*models.Condition{grief}}, Options{}))
	before := c.Current().Directory().Version
	draft := article("draft", models.ArticleDraft)
	c.Apply(Changes{Written: []models.Document{draft, article("review", models.ArticleInReview)}})
	s := c.Current()
	if state := s.Directory(); state.ArticleCount != 0 || state.Version != before {
		t.Errorf("the directory tells of it: %+v", state)
	}
	if s.Node(draft.ID) != nil || s.Article(SlugOrID{ID: &draft.ID}) != nil {
		t.Error("it is found by its id")
	}
	if list, _ := s.Articles(nil, Page{}); list.TotalCount() != 0 {
		t.Error("it is in the list")
	}
	if list, _ := s.Suggest("canary", nil, nil); len(list) != 0 {
		t.Errorf("it is suggested: %v", list)
	}
	if s.AnyArticle(SlugOrID{ID: &draft.ID}) == nil {
		t.Error("editors do not find it")
	}
	published := article("draft", "")
	published.Revision = 2
	c.Apply(Changes{Written: []models.Document{published}})
	if list, _ := c.Current().Articles(nil, Page{}); list.TotalCount() != 1 {
		t.Error("it is not in the list once published")
	}
}
