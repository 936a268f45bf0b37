package importer

import (
	"cmp"
	"context"
	"maps"
	"time"

	"findcare/models"
	"findcare/store"
)

// work is what a batch comes to.
type work struct {
	made    []models.Document // new ones
	changed []store.Revision
	created, updated, unchanged,
	restored, withdrawn, deactivated int
	accounts map[string]account // what the ledger says from then on
	rejected []entry
	faults   []models.Fault // why, for each of them
}

// prepare makes the next revisions of a batch's providers.
func (i *recording) prepare(ctx context.Context, batch []entry, again bool) (*work, error) {
	w := &work{accounts: make(map[string]account, len(batch))}
	for at := range batch {
		e := &batch[at]
		before, err := i.stored(ctx, e.key, again)
		if err != nil {
			return nil, err
		}
		if e.withdrawn != "" {
			err = i.withdraw(w, e, before)
		} else if after, nextErr := i.next(ctx, e, before); nextErr == nil {
			err = i.sort(w, e, before, after)
		} else {
			err = nextErr
		}
		if err != nil {
			return nil, err
		}
	}
	return w, nil
}

// stored reads the provider of a record, nil where there is none. Where a batch is written again, those that were not there
// before may be.
func (i *recording) stored(ctx context.Context, key string, again bool) (*models.Provider, error) {
	id := i.ledger.entries[key].id
	if id == "" && !again {
		return nil, nil
	}
	if id == "" {
		id = models.IDOfRecord(i.format.source(), key)
	}
	document, err := i.store.Find(ctx, models.KindProvider, id)
	if document == nil {
		return nil, err
	}
	return document.(*models.Provider), err
}

// next is the provider as the record makes it, with its next revision.
func (i *recording) next(ctx context.Context, e *entry, before *models.Provider) (*models.Provider, error) {
	source := i.format.source()
	after := &models.Provider{}
	switch gone := i.ledger.entries[e.key]; {
	case before != nil && before.DeletedAt == nil:
		*after = *before
		after.Imported = append([]models.Imported(nil), before.Imported...)
	case gone.deleted(): // it comes back with all that editors had added
		last, err := i.lastOf(ctx, gone)
		if err != nil {
			return nil, err
		}
		if last != nil {
			after = last
		}
		fallthrough
	default:
		after.Header = models.Header{ID: models.IDOfRecord(source, e.key), Slug: cmp.Or(after.Slug, e.facts.Slug), FormerSlugs: after.FormerSlugs}
		if before != nil {
			after.ID, after.Revision = before.ID, before.Revision
		}
	}
	e.merge(after, source, i.fields)
	after.Normalize()
	after.Revision++
	after.UpdatedAt = i.after(before)
	return after, nil
}

// lastOf is a provider as it was up to when it was withdrawn, nil where that is not known any more.
func (i *recording) lastOf(ctx context.Context, gone account) (*models.Provider, error) {
	deletion, err := i.store.Record(ctx, gone.deletion)
	if deletion == nil {
		return nil, err
	}
	last, err := deletion.Previous()
	provider, _ := last.(*models.Provider)
	return provider, err
}

// after is the time of the import, or just after the last change, where clocks differ.
func (i *recording) after(before *models.Provider) time.Time {
	if before != nil && !i.now.After(before.UpdatedAt) {
		return before.UpdatedAt.Add(time.Millisecond)
	}
	return i.now
}

// sort puts a provider where it belongs: to those that are written, or that break a rule, or that stay.
func (i *recording) sort(w *work, e *entry, before, after *models.Provider) error {
	if faults := after.Validate(models.DateOf(i.now), i); len(faults) > 0 {
		w.rejected, w.faults = append(w.rejected, *e), append(w.faults, faults[0])
		return nil
	}
	gone := i.ledger.entries[e.key].deleted()
	w.accounts[e.key] = account{id: after.ID, digest: after.ImportedFrom(i.format.source()).Digest}
	switch {
	case before != nil && before.DeletedAt == nil && onlyDigestDiffers(before, after): // as of a file with fewer columns
		w.unchanged++
		return nil
	case gone:
		w.restored++
	case before == nil:
		w.created++
	default:
		w.updated++
	}
	if before == nil {
		w.made = append(w.made, after)
		return nil
	}
	return i.change(w, before, after)
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
	change.ByImport(i.format.source())
	w.changed = append(w.changed, store.Revision{Change: change, After: after})
	return nil
}

func onlyDigestDiffers(before, after *models.Provider) bool {
	a, b := *before, *after
	a.Imported, b.Imported = undigested(a.Imported), undigested(b.Imported)
	return contentHash(&a) == contentHash(&b)
}

func undigested(all []models.Imported) []models.Imported {
	copied := append([]models.Imported(nil), all...)
	for i := range copied {
		copied[i].Digest = ""
	}
	return copied
}

// Exists tells whether the directory has a document that a record refers to: those of the terms, which import makes itself.
// What editors refer to was checked when they did.
func (i *recording) Exists(models.Kind, string) bool { return true }

// withdraw takes out of the directory what an import had put there. What an editor had put there stays, and tells that its NPI
// is out of use.
func (i *recording) withdraw(w *work, e *entry, before *models.Provider) error {
	switch {
	case before == nil || before.DeletedAt != nil:
	case before.ID == models.IDOfRecord(i.format.source(), e.key):
		w.withdrawn++
		gone := models.Tombstone(models.KindProvider, before.ID, before.Revision+1, i.after(before))
		w.accounts[e.key] = account{id: before.ID, deletion: models.ChangeID(before.ID, before.Revision+1), withdrawn: true}
		return i.change(w, before, gone)
	case before.NPIRecord != nil && before.NPIRecord.DeactivatedOn != e.withdrawn:
		after, record := *before, *before.NPIRecord
		record.DeactivatedOn, record.FileDate = e.withdrawn, i.report.FileDate
		after.NPIRecord = &record
		after.Imported = undigested(before.Imported) // so that a record that comes back is looked at
		after.Revision++
		after.UpdatedAt = i.after(before)
		w.updated++
		w.accounts[e.key] = account{id: before.ID}
		return i.change(w, before, &after)
	}
	w.deactivated++
	return nil
}

// write stores what has changed. It runs beside the reading of the next batch, and so touches nothing but the store and its work.
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

// count adds what was done to the report.
func (i *recording) count(w *work) {
	maps.Copy(i.ledger.entries, w.accounts)
	i.report.Created += w.created
	i.report.Changed += w.updated
	i.report.Unchanged += w.unchanged
	i.report.Restored += w.restored
	i.report.Withdrawn += w.withdrawn
	if w.deactivated > 0 {
		i.report.Skipped["deactivated"] += w.deactivated
	}
	for at, e := range w.rejected {
		fault := w.faults[at]
		value := ""
		if text, ok := fault.Value.(string); ok {
			value = text
		}
		i.report.Rejected[fault.Rule]++
		i.rejects.add(e.line, valueFault{fault.Path, value, fault.Rule}, "rejected")
	}
}
