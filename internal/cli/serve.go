package cli

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"findcare/graph"
	"findcare/internal/auth"
	"findcare/internal/graphqlhttp"
	"findcare/internal/httpmw"
	"findcare/internal/server"

	"findcare/internal/telemetry"
)

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

// Run serves until the context ends.
func (c *serveCommand) Run(ctx context.Context, p *process) error {
	if err := c.check(); err != nil {
		return err
	}
	return server.Run(ctx, c.serverConfig(p))
}

func (c *serveCommand) serverConfig(p *process) *server.Config {
	return &server.Config{
		Listen: c.Listen, Admin: c.Admin, SiteURL: c.SiteURL, Origins: c.Origins, Demo: c.Demo, ReviewMonths: c.ReviewMonths,
		PollInterval: c.PollInterval, ShutdownDelay: c.ShutdownDelay, ShutdownGrace: c.ShutdownGrace,
		Store: c.config(p), GraphQL: c.Options, RateLimit: c.RateLimit, OIDC: c.OIDC, Limits: c.Limits,
		Changed: p.changed, Logger: p.logger, Clock: p.clock, Stdout: p.stdout,
	}
}

// ServerConfig is what a server runs with by the flags given, which are not checked.
func ServerConfig(flags ...string) (*server.Config, error) {
	var c serveCommand
	parser, err := kong.New(&c)
	if err != nil {
		return nil, err
	}
	_, err = parser.Parse(flags)
	return c.serverConfig(&process{}), err
}

// check tells of everything in the configuration that cannot work, at once.
func (c *serveCommand) check() error {
	var faults []error
	fault := func(wrong bool, flag string, value any, rule string) {
		if wrong {
			faults = append(faults, fmt.Errorf("--%s: %q %s", flag, fmt.Sprint(value), rule))
		}
	}
	const hostAndPort = "must be a host and a port, such as localhost:8080"
	fault(!isHostAndPort(c.Listen), "listen", c.Listen, hostAndPort)
	fault(c.Admin != "" && !isHostAndPort(c.Admin), "admin", c.Admin, hostAndPort)
	fault(
		c.SiteURL != "" && !isOrigin(c.SiteURL),
		"site-url",
		c.SiteURL,
		"must be an address such as https://care.example",
	)
	for i, origin := range c.Origins {
		c.Origins[i] = strings.TrimSuffix(origin, "/")
		fault(origin != "*" && !isBareOrigin(strings.ReplaceAll(c.Origins[i], "*", "any")), "origins", origin,
			"must be an origin, a scheme and a host without a path, such as https://care.example, or *")
	}
	fault(
		c.Issuer != "" && !isUntapped(c.Issuer),
		"oidc-issuer",
		c.Issuer,
		"must be an address such as https://login.example",
	)
	fault(
		(c.Issuer == "") != (c.Audience == ""),
		"oidc-audience",
		c.Audience,
		"must be given together with --oidc-issuer",
	)
	fault(strings.ContainsAny(c.CacheControl, "\r\n"), "cache-control", c.CacheControl, "must be one line")
	fault(
		c.TrustedDocuments == "only" && c.TrustedDocumentsFile == "",
		"trusted-documents",
		c.TrustedDocuments,
		"needs --trusted-documents-file",
	)
	fault(c.RequestTimeout <= 0, "request-timeout", c.RequestTimeout, aboveZero)
	fault(c.MaxBody <= 0, "max-body", c.MaxBody, aboveZero)
	fault(c.MaxConcurrent <= 0, "max-concurrent", c.MaxConcurrent, aboveZero)
	fault(c.RateParallel <= 0, "rate-parallel", c.RateParallel, aboveZero)
	fault(c.RateBurst <= 0, "rate-burst", c.RateBurst, aboveZero)
	fault(c.PollInterval <= 0, "poll-interval", c.PollInterval, aboveZero)
	fault(c.ShutdownDelay < 0, "shutdown-delay", c.ShutdownDelay, notNegative)
	fault(c.ShutdownGrace < 0, "shutdown-grace", c.ShutdownGrace, notNegative)
	fault(c.RateLimit.RateLimit < 0, "rate-limit", c.RateLimit.RateLimit, notNegative)
	fault(c.ReviewMonths < 0, "review-months", c.ReviewMonths, notNegative)
	fault(c.MaxBatch < 0, "max-batch", c.MaxBatch, notNegative)
	fault(c.ConnectionInitTimeout < 0, "connection-init-timeout", c.ConnectionInitTimeout, notNegative)
	fault(c.Heartbeat < 0, "heartbeat", c.Heartbeat, notNegative)
	fault(c.SendTimeout < 0, "send-timeout", c.SendTimeout, notNegative)
	limits := c.Limits
	for _, limit := range []struct {
		flag string
		most int
	}{
		{"max-connections", c.MaxConnections},
		{"max-connections-per-client", c.MaxConnectionsPerClient},
		{"max-subscriptions", c.MaxSubscriptions},
		{"max-tokens", limits.Tokens},
		{"max-depth", limits.Depth},
		{"max-fields", limits.Fields},
		{"max-root-fields", limits.RootFields},
		{"max-aliases", limits.Aliases},
		{"max-repeats", limits.Repeats},
		{"max-directives", limits.Directives},
		{"max-fragments", limits.Fragments},
		{"max-cost", limits.Cost},
	} {
		fault(limit.most < 0, limit.flag, limit.most, notNegative)
	}
	return errors.Join(append(faults, telemetry.Check())...)
}

const (
	aboveZero   = "must be above 0"
	notNegative = "must not be negative"
)

func isHostAndPort(text string) bool {
	_, port, err := net.SplitHostPort(text)
	return err == nil && port != ""
}

// isUntapped tells whether text is an address by HTTPS, or on this machine: keys that come another way could be
// anybody's.
func isUntapped(text string) bool {
	address, err := url.Parse(text)
	if err != nil || !isOrigin(text) {
		return false
	}
	return address.Scheme == "https" || address.Hostname() == "localhost" ||
		net.ParseIP(address.Hostname()).IsLoopback()
}

// isOrigin tells whether text is a scheme and a host, and a path at most.
func isOrigin(text string) bool {
	address, err := url.Parse(text)
	return err == nil && (address.Scheme == "http" || address.Scheme == "https") && address.Host != "" &&
		address.RawQuery == "" &&
		address.Fragment == ""
}

// isBareOrigin tells whether text is what browsers send as Origin: a scheme and a host, and maybe a port.
func isBareOrigin(text string) bool {
	address, err := url.Parse(text)
	return err == nil && isOrigin(text) && address.Path == "" && address.User == nil && !strings.ContainsAny(text, "?#")
}
