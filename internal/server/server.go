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
	"findcare/internal/auth"
	"findcare/internal/catalog"
	"findcare/internal/clock"
	"findcare/internal/dirformat"
	"findcare/internal/execution"
	"findcare/internal/graphqlhttp"
	"findcare/internal/httpmw"
	"findcare/internal/importing"
	"findcare/internal/purging"
	"findcare/internal/replication"
	"findcare/internal/replication/checkpoint"
	"findcare/internal/store"
	"findcare/internal/telemetry"
	"findcare/models"
)

// Config configures a server.
type Config struct {
	Listen       string // host:port
	Admin        string // host:port of the metrics and of pprof; "" for none
	SiteURL      string // URL of the public site; "" for the listen address
	Origins      []string
	Demo         bool // fill an empty database with the demo directory
	ReviewMonths int
	// RequireSignOff lets editors make a text public only with the sign-off of a reviewer who is not its author.
	RequireSignOff bool
	// ConfirmationDays is for how many days a confirmation of an entry counts; 0 for ever.
	ConfirmationDays int
	ImageHosts       []string
	// WebhookAllowPrivate lets webhooks send to private networks, and by HTTP.
	WebhookAllowPrivate bool
	PollInterval        time.Duration
	Checkpoint          Checkpoint
	ShutdownDelay       time.Duration
	ShutdownGrace       time.Duration

	Store     store.Config
	GraphQL   graphqlhttp.Options
	RateLimit httpmw.RateLimit
	OIDC      auth.OIDC
	Limits    execution.Limits
	Purging   purging.Options

	Changed []string // flags that differ from their defaults, for the log
	Logger  *slog.Logger
	Clock   clock.Clock
	Stdout  io.Writer // for the addresses
}

// Checkpoint says whether a server writes its directory to the data directory, and starts from it.
type Checkpoint struct {
	Enabled bool `name:"checkpoint" help:"Write the directory to --data and start from it." default:"true" negatable:""`
	// MaxAge is how old it may be to be served while the database is away.
	MaxAge time.Duration `name:"checkpoint-max-age" help:"Maximum age to serve without the database." default:"24h0m0s"`
}

// Run serves until the context ends. The port answers at once, and the directory is loaded in the background; where the
// embedded engine cannot be read, Run fails. Faults of files named by flags are returned before that.
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
	defer func() { // after the last checkpoint
		if err == nil {
			c.Logger.Info("server stopped")
		}
	}()
	failed := make(chan error, 2) // of loading, and of serving
	if db.Embedded() {
		defer load(ctx, db, changes, failed)()
	}
	defer c.follow(ctx, s, address)()
	return c.serve(ctx, s, newServer(handler, c.Logger), listener, failed)
}

// load reads the directory of the embedded engine in the background. What it returns ends that.
func load(ctx context.Context, db *store.Store, changes *replication.Feed, failed chan<- error) (end func()) {
	ctx, cancel := context.WithCancel(ctx)
	var running sync.WaitGroup
	running.Go(func() {
		if err := changes.Open(ctx, db.Prepare); err != nil && ctx.Err() == nil {
			failed <- err
		}
	})
	return func() {
		cancel()
		running.Wait()
	}
}

// writeTimeout is how long a response may take, or a part of a long one.
const writeTimeout = time.Minute

// newServer returns a server with time limits: a slow or silent client holds one connection, and not for long.
func newServer(handler http.Handler, logger *slog.Logger) *http.Server {
	return &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       30 * time.Second,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ConnContext:       httpmw.ConnContext,
		ErrorLog:          slog.NewLogLogger(logger.Handler(), slog.LevelDebug), // faults of clients
	}
}

func (c *Config) closeTelemetry(ctx context.Context, instruments *telemetry.Telemetry) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	if err := instruments.Close(ctx); err != nil {
		c.Logger.Warn("traces were lost", "error", err)
	}
}

// serveAdmin serves metrics and pprof at their own address until the process ends.
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

// browsable returns an address that a browser on this machine can open.
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
			ReviewMonths: c.ReviewMonths, ConfirmationDays: c.ConfirmationDays,
			ImageHosts: c.ImageHosts,
			Today:      func() models.Date { return calendar.DateOf(c.Clock()) },
		},
		Interval: c.PollInterval,
		Logger:   c.Logger,
	}
	if c.Checkpoint.Enabled {
		options.Checkpoint = replication.CheckpointOptions{
			Path:     checkpoint.Path(c.Store.DataDir, db.Identity()),
			Database: db.Identity(), Build: programID(), MaxAge: c.Checkpoint.MaxAge,
		}
	}
	if c.Demo {
		options.Fill = func(ctx context.Context) error { return c.loadDemo(ctx, db) }
		options.FillMark = demoFile(nil).Mark()
	}
	return options
}

// follow applies changes of the database to the directory in the background. Once it is loaded, it prints the
// addresses, publishes working copies at their times, and tells webhooks and shared caches. The function it returns
// ends that.
func (c *Config) follow(ctx context.Context, s *Site, address string) (end func()) {
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx)) // until the last answer
	var running sync.WaitGroup
	running.Go(func() { s.Changes.Run(ctx) })
	onceLoaded := func(run func(context.Context)) {
		running.Go(func() {
			select {
			case <-ctx.Done():
			case <-s.Changes.Loaded():
				run(ctx)
			}
		})
	}
	onceLoaded(func(ctx context.Context) {
		const addresses = "Pages       %[1]s/find\nDesk        %[1]s/desk\nGraphQL     %[1]s/graphql\n" +
			"Playground  %[1]s/playground\nReady       %[1]s/readyz\n"
		fmt.Fprintf(c.Stdout, addresses, address)
		s.schedules.Run(ctx)
	})
	onceLoaded(s.webhooks.Run)
	onceLoaded(s.purging.Run)
	running.Go(func() { s.imports.Run(ctx) })
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

// serve runs the server until the context ends, and shuts it down without losing a request. During the delay it is not
// ready and closes each connection with its next response; then requests in flight finish.
func (c *Config) serve(
	ctx context.Context, s *Site, server *http.Server, listener net.Listener, failed chan error,
) error {
	go func() { failed <- server.Serve(httpmw.Listener{Listener: listener}) }()
	c.Logger.Info("server started",
		"version", telemetry.ThisBuild().String(),
		"address", listener.Addr().String(),
		"feed", string(s.Changes.State().Mode),
		"changed", c.Changed)
	select {
	case err := <-failed:
		return errors.Join(err, server.Close())
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
	// http.Server does not wait for WebSockets, and would wait forever for streams of events.
	if err := errors.Join(s.endpoint.Shutdown(ctx), server.Shutdown(ctx)); err != nil {
		return fmt.Errorf("shut down: %w", err)
	}
	return nil
}
