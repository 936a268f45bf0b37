package e2e

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"html"
	"io"
	"net/http"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// pagesOfEachKind are addresses over the demo directory, by a name that a file can have.
var pagesOfEachKind = map[string]string{
	"articles":     "/care",
	"care":         "/care/depression",
	"care-kap":     kapPage,
	"find":         "/find",
	"find-near":    "/find?q=anxiety&near=60601&within=250&format=VIDEO",
	"find-crisis":  "/find?condition=suicidal-ideation",
	"find-nothing": "/find?near=48507&treatment=ketamine-assisted-psychotherapy",
	"find-problem": "/find?near=48500",
	"state":        "/find/tx",
	"city":         "/find/tx/austin",
	"city-care":    "/find/tx/austin/depression",
	"lost":         "/find/tx/nowhere",
	"profile":      "/providers/alder-fictionado",
	"organization": "/providers/placeholder-point-recovery-services-2",
	"not-found":    "/nowhere",
	"playground":   "/playground",
}

// everyAppearance has each page looked at in both schemes at both widths: go test ./test/e2e -run
// TestPagesAreAccessible -every-appearance
var everyAppearance = flag.Bool(
	"every-appearance",
	false,
	"look at each page light and dark at each width, and not light on a phone and dark on a wide screen",
)

// axe-core finds nothing on any page, light and dark, on a phone and on a wide screen.
func TestPagesAreAccessible(t *testing.T) {
	t.Parallel()
	chromium(t)
	installPackages(t, "web")
	axe := readFile(t, "web/node_modules/axe-core/axe.min.js")
	base := demoServer(t)
	page, _ := newPage(t, base) // which complains of the statuses of two of the pages
	p := &person{t, base, page, false}
	for name, path := range pagesOfEachKind {
		for _, scheme := range []string{"light", "dark"} {
			for _, width := range []int64{360, 1440} {
				if usual := (scheme == "light") == (width == 360); !usual && !*everyAppearance {
					continue
				}
				p.do("open "+name, preferring(scheme), chromedp.EmulateViewport(width, 900),
					chromedp.Navigate(base+path), script(axe))
				if width < 1024 && strings.HasPrefix(name, "find") {
					p.do("open the filters", script("document.querySelector('.filters .open').click()"))
				}
				if name == "playground" {
					p.sees(".graphiql-editor-tool", `"slug"`)
				}
				if found := violations(t, page); found != "" {
					t.Errorf("%s, %s, %d px: %s", name, scheme, width, found)
				}
			}
		}
	}
}

// violations is what axe-core finds on a page that has loaded it.
func violations(t *testing.T, page context.Context) string {
	t.Helper()
	found, err := chromedp.Run(page, chromedp.Evaluate[string](
		`axe.run().then(({violations, passes}) => passes.length < 10 ? "little was checked" : `+
			`violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html + " " + `+
			`n.failureSummary).join("\n")).join("\n"))`,
		chromedp.EvalAwaitPromise,
	))
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func preferring(scheme string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
		})
		return err
	})
}

// content gives what stands at an address, whatever its status.
func content(t *testing.T, address string) string {
	t.Helper()
	response, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// html-validate finds nothing in what the server sends.
func TestPagesAreValidHTML(t *testing.T) {
	t.Parallel()
	installPackages(t, "web")
	base := demoServer(t)
	folder := t.TempDir()
	for name, path := range pagesOfEachKind {
		writeFile(t, filepath.Join(folder, name+".html"), content(t, base+path))
	}
	runNode(t, "web", "node_modules/html-validate/bin/html-validate.mjs", "--config", "htmlvalidate.json", folder)
}

var structured = regexp.MustCompile(`(?s)<script type="application/ld\+json">(.*?)</script>`)

// The structured data of each kind of page has the types and the properties that schema.org has: the compiler holds it
// against Google's types of the vocabulary.
func TestStructuredDataIsOfTheVocabulary(t *testing.T) {
	t.Parallel()
	installPackages(t, "web")
	base := demoServer(t)
	kinds := map[string]string{
		"/care/depression": "MedicalWebPage", kapPage: "MedicalWebPage", "/care": "CollectionPage",
		"/find": "SearchResultsPage", "/find/tx": "CollectionPage", "/find/tx/austin/depression": "CollectionPage",
		"/providers/placeholder-point-recovery-services-2": "MedicalClinic",
	}
	var directory struct {
		Data struct {
			Providers struct{ Nodes []struct{ Slug string } }
		}
	}
	answer := content(t, base+"/graphql?query=%7Bproviders(first:20)%7Bnodes%7Bslug%7D%7D%7D")
	if err := json.Unmarshal([]byte(answer), &directory); err != nil {
		t.Fatal(err)
	}
	for _, provider := range directory.Data.Providers.Nodes {
		kinds["/providers/"+provider.Slug] = "Physician | PersonLeaf | MedicalClinic"
	}
	var source strings.Builder
	source.WriteString(`import type {
		CollectionPage, MedicalClinic, MedicalWebPage, Person, Physician, SearchResultsPage, SearchAction, WithContext
	} from "schema-dts";
	type PersonLeaf = Extract<Person, { "@type": "Person" }>;
`)
	number := 0
	for path, kind := range kinds {
		match := structured.FindStringSubmatch(content(t, base+path))
		if match == nil {
			t.Fatalf("%s has no structured data", path)
		}
		if !json.Valid([]byte(match[1])) || strings.Contains(match[1], html.EscapeString("<")) {
			t.Errorf("%s: %s", path, match[1])
		}
		number++
		fmt.Fprintf(&source, "// %s\nexport const a%d: WithContext<%s> = %s;\n", path, number, kind, match[1])
	}
	const file = "structured-data.test.ts"
	folder := t.TempDir()
	writeFile(t, filepath.Join(folder, file), source.String())
	modules, err := filepath.Abs("web/node_modules")
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, filepath.Join(folder, "tsconfig.json"), fmt.Sprintf(`{
		"compilerOptions": {
			"strict": true, "noEmit": true, "skipLibCheck": true, "types": [], "module": "esnext",
			"moduleResolution": "bundler", "paths": {"schema-dts": ["%s/schema-dts"]}
		},
		"files": [%q]
	}`, modules, file))
	command := exec.CommandContext(t.Context(), "web/node_modules/.bin/tsc", "--project", folder)
	if out, err := command.CombinedOutput(); err != nil {
		t.Errorf("%v\n%.5000s", err, out)
	}
}
