package e2e

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const kapPage = "/care/ketamine-assisted-psychotherapy"

// The whole way of a person: from a care page to the search, which they narrow, to profiles and back, until they share
// a page.
func TestAPersonFindsCare(t *testing.T) {
	t.Parallel()
	base := demoServer(t)
	for _, width := range []int64{360, 1440} {
		for _, keyboard := range []bool{false, true} {
			t.Run(fmt.Sprintf("%d px, keyboard %t", width, keyboard), func(t *testing.T) {
				page, complaints := newPage(t, base)
				p := &person{t, base, page, keyboard}
				p.do("open", chromedp.EmulateViewport(width, 800), chromedp.Navigate(base+kapPage))
				findCare(p, width)
				for _, complaint := range complaints() {
					t.Error(complaint)
				}
			})
		}
	}
}

func findCare(p *person, width int64) {
	p.sees("h1", "Ketamine-Assisted Psychotherapy")
	p.follow(".across a")
	p.sees("#results-heading", "providers")
	p.at("/find?treatment=ketamine-assisted-psychotherapy")

	if width < 1024 {
		p.follow(".filters .open")
	}
	p.press("input[name=format][value=VIDEO]", " ")
	if width < 1024 {
		p.sees(".chooser .show", "Show 54 providers")
		p.follow(".chooser .show button")
		p.hides(".chooser")
	}
	p.sees(".chips", "By video")
	p.write("#near", "48507")
	p.sees(".chips", "Within 25 miles of 48507, or by video")
	p.farther()
	p.sees(".chips", "Within 250 miles of 48507")
	found := p.sees("#results-heading", "8 providers")
	address := "/find?format=VIDEO&near=48507&treatment=ketamine-assisted-psychotherapy&within=250"
	p.at(address)
	if width > 1280 {
		p.sees(".map .caption", "on the map")
	}
	p.sees(".card .place", "miles away")
	p.sees(".card .reasons", "Offers")

	p.follow(".card h3 a")
	p.sees("#facts-heading", "At a glance")
	p.follow("section[aria-labelledby=similar-heading] h3 a")
	p.sees("#facts-heading", "At a glance")
	profile := p.sees("h1", "")
	p.do("back to the first profile", script("history.back()"))
	poll(p.t, "the first profile", func() error {
		got, err := chromedp.Run(p.page, chromedp.Evaluate[string]("document.querySelector('h1').innerText"))
		if err == nil && got == profile {
			err = fmt.Errorf("it is %s", got)
		}
		return err
	})
	p.do("back to the search", script("history.back()"))
	p.at(address)
	p.sees("#results-heading", found)
	p.do("load it anew", chromedp.Reload())
	p.sees("#results-heading", found)
	p.do("back to the care page", chromedp.Navigate(p.base+kapPage))
	p.sees("#share button", "Share")
	p.press("#share button", kb.Enter)
	p.sees("#share [role=status]", "Link copied")
}

// The search box suggests as a combobox does: arrows mark, Enter takes, Escape closes. The operations of the pages run
// where only trusted documents do.
func TestSuggestions(t *testing.T) {
	t.Parallel()
	manifest := filepath.Join(t.TempDir(), "manifest.json")
	writeFile(t, manifest, `{"version": "{ directory { version } }"}`)
	base := startServer(t, "--trusted-documents", "only", "--trusted-documents-file", manifest)
	page, complaints := newPage(t, base)
	p := &person{t, base, page, true}
	p.do("open", chromedp.Navigate(base+"/find"))
	p.sees(".map .caption", "providers") // the script has taken over
	p.write("#q", "depre")
	p.sees("#results-heading", "providers")
	p.sees("[role=listbox]", "Depression")
	p.do("mark", chromedp.KeyEvent(kb.ArrowDown))
	marked, err := chromedp.Run(
		page,
		chromedp.Evaluate[string](
			"document.getElementById(document.activeElement.getAttribute('aria-activedescendant')).textContent",
		),
	)
	if err != nil || !strings.Contains(marked, "Depression") || !strings.Contains(marked, "Concern") {
		t.Errorf("marked: %q, %v", marked, err)
	}
	p.do("take", chromedp.KeyEvent(kb.Enter))
	p.sees(".chips", "Depression")
	p.at("/find?condition=depression")

	p.write("#q", "48507")
	p.sees("[role=listbox]", "48507")
	p.hides("[role=option]:nth-child(2)") // those of what was typed before
	p.do("close", chromedp.KeyEvent(kb.Escape))
	p.hides("[role=listbox]")
	p.do("open again and take the last", chromedp.KeyEvent(kb.ArrowUp+kb.Enter))
	p.at("/find?condition=depression&near=48507")

	p.do("open a care page", chromedp.Navigate(base+kapPage))
	p.sees("#share button", "Share")
	p.write("#q", "alder fict")
	p.sees("[role=option]:first-child", "Alder Fictionado")
	p.do("take", chromedp.KeyEvent(kb.ArrowDown+kb.Enter))
	p.at("/providers/alder-fictionado")
	for _, complaint := range complaints() {
		t.Error(complaint)
	}
}

