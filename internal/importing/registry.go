package importing

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"findcare/internal/clock"
	"findcare/internal/registry"
	"findcare/internal/store"
	"findcare/internal/tables"
	"findcare/models"
)

// RecordsOptions say how a registry's file is imported.
type RecordsOptions struct {
	// Now is the time of the import.
	Now time.Time
	// DryRun reads and compares everything, and writes nothing.
	DryRun bool
	// Taxonomies are codes, or starts of codes, that are wanted besides those of behavioural health; * is all.
	Taxonomies []string
	// Force brings in records that were read from a newer file before.
	Force bool
	// FileDate is the date of the file; where it is empty, the file tells it.
	FileDate models.Date
	// Rejects, where it is not nil, gets the rejected rows as CSV.
	Rejects io.Writer
	// Progress, where it is not nil, is told from time to time how many bytes and rows were read, of how many bytes; -1
	// where that is not known.
	Progress func(bytes, total int64, rows int)
}

// target is where the records of a file go.
type target interface {
	// put takes a record that is to be listed. What it comes to may be told later.
	put(ctx context.Context, e *registry.Entry) error
	// pass takes a record that is none of the directory's business. Where the directory lists it, it is put to those
	// that leave.
	pass(ctx context.Context, e *registry.Entry) error
	// passedAll is called after the last of them.
	passedAll(ctx context.Context) error
	// withdraw is called after the last one, for each record that is not to be listed, and that may be.
	withdraw(ctx context.Context, e *registry.Entry) error
	// finish is called at the end.
	finish(ctx context.Context) error
}

// reading is what imports of registries have in common, wherever the records go.
type reading struct {
	options RecordsOptions
	now     time.Time // when began
	watch   clock.Stopwatch
	source  string
	rejects *rejects
	report  *Report
	seen    store.SmallMap // the standing of the rows that count, by the keys of their records
	waiting []withdrawal
	leaving []registry.Entry // known to the directory, and not to be listed any more
}

func newReading(file *registry.File, options RecordsOptions) *reading {
	r := &reading{
		options: options, now: options.Now.UTC().Truncate(time.Millisecond), watch: clock.Start(),
		rejects: newRejects(options.Rejects), report: newReport(),
	}
	r.report.FileDate, r.report.DryRun = file.DateOr(options.FileDate, models.DateOf(options.Now)), options.DryRun
	return r
}

// recordKey stands for a record's key in its registry.
type recordKey uint64

const npiLength = 10

func keyOf(key string) recordKey { return recordKey(models.RecordKey(key)) }

// withdrawal is a record of the NPI registry that is out of use, and of which nobody knows yet whether the directory
// has it. There are hundreds of thousands in a file.
type withdrawal struct {
	npi      recordKey
	on       uint32 // 20061108
	standing uint32
	again    bool
}

func withdrawalOf(e *registry.Entry) withdrawal {
	on, _ := strconv.ParseUint(strings.ReplaceAll(string(e.WithdrawnOn), "-", ""), 10, 32)
	return withdrawal{keyOf(e.Key), uint32(on), e.Standing(), e.Again}
}

// entry is what the withdrawal was made of.
func (w withdrawal) entry() registry.Entry {
	e := registry.Entry{Again: w.again}
	e.Key = fmt.Sprintf("%0*d", npiLength, w.npi)
	e.WithdrawnOn = models.Date(fmt.Sprintf("%04d-%02d-%02d", w.on/10_000, w.on/100%100, w.on%100))
	return e
}

// open opens the file, and tells at once where it is another than was expected.
func (r *reading) open(ctx context.Context, file *registry.File, terms *registry.Terms) (*registry.Reader, error) {
	content, err := file.Open(
		ctx,
		terms,
		registry.Options{Taxonomies: r.options.Taxonomies, FileDate: r.report.FileDate},
	)
	if err != nil {
		return nil, err
	}
	r.source, r.report.Source = content.Source(), content.Source()
	return content, nil
}

