package e2e

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// deskServer is a server with the demo directory, and a token for each role.
func deskServer(t *testing.T, args ...string) (server *program, tokens map[string]string) {
	t.Helper()
	data := demoData(t)
	tokens = map[string]string{}
	for _, role := range []string{"viewer", "editor", "reviewer", "admin"} {
		tokens[role] = newToken(t, data, role)
	}
	return openServer(t, append([]string{"--data", data}, args...)...), tokens
}

// atDesk opens a page of the desk in a new browser, and signs in.
func atDesk(t *testing.T, server *program, token, path string) (p *person, complaints func() []string) {
	t.Helper()
	page, complaints := newPage(t, server.url)
	p = &person{t, server.url, page, false}
	p.do("open", chromedp.Navigate(server.url+path))
	p.signIn(token)
	return p, complaints
}

// signIn pastes a token.
func (p *person) signIn(token string) {
	p.t.Helper()
	p.sees("main", "Sign in to the desk")
	p.write("#token", token)
	p.follow("form button[type=submit]")
	p.sees("header.desk", "Sign out")
}

// Who pastes a token is let in where they wanted to go, stays through a reload, and is out with one click. The token is
// in no other tab.
func TestDeskSignInWithAToken(t *testing.T) {
	t.Parallel()
	server, tokens := deskServer(t)
	page, complaints := newPage(t, server.url)
	p := &person{t, server.url, page, false}
	p.do("open", chromedp.Navigate(server.url+"/desk/tokens"))
	p.write("#token", "fc_mistyped")
	p.follow("form button")
	p.sees("[role=alert]", "The token is malformed")
	p.do("open again", chromedp.Reload())
	p.signIn(tokens["admin"])
	p.sees("h1", "Tokens")
	p.sees(".list", "Test")
	p.do("load anew", chromedp.Reload())
	p.sees("h1", "Tokens")
	p.at("/desk/tokens")
	kept, err := chromedp.Run(page, chromedp.Evaluate[string]("JSON.stringify(localStorage) + document.cookie"))
	if err != nil || strings.Contains(kept, tokens["admin"]) {
		t.Errorf("kept beyond the tab: %s, %v", kept, err)
	}
	p.follow(".who button")
	p.sees("main", "You are signed out.")
	p.at("/desk/tokens")
	p.do("load anew", chromedp.Reload())
	p.sees("main", "Sign in to the desk")

	p.signIn(tokens["viewer"])
	p.sees("h1", "Not for your role")
	p.hides(`nav a[href="/desk/tokens"]`)
	p.hides(`nav a[href="/desk/imports"]`)
	for _, complaint := range complaints() {
		if !strings.Contains(complaint, "401") { // of the token that was mistyped
			t.Error(complaint)
		}
	}
}

// deskWithProvider is a server whose editors sign in at a provider, and a browser at a page of the desk. What goes to
// the provider is no complaint.
func deskWithProvider(t *testing.T, provider *loginProvider) (p *person, complaints func() []string) {
	t.Helper()
	server, _ := deskServer(t, "--oidc-issuer", provider.URL, "--oidc-audience", "findcare", "--oidc-client-id", "desk")
	provider.redirectURI = server.url + "/desk/signed-in"
	page, all := newPage(t, server.url)
	return &person{t, server.url, page, false}, func() (others []string) {
		for _, complaint := range all() {
			if !strings.HasPrefix(complaint, "request to another origin: "+provider.URL) {
				others = append(others, complaint)
			}
		}
		return others
	}
}

// Who signs in at the provider comes back to the page where they were, with the role that the provider says; a token
// that is over is renewed.
func TestDeskSignInAtAProvider(t *testing.T) {
	t.Parallel()
	provider := newLoginProvider(t, "desk")
	p, complaints := deskWithProvider(t, provider)
	p.do("open", chromedp.Navigate(p.base+"/desk/help?from=somewhere"))
	p.follow(".sign-in p button")
	p.sees(".who", "Ada Example editor")
	p.sees("h1", "Help")
	p.at("/desk/help?from=somewhere")
	provider.change(func() {
		if scope := provider.asked.Get("scope"); scope != "openid profile email" || provider.asked.Has("prompt") {
			t.Errorf("asked for %v", provider.asked)
		}
		provider.life = 2 * time.Second
	})
	p.follow(".who button")
	p.sees("main", "You are signed out.")
	p.follow(".sign-in p button")
	p.sees("h1", "Help")
	for _, complaint := range complaints() {
		t.Error(complaint)
	}
	waitUntil(t, "the token is renewed", func() bool {
		p.follow(`nav a[href="/desk/reports"]`)
		p.sees("main", "Nothing waits for an answer.")
		p.follow(`nav a[href="/desk/help"]`)
		p.sees("h1", "Help")
		provider.mu.Lock()
		defer provider.mu.Unlock()
		return provider.refreshes == 1
	})
}

