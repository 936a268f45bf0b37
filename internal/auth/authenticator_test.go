package auth_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"findcare/internal/auth"
	"findcare/internal/clock/clocktest"
	"findcare/internal/graphqlhttp"
	"findcare/internal/httpmw"
	"findcare/internal/store"
)

// fakeClock is a clock that tests set.
type fakeClock struct {
	mutex sync.Mutex
	at    time.Time
}

func newClock() *fakeClock { return &fakeClock{at: time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)} }

func (c *fakeClock) now() time.Time {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	return c.at
}

func (c *fakeClock) pass(time time.Duration) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.at = c.at.Add(time)
}

func openStore(t *testing.T) *store.Store {
	t.Helper()
	db, err := store.Open(t.Context(), store.Config{DataDir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close(context.WithoutCancel(t.Context())) })
	return db
}

// door is a handler behind authentication, which responds with the principal.
type door struct {
	http.Handler
	log *bytes.Buffer
}

func newDoor(tokens *auth.Tokens, provider *auth.Provider) door {
	log := new(bytes.Buffer)
	authentication := &httpmw.Authentication{
		Authenticator: &auth.Authenticator{Tokens: tokens, Provider: provider},
		Admission:     httpmw.New(httpmw.RateLimit{}, stopped), // no attempt is given back while the test runs
		WriteError:    graphqlhttp.WriteError,
		Logger:        slog.New(slog.NewTextHandler(log, nil)),
	}
	return door{authentication.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		principal, ok := auth.Of(r.Context())
		if !ok {
			fmt.Fprint(w, "anybody")
			return
		}
		fmt.Fprintf(w, "%s %s", principal.Name, principal.Role)
		if principal.Unconfirmed {
			fmt.Fprint(w, " unconfirmed")
		}
	})), log}
}

// stopped is a clock that stands still.
func stopped() time.Time { return time.Unix(0, 0) }

// knock sends a request with these headers, and returns the status and the principal, or the error.
func (d door) knock(authorization ...string) (int, string) {
	response := d.send("/graphql", "", authorization...)
	if response.Code == http.StatusOK {
		return response.Code, response.Body.String()
	}
	var answer struct {
		Errors []struct {
			Message    string
			Extensions struct{ Code string }
		}
	}
	if err := json.Unmarshal(response.Body.Bytes(), &answer); err != nil || len(answer.Errors) != 1 {
		return response.Code, response.Body.String()
	}
	return response.Code, answer.Errors[0].Extensions.Code + ": " + answer.Errors[0].Message
}

func (d door) send(address, body string, authorization ...string) *httptest.ResponseRecorder {
	request := httptest.NewRequest(http.MethodPost, address, strings.NewReader(body))
	request.Header["Authorization"] = authorization
	if len(authorization) == 0 {
		delete(request.Header, "Authorization")
	}
	response := httptest.NewRecorder()
	d.ServeHTTP(response, request)
	return response
}

func create(t *testing.T, tokens *auth.Tokens, name string, role auth.Role, expires *time.Time) (id, text string) {
	t.Helper()
	token, text, err := tokens.Create(t.Context(), name, role, expires)
	if err != nil {
		t.Fatal(err)
	}
	return token.ID, text
}

func expect(t *testing.T, d door, text string, status int, who string) {
	t.Helper()
	if gotStatus, got := d.knock("Bearer " + text); gotStatus != status || !strings.Contains(got, who) {
		t.Errorf("status %d, %s; want %d, %s", gotStatus, got, status, who)
	}
}

