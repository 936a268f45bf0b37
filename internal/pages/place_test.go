package pages_test

import (
	"encoding/json"
	"errors"
	"html"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"findcare/demo"
	"findcare/internal/dirformat"
	"findcare/models"
)

var (
	total  = regexp.MustCompile(`<h2 id="results-heading">([\d,]+) providers?</h2>`)
	jsonLD = regexp.MustCompile(`(?s)<script type="application/ld\+json">(.*?)</script>`)
	links  = regexp.MustCompile(`href="(/find/[^"]+)"`)
)

// Each page of a place that the sitemap lists stands, has at least three providers, as many as the search that it leads
// to, and may be listed; the links from the states reach all of them.
func TestListedPlaces(t *testing.T) {
	handler := serve(t, demoDirectory(t))
	sitemap := get(handler, "/sitemap.xml").Body.String()
	listed := regexp.MustCompile("<loc>https://care.example(/find/[^<]+)</loc>").FindAllStringSubmatch(sitemap, -1)
	if len(listed) < 100 || !strings.Contains(sitemap, "/find/tx/austin/anxiety<") {
		t.Fatalf("%d places; anxiety in Austin must be one", len(listed))
	}
	linked := map[string]bool{}
	reach := func(path string) string {
		body := get(handler, path).Body.String()
		for _, link := range links.FindAllStringSubmatch(body, -1) {
			linked[link[1]] = true
		}
		return body
	}
	reach("/find")
	for _, match := range listed {
		path := match[1]
		body := reach(path)
		heading := total.FindStringSubmatch(body)
		search := regexp.MustCompile(`<a class="action" href="(/find\?[^"]+)">Filter`).FindStringSubmatch(body)
		if heading == nil || search == nil || strings.Contains(body, "noindex") {
			t.Fatalf("%s: %s", path, body)
		}
		if len(heading[1]) == 1 && heading[1] < "3" {
			t.Errorf("%s has %s providers", path, heading[1])
		}
		all := get(handler, html.UnescapeString(search[1])).Body.String()
		if !strings.Contains(all, `<span role="status">`+heading[1]+" provider") {
			t.Errorf("%s has %s providers, and the search has others", path, heading[1])
		}
	}
	for _, match := range listed {
		if !linked[match[1]] {
			t.Errorf("nothing leads to %s", match[1])
		}
	}
}

// demoDirectory is the demo directory as the database would give it.
func demoDirectory(t *testing.T) *models.Directory {
	t.Helper()
	content, err := demo.Directory(demo.Providers, time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	directory := new(models.Directory)
	err = dirformat.Bytes("demo directory", content).Each(func(record dirformat.Record) error {
		document := record.Kind.New()
		if fault := record.Decode(document); fault != nil {
			return errors.New(fault.Rule)
		}
		asImported(document, record.Kind)
		directory.Add(document)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return directory
}

// What a page of a place says, and where its parts lead.
func TestPlaces(t *testing.T) {
	handler := serve(t, lively())
	for _, test := range []struct {
		path, location string
		status         int
		contains       []string
	}{
		{"/find/mi", "", 200, []string{
			"<h1>Mental-health care in Michigan</h1>", "noindex", `<a href="/find/mi/flint">Flint`,
			"1 provider in Michigan; 1 accepts new clients; 1 meets by video.", `<li aria-current="page">Michigan</li>`,
			`<link rel="canonical" href="https://care.example/find/mi">`,
		}},
		{"/find/mi/flint", "", 200, []string{
			"<h1>Mental-health care in Flint, Michigan</h1>", `<a href="/find/mi">Michigan`,
		}},
		{"/find/MI", "/find/mi", 301, nil},
		{"/find/michigan/Flint", "/find/mi/flint", 301, nil},
		{"/find/wy", "", 200, []string{"No provider in the directory is listed here yet.", "noindex"}},
		{"/find/zz", "", 404, []string{`href="/find"`}},
		{"/find/mi/nowhere", "", 404, []string{`<a href="/find/mi">Care in Michigan</a>`}},
		{"/find/mi/flint/nothing", "", 404, []string{`<a href="/find/mi/flint">Care in Flint, Michigan</a>`}},
		{"/find/mi/flint/nothing/more", "", 404, nil},
	} {
		got := get(handler, test.path)
		if got.Code != test.status || got.Header().Get("Location") != test.location {
			t.Errorf("%s: status %d, location %q", test.path, got.Code, got.Header().Get("Location"))
		}
		for _, want := range test.contains {
			if !strings.Contains(got.Body.String(), want) {
				t.Errorf("%s lacks %s:\n%s", test.path, want, got.Body)
			}
		}
	}
}

// The page of care in a city has the way to it as structured data, and former slugs of the care lead to it.
func TestCareInACity(t *testing.T) {
	directory := lively()
	grief := &models.Condition{
		Header: models.Header{
			ID: models.IDOfSlug(models.KindCondition, "grief"), Slug: "grief", Revision: 1,
			FormerSlugs: []string{"sorrow"},
		}, Name: "Grief",
	}
	directory.Conditions = []*models.Condition{grief}
	directory.Providers[0].ConditionIDs = []string{grief.ID}
	handler := serve(t, directory)
	if got := get(handler, "/find/mi/flint/sorrow"); got.Code != http.StatusMovedPermanently ||
		got.Header().Get("Location") != "/find/mi/flint/grief" {
		t.Errorf("status %d, location %q", got.Code, got.Header().Get("Location"))
	}
	body := get(handler, "/find/mi/flint/grief").Body.String()
	var data struct {
		Breadcrumb struct {
			ItemListElement []struct{ Name, Item string }
		}
		MainEntity struct{ NumberOfItems int }
	}
	if err := json.Unmarshal([]byte(jsonLD.FindStringSubmatch(body)[1]), &data); err != nil {
		t.Fatal(err)
	}
	steps := data.Breadcrumb.ItemListElement
	if len(steps) != 4 || steps[3].Name != "Grief" || steps[3].Item != "https://care.example/find/mi/flint/grief" ||
		steps[1].Item != "https://care.example/find/mi" || data.MainEntity.NumberOfItems != 1 {
		t.Errorf("%+v", data)
	}
	if want := "<h1>Grief: care in Flint, Michigan</h1>"; !strings.Contains(body, want) {
		t.Errorf("lacks %s:\n%s", want, body)
	}
}
