package catalog_test

import (
	"strings"
	"testing"

	"findcare/internal/catalog"
	"findcare/models"
)

func TestReadingMinutes(t *testing.T) {
	words := func(n int) string { return strings.Repeat("word ", n) }
	tests := []struct {
		name    string
		article models.Article
		want    int
	}{
		{"nothing", models.Article{}, 1},
		{"little", models.Article{Lead: words(99)}, 1},
		{"less than a minute and a half", models.Article{Lead: words(299)}, 1},
		{"a minute and a half", models.Article{Lead: words(300)}, 2},
		{"two minutes", models.Article{Lead: words(400)}, 2},
		{"all parts", models.Article{
			Lead: words(200),
			Sections: []models.Section{
				{Heading: words(100), Body: words(100), Sections: []models.Section{{Heading: "-", Body: words(199)}}},
				{Heading: words(200)},
			},
			CallToAction: &models.CallToAction{Heading: words(200), Body: words(200)},
		}, 5},
		{
			"marks and addresses",
			models.Article{Lead: strings.Repeat("**[word](https://example.org)** <i class=a>\n\n***\n\n", 400)},
			2,
		},
		{
			"cells of tables, and what images show",
			models.Article{Lead: "|word|word|\n|:--|--:|\n" + strings.Repeat("| word | ![word](a) |\n", 199)},
			2,
		},
	}
	for _, test := range tests {
		if got := new(catalog.Snapshot).ArticleOf(&test.article).ReadingMinutes(); got != test.want {
			t.Errorf("%s: got %d, want %d", test.name, got, test.want)
		}
	}
}

// TestTablesAndImagesAreRead: a search finds what stands in them, and so does the rule for crisis resources.
func TestTablesAndImagesAreRead(t *testing.T) {
	article := func(slug, body string) *models.Article {
		return &models.Article{
			Header: models.Header{ID: models.IDOfSlug(models.KindArticle, slug), Slug: slug, Revision: 1},
			Title:  "Care", Lead: "Lead", PublishedOn: "2026-01-01",
			Sections: []models.Section{{Heading: "All", Body: body}},
		}
	}
	s := catalog.Build(&models.Directory{Articles: []*models.Article{
		article("table", "|Sign|Help|\n|-|-|\n|suicide|lithium|"),
		article("image", "![Help against suicide, and a kite](https://example.org/1.png)"),
		article("neither", "Nothing."),
	}}, catalog.Options{})
	for text, want := range map[string]string{"lithium": "table", "kite": "image", "example": ""} {
		found, err := s.Articles(&catalog.ArticleFilter{Text: &text}, catalog.Page{})
		if err != nil {
			t.Fatal(err)
		}
		var slugs []string
		for _, a := range found.Nodes() {
			slugs = append(slugs, a.Slug)
		}
		if got := strings.Join(slugs, " "); got != want {
			t.Errorf("%s finds %q, want %q", text, got, want)
		}
	}
	for slug, want := range map[string]bool{"table": true, "image": true, "neither": false} {
		if got := len(s.Article(catalog.SlugOrID{Slug: &slug}).CrisisResources()) > 0; got != want {
			t.Errorf("%s: crisis resources: %v, want %v", slug, got, want)
		}
	}
}
