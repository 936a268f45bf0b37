package auth_test

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/coreos/go-oidc/v3/oidc/oidctest"
	"github.com/go-jose/go-jose/v4"

	"findcare/internal/auth"
	"findcare/internal/clock/clocktest"
)

// issuer is an OpenID provider.
type issuer struct {
	*httptest.Server
	keys  atomic.Pointer[oidctest.Server]
	reads atomic.Int64 // of the keys
	away  atomic.Bool
}

func newIssuer(t *testing.T, keys ...oidctest.PublicKey) *issuer {
	p := &issuer{}
	p.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if p.away.Load() {
			http.Error(w, "down for maintenance", http.StatusBadGateway)
			return
		}
		if strings.HasSuffix(r.URL.Path, "/keys") {
			p.reads.Add(1)
		}
		p.keys.Load().ServeHTTP(w, r)
	}))
	t.Cleanup(p.Close)
	p.publish(keys...)
	return p
}

// publish makes these the provider's keys.
func (p *issuer) publish(keys ...oidctest.PublicKey) {
	published := &oidctest.Server{PublicKeys: keys}
	published.SetIssuer(p.URL)
	p.keys.Store(published)
}

func newKey(t *testing.T, id string) (*rsa.PrivateKey, oidctest.PublicKey) {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	return key, oidctest.PublicKey{PublicKey: key.Public(), KeyID: id, Algorithm: "RS256"}
}

type claims map[string]any

// with is a copy with other claims; nil takes one away.
func (c claims) with(name string, value any) claims {
	changed := maps.Clone(c)
	changed[name] = value
	if value == nil {
		delete(changed, name)
	}
	return changed
}

func (c claims) text() string {
	content, err := json.Marshal(c)
	if err != nil {
		panic(err)
	}
	return string(content)
}

// typed is a JWT whose header says of what type it is.
func typed(key *rsa.PrivateKey, kind string, c claims) string {
	options := (&jose.SignerOptions{}).WithHeader("kid", "one").WithType(jose.ContentType(kind))
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.RS256, Key: key}, options)
	if err != nil {
		panic(err)
	}
	object, err := signer.Sign([]byte(c.text()))
	if err != nil {
		panic(err)
	}
	text, err := object.CompactSerialize()
	if err != nil {
		panic(err)
	}
	return text
}

