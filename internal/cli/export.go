package cli

import (
	"context"
	"fmt"
	"io"
	"net/url"
	"strconv"
	"strings"

	"findcare/internal/export"
	"findcare/internal/importing"
)

type exportCommand struct {
	Database `embed:""`

	Format      export.Format `help:"${exportFormats}" enum:"json,ndjson,csv,fhir,fhir-ndjson" default:"json"`
	Unpublished bool          `help:"Include unpublished articles and, as json or ndjson, retired providers."`
	BaseURL     string        `name:"base-url" help:"URL of the FHIR server a Bundle is for; default: UUIDs."`
	For         string        `help:"Release that will import the file; default: this one." enum:",0.1.0" default:""`
	Server      string        `help:"URL of a running server whose directory is exported." env:"FINDCARE_SERVER"`
	Token       string        `help:"Token of a viewer, for --server." env:"FINDCARE_TOKEN" secret:""`
	Output      string        `short:"o" help:"Output file; - is standard output." default:"-"`
}

// Run exports the directory.
func (c *exportCommand) Run(ctx context.Context, p *process) error {
	if c.BaseURL != "" && (c.Format != export.FHIR || !isURL(c.BaseURL)) {
		return fmt.Errorf(
			"--base-url: %q must be a URL such as https://care.example/fhir, together with --format fhir",
			c.BaseURL,
		)
	}
	if c.For != "" && c.Format != export.JSON && c.Format != export.NDJSON {
		return fmt.Errorf("--for: needs --format json or ndjson, not %s", c.Format)
	}
	write := c.read
	if c.Server != "" {
		write = c.fetch
	}
	var omitted export.Omitted
	err := writeOutput(p, c.Output, everybody, func(to io.Writer) (err error) {
		omitted, err = write(ctx, p, to)
		return err
	})
	if err != nil && ctx.Err() != nil {
		return errStopped
	}
	if err == nil && omitted.Articles > 0 {
		p.logger.Info("unpublished articles are left out; --unpublished exports them too", "articles", omitted.Articles)
	}
	if err == nil && omitted.Providers > 0 {
		p.logger.Info("retired providers are left out; --unpublished exports them too, as json or ndjson",
			"providers", omitted.Providers)
	}
	return err
}

func (c *exportCommand) options() export.Options {
	return export.Options{
		Format: c.Format, Unpublished: c.Unpublished, BaseURL: strings.TrimSuffix(c.BaseURL, "/"), For: c.For,
	}
}

// read exports a database.
func (c *exportCommand) read(ctx context.Context, p *process, to io.Writer) (omitted export.Omitted, err error) {
	db, err := c.open(ctx, p)
	if err != nil {
		return omitted, err
	}
	defer func() { _ = db.Close(context.WithoutCancel(ctx)) }()
	return export.Export(ctx, to, db, c.options())
}

// fetch has a running server make the export. A response that breaks off is an error.
func (c *exportCommand) fetch(ctx context.Context, _ *process, to io.Writer) (omitted export.Omitted, err error) {
	server, err := importing.NewServer(c.Server, c.Token)
	if err != nil {
		return omitted, fmt.Errorf("--server: %w", err)
	}
	of := c.options()
	response, err := server.Get(ctx, "/export", url.Values{
		"format": {string(of.Format)}, "unpublished": {strconv.FormatBool(of.Unpublished)},
		"base-url": {of.BaseURL}, "for": {of.For},
	})
	if err != nil {
		return omitted, fmt.Errorf("--server: %w", err)
	}
	defer func() { _ = response.Body.Close() }()
	if _, err := io.Copy(to, response.Body); err != nil {
		return omitted, fmt.Errorf("the export is not complete: %w", err)
	}
	// A proxy may drop the trailers, which only what is logged depends on.
	omitted.Articles, _ = strconv.Atoi(response.Trailer.Get(export.OmittedArticles))
	omitted.Providers, _ = strconv.Atoi(response.Trailer.Get(export.OmittedProviders))
	return omitted, nil
}
