package auth

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"sync"
	"time"
	"unicode"

	"github.com/coreos/go-oidc/v3/oidc"
	"github.com/go-jose/go-jose/v4"

	"findcare/internal/clock"
	"findcare/models"
)

// OIDC says whose JWTs are taken, and for what.
type OIDC struct {
	Issuer    string   `name:"oidc-issuer" help:"URL of the OpenID provider whose JWTs are accepted."`
	Audience  string   `name:"oidc-audience" help:"Required audience of a JWT: this API's name at the provider."`
	RoleClaim []string `name:"oidc-role-claim" help:"Claims that hold roles: names or paths." default:"role,roles"`
}

// algorithms are those with a public key: with one that both sides know, whoever can check a token could make one.
var algorithms = []jose.SignatureAlgorithm{
	jose.RS256, jose.RS384, jose.RS512, jose.PS256, jose.PS384, jose.PS512, jose.ES256, jose.ES384, jose.ES512, jose.EdDSA,
}

// providerTimeout is how long a provider is waited for.
const providerTimeout = 5 * time.Second

// Provider knows who has a JWT of an OpenID provider. It asks for the provider's keys when the first JWT comes, and
// again where the provider was away then.
type Provider struct {
	options OIDC
	now     clock.Clock
	client  *http.Client
	config  *oidc.Config

	discovering sync.Mutex
	keys        *keys
	triedAt     time.Time
	failure     error
}

// NewProvider returns the provider of the options, nil where they name none. Now tells the time.
func NewProvider(options OIDC, now clock.Clock) *Provider {
	if options.Issuer == "" {
		return nil
	}
	p := &Provider{
		options: options,
		now:     now,
		client:  &http.Client{Timeout: providerTimeout},
		config:  &oidc.Config{ClientID: options.Audience, Now: now},
	}
	for _, algorithm := range algorithms {
		p.config.SupportedSigningAlgs = append(p.config.SupportedSigningAlgs, string(algorithm))
	}
	return p
}

// looksLikeJWT tells whether a text has the three parts of one.
func looksLikeJWT(text string) bool { return strings.Count(text, ".") == 2 }

// authenticate tells whose JWT a text is.
func (p *Provider) authenticate(ctx context.Context, text string) (*Principal, error) {
	keys, err := p.discover(ctx)
	if err != nil {
		return nil, &UnavailableError{err}
	}
	used := &verification{keys: keys}
	token, err := oidc.NewVerifier(p.options.Issuer, used, p.config).Verify(ctx, text)
	var expired *oidc.TokenExpiredError
	var claims map[string]any
	switch {
	case used.away != nil:
		return nil, &UnavailableError{used.away}
	case errors.As(err, &expired):
		return nil, errExpired
	case err != nil && used.signed: // what the provider itself wrote may be logged
		return nil, &RejectedError{Err: errForeign, Detail: err.Error()}
	case err != nil:
		return nil, &RejectedError{Err: errForeign, Detail: "it is not signed with a key of the provider"}
	case token.Subject == "" || token.Claims(&claims) != nil:
		return nil, &RejectedError{Err: errForeign, Detail: "it has no subject"}
	case used.isEvent || claims["events"] != nil:
		return nil, &RejectedError{Err: errForeign, Detail: "it tells of an event, such as a logout, and lets nobody in"}
	}
	return p.principal(token.Subject, claims), nil
}

// verification is the check of one signature. The verifier makes mere text of errors, so it keeps the one that matters.
type verification struct {
	keys    *keys
	away    error
	signed  bool
	isEvent bool // of the type of security event tokens, RFC 8417
}

// VerifySignature is of oidc.KeySet. The verifier has checked the algorithm.
func (v *verification) VerifySignature(ctx context.Context, text string) ([]byte, error) {
	signed, err := jose.ParseSignedCompact(text, algorithms)
	if err != nil {
		return nil, err
	}
	payload, err := v.keys.verify(ctx, signed)
	if errors.Is(err, errKeysAway) {
		v.away = err
	}
	v.signed = err == nil
	v.isEvent = isEventType(signed.Signatures[0].Protected.ExtraHeaders[jose.HeaderType])
	return payload, err
}

// isEventType reports whether the type of a JWT is that of a logout token (OpenID Connect Back-Channel Logout, section
// 2.4) or of another security event. The prefix application/ may be left out: RFC 7515, section 4.1.9.
func isEventType(header any) bool {
	text, _ := header.(string)
	kind := strings.TrimPrefix(strings.ToLower(text), "application/")
	return kind == "logout+jwt" || kind == "secevent+jwt"
}

// discover finds out where the provider has its keys.
func (p *Provider) discover(ctx context.Context) (*keys, error) {
	p.discovering.Lock()
	defer p.discovering.Unlock()
	now := p.now()
	if p.keys != nil || p.failure != nil && now.Sub(p.triedAt) < betweenReads {
		return p.keys, p.failure
	}
	p.triedAt = now
	found, err := oidc.NewProvider(oidc.ClientContext(context.WithoutCancel(ctx), p.client), p.options.Issuer)
	var about struct {
		Keys string `json:"jwks_uri"`
	}
	if err == nil {
		err = found.Claims(&about)
	}
	if p.failure = err; err == nil {
		p.keys = &keys{client: p.client, address: about.Keys, now: p.now}
	}
	return p.keys, p.failure
}

// principal is who a token's claims speak of. A subject is unique at its issuer.
func (p *Provider) principal(subject string, claims map[string]any) *Principal {
	_, issuer, _ := strings.Cut(p.options.Issuer, "://")
	principal := &Principal{ID: subject + "@" + strings.TrimSuffix(issuer, "/"), Name: subject, Role: p.role(claims)}
	for _, claim := range []string{"name", "preferred_username", "email"} {
		if name, _ := claims[claim].(string); name != "" {
			principal.Name = shorten(name)
			break
		}
	}
	return principal
}

func shorten(name string) string {
	runes := []rune(models.PlainLine(name))
	return string(runes[:min(len(runes), longestName)])
}

// role is the highest of the known roles that the claims hold, "" where they hold none.
func (p *Provider) role(claims map[string]any) (highest Role) {
	for _, name := range p.options.RoleClaim {
		for _, text := range texts(claim(claims, name)) {
			if role := roleOf(text); role.rank() > highest.rank() {
				highest = role
			}
		}
	}
	return highest
}

// roleOf is the role that a text names, in whatever letters of ASCII: of others, some have a capital letter that is in
// a role's name.
func roleOf(text string) Role {
	if strings.ContainsFunc(text, func(r rune) bool { return r > unicode.MaxASCII }) {
		return ""
	}
	return Role(strings.ToUpper(text))
}

// claim is the claim of a name or, where none is called so, at the end of the way that the name tells:
// realm_access.roles. Some providers have names with dots in them, which are addresses.
func claim(claims map[string]any, name string) any {
	if value, there := claims[name]; there {
		return value
	}
	first, rest, deeper := strings.Cut(name, ".")
	within, _ := claims[first].(map[string]any)
	if !deeper || within == nil {
		return nil
	}
	return claim(within, rest)
}

// texts are the members of a list of strings, or a string by itself.
func texts(value any) (texts []string) {
	switch value := value.(type) {
	case string:
		return []string{value}
	case []any:
		for _, member := range value {
			if text, ok := member.(string); ok {
				texts = append(texts, text)
			}
		}
	}
	return texts
}
