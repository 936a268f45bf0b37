package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// reads gives what a script evaluates to.
func reads[T any](p *person, source string) T {
	p.t.Helper()
	value, err := chromedp.Run(p.page, chromedp.Evaluate[T](source))
	if err != nil {
		p.t.Fatalf("%s: %v", source, err)
	}
	return value
}

// names are those of the rows of the list.
func (p *person) names() []string {
	p.t.Helper()
	return reads[[]string](p, `[...document.querySelectorAll(".list tbody th a")].map((a) => a.textContent)`)
}

func (p *person) choose(selector, value string) {
	p.t.Helper()
	p.do("choose "+value, script(fmt.Sprintf(
		`{ const field = document.querySelector(%q); field.value = %q; `+
			`field.dispatchEvent(new Event("change", { bubbles: true })); }`, selector, value)))
}

// The list of providers finds as the search of the public does; its address holds its state; columns are kept.
func TestDeskList(t *testing.T) {
	t.Parallel()
	server, tokens := deskServer(t)
	p, complaints := atDesk(t, server, tokens["viewer"], "/desk/providers?state=MI&format=VIDEO")
	const found = `query($state: [String!], $text: String) {
		providers(filter: {states: $state, sessionFormats: [VIDEO], text: $text}, first: 50) {
			totalCount nodes { name } } }`
	for _, text := range []string{"", "depression", "depresion"} {
		variables := map[string]any{"state": []string{"MI"}}
		if text != "" {
			variables["text"] = text
			p.do("empty the field", script(`document.querySelector("#q").value = ""`))
			p.write("#q", text)
			p.at("/desk/providers?state=MI&format=VIDEO&q=" + text)
		}
		var want struct {
			Data struct {
				Providers struct {
					TotalCount int
					Nodes      []struct{ Name string }
				}
			}
		}
		if err := json.Unmarshal([]byte(server.query(t, found, variables)), &want); err != nil {
			t.Fatal(err)
		}
		p.sees(".count", fmt.Sprintf("%d provider", want.Data.Providers.TotalCount))
		var names []string
		for _, node := range want.Data.Providers.Nodes {
			names = append(names, node.Name)
		}
		poll(t, "the names of "+text, func() error {
			if got := p.names(); strings.Join(got, "\n") != strings.Join(names, "\n") {
				return fmt.Errorf("got %q, want %q", got, names)
			}
			return nil
		})
	}
	if p.sees(".facets", "Michigan"); reads[int](p, `document.querySelectorAll(".facets input:checked").length`) != 2 {
		t.Error("the facets do not show what is chosen")
	}
	p.hides(".select") // a viewer can do nothing with many
	checkColumns(p)
	for _, complaint := range complaints() {
		t.Error(complaint)
	}
}

func checkColumns(p *person) {
	p.t.Helper()
	p.follow(".drop summary")
	p.do("show the NPI", script(
		`[...document.querySelectorAll(".drop label")].find((l) => l.textContent === "NPI").click()`))
	p.sees(".list thead", "NPI")
	p.do("anew", chromedp.Reload())
	p.sees(".list thead", "NPI")
	p.do("all", chromedp.Navigate(p.base+"/desk/providers?sort=NAME"))
	p.sees(".count", "600 providers")
	first := p.names()
	p.follow("nav[aria-label=Pages] button:last-child")
	poll(p.t, "the second page", func() error {
		if got := p.names(); len(got) != 50 || got[0] <= first[49] {
			return fmt.Errorf("got %q after %q", got, first)
		}
		return nil
	})
	p.do("back", script("history.back()"))
	poll(p.t, "the first page", func() error {
		if got := p.names(); len(got) == 0 || got[0] != first[0] {
			return fmt.Errorf("got %q", got)
		}
		return nil
	})
}

// Keys go through a list, select, and open; what is selected is retired and reinstated, each with its own result.
func TestDeskSelectsByKeys(t *testing.T) {
	t.Parallel()
	server, tokens := deskServer(t)
	p, complaints := atDesk(t, server, tokens["editor"], "/desk/providers?sort=NAME")
	p.keyboard = true
	p.sees(".count", "600 providers")
	names := p.names()
	p.do("select the first and the third", chromedp.KeyEvent("jxjjx"))
	p.sees(".bulk", "2 selected")
	p.retire("Retire", 2)
	p.sees(".count", "598 providers")
	p.choose("#list", "RETIRED")
	p.sees(".count", "2 providers")
	if got := p.names(); len(got) != 2 || got[0] != names[0] || got[1] != names[2] {
		t.Errorf("retired: %q, want the first and the third of %q", got, names[:3])
	}
	p.follow(".list thead input")
	p.do("all of them", chromedp.KeyEvent(" "))
	p.sees(".bulk", "2 selected")
	p.retire("Reinstate", 2)
	p.sees(".count", "0 providers")
	p.do("to the articles", chromedp.KeyEvent("ga"))
	p.sees("h1", "Articles")
	p.sees(".count", "12 articles")
	p.do("search", chromedp.KeyEvent("/"), chromedp.KeyEvent("ketamine"))
	p.sees(".count", "2 articles")
	p.do("leave the field", script("document.activeElement.blur()"), chromedp.KeyEvent("?"))
	p.sees("dialog", "Next in the list")
	p.do("close", chromedp.KeyEvent(kb.Escape))
	p.hides("dialog")
	p.do("open", chromedp.KeyEvent("j"), chromedp.KeyEvent(kb.Enter))
	poll(t, "the article", func() error {
		if path := reads[string](p, "location.pathname"); !strings.HasPrefix(path, "/desk/articles/art_") {
			return fmt.Errorf("at %s", path)
		}
		return nil
	})
	for _, complaint := range complaints() {
		t.Error(complaint)
	}
}

