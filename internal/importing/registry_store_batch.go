package importing

import (
	"context"
	"time"

	"findcare/internal/editing"
	"findcare/internal/registry"
	"findcare/internal/store"
	"findcare/models"
)

// batchResult is what a batch of records changes.
type batchResult struct {
	created  []models.Document
	changed  []store.Revision
	outcomes []outcome
	updates  []ledgerUpdate
	rejected []*registry.Entry
	faults   []models.Fault // the reason of each rejection
}

// outcome is the result for the provider of a record.
type outcome struct {
	entry   *registry.Entry
	result  editing.MergeResult
	retired bool // whether the provider is written, and is retired
}

// ledgerUpdate is the new entry of the ledger for a record.
type ledgerUpdate struct {
	key      recordKey
	account  account
	deletion string
}

// prepare makes the next revisions of a batch's providers.
func (i *recording) prepare(ctx context.Context, batch []*registry.Entry, again bool) (*batchResult, error) {
	w := &batchResult{updates: make([]ledgerUpdate, 0, len(batch))}
	for _, e := range batch {
		before, _, err := i.stored(ctx, e, again)
		if err == nil {
			err = i.merge(ctx, w, e, before)
		}
		if err != nil {
			return nil, err
		}
	}
	return w, nil
}

// stored reads the provider of a record, false if there is none. When a batch is prepared again, a provider may exist
// that did not before.
func (i *recording) stored(
	ctx context.Context, e *registry.Entry, again bool,
) (provider *models.Provider, exists bool, err error) {
	if i.ledger.accounts[keyOf(e.Key)].state == absent && !again {
		return nil, false, nil
	}
	document, _, err := i.store.Find(ctx, models.KindProvider, i.ledger.idOf(e.Key))
	provider, exists = document.(*models.Provider)
	return provider, exists, err
}

// merge merges a record into its provider, and adds the provider to those that are written, rejected or unchanged.
func (i *recording) merge(ctx context.Context, w *batchResult, e *registry.Entry, before *models.Provider) error {
	known, err := i.known(ctx, e, before)
	if err != nil {
		return err
	}
	after, result := editing.MergeRecord(&e.Record, known)
	if after != nil {
		if faults := after.Validate(models.DateOf(i.now), i); len(faults) > 0 {
			w.rejected, w.faults = append(w.rejected, e), append(w.faults, faults[0])
			return nil
		}
	}
	w.outcomes = append(w.outcomes, outcome{e, result, after != nil && after.Retired()})
	key := keyOf(e.Key)
	if result != editing.Older {
		if err := i.note(ctx, key); err != nil {
			return err
		}
	}
	switch result {
	case editing.DeletedByEditor, editing.NotListed, editing.Older:
		return nil
	case editing.Unchanged:
		w.updates = append(w.updates, ledgerUpdate{key, account{number(e.Digest()), present}, ""})
		return nil
	case editing.Withdrawn:
		revision := before.Revision + 1
		w.updates = append(w.updates, ledgerUpdate{key, account{0, withdrawn}, models.ChangeID(before.ID, revision)})
		return i.change(w, before, models.Tombstone(models.KindProvider, before.ID, revision, i.after(before)))
	}
	digest := ""
	if imported := after.ImportedFrom(e.Source); imported != nil {
		digest = imported.Digest
	}
	w.updates = append(w.updates, ledgerUpdate{key, account{number(digest), present}, ""})
	after.UpdatedAt = i.after(before)
	if before == nil {
		after.Revision = 1
		w.created = append(w.created, after)
		return nil
	}
	after.Revision = before.Revision + 1
	return i.change(w, before, after)
}

// known returns what is known of a record. before is its provider as stored, which may be a tombstone.
func (i *recording) known(
	ctx context.Context, e *registry.Entry, before *models.Provider,
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

// last returns a provider as it was before it was withdrawn, with everything that editors had added; nil if that is not
// known.
func (i *recording) last(ctx context.Context, key recordKey) (*models.Provider, error) {
	deletion, found, err := i.store.Record(ctx, i.ledger.deletions[key])
	if !found {
		return nil, err
	}
	last, _, err := deletion.Previous()
	provider, _ := last.(*models.Provider)
	return provider, err
}

// after is the time of the import, in steps, and later than that of the provider's last revision.
func (i *recording) after(before *models.Provider) time.Time {
	now := inSteps(i.now, i.watch)
	if before != nil {
		return before.NextUpdate(now)
	}
	return now
}

// change adds the next revision of a provider with the record of the change.
func (i *recording) change(w *batchResult, before *models.Provider, after models.Document) error {
	change, err := models.NewChange(before, after)
	if err != nil {
		return err
	}
	change.ByImport(i.source)
	w.changed = append(w.changed, store.Revision{Change: change, After: after})
	return nil
}

// Exists is always true: records only refer to terms, which the import creates. References that editors have set were
// checked when they were set.
func (i *recording) Exists(models.Kind, string) bool { return true }

// write stores a batch. It runs concurrently with the preparation of the next batch, so it uses only the store and its
// own result.
func (i *recording) write(ctx context.Context, w *batchResult) error {
	if i.options.DryRun {
		return nil
	}
	if len(w.created) > 0 {
		if err := i.store.Write(ctx, models.KindProvider, w.created); err != nil {
			return err
		}
	}
	return i.store.CommitAll(ctx, models.KindProvider, w.changed)
}

// count adds a written batch to the report and the ledger.
func (i *recording) count(w *batchResult) {
	if !i.options.DryRun {
		for _, n := range w.updates {
			i.ledger.accounts[n.key] = n.account
			if delete(i.ledger.deletions, n.key); n.deletion != "" {
				i.ledger.deletions[n.key] = n.deletion
			}
		}
	}
	for _, created := range w.created {
		if provider, ok := created.(*models.Provider); ok {
			i.new.add(provider)
		}
	}
	for _, o := range w.outcomes {
		i.report.add(o.entry, o.result)
		if o.retired {
			i.report.Retired++
		}
	}
	for at, e := range w.rejected {
		i.reject(e, w.faults[at])
	}
}
