package server

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
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
	handler, directory := starting(t, requests)
	o := catalog.Options{SiteURL: "https://care.example", Today: func() models.Date { return "2026-11-24" }}
	directory.Publish(catalog.Build(new(models.Directory), o))
	return handler
}

// starting serves a directory that is not loaded yet.
func starting(t *testing.T, requests int) (http.Handler, *catalog.Catalog) {
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
	s.Changes = replication.New(db, s.Directory, replication.Options{Clock: s.Clock, Logger: s.Logger})
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
	return handler, s.Directory
}

// Until the directory is loaded, everything answers: probes with the progress, the endpoint with an error to try again
// after, pages with whom to call.
func TestAnswersWhileTheDirectoryIsLoading(t *testing.T) {
	handler, _ := starting(t, 1000)
	files, err := web.PageFiles()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		path   string
		status int
		wait   bool
		has    string
	}{
		{"/healthz", http.StatusOK, false, `"ok"`},
		{"/readyz", http.StatusServiceUnavailable, false, `"documents":{"expected":0,"read":0}`},
		{"/graphql?query=%7B__typename%7D", http.StatusServiceUnavailable, true, `"code":"UNAVAILABLE"`},
		{"/find", http.StatusServiceUnavailable, true, `href="tel:988"`},
		{"/providers/wren", http.StatusServiceUnavailable, true, "Help right now"},
		{files.Style, http.StatusOK, false, "body"},
	} {
		response := httptest.NewRecorder()
		handler.ServeHTTP(response, httptest.NewRequest(http.MethodGet, test.path, nil))
		waits := response.Header().Get("Retry-After") != ""
		if response.Code != test.status || waits != test.wait || !strings.Contains(response.Body.String(), test.has) {
			t.Errorf("%s: status %d, Retry-After %t, %.200s", test.path, response.Code, waits, response.Body)
		}
	}
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
