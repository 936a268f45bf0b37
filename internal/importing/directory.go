package importing

import (
	"context"
	"errors"
	"fmt"
	"time"

	"findcare/internal/clock"
	"findcare/internal/dirformat"
	"findcare/internal/editing"
	"findcare/internal/store"
	"findcare/models"
)

// Summary counts what an import did.
type Summary struct{ Created, Changed, Unchanged int }

// Progress is called with the number of documents written or found unchanged so far, and the total.
type Progress func(done, total int)

// Options are the options of an import of a file in the directory format.
type Options struct {
	// Now is the time of the import.
	Now time.Time
	// DryRun checks and compares everything and writes nothing.
	DryRun bool
	// Editor, if not nil, makes the changes as those of the principal of the context, and has them in its catalog. It
	// must have the same store.
	Editor *editing.Editor
	// Progress, Note and Change are called with how far the import is, with what people should know, and with each
	// document that it creates or changes, unless they are nil.
	Progress Progress
	Note     func(models.ImportNote)
	Change   func(models.ImportChange)
}

// Import checks a file in the directory format and writes the documents that are new or changed. Documents are
// identified by id or, if the file gives none, by slug.
func Import(
	ctx context.Context, to *store.Store, file dirformat.File, now time.Time, progress Progress,
) (Summary, error) {
	return ImportFile(ctx, to, file, Options{Now: now, Progress: progress})
}

// DryRun checks a file in the directory format and reports what an import of it would do.
func DryRun(ctx context.Context, to *store.Store, file dirformat.File, now time.Time) (Summary, error) {
	return ImportFile(ctx, to, file, Options{Now: now, DryRun: true})
}

// ImportFile is Import with options. What people should know about the file goes to the file's Warn, too.
func ImportFile(ctx context.Context, to *store.Store, file dirformat.File, options Options) (Summary, error) {
	now := options.Now.UTC().Truncate(time.Millisecond)
	i := &importing{
		Options: options, store: to, file: file, now: now, watch: clock.Start(), new: newResemblances(now),
	}
	if warn, note := file.Warn, options.Note; note != nil {
		i.file.Warn = func(line string) { note(models.ImportNote{Kind: models.NoteOddity, Text: line}) }
	} else if warn != nil {
		i.Note = func(note models.ImportNote) { warn(note.Text) }
	}
	i.writer = &storeWriter{i}
	if options.Editor != nil {
		i.writer = &editorWriter{i}
	}
	return i.run(ctx)
}

