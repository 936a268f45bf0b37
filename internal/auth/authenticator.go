package auth

import (
	"errors"
	"log/slog"
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"time"

	"findcare/internal/telemetry"
	"findcare/models"
)

// Authenticator finds out who sends a request.
type Authenticator struct {
	Tokens *Tokens
	// Provider is nil where no OpenID provider is known.
	Provider *Provider
	// Failures counts the failed attempts of each client.
	Failures Failures
	// Refuse answers with an error.
	Refuse func(w http.ResponseWriter, r *http.Request, status int, code models.Code, message string)
	Logger *slog.Logger
}

// Failures counts what a client does too often, by its address. Package httpmw has it, which depends on this one.
type Failures interface {
	// Client is the address of whoever sent a request.
	Client(r *http.Request) netip.Addr
	// Wait is how long the client must wait before it may fail again, 0 where it may.
	Wait(r *http.Request) time.Duration
	// Take counts a failure, and returns how long the client should have waited.
	Take(r *http.Request) time.Duration
	// Refuse tells the client to wait.
	Refuse(w http.ResponseWriter, r *http.Request, wait time.Duration)
}

// Handler gives the requests that go through it their principal. Without the header Authorization, or with an empty
// one, there is none; with one that is no good the request ends here: whoever shows a token must never be taken for
// anybody.
//
// SECURITY: besides Authenticate, the one place where a request gets its principal. A token is read from that header
// alone, so that none ends up in the addresses of proxies' logs, and no page can make its visitors send one.
func (a *Authenticator) Handler(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Add("Vary", "Authorization")
		given := r.Header["Authorization"]
		if !slices.ContainsFunc(given, GivesToken) {
			next.ServeHTTP(w, r)
			return
		}
		principal, err := a.authenticate(r, given)
		if err != nil {
			a.refuse(w, r, err)
			return
		}
		telemetry.RecordOf(r.Context()).Principal(principal.ID)
		next.ServeHTTP(w, r.WithContext(With(r.Context(), principal)))
	})
}

// GivesToken reports whether the value of a header Authorization is more than empty: clients send one where they have
// no token.
func GivesToken(header string) bool { return strings.TrimSpace(header) != "" }

func (a *Authenticator) authenticate(r *http.Request, given []string) (*Principal, error) {
	text, ok := bearer(given)
	switch {
	case !ok:
		return nil, errScheme
	case ours(text):
		return a.Tokens.authenticate(r.Context(), text, func() bool { return a.Failures.Wait(r) == 0 })
	case a.Provider != nil && looksLikeJWT(text):
		return a.Provider.authenticate(r.Context(), text)
	}
	return nil, errMalformed
}

// bearer is the token in the header, RFC 6750, section 2.1.
func bearer(given []string) (text string, ok bool) {
	if len(given) != 1 {
		return "", false
	}
	scheme, text, _ := strings.Cut(given[0], " ")
	text = strings.TrimSpace(text)
	return text, strings.EqualFold(scheme, "Bearer") && text != "" && !strings.ContainsAny(text, " ,")
}

// Authenticate returns whom a header Authorization names that did not come at the head of a request, but over the
// connection that the request opened. The error is for the client, of the code UNAUTHENTICATED where the token is no
// good, and else UNAVAILABLE.
func (a *Authenticator) Authenticate(opened *http.Request, header string) (*Principal, *models.Error) {
	principal, err := a.authenticate(opened, []string{header})
	switch {
	case err == nil:
		return principal, nil
	case a.failed(opened, err) == failedForGood:
		return nil, &models.Error{Code: models.CodeUnauthenticated, Message: err.Error()}
	}
	return nil, &models.Error{Code: models.CodeUnavailable, Message: notNow}
}

const notNow = "the token cannot be checked at the moment; try again, or without it"

// failure is how an attempt failed.
type failure int

const (
	failedForGood failure = iota
	failedForNow          // the token cannot be checked
	failedTooOften
)

// failed counts a failed attempt and logs it. The log never has the token, nor what is in it.
func (a *Authenticator) failed(r *http.Request, err error) failure {
	var away *unavailable
	switch {
	case errors.As(err, &away):
		a.Logger.WarnContext(r.Context(), "a token cannot be checked", "error", away.error)
		return failedForNow
	case errors.Is(err, errTooMany), a.Failures.Take(r) > 0:
		return failedTooOften
	}
	attributes := []any{"reason", err.Error(), "client", a.Failures.Client(r).String()}
	var rejected *rejection
	if errors.As(err, &rejected) {
		attributes = append(attributes, "token", rejected.id, "detail", rejected.detail)
	}
	a.Logger.WarnContext(r.Context(), "authentication failed", attributes...)
	return failedForGood
}

// refuse ends a request whose token is no good, or cannot be checked.
func (a *Authenticator) refuse(w http.ResponseWriter, r *http.Request, err error) {
	switch a.failed(r, err) {
	case failedForNow:
		a.Refuse(w, r, http.StatusServiceUnavailable, models.CodeUnavailable, notNow)
		return
	case failedTooOften:
		a.Failures.Refuse(w, r, a.Failures.Wait(r))
		return
	}
	challenge := `Bearer error="invalid_token"`
	if errors.Is(err, errScheme) {
		challenge = "Bearer"
	}
	w.Header().Set("WWW-Authenticate", challenge)
	a.Refuse(w, r, http.StatusUnauthorized, models.CodeUnauthenticated, err.Error())
}
