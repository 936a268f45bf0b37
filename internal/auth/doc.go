// Package auth decides who sends a request and what they may do: tokens of our own, JWTs of an OpenID provider, roles.
//
// It knows no transport and no store: internal/httpmw hands it the values of the Authorization header, and a Keeper
// stores the tokens. (The keys of an OpenID provider it fetches over HTTP.)
//
// Invariants: a request with an invalid token is never anonymous, but refused. A secret is compared in constant time,
// and neither stored nor logged. A revocation holds at once on the server that made it, and within freshFor on others;
// while the database is unavailable, a known token is accepted for awayFor at most, and its principal is Unconfirmed.
//
// Locks: Tokens.revoking before Tokens.mutex; neither is held during a request's look-up. keys.reading before
// keys.mutex.
package auth
