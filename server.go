// Findcare is a GraphQL API server for a directory of mental-health care.
package main

//go:generate go run ./tools/compiledreads/generate

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
	"sync"
	"syscall"
	"time"

	"findcare/demo"
	"findcare/graph"
	"findcare/internal/auth"
	"findcare/internal/catalog"
	"findcare/internal/clock"
	"findcare/internal/graphqlhttp"
	"findcare/internal/httpmw"
	"findcare/internal/importing"
	"findcare/internal/replication"
	"findcare/internal/store"
	"findcare/internal/telemetry"
	"findcare/models"
)

func main() { program(time.Now) }

// program is findcare by a clock.
func program(now clock.Clock) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout, os.Stderr, now); err != nil {
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
	ReviewMonths  int           `help:"After how many months a medical review of an article is due again; 0 for never." default:"12" env:"FINDCARE_REVIEW_MONTHS"`
	PollInterval  time.Duration `help:"How often a database without change streams is asked what was updated." default:"2s" env:"FINDCARE_POLL_INTERVAL"`
	ShutdownDelay time.Duration `help:"How long to go on accepting requests after the signal to shut down, so that others learn of it." default:"1s" env:"FINDCARE_SHUTDOWN_DELAY"`
	ShutdownGrace time.Duration `help:"How long requests in flight may take to finish at shutdown." default:"20s" env:"FINDCARE_SHUTDOWN_GRACE"`

	graphqlhttp.Options `embed:""`
	httpmw.RateLimit    `embed:""`
	auth.OIDC           `embed:""`
	Limits              graph.Limits `embed:"" prefix:"max-"`
}

// Run serves until the context ends, from when the directory is loaded: at once from an engine inside the process, and else as
// soon as the database lets it. What is wrong with a flag, or with a file that one names, is told before that.
func (c *serveCommand) Run(p *process) (err error) {
	if err := c.check(); err != nil {
		return err
	}
	leaveRoomForGarbage()
	listener, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return err
	}
	defer func() { _ = listener.Close() }()
	db, err := store.New(p, c.config(p))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close(context.Background())) }()

	address := "http://" + browsable(c.Listen, listener.Addr())
	siteURL := strings.TrimSuffix(cmp.Or(c.SiteURL, address), "/")
	directory := &catalog.Catalog{}
	changes := replication.New(db, directory, c.feedOptions(p, db, siteURL))
	s := &site{url: siteURL, directory: directory, db: db, changes: changes, logger: p.logger, clock: p.clock}
	instruments, err := telemetry.New(p, p.logger, p.clock, s.state)
	if err != nil {
		return err
	}
	defer closeTelemetry(p, instruments)
	s.telemetry = instruments
	handler, err := s.routes(c)
	if err != nil {
		return err
	}
	if err := c.serveAdmin(p, instruments); err != nil {
		return err
	}
	if db.Embedded() { // which nobody has to wait for
		if err := load(p, db, changes); err != nil || p.Err() != nil {
			return err
		}
	}
	defer c.follow(p, changes, address)()
	return c.serve(p, s, newServer(handler, p.logger), listener)
}

// load reads the directory. To be told to stop meanwhile is no error.
func load(p *process, db *store.Store, changes *replication.Feed) error {
	err := db.Prepare(p)
	if err == nil {
		err = changes.Reload(p)
	}
	if p.Err() != nil {
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
		ConnContext:       graphqlhttp.ConnContext,
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

func (c *serveCommand) feedOptions(p *process, db *store.Store, siteURL string) replication.Options {
	calendar := new(models.Calendar)
	options := replication.Options{
		Clock: p.clock,
		Catalog: catalog.Options{
			SiteURL:      siteURL,
			ReviewMonths: c.ReviewMonths,
			Today:        func() models.Date { return calendar.DateOf(p.clock()) },
		},
		Interval: c.PollInterval,
		Logger:   p.logger,
	}
	if c.Demo {
		options.Fill = func(context.Context) error { return loadDemo(p, db) }
		options.FillMark = demoFile(nil).Mark()
	}
	return options
}

// follow keeps the directory as the database is, in the background, and prints the addresses once it is loaded. The function
// that it returns ends that.
func (c *serveCommand) follow(p *process, changes *replication.Feed, address string) (end func()) {
	ctx, cancel := context.WithCancel(p)
	var running sync.WaitGroup
	running.Go(func() { changes.Run(ctx) })
	running.Go(func() {
		select {
		case <-ctx.Done():
		case <-changes.Loaded():
			fmt.Fprintf(p.stdout, "Pages       %s/find\nGraphQL     %s/graphql\nPlayground  %s/playground\nReady       %s/readyz\n", address, address, address, address)
		}
	})
	return func() {
		cancel()
		running.Wait()
	}
}

func demoFile(content []byte) importing.File { return importing.Bytes("demo directory", content) }

func loadDemo(p *process, db *store.Store) error {
	now := p.clock()
	content, err := demo.Directory(demo.Providers, now)
	if err != nil {
		return fmt.Errorf("load the demo directory: %w", err)
	}
	if _, err := importing.Import(p, db, demoFile(content), now, nil); err != nil {
		return fmt.Errorf("load the demo directory: %w", err)
	}
	p.logger.Info("loaded the demo directory: its providers are invented, for trying things out")
	return nil
}

// serve runs the server until the context ends. Then it goes on for the delay, in which it is not ready and closes each
// connection with its next answer, and at last lets requests in flight finish: so nobody's request is cut off.
func (c *serveCommand) serve(ctx context.Context, s *site, server *http.Server, listener net.Listener) error {
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(graphqlhttp.Listener{Listener: listener}) }()
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
	return nil
}
