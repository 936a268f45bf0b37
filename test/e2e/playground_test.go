package e2e

import (
	"context"
	"fmt"
	"net/url"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"findcare/internal/clock"
)

// The playground runs each of its examples with its variables, sends the headers that one writes, and tells the schema.
func TestPlaygroundInABrowser(t *testing.T) {
	t.Parallel()
	base := demoServer(t)
	page, complaints := newPage(t, base)
	p := &person{t, base, page, false}
	p.do("open", chromedp.Navigate(base+"/playground"))
	p.sees(".graphiql-editor-tool", `"slug"`) // before a tab is chosen
	p.do("open again", chromedp.Reload())
	p.sees(".graphiql-editor-tool", `"slug"`)
	for number, example := range []struct{ tab, variable, answer string }{
		{"CarePage", `"slug"`, "Ketamine-Assisted Psychotherapy"},
		{"FindCare", `"postalCode": "60601"`, "miles away"},
		{"Profile", `"alder-fictionado"`, "Alder Fictionado"},
		{"Suggest", `"depr"`, "CONDITION"},
		{"DirectoryVersion", "", `"providerCount": 600`},
		{"DirectoryChanges", "", `"directoryChanged"`},
	} {
		tab := tabAt(number + 1)
		p.sees(tab, example.tab)
		p.do("open "+example.tab, chromedp.Click(chromedp.CSS(tab)))
		if example.variable != "" {
			p.sees(".graphiql-editor-tool", example.variable)
		}
		p.do("run "+example.tab, chromedp.Click(chromedp.CSS(".graphiql-execute-button")))
		if answer := p.sees(".result-window", example.answer); strings.Contains(answer, `"errors"`) {
			t.Errorf("%s has errors:\n%s", example.tab, answer)
		}
	}

	tabs, err := chromedp.Run(page, chromedp.Evaluate[int]("document.querySelectorAll('.graphiql-tab').length"))
	if err != nil || tabs != 9 {
		t.Errorf("%d tabs, %v", tabs, err)
	}
	p.do("end the subscription", chromedp.Click(chromedp.CSS(".graphiql-execute-button")))
	for number, example := range []string{"ConfirmProvider", "EditProvider", "WriteArticle"} {
		p.do("open "+example, chromedp.Click(chromedp.CSS(tabAt(number+7))))
		p.sees(".graphiql-query-editor", "Needs a token")
		p.do("run "+example, chromedp.Click(chromedp.CSS(".graphiql-execute-button")))
		p.sees(".result-window", "UNAUTHENTICATED")
	}
	p.do(
		"write a header",
		chromedp.Click(chromedp.CSS(tabAt(5))),
		chromedp.Click(chromedp.CSS("[data-name=headers]")),
		chromedp.Click(chromedp.CSS(".graphiql-editor-tool .graphiql-editor:not(.hidden) .CodeMirror")),
		chromedp.KeyEvent(
			`{"Authorization": "Bearer nobody's"}`,
		),
		chromedp.Click(chromedp.CSS(".graphiql-execute-button")),
	)
	p.sees(".result-window", "UNAUTHENTICATED")

	p.do("read about the schema", chromedp.Click(chromedp.CSS("[aria-label='Show Documentation Explorer']")))
	p.sees(".graphiql-doc-explorer", "Query")
	p.do("follow a type", chromedp.Click(chromedp.CSS(".graphiql-doc-explorer-type-name")))
	p.sees(".graphiql-doc-explorer", "suggest")
	for _, complaint := range complaints() {
		if !strings.Contains(complaint, "401") { // of the header
			t.Error(complaint)
		}
	}
}

// An editor's token goes into the tab Headers, and is sent.
func TestPlaygroundSendsATokenInABrowser(t *testing.T) {
	t.Parallel()
	base := startServer(t)
	page, complaints := newPage(t, base)
	const tab, tool = `.graphiql-editor-tools button[data-name="headers"]`, `.graphiql-editor-tool ` +
		`.graphiql-editor:not(.hidden)`
	do := func(what string, actions ...chromedp.Action[chromedp.Void]) {
		t.Helper()
		if err := chromedp.Do(page, actions...); err != nil {
			t.Fatalf("%s: %v; the page: %v", what, err, complaints())
		}
	}
	do("open the tab", chromedp.Navigate(base+"/playground"), chromedp.Click(chromedp.CSS(tab)),
		chromedp.Click(chromedp.CSS(tool)))
	if _, err := chromedp.Call(page, input.InsertText, input.InsertTextParams{Text: `{"Authorization": "Bearer ` +
		`fc_mistyped"}`}); err != nil {
		t.Fatal(err)
	}
	do("run the default operation", chromedp.Click(chromedp.CSS(".graphiql-execute-button")))
	waitForText(t, page, ".result-window", "the token is malformed")
}

