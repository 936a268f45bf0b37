package pages_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"findcare/internal/httpmw"
	"findcare/models"
)

// times repeats a pattern, % being the number.
func times(n int, pattern string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(
			strings.ReplaceAll(
				pattern,
				"%",
				string(rune('a'+i/26/26%26))+string(rune('a'+i/26%26))+string(rune('a'+i%26)),
			),
		)
	}
	return b.String()
}

// TestAddressesThatAreTooMuch are refused before anything is done with them, by a small page that repeats one value at
// most.
func TestAddressesThatAreTooMuch(t *testing.T) {
	handler := open(t, 0)
	long := strings.Repeat("ü", 150)
	for _, test := range []struct {
		name, path string
		status     int
		contains   string
	}{
		{"as many values as a list may have", "/find?" + times(100, "city=c%&"), 200, "No provider matches"},
		{"one more", "/find?" + times(101, "city=c%&"), 400, "city must not be given more than 100 times"},
		{
			"the same value again and again", "/find?" + times(101, "age=0&"), 400,
			"age must not be given more than 100 times",
		},
		{"thousands", "/find?" + times(4000, "age=%&"), 414, "The address is too long"},
		{"many of each list", "/find?" + times(90, "city=c%&insurance=i%&language=l%&"), 400, "At most 200 values"},
		{"what is given once, twice", "/find?q=a&q=b", 400, "q must not be given more than once"},
		{"a number twice", "/find?show=20&show=40", 400, "show must not be given more than once"},
		{"a long text", "/find?q=" + url.QueryEscape(long), 400, "q must have at most 200 bytes, not 300"},
		{
			"a long value of a list", "/find?condition=" + url.QueryEscape(long), 400,
			"condition must have at most 200 bytes",
		},
		{"a value that is not known", "/find?condition=" + strings.Repeat("x", 180), 400, "must be"},
		{"an unknown format", "/find?format=" + strings.Repeat("x", 180), 400, "This search cannot be done"},
		{"a long cursor", "/find?after=" + strings.Repeat("x", 3000), 400, "after must have at most"},
		{"not UTF-8", "/find?q=%ff", 400, "q must be text in UTF-8"},
		{"parameters of others", "/find?utm_source=a&utm_source=b&fbclid=c", 200, "1 provider<"},
		{"a long name of a care page", "/care/" + strings.Repeat("x", 60_000), 404, "Page not found"},
		{"a long name of a provider", "/providers/" + strings.Repeat("x", 60_000), 404, "Page not found"},
		{"a part of the sitemap that no number can be", "/sitemaps/9223372036854775807.xml", 404, ""},
		{"a part that overflows", "/sitemaps/368934881474192.xml", 404, ""},
		{"another address of a part", "/sitemaps/01.xml", 404, ""},
		{"the same with a sign", "/sitemaps/+1.xml", 404, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := get(handler, test.path)
			body := got.Body.String()
			if got.Code != test.status || !strings.Contains(body, test.contains) {
				t.Errorf("status %d, want %d with %q: %.2000s", got.Code, test.status, test.contains, body)
			}
			echoed := strings.Contains(body, strings.Repeat("x", 101)) ||
				strings.Contains(body, strings.Repeat("ü", 101))
			if got.Code >= 400 && (len(body) > 10_000 || echoed) {
				t.Errorf("the error has %d bytes, and a value of more than 100 characters: %s", len(body), body)
			}
		})
	}
}

// TestCrisisHelpOfARefusedSearch: a person may write more than a search accepts, or follow a broken link.
func TestCrisisHelpOfARefusedSearch(t *testing.T) {
	handler := open(t, 0)
	longText := strings.Repeat("I have tried everything and nothing helps. ", 10)
	for query, want := range map[string]bool{
		url.Values{"q": {longText + "I want to die."}}.Encode(): true,
		"q=quiero+morir&format=BY_PIGEON":                       true,
		"q=killing+time&format=BY_PIGEON":                       false,
		"format=BY_PIGEON":                                      false,
	} {
		got := get(handler, "/find?"+query)
		if help := strings.Contains(got.Body.String(), `id="crisis-heading"`); got.Code != 400 || help != want {
			t.Errorf("%s: status %d, with help %t, want %t", query, got.Code, help, want)
		}
	}
}

// TestErrorsRepeatOneValue sends invalid searches of all kinds: of the marked values, at most one is repeated,
// and cut.
func TestErrorsRepeatOneValue(t *testing.T) {
	handler := open(t, 0)
	names := []string{
		"q",
		"near",
		"within",
		"sort",
		"after",
		"condition",
		"treatment",
		"format",
		"age",
		"state",
		"city",
	}
	rapid.Check(t, func(t *rapid.T) {
		query := url.Values{"format": {"never"}}
		for i := range rapid.IntRange(1, 30).Draw(t, "values") {
			value := "wanted" + string(rune('a'+i)) + rapid.StringN(0, 120, 150).Draw(t, "value")
			query.Add(rapid.SampledFrom(names).Draw(t, "name"), value)
		}
		got := get(handler, "/find?"+query.Encode())
		body := got.Body.String()
		if got.Code < 400 {
			t.Fatalf("status %d", got.Code)
		}
		if n := strings.Count(body, "wanted"); n > 1 {
			t.Errorf("%d values come back: %s", n, body)
		}
		if len(body) > 10_000 || !utf8.ValidString(body) {
			t.Errorf("%d bytes, UTF-8 %t", len(body), utf8.ValidString(body))
		}
	})
}

// TestPagesThatAreNotLetIn are told of with a page, and when to come again; what they cost is counted with all else.
func TestPagesThatAreNotLetIn(t *testing.T) {
	site := open(t, 0)
	handler := httpmw.New(
		httpmw.RateLimit{RateLimit: 1.0 / 3600, RateBurst: 2, RateParallel: 1, MaxConcurrent: 1},
		func() time.Time { return time.Unix(0, 0) },
	).
		Handler(
			site,
			nil,
			site.WriteError,
		)
	got := get(handler, "/find") // which takes a token, and more of them where it takes long
	if got.Code != 200 {
		t.Fatalf("the first request: status %d", got.Code)
	}
	for range 2 {
		got = get(handler, "/find")
	}
	if header := got.Header(); got.Code != 429 || header.Get("Retry-After") == "" ||
		!strings.HasPrefix(header.Get("Content-Type"), "text/html") ||
		!strings.Contains(got.Body.String(), "Too many requests") {
		t.Errorf("the third: status %d, %v: %s", got.Code, header, got.Body)
	}
	busy := httptest.NewRecorder()
	site.WriteError(
		busy,
		httptest.NewRequest(http.MethodGet, "/find", nil),
		&httpmw.HTTPError{Status: 503, Code: models.CodeOverloaded},
	)
	if busy.Code != 503 || busy.Header().Get("Retry-After") != "1" ||
		!strings.Contains(busy.Body.String(), "The server is busy") {
		t.Errorf("%d, %v: %s", busy.Code, busy.Header(), busy.Body)
	}
}
