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
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/internal/auth"
	"findcare/internal/clock/clocktest"
	"findcare/internal/graphqlhttp"
	"findcare/internal/httpmw"
	"findcare/internal/store"
	"findcare/models"
)

// clock is a time that tests set.
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

// door is an authenticator before a handler that tells whom it let in.
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

// knock sends a request with these headers and returns the status and whom the door let in, or why not.
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

func TestWhoIsLetIn(t *testing.T) {
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

	for _, test := range []struct {
		name          string
		authorization []string
		status        int
		want          string
	}{
		{"nobody in particular", nil, 200, "anybody"},
		{"a token", []string{"Bearer " + good}, 200, "Import job EDITOR"},
		{"the scheme in other letters", []string{"bEARER  " + good}, 200, "Import job EDITOR"},
		{"a token that expires soon", []string{"Bearer " + ending}, 200, "Visitor VIEWER"},
		{"one that was revoked", []string{"Bearer " + ended}, 401, "UNAUTHENTICATED: the token was revoked"},
		{"one of another database", []string{"Bearer " + elsewhere}, 401, "UNAUTHENTICATED: the token is not known"},
		{"a letter that is wrong", []string{"Bearer " + good[:30] + other(good[30]) + good[31:]}, 401, "UNAUTHENTICATED: the token is malformed"},
		{"half a token", []string{"Bearer " + good[:40]}, 401, "UNAUTHENTICATED: the token is malformed"},
		{"an empty token", []string{"Bearer "}, 401, "UNAUTHENTICATED: the Authorization header must be given once, as Bearer"},
		{"an empty header", []string{""}, 200, "anybody"},
		{"a header of spaces", []string{" \t "}, 200, "anybody"},
		{"an empty header twice", []string{"", ""}, 200, "anybody"},
		{"an empty header and a token", []string{"", "Bearer " + good}, 401, "UNAUTHENTICATED: the Authorization header must be given once, as Bearer"},
		{"a scheme alone", []string{"Bearer"}, 401, "UNAUTHENTICATED: the Authorization header must be given once, as Bearer"},
		{"no scheme", []string{good}, 401, "UNAUTHENTICATED: the Authorization header must be given once, as Bearer"},
		{"another scheme", []string{"Basic " + good}, 401, "UNAUTHENTICATED: the Authorization header must be given once, as Bearer"},
		{"the header twice", []string{"Bearer " + good, "Bearer " + good}, 401, "UNAUTHENTICATED: the Authorization header must be given once, as Bearer"},
		{"two tokens", []string{"Bearer " + good + ", Bearer " + good}, 401, "UNAUTHENTICATED: the Authorization header must be given once, as Bearer"},
		{"a JWT, without a provider", []string{"Bearer e30.e30.e30"}, 401, "UNAUTHENTICATED: the token is malformed, or of a kind"},
	} {
		t.Run(test.name, func(t *testing.T) {
			door := newDoor(tokens, nil)
			if status, got := door.knock(test.authorization...); status != test.status ||
				!strings.HasPrefix(got, test.want) {
				t.Errorf("status %d, %s; want %d, %s", status, got, test.status, test.want)
			}
			response := door.send("/graphql", "", test.authorization...)
			if challenge := response.Header().Get("WWW-Authenticate"); (test.status == 401) != strings.HasPrefix(
				challenge,
				"Bearer",
			) {
				t.Errorf("WWW-Authenticate: %q", challenge)
			}
			if vary := response.Header().Get("Vary"); vary != "Authorization" {
				t.Errorf("Vary: %q", vary)
			}
		})
	}
	clock.pass(time.Hour)
	expect(t, newDoor(tokens, nil), ending, 401, "the token has expired")
}

// other is another letter of the alphabet.
func other(letter byte) string {
	if letter == '7' {
		return "8"
	}
	return "7"
}

