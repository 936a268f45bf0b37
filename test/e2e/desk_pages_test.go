package e2e

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// busyDesk is a server where something waits on every page of the desk.
func busyDesk(t *testing.T) (server *program, tokens map[string]string) {
	t.Helper()
	server, tokens = deskServer(t)
	var found struct {
		Data struct {
			Providers struct{ Nodes []struct{ ID, Slug string } }
			Articles  struct{ Nodes []struct{ ID string } }
		}
	}
	content := server.query(t, `{
		providers(first: 3, orderBy: NAME) { nodes { id slug } } articles(first: 2) { nodes { id } } }`, nil)
	if err := json.Unmarshal([]byte(content), &found); err != nil {
		t.Fatal(err)
	}
	provider, article := found.Data.Providers.Nodes[0], found.Data.Articles.Nodes[0]
	response, err := http.PostForm(server.url+"/providers/"+provider.Slug+"/report",
		url.Values{"part": {"CONTACT"}, "text": {"Nobody answers this number."}})
	if err != nil {
		t.Fatal(err)
	}
	_ = response.Body.Close()
	for _, change := range []string{
		`saveWorkingCopy(id: %[1]q, provider: {statement: "Saved."}) { userErrors { message } }`,
		`unpublishArticle(id: %[2]q) { userErrors { message } }`,
		`submitArticle(id: %[2]q) { userErrors { message } }`,
	} {
		server.queryAs(t, tokens["editor"], "mutation { "+fmt.Sprintf(change+" }", provider.ID, article.ID), nil)
	}
	id, _ := createWebhook(t, server, tokens["admin"], "https://receiver.invalid/")
	server.queryAs(t, tokens["admin"], `mutation($id: ID!) { sendWebhook(id: $id) { userErrors { message } } }`,
		map[string]any{"id": id})
	faulty := strings.NewReader("slug,kind,name\nwren,PLANT,Wren\n")
	status, answer := importer{server, t}.post("?name=wrong.csv", tokens["editor"], "text/csv", faulty)
	if status != http.StatusAccepted {
		t.Fatal(status, answer)
	}
	return server, tokens
}

// deskPages are the pages of the desk, and what each shows when it is loaded.
var deskPages = map[string][2]string{
	"/desk":                {".front", "Articles in review"},
	"/desk/providers":      {".count", "600 providers"},
	"/desk/articles":       {".count", "12 articles"},
	"/desk/conditions":     {".count", "conditions"},
	"/desk/treatments":     {".count", "treatments"},
	"/desk/credentials":    {".count", "credentials"},
	"/desk/insurers":       {".count", "insurers"},
	"/desk/working-copies": {".count", "1 working copy"},
	"/desk/reports":        {".count", "1 report"},
	"/desk/duplicates":     {".count", "pairs"},
	"/desk/quarantine":     {".count", "Nothing is in quarantine."},
	"/desk/tokens":         {".count", "4 tokens"},
	"/desk/webhooks":       {".list", "fails"},
	"/desk/help":           {".help .text", "publish"},
	"/desk/none/at/all/x":  {"main", "Page not found"},
	"/desk/providers?state=MI&list=UNCONFIRMED": {".facets", "Michigan"},
}

// axe-core finds nothing on any page of the desk, light and dark; none is wider than a screen of 320 pixels, and none
// breaks the policy.
func TestDeskPagesAreAccessible(t *testing.T) {
	t.Parallel()
	chromium(t)
	installPackages(t, "web")
	axe := readFile(t, "web/node_modules/axe-core/axe.min.js")
	server, tokens := busyDesk(t)
	page, complaints := newPage(t, server.url)
	p := &person{t, server.url, page, false}
	look := func(path, scheme string, width int64) {
		p.do("load axe", script(axe))
		if found := violations(t, page); found != "" {
			t.Errorf("%s, %s, %d px: %s", path, scheme, width, found)
		}
		if got := reads[int64](p, "document.documentElement.scrollWidth"); got > width {
			t.Errorf("%s is %d pixels wide on a screen of %d", path, got, width)
		}
	}
	p.do("sign in", chromedp.Navigate(server.url+"/desk"))
	p.sees("main", "Sign in to the desk")
	look("sign in", "light", 1400)
	p.signIn(tokens["admin"])
	for path, shown := range deskPages {
		for _, width := range []int64{320, 390, 1440} {
			for _, scheme := range []string{"light", "dark"} {
				usual := scheme == "light" && width == 320 || scheme == "dark" && width == 1440
				if !usual && !*everyAppearance {
					continue
				}
				p.do("open", preferring(scheme), chromedp.EmulateViewport(width, 900),
					chromedp.Navigate(server.url+path))
				p.sees(shown[0], shown[1])
				look(path, scheme, width)
			}
		}
	}
	for _, complaint := range complaints() {
		t.Error(complaint)
	}
}

