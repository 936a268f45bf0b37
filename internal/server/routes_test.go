package server

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"findcare/internal/catalog"
	"findcare/internal/clock/clocktest"
	"findcare/internal/httpmw"
	"findcare/internal/replication"
	"findcare/internal/store"
	"findcare/internal/telemetry"
	"findcare/models"
	"findcare/web"
)

// routes serves an empty directory to clients that each have a number of requests.
func routes(t *testing.T, requests int) http.Handler {
	t.Helper()
	db, err := store.Open(t.Context(), store.Config{DataDir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close(context.WithoutCancel(t.Context())) })
	s := &Site{
		URL: "https://care.example", Directory: new(catalog.Catalog), Store: db, Logger: slog.New(slog.DiscardHandler),
		Clock: clocktest.Now,
	}
	o := catalog.Options{SiteURL: s.URL, Today: func() models.Date { return "2026-11-24" }}
	s.Directory.Publish(catalog.Build(new(models.Directory), o))
	s.Changes = replication.New(db, s.Directory, replication.Options{Catalog: o, Clock: s.Clock, Logger: s.Logger})
	if s.Telemetry, err = telemetry.New(t.Context(), s.Logger, s.Clock, s.State); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Telemetry.Close(context.WithoutCancel(t.Context())) })
	limit := httpmw.RateLimit{RateLimit: 1.0 / 3600, RateBurst: requests, RateParallel: 8, MaxConcurrent: 8}
	c := &Config{RateLimit: limit, Clock: s.Clock, Logger: s.Logger}
	c.GraphQL.RequestTimeout = time.Minute
	handler, err := s.Routes(c)
	if err != nil {
		t.Fatal(err)
	}
	return handler
}

// A client that has asked too often is refused everywhere, except to probes and to the files that every page loads.
func TestWhatIsRateLimited(t *testing.T) {
	handler := routes(t, 1)
	ask := func(path string) int {
		response := httptest.NewRecorder()
		handler.ServeHTTP(response, httptest.NewRequest(http.MethodGet, path, nil))
		return response.Code
	}
	files, err := web.PageFiles()
	if err != nil {
		t.Fatal(err)
	}
	exempt := []string{"/healthz", "/readyz", files.Script, files.Style, files.Icon}
	for _, path := range append(exempt, "/find") {
		if got := ask(path); got != http.StatusOK {
			t.Errorf("at first, %s: status %d", path, got)
		}
	}
	for _, path := range exempt {
		if got := ask(path); got != http.StatusOK {
			t.Errorf("then, %s: status %d", path, got)
		}
	}
	for _, path := range []string{
		"/find", "/find?q=grief", "/care/grief", "/providers/wren", "/graphql?query=%7B__typename%7D", "/playground",
		"/sitemap.xml", "/robots.txt", "/assets/none.js", "/healthz/", "/nowhere",
	} {
		if got := ask(path); got != http.StatusTooManyRequests {
			t.Errorf("then, %s: status %d", path, got)
		}
	}
}
