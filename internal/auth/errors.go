package auth

import "errors"

// Why a token is invalid. Clients see these messages: the first three need the right secret.
var (
	errExpired   = errors.New("the token has expired")
	errRevoked   = errors.New("the token was revoked")
	errUnknown   = errors.New("the token is not known")
	errMalformed = errors.New("the token is malformed, or of a kind that is not accepted here")
	errForeign   = errors.New("the token is not valid here")
)

// ErrScheme is that an Authorization header is not a Bearer token.
var ErrScheme = errors.New("the Authorization header must be given once, as Bearer and a token")

// ErrNoToken is that no token has an id.
var ErrNoToken = errors.New("no token has this id")

// ErrTooManyFailures is that a client has failed too often to have another token looked up.
var ErrTooManyFailures = errors.New("too many unknown tokens")

// RejectedError is why a token is invalid, with what only the log may hold.
type RejectedError struct {
	Err error
	// TokenID is the id of one of our own tokens, and Detail is more about a JWT. Either may be empty.
	TokenID, Detail string
}

// Error returns the reason.
func (e *RejectedError) Error() string { return e.Err.Error() }

// Unwrap returns the reason.
func (e *RejectedError) Unwrap() error { return e.Err }

// UnavailableError is that a token cannot be checked at the moment.
type UnavailableError struct{ Err error }

// Error returns the cause.
func (e *UnavailableError) Error() string { return e.Err.Error() }

// Unwrap returns the cause.
func (e *UnavailableError) Unwrap() error { return e.Err }
