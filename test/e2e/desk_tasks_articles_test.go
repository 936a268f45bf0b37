package e2e

import (
	"fmt"
	"strings"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func (w *deskWork) writeArticle() {
	p := w.as("editor")
	p.tapIn("nav", "Articles")
	p.tap("New article")
	p.sees("h1", "New article")
	p.enter("#field-title", "Find Care for Long Nights")
	p.find("#field-topic", "Insomnia")
	p.enter("#field-author", "The editors")
	p.enter("#field-lead", "Sleep can be **learned**.")
	p.tap("Preview")
	p.sees(".preview strong", "learned")
	p.tap("Preview")
	for i, heading := range []string{"What helps", "What to ask"} {
		p.tap("Add section")
		p.enter(fmt.Sprintf("#field-sections-%d-heading", i), heading)
		p.enter(fmt.Sprintf("#field-sections-%d-body", i), "Talk about it.")
	}
	p.follow("#field-sections-1-up")
	p.value("#field-sections-0-heading", "What to ask")
	p.tap("Save working copy")
	p.sees(".saving", "All is saved")
	w.article = p.articlePath()
	if got := w.server.open(w.t, "/care/find-care-for-long-nights"); !strings.HasPrefix(got, "404") {
		w.t.Errorf("the public sees %.200s", got)
	}
}

func (w *deskWork) showPreview() {
	p := w.as("viewer")
	p.open(w.article)
	p.sees(".document-aside", "Preview of the page")
	link := reads[string](&p.person, `[...document.querySelectorAll("a")].find((a) =>
		a.textContent.startsWith("Preview of the page")).getAttribute("href")`)
	got := w.server.open(w.t, link)
	if !strings.HasPrefix(got, "200") || !strings.Contains(got, "This page is not public.") ||
		!strings.Contains(got, "Find Care for Long Nights") {
		w.t.Errorf("whoever has the link sees %.300s", got)
	}
}

func (w *deskWork) haveItReviewed() {
	p := w.as("reviewer")
	p.open(w.article)
	p.tap("Sign this text off")
	p.enter("#on-behalf-of", "Wren Examplar")
	p.tap("Sign off")
	p.sees("[aria-labelledby=review-heading]", "Wren Examplar signed this very text off")
}

func (w *deskWork) publishNowOrLater() {
	p := w.as("editor")
	p.open(w.article)
	p.sees(".saving", "All is saved")
	p.tap("Publish later")
	p.shows("#publish-at")
	if w.keyboard {
		p.reach("#publish-at")
		p.do("type a time", chromedp.KeyEvent("12242099"), chromedp.KeyEvent(kb.ArrowRight),
			chromedp.KeyEvent("0900AM"))
	} else {
		p.do("choose a time", script(`(() => {
			const field = document.querySelector("#publish-at");
			field.value = "2099-12-24T09:00";
			field.dispatchEvent(new Event("input", { bubbles: true }));
		})()`))
	}
	p.tap("Schedule")
	p.sees(".done", "Scheduled")
	p.sees(".document-aside", "To be published")
	p.tap("Do not publish it then")
	p.sees(".done", "It is not scheduled any more.")
	p.publish()
	if got := w.server.open(w.t, "/care/find-care-for-long-nights"); !strings.Contains(got, "Wren Examplar") {
		w.t.Errorf("the public sees %.300s", got)
	}
	p.tap("Unpublish")
	p.sees(".badges", "Draft")
	p.tap("Publish the article as it is")
	p.sees(".badges", "Published")
}

func (w *deskWork) bringBack() {
	p := w.as("editor")
	p.open(w.article)
	p.sees(".saving", "All is saved")
	p.enter("#field-lead", "Sleep is learned in weeks.")
	p.sees(".saving", "All is saved")
	p.sees("[aria-labelledby=review-heading]", "signed an earlier text off")
	p.tap("What has changed since")
	p.sees("dialog", "in weeks")
	p.tapIn("dialog", "Close")
	p.hides("dialog")
	p.publish()
	p.tap("History")
	p.sees(".history li:first-child ins", "is")
	p.tapIn(".history li:nth-child(2)", "Restore")
	p.tapIn("dialog", "Restore")
	p.value("#field-lead", "Sleep can be **learned**.")
	p.sees("[aria-labelledby=review-heading]", "signed this very text off")
}
