package e2e

import (
	"context"
	"crypto/rand"
	"crypto/rsa"
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"findcare/internal/auth"
	"findcare/internal/clock/clocktest"
	"findcare/internal/store"

	"github.com/coreos/go-oidc/v3/oidc/oidctest"
)

// caller is somebody who sends requests, with what they may do where the door lets them in.
type caller struct {
	name, token string
	refused     bool
	role        auth.Role
}

// signer is an OpenID provider.
type signer struct {
	*httptest.Server
	key *rsa.PrivateKey
}

func newSigner(t *testing.T) *signer {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	provider := &oidctest.Server{
		PublicKeys: []oidctest.PublicKey{{PublicKey: key.Public(), KeyID: "one", Algorithm: "RS256"}},
	}
	s := &signer{httptest.NewServer(provider), key}
	provider.SetIssuer(s.URL)
	t.Cleanup(s.Close)
	return s
}

func (s *signer) jwt(audience, role string, life time.Duration) string {
	return oidctest.SignIDToken(
		s.key,
		"one",
		"RS256",
		fmt.Sprintf(`{"iss":%q,"aud":%q,"sub":"ada","roles":[%q],"exp":%d}`, s.URL, audience, role,
			clocktest.Now().Add(life).Unix()),
	)
}

// callers are all kinds of callers. The database is open to nobody else.
func callers(t *testing.T, data string, provider *signer) []caller {
	t.Helper()
	db, err := store.Open(t.Context(), store.Config{DataDir: data})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close(context.WithoutCancel(t.Context())) }()
	create := func(tokens *auth.Tokens, role auth.Role, expires *time.Time) (id, text string) {
		token, text, err := tokens.Create(t.Context(), "Test", role, expires)
		if err != nil {
			t.Fatal(err)
		}
		return token.ID, text
	}
	before := clocktest.Now().Add(-time.Hour)
	tokens, earlier := auth.NewTokens(db, clocktest.Now), auth.NewTokens(
		db,
		func() time.Time { return before.Add(-time.Hour) },
	)
	_, expired := create(earlier, auth.Admin, &before)
	id, revoked := create(tokens, auth.Admin, nil)
	if _, err := tokens.Revoke(t.Context(), id, true); err != nil {
		t.Fatal(err)
	}
	all := []caller{
		{name: "anonymous"},
		{name: "expired", token: expired, refused: true},
		{name: "expired JWT", token: provider.jwt("findcare", "admin", -time.Minute), refused: true},
		{name: "wrong audience", token: provider.jwt("elsewhere", "admin", time.Hour), refused: true},
		{name: "another provider", token: newSigner(t).jwt("findcare", "admin", time.Hour), refused: true},
		{name: "revoked", token: revoked, refused: true},
		{name: "nonsense", token: "nonsense", refused: true},
		{name: "JWT without a role", token: provider.jwt("findcare", "reader", time.Hour)},
	}
	for _, role := range auth.Roles() {
		_, text := create(tokens, role, nil)
		jwt := provider.jwt("findcare", strings.ToLower(string(role)), time.Hour)
		all = append(
			all,
			caller{name: string(role), token: text, role: role},
			caller{name: string(role) + " by JWT", token: jwt, role: role},
		)
	}
	return all
}
