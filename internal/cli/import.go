package cli

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"os"
	"slices"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"findcare/internal/clock"
	"findcare/internal/dirformat"
	"findcare/internal/importing"
	"findcare/internal/registry"
	"findcare/internal/store"
	"findcare/models"
)

type importCommand struct {
	Database `embed:""`

	Format   registry.Format `help:"${importFormats}" enum:"${importFormat}" default:"auto"`
	Taxonomy []string        `help:"Further taxonomy codes to import, or prefixes of them; * is all."`
	FileDate models.Date     `help:"Date of the registry file, e.g. 2026-11-08; default: by its name or time."`
	Force    bool            `help:"Import records also if a newer file was imported before."`
	DryRun   bool            `help:"Report what would change, and write nothing."`
	Replace  bool            `help:"Replace providers of a CSV as a whole: members without a column are emptied."`
	Server   string          `help:"URL of a running server to import the file through." env:"FINDCARE_SERVER"`
	Token    string          `help:"Token of an editor, for --server." env:"FINDCARE_TOKEN" secret:""`
	Rejects  string          `help:"CSV file for rejected rows and values of a registry file." type:"path"`

	File string `arg:"" help:"JSON, NDJSON, CSV, or the ZIP file of the NPI registry; - is standard input."`
}

// Run imports the file.
func (c *importCommand) Run(ctx context.Context, p *process) error {
	if c.FileDate != "" && !c.FileDate.Valid() {
		return fmt.Errorf("--file-date: %q must be a date such as 2026-11-08", string(c.FileDate))
	}
	source, err := c.find()
	if err != nil {
		return err
	}
	if source.spooled != "" {
		defer func() { _ = os.Remove(source.spooled) }()
	}
	if c.Server != "" {
		return c.send(ctx, p, source)
	}
	if source.registry != nil {
		return c.importRecords(
			ctx,
			p,
			source.registry,
			func(options importing.RecordsOptions) (report *importing.Report, err error) {
				err = c.withStore(ctx, p, func(db *store.Store) (err error) {
					report, err = importing.ImportRecords(ctx, db, source.registry, options)
					return err
				})
				return report, err
			},
		)
	}
	return c.importFile(ctx, p, source.directory, func(file dirformat.File) (summary importing.Summary, err error) {
		err = c.withStore(ctx, p, func(db *store.Store) (err error) {
			options := importing.Options{Now: p.clock(), DryRun: c.DryRun}
			if !c.DryRun {
				options.Progress = progress(p)
			}
			summary, err = importing.ImportFile(ctx, db, file, options)
			return err
		})
		return summary, err
	})
}

// importFile imports a file in the directory format, and prints what came of it.
func (c *importCommand) importFile(
	ctx context.Context, p *process, file dirformat.File, run func(dirformat.File) (importing.Summary, error),
) error {
	file.Replace = c.Replace
	file.Warn = func(line string) { fmt.Fprintln(p.stdout, line) }
	summary, err := run(file)
	if err != nil {
		return c.orStopped(ctx, err)
	}
	fmt.Fprintf(p.stdout, "%d created, %d changed, %d unchanged\n", summary.Created, summary.Changed, summary.Unchanged)
	return nil
}

// withStore calls use with the database, and closes it: what is reported as done is on the disk.
func (c *importCommand) withStore(ctx context.Context, p *process, use func(*store.Store) error) error {
	config := c.config(p)
	config.Bulk = !c.DryRun
	db, err := store.Open(ctx, config)
	if err != nil {
		return err
	}
	err = use(db)
	return errors.Join(err, db.Close(context.WithoutCancel(ctx)))
}

// orStopped returns the error of an import, or errStopped if it was interrupted.
func (c *importCommand) orStopped(ctx context.Context, err error) error {
	switch {
	case ctx.Err() == nil:
		return err
	case c.DryRun:
		return errStopped
	}
	return fmt.Errorf("%w; what was written stays, and the same command goes on from there", errStopped)
}

// send imports through a running server.
func (c *importCommand) send(ctx context.Context, p *process, source source) error {
	server, err := importing.NewServer(c.Server, c.Token)
	if err != nil {
		return fmt.Errorf("--server: %w", err)
	}
	if source.registry == nil {
		return c.importFile(ctx, p, source.directory, func(file dirformat.File) (importing.Summary, error) {
			return importing.SendFile(ctx, server, file, c.DryRun, progress(p))
		})
	}
	return c.importRecords(ctx, p, source.registry, func(options importing.RecordsOptions) (*importing.Report, error) {
		return importing.SendRecords(ctx, server, source.registry, options)
	})
}

// directoryFormat is the value of --format for the directory format, which belongs to no registry.
const directoryFormat registry.Format = "directory"

// source is what an import reads.
type source struct {
	registry  *registry.File // nil for the directory format
	directory dirformat.File
	spooled   string // temporary file to remove afterwards, "" for none
}

