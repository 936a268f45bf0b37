// Package server puts the parts of findcare together: what is served at which path, health, start and shutdown.
package server

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"findcare/demo"
	"findcare/graph"
	"findcare/internal/auth"
	"findcare/internal/catalog"
	"findcare/internal/clock"
	"findcare/internal/dirformat"
	"findcare/internal/graphqlhttp"
	"findcare/internal/httpmw"
	"findcare/internal/importing"
	"findcare/internal/replication"
	"findcare/internal/store"
	"findcare/internal/telemetry"
	"findcare/models"
)

// Config is what a server runs with.
type Config struct {
	Listen        string // host:port
	Admin         string // host:port of the metrics and of pprof; "" for none
	SiteURL       string // address of the public site; "" for the one listened on
	Origins       []string
	Demo          bool // fill an empty database with the demo directory
	ReviewMonths  int
	PollInterval  time.Duration
	ShutdownDelay time.Duration
	ShutdownGrace time.Duration

	Store     store.Config
	GraphQL   graphqlhttp.Options
	RateLimit httpmw.RateLimit
	OIDC      auth.OIDC
	Limits    graph.Limits

	Changed []string // the settings that are not as by default, for the log
	Logger  *slog.Logger
	Clock   clock.Clock
	Stdout  io.Writer // for the addresses
}

// Run serves until the context ends, from when the directory is loaded: at once from an engine inside the process, and
// else as soon as the database lets it. What is wrong with a file that is named is told before that.
func Run(ctx context.Context, c *Config) (err error) {
	leaveRoomForGarbage()
	listener, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return err
	}
	defer func() { _ = listener.Close() }()
	db, err := store.New(ctx, c.Store)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close(context.Background())) }()

	address := "http://" + browsable(c.Listen, listener.Addr())
	siteURL := strings.TrimSuffix(cmp.Or(c.SiteURL, address), "/")
	directory := &catalog.Catalog{}
	changes := replication.New(db, directory, c.feedOptions(db, siteURL))
	s := &Site{URL: siteURL, Directory: directory, Store: db, Changes: changes, Logger: c.Logger, Clock: c.Clock}
	instruments, err := telemetry.New(ctx, c.Logger, c.Clock, s.State)
	if err != nil {
		return err
	}
	defer c.closeTelemetry(ctx, instruments)
	s.Telemetry = instruments
	handler, err := s.Routes(c)
	if err != nil {
		return err
	}
	if err := c.serveAdmin(ctx, instruments); err != nil {
		return err
	}
	if db.Embedded() { // which nobody has to wait for
		if err := load(ctx, db, changes); err != nil || ctx.Err() != nil {
			return err
		}
	}
	defer c.follow(ctx, changes, address)()
	return c.serve(ctx, s, newServer(handler, c.Logger), listener)
}

// load reads the directory. To be told to stop meanwhile is no error.
func load(ctx context.Context, db *store.Store, changes *replication.Feed) error {
	err := db.Prepare(ctx)
	if err == nil {
		err = changes.Reload(ctx)
	}
	if ctx.Err() != nil {
		return nil
	}
	return err
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
		ConnContext:       httpmw.ConnContext,
		ErrorLog:          slog.NewLogLogger(logger.Handler(), slog.LevelDebug), // of what clients do wrong
	}
}

func (c *Config) closeTelemetry(ctx context.Context, instruments *telemetry.Telemetry) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	if err := instruments.Close(ctx); err != nil {
		c.Logger.Warn("traces were lost", "error", err)
	}
}

// serveAdmin serves the metrics and pprof at an address of their own until the process ends.
func (c *Config) serveAdmin(ctx context.Context, instruments *telemetry.Telemetry) error {
	if c.Admin == "" {
		return nil
	}
	listener, err := net.Listen("tcp", c.Admin)
	if err != nil {
		return fmt.Errorf("--admin: %w", err)
	}
	fmt.Fprintf(c.Stdout, "Metrics     http://%s/metrics\n", listener.Addr())
	server := &http.Server{Handler: instruments.Admin(), ReadHeaderTimeout: 10 * time.Second}
	context.AfterFunc(ctx, func() { _ = server.Close() })
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

func (c *Config) feedOptions(db *store.Store, siteURL string) replication.Options {
	calendar := new(models.Calendar)
	options := replication.Options{
		Clock: c.Clock,
		Catalog: catalog.Options{
			SiteURL:      siteURL,
			ReviewMonths: c.ReviewMonths,
			Today:        func() models.Date { return calendar.DateOf(c.Clock()) },
		},
		Interval: c.PollInterval,
		Logger:   c.Logger,
	}
	if c.Demo {
		options.Fill = func(ctx context.Context) error { return c.loadDemo(ctx, db) }
		options.FillMark = demoFile(nil).Mark()
	}
	return options
}

// follow keeps the directory as the database is, in the background, and prints the addresses once it is loaded. The
// function that it returns ends that.
func (c *Config) follow(ctx context.Context, changes *replication.Feed, address string) (end func()) {
	ctx, cancel := context.WithCancel(ctx)
	var running sync.WaitGroup
	running.Go(func() { changes.Run(ctx) })
	running.Go(func() {
		select {
		case <-ctx.Done():
		case <-changes.Loaded():
			fmt.Fprintf(
				c.Stdout,
				"Pages       %s/find\nGraphQL     %s/graphql\nPlayground  %s/playground\nReady       %s/readyz\n",
				address,
				address,
				address,
				address,
			)
		}
	})
	return func() {
		cancel()
		running.Wait()
	}
}

func demoFile(content []byte) dirformat.File { return dirformat.Bytes("demo directory", content) }

func (c *Config) loadDemo(ctx context.Context, db *store.Store) error {
	now := c.Clock()
	content, err := demo.Directory(demo.Providers, now)
	if err != nil {
		return fmt.Errorf("load the demo directory: %w", err)
	}
	if _, err := importing.Import(ctx, db, demoFile(content), now, nil); err != nil {
		return fmt.Errorf("load the demo directory: %w", err)
	}
	c.Logger.Info("loaded the demo directory: its providers are invented, for trying things out")
	return nil
}

// serve runs the server until the context ends. Then it goes on for the delay, in which it is not ready and closes each
// connection with its next answer, and at last lets requests in flight finish: so nobody's request is cut off.
func (c *Config) serve(ctx context.Context, s *Site, server *http.Server, listener net.Listener) error {
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(httpmw.Listener{Listener: listener}) }()
	c.Logger.Info(
		"findcare serves",
		"version",
		telemetry.ThisBuild().String(),
		"address",
		listener.Addr().String(),
		"feed",
		string(s.Changes.State().Mode),
		"changed",
		c.Changed,
	)
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
	// The server does not wait for WebSockets, and would wait for ever for streams of events.
	if err := errors.Join(s.endpoint.Shutdown(ctx), server.Shutdown(ctx)); err != nil {
		return fmt.Errorf("shut down: %w", err)
	}
	c.Logger.Info("findcare has stopped")
	return nil
}
