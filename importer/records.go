package importer

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/cespare/xxhash/v2"

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

// target is where the records of a file go.
type target interface {
	// put takes a record that is in use, each only once. What it comes to may be told later.
	put(ctx context.Context, e *entry) error
	// withdraw is called after the last one, for each record that is out of use.
	withdraw(ctx context.Context, e *entry) error
	// finish is called at the end.
	finish(ctx context.Context) error
}

// reading is what imports of registries have in common, wherever the records go.
type reading struct {
	options RecordsOptions
	now     time.Time // when began
	began   time.Time
	format  format
	source  string
	rejects *rejects
	report  *Report
	seen    map[recordKey]struct{} // those that stand in the file so far
	waiting []withdrawal
}

func newReading(file *RegistryFile, options RecordsOptions) *reading {
	r := &reading{
		options: options, now: options.Now.UTC().Truncate(time.Millisecond), began: time.Now(),
		rejects: newRejects(options.Rejects), report: newReport(), seen: make(map[recordKey]struct{}),
	}
	r.report.FileDate, r.report.DryRun = file.dateOr(options), options.DryRun
	return r
}

// recordKey stands for a record's key in its registry: the number itself of an NPI, else a hash.
type recordKey uint64

const npiLength = 10

func keyOf(key string) recordKey {
	if number, err := strconv.ParseUint(key, 10, 64); err == nil && len(key) == npiLength {
		return recordKey(number)
	}
	return recordKey(xxhash.Sum64String(key))
}

// withdrawal is a record of the NPI registry that is out of use, and of which nobody knows yet whether the directory has it. There
// are hundreds of thousands in a file.
type withdrawal struct {
	npi recordKey
	on  uint32 // 20061108
}

func withdrawalOf(e *entry) withdrawal {
	on, _ := strconv.ParseUint(strings.ReplaceAll(string(e.WithdrawnOn), "-", ""), 10, 32)
	return withdrawal{keyOf(e.Key), uint32(on)}
}

// entry is what the withdrawal was made of.
func (w withdrawal) entry() entry {
	var e entry
	e.Key = fmt.Sprintf("%0*d", npiLength, w.npi)
	e.WithdrawnOn = models.Date(fmt.Sprintf("%04d-%02d-%02d", w.on/10_000, w.on/100%100, w.on%100))
	return e
}

// run reads the file to its end.
func (r *reading) run(ctx context.Context, rows *rows, file *RegistryFile, to target) error {
	const often = 2000
	for {
		err := rows.next()
		var fault *valueFault
		switch {
		case errors.Is(err, io.EOF):
			return r.finish(ctx, to)
		case errors.As(err, &fault):
			err = r.take(ctx, &entry{line: rows.line, rejected: fault}, to)
		case err != nil:
			return fmt.Errorf("read %s: %w", file.Name, err)
		default:
			e := r.format.read(rows)
			err = r.take(ctx, &e, to)
		}
		if err != nil {
			return err
		}
		if r.report.Rows%often == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
			if r.options.Progress != nil {
				r.options.Progress(file.read(), file.Size, r.report.Rows)
			}
		}
	}
}

// take counts what can be told at once, and hands on the rest.
func (r *reading) take(ctx context.Context, e *entry, to target) error {
	r.report.Rows++
	switch {
	case e.rejected != nil:
		r.report.Rejected[e.rejected.reason]++
		r.rejects.add(e.line, *e.rejected, "rejected")
		return nil
	case e.skipped != "":
		r.report.Skipped[e.skipped]++
		return nil
	case e.WithdrawnOn != "":
		r.waiting = append(r.waiting, withdrawalOf(e))
		return nil
	}
	key := keyOf(e.Key)
	if _, twice := r.seen[key]; twice {
		r.report.Skipped["the record stands in the file before"]++
		return nil
	}
	r.seen[key] = struct{}{}
	for _, fault := range e.leftOut {
		r.report.LeftOut[fault.reason]++
		r.rejects.add(e.line, fault, "imported without it")
	}
	r.label(e)
	return to.put(ctx, e)
}

// label tells an entry where it came from.
func (r *reading) label(e *entry) { e.Source, e.FileDate = r.source, r.report.FileDate }

func (r *reading) finish(ctx context.Context, to target) error {
	for _, w := range r.waiting {
		e := w.entry()
		r.label(&e)
		if err := to.withdraw(ctx, &e); err != nil {
			return err
		}
	}
	return to.finish(ctx)
}

// reject counts a record that breaks a rule.
func (r *reading) reject(e *entry, fault models.Fault) {
	value := ""
	if text, ok := fault.Value.(string); ok {
		value = text
	}
	r.report.Rejected[fault.Rule]++
	r.rejects.add(e.line, valueFault{fault.Path, value, fault.Rule}, "rejected")
}
