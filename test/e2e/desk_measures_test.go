package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"

	"findcare/demo"
	"findcare/internal/clock/clocktest"
)

// timing gives a page took(act, shown): the milliseconds from an act to the frame after which it is shown.
const timing = `globalThis.took = (act, shown) => new Promise((resolve) => {
	const from = performance.now();
	act();
	const look = () => shown()
		? requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from)))
		: requestAnimationFrame(look);
	look();
});
globalThis.one = (selector) => document.querySelector(selector);
globalThis.rows = () => document.querySelectorAll(".list tbody tr").length;
globalThis.count = () => one(".count")?.textContent ?? "";`

// deskMeasures are acts at the desk: what is done before and when that is done, the act, and what shows that it is
// done.
var deskMeasures = []struct{ name, before, ready, act, shown string }{
	{
		"list", `one('nav a[href="/desk/articles"]').click()`, `one("h1")?.textContent === "Articles" && rows() > 0`,
		`one('nav a[href="/desk/providers"]').click()`, `one("h1")?.textContent === "Providers" && rows() === 50`,
	},
	{
		"filter", `one(".facets summary").click()`, `one(".facets input[name=state]")`,
		`globalThis.all = count(); one(".facets input[name=state]").click()`, `count() !== all && rows() > 0`,
	},
	{"open", ``, `rows() > 0`, `one(".list tbody th a").click()`, `one("#field-name")?.value && one(".saving")`},
	{
		"save", `const field = one("#field-pronouns"); field.value = "they/" + Math.random();
			field.dispatchEvent(new Event("input", { bubbles: true }))`,
		`one(".saving").textContent.includes("Not saved")`,
		`one("main form").requestSubmit()`, `one(".saving").textContent.includes("All is saved")`,
	},
}

// Measures of the desk at 100,000 providers: go test ./test/e2e -run TestMeasuresOfDesk -measure -v
func TestMeasuresOfDesk(t *testing.T) {
	if !*measure {
		t.Skip("needs -measure")
	}
	server, token := bigDesk(t)
	page, complaints := newPage(t, server.url)
	p := &person{t, server.url, page, false}
	p.do("time", onEveryPage(timing), chromedp.Navigate(server.url+"/desk/providers"))
	p.signIn(token)
	p.sees(".count", "100,000 providers")
	measureActs(p)
	for _, complaint := range complaints() {
		t.Error(complaint)
	}
}

// bigDesk is a server with 100,000 providers, and a token for an editor.
func bigDesk(t *testing.T) (server *program, token string) {
	t.Helper()
	content, err := demo.Directory(100_000, clocktest.Now())
	if err != nil {
		t.Fatal(err)
	}
	data, file := t.TempDir(), filepath.Join(t.TempDir(), "directory.json")
	if err := os.WriteFile(file, content, 0o600); err != nil {
		t.Fatal(err)
	}
	mustRun(t, "import", "--data", data, file)
	token = newToken(t, data, "editor")
	return openServer(t, "--data", data, "--log-level", "error"), token
}

func measureActs(p *person) {
	p.t.Helper()
	const times = 30
	all := map[string][]float64{}
	for range times {
		for _, step := range deskMeasures {
			ms, err := chromedp.Run(p.page, chromedp.Evaluate[float64](fmt.Sprintf(
				`took(() => { %s }, () => %s).then(() => took(() => { %s }, () => %s))`,
				step.before, step.ready, step.act, step.shown,
			), chromedp.EvalAwaitPromise))
			if err != nil {
				p.t.Fatal(step.name, err)
			}
			all[step.name] = append(all[step.name], ms)
		}
	}
	for _, step := range deskMeasures {
		ms := all[step.name]
		slices.Sort(ms)
		p.t.Logf("%s: median %.0f ms, worst of %d %.0f ms", step.name, ms[len(ms)/2], len(ms), ms[len(ms)-1])
	}
}