// retire presses a button of what is selected and does what it says with so many.
func (p *person) retire(label string, want int) {
	p.t.Helper()
	p.do(label, script(fmt.Sprintf(
		`[...document.querySelectorAll(".bulk button")].find((b) => b.textContent.startsWith(%q)).click()`, label)))
	p.sees("dialog", label)
	p.follow("dialog .go")
	p.sees("dialog", fmt.Sprintf("%d of %d documents done.", want, want))
	p.follow("dialog .go")
	p.hides("dialog")
}

// Of many working copies, each is published or tells why not.
func TestDeskPublishesMany(t *testing.T) {
	t.Parallel()
	server, tokens := deskServer(t)
	var found struct {
		Data struct {
			Providers struct{ Nodes []struct{ ID, Name string } }
		}
	}
	content := server.query(t, `{ providers(first: 3, orderBy: NAME) { nodes { id name } } }`, nil)
	if err := json.Unmarshal([]byte(content), &found); err != nil {
		t.Fatal(err)
	}
	three := found.Data.Providers.Nodes
	for i, provider := range three {
		server.queryAs(t, tokens["editor"], `mutation($id: ID!, $statement: String!) {
			saveWorkingCopy(id: $id, provider: {statement: $statement}) { userErrors { message } } }`,
			map[string]any{"id": provider.ID, "statement": fmt.Sprintf("Saved %d.", i)})
	}
	server.queryAs(t, tokens["editor"], `mutation($id: ID!) {
		updateProvider(id: $id, input: {statement: "Changed underneath."}) { userErrors { message } } }`,
		map[string]any{"id": three[1].ID})
	p, complaints := atDesk(t, server, tokens["editor"], "/desk/working-copies?list=mine")
	p.sees(".count", "3 working copies")
	p.follow(".list thead input")
	p.sees(".bulk", "3 selected")
	p.do("publish", script(`document.querySelector(".bulk button").click()`))
	p.sees("dialog", "Publish working copies")
	p.follow("dialog .go")
	p.sees("dialog", "2 of 3 documents done, 1 refused.")
	if got := p.sees(".outcomes", three[1].Name); !strings.Contains(got, three[0].Name+": done") ||
		strings.Contains(got, three[1].Name+": done") {
		t.Error(got)
	}
	p.follow("dialog .go")
	p.sees(".count", "1 working copy")
	p.sees(".list", three[1].Name)
	for _, complaint := range complaints() {
		t.Error(complaint)
	}
}

// networkConditions are the parameters of Network.emulateNetworkConditions.
type networkConditions struct {
	Offline            bool    `json:"offline"`
	Latency            float64 `json:"latency"`
	DownloadThroughput float64 `json:"downloadThroughput"`
	UploadThroughput   float64 `json:"uploadThroughput"`
}

func offline(off bool) chromedp.Action[chromedp.Void] {
	command := cdp.Command[networkConditions, struct{}]{Method: "Network.emulateNetworkConditions"}
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, command, networkConditions{off, 0, -1, -1})
		return err
	})
}

// While the connection is lost the desk says so, and goes on by itself when it is back. Of a change that may not be
// sent twice it says that nobody knows whether it was made.
func TestDeskWithoutAConnection(t *testing.T) {
	t.Parallel()
	server, tokens := busyDesk(t)
	p, _ := atDesk(t, server, tokens["editor"], "/desk/providers")
	p.sees(".count", "600 providers")
	p.do("go offline", offline(true))
	p.choose("#list", "UNCONFIRMED")
	p.sees(".status", "The connection is lost.")
	p.do("come back", offline(false))
	p.sees(".count", "485 providers")
	p.hides(".status [role=alert] p")
	p.follow(`nav a[href="/desk/reports"]`)
	p.sees(".count", "1 report")
	p.do("go offline", offline(true))
	p.follow(".cards button")
	p.sees(".status [role=status]", "it is not known whether this was done")
	p.sees(".status [role=alert]", "The connection is lost.")
	p.do("come back", offline(false))
	p.hides(".status [role=alert] p")
	p.follow(".cards button")
	p.sees(".count", "Nothing waits for an answer.")
}
