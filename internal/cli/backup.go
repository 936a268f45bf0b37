package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"findcare/internal/backup"
	"findcare/internal/store"
	"findcare/internal/telemetry"
)

type backupCommand struct {
	Database `embed:""`

	Tokens bool   `help:"Include the tokens, hashed."`
	Output string `short:"o" help:"Output file; - is standard output." default:"-"`
}

// Run backs the directory up.
func (c *backupCommand) Run(ctx context.Context, p *process) error {
	db, err := c.open(ctx, p)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close(context.WithoutCancel(ctx)) }()
	var manifest backup.Manifest
	err = writeOutput(p, c.Output, func(to io.Writer) (err error) {
		manifest, err = backup.Write(ctx, to, db, backup.Options{
			Tokens: c.Tokens, Findcare: telemetry.ThisBuild().String(), At: p.clock(),
		})
		return err
	})
	if err != nil && ctx.Err() != nil {
		return errStopped
	}
	if err == nil {
		fmt.Fprintf(p.stderr, "backed up: %s\n", manifest)
	}
	return err
}

type restoreCommand struct {
	Database `embed:""`

	File string `arg:"" help:"File that findcare backup has made."`
}

// Run restores a backup.
func (c *restoreCommand) Run(ctx context.Context, p *process) error {
	config := c.config(p)
	config.Bulk = true
	return withFile(c.File, func(file io.ReaderAt, size int64) error {
		db, err := store.Open(ctx, config)
		if err != nil {
			return err
		}
		header, manifest, err := backup.Restore(ctx, db, file, size)
		if err = errors.Join(err, db.Close(context.WithoutCancel(ctx))); err != nil {
			return err
		}
		fmt.Fprintf(p.stdout, "restored the backup of %s: %s\n", header.At.Format(time.RFC3339), manifest)
		return nil
	})
}

type verifyCommand struct {
	File string `arg:"" help:"File that findcare backup has made."`
}

// Run reads a backup, and says what it has or what is wrong with it.
func (c *verifyCommand) Run(ctx context.Context, p *process) error {
	return withFile(c.File, func(file io.ReaderAt, size int64) error {
		header, manifest, err := backup.Verify(ctx, file, size)
		if err != nil {
			return err
		}
		fmt.Fprintf(p.stdout, "intact: made %s by findcare %s of a database of version %d: %s\n",
			header.At.Format(time.RFC3339), header.Findcare, header.Database, manifest)
		return nil
	})
}

// withFile calls use with an open file, and names the file in its error.
func withFile(path string, use func(file io.ReaderAt, size int64) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }()
	info, err := file.Stat()
	if err != nil {
		return err
	}
	if err := use(file, info.Size()); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}