// The front page shows what waits for each; a report is answered, and is gone; another page takes the focus.
func TestDeskFrontAndReports(t *testing.T) {
	t.Parallel()
	server, tokens := busyDesk(t)
	p, complaints := atDesk(t, server, tokens["editor"], "/desk")
	front := p.sees(".front", "My working copies")
	for _, want := range []string{"With the reviewers", "Unconfirmed providers", "Nobody answers this number."} {
		if !strings.Contains(front, want) {
			t.Errorf("%q is missing in %s", want, front)
		}
	}
	p.sees(".front", "wrong.csv rejected")
	p.follow(`.front a[href="/desk/reports"]`)
	p.sees("h1", "Reports")
	p.holds("the title and the focus",
		`document.title === "Reports - Desk - findcare" && document.activeElement.tagName === "H1"`)
	p.sees(".cards", "Nobody answers this number.")
	p.follow(".cards button")
	p.sees(".status", "The report is resolved.")
	p.sees(".count", "Nothing waits for an answer.")
	for _, complaint := range complaints() {
		t.Error(complaint)
	}
}

// An administrator makes a token, which lets somebody in, and revokes it; the last one of an administrator needs to be
// said twice.
func TestDeskTokens(t *testing.T) {
	t.Parallel()
	server, tokens := deskServer(t)
	p, complaints := atDesk(t, server, tokens["admin"], "/desk/tokens")
	p.sees(".count", "4 tokens")
	p.follow(".across .buttons button")
	p.write("#token-name", "Grace")
	p.follow("input[value=REVIEWER]")
	p.follow("dialog button[type=submit]")
	p.sees("dialog h2", "The token of Grace")
	secret := reads[string](p, `document.querySelector("#secret").value`)
	if got := server.queryAs(t, secret, "{ viewer { name role } }", nil); !strings.Contains(got, `"REVIEWER"`) {
		t.Error(got)
	}
	p.follow("dialog button:last-child")
	p.sees(".count", "5 tokens")
	p.sees(".list", "Grace")
	p.revoke("Grace")
	p.follow("dialog .danger")
	p.sees(".status", "The token of Grace no longer holds.")
	if got := reads[string](p, `document.body.innerHTML`); strings.Contains(got, secret) {
		t.Error("the token is shown again")
	}
	p.do("the administrator's own", script(`[...document.querySelectorAll("tr")]
		.find((row) => row.innerText.includes("admin")).querySelector("button").click()`))
	p.follow("dialog .danger")
	p.sees("dialog .problem", "last")
	p.follow("dialog .buttons .second")
	p.hides("dialog")
	for _, complaint := range complaints() {
		t.Error(complaint)
	}
}

func (p *person) revoke(name string) {
	p.t.Helper()
	p.do("revoke", script(fmt.Sprintf(`[...document.querySelectorAll("tr")]`+
		`.find((row) => row.innerText.includes(%q)).querySelector("button").click()`, name)))
	p.sees("dialog h2", "Revoke the token of "+name)
}

// Of two entries that look like one, an editor retires the one that is too many; also where the server runs trusted
// documents only, of which those of the desk are.
func TestDeskDuplicates(t *testing.T) {
	t.Parallel()
	manifest := filepath.Join(t.TempDir(), "manifest.json")
	writeFile(t, manifest, `{"version": "{ directory { version } }"}`)
	server, tokens := deskServer(t, "--trusted-documents", "only", "--trusted-documents-file", manifest)
	p, complaints := atDesk(t, server, tokens["editor"], "/desk/duplicates")
	before := p.sees(".count", "pairs")
	p.sees(".pair", "Places")
	p.follow(".pair button")
	p.sees("dialog", "Retire")
	p.follow("dialog button:last-child")
	p.sees(".status", "is retired.")
	poll(t, "the focus", func() error {
		if at := reads[string](p, "document.activeElement.tagName"); at != "BUTTON" && at != "H1" {
			return fmt.Errorf("it is at %s", at)
		}
		return nil
	})
	poll(t, "one pair less", func() error {
		if now := reads[string](p, `document.querySelector(".count").textContent`); now == before {
			return fmt.Errorf("still %s", now)
		}
		return nil
	})
	for _, complaint := range complaints() {
		t.Error(complaint)
	}
}
