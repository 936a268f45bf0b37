package main

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"slices"
	"sync/atomic"
	"time"

	"github.com/klauspost/compress/gzhttp"
	"github.com/rs/cors"

	"findcare/catalog"
	"findcare/editing"
	"findcare/endpoint"
	"findcare/graph"
	"findcare/pages"
	"findcare/store"
	"findcare/telemetry"
	"findcare/web"
)

// site is what the public sees.
type site struct {
	url       string // of the public site, without a slash at its end
	directory *catalog.Catalog
	db        *store.Store
	telemetry *telemetry.Telemetry
	logger    *slog.Logger
	draining  atomic.Bool
}

func (s *site) routes(c *serveCommand) (http.Handler, error) {
	executor := graph.NewExecutor(s.directory, graph.Options{Limits: c.Limits, Introspection: c.Introspection, Editor: editing.New(s.db, s.directory, time.Now), Logger: s.logger})
	options := c.Options
	options.Own = web.Sent()
	graphql, err := endpoint.New(executor, options)
	if err != nil {
		return nil, err
	}
	compressed, err := gzhttp.NewWrapper(gzhttp.EnableZstd(true), gzhttp.ContentTypes([]string{"application/graphql-response+json", "application/json"}))
	if err != nil {
		return nil, err
	}
	// The operations of the pages are known, so they need no limits.
	reads := graph.NewExecutor(s.directory, graph.Options{Logger: s.logger})
	frontend, err := pages.New(s.directory, reads, pages.Options{SiteURL: s.url, CacheControl: c.CacheControl, Timeout: c.RequestTimeout, MaxConcurrent: c.MaxConcurrent})
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("/graphql", crossOrigin(c.Origins).Handler(c.RateLimit.Handler(compressed(graphql))))
	mux.Handle("/playground", web.Playground())
	mux.Handle("/playground/", web.Playground())
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		answer(w, http.StatusOK, map[string]any{"status": "ok"})
	})
	mux.HandleFunc("GET /readyz", s.ready)
	mux.Handle("/", c.RateLimit.Handler(frontend))
	return s.telemetry.Handler(s.guard(mux)), nil
}

// crossOrigin lets the pages of some origins read the answers. The endpoint reads no cookies; browsers that send them along
// anyhow are answered only for origins that are named.
func crossOrigin(origins []string) *cors.Cors {
	return cors.New(cors.Options{
		AllowedOrigins:   origins,
		AllowedMethods:   []string{http.MethodGet, http.MethodHead, http.MethodPost},
		AllowedHeaders:   []string{"*"},
		ExposedHeaders:   []string{"ETag", "Retry-After", "X-Request-Id"},
		AllowCredentials: !slices.Contains(origins, "*"),
		MaxAge:           int((24 * time.Hour).Seconds()),
	})
}

// guard sets the headers that every answer has. What is served as a page loosens the policy for itself.
func (s *site) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		header.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
		header.Set("Cross-Origin-Opener-Policy", "same-origin")
		header.Set("Referrer-Policy", "no-referrer")
		header.Set("X-Content-Type-Options", "nosniff")
		if s.draining.Load() {
			header.Set("Connection", "close")
		}
		next.ServeHTTP(w, r)
	})
}

// ready tells whether the server should get requests. Reads come from memory, so it stays ready while the database is away,
// and says so.
func (s *site) ready(w http.ResponseWriter, r *http.Request) {
	status, code := "ready", http.StatusOK
	if s.draining.Load() {
		status, code = "draining", http.StatusServiceUnavailable
	}
	state := stateOf(s.directory, s.db)(r.Context())
	database := "ok"
	if !state.Database {
		database = "away"
	}
	answer(w, code, map[string]any{"status": status, "database": database, "version": state.Version, "providers": state.Providers})
}

// stateOf returns a function that tells of the directory, and asks the database whether it is there.
func stateOf(directory *catalog.Catalog, db *store.Store) func(context.Context) telemetry.State {
	return func(ctx context.Context) telemetry.State {
		ctx, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel()
		current := directory.Current().Directory()
		return telemetry.State{
			Version:   current.Version,
			Providers: current.ProviderCount,
			Articles:  current.ArticleCount,
			UpdatedAt: current.UpdatedAt,
			Database:  db.Ping(ctx) == nil,
		}
	}
}

func answer(w http.ResponseWriter, status int, body map[string]any) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body)
}
