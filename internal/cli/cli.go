package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"slices"
	"syscall"

	"github.com/alecthomas/kong"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"

	"findcare/graph/generated"
	"findcare/internal/clock"
	"findcare/internal/store"
	"findcare/internal/telemetry"
)

// commands is the command line.
type commands struct {
	Config    string     `help:"YAML file with values of flags of serve, by name." type:"path" placeholder:"FILE"`
	LogLevel  slog.Level `help:"Minimum level to log: debug, info, warn or error." default:"info"`
	LogFormat string     `help:"Log format: text or json." enum:"text,json" default:"text"`

	ShowVersion kong.VersionFlag `name:"version" help:"Print the version and exit."`

	Serve    serveCommand    `cmd:"" default:"withargs" help:"Serve the GraphQL API. This is the default command."`
	Import   importCommand   `cmd:"" help:"Import a file in the directory format, or a file of a public registry."`
	Export   exportCommand   `cmd:"" help:"Export the directory: in the directory format, as CSV or as FHIR."`
	Backup   backupCommand   `cmd:"" help:"Back up the directory with its history: one file, one version."`
	Restore  restoreCommand  `cmd:"" help:"Restore a backup into an empty database."`
	Verify   verifyCommand   `cmd:"" help:"Read a backup, and say what it has or what is wrong with it."`
	Generate generateCommand `cmd:"" help:"Generate an invented directory, or an invented NPI registry file."`
	Token    tokenCommand    `cmd:"" help:"Create, list and revoke tokens."`
	Schema   schemaCommand   `cmd:"" help:"Print the GraphQL schema."`
	Version  versionCommand  `cmd:"" help:"Print the version."`

	config *configFile
}

// Main runs findcare with the arguments of the process and exits with status 1 if that fails.
func Main(now clock.Clock) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := Run(ctx, os.Args[1:], os.Stdout, os.Stderr, now); err != nil {
		fmt.Fprintln(os.Stderr, "findcare:", err)
		os.Exit(1)
	}
}

// process is the environment of a command.
type process struct {
	stdout, stderr io.Writer
	logger         *slog.Logger
	clock          clock.Clock
	command        *kong.Context
	config         *configFile // nil for none
}

// errStopped is returned by a command that was interrupted before it was done.
var errStopped = errors.New("stopped")

// Run runs one command. Its error is meant for the user.
func Run(ctx context.Context, args []string, stdout, stderr io.Writer, now clock.Clock) error {
	var line commands
	parser, err := newParser(&line, kong.Writers(stdout, stderr), kong.BindTo(ctx, (*context.Context)(nil)))
	if err != nil {
		return err
	}
	command, err := parser.Parse(args)
	if err != nil {
		return fmt.Errorf("%w (see findcare --help)", err)
	}
	logger := line.logger(stderr)
	warnOfDeprecated(logger, command.Flags())
	err = command.Run(&process{stdout, stderr, logger, now, command, line.config})
	if ctx.Err() != nil && errors.Is(err, context.Canceled) {
		return errStopped
	}
	return err
}

func (c *commands) logger(w io.Writer) *slog.Logger {
	options := &slog.HandlerOptions{Level: c.LogLevel}
	if c.LogFormat == "json" {
		return slog.New(slog.NewJSONHandler(w, options))
	}
	return slog.New(slog.NewTextHandler(w, options))
}

func newParser(line *commands, options ...kong.Option) (*kong.Kong, error) {
	return kong.New(line, append(options,
		kong.Name("findcare"),
		kong.Description("A GraphQL API server for a directory of mental-health care."),
		texts(),
		kong.ExplicitGroups(headings()),
		kong.PostBuild(nameVariables),
	)...)
}

// NewParser returns a parser of the command line that runs nothing.
func NewParser() (*kong.Kong, error) { return newParser(new(commands)) }

// Database selects where the directory is stored.
type Database struct {
	URI string `name:"mongodb-uri" help:"${mongodbURI}" env:"MONGODB_URI" secret:""`

	Data string `help:"Directory of the embedded engine and checkpoint." default:"data" type:"path" env:"FINDCARE_DATA"`
}

func (d *Database) config(p *process) store.Config {
	return store.Config{URI: d.URI, DataDir: d.Data, Logger: p.logger, Monitor: telemetry.Commands()}
}

func (d *Database) open(ctx context.Context, p *process) (*store.Store, error) {
	return store.Open(ctx, d.config(p))
}

type schemaCommand struct {
	Federation bool `help:"Print it as a subgraph of Apollo Federation 2."`
}

// Run prints the schema together with the built-in directives: some tools know only those that a schema defines.
func (c *schemaCommand) Run(p *process) error {
	if c.Federation {
		_, err := io.WriteString(p.stdout, generated.SubgraphSDL())
		return err
	}
	if _, err := io.WriteString(p.stdout, generated.SDL()); err != nil {
		return err
	}
	prelude, err := parser.ParseSchema(validator.Prelude)
	if err != nil {
		return fmt.Errorf("print the directives: %w", err)
	}
	for _, directive := range prelude.Directives { // this location is a draft, unknown to most tools
		directive.Locations = slices.DeleteFunc(directive.Locations, func(at ast.DirectiveLocation) bool {
			return at == "DIRECTIVE_DEFINITION"
		})
	}
	formatter.NewFormatter(p.stdout, formatter.WithIndent("  "), formatter.WithBuiltin()).
		FormatSchemaDocument(&ast.SchemaDocument{Directives: prelude.Directives})
	return nil
}

type versionCommand struct{}

// Run prints the module's version and the commit it was built from, as far as the build knows them.
func (*versionCommand) Run(p *process) error {
	_, err := fmt.Fprintln(p.stdout, "findcare", telemetry.ThisBuild())
	return err
}
