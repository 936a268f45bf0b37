package server

import (
	"log/slog"
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
	"findcare/internal/execution"
	"findcare/internal/graphqlhttp"
	"findcare/internal/httpmw"
	"findcare/internal/importing"
	"findcare/internal/pages"
	"findcare/internal/purging"
	"findcare/internal/replication"
	"findcare/internal/store"
	"findcare/internal/telemetry"
	"findcare/internal/webhooks"
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
	schedules *editing.Schedules
	imports   *importing.Imports
	webhooks  *webhooks.Webhooks
	purging   *purging.Hook // nil where no shared cache is purged
	draining  atomic.Bool
	// backingUp and exporting are set while a backup and an export are made.
	backingUp, exporting atomic.Bool
}

// Routes returns the handler of everything that is served.
func (s *Site) Routes(c *Config) (http.Handler, error) {
	origins := crossOrigin(c.Origins)
	s.purging = purging.New(c.Purging, s.Directory, s.Clock, s.Logger)
	admission := httpmw.New(c.RateLimit, s.Clock)
	editor := editing.New(s.Store, s.Directory, s.Changes, s.Clock)
	if c.RequireSignOff {
		editor.RequireSignOff()
	}
	s.schedules = editing.NewSchedules(editor, s.Logger)
	s.imports = importing.NewImports(s.Store, editor, s.Clock, s.Logger, c.importFolder())
	s.webhooks = webhooks.New(webhooks.Options{
		Keeper: s.Store, Directory: s.Directory, Cursor: s.Changes.ChangesCursor,
		Alone: s.Store != nil && s.Store.Embedded(), AllowPrivate: c.WebhookAllowPrivate,
		Clock: s.Clock, Logger: s.Logger,
	})
	authentication := s.authentication(c, admission)
	graphQL, err := s.graphQL(c, editor, authentication, origins)
	if err != nil {
		return nil, err
	}
	frontend, err := s.pages(c, editor)
	if err != nil {
		return nil, err
	}
	desk, err := pages.Desk(pages.DeskOptions{OIDC: c.OIDC, ImageHosts: c.ImageHosts})
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("/graphql", graphQL)
	mux.Handle("/graphql/{$}", graphQL)
	mux.Handle("/playground", pages.Playground())
	mux.Handle("/playground/", pages.Playground())
	mux.Handle("/desk", desk)
	mux.Handle("/desk/", desk)
	mux.HandleFunc("GET /healthz", healthz)
	mux.HandleFunc("GET /readyz", s.Ready)
	s.staffRoutes(mux, authentication, origins)
	mux.Handle("/assets/", frontend)
	mux.Handle("/", s.whenLoaded(frontend, frontend.WriteError))
	writeError := func(w http.ResponseWriter, r *http.Request, refused *httpmw.HTTPError) {
		if !isAPI(r.URL.Path) {
			frontend.WriteError(w, r, refused)
			return
		}
		origins.HandlerFunc(w, r) // so that pages of other origins can read the error
		graphqlhttp.WriteError(w, r, refused)
	}
	return httpmw.Chain(
		mux,
		s.Telemetry.Handler,
		httpmw.SecurityHeaders,
		s.closeWhileDraining,
		func(next http.Handler) http.Handler { return admission.Handler(next, isExempt, writeError) },
	), nil
}

// authentication finds out who sends a request.
func (s *Site) authentication(c *Config, admission *httpmw.Admission) *httpmw.Authentication {
	tokens := auth.NewTokens(s.Store, s.Clock)
	return &httpmw.Authentication{
		Authenticator: &auth.Authenticator{Tokens: tokens, Provider: auth.NewProvider(c.OIDC, s.Clock)},
		Admission:     admission,
		WriteError:    graphqlhttp.WriteError,
		Logger:        s.Logger,
	}
}

// staffRoutes adds what only those with a token may ask for, beside GraphQL.
func (s *Site) staffRoutes(mux *http.ServeMux, authentication *httpmw.Authentication, origins *cors.Cors) {
	staff := func(handler http.HandlerFunc) http.Handler {
		return httpmw.Chain(
			handler,
			func(next http.Handler) http.Handler { return s.whenLoaded(next, graphqlhttp.WriteError) },
			authentication.Handler,
		)
	}
	mux.Handle("GET /backup", staff(s.backup))
	mux.Handle("GET /export", staff(s.export))
	for path, handler := range map[string]http.Handler{
		"POST /imports":                staff(s.postImport),
		"GET /imports/{id}/{list}":     staff(s.getImport),
		"OPTIONS /imports":             http.NotFoundHandler(), // but for preflight requests
		"OPTIONS /imports/{id}/{list}": http.NotFoundHandler(),
	} {
		mux.Handle(path, origins.Handler(handler))
	}
}