// find opens the file. Without --format, its first bytes decide on the format.
func (c *importCommand) find() (source, error) {
	format := c.Format
	if format == "auto" {
		format = ""
	}
	if c.File != "-" {
		start, err := startOf(c.File)
		if err != nil {
			return source{}, err
		}
		if format == directoryFormat || format == "" && !registry.IsFile(start) {
			return source{directory: dirformat.Path(c.File)}, nil
		}
		file, err := registry.Path(c.File)
		if err == nil {
			file.Format = format
		}
		return source{registry: file}, err
	}
	content := bufio.NewReaderSize(os.Stdin, startSize)
	start, err := content.Peek(startSize)
	if err != nil && !errors.Is(err, io.EOF) {
		return source{}, err
	}
	directory := format == directoryFormat || format == "" && !registry.IsFile(start)
	if !directory && !bytes.HasPrefix(start, []byte("PK\x03\x04")) {
		file := registry.Stream("standard input", content)
		file.Format = format
		return source{registry: file}, nil
	}
	// Formats that are read more than once, or not from the beginning, need a file.
	spooled, err := spool(content)
	if err != nil {
		return source{spooled: spooled}, err
	}
	if directory {
		file := dirformat.Path(spooled)
		file.Name = "standard input"
		return source{directory: file, spooled: spooled}, nil
	}
	file, err := registry.Path(spooled)
	if err == nil {
		file.Format = format
	}
	return source{registry: file, spooled: spooled}, err
}

const startSize = 4096

func startOf(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	start := make([]byte, startSize)
	n, err := io.ReadFull(file, start)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil
	}
	return start[:n], err
}

func spool(from io.Reader) (path string, err error) {
	file, err := os.CreateTemp("", "findcare-import-")
	if err != nil {
		return "", err
	}
	if _, err = io.Copy(file, from); err == nil {
		err = file.Close()
	}
	return file.Name(), err
}

func (c *importCommand) importRecords(
	ctx context.Context,
	p *process,
	file *registry.File,
	run func(importing.RecordsOptions) (*importing.Report, error),
) (err error) {
	options := importing.RecordsOptions{
		Now: p.clock(), DryRun: c.DryRun, Force: c.Force, Taxonomies: c.Taxonomy, FileDate: c.FileDate,
		Progress: recordProgress(p, file),
	}
	if c.Rejects != "" {
		rejects, err := os.Create(c.Rejects)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, rejects.Close()) }()
		options.Rejects = rejects
	}
	report, err := run(options)
	if err != nil && (report == nil || report.Rows == 0) {
		return c.orStopped(ctx, err)
	}
	logOddities(p.logger, report)
	return c.orStopped(ctx, errors.Join(err, report.Write(p.stdout)))
}

// logOddities logs what was odd about a file, so that those who run imports by a timer see when it changes.
func logOddities(logger *slog.Logger, report *importing.Report) {
	var counts []any
	for _, of := range []map[string]int{report.Rejected, report.Ignored, report.Doubts} {
		for _, what := range slices.Sorted(maps.Keys(of)) {
			counts = append(counts, slog.Int(what, of[what]))
		}
	}
	for _, what := range slices.Sorted(maps.Keys(report.Oddities)) {
		counts = append(counts, slog.Int(string(what), report.Oddities[what]))
	}
	if n := report.UnknownCodes.Total(); n > 0 {
		counts = append(counts, slog.Int("unknown service codes", n))
	}
	if len(counts) > 0 {
		logger.Info("the file has oddities", "source", report.Source, "fileDate", string(report.FileDate),
			"rows", report.Rows, slog.Group("counts", counts...))
	}
}

// bar returns a progress bar on the terminal, nil without one.
func bar(p *process, total int64, options ...progressbar.Option) *progressbar.ProgressBar {
	file, ok := p.stderr.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return nil
	}
	return progressbar.NewOptions64(
		total,
		append(
			options,
			progressbar.OptionSetWriter(file),
			progressbar.OptionShowCount(),
			progressbar.OptionSetPredictTime(
				true,
			),
			progressbar.OptionClearOnFinish(),
			progressbar.OptionThrottle(100*time.Millisecond),
		)...)
}

// progress shows a bar on a terminal, and elsewhere a line for each tenth.
func progress(p *process) importing.Progress {
	var shown *progressbar.ProgressBar
	reported := 0
	return func(done, total int) {
		if shown == nil {
			shown = bar(p, int64(total), progressbar.OptionShowIts())
		}
		if shown != nil {
			_ = shown.Set(done)
			return
		}
		const steps = 10
		if step := steps * done / max(total, 1); step > reported {
			reported = step
			fmt.Fprintf(p.stderr, "%d of %d documents\n", done, total)
		}
	}
}

// recordProgress counts bytes: how many rows a file has is not known in advance.
func recordProgress(p *process, file *registry.File) func(bytes, total int64, rows int) {
	shown := bar(p, file.Size, progressbar.OptionShowBytes(true))
	watch, reported := clock.Start(), int64(0)
	return func(bytes, total int64, rows int) {
		rate := float64(rows) / max(watch.Elapsed().Seconds(), 0.001)
		if shown != nil {
			shown.Describe(fmt.Sprintf("%d rows, %.0f a second", rows, rate))
			_ = shown.Set64(bytes)
			return
		}
		const steps = 10
		if total <= 0 {
			return
		}
		if step := steps * bytes / total; step > reported {
			reported = step
			fmt.Fprintf(p.stderr, "%d%% of the file: %d rows, %.0f a second\n", 100*bytes/total, rows, rate)
		}
	}
}
