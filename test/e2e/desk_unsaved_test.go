package e2e

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// conditions are those of a network.
type conditions struct {
	Offline            bool    `json:"offline"`
	Latency            float64 `json:"latency"`
	DownloadThroughput float64 `json:"downloadThroughput"`
	UploadThroughput   float64 `json:"uploadThroughput"`
}

// emulateConditions is known to more versions of the browser than the command that the generated code has.
var emulateConditions = cdp.Command[conditions, cdp.Empty]{Method: "Network.emulateNetworkConditions"}

// reachable lets the network of the browser be there, or not.
func reachable(is bool) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulateConditions, conditions{!is, 0, -1, -1})
		return err
	})
}

// What is typed while the connection is lost is saved once it is back, and is kept through a reload until then.
func TestDeskKeepsWorkWhileTheConnectionIsLost(t *testing.T) {
	t.Parallel()
	server, sign := newDesk(t)
	p := sign("editor")
	p.open("/desk/providers/" + alder)
	p.sees(".saving", "All is saved")
	p.do("lose the connection", reachable(false))
	p.fill("#field-statement", "I listen first.")
	p.sees(".status", "The connection is lost")
	p.fill("#field-pronouns", "they/them")
	p.do("find it again", reachable(true))
	p.sees(".saving", "All is saved")
	p.sees(".badges", "Working copy")
	p.open("/desk/providers/" + alder)
	p.value("#field-statement", "I listen first.")
	p.value("#field-pronouns", "they/them")
	p.button("Publish now")
	p.sees(".done", "Published")
	got := public[struct{ Statement, Pronouns string }](
		t, server, `{ done: provider(by: {slug: "alder-fictionado"}) { statement pronouns } }`)
	if got.Statement != "I listen first." || got.Pronouns != "they/them" {
		t.Errorf("the public sees %+v", got)
	}
	for _, complaint := range p.complaints() {
		if !strings.Contains(complaint, "ERR_INTERNET_DISCONNECTED") {
			t.Error(complaint)
		}
	}
}

// What was typed and not saved is offered after a reload, also to go with what others have saved since.
func TestDeskOffersUnsavedWork(t *testing.T) {
	t.Parallel()
	server, sign := newDesk(t)
	p := sign("editor")
	p.open("/desk/conditions")
	const depression = `{ done: condition(by: {slug: "depression"}) { id description } }`
	type condition struct{ ID, Description string }
	before := public[condition](t, server, depression)
	p.open("/desk/conditions/" + before.ID)
	p.fill("#field-description", "Low mood that stays.")
	p.sees(".saving", "Not saved yet") // there is no working copy of a condition
	p.holds("the draft", `Object.keys(localStorage).some((key) => key.includes("draft"))`)
	p.do("load it anew", script("setTimeout(() => location.reload())"))
	p.leave()
	p.sees(".offer", "You have unsaved work")
	p.button("Bring it back")
	p.value("#field-description", "Low mood that stays.")
	p.button("Save and make public")
	p.sees(".saving", "All is saved")
	p.holds("no draft", `!Object.keys(localStorage).some((key) => key.includes("draft"))`)
	if got := public[condition](t, server, depression); got.Description != "Low mood that stays." {
		t.Errorf("the public sees %+v", got)
	}
	p.open("/desk/conditions/" + before.ID)
	p.sees(".saving", "All is saved")
	p.hides(".offer")
	p.isFine()
}

// leave waits for the browser's question whether to leave the page, and says yes.
func (p *deskEditor) leave() {
	p.t.Helper()
	poll(p.t, "the question of the browser", func() error {
		return chromedp.Do(p.page, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
			_, err := cdp.Call(ctx, target, cdppage.HandleJavaScriptDialog,
				cdppage.HandleJavaScriptDialogParams{Accept: true})
			return err
		}))
	})
}

// Who may only look sees the form, and can change nothing.
func TestDeskShowsDocumentsToViewers(t *testing.T) {
	t.Parallel()
	_, sign := newDesk(t)
	p := sign("viewer")
	p.open("/desk/providers/" + alder)
	p.sees("h1", "Alder Fictionado")
	p.holds("a form that is off", `document.querySelector("#field-name").matches(":disabled")`)
	p.hides(".actions")
	p.hides(".save")
	p.isFine()
}

// The pages of documents have no violation that axe knows, light and dark, and fit a narrow screen.
func TestDeskDocumentsAreAccessible(t *testing.T) {
	t.Parallel()
	server, sign := newDesk(t)
	installPackages(t, "web")
	axe := readFile(t, "web/node_modules/axe-core/axe.min.js")
	ids := public[struct{ Nodes []struct{ ID string } }](t, server, `{ done: articles(first: 1) { nodes { id } } }`)
	p := sign("reviewer")
	pages := map[string]string{
		"a provider": "/desk/providers/" + alder, "its history": "/desk/providers/" + alder + "/history",
		"an article": "/desk/articles/" + ids.Nodes[0].ID, "a new treatment": "/desk/treatments/new",
	}
	for name, path := range pages {
		for _, look := range []struct {
			scheme string
			width  int64
		}{{"light", 320}, {"dark", 1440}} {
			p.do("open "+name, preferring(look.scheme), chromedp.EmulateViewport(look.width, 900),
				chromedp.Navigate(p.base+path))
			p.holds(name, `!document.querySelector(".loading") &&
				document.querySelector(".document, .history, main p") !== null`)
			p.do("axe", script(axe))
			if found := violations(t, p.page); found != "" {
				t.Errorf("%s, %s, %d px: %s", name, look.scheme, look.width, found)
			}
			p.holds(name+" without scrolling sideways",
				"document.documentElement.scrollWidth <= document.documentElement.clientWidth")
		}
	}
	p.isFine()
}