// isAPI reports whether programs ask for a path, and not people.
func isAPI(path string) bool {
	return strings.TrimSuffix(path, "/") == "/graphql" || path == "/imports" || strings.HasPrefix(path, "/imports/")
}

// importFolder is where files are kept while they are imported: beside the embedded engine, "" for the usual place.
func (c *Config) importFolder() string {
	if c.Store.URI != "" {
		return ""
	}
	return c.Store.DataDir
}

// graphQL makes the endpoint, and the middleware that only it has.
func (s *Site) graphQL(
	c *Config, editor *editing.Editor, authentication *httpmw.Authentication, origins *cors.Cors,
) (http.Handler, error) {
	schema := graph.NewSchema(s.Directory, graph.Services{
		Editor: editor, Tokens: authentication.Authenticator.Tokens, Imports: s.imports, Changes: s.Changes,
		Webhooks: s.webhooks,
	})
	executor := execution.NewExecutor(schema, s.Directory, execution.Options{
		Limits:        c.Limits,
		Introspection: c.GraphQL.Introspection,
		Logger:        s.Logger,
	})
	options := c.GraphQL
	sent, err := web.Sent()
	if err != nil {
		return nil, err
	}
	options.Own, options.Hook = sent, s.purging
	options.AllowOrigin, options.Authenticate = origins.OriginAllowed, authentication.Authenticate
	endpoint, err := graphqlhttp.New(executor, options)
	if err != nil {
		return nil, err
	}
	s.endpoint = endpoint
	// Some clients accept zstd and cannot read it, such as those of Node 20; all can read gzip.
	compressed, err := gzhttp.NewWrapper(
		gzhttp.EnableZstd(true),
		gzhttp.PreferZstd(false),
		gzhttp.ContentTypes([]string{"application/graphql-response+json", "application/json"}),
	)
	if err != nil {
		return nil, err
	}
	// Compression would wait for the end of a response whose connection stays open.
	return httpmw.Chain(
		endpoint,
		origins.Handler,
		func(next http.Handler) http.Handler { return s.whenLoaded(next, graphqlhttp.WriteError) },
		authentication.Handler,
		unless(endpoint.StaysOpen, func(next http.Handler) http.Handler { return compressed(next) }),
	), nil
}

// pages makes the pages. Their operations are known, so their executor has no limits.
func (s *Site) pages(c *Config, editor *editing.Editor) (*pages.Pages, error) {
	schema := graph.NewSchema(s.Directory, graph.Services{}) // pages change nothing
	executor := execution.NewExecutor(schema, s.Directory, execution.Options{Logger: s.Logger})
	return pages.New(s.Directory, executor, pages.Options{
		FileReport:   editor.Report,
		Preview:      editor.Preview,
		SiteURL:      s.URL,
		ImageHosts:   c.ImageHosts,
		CacheControl: c.GraphQL.CacheControl,
		Hook:         s.purging,
		Timeout:      c.GraphQL.RequestTimeout,
	})
}

// isExempt reports whether a request is not rate-limited: probes, and the files that every page loads, which browsers
// cache for good.
func isExempt(r *http.Request) bool {
	path := r.URL.Path
	return path == "/healthz" || path == "/readyz" || web.IsAsset(path)
}

// unless skips middleware for some requests.
func unless(skip func(*http.Request) bool, wrap httpmw.Middleware) httpmw.Middleware {
	return func(next http.Handler) http.Handler {
		wrapped := wrap(next)
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if skip(r) {
				next.ServeHTTP(w, r)
				return
			}
			wrapped.ServeHTTP(w, r)
		})
	}
}

// crossOrigin lets pages of some origins read responses. The endpoint reads no cookies; requests that send them are
// answered only for origins that are listed.
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

// closeWhileDraining closes each connection with its next response once the server shuts down.
func (s *Site) closeWhileDraining(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if s.draining.Load() {
			w.Header().Set("Connection", "close")
		}
		next.ServeHTTP(w, r)
	})
}

// serves reports whether there is a directory that may be shown.
func (s *Site) serves() bool {
	return s.Directory.Current() != nil && (s.Changes == nil || s.Changes.Serves())
}

// whenLoaded refuses requests until the directory is loaded.
func (s *Site) whenLoaded(
	next http.Handler, refuse func(http.ResponseWriter, *http.Request, *httpmw.HTTPError),
) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !s.serves() {
			refuse(w, r, &httpmw.HTTPError{
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
