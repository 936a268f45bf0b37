package e2e

import (
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// Each page in examples/ is built as its README says, and used in a browser: it searches, narrows, shows more, shows
// whom to call in a crisis, and says so when the server is gone.
func TestExamples(t *testing.T) {
	t.Parallel()
	chromium(t)
	shared := readFile(t, "examples/fetch/search.js")
	for name, build := range map[string]func(t *testing.T, server string) (dir string){
		"fetch": copyExample, "react": buildExample, "vue": buildExample,
	} {
		t.Run(name, func(t *testing.T) {
			if name != "fetch" && readFile(t, "examples/"+name+"/src/search.js") != shared {
				t.Error("search.js is not the same in all examples")
			}
			server := openServer(t, "--data", demoData(t))
			site := httptest.NewServer(http.FileServer(http.Dir(build(t, server.url))))
			defer site.Close()
			page, complaints := newPage(t, site.URL)
			p := &person{t, site.URL, page, false}
			useExample(p)
			for _, complaint := range complaints() {
				if complaint != "request to another origin: "+server.url+"/graphql" {
					t.Error(complaint)
				}
			}
			server.stop(t)
			p.write("#text", " now")
			p.sees("[role=alert]", "The search did not work")
			p.sees("[role=alert] button", "Try again")
		})
	}
}

func useExample(p *person) {
	p.t.Helper()
	p.do("open", chromedp.Navigate(p.base))
	p.sees("[role=status]", "600 providers")
	p.sees("#results h2 a", "")
	p.showsProviders("10")
	p.follow("#more")
	p.showsProviders("20")
	p.follow("input[value=VIDEO]")
	p.showsProviders("10")
	p.write("#text", "anxiety")
	p.sees("#results", "Anxiety")
	p.write("#text", " suicidal thoughts")
	p.sees(".crisis", "Call 988")
}

// showsProviders waits until an example shows so many.
func (p *person) showsProviders(want string) {
	p.t.Helper()
	waitUntil(p.t, want+" providers", func() bool {
		got, err := chromedp.Run(p.page,
			chromedp.Evaluate[string]("String(document.querySelectorAll('#results > li').length)"))
		return err == nil && got == want
	})
}

// copyExample copies the page that needs no build, for another server.
func copyExample(t *testing.T, server string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("examples/fetch")); err != nil {
		t.Fatal(err)
	}
	const index, byDefault = "index.html", "http://localhost:8080"
	content := readFile(t, filepath.Join("examples/fetch", index))
	if !strings.Contains(content, byDefault) {
		t.Errorf("%s does not name %s", index, byDefault)
	}
	writeFile(t, filepath.Join(dir, index), strings.ReplaceAll(content, byDefault, server))
	return dir
}

// buildExample installs what the page needs, and builds it.
func buildExample(t *testing.T, server string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	source := "examples/" + filepath.Base(t.Name())
	installPackages(t, source)
	build := exec.CommandContext(t.Context(), "npm", "run", "build", "--", "--outDir", dir, "--logLevel", "warn")
	build.Dir, build.Env = source, append(os.Environ(), "VITE_FINDCARE_URL="+server)
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return dir
}
