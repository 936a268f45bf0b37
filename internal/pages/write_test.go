package pages

import (
	"net/http/httptest"
	"strings"
	"testing"

	"findcare/graph"
	"findcare/internal/catalog"
	"findcare/internal/execution"
	"findcare/models"
)

// TestAPageThatIsTooLarge is an error, and not a part of the page.
func TestAPageThatIsTooLarge(t *testing.T) {
	current := new(catalog.Catalog)
	current.Publish(catalog.Build(new(models.Directory), catalog.Options{SiteURL: "https://care.example"}))
	pages, err := New(
		current,
		execution.NewExecutor(graph.NewSchema(current, graph.Services{}), current, execution.Options{}),
		Options{},
	)
	if err != nil {
		t.Fatal(err)
	}
	pages.site.maxPage = 10_000
	for size, want := range map[int]int{100: 200, 20_000: 500} {
		w := httptest.NewRecorder()
		pages.site.write(
			w,
			httptest.NewRequest("GET", "/care/long", nil),
			&page{Template: "failure", Content: strings.Repeat("long ", size/5)},
		)
		body := w.Body.String()
		if w.Code != want || !strings.HasSuffix(strings.TrimSpace(body), "</html>") ||
			want == 500 && !strings.Contains(body, "This page is too large") {
			t.Errorf("%d bytes: status %d: %.500s", size, w.Code, body)
		}
	}
}