func TestAuthentication(t *testing.T) {
	clock := newClock()
	tokens := auth.NewTokens(openStore(t), clock.now)
	soon := clock.now().Add(time.Hour)
	_, good := create(t, tokens, "Import job", auth.Editor, nil)
	_, ending := create(t, tokens, "Visitor", auth.Viewer, &soon)
	revoked, ended := create(t, tokens, "Gone", auth.Admin, nil)
	if _, err := tokens.Revoke(t.Context(), revoked, true); err != nil {
		t.Fatal(err)
	}
	_, elsewhere := create(t, auth.NewTokens(openStore(t), clock.now), "Elsewhere", auth.Admin, nil)

	const (
		badHeader = "UNAUTHENTICATED: the Authorization header must be given once, as Bearer"
		malformed = "UNAUTHENTICATED: the token is malformed"
	)
	for _, test := range []struct {
		name          string
		authorization []string
		status        int
		want          string
	}{
		{"anonymous", nil, 200, "anybody"},
		{"a token", []string{"Bearer " + good}, 200, "Import job EDITOR"},
		{"the scheme in other letters", []string{"bEARER  " + good}, 200, "Import job EDITOR"},
		{"a token that expires soon", []string{"Bearer " + ending}, 200, "Visitor VIEWER"},
		{"one that was revoked", []string{"Bearer " + ended}, 401, "UNAUTHENTICATED: the token was revoked"},
		{"one of another database", []string{"Bearer " + elsewhere}, 401, "UNAUTHENTICATED: the token is not known"},
		{"a letter that is wrong", []string{"Bearer " + good[:30] + other(good[30]) + good[31:]}, 401, malformed},
		{"half a token", []string{"Bearer " + good[:40]}, 401, malformed},
		{"an empty token", []string{"Bearer "}, 401, badHeader},
		{"an empty header", []string{""}, 200, "anybody"},
		{"a header of spaces", []string{" \t "}, 200, "anybody"},
		{"an empty header twice", []string{"", ""}, 200, "anybody"},
		{"an empty header and a token", []string{"", "Bearer " + good}, 401, badHeader},
		{"a scheme alone", []string{"Bearer"}, 401, badHeader},
		{"no scheme", []string{good}, 401, badHeader},
		{"another scheme", []string{"Basic " + good}, 401, badHeader},
		{"the header twice", []string{"Bearer " + good, "Bearer " + good}, 401, badHeader},
		{"two tokens", []string{"Bearer " + good + ", Bearer " + good}, 401, badHeader},
		{
			"a JWT, without a provider",
			[]string{"Bearer e30.e30.e30"},
			401,
			"UNAUTHENTICATED: the token is malformed, or of a kind",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			door := newDoor(tokens, nil)
			if status, got := door.knock(test.authorization...); status != test.status ||
				!strings.HasPrefix(got, test.want) {
				t.Errorf("status %d, %s; want %d, %s", status, got, test.status, test.want)
			}
			checkHeaders(t, door.send("/graphql", "", test.authorization...), test.status == 401)
		})
	}
	clock.pass(time.Hour)
	expect(t, newDoor(tokens, nil), ending, 401, "the token has expired")
}

// checkHeaders wants a challenge in a response, or none.
func checkHeaders(t *testing.T, response *httptest.ResponseRecorder, challenged bool) {
	t.Helper()
	challenge := response.Header().Get("WWW-Authenticate")
	if challenged != strings.HasPrefix(challenge, "Bearer") {
		t.Errorf("WWW-Authenticate: %q", challenge)
	}
	if vary := response.Header().Get("Vary"); vary != "Authorization" {
		t.Errorf("Vary: %q", vary)
	}
}

// other is another letter of the alphabet.
func other(letter byte) string {
	if letter == '7' {
		return "8"
	}
	return "7"
}

// A token anywhere but in the header is ignored: no page can make a browser send one, and no proxy logs it.
func TestTokensAreReadFromTheHeaderOnly(t *testing.T) {
	tokens := auth.NewTokens(openStore(t), clocktest.Now)
	_, good := create(t, tokens, "Import job", auth.Editor, nil)
	door := newDoor(tokens, nil)
	for _, test := range []struct{ address, body string }{
		{"/graphql?access_token=" + good, ""},
		{"/graphql?token=" + good + "&authorization=Bearer%20" + good, ""},
		{"/graphql", `{"access_token":"` + good + `"}`},
		{"/graphql", "access_token=" + good},
	} {
		if response := door.send(test.address, test.body); response.Body.String() != "anybody" {
			t.Errorf("%s %s: %s", test.address, test.body, response.Body)
		}
	}
	request := httptest.NewRequest(http.MethodPost, "/graphql", nil)
	request.AddCookie(&http.Cookie{Name: "Authorization", Value: "Bearer " + good})
	response := httptest.NewRecorder()
	if door.ServeHTTP(response, request); response.Body.String() != "anybody" {
		t.Errorf("a cookie: %s", response.Body)
	}
}

