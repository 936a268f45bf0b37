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

// OIDC configures the OpenID provider whose JWTs are accepted.
type OIDC struct {
	Issuer    string   `name:"oidc-issuer" help:"URL of the OpenID provider whose JWTs are accepted."`
	Audience  string   `name:"oidc-audience" help:"Required audience of a JWT: this API's name at the provider."`
	RoleClaim []string `name:"oidc-role-claim" help:"Claims that hold roles: names or paths." default:"role,roles"`

	ClientID string   `name:"oidc-client-id" help:"The desk's client at the provider, for editors to sign in there."`
	Scopes   []string `name:"oidc-scope" help:"Scopes that the desk asks for." default:"openid,profile,email"`
}

// algorithms returns the asymmetric algorithms: with a shared key, whoever can check a token could make one.
func algorithms() []jose.SignatureAlgorithm {
	return []jose.SignatureAlgorithm{
		jose.RS256, jose.RS384, jose.RS512, jose.PS256, jose.PS384, jose.PS512,
		jose.ES256, jose.ES384, jose.ES512, jose.EdDSA,
	}
}

// providerTimeout is the timeout of requests to a provider.
const providerTimeout = 5 * time.Second

// Provider checks the JWTs of an OpenID provider. It discovers the provider's keys with the first JWT, and tries again
// where the provider was unavailable.
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

// NewProvider returns the provider of the options, nil where they name none.
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
	for _, algorithm := range algorithms() {
		p.config.SupportedSigningAlgs = append(p.config.SupportedSigningAlgs, string(algorithm))
	}
	return p
}

// looksLikeJWT reports whether a text has three parts.
func looksLikeJWT(text string) bool { return strings.Count(text, ".") == 2 }

// authenticate returns the principal of a JWT.
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
	case used.unavailable != nil:
		return nil, &UnavailableError{used.unavailable}
	case errors.As(err, &expired):
		return nil, errExpired
	case err != nil && used.signed: // written by the provider, and so safe to log
		return nil, &RejectedError{Err: errForeign, Detail: err.Error()}
	case err != nil:
		return nil, &RejectedError{Err: errForeign, Detail: "it is not signed with a key of the provider"}
	case token.Subject == "" || token.Claims(&claims) != nil:
		return nil, &RejectedError{Err: errForeign, Detail: "it has no subject"}
	case used.isEvent || claims["events"] != nil:
		return nil, &RejectedError{Err: errForeign, Detail: "it is a security event, such as a logout"}
	}
	return p.principal(token.Subject, claims), nil
}

// verification is the check of one signature. The verifier loses the type of errors, so they are recorded here.
type verification struct {
	keys        *keys
	unavailable error // the keys cannot be fetched
	signed      bool
	isEvent     bool // a security event token, RFC 8417
}

// VerifySignature implements oidc.KeySet. The verifier has checked the algorithm.
func (v *verification) VerifySignature(ctx context.Context, text string) ([]byte, error) {
	signed, err := jose.ParseSignedCompact(text, algorithms())
	if err != nil {
		return nil, err
	}
	payload, err := v.keys.verify(ctx, signed)
	if errors.Is(err, errNoKeys) {
		v.unavailable = err
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

// discover finds the URL of the provider's keys.
func (p *Provider) discover(ctx context.Context) (*keys, error) {
	p.discovering.Lock()
	defer p.discovering.Unlock()
	now := p.now()
	if p.keys != nil || p.failure != nil && now.Sub(p.triedAt) < fetchInterval {
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

// principal is the subject of a token's claims. A subject is unique at its issuer.
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
	return string(runes[:min(len(runes), maxName)])
}

// role is the highest of the known roles in the claims, "" where there is none.
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

// roleOf is the role that a text names, in upper or lower case. It must be ASCII: some other letters have an upper case
// in ASCII.
func roleOf(text string) Role {
	if strings.ContainsFunc(text, func(r rune) bool { return r > unicode.MaxASCII }) {
		return ""
	}
	return Role(strings.ToUpper(text))
}

// claim is the claim of a name or, where there is none, the one at the path that the name is, such as
// realm_access.roles. Some providers use URLs, which have dots, as names.
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

// texts are the strings of a list, or a single string.
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
