package e2e

import (
	"context"
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// person is somebody at a browser, who goes by mouse or by keyboard only.
type person struct {
	t        *testing.T
	base     string
	page     context.Context
	keyboard bool
}

func (p *person) do(what string, steps ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	if err := chromedp.Do(p.page, steps...); err != nil {
		p.t.Fatalf("%s: %v", what, err)
	}
}

// reach goes by tabs to what a selector matches, back if it is before what has the focus.
func (p *person) reach(selector string) {
	p.t.Helper()
	ahead, err := chromedp.Run(p.page, chromedp.Evaluate[bool](fmt.Sprintf(
		"!(document.querySelector(%q)?.compareDocumentPosition(document.activeElement) & "+
			"Node.DOCUMENT_POSITION_FOLLOWING)",
		selector,
	)))
	if err != nil {
		p.t.Fatal(err)
	}
	tab := chromedp.KeyEvent(kb.Tab)
	if !ahead {
		tab = chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(chromedp.ModifierShift))
	}
	for range 400 {
		there, err := chromedp.Run(
			p.page,
			chromedp.Evaluate[bool](fmt.Sprintf("document.activeElement.matches(%q)", selector)),
		)
		if err != nil {
			p.t.Fatal(err)
		}
		if there {
			return
		}
		p.do("tab", tab)
	}
	p.t.Fatalf("the keyboard does not reach %s", selector)
}

// press clicks what a selector matches first, or goes there and presses a key.
func (p *person) press(selector, key string) {
	p.t.Helper()
	if p.keyboard {
		p.reach(selector)
		p.do("press "+selector, chromedp.KeyEvent(key))
		return
	}
	p.do("click "+selector, chromedp.Click(chromedp.CSS(selector)))
}

func (p *person) follow(selector string) {
	p.t.Helper()
	p.press(selector, kb.Enter)
}

// write types into a field.
func (p *person) write(selector, text string) {
	p.t.Helper()
	if p.keyboard {
		p.reach(selector)
	} else {
		p.do("click "+selector, chromedp.Click(chromedp.CSS(selector)))
	}
	p.do("type "+text, chromedp.KeyEvent(text))
}

func (p *person) sees(selector, want string) string {
	p.t.Helper()
	return waitForText(p.t, p.page, selector, want)
}

// holds waits until a script gives true.
func (p *person) holds(what, source string) {
	p.t.Helper()
	poll(p.t, what, func() error {
		there, err := chromedp.Run(p.page, chromedp.Evaluate[bool](source))
		if err == nil && !there {
			err = fmt.Errorf("not yet; the page shows %.600s", p.text())
		}
		return err
	})
}

func (p *person) text() string {
	text, _ := chromedp.Run(p.page, chromedp.Evaluate[string]("document.body.innerText"))
	return text
}

// at waits until the address is want, without the server.
func (p *person) at(want string) {
	p.t.Helper()
	poll(p.t, "the address "+want, func() error {
		got, err := chromedp.Run(p.page, chromedp.Evaluate[string]("location.pathname + location.search"))
		if err == nil && got != want {
			err = fmt.Errorf("it is %s", got)
		}
		return err
	})
}

// script runs a script in the page.
func script(source string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := chromedp.Evaluate[any](source)(ctx, target)
		return err
	})
}

// farther chooses the greatest distance.
func (p *person) farther() {
	p.t.Helper()
	if p.keyboard {
		p.reach("#within")
		p.do("choose", chromedp.KeyEvent("250"))
		return
	}
	p.do("choose", chromedp.SetValue(chromedp.CSS("#within"), "250"))
}

// onEveryPage runs a script before those of each page.
func onEveryPage(source string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, cdppage.AddScriptToEvaluateOnNewDocument,
			cdppage.AddScriptToEvaluateOnNewDocumentParams{Source: source})
		return err
	})
}

func (p *person) hides(selector string) {
	p.t.Helper()
	poll(p.t, "the end of "+selector, func() error {
		hidden, err := chromedp.Run(
			p.page,
			chromedp.Evaluate[bool](fmt.Sprintf("!document.querySelector(%q)?.checkVisibility()", selector)),
		)
		if err == nil && !hidden {
			err = fmt.Errorf("it is shown")
		}
		return err
	})
}

// standingAt lets the browser tell that it is somewhere.
func standingAt(base string, latitude, longitude float64) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		if _, err := cdp.Call(ctx, target, browser.SetPermission, browser.SetPermissionParams{
			Permission: &browser.PermissionDescriptor{Name: "geolocation"}, Setting: browser.PermissionSettingGranted,
			Origin: base,
		}); err != nil {
			return err
		}
		accuracy := 10.0
		_, err := cdp.Call(ctx, target, emulation.SetGeolocationOverride, emulation.SetGeolocationOverrideParams{
			Latitude: &latitude, Longitude: &longitude, Accuracy: &accuracy,
		})
		return err
	})
}

// counts waits until so many results are shown.
func (p *person) counts(want string) {
	p.t.Helper()
	poll(p.t, want+" results", func() error {
		got, err := chromedp.Run(
			p.page,
			chromedp.Evaluate[string]("String(document.querySelectorAll('.results .card').length)"),
		)
		if err == nil && got != want {
			err = fmt.Errorf("there are %s", got)
		}
		return err
	})
}

func scripts(on bool) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulation.SetScriptExecutionDisabled,
			emulation.SetScriptExecutionDisabledParams{Value: !on})
		return err
	})
}
