package e2e

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// tablesAndImages is an article with a table that is wider than a telephone, a small one, and an image.
func tablesAndImages(t *testing.T) (path string) {
	t.Helper()
	cells := func(cell string) string { return "|" + strings.Repeat(cell+" |", 12) + "\n" }
	wide := cells(" Sessions") + cells(" --:") + strings.Repeat(cells(" 12 to 16"), 4)
	return ndjsonOf(t, []object{
		{"type": "condition", "slug": "grief", "name": "Grief"},
		{
			"type": "article", "slug": "grief", "title": "Care for Grief", "topic": object{"condition": "grief"},
			"lead": "What helps.", "author": "Ada", "publishedOn": "2025-03-01", "updatedOn": "2025-03-02",
			"sections": []object{
				{"heading": "Wide", "body": wide},
				{"heading": "Small", "body": "| | Help |\n| - | :-: |\n| Now | [Call](tel:988) |\n\n" +
					"![A wave breaks on a rock](https://images.example/wave.png)"},
			},
		},
	})
}

// TestTablesAndImagesAreAccessible: axe-core and html-validate find nothing about them, a table that is wider than the
// screen scrolls in its box by the keyboard, and browsers load images of the named hosts only.
func TestTablesAndImagesAreAccessible(t *testing.T) {
	t.Parallel()
	chromium(t)
	installPackages(t, "web")
	data := t.TempDir()
	mustRun(t, "import", "--data", data, tablesAndImages(t))
	base := openServer(t, "--data", data, "--demo=false", "--image-hosts", "images.example").url
	folder := t.TempDir()
	writeFile(t, filepath.Join(folder, "care.html"), content(t, base+"/care/grief"))
	runNode(t, "web", "node_modules/html-validate/bin/html-validate.mjs", "--config", "htmlvalidate.json", folder)

	page, _ := newPage(t, base) // which complains that there is no images.example
	p := &person{t, base, page, true}
	axe := readFile(t, "web/node_modules/axe-core/axe.min.js")
	for _, scheme := range []string{"light", "dark"} {
		p.do("open", preferring(scheme), chromedp.EmulateViewport(320, 800), chromedp.Navigate(base+"/care/grief"))
		p.do("axe", script(axe))
		if found := violations(t, page); found != "" {
			t.Errorf("%s: %s", scheme, found)
		}
	}
	evaluate := func(script string) string {
		value, err := chromedp.Run(page, chromedp.Evaluate[string](script, chromedp.EvalAwaitPromise))
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
	if got := evaluate("String(document.documentElement.scrollWidth)"); got != "320" {
		t.Errorf("the page is %s px wide", got)
	}
	p.reach(".table")
	p.do("scroll", chromedp.KeyEvent(kb.ArrowRight))
	poll(t, "the table scrolls", func() error {
		if evaluate(`String(document.querySelector(".table").scrollLeft > 0)`) != "true" {
			return errors.New("it does not")
		}
		return nil
	})
	for host, want := range map[string]string{"images.example": "", "photos.example": "https://photos.example/x.png"} {
		got := evaluate(`new Promise((resolve) => {
			document.addEventListener("securitypolicyviolation", (e) => resolve(e.blockedURI), {once: true})
			const image = new Image()
			image.onerror = () => setTimeout(() => resolve(""), 200)
			image.src = "https://` + host + `/x.png"
		})`)
		if got != want {
			t.Errorf("%s: blocked %q", host, got)
		}
	}
}
