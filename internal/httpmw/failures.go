package httpmw

import (
	"net/http"
	"net/netip"
	"time"
)

// How often a client may show a token that is no good.
const (
	failuresPerSecond = 0.2
	failuresAtOnce    = 20
)

// Failures count how often each client shows a token that is no good. That is limited also where nothing else is.
type Failures struct {
	admission *Admission
	deny      Deny
}

// Failures returns the count of failed attempts, which deny tells a client of that has too many.
func (a *Admission) Failures(deny Deny) *Failures { return &Failures{a, deny} }

// Client is the address of whoever sent a request.
func (f *Failures) Client(r *http.Request) netip.Addr { return f.admission.Address(r) }

// Take counts a failure, and returns 0. Where it is one too many, nothing is counted, and the client must wait for as
// long as is returned.
func (f *Failures) Take(r *http.Request) time.Duration {
	return take(f.admission.client(r).failures, f.admission.now())
}

// Wait is how long the client must wait before it may fail again, 0 where it may. It counts nothing.
func (f *Failures) Wait(r *http.Request) time.Duration {
	missing := 1 - f.admission.client(r).failures.TokensAt(f.admission.now())
	return max(0, time.Duration(missing/failuresPerSecond*float64(time.Second)))
}

// Refuse tells a client how long to wait.
func (f *Failures) Refuse(w http.ResponseWriter, r *http.Request, wait time.Duration) {
	denied := tooMany("tokens that are no good", wait)
	w.Header().Set("Retry-After", denied.RetryAfter())
	f.deny(w, r, denied)
}
