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
	}
	for _, test := range tests {
		if got := new(catalog.Snapshot).ArticleOf(&test.article).ReadingMinutes(); got != test.want {
			t.Errorf("%s: got %d, want %d", test.name, got, test.want)
		}
	}
}