// Where the device has a sheet to share with, it is given the page; closing it is no error.
func TestShareWithTheDevice(t *testing.T) {
	t.Parallel()
	base := demoServer(t)
	page, complaints := newPage(t, base)
	p := &person{t, base, page, false}
	p.do("have a sheet", onEveryPage(`navigator.share = async (given) => {
		document.title = given.title + " " + given.url;
		throw new DOMException("closed", "AbortError");
	}`))
	for path, want := range map[string]string{
		kapPage: "Find Ketamine-Assisted Psychotherapy", "/providers/alder-fictionado": "Alder Fictionado",
	} {
		p.do("open", chromedp.Navigate(base+path))
		p.sees("#share button", "Share")
		p.follow("#share button")
		want += " " + base + path
		waitUntil(t, want, func() bool {
			got, err := chromedp.Run(
				page,
				chromedp.Evaluate[string](
					"document.title + document.querySelector('#share [role=status]').textContent",
				),
			)
			return err == nil && got == want
		})
	}
	for _, complaint := range complaints() {
		t.Error(complaint)
	}
}

// Near me works, and no address tells where that is; it stays after loading the page anew.
func TestNearMe(t *testing.T) {
	t.Parallel()
	base := demoServer(t)
	page, complaints := newPage(t, base)
	p := &person{t, base, page, false}
	p.do("open", standingAt(base, 43.0125, -83.6875), chromedp.Navigate(base+"/find?within=100"))
	p.follow("button.me")
	p.sees(".chips", "Within 100 miles of you")
	p.sees(".card .place", "miles away")
	p.at("/find?near=me&within=100")
	found := p.sees("#results-heading", "13 providers") // 10 are near, 3 meet by video in the state
	p.do("anew", chromedp.Reload())
	p.sees(".chips", "Within 100 miles of you")
	p.sees("#results-heading", found)
	p.at("/find?near=me&within=100")
	for _, complaint := range complaints() {
		t.Error(complaint)
	}
}

// More results stay after going away and back, and after loading the page anew.
func TestMoreResultsStay(t *testing.T) {
	t.Parallel()
	base := demoServer(t)
	page, complaints := newPage(t, base)
	p := &person{t, base, page, false}
	p.do("open", chromedp.Navigate(base+"/find"))
	p.sees(".map .caption", "providers")
	for _, shown := range []string{"40", "60"} {
		p.follow(".results > .more a")
		p.at("/find?show=" + shown)
		p.counts(shown)
	}
	p.do("a profile", chromedp.Click(chromedp.CSS(".card:nth-child(45) h3 a")))
	p.sees("#facts-heading", "At a glance")
	p.do("back", script("history.back()"))
	p.at("/find?show=60")
	p.counts("60")
	p.do("anew", chromedp.Reload())
	p.counts("60")
	for _, complaint := range complaints() {
		t.Error(complaint)
	}
}

// Without a script, pages can be read and the search works as a form does.
func TestPagesWithoutAScript(t *testing.T) {
	t.Parallel()
	base := demoServer(t)
	for _, width := range []int64{360, 1440} {
		t.Run(fmt.Sprintf("%d px", width), func(t *testing.T) {
			page, complaints := newPage(t, base)
			p := &person{t, base, page, false}
			p.do("turn scripts off", scripts(false), chromedp.EmulateViewport(width, 800))
			findCareWithoutAScript(p, width)
			for _, complaint := range complaints() {
				t.Error(complaint)
			}
		})
	}
}

