package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// A condition is added, which is public at once, deleted, and restored from its history; one that others refer to is
// not deleted.
func TestDeskDeletesAndRestores(t *testing.T) {
	t.Parallel()
	server, sign := newDesk(t)
	p := sign("editor")
	p.open("/desk/conditions/new")
	p.fill("#field-name", "Seasonal Sadness")
	p.fill("#field-slug", "Not A Slug")
	p.do("leave the field", chromedp.KeyEvent(kb.Tab))
	p.sees("#field-slug-error", "Must be lower-case letters and digits")
	p.fill("#field-slug", "seasonal-sadness")
	p.button("Save and make public")
	p.sees(".badges", "Public")
	type condition struct{ ID, Name string }
	const sadness = `{ done: condition(by: {slug: "seasonal-sadness"}) { id name } }`
	added := public[condition](t, server, sadness)
	if added.Name != "Seasonal Sadness" {
		t.Errorf("the public sees %+v", added)
	}
	erase := func() {
		t.Helper()
		p.button("Delete")
		p.sees("dialog", "Delete this condition?")
		p.do("yes", chromedp.Click(chromedp.CSS("dialog button:last-child")))
	}
	erase()
	p.at("/desk/conditions")
	p.open("/desk/conditions/" + added.ID)
	p.sees("h1", "No such condition")
	p.sees(".history li:first-child", "deleted it")
	p.do("restore", chromedp.Click(chromedp.CSS(".history li:nth-child(2) button")))
	p.sees("dialog", "Restore this text?")
	p.do("yes", chromedp.Click(chromedp.CSS("dialog button:last-child")))
	p.value("#field-name", "Seasonal Sadness")

	depression := public[condition](t, server, `{ done: condition(by: {slug: "depression"}) { id name } }`)
	p.open("/desk/conditions/" + depression.ID)
	p.sees(".badges", "Public")
	erase()
	p.sees(".errors", "refer")
	p.isFine()
}