// A token anywhere but in the header is as good as none: no page can make its visitors send one, and no proxy logs it.
func TestATokenInAnAddressOrABodyIsNone(t *testing.T) {
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

func TestTokensAreKnownToScannersAndKeptAsAHash(t *testing.T) {
	db := openStore(t)
	id, text := create(t, auth.NewTokens(db, clocktest.Now), "Import job", auth.Editor, nil)
	if !regexp.MustCompile(`^fc_[0-9a-hjkmnp-tv-z]{16}_[0-9a-hjkmnp-tv-z]{59}$`).MatchString(text) {
		t.Errorf("a token is %s", text)
	}
	kept, err := db.Token(t.Context(), id)
	if err != nil || kept == nil {
		t.Fatalf("%v, %v", kept, err)
	}
	content := fmt.Sprintf("%+v %s", kept, kept.Hash)
	if secret := strings.Split(text, "_")[2]; strings.Contains(content, secret[:10]) || len(kept.Hash) != 32 {
		t.Errorf("what is kept tells the secret: %s", content)
	}
}

// A record tells who did it and what; never the token, nor the hash of its secret.
func TestTheRecordsOfATokenDoNotHoldIt(t *testing.T) {
	db, clock := openStore(t), newClock()
	tokens := auth.NewTokens(db, clock.now)
	ctx := auth.With(t.Context(), &auth.Principal{ID: "usr_ada", Name: "Ada"})
	token, text, err := tokens.Create(ctx, "Import job", auth.Editor, nil)
	if err != nil {
		t.Fatal(err)
	}
	clock.pass(time.Hour)
	ctx = auth.With(t.Context(), &auth.Principal{ID: "usr_bob", Name: "Bob"})
	if _, err := tokens.Revoke(ctx, token.ID, false); err != nil {
		t.Fatal(err)
	}
	for revision, want := range map[int64]string{1: "createToken by usr_ada, Ada, at 09:00", 2: "revokeToken by usr_bob, Bob, at 10:00"} {
		record, err := db.Change(t.Context(), token.ID, revision)
		if err != nil || record == nil {
			t.Fatalf("revision %d: %v, %v", revision, record, err)
		}
		if got := fmt.Sprintf("%s by %s, %s, at %s", record.Operation, record.By, record.Name, record.At.UTC().Format("15:04")); got != want {
			t.Errorf("%s, want %s", got, want)
		}
		content, err := bson.Marshal(record)
		if err != nil {
			t.Fatal(err)
		}
		for _, secret := range [][]byte{token.Hash, []byte(text), []byte(strings.Split(text, "_")[2][:20])} {
			if bytes.Contains(content, secret) {
				t.Errorf("the record of %s holds %q", record.Operation, secret)
			}
		}
	}
}

// Where a process dies between the record of a revocation and the revocation, another attempt finishes it, and the
// record stands.
func TestARevocationThatWasNotFinished(t *testing.T) {
	db, clock := openStore(t), newClock()
	tokens := auth.NewTokens(db, clock.now)
	id, text := create(t, tokens, "Import job", auth.Editor, nil)
	begun := clock.now()
	if err := db.AddToken(t.Context(), &auth.Token{ID: "tok_other"}, &models.Change{ID: models.ChangeID(id, 2), DocumentID: id, Revision: 2, At: begun, By: "usr_ada"}); err != nil {
		t.Fatal(err)
	}
	expect(t, newDoor(tokens, nil), text, 200, "Import job")
	clock.pass(time.Hour)
	revoked, err := tokens.Revoke(t.Context(), id, false)
	if err != nil || !revoked.RevokedAt.Equal(begun) {
		t.Errorf("%+v, %v; want it revoked at %v", revoked, err, begun)
	}
	expect(t, newDoor(tokens, nil), text, 401, "revoked")
}

func TestWhatATokenMustHave(t *testing.T) {
	clock := newClock()
	past := clock.now()
	tokens := auth.NewTokens(openStore(t), clock.now)
	for _, test := range []struct {
		name    string
		role    auth.Role
		expires *time.Time
		want    string
	}{
		{" ", auth.Editor, nil, "/name: is required"},
		{strings.Repeat("é", 101), auth.Editor, nil, "must be one line of at most 100 characters"},
		{"two\nlines", auth.Editor, nil, "must be one line"},
		{"x", "BOSS", nil, "/role: \"BOSS\" must be one of"},
		{"x", auth.Editor, &past, "must not be in the past"},
	} {
		if _, text, err := tokens.Create(t.Context(), test.name, test.role, test.expires); err == nil || text != "" ||
			!strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: %q, %v; want %s", test.name, text, err, test.want)
		}
	}
	if list, err := tokens.List(t.Context()); err != nil || len(list) != 0 {
		t.Errorf("%v, %v", list, err)
	}
}

// Two servers share a database. What one revokes ends there at once, and on the other within five seconds.
func TestARevocationHoldsOnAllServers(t *testing.T) {
	db, clock := openStore(t), newClock()
	here, there := auth.NewTokens(db, clock.now), auth.NewTokens(db, clock.now)
	doorHere, doorThere := newDoor(here, nil), newDoor(there, nil)
	id, text := create(t, here, "Import job", auth.Editor, nil)
	expect(t, doorHere, text, 200, "Import job")
	expect(t, doorThere, text, 200, "Import job")
	revoked, err := here.Revoke(t.Context(), id, false)
	if err != nil || revoked == nil || !revoked.RevokedAt.Equal(clock.now()) {
		t.Fatalf("%+v, %v", revoked, err)
	}
	expect(t, doorHere, text, 401, "revoked")
	clock.pass(5 * time.Second)
	expect(t, doorThere, text, 401, "revoked")

	again, err := there.Revoke(t.Context(), id, false)
	if err != nil || !again.RevokedAt.Equal(*revoked.RevokedAt) {
		t.Errorf("the second revocation says %v, %v, and the first was at %v", again.RevokedAt, err, revoked.RevokedAt)
	}
	if nobody, err := here.Revoke(t.Context(), "tok_nobody", false); nobody != nil || err != nil {
		t.Errorf("%v, %v", nobody, err)
	}
}

