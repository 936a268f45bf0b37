package pages_test

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
)

// Crawlers may read each page that tells them not to list it, and each page of the sitemap may be read and listed.
func TestCrawlersCanReadWhatTheyAreTold(t *testing.T) {
	handler := open(t, 0)
	var disallowed []string
	for line := range strings.Lines(get(handler, "/robots.txt").Body.String()) {
		if prefix, is := strings.CutPrefix(strings.TrimSpace(line), "Disallow: "); is {
			disallowed = append(disallowed, prefix)
		}
	}
	if len(disallowed) == 0 {
		t.Fatal("robots.txt disallows nothing")
	}
	kept := func(path string) bool {
		for _, prefix := range disallowed {
			if strings.HasPrefix(path, prefix) {
				return true
			}
		}
		return false
	}
	for _, test := range pageTests {
		if got := get(handler, test.path); strings.Contains(got.Body.String(), "noindex") && kept(test.path) {
			t.Errorf("%s says noindex, and robots.txt disallows it", test.path)
		}
	}
	sitemap := get(handler, "/sitemap.xml").Body.String()
	listed := regexp.MustCompile("<loc>([^<]+)</loc>").FindAllStringSubmatch(sitemap, -1)
	if len(listed) < 4 {
		t.Fatalf("the sitemap has %d pages", len(listed))
	}
	for _, match := range listed {
		address, err := url.Parse(match[1])
		if err != nil {
			t.Fatal(err)
		}
		got := get(handler, address.RequestURI())
		canonical := `<link rel="canonical" href="` + match[1] + `">`
		if body := got.Body.String(); got.Code != http.StatusOK || kept(address.Path) ||
			strings.Contains(body, "noindex") || !strings.Contains(body, canonical) {
			t.Errorf("%s is in the sitemap: status %d, %.500s", match[1], got.Code, body)
		}
	}
}

// Browsers ask for the icon at a path of its own, whatever a page says.
func TestFavicon(t *testing.T) {
	got := get(open(t, 0), "/favicon.ico")
	if got.Code != http.StatusOK || got.Header().Get("Content-Type") != "image/x-icon" ||
		got.Header().Get("Cache-Control") != "public, max-age=86400" || got.Header().Get("ETag") == "" ||
		!strings.HasPrefix(got.Body.String(), "\x00\x00\x01\x00") {
		t.Errorf("status %d, %v, %d bytes", got.Code, got.Header(), got.Body.Len())
	}
}