// tabAt selects a tab of the playground.
func tabAt(number int) string {
	return fmt.Sprintf(".graphiql-tab:nth-of-type(%d) .graphiql-tab-button", number)
}

// newPage opens a tab of a fresh headless Chromium, and skips the test where none is installed.
// Its second value gives what went wrong on the tab so far: requests to other origins than base,
// exceptions, and errors and warnings on the console, which violations of the content security
// policy are too.
func newPage(t *testing.T, base string) (page context.Context, complaints func() []string) {
	t.Helper()
	const attempts = 3 // now and then, Chromium crashes as it starts
	for attempt := 1; ; attempt++ {
		page, complaints = openPage(t, base)
		err := chromedp.Do(page, chromedp.Navigate("about:blank"))
		if err == nil {
			return page, complaints
		}
		if attempt == attempts {
			t.Fatal(err)
		}
		t.Logf("attempt %d: %v", attempt, err)
	}
}

func openPage(t *testing.T, base string) (page context.Context, complaints func() []string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewExecAllocator(ctx,
		chromedp.ExecPath(chromium(t)),
		chromedp.UserDataDir(t.TempDir()),
		chromedp.Headless,
		chromedp.NoSandbox,
		chromedp.DisableGPU,
		chromedp.NoFirstRun,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true),
		chromedp.Flag("force-prefers-reduced-motion", true), // a click goes where its target was when scrolling began
		chromedp.WindowSize(1400, 900),
	)
	t.Cleanup(cancel)

	var mu sync.Mutex
	var found []string
	complain := func(format string, args ...any) {
		mu.Lock()
		defer mu.Unlock()
		found = append(found, fmt.Sprintf(format, args...))
	}
	page, cancel = chromedp.NewContext(ctx, chromedp.WithListener(func(event any) {
		switch event := event.(type) {
		case *network.EventRequestWillBeSent:
			if !ownRequest(base, event.Request.URL) {
				complain("request to another origin: %s", event.Request.URL)
			}
		case *network.EventWebSocketCreated:
			if event.URL != "ws"+strings.TrimPrefix(base, "http")+"/graphql" {
				complain("web socket: %s", event.URL)
			}
		case *log.EventEntryAdded:
			if event.Entry.Level == log.EntryLevelError || event.Entry.Level == log.EntryLevelWarning {
				complain("browser's log: %s (%s)", event.Entry.Text, event.Entry.URL)
			}
		case *runtime.EventConsoleAPICalled:
			if event.Type == runtime.ConsoleAPICalledTypeError || event.Type == runtime.ConsoleAPICalledTypeWarning {
				complain("console: %s", consoleText(event.Args))
			}
		case *runtime.EventExceptionThrown:
			complain("exception: %v", event.ExceptionDetails)
		}
	}))
	t.Cleanup(cancel)
	return page, func() []string {
		mu.Lock()
		defer mu.Unlock()
		return append([]string(nil), found...)
	}
}

// chromium gives the browser's path.
func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	require(t, "a browser (Debian's package chromium)", false)
	return ""
}

func ownRequest(base, rawURL string) bool {
	own, err := url.Parse(base)
	if err != nil {
		return false
	}
	asked, err := url.Parse(rawURL)
	if err != nil {
		return false
	}
	// A data URL is in the page already: the browser announces it, and asks nobody.
	return asked.Scheme == "data" || asked.Scheme == own.Scheme && asked.Host == own.Host
}

func consoleText(args []*runtime.RemoteObject) string {
	var texts []string
	for _, arg := range args {
		texts = append(texts, string(arg.Value)+arg.Description)
	}
	return strings.Join(texts, " ")
}

// waitForText waits until the element shows want, and gives all that it shows then.
//
// It polls by itself as chromedp.Poll compiles a string in the page, which the page's content
// security policy forbids.
func waitForText(t *testing.T, page context.Context, selector, want string) string {
	t.Helper()
	var text string
	for waited := clock.Start(); waited.Elapsed() < time.Minute; time.Sleep(50 * time.Millisecond) {
		script := fmt.Sprintf("document.querySelector(%q)?.innerText ?? ''", selector)
		var err error
		// Reading fails while one page takes the place of another.
		if text, err = chromedp.Run(page, chromedp.Evaluate[string](script)); err == nil &&
			strings.Contains(text, want) {
			return text
		}
		if page.Err() != nil {
			break
		}
	}
	t.Fatalf("%s does not show %q but:\n%s", selector, want, text)
	return ""
}
