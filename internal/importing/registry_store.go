package importing

import (
	"context"
	"errors"

	"findcare/internal/editing"
	"findcare/internal/registry"
	"findcare/internal/store"
	"findcare/models"
)

const recordBatch = 1000

// ImportRecords reads a file of a registry and updates the store to what it says, in those fields that no editor has
// changed. If it is interrupted, what was written stays, and repeating it continues from there. The report is never
// nil.
func ImportRecords(ctx context.Context, to *store.Store, file *registry.File, options RecordsOptions) (*Report, error) {
	i := &recording{reading: newReading(file, options), store: to}
	i.new = newResemblances(i.now)
	var err error
	if !options.DryRun {
		err = to.MayWrite(ctx)
	}
	if err != nil {
		return i.report, err
	}
	if i.terms, err = loadTerms(ctx, to); err != nil {
		return i.report, err
	}
	content, err := i.open(ctx, file, i.terms)
	if err != nil {
		return i.report, err
	}
	defer content.Close()
	if err := i.ledger.load(ctx, to, i.source); err != nil {
		return i.report, err
	}
	if i.dates, err = to.RecordDates(ctx, i.source); err != nil {
		return i.report, err
	}
	err = i.run(ctx, content, file, i)
	err = errors.Join(err, i.settle(ctx), i.rejects.flush())
	if err == nil && i.ledger.providers > 0 && i.report.Created > 0 {
		i.report.Resembling, err = i.new.find(ctx, to)
	}
	return i.report, err
}

// recording is an import of a registry into a store.
type recording struct {
	*reading
	store   *store.Store
	terms   *registry.Terms
	ledger  ledger
	dates   *store.RecordDates
	read    []uint64 // keys of records whose file date is not stored yet
	batch   []*registry.Entry
	writing *written // nil if nothing is being written
	new     *resemblances
	begun   bool // whether anything was written
}

func (i *recording) put(ctx context.Context, e *registry.Entry) error {
	if e.Again {
		i.batch = i.dropped(i.batch, e)
		return i.add(ctx, e)
	}
	key, digest := keyOf(e.Key), number(e.Digest())
	if i.ledger.has(key, digest) {
		i.report.Unchanged++
		return i.note(ctx, key)
	}
	if err := i.ledger.open(ctx, i.store); err != nil {
		return err
	}
	if known := i.ledger.accounts[key]; known.state == present && known.digest == digest {
		i.report.Unchanged++
		return i.note(ctx, key)
	}
	return i.add(ctx, e)
}

// add adds an entry to the next batch.
func (i *recording) add(ctx context.Context, e *registry.Entry) error {
	if err := i.ledger.open(ctx, i.store); err != nil {
		return err
	}
	kept := *e
	if i.batch = append(i.batch, &kept); len(i.batch) < recordBatch {
		return nil
	}
	return i.flush(ctx)
}

func (i *recording) pass(ctx context.Context, e *registry.Entry) error {
	listed, err := i.lists(ctx, keyOf(e.Key))
	if listed {
		i.leaving = append(i.leaving, *e)
		return err
	}
	return errors.Join(err, i.note(ctx, keyOf(e.Key)))
}

func (i *recording) passedAll(context.Context) error { return nil }

func (i *recording) withdraw(ctx context.Context, e *registry.Entry) error {
	if e.Again {
		i.batch = i.dropped(i.batch, e)
		return i.add(ctx, e)
	}
	listed, err := i.lists(ctx, keyOf(e.Key))
	if err != nil {
		return err
	}
	if !listed {
		i.report.add(e, editing.NotListed)
		return i.note(ctx, keyOf(e.Key))
	}
	return i.add(ctx, e)
}

// lists reports whether the directory lists the provider of a record.
func (i *recording) lists(ctx context.Context, key recordKey) (bool, error) {
	if !i.ledger.mayHave(key) {
		return false, nil
	}
	err := i.ledger.open(ctx, i.store)
	return i.ledger.accounts[key].state == present, err
}

// note remembers that a record was read from the file. The number of records waiting to be stored is limited.
func (i *recording) note(ctx context.Context, key recordKey) error {
	const maxWaiting = 100_000
	if i.options.DryRun || !i.options.Force && !i.dates.IsNews(uint64(key), i.report.FileDate) {
		return nil
	}
	if i.read = append(i.read, uint64(key)); len(i.read) < maxWaiting {
		return nil
	}
	return errors.Join(i.settle(ctx), i.keepDates(ctx))
}

// keepDates stores the file date of the records that were noted.
func (i *recording) keepDates(ctx context.Context) error {
	read := i.read
	i.read = i.read[:0]
	return i.store.AddRecordDates(ctx, i.dates, i.report.FileDate, read)
}

// finish writes what is left and stores the digests for the next import.
func (i *recording) finish(ctx context.Context) error {
	err := errors.Join(i.flush(ctx), i.settle(ctx))
	if err != nil || i.options.DryRun {
		return err
	}
	if err := errors.Join(i.keepDates(ctx), i.store.CompactRecordDates(ctx, i.dates)); err != nil {
		return err
	}
	if i.ledger.accounts != nil && (i.begun || len(i.ledger.digests) == 0) {
		if err := i.begin(ctx); err != nil {
			return err
		}
		if err := i.store.PutDigests(ctx, i.source, i.ledger.current()); err != nil {
			return err
		}
	}
	return i.store.MarkFinished(ctx, i.mark())
}

// mark is the name of an unfinished import of the registry in the store.
func (i *recording) mark() string { return "import of " + i.source }

// begin drops the digests before the first write, since they may not hold until the import is complete.
func (i *recording) begin(ctx context.Context) error {
	if i.begun || i.options.DryRun {
		return nil
	}
	i.begun = true
	return errors.Join(i.store.MarkBegun(ctx, i.mark()), i.store.DropDigests(ctx, i.source))
}

// flush starts writing the batch. It waits for the previous batch, but not for its own, so that the next one is read
// meanwhile.
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
	if err := i.keepDates(ctx); err != nil {
		return err
	}
	i.writing = &written{batch: i.batch, result: w, done: make(chan error, 1)}
	i.batch = nil
	go func(w *written) { w.done <- i.write(ctx, w.result) }(i.writing)
	return nil
}

// written is a batch that is being written.
type written struct {
	batch  []*registry.Entry
	result *batchResult
	done   chan error
}

// settle waits for the batch that is being written and counts it. If others have changed some of its providers since,
// or only a part was written, it prepares and writes the batch again.
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
		w.result = again
		err = i.write(ctx, again)
	}
	i.count(w.result)
	return nil
}

// make creates the credentials and treatments that are new.
func (i *recording) make(ctx context.Context) error {
	if i.terms.Err != nil {
		return i.terms.Err
	}
	for _, document := range i.terms.Made {
		document.Head().UpdatedAt = i.after(nil)
		if !i.options.DryRun {
			if err := i.store.Write(ctx, document.Kind(), []models.Document{document}); err != nil {
				return err
			}
		}
		i.report.Made = append(i.report.Made, document.Head().Slug)
	}
	i.terms.Made = nil
	return nil
}