// While the database is unavailable, a known token goes on working for some minutes, and its principal is marked.
func TestDatabaseUnavailable(t *testing.T) {
	db, clock := openStore(t), newClock()
	tokens := auth.NewTokens(db, clock.now)
	_, used := create(t, tokens, "Import job", auth.Editor, nil)
	_, unused := create(t, tokens, "Another", auth.Editor, nil)
	door := newDoor(tokens, nil)
	expect(t, door, used, 200, "Import job EDITOR")
	if err := db.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	expect(t, door, unused, 503, "UNAVAILABLE")
	clock.pass(time.Minute)
	expect(t, door, used, 200, "Import job EDITOR unconfirmed")
	expect(t, door, used[:len(used)-60]+unused[len(used)-60:], 401, "malformed") // the secret still counts
	clock.pass(10 * time.Minute)
	expect(t, door, used, 503, "UNAVAILABLE")
}

// awayKeeper is a store that cannot be reached for a while.
type awayKeeper struct {
	auth.Keeper
	away bool
}

// Token looks up a token unless the store is away.
func (k *awayKeeper) Token(ctx context.Context, id string) (*auth.Token, error) {
	if k.away {
		return nil, errors.New("away")
	}
	return k.Keeper.Token(ctx, id)
}

// Once the database is back, a known token is good for changes at the next request that is not sent at once.
func TestDatabaseAvailableAgain(t *testing.T) {
	keeper, clock := &awayKeeper{Keeper: openStore(t)}, newClock()
	tokens := auth.NewTokens(keeper, clock.now)
	_, used := create(t, tokens, "Import job", auth.Editor, nil)
	door := newDoor(tokens, nil)
	expect(t, door, used, 200, "Import job EDITOR")
	keeper.away = true
	clock.pass(time.Minute)
	expect(t, door, used, 200, "Import job EDITOR unconfirmed")
	keeper.away = false
	clock.pass(300 * time.Millisecond)
	if _, who := door.knock("Bearer " + used); strings.Contains(who, "unconfirmed") {
		t.Errorf("0.3 s after the database is back: %s", who)
	}
}

// A client that sends many invalid tokens is stopped, and no other: not even known tokens from the same address.
func TestTooManyFailures(t *testing.T) {
	clock := newClock()
	tokens := auth.NewTokens(openStore(t), clock.now)
	_, known := create(t, tokens, "Import job", auth.Editor, nil)
	_, unknownYet := create(t, tokens, "Another", auth.Editor, nil)
	_, wrong := create(t, auth.NewTokens(openStore(t), clock.now), "Elsewhere", auth.Editor, nil)
	door := newDoor(tokens, nil)
	expect(t, door, known, 200, "Import job")
	for range 20 {
		expect(t, door, wrong, 401, "UNAUTHENTICATED")
	}
	expect(t, door, wrong, 429, "RATE_LIMITED: too many failed authentication attempts from your address")
	expect(t, door, "nonsense", 429, "RATE_LIMITED")
	expect(t, door, unknownYet, 429, "RATE_LIMITED")
	clock.pass(time.Minute)
	expect(t, door, known, 200, "Import job")
	if status, who := door.knock(); status != 200 || who != "anybody" {
		t.Errorf("without a token: status %d, %s", status, who)
	}
	request := httptest.NewRequest(http.MethodPost, "/graphql", nil)
	request.RemoteAddr = "192.0.2.77:1"
	request.Header.Set("Authorization", "Bearer "+wrong)
	response := httptest.NewRecorder()
	if door.ServeHTTP(response, request); response.Code != 401 {
		t.Errorf("from another address: status %d", response.Code)
	}
	if got := strings.Count(door.log.String(), "authentication failed"); got != 21 {
		t.Errorf("the log has %d failures:\n%s", got, door.log)
	}
}

func TestFailuresAreLogged(t *testing.T) {
	tokens := auth.NewTokens(openStore(t), clocktest.Now)
	id, text := create(t, tokens, "Import job", auth.Editor, nil)
	if _, err := tokens.Revoke(t.Context(), id, false); err != nil {
		t.Fatal(err)
	}
	door := newDoor(tokens, nil)
	expect(t, door, text, 401, "revoked")
	expect(t, door, "fc_canary", 401, "malformed")
	for _, want := range []string{
		`msg="authentication failed" reason="the token was revoked" client=192.0.2.1 token=` + id,
		`reason="the token is malformed, or of a kind that is not accepted here" client=192.0.2.1`,
	} {
		if !strings.Contains(door.log.String(), want) {
			t.Errorf("the log lacks %s:\n%s", want, door.log)
		}
	}
	for _, secret := range []string{text, strings.Split(text, "_")[2][:20], "canary"} {
		if strings.Contains(door.log.String(), secret) {
			t.Errorf("the log has %s:\n%s", secret, door.log)
		}
	}
}
