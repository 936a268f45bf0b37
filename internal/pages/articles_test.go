package pages_test

import (
	"fmt"
	"html"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"findcare/models"
)

// An index of more than a hundred articles goes on at the next page; all its pages together have each article once, and
// only the first is to be listed.
func TestIndexOfManyArticles(t *testing.T) {
	const articles = 230
	grief := models.IDOfSlug(models.KindCondition, "grief")
	directory := &models.Directory{Conditions: []*models.Condition{{
		Header: models.Header{ID: grief, Slug: "grief", Revision: 1}, Name: "Grief",
	}}}
	for i := range articles {
		slug := fmt.Sprintf("article-%d", i)
		directory.Articles = append(directory.Articles, &models.Article{
			Header: models.Header{ID: models.IDOfSlug(models.KindArticle, slug), Slug: slug, Revision: 1},
			Title:  fmt.Sprintf("Article %d", i), Topic: models.Topic{ConditionID: grief},
			Lead: "A lead.", Author: "us", PublishedOn: "2025-03-01", UpdatedOn: "2025-03-01",
		})
	}
	handler := serve(t, directory)
	link := regexp.MustCompile(`<li><a href="(/care/[^"]+)">`)
	older := regexp.MustCompile(`<a href="([^"]+)" rel="nofollow">Older articles`)
	seen := map[string]int{}
	for path, pages := "/care", 1; path != ""; pages++ {
		got := get(handler, path)
		body := got.Body.String()
		if got.Code != http.StatusOK || strings.Contains(body, "noindex") == (pages == 1) {
			t.Fatalf("page %d: status %d, %.300s", pages, got.Code, body)
		}
		for _, match := range link.FindAllStringSubmatch(body, -1) {
			seen[match[1]]++
		}
		path = ""
		if next := older.FindStringSubmatch(body); next != nil {
			path = html.UnescapeString(next[1])
		}
	}
	if len(seen) != articles {
		t.Errorf("%d of %d articles", len(seen), articles)
	}
	for path, times := range seen {
		if times != 1 {
			t.Errorf("%s is there %d times", path, times)
		}
	}
}
