package pages_test

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"findcare/graph"
	"findcare/internal/catalog"
	"findcare/internal/execution"
	"findcare/internal/pages"
	"findcare/models"
)

// documents are a small directory in which texts try to break out of their context.
//
//go:embed testdata/documents.ndjson
var documents string

// open serves the pages of documents, and of some more providers.
func open(t *testing.T, more int) *pages.Pages {
	t.Helper()
	directory := new(models.Directory)
	var lines strings.Builder
	lines.WriteString(strings.TrimSpace(documents))
	for i := range more {
		fmt.Fprintf(
			&lines,
			"\n{\"type\":\"provider\",\"slug\":\"p-%d\",\"name\":\"Provider %d\",\"kind\":\"INDIVIDUAL\"}",
			i,
			i,
		)
	}
	for line := range strings.Lines(lines.String()) {
		var header struct{ Type models.Kind }
		if err := json.Unmarshal([]byte(line), &header); err != nil {
			t.Fatal(err)
		}
		document := header.Type.New()
		if err := json.Unmarshal([]byte(line), document); err != nil {
			t.Fatal(err)
		}
		asImported(document, header.Type)
		directory.Add(document)
	}
	return serve(t, directory)
}

// asImported gives a document the ids that an import into an empty store would.
func asImported(document models.Document, kind models.Kind) {
	head := document.Head()
	head.ID, head.Revision, head.UpdatedAt = models.IDOfSlug(kind, head.Slug), 1, time.UnixMilli(0).UTC()
	document.References(
		func(_ string, kind models.Kind, reference *string) { *reference = models.IDOfSlug(kind, *reference) },
	)
}

// serve serves the pages of a directory, with images from the hosts.
func serve(t *testing.T, directory *models.Directory, imageHosts ...string) *pages.Pages {
	t.Helper()
	current := new(catalog.Catalog)
	current.Publish(
		catalog.Build(
			directory,
			catalog.Options{
				SiteURL: "https://care.example", ImageHosts: imageHosts,
				Today: func() models.Date { return "2026-11-24" },
			},
		),
	)
	handler, err := pages.New(
		current,
		execution.NewExecutor(
			graph.NewSchema(current, graph.Services{}), current,
			execution.Options{Logger: slog.New(slog.DiscardHandler)},
		),
		pages.Options{
			SiteURL: "https://care.example", ImageHosts: imageHosts, CacheControl: "public, max-age=60",
			Timeout: time.Minute,
		},
	)
	if err != nil {
		t.Fatal(err)
	}
	return handler
}

func get(handler http.Handler, path string, header ...string) *httptest.ResponseRecorder {
	request := httptest.NewRequest(http.MethodGet, path, nil)
	for i := 0; i+1 < len(header); i += 2 {
		request.Header.Set(header[i], header[i+1])
	}
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, request)
	return recorder
}

