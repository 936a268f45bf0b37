package e2e

import (
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/chromedp/chromedp"

	"findcare/models"
)

// The package of client/ in a fresh project of Vite and strict TypeScript, used in a browser: a search with facets and
// pages, a profile that changes while it is shown, a failure and its retry, and a second read that only asks whether
// anything changed.
func TestTypeScriptOfExamples(t *testing.T) {
	t.Parallel()
	chromium(t)
	data := demoData(t)
	token := newToken(t, data, "editor")
	tarball := packClient(t)
	server := openServer(t, "--data", data,
		"--trusted-documents-file", "client/dist/persisted-documents.json")
	server.token = token
	line := openLine(t, server.url)
	site := httptest.NewServer(http.FileServer(http.Dir(buildTypeScript(t, tarball, line.url))))
	defer site.Close()
	page, complaints := newPage(t, site.URL)
	p := &person{t, site.URL, page, false}
	useSearch(p)
	p.do("open a profile", chromedp.Navigate(site.URL+"/#alder-fictionado"))
	p.sees("h1", "Alder Fictionado")
	server.query(t, `mutation($id: ID!) { updateProvider(id: $id, input: {name: "Alder Renamed"}) `+
		`{ userErrors { message } } }`, map[string]any{"id": models.IDOfSlug(models.KindProvider, "alder-fictionado")})
	p.sees("h1", "Alder Renamed")
	for _, complaint := range complaints() {
		if !strings.HasPrefix(complaint, "request to another origin: "+line.url+"/graphql") {
			t.Error(complaint)
		}
	}
	line.cut.Store(true)
	p.follow("article a")
	p.sees("[role=alert]", "The directory cannot be reached. (NETWORK)")
	line.cut.Store(false)
	p.follow("[role=alert] button")
	p.sees("[role=status]", "600 providers")
	waitUntil(t, "a read that was answered with 304", line.unchanged.Load)
}

// useSearch narrows, turns a page and back, and searches for words that call for help.
func useSearch(p *person) {
	p.t.Helper()
	p.do("open", chromedp.Navigate(p.base))
	p.sees("[role=status]", "600 providers")
	p.showsProviders("10")
	first := p.sees("#results li:first-child a", "")
	p.follow("#next")
	waitUntil(p.t, "the next page", func() bool { return p.sees("#results li:first-child a", "") != first })
	p.follow("#first")
	p.sees("#results li:first-child a", first)
	p.follow("input[value=VIDEO]")
	p.sees("#results li", "Meets by video")
	p.write("#text", "anxiety suicidal thoughts")
	p.sees(".crisis", "Call 988")
}

// buildTypeScript lays the example down in a folder of its own, with the package in it, checks its types and builds it.
func buildTypeScript(t *testing.T, tarball, server string) (dir string) {
	t.Helper()
	const example = "examples/typescript"
	installPackages(t, example)
	dir = layDown(t, tarball, example)
	bin, err := filepath.Abs(filepath.Join(example, "node_modules/.bin"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(bin, filepath.Join(dir, "node_modules/.bin")); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"index.html", "package.json", "tsconfig.json", "vite.config.ts"} {
		writeFile(t, filepath.Join(dir, file), readFile(t, filepath.Join(example, file)))
	}
	if err := os.CopyFS(filepath.Join(dir, "src"), os.DirFS(example+"/src")); err != nil {
		t.Fatal(err)
	}
	build := exec.CommandContext(t.Context(), "npm", "run", "--silent", "build", "--", "--logLevel", "warn")
	build.Dir, build.Env = dir, append(os.Environ(), "VITE_FINDCARE_URL="+server)
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return filepath.Join(dir, "dist")
}

// line is what a page reaches a server over.
type line struct {
	url       string
	cut       atomic.Bool // reads do not come through
	unchanged atomic.Bool // a read was answered by 304, after the same by 200
}

func openLine(t *testing.T, server string) *line {
	t.Helper()
	target, err := url.Parse(server)
	if err != nil {
		t.Fatal(err)
	}
	l := new(line)
	var answered sync.Map
	proxy := &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(target) },
		ModifyResponse: func(response *http.Response) error {
			address := response.Request.URL.RawQuery
			if _, before := answered.Load(address); before && response.StatusCode == http.StatusNotModified {
				l.unchanged.Store(true)
			}
			answered.Store(address, true)
			return nil
		},
	}
	relay := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodGet && l.cut.Load() {
			panic(http.ErrAbortHandler)
		}
		proxy.ServeHTTP(w, r)
	}))
	t.Cleanup(relay.CloseClientConnections)
	l.url = relay.URL
	return l
}
