package catalog

import (
	"testing"
	"time"

	"findcare/demo"
	"findcare/internal/search/lexicon/crisis"
	"findcare/models"
)

func demoSnapshot(t *testing.T) *Snapshot {
	t.Helper()
	directory, err := demo.Documents(2_000, time.Unix(1_700_000_000, 0))
	if err != nil {
		t.Fatal(err)
	}
	return Build(directory, options)
}

func numbersOf(resources []crisis.Resource) (numbers []string) {
	for _, r := range resources {
		numbers = append(numbers, r.Name)
	}
	return numbers
}

// Whatever is understood as a crisis brings whom to call: for providers, for articles and for any text.
func TestCrisisResourcesOfTexts(t *testing.T) {
	s := demoSnapshot(t)
	for _, test := range []struct {
		text string
		want string // the first resource; empty for none
	}{
		{"want to die", "988 Suicide & Crisis Lifeline"},
		{"i dont want to live anymore", "988 Suicide & Crisis Lifeline"},
		{"quiero morir", "988 Suicide & Crisis Lifeline"},
		{"kil myself", "988 Suicide & Crisis Lifeline"},
		{"hurt myself", "988 Suicide & Crisis Lifeline"},
		{"overdose", "Poison Control"},
		{"my husband hits me", "National Domestic Violence Hotline"},
		{"sexual assault", "National Sexual Assault Hotline (RAINN)"},
		{"child abuse", "Childhelp National Child Abuse Hotline"},
		{"killing time", ""},
		{"cutting hair", ""},
		{"", ""},
	} {
		providers, err := s.Providers(ProviderSearch{Filter: &ProviderFilter{Text: &test.text}})
		if err != nil {
			t.Fatal(err)
		}
		articles, err := s.Articles(&ArticleFilter{Text: &test.text}, Page{})
		if err != nil {
			t.Fatal(err)
		}
		alone, err := s.CrisisResources(test.text)
		if err != nil {
			t.Fatal(err)
		}
		for _, resources := range [][]crisis.Resource{providers.CrisisResources(), articles.CrisisResources(), alone} {
			if resources == nil || len(resources) == 0 != (test.want == "") ||
				test.want != "" && resources[0].Name != test.want {
				t.Errorf("%q brings %q, want %q first", test.text, numbersOf(resources), test.want)
			}
		}
	}
}

