package pages_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"findcare/graph"
	"findcare/internal/catalog"
	"findcare/internal/editing"
	"findcare/internal/execution"
	"findcare/internal/pages"
	"findcare/models"
)

// previews are those of a directory with one article, by their links.
func previews(t *testing.T) (current *catalog.Catalog, known map[string]editing.Preview) {
	t.Helper()
	condition := &models.Condition{Name: "Grief"}
	condition.Slug = "grief"
	asImported(condition, models.KindCondition)
	article := &models.Article{
		Title: "Find Care for Grief", Lead: "Grief is love.", Author: "The team", PublishedOn: "2026-01-01",
		UpdatedOn: "2026-01-01", Topic: models.Topic{ConditionID: "grief"},
	}
	article.Slug = "grief"
	asImported(article, models.KindArticle)
	directory := new(models.Directory)
	directory.Add(condition)
	directory.Add(article)
	current = new(catalog.Catalog)
	current.Publish(catalog.Build(directory, catalog.Options{
		SiteURL: "https://care.example", Today: func() models.Date { return "2026-11-24" },
	}))
	changed := *article
	changed.Lead, changed.Revision = "Grief is loss.", 2
	shown := editing.Preview{
		Kind: models.KindArticle, Slug: "grief", Title: "Find Care for Grief",
		Snapshot: current.Current().Apply(catalog.Changes{Written: []models.Document{&changed}}),
	}
	problem := []editing.UserError{{Code: models.UserErrorInvalid, Message: "topic: must be <given>"}}
	known = map[string]editing.Preview{
		"good": shown, "incomplete": {Kind: models.KindArticle, Problems: problem},
		"conflict": {Kind: shown.Kind, Slug: shown.Slug, Snapshot: shown.Snapshot, Problems: problem},
	}
	return current, known
}

// openPreviews serves a directory and its previews.
func openPreviews(t *testing.T) *pages.Pages {
	t.Helper()
	current, known := previews(t)
	executor := execution.NewExecutor(graph.NewSchema(current, graph.Services{}), current, execution.Options{})
	handler, err := pages.New(current, executor, pages.Options{
		SiteURL: "https://care.example", CacheControl: "public, max-age=60", Timeout: time.Minute,
		Preview: func(_ context.Context, link string) (editing.Preview, error) {
			if link == "broken" {
				return editing.Preview{}, errors.New("broken")
			}
			p, ok := known[link]
			if !ok {
				return p, editing.ErrNoPreview
			}
			return p, nil
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return handler
}

func TestPreviewPage(t *testing.T) {
	handler := openPreviews(t)
	for link, want := range map[string][]string{
		"good":       {"<strong>Preview.</strong>", "Grief is loss.", `<meta name="robots" content="noindex">`},
		"conflict":   {"It cannot be published yet:", "topic: must be &lt;given&gt;", "Grief is loss."},
		"incomplete": {"It cannot be published yet:", "The page cannot be shown yet."},
	} {
		got := get(handler, "/preview?link="+link)
		for _, part := range want {
			if !strings.Contains(got.Body.String(), part) {
				t.Errorf("%s lacks %q", link, part)
			}
		}
		if got.Code != http.StatusOK || got.Header().Get("Cache-Control") != "no-store" ||
			got.Header().Get("X-Robots-Tag") != "noindex" || got.Header().Get("ETag") != "" ||
			strings.Contains(got.Body.String(), "canonical") || strings.Contains(got.Body.String(), "ld+json") {
			t.Errorf("%s: %d, %v", link, got.Code, got.Header())
		}
	}
	if got := get(handler, "/care/grief").Body.String(); strings.Contains(got, "Preview") ||
		!strings.Contains(got, "Grief is love.") {
		t.Error("the public page is changed")
	}
	missing := get(handler, "/care/none")
	for _, link := range []string{"", "other", strings.Repeat("x", 500)} {
		got := get(handler, "/preview?link="+link)
		if got.Code != http.StatusNotFound || got.Body.String() != missing.Body.String() {
			t.Errorf("%.20q: %d, not the page of any address that there is not", link, got.Code)
		}
	}
	if got := get(handler, "/preview?link=broken"); got.Code != http.StatusInternalServerError {
		t.Errorf("of an error: %d", got.Code)
	}
}
