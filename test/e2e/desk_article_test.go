package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// articlePath is the address of the article at which the desk is.
func (p *deskEditor) articlePath() string {
	p.t.Helper()
	p.holds("an address of its own", `location.pathname.startsWith("/desk/articles/art_")`)
	path, err := chromedp.Run(p.page, chromedp.Evaluate[string]("location.pathname"))
	if err != nil {
		p.t.Fatal(err)
	}
	return path
}

// writeArticle writes an article with two sections; the toolbar and the preview are used on the way.
func (p *deskEditor) writeArticle() (path string) {
	p.t.Helper()
	p.open("/desk/articles/new")
	p.sees("h1", "New article")
	p.fill("#field-title", "Find Care for Long Nights")
	p.refer("#field-topic", "Insomnia")
	p.fill("#field-author", "The editors")
	p.fill("#field-lead", "Sleep can be learned.")
	const bold = `[aria-label="Format Introduction"] [aria-label="Bold"]`
	p.do("choose a word", script(`document.querySelector("#field-lead").setSelectionRange(0, 5)`))
	p.do("make it bold", chromedp.Click(chromedp.CSS(bold)))
	p.value("#field-lead", "**Sleep** can be learned.")
	p.do("go along the toolbar", script("document.querySelector('"+bold+"').focus()"), chromedp.KeyEvent(kb.ArrowRight))
	p.focused(`[aria-label="Italic"]`)
	p.button("Preview Introduction")
	p.sees(".preview strong", "Sleep")
	p.button("Preview Introduction")
	for i, heading := range []string{"What helps", "What to ask"} {
		p.button("Add section")
		p.fill(fmt.Sprintf("#field-sections-%d-heading", i), heading)
		p.fill(fmt.Sprintf("#field-sections-%d-body", i), "Talk about "+strings.ToLower(heading)+".")
	}
	p.button("Save working copy")
	p.sees(".saving", "All is saved")
	return p.articlePath()
}

const nights = `{ done: article(by: {slug: "find-care-for-long-nights"}) { lead revision sections { heading }
	medicalReview { reviewer stale } } }`

type article struct {
	Lead          string
	Revision      int
	Sections      []struct{ Heading string }
	MedicalReview *struct {
		Reviewer string
		Stale    bool
	}
}

// An article is written, previewed, reviewed, published, changed, compared with what was signed, and restored.
func TestDeskArticle(t *testing.T) {
	t.Parallel()
	server, sign := newDesk(t, "--require-sign-off")
	editor, reviewer := sign("editor"), sign("reviewer")
	path := editor.writeArticle()
	editor.button("Publish now")
	editor.sees(".errors", "sign-off")

	reviewer.open(path)
	reviewer.sees("h1", "Find Care for Long Nights")
	reviewer.button("Sign this text off")
	reviewer.fill("#on-behalf-of", "Wren Examplar")
	reviewer.button("Sign off")
	reviewer.sees("[aria-labelledby=review-heading]", "Wren Examplar signed this very text off")

	editor.open(path)
	editor.sees(".saving", "All is saved")
	editor.button("Publish now")
	editor.sees(".done", "Published")
	got := public[article](t, server, nights)
	if got.MedicalReview == nil || got.MedicalReview.Stale || got.MedicalReview.Reviewer != "Wren Examplar" {
		t.Errorf("the public sees %+v", got)
	}

	editor.fill("#field-lead", "**Sleep** can be learned, in weeks.")
	editor.sees(".saving", "All is saved")
	editor.sees("[aria-labelledby=review-heading]", "signed an earlier text off")
	editor.button("What has changed since")
	editor.sees("dialog dd:first-of-type", "can be learned.")
	editor.sees("dialog dd:last-of-type ins", ", in weeks")
	editor.button("Close")
	editor.button("Discard working copy")
	editor.button("Discard")
	editor.value("#field-lead", "**Sleep** can be learned.")
	editor.button("Unpublish")
	editor.sees(".badges", "Draft")
	editor.isFine()
	reviewer.isFine()
}

// Sections are moved by mouse and by keyboard, and keep their ids.
func TestDeskMovesSections(t *testing.T) {
	t.Parallel()
	server, sign := newDesk(t)
	p := sign("editor")
	p.writeArticle()
	p.button("Publish now")
	p.sees(".done", "Published")
	const ids = `{ done: article(by: {slug: "find-care-for-long-nights"}) { sections { id heading } } }`
	type sections struct {
		Sections []struct{ ID, Heading string }
	}
	before := public[sections](t, server, ids)
	p.do("by keyboard", script(`document.querySelector("#field-sections-1-up").focus()`), chromedp.KeyEvent(kb.Enter))
	p.value("#field-sections-0-heading", "What to ask")
	p.focused("#field-sections-0-up")
	p.button("Publish now")
	p.holds("the order", `document.querySelector(".done")?.innerText.includes("Published")`)
	after := public[sections](t, server, ids)
	if len(after.Sections) != 2 || after.Sections[0] != before.Sections[1] || after.Sections[1] != before.Sections[0] {
		t.Errorf("the sections are %+v, and were %+v", after, before)
	}
	p.do("by mouse", script(`(() => {
		const [from, to] = [document.querySelectorAll(".handle")[0], document.querySelectorAll(".row")[1]];
		const given = { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() };
		from.dispatchEvent(new DragEvent("dragstart", given));
		setTimeout(() => {
			to.dispatchEvent(new DragEvent("dragover", given));
			to.dispatchEvent(new DragEvent("drop", given));
		}, 100);
	})()`))
	p.value("#field-sections-0-heading", "What helps")
	p.isFine()
}

// An article is scheduled, and published then, without anybody there. An earlier text is restored.
func TestDeskSchedulesAnArticle(t *testing.T) {
	t.Parallel()
	server, sign := newDesk(t)
	p := sign("editor")
	path := p.writeArticle()
	p.button("Publish now")
	p.sees(".done", "Published")
	p.fill("#field-lead", "Sleep is learned in weeks.")
	p.button("Publish later")
	p.do("a time", script(`(() => {
		const field = document.querySelector("#publish-at");
		const [now, offset] = [new Date(), new Date().getTimezoneOffset()];
		field.value = new Date(now.getTime() + (120 - offset) * 60_000).toISOString().slice(0, 16);
		field.dispatchEvent(new Event("input", { bubbles: true }));
	})()`))
	p.button("Schedule")
	p.sees(".done", "Scheduled")
	p.sees(".badges", "Scheduled")
	p.button("Do not publish it then")
	p.sees(".done", "It is not scheduled any more.")
	p.button("Publish now")
	p.sees(".done", "Published")
	if got := public[article](t, server, nights); got.Lead != "Sleep is learned in weeks." {
		t.Errorf("the public sees %+v", got)
	}
	p.open(path + "/history")
	p.sees(".history li:first-child ins", "is")
	p.sees(".history li:first-child", "Introduction")
	p.do("restore", chromedp.Click(chromedp.CSS(".history li:nth-child(2) button")))
	p.button("Restore")
	p.value("#field-lead", "**Sleep** can be learned.")
	if got := public[article](t, server, nights); got.Lead != "Sleep can be learned." {
		t.Errorf("the public sees %+v", got)
	}
	p.isFine()
}
