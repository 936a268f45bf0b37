package e2e

import (
	"bytes"
	"compress/gzip"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"findcare/demo"
	"findcare/internal/clock/clocktest"
)

// measure makes tests of the pages measure what takes long: go test ./test/e2e -run TestMeasuresOfPages -measure -v
var measure = flag.Bool("measure", false, "measure typing in the search box at 100,000 providers")

func TestMeasuresOfPages(t *testing.T) {
	t.Run("script of a care page", func(t *testing.T) {
		scripts, err := filepath.Glob("web/dist/pages/assets/main-*.js")
		if err != nil || len(scripts) != 1 {
			t.Fatalf("%v, %v", scripts, err)
		}
		var compressed bytes.Buffer
		writer := gzip.NewWriter(&compressed)
		_, _ = writer.Write([]byte(readFile(t, scripts[0]))) // writing to memory does not fail
		_ = writer.Close()
		t.Logf("%d bytes, compressed", compressed.Len())
		if compressed.Len() >= 40_000 {
			t.Error("want less than 40,000")
		}
	})
	t.Run("requests of a care page", func(t *testing.T) {
		base := demoServer(t)
		page, _ := newPage(t, base)
		var requests atomic.Int64
		if err := chromedp.Do(page, chromedp.Navigate("about:blank")); err != nil {
			t.Fatal(err)
		}
		counted, cancel := chromedp.NewContext(page, chromedp.WithListener(func(event any) {
			if _, sent := event.(*network.EventRequestWillBeSent); sent {
				requests.Add(1)
			}
		}))
		defer cancel()
		p := &person{t, base, counted, false}
		p.do("open", chromedp.Navigate(base+kapPage))
		p.sees("#share button", "Share")
		t.Logf("%d requests", requests.Load())
		if got := requests.Load(); got < 3 || got > 5 { // the page, its script, its style, and at times its icon
			t.Errorf("want at most 5, and what a page cannot do without")
		}
	})
	t.Run("typing at 100,000 providers", func(t *testing.T) {
		if !*measure {
			t.Skip("needs -measure")
		}
		measureTyping(t, 100_000)
	})
}

// measureTyping tells how long it takes from a key to the next frame that shows other results.
func measureTyping(t *testing.T, providers int) {
	content, err := demo.Directory(providers, clocktest.Now())
	if err != nil {
		t.Fatal(err)
	}
	data := t.TempDir()
	file := filepath.Join(t.TempDir(), "directory.json")
	if err := os.WriteFile(file, content, 0o600); err != nil {
		t.Fatal(err)
	}
	mustRun(t, "import", "--data", data, file)
	base := openServer(t, "--data", data).url
	page, complaints := newPage(t, base)
	p := &person{t, base, page, false}
	p.do("open", chromedp.EmulateViewport(1440, 900), chromedp.Navigate(base+"/find"))
	p.sees(".map .caption", "providers")
	p.do("watch", script(`
		window.took = [];
		let pressed = 0;
		addEventListener("keydown", () => { pressed = performance.now(); }, true);
		new MutationObserver(() => {
			if (!pressed) return;
			const from = pressed;
			pressed = 0;
			requestAnimationFrame(() => setTimeout(() => took.push(performance.now() - from)));
		}).observe(document.querySelector(".results"), { subtree: true, childList: true, characterData: true });
	`))
	for _, text := range []string{
		"depression", "anxiety therapist flint", "trauma emdr", "couples counseling", "wren exam",
	} {
		p.do(
			"empty the box",
			script(
				`{ const box = document.querySelector("#q"); box.focus(); box.select(); `+
					`document.execCommand("delete"); }`,
			),
		)
		for _, key := range text {
			p.do("type", chromedp.KeyEvent(string(key)), chromedp.Sleep(200*time.Millisecond))
		}
	}
	took, err := chromedp.Run(page, chromedp.Evaluate[[]float64]("took"))
	if err != nil || len(took) == 0 {
		t.Fatalf("%v, %v", took, err)
	}
	slices.Sort(took)
	at := func(part float64) string { return fmt.Sprintf("%.0f ms", took[int(part*float64(len(took)-1))]) }
	t.Logf("%d keys that changed what is shown: median %s, 90%% within %s, all within %s", len(took), at(0.5), at(0.9),
		at(1))
	for _, complaint := range complaints() {
		t.Error(complaint)
	}
}

