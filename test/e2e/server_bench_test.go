package e2e

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"os"
	"testing"
	"time"

	"findcare/internal/cli"
	"findcare/internal/server"

	"findcare/demo"
	"findcare/internal/catalog"
	"findcare/internal/clock/clocktest"
	"findcare/internal/telemetry"
	"findcare/models"
)

// BenchmarkServer answers requests of pages by all that stands between net/http and the directory.
func BenchmarkServer(b *testing.B) {
	handler := benchmarkHandler(b, 10_000)
	for _, page := range []struct {
		name      string
		variables any
	}{
		{"care-page", map[string]any{"slug": "ketamine-assisted-psychotherapy"}},
		{"find-care", map[string]any{"filter": map[string]any{
			"conditions": []string{"generalized-anxiety", "depression"}, "sessionFormats": []string{"VIDEO"},
			"states": []string{"MI", "OH", "IL"},
		}}},
		{"profile", map[string]any{"slug": "alder-fictionado"}},
	} {
		query, err := os.ReadFile("testdata/" + page.name + ".graphql")
		if err != nil {
			b.Fatal(err)
		}
		body, err := json.Marshal(map[string]any{"query": string(query), "variables": page.variables})
		if err != nil {
			b.Fatal(err)
		}
		b.Run(page.name, func(b *testing.B) {
			b.ReportAllocs()
			request, err := http.NewRequestWithContext(b.Context(), http.MethodPost, "/graphql", nil)
			if err != nil {
				b.Fatal(err)
			}
			request.RemoteAddr = "192.0.2.1:5000"
			request.Header.Set("Content-Type", "application/json")
			request.Header.Set("Accept", "application/graphql-response+json, application/json;q=0.9")
			request.ContentLength = int64(len(body))
			var content bytes.Reader
			for b.Loop() {
				content.Reset(body)
				request.Body = io.NopCloser(&content)
				response := &discarded{header: make(http.Header)}
				if handler.ServeHTTP(response, request); response.status != http.StatusOK || response.size == 0 {
					b.Fatalf("status %d, %d bytes", response.status, response.size)
				}
			}
		})
	}
}

func benchmarkHandler(b *testing.B, providers int) http.Handler {
	b.Helper()
	documents, err := demo.Documents(providers, time.UnixMilli(1_790_000_000_000))
	if err != nil {
		b.Fatal(err)
	}
	s := &server.Site{
		URL:       "https://example.org",
		Directory: new(catalog.Catalog),
		Logger:    slog.New(slog.DiscardHandler),
		Clock:     clocktest.Now,
	}
	s.Directory.Publish(
		catalog.Build(documents, catalog.Options{SiteURL: s.URL, Today: func() models.Date { return "2026-11-24" }}),
	)
	s.Telemetry, err = telemetry.New(b.Context(), s.Logger, clocktest.Now,
		func(context.Context) telemetry.State { return telemetry.State{} })
	if err != nil {
		b.Fatal(err)
	}
	c, err := cli.ServerConfig("--rate-limit", "0", "--max-cost", "0")
	if err != nil {
		b.Fatal(err)
	}
	handler, err := s.Routes(c)
	if err != nil {
		b.Fatal(err)
	}
	return handler
}

// discarded is a response that nobody reads.
type discarded struct {
	header http.Header
	status int
	size   int
}

func (d *discarded) Header() http.Header { return d.header }

func (d *discarded) WriteHeader(status int) { d.status = status }

func (d *discarded) Write(content []byte) (int, error) {
	d.size += len(content)
	return len(content), nil
}
