package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"strconv"
	"time"

	"findcare/internal/backup"
	"findcare/internal/importing"
	"findcare/internal/store"
	"findcare/internal/telemetry"
)

type backupCommand struct {
	Database `embed:""`

	Server string `help:"URL of a running server to back up." env:"FINDCARE_SERVER"`
	Token  string `help:"Token of an administrator, for --server." env:"FINDCARE_TOKEN" secret:""`
	Tokens bool   `help:"Include the tokens, hashed."`
	Output string `short:"o" help:"Output file; - is standard output." default:"-"`
}

// Run backs the directory up.
func (c *backupCommand) Run(ctx context.Context, p *process) error {
	write := c.read
	if c.Server != "" {
		write = c.fetch
	}
	const ownerOnly = 0o600 // it has what the public does not see
	err := writeOutput(p, c.Output, ownerOnly, func(to io.Writer) error { return write(ctx, p, to) })
	if err != nil && ctx.Err() != nil {
		return errStopped
	}
	return err
}

// read backs up a database.
func (c *backupCommand) read(ctx context.Context, p *process, to io.Writer) error {
	db, err := c.open(ctx, p)
	if err != nil {
		return err
	}
	manifest, err := backup.Write(ctx, to, db, backup.Options{
		Tokens: c.Tokens, Findcare: telemetry.ThisBuild().String(), Clock: p.clock,
	})
	if err = errors.Join(err, db.Close(context.WithoutCancel(ctx))); err == nil {
		fmt.Fprintf(p.stderr, "backed up: %s\n", manifest)
	}
	return err
}

// fetch has a running server make the backup.
func (c *backupCommand) fetch(ctx context.Context, _ *process, to io.Writer) error {
	server, err := importing.NewServer(c.Server, c.Token)
	if err != nil {
		return fmt.Errorf("--server: %w", err)
	}
	response, err := server.Get(ctx, "/backup", url.Values{"tokens": {strconv.FormatBool(c.Tokens)}})
	if err != nil {
		return fmt.Errorf("--server: %w", err)
	}
	defer func() { _ = response.Body.Close() }()
	return backup.Copy(to, response.Body)
}

type restoreCommand struct {
	Database `embed:""`

	File string `arg:"" help:"File that findcare backup has made."`
}

// Run restores a backup.
func (c *restoreCommand) Run(ctx context.Context, p *process) error {
	config := c.config(p)
	config.Bulk, config.Restoring = true, true
	return withFile(c.File, func(file io.ReaderAt, size int64) error {
		db, err := store.Open(ctx, config)
		if err != nil {
			return err
		}
		contents, err := backup.Restore(ctx, db, file, size, p.clock())
		if err = errors.Join(err, db.Close(context.WithoutCancel(ctx))); err != nil {
			if ctx.Err() != nil {
				return fmt.Errorf("%w; what was written is not complete: the same command begins anew", errStopped)
			}
			return err
		}
		fmt.Fprintf(p.stdout, "restored: %s", describe(contents))
		return nil
	})
}

// describe says what a backup has, in lines.
func describe(c backup.Contents) string {
	text := fmt.Sprintf("the backup of %s, made by findcare %s\n", c.Header.At.Format(time.RFC3339), c.Header.Findcare)
	text += fmt.Sprintf("directory: version %s on %s\n", c.Manifest.Version, c.Manifest.Day)
	if c.Shown != c.Manifest.Version {
		text += fmt.Sprintf("           version %s by the rules of this findcare\n", c.Shown)
	}
	text += fmt.Sprintf("database:  version %d\n", c.Manifest.Database)
	return text + fmt.Sprintf("documents: %s\n", c.Manifest)
}

type verifyCommand struct {
	File string `arg:"" help:"File that findcare backup has made."`
}

// Run reads a backup, and says what it has or what is wrong with it.
func (c *verifyCommand) Run(ctx context.Context, p *process) error {
	return withFile(c.File, func(file io.ReaderAt, size int64) error {
		contents, err := backup.Verify(ctx, file, size)
		if err == nil {
			fmt.Fprintf(p.stdout, "intact: %s", describe(contents))
		}
		return err
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
