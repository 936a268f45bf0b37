// Findcare is a GraphQL API server for a directory of mental-health care.
package main

//go:generate go run ./internal/compiledreads/generate

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/rs/cors"

	"findcare/catalog"
	"findcare/demo"
	"findcare/graph"
	"findcare/importer"
	"findcare/models"
	"findcare/store"
	"findcare/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "findcare:", err)
		os.Exit(1)
	}
}

// serveCommand runs the server.
type serveCommand struct {
	Database `embed:""`

	Listen        string        `help:"Address to listen on." default:"localhost:8080" env:"FINDCARE_LISTEN"`
	SiteURL       string        `name:"site-url" help:"Address of the public site, for profileUrl and url; by default the address listened on." env:"FINDCARE_SITE_URL"`
	Origins       []string      `help:"Origins whose pages may read the answers." default:"*" env:"FINDCARE_ORIGINS"`
	Demo          bool          `help:"Fill an empty database with the demo directory." default:"true" negatable:"" env:"FINDCARE_DEMO"`
	ShutdownGrace time.Duration `help:"How long requests in flight may take to finish at shutdown." default:"20s" env:"FINDCARE_SHUTDOWN_GRACE"`
}

// Run loads the directory, then serves until the context ends.
func (c *serveCommand) Run(p *process) (err error) {
	listener, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return err
	}
	defer func() { _ = listener.Close() }()
	db, err := c.open(p)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close(context.Background())) }()

	address := "http://" + browsable(c.Listen, listener.Addr())
	directory, err := c.load(p, db, address)
	if err != nil {
		return err
	}
	server := &http.Server{
		Handler:           c.routes(directory, db, p.logger),
		ReadHeaderTimeout: 10 * time.Second,
		IdleTimeout:       2 * time.Minute,
		ErrorLog:          slog.NewLogLogger(p.logger.Handler(), slog.LevelWarn),
	}
	fmt.Fprintf(p.stdout, "GraphQL     %s/graphql\nPlayground  %s/playground\nReady       %s/readyz\n", address, address, address)
	return serve(p, server, listener, c.ShutdownGrace)
}

// browsable is the address that a person on this machine can open.
func browsable(asked string, got net.Addr) string {
	host, _, err := net.SplitHostPort(asked)
	if err != nil || host == "" || net.ParseIP(host).IsUnspecified() {
		host = "localhost"
	}
	_, port, _ := net.SplitHostPort(got.String())
	return net.JoinHostPort(host, port)
}

// load reads the directory into a catalog; an empty database gets the demo directory first.
func (c *serveCommand) load(p *process, db *store.Store, address string) (*catalog.Catalog, error) {
	started := time.Now()
	documents, err := db.Load(p)
	if err != nil {
		return nil, err
	}
	if documents.Len() == 0 && c.Demo {
		if err := loadDemo(p, db); err != nil {
			return nil, fmt.Errorf("load the demo directory: %w", err)
		}
		if documents, err = db.Load(p); err != nil {
			return nil, err
		}
	}
	site := c.SiteURL
	if site == "" {
		site = address
	}
	snapshot := catalog.Build(documents, catalog.Options{
		SiteURL: strings.TrimSuffix(site, "/"),
		Today:   func() models.Date { return models.DateOf(time.Now()) },
	})
	directory := &catalog.Catalog{}
	directory.Publish(snapshot)
	state := snapshot.Directory()
	p.logger.Info("directory ready", "providers", state.ProviderCount, "articles", state.ArticleCount,
		"version", state.Version, "took", time.Since(started).Round(time.Millisecond))
	return directory, nil
}

func loadDemo(p *process, db *store.Store) error {
	content, err := demo.Directory(demo.Providers)
	if err != nil {
		return err
	}
	if _, err := importer.Import(p, db, importer.Bytes("demo directory", content), time.Now(), nil); err != nil {
		return err
	}
	p.logger.Info("loaded the demo directory: its providers are invented, for trying things out")
	return nil
}

func (c *serveCommand) routes(directory *catalog.Catalog, db *store.Store, logger *slog.Logger) http.Handler {
	mux := http.NewServeMux()
	crossOrigin := cors.New(cors.Options{
		AllowedOrigins: c.Origins,
		AllowedMethods: []string{http.MethodGet, http.MethodPost},
		AllowedHeaders: []string{"*"},
		MaxAge:         int((24 * time.Hour).Seconds()),
	})
	mux.Handle("/graphql", crossOrigin.Handler(graph.NewHandler(directory, logger)))
	mux.Handle("/playground", web.Playground())
	mux.Handle("/playground/", web.Playground())
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		answer(w, map[string]any{"status": "ok"})
	})
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), time.Second)
		defer cancel()
		// Reads come from memory, so the server stays ready while the database is away, and says so.
		database := "ok"
		if err := db.Ping(ctx); err != nil {
			database = "away"
		}
		state := directory.Current().Directory()
		answer(w, map[string]any{"status": "ready", "database": database, "version": state.Version, "providers": state.ProviderCount})
	})
	mux.Handle("GET /{$}", http.RedirectHandler("/playground", http.StatusFound))
	return mux
}

func answer(w http.ResponseWriter, body map[string]any) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	_ = json.NewEncoder(w).Encode(body)
}

// serve runs the server until the context ends, and then lets requests in flight finish.
func serve(ctx context.Context, server *http.Server, listener net.Listener, grace time.Duration) error {
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
	defer cancel()
	if err := server.Shutdown(ctx); err != nil {
		return fmt.Errorf("shut down: %w", err)
	}
	return nil
}
