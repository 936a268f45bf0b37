package auth

import "errors"

// Why somebody is not known. Whoever sent the token is told, too: the first three need the right secret.
var (
	errExpired   = errors.New("the token has expired")
	errRevoked   = errors.New("the token was revoked")
	errUnknown   = errors.New("the token is not known")
	errMalformed = errors.New("the token is not whole, or of no kind that is taken here")
	errScheme    = errors.New("the header Authorization must be Bearer and a token, once")
	errForeign   = errors.New("the token does not hold here")
)

// errTooMany says that the client has failed too often to have another token looked up.
var errTooMany = errors.New("too many tokens that are not known")

// rejection is the reason why a token is refused, with what only the log is told: the id of a token of our own, or more
// about a JWT.
type rejection struct {
	error
	id, detail string
}

// Unwrap returns the reason.
func (r *rejection) Unwrap() error { return r.error }

// unavailable says that a token cannot be checked now.
type unavailable struct{ error }