func TestJWTs(t *testing.T) {
	clock := newClock()
	key, public := newKey(t, "one")
	stranger, _ := newKey(t, "one")
	provider := newIssuer(t, public)
	unix := func(after time.Duration) int64 { return clock.now().Add(after).Unix() }
	good := claims{
		"iss":  provider.URL,
		"aud":  "findcare",
		"sub":  "ada",
		"name": "Ada",
		"role": "editor",
		"exp":  unix(time.Hour),
		"iat":  unix(0),
	}
	signed := func(c claims) string { return oidctest.SignIDToken(key, "one", "RS256", c.text()) }
	symmetric := func(secret []byte) string {
		signer, err := jose.NewSigner(
			jose.SigningKey{Algorithm: jose.HS256, Key: secret},
			(&jose.SignerOptions{}).WithHeader("kid", "one"),
		)
		if err != nil {
			t.Fatal(err)
		}
		object, err := signer.Sign([]byte(good.with("role", "admin").text()))
		if err != nil {
			t.Fatal(err)
		}
		text, err := object.CompactSerialize()
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	whole := strings.Split(signed(good), ".")

	for _, test := range []struct {
		name, text string
		status     int
		want       string
	}{
		{"a role", signed(good), 200, "Ada EDITOR"},
		{
			"roles, of which the highest counts",
			signed(good.with("role", nil).with("roles", []any{"viewer", "Reviewer", "sleeper", 7})), 200,
			"Ada REVIEWER",
		},
		{"role and roles", signed(good.with("roles", []string{"ADMIN"})), 200, "Ada ADMIN"},
		{"no role", signed(good.with("role", nil)), 200, "Ada "},
		{"a role that is none of ours", signed(good.with("role", "superuser")), 200, "Ada "},
		{"a role in letters that fold to ASCII", signed(good.with("role", "rev\u0131ewer")), 200, "Ada "},
		{"a role that is no text", signed(good.with("role", map[string]any{"editor": true})), 200, "Ada "},
		{"no name", signed(good.with("name", nil)), 200, "ada EDITOR"},
		{"one of several audiences", signed(good.with("aud", []string{"elsewhere", "findcare"})), 200, "Ada EDITOR"},
		{"another audience", signed(good.with("aud", "elsewhere")), 401, "the token is not valid here"},
		{"no audience", signed(good.with("aud", nil)), 401, "the token is not valid here"},
		{"another issuer", signed(good.with("iss", "https://evil.example")), 401, "the token is not valid here"},
		{"expired", signed(good.with("exp", unix(-time.Second))), 401, "the token has expired"},
		{"without an end", signed(good.with("exp", nil)), 401, "the token has expired"},
		{"not yet", signed(good.with("nbf", unix(time.Hour))), 401, "the token is not valid here"},
		{"nobody", signed(good.with("sub", nil)), 401, "the token is not valid here"},
		{
			"the key of a stranger", oidctest.SignIDToken(stranger, "one", "RS256", good.text()), 401,
			"the token is not valid here",
		},
		{
			"an unknown key", oidctest.SignIDToken(stranger, "two", "RS256", good.text()), 401,
			"the token is not valid here",
		},
		{
			"other claims under the signature",
			whole[0] + "." + strings.Split(signed(good.with("role", "admin")), ".")[1] + "." + whole[2], 401,
			"the token is not valid here",
		},
		{"no algorithm", "eyJhbGciOiJub25lIn0." + whole[1] + ".", 401, "the token is not valid here"},
		{
			"the public key as a secret", symmetric(x509.MarshalPKCS1PublicKey(&key.PublicKey)), 401,
			"the token is not valid here",
		},
		{
			"a logout token",
			signed(good.with("events", claims{"http://schemas.openid.net/event/backchannel-logout": claims{}})), 401,
			"the token is not valid here",
		},
		{
			"another security event",
			signed(good.with("events", claims{"https://schemas.openid.net/secevent/risc/event-type/account-disabled": claims{}})),
			401, "the token is not valid here",
		},
		{"the type of logout tokens", typed(key, "Logout+JWT", good), 401, "the token is not valid here"},
		{
			"the media type of logout tokens", typed(key, "application/logout+jwt", good), 401,
			"the token is not valid here",
		},
		{"the type of security events", typed(key, "secevent+jwt", good), 401, "the token is not valid here"},
		{"the type of access tokens", typed(key, "at+jwt", good), 200, "Ada EDITOR"},
		{"the usual type", typed(key, "JWT", good), 200, "Ada EDITOR"},
		{"no JWT", "a.b.c", 401, "the token is not valid here"},
	} {
		t.Run(test.name, func(t *testing.T) {
			options := auth.OIDC{Issuer: provider.URL, Audience: "findcare", RoleClaim: []string{"role", "roles"}}
			door := newDoor(auth.NewTokens(openStore(t), clock.now), auth.NewProvider(options, clock.now))
			if status, got := door.knock("Bearer " + test.text); status != test.status ||
				!strings.HasSuffix(got, test.want) {
				t.Errorf("status %d, %q; want %d, %q", status, got, test.status, test.want)
			}
			if test.status == 401 &&
				(strings.Contains(door.log.String(), test.text) || strings.Contains(door.log.String(), whole[1])) {
				t.Errorf("the log has the token:\n%s", door.log)
			}
		})
	}
}

func TestRoleClaims(t *testing.T) {
	key, public := newKey(t, "one")
	provider := newIssuer(t, public)
	jwt := oidctest.SignIDToken(key, "one", "RS256", claims{
		"iss": provider.URL, "aud": "findcare", "sub": "ada", "exp": clocktest.Now().Add(time.Hour).Unix(),
		"realm_access": claims{"roles": []string{"editor"}}, "https://care.example/roles": []string{"reviewer"},
	}.text())
	for _, test := range []struct {
		claims []string
		want   string
	}{
		{[]string{"role", "roles"}, "ada "},
		{[]string{"realm_access.roles"}, "ada EDITOR"},
		{[]string{"https://care.example/roles"}, "ada REVIEWER"},
		{[]string{"realm_access.roles", "https://care.example/roles"}, "ada REVIEWER"},
		{[]string{"realm_access.roles.editor", "realm_access", "sub.roles"}, "ada "},
	} {
		options := auth.OIDC{Issuer: provider.URL, Audience: "findcare", RoleClaim: test.claims}
		door := newDoor(auth.NewTokens(openStore(t), clocktest.Now), auth.NewProvider(options, clocktest.Now))
		expectExactly(t, door, jwt, test.want)
	}
}

func expectExactly(t *testing.T, d door, text, who string) {
	t.Helper()
	if status, got := d.knock("Bearer " + text); status != 200 || got != who {
		t.Errorf("status %d, %q; want %q", status, got, who)
	}
}

// The provider changes its keys: a token of the new one is let in, and one of the old one no longer, once it is
// withdrawn.
func TestKeysChange(t *testing.T) {
	clock := newClock()
	oldKey, oldPublic := newKey(t, "old")
	newKey, newPublic := newKey(t, "new")
	provider := newIssuer(t, oldPublic)
	content := claims{
		"iss":  provider.URL,
		"aud":  "findcare",
		"sub":  "ada",
		"role": "editor",
		"exp":  clock.now().Add(24 * time.Hour).Unix(),
	}.text()
	old, later := oidctest.SignIDToken(
		oldKey,
		"old",
		"RS256",
		content,
	), oidctest.SignIDToken(
		newKey,
		"new",
		"RS256",
		content,
	)
	options := auth.OIDC{Issuer: provider.URL, Audience: "findcare", RoleClaim: []string{"role"}}
	door := newDoor(auth.NewTokens(openStore(t), clock.now), auth.NewProvider(options, clock.now))

	expect(t, door, old, 200, "ada EDITOR")
	provider.publish(oldPublic, newPublic)
	for range 5 { // whoever sends tokens of unknown keys does not make us flood the provider
		expect(t, door, later, 401, "is not valid here")
	}
	if reads := provider.reads.Load(); reads != 1 {
		t.Errorf("the keys were read %d times", reads)
	}
	clock.pass(10 * time.Second)
	expect(t, door, later, 200, "ada EDITOR")
	expect(t, door, old, 200, "ada EDITOR")

	provider.publish(newPublic)
	clock.pass(2 * time.Hour)
	expect(t, door, later, 200, "ada EDITOR") // the keys are read again behind it
	status, who := door.knock("Bearer " + old)
	for tries := 10_000; status == 200 && tries > 0; status, who = door.knock("Bearer " + old) {
		tries--
		time.Sleep(time.Millisecond)
	}
	if status != 401 {
		t.Errorf("a token of the key that was withdrawn: status %d, %s", status, who)
	}
}

// A provider that is away takes nothing from those who need it not, and is asked again later.
func TestTheProviderIsAway(t *testing.T) {
	clock := newClock()
	key, public := newKey(t, "one")
	_, another := newKey(t, "two")
	provider := newIssuer(t, public)
	provider.away.Store(true)
	jwt := oidctest.SignIDToken(
		key,
		"one",
		"RS256",
		claims{
			"iss":  provider.URL,
			"aud":  "findcare",
			"sub":  "ada",
			"role": "editor",
			"exp":  clock.now().Add(24 * time.Hour).Unix(),
		}.text(),
	)
	tokens := auth.NewTokens(openStore(t), clock.now)
	_, ours := create(t, tokens, "Import job", auth.Editor, nil)
	options := auth.OIDC{Issuer: provider.URL, Audience: "findcare", RoleClaim: []string{"role"}}
	door := newDoor(tokens, auth.NewProvider(options, clock.now))

	expect(t, door, jwt, 503, "UNAVAILABLE")
	expect(t, door, ours, 200, "Import job EDITOR")
	if status, who := door.knock(); status != 200 || who != "anybody" {
		t.Errorf("without a token: status %d, %s", status, who)
	}
	provider.away.Store(false)
	clock.pass(10 * time.Second)
	expect(t, door, jwt, 200, "ada EDITOR")

	// Once its keys are known, they go on being good.
	provider.away.Store(true)
	clock.pass(3 * time.Hour)
	expect(t, door, jwt, 200, "ada EDITOR")
	provider.publish(another)
	expect(t, door, oidctest.SignIDToken(key, "two", "RS256", "{}"), 503, "UNAVAILABLE")
}