// An answer of the provider that is not to what the tab asked lets nobody in.
func TestDeskRefusesWhatIsNotItsOwn(t *testing.T) {
	t.Parallel()
	provider := newLoginProvider(t, "desk")
	p, _ := deskWithProvider(t, provider)
	for _, test := range []struct {
		name, want string
		tamper     func(answer url.Values)
		alter      func(claims map[string]any)
	}{
		{name: "state", want: "not to what this tab asked", tamper: func(v url.Values) { v.Set("state", "other") }},
		{name: "no state", want: "not to what this tab asked", tamper: func(v url.Values) { v.Del("state") }},
		{name: "issuer", want: "of another provider", tamper: func(v url.Values) { v.Set("iss", "https://x.example") }},
		{name: "code", want: "invalid_grant", tamper: func(v url.Values) { v.Set("code", "guessed") }},
		{
			name: "refused", want: "the provider says: Not today",
			tamper: func(v url.Values) {
				v.Del("code")
				v.Set("error_description", "Not today")
			},
		},
		{name: "nonce", want: "not for what this tab asked", alter: func(c map[string]any) { c["nonce"] = "other" }},
		{name: "client", want: "for another client", alter: func(c map[string]any) { c["aud"] = "other" }},
		{name: "signer", want: "of another provider", alter: func(c map[string]any) { c["iss"] = "https://x.example" }},
	} {
		provider.change(func() { provider.tamper, provider.alter = test.tamper, test.alter })
		p.do("open", chromedp.Navigate(p.base+"/desk/help"))
		p.sees("main", "Sign in to the desk")
		p.follow(".sign-in p button")
		if got := p.sees("main", "You could not be signed in"); !strings.Contains(got, test.want) {
			t.Errorf("%s: %s", test.name, got)
		}
	}
	p.do("come from nowhere", chromedp.Navigate(p.base+"/desk/signed-in?code=code-1&state=other"))
	p.sees("main", "this tab did not ask to sign in")
}

// advancing lets a test move the clock of a page ahead: advance(milliseconds).
const advancing = `{
	const now = Date.now.bind(Date);
	let ahead = 0;
	Date.now = () => now() + ahead;
	globalThis.advance = (by) => { ahead += by; };
}`

// Who does nothing is warned after 29 minutes, can stay, and is else signed out after 30; they then prove anew who they
// are.
func TestDeskSignsOutWhoIsIdle(t *testing.T) {
	t.Parallel()
	provider := newLoginProvider(t, "desk")
	p, complaints := deskWithProvider(t, provider)
	p.do("have a clock", onEveryPage(advancing))
	p.do("open", chromedp.Navigate(p.base+"/desk/help"))
	p.follow(".sign-in p button")
	p.sees("h1", "Help")
	p.do("28 minutes", script("advance(28 * 60_000)"))
	p.hides("dialog")
	p.do("move", script("dispatchEvent(new Event('pointermove'))"))
	p.do("28 minutes", script("advance(28 * 60_000)"))
	p.hides("dialog")
	p.do("a minute and a half", script("advance(90_000)"))
	p.sees("dialog", "Are you still there?")
	p.follow("dialog button:last-child")
	p.hides("dialog")
	p.do("29 and a half minutes", script("advance(29.5 * 60_000)"))
	p.sees("dialog", "Are you still there?")
	p.do("a minute", script("advance(60_000)"))
	p.sees("main", "signed out after half an hour")
	kept, err := chromedp.Run(p.page, chromedp.Evaluate[int]("sessionStorage.length"))
	if err != nil || kept != 0 {
		t.Errorf("the tab keeps %d things, %v", kept, err)
	}
	p.at("/desk/help")
	p.follow(".sign-in p button")
	p.sees("h1", "Help")
	provider.change(func() {
		if got := provider.asked.Get("prompt"); got != "login" {
			t.Errorf("prompt is %q", got)
		}
	})
	for _, complaint := range complaints() {
		t.Error(complaint)
	}
}