// pageTests are paths, and what their pages hold and lack.
var pageTests = []struct {
	path     string
	status   int
	location string
	contains []string
	lacks    []string
}{
	{path: "/care/care-for-grief", status: 200, contains: []string{
		"<title>Find Care for Grief | findcare</title>",
		`<link rel="canonical" href="https://care.example/care/care-for-grief">`,
		`<meta property="og:url" content="https://care.example/care/care-for-grief">`,
		`<meta property="og:image" content="https://care.example/assets/card-`,
		`<meta property="article:published_time" content="2025-03-01">`,
		`<meta name="description" content="Grief is love.">`,
		`"@type":"MedicalWebPage"`, "<strong>still</strong>", `id="what-is-it"`, "A press",
		`href="/providers/wren"`,
	}, lacks: []string{"<script>", "alert(2)</script>", "noindex", "crisis-heading"}},
	{path: "/care", status: 200, contains: []string{
		"<h1>Articles</h1>", `<h2 id="conditions">Concerns</h2>`,
		`<a href="/care/care-for-grief">Find Care for Grief</a>`,
		`<link rel="canonical" href="https://care.example/care">`, `"@type":"CollectionPage"`, `aria-current="page"`,
	}, lacks: []string{"noindex", "Older articles", "Treatments</h2>"}},
	{path: "/care?after=nonsense", status: 404, contains: []string{"Page not found", "noindex"}},
	{path: "/care/grief-care", status: 301, location: "/care/care-for-grief"},
	{path: "/care/nothing", status: 404, contains: []string{"Page not found", "noindex", `href="/find"`}},
	{path: "/providers/wren", status: 200, contains: []string{
		"Wren &lt;/script&gt;", `"@type":"Physician"`, `\u003c/script\u003e`, `\u2028`, "First &amp; last.",
		"&lt;b&gt;Bold", "Nobody has confirmed this entry yet.",
	}, lacks: []string{
		"<script>", "<b>", "\u2028 <b>", "Insurance", "Similar providers", "Meets", "Where",
	}},
	{path: "/providers/robin", status: 301, location: "/providers/wren"},
	{path: "/providers/nobody", status: 404, contains: []string{"Page not found"}},
	{
		path: "/find", status: 200,
		contains: []string{"1 provider<", `<link rel="canonical" href="https://care.example/find">`},
		lacks:    []string{"noindex"},
	},
	{
		path: "/find?q=%3Cscript%3E", status: 200, contains: []string{"noindex", `value="&lt;script&gt;"`},
		lacks: []string{"<script>"},
	},
	{
		path: "/find?condition=grief", status: 200,
		contains: []string{
			`value="grief" checked`, `<a href="/find" rel="nofollow">Grief<span class="quiet">: remove`,
			`<li><a href="/care/care-for-grief">Find Care for Grief</a></li>`,
		},
	},
	{
		path: "/find?condition=greif", status: 400,
		contains: []string{"This search cannot be done", "did you mean grief?"},
	},
	{path: "/find?condition=sorrow&q=x&show=40", status: 301, location: "/find?condition=grief&q=x&show=40"},
	{
		path: "/find?condition=panic-attacks", status: 200,
		contains: []string{"No provider matches", "Attacks of Panic (AP)<span class=\"quiet\">: remove"},
	},
	{
		path: "/find?near=48500", status: 400, contains: []string{"must be one city of the United States"},
		lacks: []string{"filter.near"},
	},
	{path: "/find?area=40,-90,45", status: 400, contains: []string{"area must be the south, west"}},
	{path: "/find?area=40,-90,45,NaN", status: 400, contains: []string{"area must be the south, west"}},
	{path: "/find?area=95,-90,45,-80", status: 400, contains: []string{"This search cannot be done"}},
	{
		path: "/find?area=40,-90,45,-80", status: 200,
		contains: []string{
			"No provider matches", `<a href="/find" rel="nofollow">In the area of the map`,
			`<input type="hidden" name="area" value="40,-90,45,-80">`, "Without this area: 1 provider",
		},
	},
	{
		path: "/find?q=greif+zebra", status: 200,
		contains: []string{
			`<a href="/find?q=zebra" rel="nofollow">Grief<span class="quiet">: remove`,
			`<a href="/find?q=grief" rel="nofollow">zebra<span class="quiet">: remove`,
			`<span class="why">nothing here has it`,
			`Showing <strong>grief</strong>. <a href="/find?q=%22greif%22&#43;zebra" rel="nofollow">`,
			"Search for “greif” instead</a>",
		},
	},
	{path: "/find?near=me", status: 200, contains: []string{"1 provider<"}},
	{path: "/find?format=BY_PIGEON", status: 400, contains: []string{"This search cannot be done"}},
	{path: "/find?after=nonsense", status: 400, contains: []string{"must be a cursor"}},
	{path: "/find?show=-3&within=much&sort=DISTANCE", status: 200, contains: []string{"1 provider<"}},
	{path: "/", status: 302, location: "/find"},
	{path: "/elsewhere", status: 404, contains: []string{"Page not found"}},
	{
		path: "/find?q=grief", status: 200,
		contains: []string{
			`<a class="skip" href="#results">`, `id="results"`, `<a href="/care">Articles</a>`, `href="/favicon.ico"`,
		},
	},
	{path: "/robots.txt", status: 200, contains: []string{"Sitemap: https://care.example/sitemap.xml"}},
	{path: "/sitemap.xml", status: 200, contains: []string{
		"<urlset", "<loc>https://care.example/care/care-for-grief</loc><lastmod>1970-01-01T00:00:00Z</lastmod>",
		"https://care.example/providers/wren",
	}},
	{path: "/sitemaps/2.xml", status: 404},
	{path: "/assets/none.js", status: 404},
}

func TestPages(t *testing.T) {
	handler := open(t, 0)
	for _, test := range pageTests {
		t.Run(test.path, func(t *testing.T) {
			got := get(handler, test.path)
			body := got.Body.String()
			if got.Code != test.status || got.Header().Get("Location") != test.location {
				t.Fatalf("status %d, location %q", got.Code, got.Header().Get("Location"))
			}
			for _, want := range test.contains {
				if !strings.Contains(body, want) {
					t.Errorf("lacks %s", want)
				}
			}
			for _, bad := range test.lacks {
				if strings.Contains(body, bad) {
					t.Errorf("holds %s", bad)
				}
			}
			if t.Failed() {
				t.Log(body)
			}
		})
	}
}

func TestEmptyDirectory(t *testing.T) {
	handler := serve(t, new(models.Directory))
	for path, want := range map[string]string{
		"/find": "The directory is empty.", "/find?q=grief": "Try fewer filters or other words.",
	} {
		if body := get(handler, path).Body.String(); !strings.Contains(body, want) {
			t.Errorf("%s lacks %s: %s", path, want, body)
		}
	}
}

