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

// RecordsOptions are the options of an import of a registry's file.
type RecordsOptions struct {
	// Now is the time of the import.
	Now time.Time
	// DryRun reads and compares everything and writes nothing.
	DryRun bool
	// Taxonomies are codes, or prefixes of codes, to import in addition to those of behavioural health; * is all.
	Taxonomies []string
	// Force imports records even if they were read from a newer file before.
	Force bool
	// FileDate is the date of the file; if empty, the file's name or modification time determines it.
	FileDate models.Date
	// Rejects, if not nil, receives the rejected rows as CSV.
	Rejects io.Writer
	// Progress, if not nil, is called from time to time with the bytes and rows read so far, and the total of bytes, -1
	// if unknown.
	Progress func(bytes, total int64, rows int)
}

// target is where the records of a file go: the store or a server.
type target interface {
	// put takes a record that is to be listed. Its result may be reported later.
	put(ctx context.Context, e *registry.Entry) error
	// pass takes a record that is out of the directory's scope. If its provider is listed, the record is added to those
	// that are withdrawn at the end.
	pass(ctx context.Context, e *registry.Entry) error
	// passedAll is called after the last pass.
	passedAll(ctx context.Context) error
	// withdraw is called at the end for each record that is not to be listed and whose provider may be.
	withdraw(ctx context.Context, e *registry.Entry) error
	// finish is called last.
	finish(ctx context.Context) error
}

// reading is the part of an import of a registry that does not depend on the target.
type reading struct {
	options RecordsOptions
	now     time.Time // when the import began
	watch   clock.Stopwatch
	source  string
	rejects *rejects
	report  *Report
	seen    store.SmallMap // the precedence of the row that counts, by the key of its record
	waiting []withdrawal
	leaving []registry.Entry // listed, and no longer to be
}

func newReading(file *registry.File, options RecordsOptions) *reading {
	r := &reading{
		options: options, now: options.Now.UTC().Truncate(time.Millisecond), watch: clock.Start(),
		rejects: newRejects(options.Rejects), report: newReport(),
	}
	r.report.FileDate, r.report.DryRun = file.DateOr(options.FileDate, models.DateOf(options.Now)), options.DryRun
	return r
}

// recordKey is a record's key in its registry, as a number.
type recordKey uint64

const npiLength = 10

func keyOf(key string) recordKey { return recordKey(models.RecordKey(key)) }

// withdrawal is a deactivated record of the NPI registry whose provider may be listed. A file has hundreds of
// thousands.
type withdrawal struct {
	npi        recordKey
	on         uint32 // 20061108
	precedence uint32
	again      bool
}

func withdrawalOf(e *registry.Entry) withdrawal {
	on, _ := strconv.ParseUint(strings.ReplaceAll(string(e.WithdrawnOn), "-", ""), 10, 32)
	return withdrawal{keyOf(e.Key), uint32(on), e.Precedence(), e.Again}
}

// entry returns the entry of the withdrawal.
func (w withdrawal) entry() registry.Entry {
	e := registry.Entry{Again: w.again}
	e.Key = fmt.Sprintf("%0*d", npiLength, w.npi)
	e.WithdrawnOn = models.Date(fmt.Sprintf("%04d-%02d-%02d", w.on/10_000, w.on/100%100, w.on%100))
	return e
}

// open opens the file and fails at once if it is not what was expected.
func (r *reading) open(ctx context.Context, file *registry.File, terms *registry.Terms) (*registry.Reader, error) {
	content, err := file.Open(
		ctx, terms, registry.Options{Taxonomies: r.options.Taxonomies, FileDate: r.report.FileDate},
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

// take counts what can be decided at once, and passes on the rest.
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
			r.report.Skipped[duplicateRow]++
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
	for _, oddity := range e.Oddities {
		r.report.Oddities[oddity]++
	}
	for _, value := range e.UnknownCodes {
		r.report.UnknownCodes.Add(value)
	}
	for _, fault := range e.Doubts {
		r.report.Doubts[fault.Reason]++
		r.rejects.add(e.Line, fault, "imported with it")
	}
	for _, fault := range e.Ignored {
		r.report.Ignored[fault.Reason]++
		r.rejects.add(e.Line, fault, "imported without it")
	}
	return to.put(ctx, e)
}

const duplicateRow = "the record stands in the file before"

// counts reports whether a row is the one of its record that counts, among those read so far.
func (r *reading) counts(e *registry.Entry) bool {
	key, precedence := models.RecordKey(e.Key), e.Precedence()
	before, twice := r.seen.Get(key)
	if twice && before >= precedence {
		return false
	}
	e.Again = twice
	r.seen.Set(key, precedence)
	return true
}

// dropped removes the earlier row of a record from a batch that is not written yet.
func (r *reading) dropped(batch []*registry.Entry, e *registry.Entry) []*registry.Entry {
	return slices.DeleteFunc(batch, func(other *registry.Entry) bool {
		if other.Key != e.Key {
			return false
		}
		r.report.Skipped[duplicateRow]++
		return true
	})
}

// label sets the origin of an entry.
func (r *reading) label(e *registry.Entry) {
	e.Source, e.FileDate, e.Force = r.source, r.report.FileDate, r.options.Force
}

func (r *reading) finish(ctx context.Context, to target) error {
	if err := to.passedAll(ctx); err != nil {
		return err
	}
	last := func(e *registry.Entry, precedence uint32) error {
		if now, _ := r.seen.Get(models.RecordKey(e.Key)); now != precedence {
			if e.WithdrawnOn != "" {
				r.report.Skipped[duplicateRow]++
			}
			return nil
		}
		r.label(e)
		return to.withdraw(ctx, e)
	}
	for _, w := range r.waiting {
		e := w.entry()
		if err := last(&e, w.precedence); err != nil {
			return err
		}
	}
	for _, e := range r.leaving {
		if err := last(&e, e.Precedence()); err != nil {
			return err
		}
	}
	return to.finish(ctx)
}

// reject counts a record that breaks a rule of models.
func (r *reading) reject(e *registry.Entry, fault models.Fault) {
	value := ""
	if text, ok := fault.Value.(string); ok {
		value = text
	}
	r.report.Rejected[fault.Rule]++
	r.rejects.add(e.Line, tables.Fault{Column: fault.Path, Value: value, Reason: fault.Rule}, "rejected")
}