func TestCrisisResourcesOfDocuments(t *testing.T) {
	s := demoSnapshot(t)
	for slug, want := range map[string]bool{
		"suicidal-ideation": true, "self-harm": true, "depression": false, "insomnia": false,
	} {
		condition := s.Condition(SlugOrID{Slug: &slug})
		of, err := condition.Providers(nil, nil, nil, nil, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		by, err := s.Providers(ProviderSearch{Filter: &ProviderFilter{AllOfConditions: []string{slug}}})
		if err != nil {
			t.Fatal(err)
		}
		about, err := condition.Articles(nil, nil, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, resources := range [][]crisis.Resource{
			of.CrisisResources(), by.CrisisResources(), about.CrisisResources(),
		} {
			if len(resources) > 0 != want {
				t.Errorf("%s brings %q", slug, numbersOf(resources))
			}
		}
	}
}

// A treatment whose name speaks of a crisis brings whom to call where it is searched by.
func TestCrisisResourcesOfTreatments(t *testing.T) {
	treatment := func(slug, name string, aliases ...string) *models.Treatment {
		header := models.Header{ID: models.IDOfSlug(models.KindTreatment, slug), Slug: slug}
		return &models.Treatment{Header: header, Name: name, AlsoKnownAs: aliases}
	}
	s := Build(&models.Directory{Treatments: []*models.Treatment{
		treatment("cams", "Suicide Prevention"), treatment("dbt", "DBT", "Therapy for Self-Harm"),
		treatment("emdr", "EMDR"),
	}}, options)
	for slug, want := range map[string]bool{"cams": true, "dbt": true, "emdr": false} {
		providers, err := s.Providers(ProviderSearch{Filter: &ProviderFilter{Treatments: []string{slug}}})
		if err != nil {
			t.Fatal(err)
		}
		articles, err := s.Articles(&ArticleFilter{Treatments: []string{slug}}, Page{})
		if err != nil {
			t.Fatal(err)
		}
		for _, resources := range [][]crisis.Resource{providers.CrisisResources(), articles.CrisisResources()} {
			if len(resources) > 0 != want {
				t.Errorf("%s brings %q", slug, numbersOf(resources))
			}
		}
	}
}

// An article speaks of a crisis wherever it does: in its title, its lead or any of its sections.
func TestCrisisResourcesOfArticles(t *testing.T) {
	const crisis = "Some think of suicide."
	for name, test := range map[string]struct {
		article models.Article
		want    bool
	}{
		"nowhere": {models.Article{Sections: []models.Section{{Heading: "Sleep", Body: "Rest."}}}, false},
		"title":   {models.Article{Title: crisis}, true},
		"lead":    {models.Article{Lead: crisis}, true},
		"heading": {models.Article{Sections: []models.Section{{Body: "Rest."}, {Heading: crisis}}}, true},
		"body":    {models.Article{Sections: []models.Section{{Heading: "Sleep", Body: crisis}}}, true},
		"a section in a section": {
			models.Article{Sections: []models.Section{{Sections: []models.Section{{Body: crisis}}}}}, true,
		},
	} {
		if got := len(new(Snapshot).ArticleOf(&test.article).CrisisResources()) > 0; got != test.want {
			t.Errorf("%s: crisis resources: %t", name, got)
		}
	}
}

// What a directory itself calls a condition that is a crisis counts in a search of that directory.
func TestCrisisResourcesOfOwnNames(t *testing.T) {
	directory := &models.Directory{Conditions: []*models.Condition{{
		Header: models.Header{
			ID:   "cnd_1",
			Slug: "suicidal-ideation",
		}, Name: "Suicidal Ideation", AlsoKnownAs: []string{"Dark Thoughts"},
	}}}
	s := Build(directory, options)
	for text, want := range map[string]bool{
		"my dark thoughts tonight": true, "dark chocolate": false, "thoughts": false,
	} {
		resources, err := s.CrisisResources(text)
		if err != nil || len(resources) > 0 != want {
			t.Errorf("%q brings %q, %v", text, numbersOf(resources), err)
		}
	}
}

// No name in the directory sounds like a crisis but those that are about one.
func TestNamesAreHarmless(t *testing.T) {
	s := demoSnapshot(t)
	harmless := func(text string) {
		t.Helper()
		if kinds := crisis.In(text); kinds != 0 {
			t.Errorf("%q speaks of %s", text, kinds)
		}
	}
	for p := range s.index.All() {
		harmless(p.Name)
		for _, l := range p.Locations {
			harmless(l.City)
		}
	}
	for _, c := range s.conditions.all {
		if c.Slug == "suicidal-ideation" || c.Slug == "self-harm" {
			if c.crisisKinds() == 0 {
				t.Errorf("%s touches no crisis", c.Slug)
			}
			continue
		}
		harmless(c.Label())
		if kinds := c.crisisKinds(); kinds != 0 {
			t.Errorf("%s touches %s", c.Slug, kinds)
		}
	}
	for _, c := range s.treatments.all {
		harmless(c.Label())
	}
	for _, c := range s.credentials.all {
		harmless(c.Label())
	}
}

func TestCrisisTextTooLong(t *testing.T) {
	s := Build(&models.Directory{}, options)
	_, err := s.CrisisResources(string(make([]byte, crisis.LongestText+1)))
	if models.ErrorCode(err) != models.CodeBadUserInput {
		t.Errorf("err = %v", err)
	}
}

// A sentence that only hints at a crisis, or says so in words with others between, brings whom to call.
func TestCrisisResourcesOfTales(t *testing.T) {
	s := demoSnapshot(t)
	for _, text := range []string{
		"there are marks on both of her arms",
		"we fight all the time and now there are marks on both of her arms",
	} {
		found, err := s.Providers(ProviderSearch{Filter: &ProviderFilter{Text: &text}})
		if err != nil {
			t.Fatal(err)
		}
		if len(found.CrisisResources()) == 0 {
			t.Errorf("%q brings nobody to call", text)
		}
	}
}
