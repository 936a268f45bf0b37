package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// deskWork is a desk where somebody does the tasks of docs/editors.md, one after the other, by mouse or by keyboard.
type deskWork struct {
	t        *testing.T
	server   *program
	tokens   map[string]string
	keyboard bool
	people   map[string]*deskEditor // by role
	article  string                 // the path of the one that is written
}

// as is somebody with a role, signed in at the front page of the desk.
func (w *deskWork) as(role string) *deskEditor {
	w.t.Helper()
	p := w.people[role]
	if p == nil {
		signedIn, complaints := atDesk(w.t, w.server, w.tokens[role], "/desk")
		p = &deskEditor{*signedIn, complaints}
		w.people[role] = p
	}
	p.t, p.keyboard = w.t, w.keyboard
	p.do("sit at a wide screen", chromedp.EmulateViewport(1280, 900))
	p.open("/desk")
	p.sees("h1", "What waits")
	return p
}

// tap presses the button or the link that says so, as a person does: with the mouse, or going there by tabs.
func (p *deskEditor) tap(label string) {
	p.t.Helper()
	p.tapIn("body", label)
}

// tapIn is tap within a part of the page.
func (p *deskEditor) tapIn(part, label string) {
	p.t.Helper()
	p.holds("something to press in "+part+" that says "+label, fmt.Sprintf(`(() => {
		for (const marked of document.querySelectorAll("[data-tap]")) marked.removeAttribute("data-tap");
		const aside = (node) => node.nodeType === 1 && node.matches(".quiet, .badge");
		const says = ({ childNodes }) =>
			[...childNodes].map((node) => aside(node) ? "" : node.textContent).join("").trim();
		const found = [...document.querySelector(%q)?.querySelectorAll("button, summary, a") ?? []].find((one) =>
			one.checkVisibility() && !one.matches(":disabled") && says(one) === %q);
		found?.setAttribute("data-tap", "");
		return found !== undefined;
	})()`, part, label))
	p.follow("[data-tap]")
}

// enter replaces what is in a field, by typing.
func (p *deskEditor) enter(selector, text string) {
	p.t.Helper()
	p.shows(selector)
	if p.keyboard {
		p.reach(selector)
	} else {
		p.do("click "+selector, chromedp.Click(chromedp.CSS(selector)))
	}
	p.do("choose what is there", script("document.activeElement.select()"))
	p.do("type", insert(text))
}

// pick chooses in a list of choices, which a browser without a screen does not unfold.
func (p *deskEditor) pick(selector, label string) {
	p.t.Helper()
	if !p.keyboard {
		p.choose(selector, label)
		return
	}
	p.shows(selector)
	p.reach(selector)
	chosen := fmt.Sprintf("document.querySelector(%q).selectedOptions[0].text", selector)
	p.do("go to the first", chromedp.KeyEvent(kb.Home))
	for range 80 { // there are fifty states and more
		if reads[string](&p.person, chosen) == label {
			return
		}
		p.do("go to the next", chromedp.KeyEvent(kb.ArrowDown))
	}
	p.t.Fatalf("%s has no %s", selector, label)
}

// find adds to a field what a search in it finds first.
func (p *deskEditor) find(selector, text string) {
	p.t.Helper()
	p.enter(selector, text)
	p.sees(".suggestions:not([hidden])", text)
	if p.keyboard {
		p.do("take", chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.Enter))
	} else {
		p.do("take", chromedp.Click(chromedp.CSS(".suggestions:not([hidden]) li:first-child")))
	}
}

// shows waits until something is there to be seen.
func (p *deskEditor) shows(selector string) {
	p.t.Helper()
	p.holds(selector, fmt.Sprintf("document.querySelector(%q)?.checkVisibility() === true", selector))
}

// tick ticks a box.
func (p *deskEditor) tick(selector string) {
	p.t.Helper()
	p.shows(selector)
	if p.keyboard {
		p.press(selector, " ")
		return
	}
	poll(p.t, "a click at "+selector, func() error { // which may just be drawn anew
		return chromedp.Do(p.page, chromedp.Click(chromedp.CSS(selector)))
	})
}

// publish makes public what is saved.
func (p *deskEditor) publish() {
	p.t.Helper()
	p.tap("Publish now")
	p.sees(".done", "Published. Everybody sees it.")
}

// lookUp goes to the list of a kind and opens what a search finds there.
func (p *deskEditor) lookUp(kind, name string) {
	p.t.Helper()
	p.tapIn("nav", kind)
	p.sees("h1", kind)
	p.enter("#q", name)
	p.holds(name+" as the one that is found", fmt.Sprintf(
		`[...document.querySelectorAll(".list tbody th a")].map((a) => a.textContent.trim()).join() === %q`, name))
	p.tapIn(".list tbody", name)
	p.sees("h1", name)
	p.sees(".saving", "All is saved")
}

// deskHeadings are the tasks of docs/editors.md.
func deskHeadings(t *testing.T) (headings []string) {
	t.Helper()
	for line := range strings.Lines(readFile(t, "docs/editors.md")) {
		if heading, is := strings.CutPrefix(line, "## "); is {
			headings = append(headings, strings.TrimSpace(heading))
		}
	}
	return headings
}
