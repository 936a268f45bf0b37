package server

import (
	"context"
	"net/http"
	"sync/atomic"
	"time"

	"findcare/internal/auth"
	"findcare/internal/clock"
	"findcare/internal/graphqlhttp"
	"findcare/internal/httpmw"
	"findcare/models"
)

// download is a long response, of which one is made at a time.
type download struct {
	name, mediaType string
	busy            *atomic.Bool
	role            auth.Role
	write           func(ctx context.Context, to http.ResponseWriter) error
}

// download sends what is asked for to those who may have it. Where it fails on the way, the connection is broken off,
// which whoever reads sees.
func (s *Site) download(w http.ResponseWriter, r *http.Request, d download) {
	if err := auth.Require(r.Context(), d.role); err != nil {
		graphqlhttp.WriteError(w, r, refusalOf(err))
		return
	}
	if !d.busy.CompareAndSwap(false, true) {
		graphqlhttp.WriteError(w, r, &httpmw.HTTPError{
			Status: http.StatusServiceUnavailable, Code: models.CodeOverloaded,
			Message: "another " + d.name + " is being made; try again later", Wait: time.Minute,
		})
		return
	}
	defer d.busy.Store(false)
	w.Header().Set("Cache-Control", "no-store")
	to := &patient{ResponseWriter: w, control: http.NewResponseController(w), mediaType: d.mediaType}
	err := d.write(r.Context(), to)
	if err == nil {
		return
	}
	if r.Context().Err() == nil {
		s.Logger.ErrorContext(r.Context(), "what was asked for could not be sent", "what", d.name, "error", err)
	}
	if to.begun {
		panic(http.ErrAbortHandler) // as net/http wants it: there is no other way to break off a response
	}
	graphqlhttp.WriteError(w, r, failureOf(d.name, err))
}

// failureOf is the response to a request for what could not be made.
func failureOf(name string, err error) *httpmw.HTTPError {
	if models.ErrorCode(err) == models.CodeUnavailable {
		return refusalOf(err)
	}
	return &httpmw.HTTPError{
		Status: http.StatusInternalServerError, Code: models.CodeInternal,
		Message: "the " + name + " could not be made: the log of the server says why",
	}
}

// refusalOf is the response to a request that is not allowed.
func refusalOf(err error) *httpmw.HTTPError {
	status := http.StatusForbidden
	switch models.ErrorCode(err) {
	case models.CodeUnauthenticated:
		status = http.StatusUnauthorized
	case models.CodeUnavailable:
		status = http.StatusServiceUnavailable
	}
	return &httpmw.HTTPError{Status: status, Code: models.ErrorCode(err), Message: err.Error()}
}

// patient gives each part of a long response the time that other responses have as a whole.
type patient struct {
	http.ResponseWriter

	control   *http.ResponseController
	mediaType string
	begun     bool
}

// Write implements io.Writer.
func (p *patient) Write(part []byte) (int, error) {
	if !p.begun {
		p.begun = true
		p.Header().Set("Content-Type", p.mediaType)
	}
	if err := p.control.SetWriteDeadline(clock.Deadline(writeTimeout)); err != nil {
		return 0, err
	}
	return p.ResponseWriter.Write(part)
}
