package importer

import (
	"context"
	"maps"
	"time"

	"findcare/models"
)

// work is what a batch comes to.
type work struct {
	written   []models.Document
	withdrawn []*models.Provider // as they are before
	created, changed, unchanged,
	restored, deactivated int
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
			i.withdraw(w, e, before)
			continue
		}
		after, err := i.next(ctx, e, before)
		if err != nil {
			return nil, err
		}
		i.sort(w, e, before, after)
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
		id = idOf(i.format.source(), key)
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
	switch {
	case before == nil:
		after.ID, after.Slug = idOf(source, e.key), e.facts.Slug
	case before.DeletedAt != nil: // with all that editors had added, up to when it was withdrawn
		change, err := i.store.Change(ctx, before.ID, before.Revision)
		if err != nil {
			return nil, err
		}
		if change != nil {
			if document, err := change.Previous(); err != nil {
				return nil, err
			} else if provider, ok := document.(*models.Provider); ok {
				after = provider
			}
		}
		after.ID, after.Revision = before.ID, before.Revision
	default:
		*after = *before
		after.Imported = append([]models.Imported(nil), before.Imported...)
	}
	e.merge(after, source, i.fields)
	after.Normalize()
	after.Revision++
	after.UpdatedAt = i.after(before)
	return after, nil
}

// after is the time of the import, or just after the last change, where clocks differ.
func (i *recording) after(before *models.Provider) time.Time {
	if before != nil && !i.now.After(before.UpdatedAt) {
		return before.UpdatedAt.Add(time.Millisecond)
	}
	return i.now
}

// sort puts a provider where it belongs: to those that are written, or that break a rule, or that stay.
func (i *recording) sort(w *work, e *entry, before, after *models.Provider) {
	if faults := after.Validate(models.DateOf(i.now), i); len(faults) > 0 {
		w.rejected, w.faults = append(w.rejected, *e), append(w.faults, faults[0])
		return
	}
	w.accounts[e.key] = account{id: after.ID, digest: after.ImportedFrom(i.format.source()).Digest}
	switch {
	case before == nil:
		w.created++
	case before.DeletedAt != nil:
		w.restored++
	case contentHash(before) == contentHash(after):
		w.unchanged++
		return
	case onlyDigestDiffers(before, after):
		w.unchanged++ // as of a file with fewer columns
		return
	default:
		w.changed++
	}
	w.written = append(w.written, after)
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
func (i *recording) withdraw(w *work, e *entry, before *models.Provider) {
	switch {
	case before == nil || before.DeletedAt != nil:
	case before.ID == idOf(i.format.source(), e.key):
		w.withdrawn = append(w.withdrawn, before)
		w.accounts[e.key] = account{id: before.ID, deleted: true, withdrawn: true}
		return
	case before.NPIRecord != nil && before.NPIRecord.DeactivatedOn != e.withdrawn:
		after, record := *before, *before.NPIRecord
		record.DeactivatedOn, record.FileDate = e.withdrawn, i.report.FileDate
		after.NPIRecord = &record
		after.Imported = undigested(before.Imported) // so that a record that comes back is looked at
		after.Revision++
		after.UpdatedAt = i.after(before)
		w.written = append(w.written, &after)
		w.accounts[e.key] = account{id: before.ID}
		w.changed++
		return
	}
	w.deactivated++
}

// write stores what has changed. It runs beside the reading of the next batch, and so touches nothing but the store and its work.
func (i *recording) write(ctx context.Context, w *work) error {
	if i.options.DryRun {
		return nil
	}
	if len(w.written) > 0 {
		if err := i.store.Write(ctx, models.KindProvider, w.written); err != nil {
			return err
		}
	}
	for _, before := range w.withdrawn {
		if err := i.delete(ctx, before); err != nil {
			return err
		}
	}
	return nil
}

// delete leaves a record of the change, so that what is deleted can come back as it was.
func (i *recording) delete(ctx context.Context, before *models.Provider) error {
	unlock := i.store.Lock(before.ID)
	defer unlock()
	gone := models.Tombstone(models.KindProvider, before.ID, before.Revision+1, i.after(before))
	change, err := models.NewChange(before, gone)
	if err != nil {
		return err
	}
	change.Operation, change.Name = operation(i.format.source()), "import"
	return i.store.Commit(ctx, change, gone)
}

// count adds what was done to the report.
func (i *recording) count(w *work) {
	maps.Copy(i.ledger.entries, w.accounts)
	i.report.Created += w.created
	i.report.Changed += w.changed
	i.report.Unchanged += w.unchanged
	i.report.Restored += w.restored
	i.report.Withdrawn += len(w.withdrawn)
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