// Requests that look a token up while it is revoked leave nothing behind that would let it in afterwards.
func TestARevocationAmongManyRequests(t *testing.T) {
	db, clock := openStore(t), newClock()
	tokens := auth.NewTokens(db, clock.now)
	door := newDoor(tokens, nil)
	for range 10 {
		id, text := create(t, tokens, "Import job", auth.Editor, nil)
		var requests sync.WaitGroup
		for range 4 {
			requests.Go(func() { door.send("/graphql", "", "Bearer "+text) })
		}
		if _, err := tokens.Revoke(t.Context(), id, false); err != nil {
			t.Fatal(err)
		}
		if response := newDoor(tokens, nil).send("/graphql", "", "Bearer "+text); response.Code != 401 {
			t.Errorf("at once: status %d", response.Code)
		}
		requests.Wait()
		if response := newDoor(tokens, nil).send("/graphql", "", "Bearer "+text); response.Code != 401 {
			t.Errorf("after the requests: status %d", response.Code)
		}
	}
}

func TestTheLastDayOfUse(t *testing.T) {
	db, clock := openStore(t), newClock()
	tokens := auth.NewTokens(db, clock.now)
	id, text := create(t, tokens, "Import job", auth.Editor, nil)
	door := newDoor(tokens, nil)
	for _, want := range []string{"2026-11-25", "2026-11-25", "2026-11-26"} {
		expect(t, door, text, 200, "Import job")
		list, err := tokens.List(t.Context())
		if err != nil || len(list) != 1 || list[0].ID != id || string(list[0].LastUsedOn) != want {
			t.Errorf("%+v, %v; want %s", list, err, want)
		}
		clock.pass(10 * time.Hour)
	}
}

// While the database is away, whoever was known goes on reading, for some minutes, and is marked.
func TestTheDatabaseIsAway(t *testing.T) {
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

// Whoever shows many bad tokens is stopped, and nobody else: not those who share the address and are known.
func TestManyFailures(t *testing.T) {
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
		t.Errorf("the log tells of %d failures:\n%s", got, door.log)
	}
}

func TestTheLogOfFailures(t *testing.T) {
	tokens := auth.NewTokens(openStore(t), clocktest.Now)
	id, text := create(t, tokens, "Import job", auth.Editor, nil)
	if _, err := tokens.Revoke(t.Context(), id, false); err != nil {
		t.Fatal(err)
	}
	door := newDoor(tokens, nil)
	expect(t, door, text, 401, "revoked")
	expect(t, door, "fc_canary", 401, "malformed")
	for _, want := range []string{`msg="authentication failed" reason="the token was revoked" client=192.0.2.1 token=` + id, `reason="the token is malformed, or of a kind that is not accepted here" client=192.0.2.1`} {
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

// Without a token of an administrator nobody could make another one over the API.
func TestTheLastTokenOfAnAdministrator(t *testing.T) {
	clock := newClock()
	tokens := auth.NewTokens(openStore(t), clock.now)
	soon := clock.now().Add(time.Hour)
	create(t, tokens, "Expired", auth.Admin, &soon)
	clock.pass(2 * time.Hour)
	create(t, tokens, "Editor", auth.Editor, nil)
	first, _ := create(t, tokens, "First", auth.Admin, nil)
	second, _ := create(t, tokens, "Second", auth.Admin, nil)
	var refused []error
	var revocations sync.WaitGroup
	var mutex sync.Mutex
	for _, id := range []string{first, second} { // each by the other, at once
		revocations.Go(func() {
			_, err := tokens.Revoke(t.Context(), id, false)
			mutex.Lock()
			defer mutex.Unlock()
			if err != nil {
				refused = append(refused, err)
			}
		})
	}
	revocations.Wait()
	if len(refused) != 1 || !errors.Is(refused[0], auth.ErrLastAdmin) {
		t.Fatalf("refused: %v; want one", refused)
	}
	for _, id := range []string{first, second} {
		if revoked, err := tokens.Revoke(t.Context(), id, true); err != nil || revoked.RevokedAt == nil {
			t.Errorf("by force: %+v, %v", revoked, err)
		}
	}
	if _, err := tokens.Revoke(t.Context(), first, false); err != nil { // it is revoked already
		t.Error(err)
	}
}
