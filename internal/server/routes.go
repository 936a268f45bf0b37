package server

import (
	"log/slog"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/klauspost/compress/gzhttp"
	"github.com/rs/cors"

	"findcare/graph"
	"findcare/internal/auth"
	"findcare/internal/catalog"
	"findcare/internal/clock"
	"findcare/internal/editing"
	"findcare/internal/graphqlhttp"
	"findcare/internal/httpmw"
	"findcare/internal/pages"
	"findcare/internal/replication"
	"findcare/internal/store"
	"findcare/internal/telemetry"
	"findcare/models"
	"findcare/web"
)

// Site is what the public sees of a directory. Store and Changes may be nil if only Routes is used.
type Site struct {
	URL       string // of the public site, without a trailing slash
	Directory *catalog.Catalog
	Store     *store.Store
	Changes   *replication.Feed
	Telemetry *telemetry.Telemetry
	Logger    *slog.Logger
	Clock     clock.Clock
	endpoint  *graphqlhttp.Handler
	draining  atomic.Bool
}

// Routes returns the handler of everything that is served.
func (s *Site) Routes(c *Config) (http.Handler, error) {
	admission := httpmw.New(c.RateLimit, s.Clock)
	tokens := auth.NewTokens(s.Store, s.Clock)
	executor := graph.NewExecutor(s.Directory, graph.Options{
		Limits: c.Limits, Introspection: c.GraphQL.Introspection,
		Editor: editing.New(s.Store, s.Directory, s.Changes, s.Clock), Tokens: tokens, Logger: s.Logger,
	})
	authentication := &httpmw.Authentication{
		Authenticator: &auth.Authenticator{Tokens: tokens, Provider: auth.NewProvider(c.OIDC, s.Clock)},
		Admission:     admission,
		WriteError:    graphqlhttp.WriteError,
		Logger:        s.Logger,
	}
	origins := crossOrigin(c.Origins)
	options := c.GraphQL
	options.Own = web.Sent()
	options.AllowOrigin, options.Authenticate = origins.OriginAllowed, authentication.Authenticate
	var err error
	if s.endpoint, err = graphqlhttp.New(executor, options); err != nil {
		return nil, err
	}
	// Some clients, such as those of Node 20, ask for zstd and cannot read it; all can read gzip.
	compressed, err := gzhttp.NewWrapper(
		gzhttp.EnableZstd(true),
		gzhttp.PreferZstd(false),
		gzhttp.ContentTypes([]string{"application/graphql-response+json", "application/json"}),
	)
	if err != nil {
		return nil, err
	}
	// The operations of the pages are fixed, so they need no limits.
	reads := graph.NewExecutor(s.Directory, graph.Options{Logger: s.Logger})
	frontend, err := pages.New(
		s.Directory,
		reads,
		pages.Options{SiteURL: s.URL, CacheControl: c.GraphQL.CacheControl, Timeout: c.GraphQL.RequestTimeout},
	)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	graphQL := chain(unlessStaysOpen(compressed(s.endpoint), s.endpoint),
		origins.Handler, s.whenLoaded, authentication.Handler)
	mux.Handle("/graphql", graphQL)
	mux.Handle("/graphql/{$}", graphQL)
	mux.Handle("/playground", pages.Playground())
	mux.Handle("/playground/", pages.Playground())
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		writeJSON(w, http.StatusOK, map[string]any{"status": "ok"})
	})
	mux.HandleFunc("GET /readyz", s.Ready)
	mux.Handle("/", s.whenLoaded(frontend))
	writeError := func(w http.ResponseWriter, r *http.Request, refused *httpmw.HTTPError) {
		if strings.TrimSuffix(r.URL.Path, "/") != "/graphql" {
			frontend.WriteError(w, r, refused)
			return
		}
		origins.HandlerFunc(w, r) // so that pages of other origins can read the error
		graphqlhttp.WriteError(w, r, refused)
	}
	admit := func(next http.Handler) http.Handler { return admission.Handler(next, isExempt, writeError) }
	return chain(mux, s.Telemetry.Handler, s.guard, admit), nil
}

// chain wraps a handler in middleware. The first one sees a request first.
func chain(handler http.Handler, middleware ...func(http.Handler) http.Handler) http.Handler {
	for _, wrap := range slices.Backward(middleware) {
		handler = wrap(handler)
	}
	return handler
}

// isExempt reports whether a request is not limited: probes, and files that every page loads and browsers cache.
func isExempt(r *http.Request) bool {
	path := r.URL.Path
	return path == "/healthz" || path == "/readyz" || web.IsAsset(path)
}

// unlessStaysOpen keeps streams away from middleware that would wait for their end.
func unlessStaysOpen(answering, staying http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if graphqlhttp.StaysOpen(r) {
			staying.ServeHTTP(w, r)
			return
		}
		answering.ServeHTTP(w, r)
	})
}

// crossOrigin lets pages of the given origins read responses. The endpoint reads no cookies; requests with credentials
// are allowed only from origins that are named.
func crossOrigin(origins []string) *cors.Cors {
	return cors.New(cors.Options{
		AllowedOrigins:   origins,
		AllowedMethods:   []string{http.MethodGet, http.MethodHead, http.MethodPost},
		AllowedHeaders:   []string{"*"},
		ExposedHeaders:   []string{"ETag", "Retry-After", "WWW-Authenticate", "X-Request-Id"},
		AllowCredentials: !slices.Contains(origins, "*"),
		MaxAge:           int((24 * time.Hour).Seconds()),
	})
}

// guard sets the headers of every response. Pages replace the content security policy by their own.
func (s *Site) guard(next http.Handler) http.Handler {
	values := make(http.Header) // shared by all responses
	values.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
	values.Set("Cross-Origin-Opener-Policy", "same-origin")
	values.Set("Referrer-Policy", "no-referrer")
	values.Set("X-Content-Type-Options", "nosniff")
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		maps.Copy(header, values)
		if s.draining.Load() {
			header.Set("Connection", "close")
		}
		next.ServeHTTP(w, r)
	})
}

// whenLoaded rejects requests until the directory is loaded.
func (s *Site) whenLoaded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if s.Directory.Current() == nil {
			graphqlhttp.WriteError(w, r, &httpmw.HTTPError{
				Status:  http.StatusServiceUnavailable,
				Code:    models.CodeUnavailable,
				Message: "the directory is still loading; try again in a moment",
				Wait:    5 * time.Second,
			})
			return
		}
		next.ServeHTTP(w, r)
	})
}
