package server

import (
	"context"
	"errors"
	"io"
	"net/http"
	"time"

	"findcare/internal/auth"
	"findcare/internal/backup"
	"findcare/internal/clock"
	"findcare/internal/graphqlhttp"
	"findcare/internal/httpmw"
	"findcare/internal/telemetry"
	"findcare/models"
)

// backup sends administrators a backup of the snapshot that is served. Where it fails on the way, its end is missing,
// which whoever reads it sees.
func (s *Site) backup(w http.ResponseWriter, r *http.Request) {
	if err := auth.Require(r.Context(), auth.Admin); err != nil {
		graphqlhttp.WriteError(w, r, refusalOf(err))
		return
	}
	if !s.backingUp.CompareAndSwap(false, true) {
		graphqlhttp.WriteError(w, r, &httpmw.HTTPError{
			Status: http.StatusServiceUnavailable, Code: models.CodeOverloaded,
			Message: "another backup is being made; try again later", Wait: time.Minute,
		})
		return
	}
	defer s.backingUp.Store(false)
	w.Header().Set("Content-Type", "application/zstd")
	w.Header().Set("Cache-Control", "no-store")
	_, err := backup.Write(r.Context(), &patient{w, http.NewResponseController(w)}, s.Store, backup.Options{
		Tokens: r.URL.Query().Get("tokens") == "true", Snapshot: s.Directory.Current,
		Findcare: telemetry.ThisBuild().String(), Clock: s.Clock,
	})
	if err != nil && !errors.Is(err, context.Canceled) {
		s.Logger.ErrorContext(r.Context(), "a backup failed", "error", err)
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
	io.Writer
	control *http.ResponseController
}

// Write implements io.Writer.
func (p *patient) Write(part []byte) (int, error) {
	if err := p.control.SetWriteDeadline(clock.Deadline(writeTimeout)); err != nil {
		return 0, err
	}
	return p.Writer.Write(part)
}
