package importer

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/cespare/xxhash/v2"

	"findcare/models"
	"findcare/store"
)

// RecordsOptions say how a registry's file is imported.
type RecordsOptions struct {
	// Now is the time of the import.
	Now time.Time
	// DryRun reads and compares everything, and writes nothing.
	DryRun bool
	// Taxonomies are codes, or starts of codes, that are wanted besides those of behavioural health; * is all.
	Taxonomies []string
	// FileDate is the date of the file; where it is empty, the file tells it.
	FileDate models.Date
	// Rejects, where it is not nil, gets the rejected rows as CSV.
	Rejects io.Writer
	// Progress, where it is not nil, is told from time to time how many bytes and rows were read, of how many bytes; -1 where
	// that is not known.
	Progress func(bytes, total int64, rows int)
}

// format reads the rows of one registry's files.
type format interface {
	source() string
	read(*rows) entry
}

const recordBatch = 1000

// ImportRecords reads a file of a registry and brings the directory to what it says, in those fields that no editor has changed.
// Where it is stopped, what was written stays, and the same again goes on from there. The report is never nil.
func ImportRecords(ctx context.Context, to *store.Store, file *RegistryFile, options RecordsOptions) (*Report, error) {
	i := &recording{
		store: to, options: options, now: options.Now.UTC().Truncate(time.Millisecond), fields: importedFields(),
		rejects: newRejects(options.Rejects), report: newReport(),
	}
	i.report.FileDate, i.report.DryRun = file.dateOr(options), options.DryRun
	var err error
	if i.terms, err = loadTerms(ctx, to); err != nil {
		return i.report, err
	}
	content, err := file.open(ctx, i.terms, i.report.FileDate, options)
	if err != nil {
		return i.report, err
	}
	defer content.Close()
	i.format, i.ledger.source, i.report.Source = content.format, content.source(), content.source()
	if err := i.ledger.load(ctx, to); err != nil {
		return i.report, err
	}
	err = i.run(ctx, content.rows, file)
	return i.report, errors.Join(err, i.settle(ctx), i.rejects.flush())
}

type recording struct {
	store   *store.Store
	options RecordsOptions
	now     time.Time
	format  format
	fields  []importedField
	terms   *terms
	ledger  ledger
	rejects *rejects
	report  *Report
	batch   []entry
	writing *written // nil where nothing is
	begun   bool     // whether anything was written
}

func (i *recording) run(ctx context.Context, rows *rows, file *RegistryFile) error {
	const often = 2000
	for {
		err := rows.next()
		var fault *valueFault
		switch {
		case errors.Is(err, io.EOF):
			return i.finish(ctx)
		case errors.As(err, &fault):
			err = i.take(ctx, entry{line: rows.line, rejected: fault})
		case err != nil:
			return fmt.Errorf("read %s: %w", file.Name, err)
		default:
			err = i.take(ctx, i.format.read(rows))
		}
		if err != nil {
			return err
		}
		if len(i.batch) >= recordBatch {
			if err := i.flush(ctx); err != nil {
				return err
			}
		}
		if i.report.Rows%often == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
			if i.options.Progress != nil {
				i.options.Progress(file.read(), file.Size, i.report.Rows)
			}
		}
	}
}

// take counts what can be told at once, and keeps the rest for the batch.
func (i *recording) take(ctx context.Context, e entry) error {
	i.report.Rows++
	switch {
	case e.rejected != nil:
		i.report.Rejected[e.rejected.reason]++
		i.rejects.add(e.line, *e.rejected, "rejected")
		return nil
	case e.skipped != "":
		i.report.Skipped[e.skipped]++
		return nil
	case e.withdrawn != "":
		i.ledger.waiting = append(i.ledger.waiting, withdrawal{e.key, e.withdrawn})
		return nil
	}
	key := xxhash.Sum64String(e.key)
	if i.ledger.seen[key] {
		i.report.Skipped["the record stands in the file before"]++
		return nil
	}
	i.ledger.seen[key] = true
	for _, fault := range e.leftOut {
		i.report.LeftOut[fault.reason]++
		i.rejects.add(e.line, fault, "imported without it")
	}
	digest := e.digest()
	if i.ledger.has(e.key, digest) {
		i.report.Unchanged++
		return nil
	}
	if err := i.ledger.open(ctx, i.store); err != nil {
		return err
	}
	known := i.ledger.entries[e.key]
	switch {
	case known.deleted() && !known.withdrawn:
		i.report.Skipped["deleted by an editor"]++
	case known.digest == digest && !known.deleted():
		i.report.Unchanged++
	default:
		i.batch = append(i.batch, e)
	}
	return nil
}

// finish looks at the records that are out of use, writes what is left, and keeps the digests for the next time.
func (i *recording) finish(ctx context.Context) error {
	if slices.ContainsFunc(i.ledger.waiting, i.ledger.imported) {
		if err := i.ledger.open(ctx, i.store); err != nil {
			return err
		}
	}
	for _, w := range i.ledger.waiting {
		if known, exists := i.ledger.entries[w.key]; !exists || known.deleted() {
			i.report.Skipped["deactivated"]++
			continue
		}
		i.batch = append(i.batch, entry{key: w.key, withdrawn: w.on})
		if len(i.batch) >= recordBatch {
			if err := i.flush(ctx); err != nil {
				return err
			}
		}
	}
	if err := errors.Join(i.flush(ctx), i.settle(ctx)); err != nil || i.options.DryRun || i.ledger.entries == nil {
		return err
	}
	return i.remember(ctx)
}

// flush brings the providers of the batch to what the file says, while the next batch is read: it waits for the batch before,
// and not for its own.
func (i *recording) flush(ctx context.Context) error {
	if err := errors.Join(i.settle(ctx), ctx.Err()); err != nil || len(i.batch) == 0 {
		return err
	}
	if err := i.begin(ctx); err != nil {
		return err
	}
	if err := i.make(ctx); err != nil {
		return err
	}
	w, err := i.prepare(ctx, i.batch, false)
	if err != nil {
		return err
	}
	i.writing = &written{batch: i.batch, work: w, done: make(chan error, 1)}
	i.batch = nil
	go func(w *written) { w.done <- i.write(ctx, w.work) }(i.writing)
	return nil
}

// written is a batch on its way into the database.
type written struct {
	batch []entry
	work  *work
	done  chan error
}

// settle waits for the batch that is being written, and counts it. Where others have changed some of its providers meanwhile,
// or a part of it was written, it looks at them again.
func (i *recording) settle(ctx context.Context) error {
	if i.writing == nil {
		return nil
	}
	w := i.writing
	i.writing = nil
	err := <-w.done
	const attempts = 4
	for attempt := 0; err != nil; attempt++ {
		if attempt == attempts || ctx.Err() != nil || errors.Is(err, store.ErrUnavailable) {
			return err
		}
		again, prepareErr := i.prepare(ctx, w.batch, true)
		if prepareErr != nil {
			return prepareErr
		}
		w.work = again
		err = i.write(ctx, again)
	}
	i.count(w.work)
	return nil
}

// make adds the credentials and treatments that are new.
func (i *recording) make(ctx context.Context) error {
	for _, document := range i.terms.made {
		document.Head().UpdatedAt = i.now
		if !i.options.DryRun {
			if err := i.store.Write(ctx, document.Kind(), []models.Document{document}); err != nil {
				return err
			}
		}
		i.report.Made = append(i.report.Made, document.Head().Slug)
	}
	i.terms.made = nil
	return nil
}
