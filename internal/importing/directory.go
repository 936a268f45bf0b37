package importing

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"findcare/internal/clock"
	"findcare/internal/dirformat"
	"findcare/internal/store"
	"findcare/models"
)

// Summary counts what an import did.
type Summary struct{ Created, Changed, Unchanged int }

// Progress is called with the number of documents written or found unchanged so far, and the total.
type Progress func(done, total int)

// faultLimit is how many faults are reported. A file with more is probably not a directory at all.
const faultLimit = 50

// Rejection is the error of a file that has faults. Nothing of the file is written.
type Rejection struct {
	Faults []dirformat.Fault
	// More reports that there are further faults.
	More bool
}

// Error lists the faults, one per line.
func (r *Rejection) Error() string {
	var b strings.Builder
	for _, fault := range r.Faults {
		b.WriteString(fault.Error() + "\n")
	}
	if r.More {
		fmt.Fprintf(&b, "… and more than these %d faults\n", faultLimit)
	}
	b.WriteString("nothing was imported")
	return b.String()
}

func (r *Rejection) add(place string, fault models.Fault) {
	if len(r.Faults) >= faultLimit {
		r.More = true
		return
	}
	r.Faults = append(r.Faults, dirformat.Fault{Place: place, Fault: fault})
}

func (r *Rejection) orNil() error {
	if len(r.Faults) == 0 {
		return nil
	}
	return r
}

// Import checks a file in the directory format and writes the documents that are new or changed. Documents are
// identified by id or, if the file gives none, by slug.
func Import(
	ctx context.Context, to *store.Store, file dirformat.File, now time.Time, progress Progress,
) (Summary, error) {
	return newImporting(to, file, now, progress).run(ctx)
}

// DryRun checks a file in the directory format and reports what an import of it would do.
func DryRun(ctx context.Context, to *store.Store, file dirformat.File, now time.Time) (Summary, error) {
	i := newImporting(to, file, now, nil)
	i.dry = true
	return i.run(ctx)
}

func newImporting(to *store.Store, file dirformat.File, now time.Time, progress Progress) *importing {
	now = now.UTC().Truncate(time.Millisecond)
	return &importing{
		store:    to,
		file:     file,
		now:      now,
		watch:    clock.Start(),
		progress: progress,
		new:      newResemblances(now),
	}
}

func (i *importing) run(ctx context.Context) (Summary, error) {
	if !i.dry {
		if err := i.store.MayWrite(ctx); err != nil {
			return Summary{}, err
		}
	}
	if err := i.index.load(ctx, i.store); err != nil {
		return Summary{}, err
	}
	if err := i.assignIDs(); err != nil {
		return Summary{}, err
	}
	if err := i.check(ctx); err != nil {
		return Summary{}, err
	}
	err := i.write(ctx)
	if err == nil && !i.dry {
		err = i.store.MarkFinished(ctx, i.file.Mark())
	}
	if err == nil {
		err = i.warnResembling(ctx)
	}
	return i.summary, err
}

// warnResembling says which new providers look like ones that were there before.
func (i *importing) warnResembling(ctx context.Context) error {
	if i.file.Warn == nil || i.index.providers == 0 || len(i.new.slugs) == 0 {
		return nil
	}
	resembling, err := i.new.find(ctx, i.store)
	for _, line := range resembling.Lines() {
		i.file.Warn(line)
	}
	return err
}

// begin records the import as unfinished before its first write.
func (i *importing) begin(ctx context.Context) error {
	if i.begun {
		return nil
	}
	i.begun = true
	return errors.Join(i.store.MarkBegun(ctx, i.file.Mark()), i.store.DropDigests(ctx, ""))
}

type importing struct {
	store    *store.Store
	file     dirformat.File
	now      time.Time // when the import began
	watch    clock.Stopwatch
	progress Progress
	dry      bool // nothing is written
	begun    bool // something was written

	index     index
	rejection Rejection
	total     int
	others    map[models.Kind][]models.Document // all but providers, checked
	new       *resemblances
	summary   Summary
}

// assignIDs gives every document of the file its id.
func (i *importing) assignIDs() error {
	return i.file.ReportingUnknownColumns().Each(func(r dirformat.Record) error {
		i.total++
		if r.Fault != nil {
			i.rejection.add(r.Place, *r.Fault)
			return nil
		}
		if fault := i.index.identify(r); fault != nil {
			i.rejection.add(r.Place, *fault)
		}
		if r.Kind == models.KindInsurer {
			i.index.addInsurer(r)
		}
		return nil
	})
}