// pictured is a directory file whose care page TestScreenshots shows, too.
var pictured = flag.String("pictured", "", "directory file whose care page is in screenshots, too")

// screenshot is a picture of a page.
type screenshot struct {
	name, path, scheme string
	width, height      int64
	ready              string // a selector
	pressed            string // another, where the picture is of what pressing it shows
}

// TestScreenshots writes the pictures that documents show: go test ./test/e2e -run TestScreenshots -update -pictured
// directory.json
func TestScreenshots(t *testing.T) {
	if !*update {
		t.Skip("writes files, with -update")
	}
	takeScreenshots(t, demoServer(t), []screenshot{
		{"find-wide", "/find?q=anxiety&near=60601&within=250&format=VIDEO", "light", 1440, 1000, ".map circle", ""},
		{
			"find-phone", "/find?q=spanish+speaking+depresion+therapist+good&near=Flint,+MI", "light", 390, 844,
			"[role=combobox]", "",
		},
		{"find-filters", "/find?near=Chicago,+IL&format=VIDEO", "light", 390, 844, ".filters .open", ".filters .open"},
		{"find-dark", "/find?near=Chicago,+IL&within=100", "dark", 1440, 1000, ".map circle", ""},
		{"city-phone", "/find/tx/austin", "dark", 390, 844, "[role=combobox]", ""},
		{"care-wide", kapPage, "light", 1440, 1500, "#share button", ""},
		{"care-phone", kapPage, "light", 390, 844, "#share button", ""},
		{"care-dark", "/care/depression", "dark", 1440, 1500, "#share button", ""},
		{"profile-wide", "/providers/alder-fictionado", "light", 1440, 1100, "#share button", ""},
		{"profile-phone", "/providers/alder-fictionado", "dark", 390, 844, "#share button", ""},
		{
			"playground", "/playground", "light", 1440, 900, ".graphiql-editor-tool .cm-string",
			".graphiql-execute-button",
		},
		{
			"playground-phone", "/playground", "light", 390, 1300, ".graphiql-editor-tool .cm-string",
			".graphiql-execute-button",
		},
	})
	if *pictured == "" {
		return
	}
	data := t.TempDir()
	mustRun(t, "import", "--data", data, *pictured)
	takeScreenshots(t, openServer(t, "--demo=false", "--data", data).url, []screenshot{
		{"imported-wide", kapPage, "light", 1440, 4700, "#share button", ""},
		{"imported-phone", kapPage, "light", 390, 2400, "#share button", ""},
		{"imported-dark", kapPage, "dark", 1440, 1500, "#share button", ""},
	})
}

func takeScreenshots(t *testing.T, base string, all []screenshot) {
	t.Helper()
	for _, shot := range all {
		page, _ := newPage(t, base)
		p := &person{t, base, page, false}
		p.do("open "+shot.name, preferring(shot.scheme), chromedp.EmulateViewport(shot.width, shot.height),
			chromedp.Navigate(base+shot.path), chromedp.WaitVisible(chromedp.CSS(shot.ready)), withoutScrollbars())
		if shot.pressed != "" {
			p.follow(shot.pressed)
			shown := map[string]string{"playground": "data", "playground-phone": "data"}[shot.name]
			p.sees(".result-window, .chooser[open] .show", shown)
		}
		picture, err := chromedp.Run(page, chromedp.CaptureScreenshot())
		if err != nil {
			t.Fatal(err)
		}
		writeFile(t, "docs/images/"+shot.name+".png", string(picture))
	}
}

func withoutScrollbars() chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulation.SetScrollbarsHidden,
			emulation.SetScrollbarsHiddenParams{Hidden: true})
		return err
	})
}