// run reads the file to its end.
func (r *reading) run(ctx context.Context, content *registry.Reader, file *registry.File, to target) error {
	const often = 2000
	for {
		e, err := content.Next()
		switch {
		case errors.Is(err, io.EOF):
			return r.finish(ctx, to)
		case err != nil:
			return fmt.Errorf("read %s: %w", file.Name, err)
		}
		if err := r.take(ctx, &e, to); err != nil {
			return err
		}
		if r.report.Rows%often == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
			if r.options.Progress != nil {
				r.options.Progress(file.BytesRead(), file.Size, r.report.Rows)
			}
		}
	}
}

// take counts what can be told at once, and hands on the rest.
func (r *reading) take(ctx context.Context, e *registry.Entry, to target) error {
	r.report.Rows++
	if e.Rejected != nil {
		r.report.Rejected[e.Rejected.Reason]++
		r.rejects.add(e.Line, *e.Rejected, "rejected")
		if e.NotListed != models.Unclear {
			return nil
		}
	}
	if !r.counts(e) {
		if e.Rejected == nil {
			r.report.Skipped[standsBefore]++
		}
		return nil
	}
	r.label(e)
	switch {
	case e.WithdrawnOn != "":
		r.waiting = append(r.waiting, withdrawalOf(e))
		return nil
	case e.NotListed == models.Unclear:
		r.leaving = append(r.leaving, *e)
		return nil
	case e.NotListed != "":
		r.report.Skipped[e.Skipped]++
		if e.Again {
			r.leaving = append(r.leaving, *e)
			return nil
		}
		return to.pass(ctx, e)
	}
	for _, fault := range e.LeftOut {
		r.report.LeftOut[fault.Reason]++
		r.rejects.add(e.Line, fault, "imported without it")
	}
	return to.put(ctx, e)
}

const standsBefore = "the record stands in the file before"

// counts tells whether a row is the one of its record that counts, as far as the file was read.
func (r *reading) counts(e *registry.Entry) bool {
	key, standing := models.RecordKey(e.Key), e.Standing()
	before, twice := r.seen.Get(key)
	if twice && before >= standing {
		return false
	}
	e.Again = twice
	r.seen.Set(key, standing)
	return true
}

// dropped takes the row that a later one of the same record stands for out of those that wait to be written.
func (r *reading) dropped(batch []*registry.Entry, e *registry.Entry) []*registry.Entry {
	return slices.DeleteFunc(batch, func(other *registry.Entry) bool {
		if other.Key != e.Key {
			return false
		}
		r.report.Skipped[standsBefore]++
		return true
	})
}

// label tells an entry where it came from.
func (r *reading) label(e *registry.Entry) {
	e.Source, e.FileDate, e.Force = r.source, r.report.FileDate, r.options.Force
}

func (r *reading) finish(ctx context.Context, to target) error {
	if err := to.passedAll(ctx); err != nil {
		return err
	}
	last := func(e *registry.Entry, standing uint32) error {
		if now, _ := r.seen.Get(models.RecordKey(e.Key)); now != standing {
			if e.WithdrawnOn != "" {
				r.report.Skipped[standsBefore]++
			}
			return nil
		}
		r.label(e)
		return to.withdraw(ctx, e)
	}
	for _, w := range r.waiting {
		e := w.entry()
		if err := last(&e, w.standing); err != nil {
			return err
		}
	}
	for _, e := range r.leaving {
		if err := last(&e, e.Standing()); err != nil {
			return err
		}
	}
	return to.finish(ctx)
}

// reject counts a record that breaks a rule.
func (r *reading) reject(e *registry.Entry, fault models.Fault) {
	value := ""
	if text, ok := fault.Value.(string); ok {
		value = text
	}
	r.report.Rejected[fault.Rule]++
	r.rejects.add(e.Line, tables.Fault{Column: fault.Path, Value: value, Reason: fault.Rule}, "rejected")
}
