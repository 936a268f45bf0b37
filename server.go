// Findcare is a GraphQL API server for a directory of mental-health care.
package main

//go:generate go tool gqlgen generate

import (
	"cmp"
	"context"
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

	"findcare/catalog"
	"findcare/demo"
	"findcare/endpoint"
	"findcare/graph"
	"findcare/importer"
	"findcare/models"
	"findcare/store"
	"findcare/telemetry"
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
	Admin         string        `help:"Address of the metrics and of pprof, for operators only, such as localhost:9464; none by default." env:"FINDCARE_ADMIN"`
	SiteURL       string        `name:"site-url" help:"Address of the public site, for profileUrl and url; by default the address listened on." env:"FINDCARE_SITE_URL"`
	Origins       []string      `help:"Origins whose pages may read the answers." default:"*" env:"FINDCARE_ORIGINS"`
	Demo          bool          `help:"Fill an empty database with the demo directory." default:"true" negatable:"" env:"FINDCARE_DEMO"`
	ShutdownDelay time.Duration `help:"How long to go on accepting requests after the signal to shut down, so that others learn of it." default:"1s" env:"FINDCARE_SHUTDOWN_DELAY"`
	ShutdownGrace time.Duration `help:"How long requests in flight may take to finish at shutdown." default:"20s" env:"FINDCARE_SHUTDOWN_GRACE"`

	endpoint.Options   `embed:""`
	endpoint.RateLimit `embed:""`
	Limits             graph.Limits `embed:"" prefix:"max-"`
}

// Run loads the directory, then serves until the context ends.
func (c *serveCommand) Run(p *process) (err error) {
	if err := c.check(); err != nil {
		return err
	}
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
	siteURL := strings.TrimSuffix(cmp.Or(c.SiteURL, address), "/")
	directory, err := c.load(p, db, siteURL)
	if err != nil {
		return err
	}
	instruments, err := telemetry.New(p, p.logger, stateOf(directory, db))
	if err != nil {
		return err
	}
	defer closeTelemetry(p, instruments)
	s := &site{url: siteURL, directory: directory, db: db, telemetry: instruments, logger: p.logger}
	handler, err := s.routes(c)
	if err != nil {
		return err
	}
	if err := c.serveAdmin(p, instruments); err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "Pages       %s/find\nGraphQL     %s/graphql\nPlayground  %s/playground\nReady       %s/readyz\n", address, address, address, address)
	return c.serve(p, s, newServer(handler, p.logger), listener)
}

// newServer gives slow and silent clients an end: none of them holds on to more than a connection, nor for long.
func newServer(handler http.Handler, logger *slog.Logger) *http.Server {
	return &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       30 * time.Second,
		WriteTimeout:      time.Minute,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          slog.NewLogLogger(logger.Handler(), slog.LevelDebug), // of what clients do wrong
	}
}

func closeTelemetry(p *process, instruments *telemetry.Telemetry) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(p), 5*time.Second)
	defer cancel()
	if err := instruments.Close(ctx); err != nil {
		p.logger.Warn("traces were lost", "error", err)
	}
}

// serveAdmin serves the metrics and pprof at an address of their own until the process ends.
func (c *serveCommand) serveAdmin(p *process, instruments *telemetry.Telemetry) error {
	if c.Admin == "" {
		return nil
	}
	listener, err := net.Listen("tcp", c.Admin)
	if err != nil {
		return fmt.Errorf("--admin: %w", err)
	}
	fmt.Fprintf(p.stdout, "Metrics     http://%s/metrics\n", listener.Addr())
	server := &http.Server{Handler: instruments.Admin(), ReadHeaderTimeout: 10 * time.Second}
	context.AfterFunc(p, func() { _ = server.Close() })
	go func() { _ = server.Serve(listener) }()
	return nil
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
func (c *serveCommand) load(p *process, db *store.Store, siteURL string) (*catalog.Catalog, error) {
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
	snapshot := catalog.Build(documents, catalog.Options{
		SiteURL: siteURL,
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

// serve runs the server until the context ends. Then it goes on for the delay, in which it is not ready and closes each
// connection with its next answer, and at last lets requests in flight finish: so nobody's request is cut off.
func (c *serveCommand) serve(ctx context.Context, s *site, server *http.Server, listener net.Listener) error {
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	s.draining.Store(true)
	select {
	case err := <-failed:
		return err
	case <-time.After(c.ShutdownDelay):
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), c.ShutdownGrace)
	defer cancel()
	if err := server.Shutdown(ctx); err != nil {
		return fmt.Errorf("shut down: %w", err)
	}
	return nil
}
