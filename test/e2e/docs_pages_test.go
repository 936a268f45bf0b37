package e2e

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// usesOfPages are what a person does on each page in docs/frontend.md, by the file that the page says it is.
var usesOfPages = map[string]func(p *person){
	"CarePage.jsx": func(p *person) {
		p.sees("h1", "Ketamine-Assisted Psychotherapy")
		p.sees("section", "Ketamine")
		growsTo(p, "12")
	},
	"Search.jsx": func(p *person) {
		p.sees("h1", "600 providers")
		p.write("input", "anxiety")
		p.sees("li", "Anxiety")
		p.follow("input[value=VIDEO]")
		p.sees("li", "Meets by video")
	},
	"Providers.jsx": func(p *person) {
		p.sees("h1", "Ketamine-Assisted Psychotherapy (KAP)")
		growsTo(p, "12")
	},
}

// growsTo asks for more, and waits until so many are shown.
func growsTo(p *person, want string) {
	p.t.Helper()
	p.follow("button")
	waitUntil(p.t, want+" providers", func() bool {
		got, err := chromedp.Run(
			p.page,
			chromedp.Evaluate[string]("String(document.querySelectorAll('li > a').length)"),
		)
		return err == nil && got == want
	})
}

var fileOfPage = regexp.MustCompile(`^// src/(\w+\.jsx)\n`)

// Each page in docs/frontend.md is bundled as it stands there, and used in a browser.
func TestPagesInDocs(t *testing.T) {
	t.Parallel()
	chromium(t)
	installClients(t)
	server := demoServer(t)
	for _, b := range blocksOf(t, "docs/frontend.md") {
		if b.language != "jsx" {
			continue
		}
		t.Run(b.name(), func(t *testing.T) {
			file := fileOfPage.FindStringSubmatch(b.body)
			if file == nil || usesOfPages[file[1]] == nil {
				t.Fatal("no test knows the page")
			}
			site := servePage(t, bundlePage(t, server, file[1], b))
			page, complaints := newPage(t, site)
			p := &person{t, site, page, false}
			p.do("open", chromedp.Navigate(site))
			usesOfPages[file[1]](p)
			for _, complaint := range complaints() {
				if !strings.HasPrefix(complaint, "request to another origin: "+server+"/graphql") {
					t.Error(complaint)
				}
			}
		})
	}
}

// bundlePage makes a script of a page that asks a server. JSON that follows the page is the configuration of Relay's
// compiler.
func bundlePage(t *testing.T, server, file string, b block) (script []byte) {
	t.Helper()
	dir := t.TempDir()
	source := filepath.Join(dir, "src", file)
	if err := os.Mkdir(filepath.Dir(source), 0o700); err != nil {
		t.Fatal(err)
	}
	writeFile(t, source, strings.ReplaceAll(b.body, "http://localhost:8080", server))
	packages, err := filepath.Abs("test/conformance")
	if err != nil {
		t.Fatal(err)
	}
	if config := b.follower("json"); config != "" {
		writeFile(t, filepath.Join(dir, "relay.config.json"), config)
		writeFile(t, filepath.Join(dir, "schema.graphql"), mustRun(t, "schema"))
		if err := os.Mkdir(filepath.Join(dir, "src/__generated__"), 0o700); err != nil {
			t.Fatal(err)
		}
		runNode(t, dir, filepath.Join(packages, "node_modules/relay-compiler/cli.js"))
	}
	out := filepath.Join(dir, "page.js")
	runNode(t, packages, "bundle.mjs", source, out)
	return []byte(readFile(t, out))
}

// servePage serves a page with nothing but a script.
func servePage(t *testing.T, script []byte) (url string) {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("/{$}", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write(
			[]byte(
				`<!DOCTYPE html><html lang="en"><title>A page</title><link rel="icon" href="data:,"><div ` +
					`id="root"></div><script type="module" src="/page.js"></script></html>`,
			),
		)
	})
	mux.HandleFunc("/page.js", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		_, _ = bytes.NewReader(script).WriteTo(w)
	})
	site := httptest.NewServer(mux)
	t.Cleanup(site.Close)
	return site.URL
}
