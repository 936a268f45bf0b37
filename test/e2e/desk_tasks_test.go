package e2e

import (
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// deskTasks do what docs/editors.md tells under each of its headings.
var deskTasks = map[string]func(w *deskWork){
	"Sign in":                                      (*deskWork).signIn,
	"See what waits for you":                       (*deskWork).seeWhatWaits,
	"Find a provider or an article":                (*deskWork).findProviders,
	"Correct a phone number":                       (*deskWork).correctPhone,
	"Add a provider":                               (*deskWork).addProvider,
	"Write an article":                             (*deskWork).writeArticle,
	"Show it to somebody before it is public":      (*deskWork).showPreview,
	"Have it reviewed":                             (*deskWork).haveItReviewed,
	"Publish it, now or later":                     (*deskWork).publishNowOrLater,
	"Undo a change, or bring back an earlier text": (*deskWork).bringBack,
	"When two people change the same entry":        (*deskWork).decideOnConflict,
	"Update many at once from a spreadsheet":       (*deskWork).importTable,
	"Retire a provider":                            (*deskWork).retireProviders,
	"Find out who needs to be confirmed":           (*deskWork).confirm,
	"Answer a reported error":                      (*deskWork).answerReport,
	"Make a token":                                 (*deskWork).makeToken,
	"Tell another program of changes":              (*deskWork).makeWebhook,
	"Work without a mouse":                         (*deskWork).useKeys,
}

// Everything that docs/editors.md tells can be done at the desk as it says, by mouse and by keyboard, in its order.
func TestDeskTasks(t *testing.T) {
	t.Parallel()
	headings := deskHeadings(t)
	for heading := range deskTasks {
		if !slices.Contains(headings, heading) {
			t.Errorf("docs/editors.md has no heading %q", heading)
		}
	}
	for _, keyboard := range []bool{false, true} {
		t.Run(map[bool]string{false: "mouse", true: "keyboard"}[keyboard], func(t *testing.T) {
			t.Parallel()
			server, tokens := deskServer(t)
			w := &deskWork{server: server, tokens: tokens, keyboard: keyboard, people: make(map[string]*deskEditor)}
			w.t = t
			for _, role := range []string{"viewer", "editor", "reviewer", "admin"} {
				w.as(role)
			}
			for _, heading := range headings {
				done := t.Run(heading, func(t *testing.T) {
					task := deskTasks[heading]
					if task == nil {
						t.Fatalf("nobody has tried what docs/editors.md tells of %q", heading)
					}
					w.t = t
					task(w)
				})
				if !done {
					break // the next ones go on from it
				}
			}
			w.t = t
			for _, p := range w.people {
				p.t = t
				p.isFine()
			}
		})
	}
}

func (w *deskWork) signIn() {
	p := w.as("viewer")
	p.tap("Sign out")
	p.sees("main", "You are signed out.")
	p.enter("#token", w.tokens["viewer"])
	p.tap("Sign in")
	p.sees("h1", "What waits")
	p.hides(`nav a[href="/desk/tokens"]`)
}

func (w *deskWork) seeWhatWaits() {
	p := w.as("editor")
	p.sees(".front", "Overdue")
	shoot(w.t, p.page, "desk-front")
	p.tapIn(".front", "Unconfirmed providers")
	p.sees(".count", "485 providers")
	if w.keyboard {
		p.do("go home by keys", chromedp.KeyEvent("gh"))
	} else {
		p.tap("findcare desk")
	}
	p.sees("h1", "What waits")
}

func (w *deskWork) findProviders() {
	p := w.as("viewer")
	p.tapIn("nav", "Providers")
	p.enter("#q", "depression")
	p.sees(".count", "providers")
	p.pick("#list", "Unconfirmed")
	p.tap("Filters")
	p.tick(`.facets input[value="MI"]`)
	p.holds("an address that holds it all", `location.search.includes("q=depression") &&
		location.search.includes("list=UNCONFIRMED") && location.search.includes("state=MI")`)
	p.holds("filters that have come", `document.querySelector(".facets input[value=MI]")?.checked === true`)
	p.tap("Columns")
	p.sees(".drop", "NPI")
}

const wrenPhone = `{ done: provider(by: {slug: "alder-fictionado"}) { locations { phone } } }`

func (w *deskWork) publicPhone() string {
	return public[struct{ Locations []struct{ Phone string } }](w.t, w.server, wrenPhone).Locations[0].Phone
}

func (w *deskWork) correctPhone() {
	before := w.publicPhone()
	p := w.as("editor")
	p.lookUp("Providers", "Alder Fictionado")
	p.enter("#field-locations-0-phone", "501 555 0123")
	p.sees(".badges", "Working copy")
	p.sees(".saving", "All is saved")
	if now := w.publicPhone(); now != before {
		w.t.Errorf("the public sees %s before it is published", now)
	}
	p.publish()
	if now := w.publicPhone(); now != "+15015550123" {
		w.t.Errorf("the public sees %s", now)
	}
	p.tap("Undo")
	p.sees(".done", "Undone")
	if now := w.publicPhone(); now != before {
		w.t.Errorf("the public sees %s after it was undone", now)
	}
}

func (w *deskWork) addProvider() {
	p := w.as("editor")
	p.tapIn("nav", "Providers")
	p.tap("New provider")
	p.sees("h1", "New provider")
	p.enter("#field-name", "Juniper Exemplar")
	p.sees(".saving", "All is saved")
	p.tap("Publish now")
	p.sees(".errors", "Person or organization")
	p.focused("#field-kind") // the page leads there
	p.pick("#field-kind", "Individual")
	p.tap("Add location")
	p.enter("#field-locations-0-city", "Flint")
	p.pick("#field-locations-0-stateCode", "Michigan")
	p.find("#field-conditions-add", "Depression")
	p.sees(".saving", "All is saved")
	p.publish()
	got := public[struct{ Locations []struct{ Label string } }](w.t, w.server,
		`{ done: provider(by: {slug: "juniper-exemplar"}) { locations { label } } }`)
	if len(got.Locations) != 1 || got.Locations[0].Label != "Flint, Michigan" {
		w.t.Errorf("the public sees %+v", got)
	}
}

func (w *deskWork) decideOnConflict() {
	one, other := w.as("editor"), w.as("reviewer")
	one.lookUp("Providers", "Alder Fictionado")
	other.lookUp("Providers", "Alder Fictionado")
	one.enter("#field-statement", "I listen first.")
	one.enter("#field-pronouns", "they/them")
	one.sees(".badges", "Working copy")
	one.sees(".saving", "All is saved")
	other.enter("#field-statement", "I ask first.")
	other.sees(".conflicts", "Theirs: I listen first.")
	if w.keyboard {
		other.reach(".conflict input[type=radio]")
		other.do("theirs", chromedp.KeyEvent(kb.ArrowDown))
		other.holds("theirs", `document.querySelector(".conflict input[value=theirs]").checked`)
	} else {
		other.do("theirs", chromedp.Click(chromedp.CSS(".conflict input[value=theirs]")))
	}
	other.tap("Keep what I have chosen")
	other.sees(".saving", "All is saved")
	other.value("#field-pronouns", "they/them")
	other.value("#field-statement", "I listen first.")
	other.publish()
}

func (w *deskWork) importTable() {
	file := filepath.Join(w.t.TempDir(), "names.csv")
	choose := func(p *deskEditor, table string) {
		if err := os.WriteFile(file, []byte(table), 0o600); err != nil {
			w.t.Fatal(err)
		}
		p.do("choose the file", chromedp.SetUploadFiles(chromedp.CSS("#import-file"), []string{file}))
	}
	p := w.as("editor")
	p.tapIn("nav", "Imports")
	p.sees("h1", "Imports")
	choose(p, "slug,kind,name,website\nalder-fictionado,INDIVIDUAL,Alder Fictionado,not one\n")
	p.sees(".import", "The file has faults")
	p.sees(".import table", "website")
	choose(p, "slug,kind,name,pronouns\nalder-fictionado,INDIVIDUAL,Alder Fictionado,she/her\n"+
		"juniper-exemplar,INDIVIDUAL,Juniper Exemplar,he/him\n")
	p.sees(".import", "What the file would do")
	p.sees(".import", "0 created, 2 changed")
	p.tap("Import it")
	p.sees(".import", "The file is imported")
	got := public[struct{ Pronouns string }](w.t, w.server,
		`{ done: provider(by: {slug: "juniper-exemplar"}) { pronouns } }`)
	if got.Pronouns != "he/him" {
		w.t.Errorf("the public sees %+v", got)
	}
}

func (w *deskWork) retireProviders() {
	p := w.as("editor")
	p.lookUp("Providers", "Juniper Exemplar")
	p.tap("Retire")
	p.sees(".badges", "Retired")
	if got := w.server.open(w.t, "/providers/juniper-exemplar"); !strings.HasPrefix(got, "404") {
		w.t.Errorf("the public sees %.200s", got)
	}
	p.tapIn("nav", "Providers")
	p.pick("#list", "Retired")
	p.sees(".count", "1 provider")
	p.tick(".list tbody input[type=checkbox]")
	p.sees(".bulk", "1 selected")
	p.tapIn(".bulk", "Reinstate")
	p.tapIn("dialog", "Reinstate")
	p.sees("dialog", "1 of 1 document done.")
	p.tapIn("dialog", "Close")
	p.sees(".count", "0 providers")
}

func (w *deskWork) confirm() {
	p := w.as("editor")
	p.tapIn(".front", "Unconfirmed providers")
	p.sees(".count", "486 providers") // with the one that was added
	first := reads[string](&p.person, `document.querySelector(".list tbody th a").textContent`)
	p.tapIn(".list tbody", first)
	p.sees("h1", first)
	p.tap("Confirm that all is right")
	p.pick("#confirm-by", "I have called them")
	p.tap("Confirm today")
	p.sees(".done", "Confirmed today.")
	p.waits("Unconfirmed providers", "485")
}

// waits waits until the front page counts so many under a heading.
func (p *deskEditor) waits(heading, want string) {
	p.t.Helper()
	p.open("/desk")
	p.sees(".front", heading+" "+want)
}

func (w *deskWork) answerReport() {
	response, err := http.PostForm(w.server.url+"/providers/alder-fictionado/report",
		url.Values{"part": {"CONTACT"}, "text": {"Nobody answers this number."}})
	if err != nil {
		w.t.Fatal(err)
	}
	_ = response.Body.Close()
	p := w.as("editor")
	p.tapIn("nav", "Reports")
	p.sees(".cards", "Nobody answers this number.")
	p.tapIn(".cards", "Alder Fictionado")
	p.sees(".saving", "All is saved")
	p.enter("#field-locations-0-phone", "501 555 0177")
	p.sees(".saving", "All is saved")
	p.publish()
	p.tapIn("nav", "Reports")
	p.tapIn(".cards", "Resolve")
	p.sees(".count", "Nothing waits for an answer.")
}

func (w *deskWork) makeToken() {
	p := w.as("admin")
	p.tapIn("nav", "Tokens")
	p.tap("New token")
	p.enter("#token-name", "Grace")
	if w.keyboard {
		p.reach("input[name=role]")
		for range 3 { // to the role after it
			if reads[bool](&p.person, `document.activeElement.value === "REVIEWER"`) {
				break
			}
			p.do("next role", chromedp.KeyEvent(kb.ArrowDown))
		}
	} else {
		p.tick("input[value=REVIEWER]")
	}
	p.follow("dialog button[type=submit]")
	p.sees("dialog h2", "The token of Grace")
	secret, err := chromedp.Run(p.page, chromedp.Evaluate[string](`document.querySelector("#secret").value`))
	if err != nil || !strings.HasPrefix(secret, "fc_") {
		w.t.Fatal(secret, err)
	}
	p.follow("dialog button:last-child")
	p.sees(".list", "Grace")
	p.hides("dialog")
}

func (w *deskWork) makeWebhook() {
	p := w.as("admin")
	p.tapIn("nav", "Webhooks")
	p.tap("New webhook")
	p.enter("#webhook-name", "Search engine")
	p.enter("#webhook-url", "https://receiver.invalid/findcare")
	p.follow("dialog button[type=submit]")
	p.sees("dialog h2", "The secret of Search engine")
	secret := reads[string](&p.person, `document.querySelector("#secret").value`)
	if !strings.HasPrefix(secret, "whsec_") {
		w.t.Fatal(secret)
	}
	p.follow("dialog button:last-child")
	p.hides("dialog")
	p.sees(".list", "not told yet")
	p.tapIn(".list", "Send now")
	p.sees(".status", "Search engine is being told now.")
	p.sees(".list", "fails") // there is no such host
	p.sees(".list", "its host was not found")
	p.tapIn(".list", "Delete")
	p.follow("dialog button:last-child")
	p.sees(".count", "0 webhooks")
}

func (w *deskWork) useKeys() {
	p := w.as("editor")
	for key, heading := range map[string]string{
		"gp": "Providers", "ga": "Articles", "gw": "Working copies", "gr": "Reports", "gh": "What waits",
	} {
		p.do("press "+key, chromedp.KeyEvent(key))
		p.sees("h1", heading)
	}
	p.do("to the articles", chromedp.KeyEvent("ga"))
	p.sees(".count", "13 articles")
	p.do("search", chromedp.KeyEvent("/"), chromedp.KeyEvent("long nights"))
	p.holds("fewer articles", `!document.querySelector(".count").innerText.startsWith("13 ")`)
	p.sees(".list", "Find Care for Long Nights")
	p.reach(".drop summary") // beyond the fields
	p.do("ask for the keys", chromedp.KeyEvent("?"))
	p.sees("dialog", "Next in the list")
	p.do("close", chromedp.KeyEvent(kb.Escape))
	p.hides("dialog")
	p.reach(`.list a[href="` + w.article + `"]`)
	p.do("open", chromedp.KeyEvent(kb.Enter))
	p.sees("h1", "Find Care for Long Nights")
}
