package e2e

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestDeskScreenshots writes the pictures of docs/editors.md: go test ./test/e2e -run TestDeskScreenshots -update
func TestDeskScreenshots(t *testing.T) {
	if !*update {
		t.Skip("writes files, with -update")
	}
	server, sign := newDesk(t)
	response, err := http.PostForm(server.url+"/providers/alder-fictionado/report",
		url.Values{"part": {"CONTACT"}, "text": {"Nobody answers this number any more."}})
	if err != nil {
		t.Fatal(err)
	}
	_ = response.Body.Close()
	p := sign("editor")
	article := p.writeArticle()
	draw := func(name, path, scheme string, width, height int64, shown, text string) {
		p.do("open "+path, preferring(scheme), chromedp.EmulateViewport(width, height), withoutScrollbars())
		p.open(path)
		p.sees(shown, text)
		picture(t, p.page, name)
	}
	draw("desk-article", article, "light", 1280, 1100, ".saving", "All is saved")
	p.open("/desk/providers/" + alder)
	p.fill("#field-locations-0-phone", "501 555 0123")
	p.sees(".saving", "All is saved")
	p.do("to the top", script("document.activeElement.blur(); scrollTo(0, 0)"))
	draw("desk-provider", "/desk/providers/"+alder, "light", 1280, 1000, ".saving", "All is saved")
	p.button("Publish now")
	p.sees(".done", "Published")
	history := "/desk/providers/" + alder + "/history"
	draw("desk-history", history, "light", 1280, 640, ".history", "published a working copy")
	draw("desk-front", "/desk", "light", 1280, 820, ".front", "Overdue")
	draw("desk-list", "/desk/providers?q=depression&list=UNCONFIRMED", "light", 1280, 900, ".count", "provider")
	draw("desk-reports", "/desk/reports", "light", 1280, 460, ".count", "1 report")
	draw("desk-dark", "/desk/providers", "dark", 1280, 800, ".count", "600 providers")
	draw("desk-phone", "/desk/providers", "light", 390, 844, ".count", "600 providers")
	p.pictureOfAnImport(t)
	p.pictureOfAPreview(t, article)
}

// picture writes a picture of what a page shows.
func picture(t *testing.T, page context.Context, name string) {
	t.Helper()
	drawn, err := chromedp.Run(page, chromedp.CaptureScreenshot())
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, "docs/images/"+name+".png", string(drawn))
}

func (p *deskEditor) pictureOfAnImport(t *testing.T) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "pronouns.csv")
	const table = "slug,kind,name,pronouns\nalder-fictionado,INDIVIDUAL,Alder Fictionado,they/them\n" +
		"juniper-examplar,INDIVIDUAL,Juniper Examplar,she/her\n"
	if err := os.WriteFile(file, []byte(table), 0o600); err != nil {
		t.Fatal(err)
	}
	p.do("size", chromedp.EmulateViewport(1280, 760))
	p.open("/desk/imports")
	p.sees("h1", "Imports")
	p.do("choose the file", chromedp.SetUploadFiles(chromedp.CSS("#import-file"), []string{file}))
	p.sees(".import", "What the file would do")
	picture(t, p.page, "desk-import")
}

func (p *deskEditor) pictureOfAPreview(t *testing.T, article string) {
	t.Helper()
	p.open(article)
	p.sees(".document-aside", "Preview of the page")
	link, err := chromedp.Run(p.page, chromedp.Evaluate[string](
		`[...document.querySelectorAll("a")].find((a) => a.textContent.startsWith("Preview of the page")).href`))
	if err != nil {
		t.Fatal(err)
	}
	p.do(fmt.Sprint("open ", link), chromedp.EmulateViewport(1280, 640), chromedp.Navigate(link))
	p.sees(".preview", "This page is not public.")
	picture(t, p.page, "desk-preview")
}
