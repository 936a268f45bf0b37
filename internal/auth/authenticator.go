package auth

import (
	"context"
	"strings"
)

// Authenticator checks the tokens of requests.
type Authenticator struct {
	Tokens *Tokens
	// Provider is nil where no OpenID provider is configured.
	Provider *Provider
}

// GivesToken reports whether the value of an Authorization header is more than empty: some clients send an empty one
// where they have no token.
func GivesToken(header string) bool { return strings.TrimSpace(header) != "" }

// Authenticate returns the principal of the values of an Authorization header. A token that is not in the cache is
// looked up only where mayLookUp allows it. Errors are ErrScheme, ErrTooManyFailures, a *RejectedError or an
// *UnavailableError, or another one that is for the client.
func (a *Authenticator) Authenticate(ctx context.Context, header []string, mayLookUp func() bool) (*Principal, error) {
	text, ok := bearer(header)
	switch {
	case !ok:
		return nil, ErrScheme
	case isOwn(text):
		return a.Tokens.authenticate(ctx, text, mayLookUp)
	case a.Provider != nil && looksLikeJWT(text):
		return a.Provider.authenticate(ctx, text)
	}
	return nil, errMalformed
}

// bearer returns the token in the header: RFC 6750, section 2.1.
func bearer(header []string) (text string, ok bool) {
	if len(header) != 1 {
		return "", false
	}
	scheme, text, _ := strings.Cut(header[0], " ")
	text = strings.TrimSpace(text)
	return text, strings.EqualFold(scheme, "Bearer") && text != "" && !strings.ContainsAny(text, " ,")
}
