// Package cli is the command line of findcare: its commands, each flag, and what a flag may be.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"reflect"
	"slices"
	"strings"
	"syscall"

	"findcare/graph"

	"github.com/alecthomas/kong"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"

	"findcare/internal/clock"
	"findcare/internal/store"
	"findcare/internal/telemetry"
)

// commands is the command line.
type commands struct {
	LogLevel  slog.Level `help:"Least level that is logged: debug, info, warn or error." default:"info" env:"FINDCARE_LOG_LEVEL"`
	LogFormat string     `help:"Format of the log: text or json." enum:"text,json" default:"text" env:"FINDCARE_LOG_FORMAT"`

	ShowVersion kong.VersionFlag `name:"version" help:"Print the version and exit."`

	Serve    serveCommand    `cmd:"" default:"withargs" help:"Serve the GraphQL API (the default)."`
	Import   importCommand   `cmd:"" help:"Bring a file into the directory: one in the directory format, or one of a public registry."`
	Export   exportCommand   `cmd:"" help:"Write the directory: in the directory format, as CSV, or as FHIR resources."`
	Generate generateCommand `cmd:"" help:"Write an invented directory, or an invented file of the NPI registry, of any size."`
	Token    tokenCommand    `cmd:"" help:"Make, list and revoke tokens."`
	Schema   schemaCommand   `cmd:"" help:"Print the GraphQL schema."`
	Version  versionCommand  `cmd:"" help:"Print the version."`
}

// Main runs findcare with the arguments of the process, by a clock, and ends the process with status 1 where that
// fails.
func Main(now clock.Clock) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := Run(ctx, os.Args[1:], os.Stdout, os.Stderr, now); err != nil {
		fmt.Fprintln(os.Stderr, "findcare:", err)
		os.Exit(1)
	}
}

// process is what a command runs with.
type process struct {
	stdout, stderr io.Writer
	logger         *slog.Logger
	clock          clock.Clock
	changed        []string // the flags that are not as by default, with their values
}

// errStopped is that a command was told to stop before it had done what it was for.
var errStopped = errors.New("stopped")

// Run runs one command. Its error is for the person who gave it.
func Run(ctx context.Context, args []string, stdout, stderr io.Writer, now clock.Clock) error {
	var line commands
	parser, err := newParser(&line, kong.Writers(stdout, stderr), kong.BindTo(ctx, (*context.Context)(nil)))
	if err != nil {
		return err
	}
	command, err := parser.Parse(args)
	if err != nil {
		return fmt.Errorf("%w (findcare --help tells what there is)", err)
	}
	options := &slog.HandlerOptions{Level: line.LogLevel}
	var handler slog.Handler = slog.NewTextHandler(stderr, options)
	if line.LogFormat == "json" {
		handler = slog.NewJSONHandler(stderr, options)
	}
	err = command.Run(&process{stdout, stderr, slog.New(handler), now, changed(command)})
	if ctx.Err() != nil && errors.Is(err, context.Canceled) {
		return errStopped
	}
	return err
}

// changed are the flags of a command that are not as by default, however they were set. What may hold a password is not
// shown.
func changed(command *kong.Context) (flags []string) {
	for _, flag := range command.Flags() {
		if flag.Tag == nil || flag.Name == "help" || flag.Name == "version" {
			continue
		}
		value := fmt.Sprint(flag.Target.Interface())
		if flag.Target.Kind() == reflect.Slice {
			value = strings.ReplaceAll(strings.Trim(value, "[]"), " ", ",")
		}
		before := flag.Default
		if flag.Tag.Type == "path" && before != "" {
			before = kong.ExpandPath(before)
		}
		switch {
		case before == "" && (value == "" || value == "0" || value == "false"),
			value == before,
			strings.EqualFold(value, before):
			continue
		case flag.Name == "mongodb-uri", flag.Name == "token":
			value = "(set)"
		}
		flags = append(flags, flag.Name+"="+value)
	}
	return flags
}

func newParser(line *commands, options ...kong.Option) (*kong.Kong, error) {
	return kong.New(
		line,
		append(
			options,
			kong.Name("findcare"),
			kong.Vars{"version": "findcare " + telemetry.ThisBuild().String()},
			kong.Description("A GraphQL API server for a directory of mental-health care."),
		)...)
}

// NewParser understands the command line without running anything.
func NewParser() (*kong.Kong, error) { return newParser(new(commands)) }

// Database says where the directory is kept.
type Database struct {
	URI  string `name:"mongodb-uri" help:"MongoDB connection string; its path names the database (findcare by default). Without it, an engine inside the process keeps the directory in --data." env:"MONGODB_URI"`
	Data string `help:"Folder of the embedded engine." default:"data" type:"path" env:"FINDCARE_DATA"`
}

func (d *Database) config(p *process) store.Config {
	return store.Config{URI: d.URI, DataDir: d.Data, Logger: p.logger, Monitor: telemetry.Commands()}
}

func (d *Database) open(ctx context.Context, p *process) (*store.Store, error) {
	return store.Open(ctx, d.config(p))
}

type schemaCommand struct{}

// Run prints the schema, with the directives that every GraphQL server has: some tools know only those that a schema
// defines.
func (*schemaCommand) Run(p *process) error {
	if _, err := io.WriteString(p.stdout, graph.SDL()); err != nil {
		return err
	}
	prelude, err := parser.ParseSchema(validator.Prelude)
	if err != nil {
		return fmt.Errorf("print the directives: %w", err)
	}
	for _, directive := range prelude.Directives { // of a draft, and not known to most tools
		directive.Locations = slices.DeleteFunc(
			directive.Locations,
			func(at ast.DirectiveLocation) bool { return at == "DIRECTIVE_DEFINITION" },
		)
	}
	formatter.NewFormatter(p.stdout, formatter.WithIndent("  "), formatter.WithBuiltin()).
		FormatSchemaDocument(&ast.SchemaDocument{Directives: prelude.Directives})
	return nil
}

type versionCommand struct{}

// Run prints the module's version and the commit that it was built from, where the build knows them.
func (*versionCommand) Run(p *process) error {
	_, err := fmt.Fprintln(p.stdout, "findcare", telemetry.ThisBuild())
	return err
}
