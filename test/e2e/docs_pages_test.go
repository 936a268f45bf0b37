package e2e

import (
	"bytes"
	"cmp"
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
	"CarePage.tsx": func(p *person) {
		p.sees("h1", "Ketamine-Assisted Psychotherapy")
		p.sees("section", "Ketamine")
		growsTo(p, "12")
	},
	"Search.tsx": func(p *person) {
		p.sees("h1", "600 providers")
		p.write("input", "anxiety")
		p.sees("li", "Anxiety")
		p.follow("input[value=VIDEO]")
		p.sees("li", "Meets by video")
	},
	"Providers.tsx": func(p *person) {
		p.sees("h1", "Ketamine-Assisted Psychotherapy (KAP)")
		growsTo(p, "12")
	},
	"Directory.tsx": func(p *person) {
		p.sees("h1", "600 providers")
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

var fileOfPage = regexp.MustCompile(`^// src/(\w+\.tsx)\n`)

// Each page in docs/frontend.md is bundled as it stands there, and used in a browser.
func TestPagesInDocs(t *testing.T) {
	t.Parallel()
	chromium(t)
	var relay string // what Relay's compiler is told, which follows a page
	for _, b := range blocksOf(t, "docs/frontend.md") {
		if b.language != "tsx" {
			continue
		}
		relay = cmp.Or(b.follower("json"), relay)
		t.Run(b.name(), func(t *testing.T) {
			file := fileOfPage.FindStringSubmatch(b.body)
			if file == nil || usesOfPages[file[1]] == nil {
				t.Fatal("no test knows the page")
			}
			dir, manifest := layDownPage(t, file[1], b.body, relay)
			server := openServer(t, "--data", demoData(t),
				"--trusted-documents", "only", "--trusted-documents-file", manifest).url
			site := servePage(t, bundlePage(t, server, dir, file[1]))
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

// layDownPage makes a project of a page, and gives the manifest of its operations, which Relay's compiler writes where
// the page uses what that generates.
func layDownPage(t *testing.T, file, page, relay string) (dir, manifest string) {
	t.Helper()
	dir = layDownDocs(t)
	writeFile(t, filepath.Join(dir, "src", file), page)
	manifest = filepath.Join(dir, "node_modules/findcare-client/dist/persisted-documents.json")
	if strings.Contains(page, "__generated__") {
		writeFile(t, filepath.Join(dir, "relay.config.json"), relay)
		if err := os.Mkdir(filepath.Join(dir, "src/__generated__"), 0o700); err != nil {
			t.Fatal(err)
		}
		manifest = filepath.Join(dir, "persisted-documents.json")
		writeFile(t, manifest, "{}")
		runNode(t, dir, "node_modules/relay-compiler/cli.js")
	}
	checkTypes(t, dir)
	return dir, manifest
}

// bundlePage makes a script of a page that asks a server.
func bundlePage(t *testing.T, server, dir, file string) (script []byte) {
	t.Helper()
	source, out := filepath.Join(dir, "src", file), filepath.Join(dir, "page.js")
	writeFile(t, source, strings.ReplaceAll(readFile(t, source), "http://localhost:8080", server))
	runNode(t, "test/conformance", "bundle.mjs", source, out)
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
