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

// jwtFixture makes JWTs of a provider.
type jwtFixture struct {
	clock         *fakeClock
	key, stranger *rsa.PrivateKey
	provider      *issuer
	good          claims
	parts         []string // of a valid token
}

func newJWTFixture(t *testing.T) *jwtFixture {
	t.Helper()
	f := &jwtFixture{clock: newClock()}
	key, public := newKey(t, "one")
	f.stranger, _ = newKey(t, "one")
	f.key, f.provider = key, newIssuer(t, public)
	f.good = claims{
		"iss":  f.provider.URL,
		"aud":  "findcare",
		"sub":  "ada",
		"name": "Ada",
		"role": "editor",
		"exp":  f.unix(time.Hour),
		"iat":  f.unix(0),
	}
	f.parts = strings.Split(f.sign(f.good), ".")
	return f
}

func (f *jwtFixture) unix(after time.Duration) int64 { return f.clock.now().Add(after).Unix() }

func (f *jwtFixture) sign(c claims) string {
	return oidctest.SignIDToken(f.key, "one", "RS256", c.text())
}

// signSymmetric signs an administrator's token with a secret.
func (f *jwtFixture) signSymmetric(t *testing.T, secret []byte) string {
	t.Helper()
	signer, err := jose.NewSigner(
		jose.SigningKey{Algorithm: jose.HS256, Key: secret},
		(&jose.SignerOptions{}).WithHeader("kid", "one"),
	)
	if err != nil {
		t.Fatal(err)
	}
	object, err := signer.Sign([]byte(f.good.with("role", "admin").text()))
	if err != nil {
		t.Fatal(err)
	}
	text, err := object.CompactSerialize()
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// check sends a token, and wants a status and the end of a message.
func (f *jwtFixture) check(t *testing.T, text string, status int, want string) {
	t.Helper()
	options := auth.OIDC{Issuer: f.provider.URL, Audience: "findcare", RoleClaim: []string{"role", "roles"}}
	door := newDoor(auth.NewTokens(openStore(t), f.clock.now), auth.NewProvider(options, f.clock.now))
	if gotStatus, got := door.knock("Bearer " + text); gotStatus != status || !strings.HasSuffix(got, want) {
		t.Errorf("status %d, %q; want %d, %q", gotStatus, got, status, want)
	}
	if status == 401 && (strings.Contains(door.log.String(), text) || strings.Contains(door.log.String(), f.parts[1])) {
		t.Errorf("the log has the token:\n%s", door.log)
	}
}

func TestValidJWTs(t *testing.T) {
	f := newJWTFixture(t)
	for _, test := range []struct{ name, text, want string }{
		{"a role", f.sign(f.good), "Ada EDITOR"},
		{
			"roles, of which the highest counts",
			f.sign(f.good.with("role", nil).with("roles", []any{"viewer", "Reviewer", "sleeper", 7})),
			"Ada REVIEWER",
		},
		{"role and roles", f.sign(f.good.with("roles", []string{"ADMIN"})), "Ada ADMIN"},
		{"no role", f.sign(f.good.with("role", nil)), "Ada "},
		{"a role that is none of ours", f.sign(f.good.with("role", "superuser")), "Ada "},
		{"a role in letters that fold to ASCII", f.sign(f.good.with("role", "rev\u0131ewer")), "Ada "},
		{"a role that is no text", f.sign(f.good.with("role", map[string]any{"editor": true})), "Ada "},
		{"no name", f.sign(f.good.with("name", nil)), "ada EDITOR"},
		{"one of several audiences", f.sign(f.good.with("aud", []string{"elsewhere", "findcare"})), "Ada EDITOR"},
		{"the type of access tokens", typed(f.key, "at+jwt", f.good), "Ada EDITOR"},
		{"the usual type", typed(f.key, "JWT", f.good), "Ada EDITOR"},
	} {
		t.Run(test.name, func(t *testing.T) { f.check(t, test.text, 200, test.want) })
	}
}

func TestInvalidJWTs(t *testing.T) {
	f := newJWTFixture(t)
	const (
		notValid        = "the token is not valid here"
		accountDisabled = "https://schemas.openid.net/secevent/risc/event-type/account-disabled"
	)
	for _, test := range []struct{ name, text, want string }{
		{"another audience", f.sign(f.good.with("aud", "elsewhere")), notValid},
		{"no audience", f.sign(f.good.with("aud", nil)), notValid},
		{"another issuer", f.sign(f.good.with("iss", "https://evil.example")), notValid},
		{"expired", f.sign(f.good.with("exp", f.unix(-time.Second))), "the token has expired"},
		{"without an end", f.sign(f.good.with("exp", nil)), "the token has expired"},
		{"not yet", f.sign(f.good.with("nbf", f.unix(time.Hour))), notValid},
		{"nobody", f.sign(f.good.with("sub", nil)), notValid},
		{"the key of a stranger", oidctest.SignIDToken(f.stranger, "one", "RS256", f.good.text()), notValid},
		{"an unknown key", oidctest.SignIDToken(f.stranger, "two", "RS256", f.good.text()), notValid},
		{
			"other claims under the signature",
			f.parts[0] + "." + strings.Split(f.sign(f.good.with("role", "admin")), ".")[1] + "." + f.parts[2],
			notValid,
		},
		{"no algorithm", "eyJhbGciOiJub25lIn0." + f.parts[1] + ".", notValid},
		{"the public key as a secret", f.signSymmetric(t, x509.MarshalPKCS1PublicKey(&f.key.PublicKey)), notValid},
		{
			"a logout token",
			f.sign(f.good.with("events", claims{"http://schemas.openid.net/event/backchannel-logout": claims{}})),
			notValid,
		},
		{
			"another security event",
			f.sign(f.good.with("events", claims{accountDisabled: claims{}})), notValid,
		},
		{"the type of logout tokens", typed(f.key, "Logout+JWT", f.good), notValid},
		{"the media type of logout tokens", typed(f.key, "application/logout+jwt", f.good), notValid},
		{"the type of security events", typed(f.key, "secevent+jwt", f.good), notValid},
		{"no JWT", "a.b.c", notValid},
	} {
		t.Run(test.name, func(t *testing.T) { f.check(t, test.text, 401, test.want) })
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
func TestKeyRotation(t *testing.T) {
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
	for range 5 { // a client that sends tokens of unknown keys does not make us flood the provider
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
func TestProviderUnavailable(t *testing.T) {
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