func (i *importing) run(ctx context.Context) (Summary, error) {
	if !i.DryRun {
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
	if err == nil && !i.DryRun {
		err = i.store.MarkFinished(ctx, i.file.Mark())
	}
	if err == nil {
		err = i.warnResembling(ctx)
	}
	return i.summary, err
}

// warnResembling says which new providers look like ones that were there before.
func (i *importing) warnResembling(ctx context.Context) error {
	if i.Note == nil || i.index.providers == 0 || len(i.new.slugs) == 0 {
		return nil
	}
	resembling, err := i.new.find(ctx, i.store)
	for _, line := range resembling.Lines() {
		i.Note(models.ImportNote{Kind: models.NoteResembling, Text: line})
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
	Options
	store  *store.Store
	file   dirformat.File
	now    time.Time // when the import began
	watch  clock.Stopwatch
	writer writer
	begun  bool // something was written

	index     index
	rejection Rejection
	total     int
	terms     int                     // of total, those that are not providers
	others    map[models.Kind][]entry // all but providers, checked
	new       *resemblances
	summary   Summary
}

// entry is a document of the file, as it is to be given what is stored.
type entry struct {
	record   dirformat.Record
	document models.Document
}

// assignIDs gives every document of the file its id.
func (i *importing) assignIDs() error {
	err := i.file.ReportingUnknownColumns().Each(func(r dirformat.Record) error {
		if i.total++; r.Kind != models.KindProvider {
			i.terms++
		}
		if err := i.tooMany(); err != nil {
			return err
		}
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
	if err != nil {
		return &UnreadableError{err}
	}
	return nil
}

// check validates every document of the file, and keeps those that are not providers in memory.
func (i *importing) check(ctx context.Context) error {
	i.others = make(map[models.Kind][]entry)
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
			notAllowed, err := i.notAllowed(ctx, document)
			if err != nil {
				return err
			}
			faults = append(faults, notAllowed...)
		}
		for _, fault := range faults {
			i.rejection.add(r.Place, fault)
		}
		if r.Kind != models.KindProvider && document != nil {
			i.others[r.Kind] = append(i.others[r.Kind], entry{r, document})
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
	document, faults := i.decode(r, i.index.standing)
	return document, faults, nil
}

// prepareOver is prepare over a document that the index does not know as it is now.
func (i *importing) prepareOver(r dirformat.Record, before models.Document) (models.Document, []models.Fault, error) {
	if provider, ok := before.(*models.Provider); ok && r.IsRow() && !i.file.Replace {
		if err := r.ChangeFrom(provider); err != nil {
			return nil, nil, err
		}
	}
	document, faults := i.decode(&r, func(string) (standing, bool) { return standingOf(before), true })
	return document, faults, nil
}

// decode decodes a document, given what is to stay of the one that is stored.
func (i *importing) decode(
	r *dirformat.Record, stored func(id string) (standing, bool),
) (models.Document, []models.Fault) {
	document := r.Kind.New()
	if fault := r.Decode(document); fault != nil {
		return nil, []models.Fault{*fault}
	}
	document.Normalize()
	head := document.Head()
	if id, ok := i.index.ids[r.Kind][head.Slug]; ok && head.ID == "" {
		head.ID = id
	}
	known, exists := stored(head.ID)
	if exists {
		head.Succeed(known.slug, known.former)
	}
	document.References(func(_ string, kind models.Kind, reference *string) {
		if id, ok := i.index.ids[kind][*reference]; ok {
			*reference = id
		}
	})
	if provider, ok := document.(*models.Provider); ok {
		provider.Insurances = i.index.insurerNames().Spelled(provider.Insurances)
		if r.IsRow() && known.retired {
			provider.Status = models.ProviderRetired // a table has no column for it
		}
	}
	if article, ok := document.(*models.Article); ok {
		article.ContinueReview(known.review)
		article.SettleReview()
	}
	return document, nil
}

// write stores the documents that are new or changed, referenced kinds first.
func (i *importing) write(ctx context.Context) error {
	for _, kind := range models.Kinds {
		batch := &batch{importing: i, kind: kind}
		if kind != models.KindProvider {
			for _, e := range i.others[kind] {
				if err := batch.add(ctx, e); err != nil {
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
			return batch.add(ctx, entry{r, document})
		}); err != nil {
			return err
		}
		if err := batch.flush(ctx); err != nil {
			return err
		}
	}
	return nil
}

// batch are documents of one kind that are new or changed, and are written together.
type batch struct {
	*importing
	kind    models.Kind
	entries []entry
}

func (b *batch) add(ctx context.Context, e entry) error {
	head := e.document.Head()
	known, exists := b.index.stored[head.ID]
	hash, err := models.ContentHash(e.document)
	if err != nil {
		return err
	}
	action := models.ActionCreate
	switch {
	case exists && !known.deleted && known.hash == hash:
		b.summary.Unchanged++
		b.report()
		return nil
	case exists && !known.deleted:
		action = models.ActionUpdate
		b.summary.Changed++
		if err := b.warnEmptied(ctx, e.document); err != nil {
			return err
		}
	default:
		b.summary.Created++
		if provider, ok := e.document.(*models.Provider); ok {
			b.new.add(provider)
		}
	}
	if b.Change != nil {
		b.Change(models.ImportChange{ID: head.ID, Slug: head.Slug, Action: action})
	}
	head.Revision, head.UpdatedAt = known.revision+1, b.time()
	if b.entries = append(b.entries, e); len(b.entries) < b.writer.size() {
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
	if !b.DryRun && len(b.entries) > 0 {
		if err := b.begin(ctx); err != nil {
			return err
		}
		if err := b.writer.write(ctx, b.kind, b.entries); err != nil {
			return err
		}
	}
	clear(b.entries)
	b.entries = b.entries[:0]
	b.report()
	return nil
}

func (b *batch) report() {
	if b.Progress != nil {
		b.Progress(b.summary.Created+b.summary.Changed+b.summary.Unchanged-len(b.entries), b.total)
	}
}
