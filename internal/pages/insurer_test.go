package pages_test

import (
	"html"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"findcare/models"
)

// The page of an article about an insurer has those who take it, however they spell it, and leads to a search for them.
func TestCarePageAboutAnInsurer(t *testing.T) {
	head := func(kind models.Kind, slug string) models.Header {
		return models.Header{ID: models.IDOfSlug(kind, slug), Slug: slug, Revision: 1, UpdatedAt: time.UnixMilli(0)}
	}
	insurer := &models.Insurer{
		Header: head(models.KindInsurer, "bcbs"), Name: "Blue Cross & Blue Shield", AlsoKnownAs: []string{"BCBS"},
	}
	provider := func(slug string) *models.Provider {
		return &models.Provider{Header: head(models.KindProvider, slug), Type: models.Individual, Name: slug}
	}
	byLabel, byCoverage, other := provider("wren"), provider("robin"), provider("finch")
	byLabel.Insurances, other.Insurances = []string{"bcbs"}, []string{"Medicaid"}
	byCoverage.Coverage = []models.Coverage{{InsurerID: insurer.ID}}
	site := serve(t, &models.Directory{
		Insurers: []*models.Insurer{insurer}, Providers: []*models.Provider{byLabel, byCoverage, other},
		Articles: []*models.Article{{
			Header: head(models.KindArticle, "using-bcbs"), Title: "Using It", Lead: "A lead.", Author: "us",
			Topic: models.Topic{InsurerID: insurer.ID}, PublishedOn: "2026-01-01", UpdatedOn: "2026-01-01",
		}},
	})
	get := func(path string) (string, *http.Response) {
		t.Helper()
		response := httptest.NewRecorder()
		site.ServeHTTP(response, httptest.NewRequest(http.MethodGet, path, nil))
		return html.UnescapeString(response.Body.String()), response.Result()
	}
	const find = "/find?insurance=Blue+Cross+%26+Blue+Shield"
	page, _ := get("/care/using-bcbs")
	for _, want := range []string{
		"See all: 2 providers", `href="` + find + `"`, `name="insurance" value="Blue Cross & Blue Shield"`,
		"/providers/wren", "/providers/robin", `"about":{"@type":"Organization","alternateName":["BCBS"],"name":`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s:\n%s", want, page)
		}
	}
	if strings.Contains(page, "/providers/finch") {
		t.Error("the page has who does not take it")
	}
	results, _ := get(find)
	if !strings.Contains(results, "/providers/wren") || strings.Contains(results, "/providers/finch") ||
		!strings.Contains(results, `value="Blue Cross & Blue Shield" checked`) {
		t.Errorf("%s:\n%s", find, results)
	}
	_, response := get("/find?insurance=BCBS")
	if to := response.Header.Get("Location"); to != find {
		t.Errorf("a search by another name leads to %q", to)
	}
}
