package cli

import (
	"context"
	"time"

	"github.com/alecthomas/kong"

	"findcare/internal/auth"
	"findcare/internal/execution"
	"findcare/internal/graphqlhttp"
	"findcare/internal/httpmw"
	"findcare/internal/purging"
	"findcare/internal/server"
)

// serveCommand runs the server.
type serveCommand struct {
	Listen  string `help:"Address to listen on." default:"localhost:8080" group:"listen"`
	Admin   string `help:"Private address of metrics and pprof, e.g. localhost:9464." group:"listen"`
	SiteURL string `name:"site-url" help:"URL of the public site; default: the listen address." group:"listen"`

	ShutdownDelay time.Duration `help:"Time to keep serving after a shutdown signal." default:"1s" group:"listen"`
	ShutdownGrace time.Duration `help:"Maximum time to finish requests at shutdown." default:"20s" group:"listen"`

	Database `embed:"" group:"database"`

	server.Checkpoint `embed:"" group:"database"`

	Demo bool `help:"Fill an empty database with demo data." default:"true" negatable:"" group:"database"`

	PollInterval time.Duration `help:"Poll interval of databases without change streams." default:"2s" group:"database"`
	ReviewMonths int           `help:"Months until a medical review is due; 0 is never." default:"12" group:"pages"`

	RequireSignOff bool `help:"Publish articles only with the sign-off of another reviewer." group:"pages"`

	ConfirmationDays int `help:"Days that a confirmation of an entry counts; 0 is for ever." default:"90" group:"pages"`

	ImageHosts []string `help:"Hosts whose images articles may show; default: none." group:"pages"`
	Origins    []string `help:"Origins whose pages may read responses." default:"*" group:"security"`

	WebhookAllowPrivate bool `help:"Let webhooks send to private networks, and by HTTP." group:"security"`

	graphqlhttp.Options `embed:"" group:"limits"`
	httpmw.RateLimit    `embed:"" group:"limits"`
	auth.OIDC           `embed:"" group:"oidc"`
	Purging             purging.Options  `embed:"" group:"pages"`
	Limits              execution.Limits `embed:"" prefix:"max-" group:"limits"`

	OldCacheSize *uint64 `name:"kept-answers" hidden:"" replacement:"response-cache-size"`
}

// Run serves until the context ends.
func (c *serveCommand) Run(ctx context.Context, p *process) error {
	if err := c.check(p); err != nil {
		return err
	}
	config := c.serverConfig(p)
	config.Changed = changed(p.command.Flags())
	return server.Run(ctx, config)
}

func (c *serveCommand) serverConfig(p *process) *server.Config {
	if c.OldCacheSize != nil {
		c.ResponseCacheSize = *c.OldCacheSize
	}
	return &server.Config{
		Listen: c.Listen, Admin: c.Admin, SiteURL: c.SiteURL, Origins: c.Origins, Demo: c.Demo,
		ReviewMonths: c.ReviewMonths, RequireSignOff: c.RequireSignOff, ConfirmationDays: c.ConfirmationDays,
		ImageHosts:          c.ImageHosts,
		WebhookAllowPrivate: c.WebhookAllowPrivate,
		PollInterval:        c.PollInterval, Checkpoint: c.Checkpoint,
		ShutdownDelay: c.ShutdownDelay, ShutdownGrace: c.ShutdownGrace,
		Store: c.config(p), GraphQL: c.Options, RateLimit: c.RateLimit, OIDC: c.OIDC, Limits: c.Limits,
		Purging: c.Purging,
		Logger:  p.logger, Clock: p.clock, Stdout: p.stdout,
	}
}

// ServerConfig returns the configuration of a server for flags of serve, which are not checked.
func ServerConfig(flags ...string) (*server.Config, error) {
	var c serveCommand
	parser, err := kong.New(&c, texts())
	if err != nil {
		return nil, err
	}
	_, err = parser.Parse(flags)
	return c.serverConfig(&process{}), err
}
