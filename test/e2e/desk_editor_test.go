package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// deskEditor is somebody who is signed in at the desk.
type deskEditor struct {
	person
	complaints func() []string
}

// newDesk starts a server over a copy of the demo directory. sign opens a browser of somebody with a role.
func newDesk(t *testing.T, args ...string) (server *program, sign func(role string) *deskEditor) {
	t.Helper()
	server, tokens := deskServer(t, args...)
	return server, func(role string) *deskEditor {
		p, complaints := atDesk(t, server, tokens[role], "/desk/help")
		return &deskEditor{*p, complaints}
	}
}

func (p *deskEditor) open(path string) {
	p.t.Helper()
	p.do("open "+path, chromedp.Navigate(p.base+path))
}

// fill replaces what is in a field, by typing.
func (p *deskEditor) fill(selector, text string) {
	p.t.Helper()
	p.do("choose what is in "+selector, chromedp.WaitVisible(chromedp.CSS(selector)), script(fmt.Sprintf(
		"(() => { const field = document.querySelector(%q); field.focus(); field.select(); })()", selector)))
	p.do("type", insert(text))
}

// insert types a text at once into what has the focus.
func insert(text string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, input.InsertText, input.InsertTextParams{Text: text})
		return err
	})
}

// choose chooses a value of a select by what it shows.
func (p *deskEditor) choose(selector, label string) {
	p.t.Helper()
	p.do("choose "+label, chromedp.WaitVisible(chromedp.CSS(selector)), script(fmt.Sprintf(`(() => {
		const field = document.querySelector(%q);
		field.value = [...field.options].find((option) => option.text === %q).value;
		field.dispatchEvent(new Event("change", { bubbles: true }));
	})()`, selector, label)))
}

// refer adds what a search finds to a field.
func (p *deskEditor) refer(selector, text string) {
	p.t.Helper()
	p.fill(selector, text)
	p.sees(".suggestions:not([hidden])", text)
	p.do("take", chromedp.Click(chromedp.CSS(".suggestions:not([hidden]) li:first-child")))
}

// button presses the button that says so.
func (p *deskEditor) button(label string) {
	p.t.Helper()
	find := fmt.Sprintf("[...document.querySelectorAll('button, summary')].find((button) => "+
		"button.checkVisibility() && !button.disabled && button.textContent.trim() === %q)", label)
	p.holds("the button "+label, find+" !== undefined")
	p.do("press "+label, script(find+".click()"))
}

// value waits until a field holds a text.
func (p *deskEditor) value(selector, want string) {
	p.t.Helper()
	p.holds(selector+" holding "+want, fmt.Sprintf("document.querySelector(%q)?.value === %q", selector, want))
}

// focused waits until a field has the focus.
func (p *deskEditor) focused(selector string) {
	p.t.Helper()
	p.holds("the focus at "+selector, fmt.Sprintf("document.activeElement?.matches(%q) === true", selector))
}

// isFine fails the test for each complaint of the browser.
func (p *deskEditor) isFine() {
	p.t.Helper()
	for _, complaint := range p.complaints() {
		p.t.Error(complaint)
	}
}

// public is what the public is told for a query, whose one field is called done.
func public[T any](t *testing.T, server *program, query string) T {
	t.Helper()
	var answer struct{ Data struct{ Done T } }
	if err := json.Unmarshal([]byte(server.query(t, query, nil)), &answer); err != nil {
		t.Fatal(err)
	}
	return answer.Data.Done
}