func findCareWithoutAScript(p *person, width int64) {
	p.do("open", chromedp.Navigate(p.base+kapPage))
	p.sees("article", "Sources")
	p.sees(".cards", "View profile")
	p.do("search near", chromedp.SendKeys(chromedp.CSS("#near"), "48507"), chromedp.Click(chromedp.CSS(".near button")))
	p.at("/find?treatment=ketamine-assisted-psychotherapy&near=48507")
	p.sees(".chips", "Within 25 miles of 48507, or by video")
	p.follow(".chips li:nth-child(2) a")
	p.sees("#results-heading", "82 providers")
	if width < 1024 {
		p.follow(".filters > summary")
	}
	p.do(
		"tick",
		chromedp.Click(chromedp.CSS("input[name=format][value=VIDEO]")),
		chromedp.Click(chromedp.CSS(".apply button")),
	)
	p.sees("#results-heading", "54 providers")
	p.follow(".results > .more a")
	p.counts("40")
	p.follow(".card h3 a")
	p.sees("#facts-heading", "At a glance")
	p.sees(".contact", "Call")
}

// The script shows the search as the server has: nothing moves when it takes over.
func TestTheScriptShowsWhatTheServerHas(t *testing.T) {
	t.Parallel()
	base := demoServer(t)
	page, complaints := newPage(t, base)
	p := &person{t, base, page, false}
	// What only one of them has is left out, and so is white space.
	const shown = `(() => {
		const copy = document.querySelector("#find").cloneNode(true);
		copy.querySelectorAll(".me, .map, .apply, .suggestions").forEach((e) => e.remove());
		const states = [...copy.querySelectorAll("input, select, details")].map((e) => [e.name, e.checked, ` +
		`e.value, e.open].join());
		const links = [...copy.querySelectorAll("a")].map((e) => e.getAttribute("href"));
		return [copy.textContent.replace(/\s+/g, ""), states.join(" "), links.join(" ")].join("\n");
	})()`
	for _, query := range []string{
		"", "?q=anxeity+therapist&condition=depression&format=VIDEO&near=60601&within=250&sort=DISTANCE",
		"?state=WY&language=Korean",
		"?open=EVENINGS&access=PARKING&gender=WOMAN&identity=black&people=COUPLES&openings=1&free=1&help=INTERPRETERS",
		"?q=suicidal+thoughts&accepting=1&sort=NAME", "?show=100", "?sort=RECOMMENDED",
		"?q=grief&sort=RECOMMENDED", "?insurance=Aetna&age=TEENS&city=Flint,+MI",
		"?within=77&near=48507&state=MI",
		"?treatment=ketamine-assisted-psychotherapy&near=48507", "?area=25.8,-106.6,36.5,-93.5&near=Austin,+TX&q=aetna",
		"?q=spanish+speaking+depresion+therapist+highly+rated+in+chicago+near+me", "?q=anxiety+flint+weekends&free=1",
		"?format=BY_PIGEON&condition=greif",
	} {
		shown := shown
		// of what is refused, the server repeats one value; the script keeps the form
		if strings.Contains(query, "BY_PIGEON") {
			shown = `document.querySelector("section.results .problem").textContent.replace(/\s+/g, "")`
		}
		p.do("turn scripts off", scripts(false))
		p.do("open", chromedp.Navigate(base+"/find"+query))
		server, err := chromedp.Run(page, chromedp.Evaluate[string](shown))
		if err != nil {
			t.Fatal(err)
		}
		p.do("turn scripts on", scripts(true))
		p.do("open", chromedp.Navigate(base+"/find"+query))
		poll(t, "the script", func() error {
			there, err := chromedp.Run(
				page,
				chromedp.Evaluate[bool]("document.querySelector('[role=combobox]') != null"),
			)
			if err == nil && !there {
				err = fmt.Errorf("not yet")
			}
			return err
		})
		client, err := chromedp.Run(page, chromedp.Evaluate[string](shown))
		if err != nil {
			t.Fatal(err)
		}
		if client != server {
			t.Errorf("%q: the server has\n%s\nthe script shows\n%s", query, server, client)
		}
	}
	for _, complaint := range complaints() {
		if !strings.Contains(complaint, "status of 400") { // of the search that cannot be done
			t.Error(complaint)
		}
	}
}
