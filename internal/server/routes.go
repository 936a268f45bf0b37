package server

import (
	"context"
	"encoding/json"
	"errors"
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

// Site is what the public sees, over a directory. Its database and its feed may be nil where only Routes is used.
type Site struct {
	URL       string // of the public site, without a slash at its end
	Directory *catalog.Catalog
	Store     *store.Store
	Changes   *replication.Feed
	Telemetry *telemetry.Telemetry
	Logger    *slog.Logger
	Clock     clock.Clock
	endpoint  *graphqlhttp.Handler
	draining  atomic.Bool
}

// Routes gives the handler of everything that is served.
func (s *Site) Routes(c *Config) (http.Handler, error) {
	admission := httpmw.New(c.RateLimit, s.Clock)
	tokens := auth.NewTokens(s.Store, s.Clock)
	executor := graph.NewExecutor(s.Directory, graph.Options{
		Limits: c.Limits, Introspection: c.GraphQL.Introspection, Editor: editing.New(s.Store, s.Directory, s.Changes, s.Clock), Tokens: tokens, Logger: s.Logger,
	})
	authentication := &httpmw.Authentication{
		Authenticator: &auth.Authenticator{Tokens: tokens, Provider: auth.NewProvider(c.OIDC, s.Clock)},
		Admission:     admission,
		WriteError:    graphqlhttp.WriteError,
		Logger:        s.Logger,
	}
	origins := crossOrigin(c.Origins)
	options := c.GraphQL
	options.Own, options.AllowOrigin, options.Authenticate = web.Sent(), origins.OriginAllowed, authentication.Authenticate
	var err error
	if s.endpoint, err = graphqlhttp.New(executor, options); err != nil {
		return nil, err
	}
	// Some clients ask for zstd that cannot read it, such as those of Node 20; all can read gzip.
	compressed, err := gzhttp.NewWrapper(
		gzhttp.EnableZstd(true),
		gzhttp.PreferZstd(false),
		gzhttp.ContentTypes([]string{"application/graphql-response+json", "application/json"}),
	)
	if err != nil {
		return nil, err
	}
	// The operations of the pages are known, so they need no limits.
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
	graphQL := origins.Handler(s.whenLoaded(authentication.Handler(unlessStaysOpen(compressed(s.endpoint), s.endpoint))))
	mux.Handle("/graphql", graphQL)
	mux.Handle("/graphql/{$}", graphQL)
	mux.Handle("/playground", pages.Playground())
	mux.Handle("/playground/", pages.Playground())
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		answer(w, http.StatusOK, map[string]any{"status": "ok"})
	})
	mux.HandleFunc("GET /readyz", s.Ready)
	mux.Handle("/", s.whenLoaded(frontend))
	writeError := func(w http.ResponseWriter, r *http.Request, refused *httpmw.HTTPError) {
		if strings.TrimSuffix(r.URL.Path, "/") != "/graphql" {
			frontend.WriteError(w, r, refused)
			return
		}
		origins.HandlerFunc(w, r) // so that pages of other origins can read why
		graphqlhttp.WriteError(w, r, refused)
	}
	return s.Telemetry.Handler(s.guard(admission.Handler(mux, isExempt, writeError))), nil
}

// isExempt tells whether a request counts for nobody: those of whoever watches the server, and files that every page
// loads, which browsers keep for good.
func isExempt(r *http.Request) bool {
	path := r.URL.Path
	return path == "/healthz" || path == "/readyz" || web.IsAsset(path)
}

// unlessStaysOpen keeps answers that go on from what would wait for their end.
func unlessStaysOpen(answering, staying http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if graphqlhttp.StaysOpen(r) {
			staying.ServeHTTP(w, r)
			return
		}
		answering.ServeHTTP(w, r)
	})
}

// crossOrigin lets the pages of some origins read the answers. The endpoint reads no cookies; browsers that send them
// along anyhow are answered only for origins that are named.
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

// guard sets the headers that every answer has. What is served as a page loosens the policy for itself.
func (s *Site) guard(next http.Handler) http.Handler {
	values := make(http.Header) // shared by all answers
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

// whenLoaded refuses requests until there is a directory to read.
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

// Ready tells whether the server should get requests. Reads come from memory, so it stays ready while the database is
// away, and says so.
func (s *Site) Ready(w http.ResponseWriter, r *http.Request) {
	state := s.State(r.Context())
	body := map[string]any{
		"status":    "ready",
		"database":  "ok",
		"feed":      state.Feed,
		"version":   state.Version,
		"providers": state.Providers,
		"build":     telemetry.ThisBuild(),
	}
	switch {
	case state.Full:
		body["database"], body["reason"] = "full", "the disk of the database is full: changes fail until there is room"
	case !state.Database:
		body["database"] = "away"
	}
	code := http.StatusOK
	switch {
	case s.draining.Load():
		body["status"], code = "draining", http.StatusServiceUnavailable
	case s.Directory.Current() == nil && !state.Database:
		body["status"], body["reason"], code = "loading", "the database does not answer, or does not let findcare in", http.StatusServiceUnavailable
	case s.Directory.Current() == nil:
		body["status"], body["reason"], code = "loading", "the directory is being read from the database", http.StatusServiceUnavailable
	}
	answer(w, code, body)
}

// State tells of the directory and of what feeds it, and asks the database whether it is there.
func (s *Site) State(ctx context.Context) telemetry.State {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	changes, answered := s.Changes.State(), s.Store.Ping(ctx)
	full := errors.Is(answered, store.ErrFull)
	state := telemetry.State{
		Database: answered == nil || full, Full: full,
		Feed: string(changes.Mode), Contact: changes.Last, Lag: changes.Lag, LeftOut: changes.Quarantined,
		Applied: changes.Applied, Reloads: changes.Reloads, Reconnects: changes.Reconnects,
	}
	if snapshot := s.Directory.Current(); snapshot != nil {
		current := snapshot.Directory()
		state.Version, state.Providers, state.Articles, state.UpdatedAt = current.Version, current.ProviderCount, current.ArticleCount, current.UpdatedAt
	}
	return state
}

func answer(w http.ResponseWriter, status int, body map[string]any) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body)
}
