package e2e

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"findcare/models"
)

const importFile = "#import-file"

// A spreadsheet updates the directory: its faults are shown, what it would do, and what it did, by mouse and by
// keyboard. axe-core finds nothing, and nothing is wider than a screen of 320 pixels.
func TestDeskImportsAFile(t *testing.T) {
	t.Parallel()
	installPackages(t, "web")
	axe := readFile(t, "web/node_modules/axe-core/axe.min.js")
	server, sign := newDesk(t)
	folder, p := t.TempDir(), sign("editor")
	file := func(name, content string) string {
		path := filepath.Join(folder, name)
		writeFile(t, path, content)
		return path
	}
	look := func(what string) {
		t.Helper()
		for scheme, width := range map[string]int64{"light": 320, "dark": 1400} {
			p.do("look", preferring(scheme), chromedp.EmulateViewport(width, 900), script(axe))
			if found := violations(t, p.page); found != "" {
				t.Errorf("%s, %s, %d px: %s", what, scheme, width, found)
			}
			p.holds(what+" within the screen", fmt.Sprintf("document.documentElement.scrollWidth <= %d", width))
		}
	}
	p.open("/desk/imports")
	p.sees(".drop-file", "Drop a file here")
	look("the empty page")

	wrong := file("wrong.csv", "slug,kind,name,npi\nplover,INDIVIDUAL,Plover,12\nwren,PLANT,Wren,\n")
	p.do("choose", chromedp.SetUploadFiles(chromedp.CSS(importFile), []string{wrong}))
	p.sees(".import h2", "The file has faults")
	p.sees(".problem", "2 faults; nothing of the file was imported.")
	p.sees(".import tbody tr:first-child", "must be ten digits")
	look("faults")

	table := "slug,kind,name,statement,shoeSize\nalder-fictionado,INDIVIDUAL,Alder Fictionado,,9\n" +
		"plover,INDIVIDUAL,Plover,Hello.,7\n"
	p.do("choose", chromedp.SetUploadFiles(chromedp.CSS(importFile), []string{file("providers.csv", table)}))
	p.sees(".import h2", "What the file would do")
	tried := p.sees(".import", "1 created, 1 changed, 0 as they were.")
	for _, want := range []string{
		"provider alder-fictionado loses statement", `"shoeSize" is not one of a provider`, "plover is new",
	} {
		if !strings.Contains(tried, want) {
			t.Errorf("%q is missing in %s", want, tried)
		}
	}
	look("a trial")
	const plover = `{ done: provider(by: {slug: "plover"}) { statement } }`
	if got := public[*struct{ Statement string }](t, server, plover); got != nil {
		t.Error("the trial has changed the directory")
	}
	p.keyboard = true
	p.follow(".import .buttons button:not(.second)")
	p.sees(".import h2", "The file is imported")
	p.sees(".import", "plover is new")
	look("the result")
	if got := public[*struct{ Statement string }](t, server, plover); got == nil || got.Statement != "Hello." {
		t.Errorf("the public sees %+v", got)
	}
	id := models.IDOfSlug(models.KindProvider, "plover")
	p.follow(`.import a[href="/desk/providers/` + id + `"]`)
	p.at("/desk/providers/" + id)
	p.isFine()
}

// A file that is dropped is tried; the same again has nothing to do; the page loaded anew shows what came of it.
func TestDeskTakesADroppedFile(t *testing.T) {
	t.Parallel()
	_, sign := newDesk(t)
	p := sign("editor")
	p.open("/desk/imports")
	p.sees(".drop-file", "Drop a file here")
	drop := func() {
		t.Helper()
		p.do("drop", script(`(() => {
			const data = new DataTransfer();
			data.items.add(new File(["slug,kind,name\nplover,INDIVIDUAL,Plover\n"], "plover.csv"));
			for (const type of ["dragover", "drop"])
				document.querySelector(".drop-file")
					.dispatchEvent(new DragEvent(type, { bubbles: true, dataTransfer: data }));
		})()`))
	}
	drop()
	p.sees(".import", "1 created, 0 changed, 0 as they were.")
	p.button("Import it")
	p.sees(".import h2", "The file is imported")
	drop()
	p.sees(".import", "There is nothing to import.")
	p.do("load anew", chromedp.Reload())
	p.sees(".import", "There is nothing to import.")
	p.sees(".import:last-child tbody tr:nth-child(2)", "Succeeded")
	p.isFine()
}
