package e2e

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// onMap are the numbers of the map's groups, with 1 for each provider alone.
const onMap = `[...document.querySelectorAll(".mark")].reduce(
	(sum, mark) => sum + Number(mark.querySelector("text")?.textContent ?? 1), 0)`

// The map is loaded when it is opened. It shows all who are found, in groups that zooming takes apart, and searches the
// part that it shows: by keyboard, on a phone.
func TestMapOfResults(t *testing.T) {
	t.Parallel()
	base := demoServer(t)
	page, complaints := newPage(t, base)
	p := &person{t, base, page, true}
	p.do("open", chromedp.EmulateViewport(390, 844), chromedp.Navigate(base+"/find?state=TX"))
	p.sees(".filters .open", "Filters (1)") // the script has taken over
	const loaded = `performance.getEntriesByType("resource").filter(({name}) => name.includes("/Map-")).length`
	if early, err := chromedp.Run(page, chromedp.Evaluate[int](loaded)); err != nil || early != 0 {
		t.Errorf("the map is loaded before it is open: %d, %v", early, err)
	}
	p.follow(".map > summary")
	p.sumsTo(54)
	before := p.marks()
	p.press(".map svg", "+")
	waitUntil(t, "smaller groups", func() bool { return p.marks() != before })
	p.do("move", chromedp.KeyEvent(kb.ArrowRight))
	p.follow(".map .area")
	p.sees(".chips", "In the area of the map")
	poll(t, "as many on the map as in the list", func() error {
		heading := p.sees("#results-heading", "provider")
		caption := p.sees(".map .caption", "on the map.")
		if found, shown := firstNumber(heading), firstNumber(caption); found != shown || found == "54" {
			return fmt.Errorf("%s and %s", heading, caption)
		}
		return nil
	})
	p.reach(".mark[role=button]")
	before = p.marks()
	p.do("press", chromedp.KeyEvent(kb.Enter))
	waitUntil(t, "smaller groups", func() bool { return p.marks() != before })
	for _, complaint := range complaints() {
		t.Error(complaint)
	}
}

// The circle that is searched is on the map, and a page without the script has no map.
func TestMapDrawsTheRadius(t *testing.T) {
	t.Parallel()
	base := demoServer(t)
	page, _ := newPage(t, base)
	p := &person{t, base, page, false}
	p.do("open", chromedp.EmulateViewport(1440, 900), chromedp.Navigate(base+"/find?near=Chicago,+IL&within=100"))
	p.sees(".map .caption", "on the map.")
	radius, err := chromedp.Run(page, chromedp.Evaluate[float64](
		`Number(document.querySelector(".radius").getAttribute("r"))`,
	))
	if err != nil || radius < 50 || radius > 150 {
		t.Errorf("the radius is %g px, %v", radius, err)
	}
	if strings.Contains(content(t, base+"/find?near=Chicago,+IL"), `class="map"`) {
		t.Error("a map without a script")
	}
}

func firstNumber(text string) string { return regexp.MustCompile(`[\d,]+`).FindString(text) }

// sumsTo waits until all groups on the map together are so many.
func (p *person) sumsTo(want int) {
	p.t.Helper()
	poll(p.t, "all on the map", func() error {
		sum, err := chromedp.Run(p.page, chromedp.Evaluate[int](onMap))
		if caption := p.sees(".map .caption", ""); err == nil && !strings.HasPrefix(caption, fmt.Sprint(sum, " ")) {
			err = fmt.Errorf("%d on the map, and %s", sum, caption)
		} else if err == nil && (sum > want || sum < want-10) { // some have no place
			err = fmt.Errorf("%d on the map of %d", sum, want)
		}
		return err
	})
}

// marks are the labels of what is on the map.
func (p *person) marks() string {
	p.t.Helper()
	marks, err := chromedp.Run(p.page, chromedp.Evaluate[string](
		`[...document.querySelectorAll(".mark")].map((mark) => mark.getAttribute("aria-label")).join()`,
	))
	if err != nil {
		p.t.Fatal(err)
	}
	return marks
}
