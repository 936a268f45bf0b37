package importing

import (
	"context"
	"time"

	"findcare/internal/editing"
	"findcare/internal/registry"
	"findcare/internal/store"
	"findcare/models"
)

// work is what a batch comes to.
type work struct {
	made     []models.Document // new ones
	changed  []store.Revision
	outcomes []outcome
	news     []news
	rejected []*registry.Entry
	faults   []models.Fault // why, for each of them
}

// outcome is what became of the provider of a record.
type outcome struct {
	entry   *registry.Entry
	fate    editing.Fate
	retired bool // whether the provider is written, and is retired
}

// news is what the ledger says of a record from then on.
type news struct {
	key      recordKey
	account  account
	deletion string
}

// prepare makes the next revisions of a batch's providers.
func (i *recording) prepare(ctx context.Context, batch []*registry.Entry, again bool) (*work, error) {
	w := &work{news: make([]news, 0, len(batch))}
	for _, e := range batch {
		before, err := i.stored(ctx, e, again)
		if err == nil {
			err = i.merge(ctx, w, e, before)
		}
		if err != nil {
			return nil, err
		}
	}
	return w, nil
}

// stored reads the provider of a record, nil where there is none. Where a batch is written again, those that were not
// there before may be.
func (i *recording) stored(ctx context.Context, e *registry.Entry, again bool) (*models.Provider, error) {
	if i.ledger.accounts[keyOf(e.Key)].state == absent && !again {
		return nil, nil
	}
	document, err := i.store.Find(ctx, models.KindProvider, i.ledger.idOf(e.Key))
	if document == nil {
		return nil, err
	}
	return document.(*models.Provider), err
}

// merge puts the provider where it belongs as the record makes it: to those that are written, or that break a rule, or
// that stay.
func (i *recording) merge(ctx context.Context, w *work, e *registry.Entry, before *models.Provider) error {
	known, err := i.known(ctx, e, before)
	if err != nil {
		return err
	}
	after, fate := editing.MergeRecord(&e.Record, known)
	if after != nil {
		if faults := after.Validate(models.DateOf(i.now), i); len(faults) > 0 {
			w.rejected, w.faults = append(w.rejected, e), append(w.faults, faults[0])
			return nil
		}
	}
	w.outcomes = append(w.outcomes, outcome{e, fate, after != nil && after.Retired()})
	key := keyOf(e.Key)
	if fate != editing.Older {
		if err := i.note(ctx, key); err != nil {
			return err
		}
	}
	switch fate {
	case editing.StaysDeleted, editing.NotListed, editing.Older:
		return nil
	case editing.Unchanged:
		w.news = append(w.news, news{key, account{number(e.Digest()), present}, ""})
		return nil
	case editing.Withdrawn:
		revision := before.Revision + 1
		w.news = append(w.news, news{key, account{0, withdrawn}, models.ChangeID(before.ID, revision)})
		return i.change(w, before, models.Tombstone(models.KindProvider, before.ID, revision, i.after(before)))
	}
	digest := ""
	if imported := after.ImportedFrom(e.Source); imported != nil {
		digest = imported.Digest
	}
	w.news = append(w.news, news{key, account{number(digest), present}, ""})
	after.UpdatedAt = i.after(before)
	if before == nil {
		after.Revision = 1
		w.made = append(w.made, after)
		return nil
	}
	after.Revision = before.Revision + 1
	return i.change(w, before, after)
}

// known is what is known of a record: before is its provider as it is stored, which may be no more than a tombstone.
func (i *recording) known(
	ctx context.Context,
	e *registry.Entry,
	before *models.Provider,
) (known editing.Known, err error) {
	key := keyOf(e.Key)
	known.ReadFrom = i.dates.Of(uint64(key))
	if before != nil && before.DeletedAt == nil {
		known.Provider = before
		return known, nil
	}
	switch i.ledger.accounts[key].state {
	case deleted:
		known.Deleted = true
	case withdrawn:
		known.Withdrawn = true
		known.Last, err = i.last(ctx, key)
	}
	return known, err
}

// last is a provider as it was up to when it was withdrawn, with all that editors had added; nil where that is not
// known.
func (i *recording) last(ctx context.Context, key recordKey) (*models.Provider, error) {
	deletion, err := i.store.Record(ctx, i.ledger.deletions[key])
	if deletion == nil {
		return nil, err
	}
	last, err := deletion.Previous()
	provider, _ := last.(*models.Provider)
	return provider, err
}

// after is the time of the import, in steps, or just after the last change, where clocks differ.
func (i *recording) after(before *models.Provider) time.Time {
	now := inSteps(i.now, i.watch)
	if before != nil {
		return before.NextUpdate(now)
	}
	return now
}

// change adds the next revision of a provider, with the record of the change.
func (i *recording) change(w *work, before *models.Provider, after models.Document) error {
	var last models.Document
	if before.DeletedAt == nil {
		last = before
	}
	change, err := models.NewChange(last, after)
	if err != nil {
		return err
	}
	change.ByImport(i.source)
	w.changed = append(w.changed, store.Revision{Change: change, After: after})
	return nil
}

// Exists tells whether the directory has a document that a record refers to: those of the terms, which import makes
// itself. What editors refer to was checked when they did.
func (i *recording) Exists(models.Kind, string) bool { return true }

// write stores what has changed. It runs beside the reading of the next batch, and so touches nothing but the store and
// its work.
func (i *recording) write(ctx context.Context, w *work) error {
	if i.options.DryRun {
		return nil
	}
	if len(w.made) > 0 {
		if err := i.store.Write(ctx, models.KindProvider, w.made); err != nil {
			return err
		}
	}
	return i.store.CommitAll(ctx, models.KindProvider, w.changed)
}

// count adds what was done to the report, and to the ledger.
func (i *recording) count(w *work) {
	if !i.options.DryRun {
		for _, n := range w.news {
			i.ledger.accounts[n.key] = n.account
			if delete(i.ledger.deletions, n.key); n.deletion != "" {
				i.ledger.deletions[n.key] = n.deletion
			}
		}
	}
	for _, o := range w.outcomes {
		i.report.add(o.entry, o.fate)
		if o.retired {
			i.report.Retired++
		}
	}
	for at, e := range w.rejected {
		i.reject(e, w.faults[at])
	}
}
