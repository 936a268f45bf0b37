package httpmw

import (
	"errors"
	"log/slog"
	"net/http"
	"slices"
	"time"

	"findcare/internal/auth"
	"findcare/internal/telemetry"
	"findcare/models"
)

// The limit of failed authentication attempts of one client. It holds also where requests have none.
const (
	failuresPerSecond = 0.2
	failureBurst      = 20
)

// Authentication finds out who sends a request.
type Authentication struct {
	Authenticator *auth.Authenticator
	Admission     *Admission
	WriteError    WriteError
	Logger        *slog.Logger
}

// Handler gives requests their principal. Without the Authorization header, or with an empty one, there is none; with
// an invalid one the request ends here: a client that sends a token must never be treated as anonymous.
//
// SECURITY: besides Authenticate, the only place where a request gets its principal. A token is read from that header
// alone, so that none ends up in the URLs of proxies' logs, and no page can make a browser send one.
func (a *Authentication) Handler(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Add("Vary", "Authorization")
		header := r.Header["Authorization"]
		if !slices.ContainsFunc(header, auth.GivesToken) {
			next.ServeHTTP(w, r)
			return
		}
		principal, err := a.authenticate(r, header)
		if err != nil {
			a.writeError(w, r, err)
			return
		}
		telemetry.RecordOf(r.Context()).Principal(principal.ID)
		next.ServeHTTP(w, r.WithContext(auth.With(r.Context(), principal)))
	})
}

// Authenticate checks an Authorization header that was not sent with a request, but over the connection that the
// request opened. The error is for the client: its code is UNAUTHENTICATED where the token is invalid, and else
// UNAVAILABLE.
func (a *Authentication) Authenticate(opened *http.Request, header string) (*auth.Principal, *models.Error) {
	principal, err := a.authenticate(opened, []string{header})
	switch {
	case err == nil:
		return principal, nil
	case a.note(opened, err) == tokenInvalid:
		return nil, &models.Error{Code: models.CodeUnauthenticated, Message: err.Error()}
	}
	return nil, &models.Error{Code: models.CodeUnavailable, Message: notNow}
}

const notNow = "the token cannot be checked at the moment; try again, or without it"

func (a *Authentication) authenticate(r *http.Request, header []string) (*auth.Principal, error) {
	mayLookUp := func() bool { return a.wait(r) == 0 }
	return a.Authenticator.Authenticate(r.Context(), header, mayLookUp)
}

// failure is how an attempt failed.
type failure int

const (
	tokenInvalid failure = iota
	tokenUnchecked
	tooManyFailures
)

// note counts a failed attempt and logs it. The log never has the token or its content.
func (a *Authentication) note(r *http.Request, err error) failure {
	var unavailable *auth.UnavailableError
	switch {
	case errors.As(err, &unavailable):
		a.Logger.WarnContext(r.Context(), "a token cannot be checked", "error", unavailable.Err)
		return tokenUnchecked
	case errors.Is(err, auth.ErrTooManyFailures), a.countFailure(r) > 0:
		return tooManyFailures
	}
	attributes := []any{"reason", err.Error(), "client", a.Admission.Address(r).String()}
	var rejected *auth.RejectedError
	if errors.As(err, &rejected) {
		attributes = append(attributes, "token", rejected.TokenID, "detail", rejected.Detail)
	}
	a.Logger.WarnContext(r.Context(), "authentication failed", attributes...)
	return tokenInvalid
}

// writeError ends a request whose token is invalid or cannot be checked.
func (a *Authentication) writeError(w http.ResponseWriter, r *http.Request, err error) {
	switch a.note(r, err) {
	case tokenUnchecked:
		a.WriteError(w, r, &HTTPError{
			Status:  http.StatusServiceUnavailable,
			Code:    models.CodeUnavailable,
			Message: notNow,
		})
		return
	case tooManyFailures:
		a.WriteError(w, r, tooMany("failed authentication attempts", a.wait(r)))
		return
	}
	challenge := `Bearer error="invalid_token"`
	if errors.Is(err, auth.ErrScheme) {
		challenge = "Bearer"
	}
	w.Header().Set("WWW-Authenticate", challenge)
	a.WriteError(w, r, &HTTPError{
		Status:  http.StatusUnauthorized,
		Code:    models.CodeUnauthenticated,
		Message: err.Error(),
	})
}

// countFailure counts a failure and returns 0. Where it is one too many, nothing is counted, and it returns how long
// the client must wait.
func (a *Authentication) countFailure(r *http.Request) time.Duration {
	return take(a.Admission.client(r).failures, a.Admission.now())
}

// wait is how long the client must wait before its next attempt, 0 where it need not. It counts nothing.
func (a *Authentication) wait(r *http.Request) time.Duration {
	missing := 1 - a.Admission.client(r).failures.TokensAt(a.Admission.now())
	return max(0, time.Duration(missing/failuresPerSecond*float64(time.Second)))
}
