package e2e

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// previewOf saves another statement of a provider, and returns the address of the preview on the server.
func previewOf(t *testing.T, s *program, token, id, statement string) string {
	t.Helper()
	answer := s.queryAs(t, token, `mutation($id: ID!, $statement: String!) {
		saveWorkingCopy(id: $id, provider: {statement: $statement}) { workingCopy { previewUrl } } }`,
		map[string]any{"id": id, "statement": statement})
	return previewFrom(t, answer)
}

// previewFrom returns the address of the preview in the answer of a save.
func previewFrom(t *testing.T, answer string) string {
	t.Helper()
	var saved struct {
		Data struct {
			SaveWorkingCopy struct{ WorkingCopy struct{ PreviewURL string } }
		}
	}
	if err := json.Unmarshal([]byte(answer), &saved); err != nil {
		t.Fatal(err, answer)
	}
	address, err := url.Parse(saved.Data.SaveWorkingCopy.WorkingCopy.PreviewURL)
	if err != nil || address.Path != "/preview" {
		t.Fatal(answer, err)
	}
	return address.RequestURI()
}

// A link to a preview shows the page to whoever has it, as often as they like; one that was altered or is of another
// directory, the id of a draft and a token in its place show what any address shows that there is not.
func TestPreviewLinks(t *testing.T) {
	t.Parallel()
	data := demoData(t)
	token := newToken(t, data, "editor")
	server := openServer(t, "--data", data, "--log-format", "json")
	elsewhere := demoData(t)
	foreign := newToken(t, elsewhere, "editor")
	other := openServer(t, "--data", elsewhere, "--log-level", "error")
	var found struct {
		Data struct {
			Providers struct{ Nodes []struct{ ID, Slug string } }
		}
	}
	content := server.query(t, `{ providers(first: 1) { nodes { id slug } } }`, nil)
	if err := json.Unmarshal([]byte(content), &found); err != nil {
		t.Fatal(err)
	}
	provider := found.Data.Providers.Nodes[0]
	before := server.open(t, "/providers/"+provider.Slug)
	link := previewOf(t, server, token, provider.ID, "Only "+canary+" knows.")
	for range 2 {
		response, err := http.Get(server.url + link)
		if err != nil {
			t.Fatal(err)
		}
		_ = response.Body.Close()
		if got := server.open(t, link); !strings.Contains(got, canary) || !strings.Contains(got, "Preview.") ||
			response.Header.Get("Cache-Control") != "no-store" || response.Header.Get("X-Robots-Tag") != "noindex" {
			t.Errorf("the preview is %.300s, with %v", got, response.Header)
		}
	}
	if now := server.open(t, "/providers/"+provider.Slug); now != before {
		t.Error("the public page changed")
	}
	none := server.open(t, "/care/none")
	for _, path := range []string{
		"/preview", "/preview?link=" + provider.ID, "/preview?link=" + token, link[:len(link)-2], link + "x",
		strings.Replace(link, "link=p", "link=q", 1), previewOf(t, other, foreign, provider.ID, "Foreign."),
		"/preview/" + provider.ID,
	} {
		if got := server.open(t, path); got != none {
			t.Errorf("%s shows %.300s", path, got)
		}
	}
	server.stop(t)
	if _, signature, _ := strings.Cut(link, "link="); strings.Contains(server.log.String(), signature) {
		t.Error("the log has a link")
	}
}

// A preview says that it is not public, whatever the screen, and why it cannot be published yet.
func TestPreviewsAreAccessible(t *testing.T) {
	t.Parallel()
	chromium(t)
	installPackages(t, "web")
	axe := readFile(t, "web/node_modules/axe-core/axe.min.js")
	data := demoData(t)
	token := newToken(t, data, "editor")
	server := openServer(t, "--data", data, "--log-level", "error")
	page, _ := newPage(t, server.url)
	p := &person{t, server.url, page, false}
	const begun = `title: "Find Care for Long Nights", topic: {condition: "insomnia"}`
	for name, save := range map[string]string{
		"complete":   `article: {` + begun + `, lead: "Sleep can be learned.", author: "The editors"}`,
		"incomplete": `article: {` + begun + `}`,
	} {
		link := previewFrom(t, server.queryAs(t, token,
			`mutation { saveWorkingCopy(`+save+`) { workingCopy { previewUrl } } }`, nil))
		for _, scheme := range []string{"light", "dark"} {
			for _, width := range []int64{320, 390, 1440} {
				p.do("open "+name, preferring(scheme), chromedp.EmulateViewport(width, 844),
					chromedp.Navigate(server.url+link), script(axe))
				p.sees(".preview", "This page is not public.")
				if name == "incomplete" {
					p.sees(".unfinished", "author")
				}
				if found := violations(t, page); found != "" {
					t.Errorf("%s, %s, %d px: %s", name, scheme, width, found)
				}
				shoot(t, page, fmt.Sprintf("preview-%s-%s-%d", name, scheme, width))
			}
		}
	}
}