// check validates every document of the file, and keeps those that are not providers in memory.
func (i *importing) check(ctx context.Context) error {
	i.others = make(map[models.Kind][]models.Document)
	today := models.DateOf(i.now)
	err := i.file.Each(func(r dirformat.Record) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		if r.Fault != nil {
			return nil // reported by assignIDs
		}
		document, faults, err := i.prepare(ctx, &r)
		if err != nil {
			return err
		}
		if document != nil {
			faults = append(faults, i.faultsOf(document, r.Before, today)...)
		}
		for _, fault := range faults {
			i.rejection.add(r.Place, fault)
		}
		if r.Kind != models.KindProvider && document != nil {
			i.others[r.Kind] = append(i.others[r.Kind], document)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return i.rejection.orNil()
}

// prepare decodes a document and sets its id and those in its references.
func (i *importing) prepare(ctx context.Context, r *dirformat.Record) (models.Document, []models.Fault, error) {
	if err := i.complete(ctx, r); err != nil {
		return nil, nil, err
	}
	document := r.Kind.New()
	if fault := r.Decode(document); fault != nil {
		return nil, []models.Fault{*fault}, nil
	}
	document.Normalize()
	head := document.Head()
	if id, ok := i.index.ids[r.Kind][head.Slug]; ok && head.ID == "" {
		head.ID = id
	}
	if known, exists := i.index.stored[head.ID]; exists && !known.deleted {
		head.Succeed(known.slug, i.index.former[head.ID])
	}
	document.References(func(_ string, kind models.Kind, reference *string) {
		if id, ok := i.index.ids[kind][*reference]; ok {
			*reference = id
		}
	})
	if provider, ok := document.(*models.Provider); ok {
		provider.Insurances = i.index.insurerNames().Spelled(provider.Insurances)
		if r.IsRow() && i.index.retired[head.ID] {
			provider.Status = models.ProviderRetired // a table has no column for it
		}
	}
	if article, ok := document.(*models.Article); ok {
		article.ContinueReview(i.index.reviews[head.ID])
		article.SettleReview()
	}
	return document, nil, nil
}

// write stores the documents that are new or changed, referenced kinds first.
func (i *importing) write(ctx context.Context) error {
	for _, kind := range models.Kinds {
		batch := &batch{importing: i, kind: kind}
		if kind != models.KindProvider {
			for _, document := range i.others[kind] {
				if err := batch.add(ctx, document); err != nil {
					return err
				}
			}
		} else if err := i.file.Each(func(r dirformat.Record) error {
			if r.Kind != models.KindProvider {
				return nil
			}
			document, faults, err := i.prepare(ctx, &r)
			if err != nil {
				return err
			}
			if len(faults) > 0 {
				return fmt.Errorf("%s the file changed while it was being imported", r.Place)
			}
			return batch.add(ctx, document)
		}); err != nil {
			return err
		}
		if err := batch.flush(ctx); err != nil {
			return err
		}
	}
	return nil
}

type batch struct {
	*importing
	kind    models.Kind
	created []models.Document
	changed []models.Document
}

func (b *batch) len() int { return len(b.created) + len(b.changed) }

func (b *batch) add(ctx context.Context, document models.Document) error {
	const size = 1000
	head := document.Head()
	known, exists := b.index.stored[head.ID]
	hash, err := models.ContentHash(document)
	if err != nil {
		return err
	}
	switch {
	case exists && !known.deleted && known.hash == hash:
		b.summary.Unchanged++
		b.report()
		return nil
	case exists && !known.deleted:
		b.summary.Changed++
		if err := b.warnEmptied(ctx, document); err != nil {
			return err
		}
	default:
		b.summary.Created++
		if provider, ok := document.(*models.Provider); ok {
			b.new.add(provider)
		}
	}
	head.Revision, head.UpdatedAt = known.revision+1, b.time()
	if exists {
		b.changed = append(b.changed, document)
	} else {
		b.created = append(b.created, document)
	}
	if b.len() < size {
		return nil
	}
	return b.flush(ctx)
}

// time returns the current time in steps: a short import has one time, and a long one never writes with a time so old
// that servers which poll for recent updates would miss it.
func (i *importing) time() time.Time { return inSteps(i.now, i.watch) }

func inSteps(now time.Time, watch clock.Stopwatch) time.Time {
	const step = 10 * time.Second
	return now.Add(watch.Elapsed().Truncate(step))
}

func (b *batch) flush(ctx context.Context) error {
	if !b.dry && b.len() > 0 {
		if err := b.write(ctx); err != nil {
			return err
		}
	}
	b.created, b.changed = b.created[:0], b.changed[:0]
	b.report()
	return nil
}

func (b *batch) write(ctx context.Context) error {
	if err := b.begin(ctx); err != nil {
		return err
	}
	if err := b.store.Write(ctx, b.kind, b.created); err != nil {
		return err
	}
	revisions := make([]store.Revision, len(b.changed))
	for i, after := range b.changed {
		change, err := b.changeTo(ctx, after)
		if err != nil {
			return err
		}
		revisions[i] = store.Revision{Change: change, After: after}
	}
	return b.store.CommitAll(ctx, b.kind, revisions)
}

// changeTo returns the record of the change from the stored revision to the next one.
func (b *batch) changeTo(ctx context.Context, after models.Document) (*models.Change, error) {
	head := after.Head()
	before, found, err := b.store.Find(ctx, b.kind, head.ID)
	if err != nil {
		return nil, err
	}
	if !found || before.Head().Revision != head.Revision-1 {
		return nil, fmt.Errorf("write %s: %w", head.ID, store.ErrConflict)
	}
	head.UpdatedAt = before.Head().NextUpdate(head.UpdatedAt)
	if before.Head().DeletedAt != nil {
		before = nil
	}
	change, err := models.NewChange(before, after)
	if err == nil {
		change.ByImport("")
	}
	return change, err
}

func (b *batch) report() {
	if b.progress != nil {
		b.progress(b.summary.Created+b.summary.Changed+b.summary.Unchanged-b.len(), b.total)
	}
}
