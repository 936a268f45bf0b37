package e2e

import (
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// twoOperations is a document of which a link names the second operation.
const twoOperations = `query Version { directory { version } }
query Suggestion($text: String!) { suggest(text: $text, first: 1) { text kind } }`

// A link opens what was in the editors, runs nothing by itself, and runs what it names; the button makes the same link
// again, from a browser that has tabs of its own.
func TestPlaygroundSharesByLink(t *testing.T) {
	t.Parallel()
	base := demoServer(t)
	page, complaints := newPage(t, base)
	p := &person{t, base, page, false}
	p.do("open", chromedp.Navigate(base+"/playground"))
	p.sees(".graphiql-editor-tool", `"slug"`)
	link := base + "/playground?" + url.Values{
		"query": {twoOperations}, "variables": {`{"text": "depr"}`}, "operationName": {"Suggestion"},
	}.Encode()
	p.do("open the link", chromedp.Navigate(link))
	p.sees(".graphiql-tab-active", "Suggestion")
	p.sees(".graphiql-editor-tool", `"depr"`)
	p.at("/playground")
	if got := p.sees(".result-window", ""); strings.Contains(got, "data") {
		t.Errorf("it has run by itself: %s", got)
	}
	p.do("keep what is copied", script(`navigator.clipboard.writeText = async (text) => { window.copied = text; }`))
	p.follow(".graphiql-toolbar .link")
	p.sees(".told", "Link copied")
	copied, err := chromedp.Run(page, chromedp.Evaluate[string]("copied"))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := parametersOf(t, copied), parametersOf(t, link); got != want {
		t.Errorf("copied %s\nwant %s", got, want)
	}
	p.do("choose to run", chromedp.Click(chromedp.CSS(".graphiql-execute-button")))
	p.do("run the second", chromedp.Click(chromedp.CSS("[role=menuitem]:nth-child(2)")))
	p.sees(".result-window", "CONDITION")
	for _, complaint := range complaints() {
		t.Error(complaint)
	}
}

// parametersOf is what a link shares, in one spelling.
func parametersOf(t *testing.T, link string) string {
	t.Helper()
	u, err := url.Parse(link)
	if err != nil {
		t.Fatal(err)
	}
	return u.Query().Encode()
}

// On a phone, nothing is wider than the screen, and the operation, the variables and the response are below each other,
// each large enough to read.
func TestPlaygroundOnAPhone(t *testing.T) {
	t.Parallel()
	base := demoServer(t)
	page, complaints := newPage(t, base)
	p := &person{t, base, page, false}
	p.do("open", chromedp.EmulateViewport(390, 844), chromedp.Navigate(base+"/playground"))
	p.sees(".graphiql-editor-tool", `"slug"`)
	p.follow(".graphiql-execute-button")
	p.sees(".result-window", "Ketamine-Assisted Psychotherapy")
	parts, err := chromedp.Run(page, chromedp.Evaluate[[]struct {
		Name                     string
		Left, Right, Top, Bottom float64
	}](`[".graphiql-query-editor .CodeMirror", ".graphiql-editor-tool .CodeMirror", ".result-window .CodeMirror"].map(
		(name) => {
			const {left, right, top, bottom} = document.querySelector(name).getBoundingClientRect();
			return {name, left, right, top, bottom};
		})`))
	if err != nil {
		t.Fatal(err)
	}
	below := -1e9
	for _, part := range parts {
		if part.Left < 0 || part.Right > 390 || part.Top < below || part.Right-part.Left < 300 ||
			part.Bottom-part.Top < 120 {
			t.Errorf("%+v", part)
		}
		below = part.Bottom
	}
	wide, err := chromedp.Run(page, chromedp.Evaluate[int]("document.documentElement.scrollWidth"))
	if err != nil || wide > 390 {
		t.Errorf("the page is %d px wide, %v", wide, err)
	}
	for _, complaint := range complaints() {
		t.Error(complaint)
	}
}