func TestPageHeaders(t *testing.T) {
	handler := open(t, 0)
	got := get(handler, "/providers/wren")
	policy := got.Header().Get("Content-Security-Policy")
	if !strings.Contains(policy, "script-src 'self';") || strings.Contains(policy, "unsafe") {
		t.Errorf("policy %q", policy)
	}
	if cached := got.Header().Get("Cache-Control"); cached != "public, max-age=60" {
		t.Errorf("Cache-Control %q", cached)
	}
	tag := got.Header().Get("ETag")
	if again := get(handler, "/providers/wren", "If-None-Match", tag); again.Code != http.StatusNotModified ||
		again.Body.Len() != 0 {
		t.Errorf("with the tag %q: status %d, %d bytes", tag, again.Code, again.Body.Len())
	}
	if missing := get(handler, "/providers/nobody"); missing.Header().Get("Cache-Control") != "no-store" ||
		missing.Header().Get("ETag") != "" {
		t.Errorf("what is not there may be cached: %v", missing.Header())
	}
	for accepted, encoding := range map[string]string{
		"gzip": "gzip", "zstd": "zstd", "zstd, gzip": "gzip", "zstd, gzip;q=0.5": "zstd",
	} {
		if got := get(handler, "/find", "Accept-Encoding", accepted).Header().Get("Content-Encoding"); got != encoding {
			t.Errorf("for %s: %q", accepted, got)
		}
	}
}

// A sitemap of more than 50,000 pages is in parts, which together list each page once.
func TestLongSitemap(t *testing.T) {
	const providers = 60_000
	handler := open(t, providers)
	index := get(handler, "/sitemap.xml").Body.String()
	if !strings.Contains(index, "<sitemapindex") || strings.Count(index, "<loc>") != 2 ||
		!strings.Contains(index, "https://care.example/sitemaps/2.xml") {
		t.Fatalf("the index is %.500s", index)
	}
	var all []string
	for part := range 2 {
		text := get(handler, fmt.Sprintf("/sitemaps/%d.xml", part+1)).Body.String()
		for line := range strings.Lines(text) {
			if strings.HasPrefix(line, "<url>") {
				all = append(all, line)
			}
		}
	}
	slices.Sort(all)
	if got, want := len(slices.Compact(all)), providers+4; got != want { // two indexes, an article and Wren, too
		t.Errorf("%d pages, want %d", got, want)
	}
	if got := get(handler, "/sitemaps/3.xml").Code; got != http.StatusNotFound {
		t.Errorf("the third part: status %d", got)
	}
}

// An expired licence is shown as expired.
func TestExpiredLicences(t *testing.T) {
	directory := &models.Directory{Credentials: []*models.Credential{{
		Header: models.Header{
			ID:       "crd_lpc",
			Slug:     "lpc",
			Revision: 1,
		}, Name: "Licensed Professional Counselor", Abbreviation: "LPC",
	}}}
	directory.Providers = []*models.Provider{{
		Header: models.Header{ID: "prv_wren", Slug: "wren", Revision: 1}, Name: "Wren Sample", Type: models.Individual,
		Licenses: []models.License{
			{
				CredentialID: "crd_lpc",
				State:        "MI",
				ExpiresOn:    "2026-11-23",
			}, {CredentialID: "crd_lpc", State: "OH", ExpiresOn: "2026-11-24"},
		},
	}}
	body := get(serve(t, directory), "/providers/wren").Body.String()
	for _, want := range []string{
		"Licensed Professional Counselor (LPC), Michigan, <strong>expired</strong> on November 23, 2026",
		"Licensed Professional Counselor (LPC), Ohio, until November 24, 2026",
	} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %q:\n%s", want, body)
		}
	}
}

// Whom to call and whom to write to are links that a telephone follows.
func TestCrisisLinks(t *testing.T) {
	handler := open(t, 0)
	for _, test := range []struct {
		text  string
		links []string
	}{
		{
			"want to die",
			[]string{
				`tel:988">Call 988`, `sms:988">Text 988`, `sms:741741?body=HOME">Text HOME to 741741`,
				`tel:988">Call 988`, `sms:838255">Text 838255`,
			},
		},
		{
			"no quiero vivir",
			[]string{
				`tel:988">Call 988`, `sms:988">Text 988`, `sms:741741?body=HOME">Text HOME to 741741`,
				`tel:988">Call 988`, `sms:838255">Text 838255`,
			},
		},
		{
			"my husband beats me",
			[]string{`tel:1-800-799-7233">Call 1-800-799-7233`, `sms:88788?body=START">Text START to 88788`},
		},
		{"killing time", nil},
	} {
		body := get(handler, "/find?q="+url.QueryEscape(test.text)).Body.String()
		_, help, _ := strings.Cut(body, `<aside class="crisis"`)
		help, _, _ = strings.Cut(help, "</aside>")
		var links []string
		for _, link := range regexp.MustCompile(`<a href="((?:tel|sms):[^<]*)</a>`).FindAllStringSubmatch(help, -1) {
			links = append(links, link[1])
		}
		if !slices.Equal(links, test.links) {
			t.Errorf("%s: the links are %q, want %q", test.text, links, test.links)
		}
	}
}
