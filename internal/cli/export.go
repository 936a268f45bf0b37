package cli

import (
	"context"
	"fmt"
	"io"
	"strings"

	"findcare/internal/export"
)

type exportCommand struct {
	Database `embed:""`

	Format      export.Format `help:"${exportFormats}" enum:"json,ndjson,csv,fhir,fhir-ndjson" default:"json"`
	Unpublished bool          `help:"Include unpublished articles and, as json or ndjson, retired providers."`
	BaseURL     string        `name:"base-url" help:"URL of the FHIR server a Bundle is for; default: UUIDs."`
	For         string        `help:"Release that will import the file; default: this one." enum:",0.1.0" default:""`
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
	err := c.write(ctx, p)
	if err != nil && ctx.Err() != nil {
		return errStopped
	}
	return err
}

func (c *exportCommand) write(ctx context.Context, p *process) error {
	db, err := c.open(ctx, p)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close(context.WithoutCancel(ctx)) }()
	var leftOut export.Omitted
	err = writeOutput(p, c.Output, func(to io.Writer) (err error) {
		leftOut, err = export.Export(ctx, to, db, export.Options{
			Format: c.Format, Unpublished: c.Unpublished, BaseURL: strings.TrimSuffix(c.BaseURL, "/"), For: c.For,
		})
		return err
	})
	if err == nil && leftOut.Articles > 0 {
		p.logger.Info("unpublished articles are left out; --unpublished exports them too", "articles", leftOut.Articles)
	}
	if err == nil && leftOut.Providers > 0 {
		p.logger.Info("retired providers are left out; --unpublished exports them too, as json or ndjson",
			"providers", leftOut.Providers)
	}
	return err
}
