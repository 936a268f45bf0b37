package pages_test

import (
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"findcare/models"
)

// profileOf returns the page of a provider, with its character references resolved.
func profileOf(t *testing.T, directory *models.Directory, slug string) string {
	t.Helper()
	response := httptest.NewRecorder()
	serve(t, directory).ServeHTTP(response, httptest.NewRequest(http.MethodGet, "/providers/"+slug, nil))
	return html.UnescapeString(response.Body.String())
}

func headOf(kind models.Kind, slug string) models.Header {
	return models.Header{ID: models.IDOfSlug(kind, slug), Slug: slug, Revision: 1, UpdatedAt: time.UnixMilli(0)}
}

// Insurances stand in their order, each with what is known of the insurer, and then what only the coverage has.
func TestInsuranceOnProfiles(t *testing.T) {
	insurer := func(slug, name string, also ...string) *models.Insurer {
		return &models.Insurer{Header: headOf(models.KindInsurer, slug), Name: name, AlsoKnownAs: also}
	}
	wren := &models.Provider{
		Header: headOf(models.KindProvider, "wren"), Type: models.Individual, Name: "Wren",
		Insurances: []string{"Cash", "bcbs", "Acme"},
	}
	for _, c := range []models.Coverage{
		{
			InsurerID: "blue", Plan: "PPO", Network: models.InNetwork, Source: models.SaidByProvider,
			AsOf: "2025-10-03",
		},
		{InsurerID: "blue", Plan: "HMO", Network: models.OutOfNetwork},
		{InsurerID: "zenith", AsOf: "2025-10-04"},
		{InsurerID: "other", Source: models.SaidByRegistry},
	} {
		c.InsurerID = models.IDOfSlug(models.KindInsurer, c.InsurerID)
		wren.Coverage = append(wren.Coverage, c)
	}
	page := profileOf(t, &models.Directory{
		Insurers: []*models.Insurer{
			insurer("blue", "Blue Cross", "BCBS"), insurer("acme", "Acme"), insurer("zenith", "Zenith"),
			insurer("other", "Other"),
		},
		Providers: []*models.Provider{wren},
	}, "wren")
	const want = `<dt>Insurance</dt><dd><ul>
<li>Cash</li>
<li>Blue Cross, PPO: in network (the provider, October 3, 2025)</li>
<li>Blue Cross, HMO: out of network</li>
<li>Acme</li>
<li>Zenith (October 4, 2025)</li>
<li>Other (a public registry)</li>
</ul></dd>`
	if !strings.Contains(page, want) {
		t.Errorf("the page has no\n%s:\n%s", want, page)
	}
}

// A person's page leads to the organizations, and theirs to the people, of whom only the first are always shown.
func TestWhoWorksWhereOnProfiles(t *testing.T) {
	house := &models.Provider{
		Header: headOf(models.KindProvider, "acorn-house"), Type: models.Organization, Name: "Acorn House",
	}
	directory := &models.Directory{Providers: []*models.Provider{house}}
	for i := range 45 {
		directory.Providers = append(directory.Providers, &models.Provider{
			Header: headOf(models.KindProvider, fmt.Sprint("wren-", i)), Type: models.Individual,
			Name: fmt.Sprintf("Wren %02d", i), WorksForIDs: []string{house.ID},
		})
	}
	for slug, wanted := range map[string][]string{
		"wren-7": {
			`<dt>Works for</dt><dd><ul>`, `<li><a href="/providers/acorn-house">Acorn House</a></li>`,
			`"worksFor":[{"@type":"Organization","name":"Acorn House"}]`,
		},
		"acorn-house": {
			`<h2 id="staff-heading">Who works here</h2>`, `<a href="/providers/wren-0">Wren 00</a>`,
			`<summary>32 more</summary>`, `<p class="soft">and 5 more</p>`,
			`"employee":[{"@type":"Person","name":"Wren 00"}`,
		},
	} {
		page := profileOf(t, directory, slug)
		for _, want := range wanted {
			if !strings.Contains(page, want) {
				t.Errorf("the page of %s has no %s:\n%s", slug, want, page)
			}
		}
	}
}
