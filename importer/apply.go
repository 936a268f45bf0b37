package importer

import (
	"context"
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
	news     []news
	rejected []*entry
	faults   []models.Fault // why, for each of them
}

// news is what the ledger says of a record from then on.
type news struct {
	key      recordKey
	account  account
	deletion string
}

// prepare makes the next revisions of a batch's providers.
func (i *recording) prepare(ctx context.Context, batch []*entry, again bool) (*work, error) {
	w := &work{news: make([]news, 0, len(batch))}
	for _, e := range batch {
		before, err := i.stored(ctx, e, again)
		switch {
		case err != nil:
		case e.WithdrawnOn != "":
			err = i.remove(w, e, before)
		default:
			err = i.merge(ctx, w, e, before)
		}
		if err != nil {
			return nil, err
		}
	}
	return w, nil
}

// stored reads the provider of a record, nil where there is none. Where a batch is written again, those that were not there
// before may be.
func (i *recording) stored(ctx context.Context, e *entry, again bool) (*models.Provider, error) {
	if i.ledger.accounts[keyOf(e.Key)].state == absent && !again {
		return nil, nil
	}
	document, err := i.store.Find(ctx, models.KindProvider, i.ledger.idOf(e.Key))
	if document == nil {
		return nil, err
	}
	return document.(*models.Provider), err
}

// merge puts the provider where it belongs as the record makes it: to those that are written, or that break a rule, or that stay.
func (i *recording) merge(ctx context.Context, w *work, e *entry, before *models.Provider) error {
	last, known := before, i.ledger.accounts[keyOf(e.Key)]
	if known.state == withdrawn {
		var err error
		if last, err = i.withdrawn(ctx, e, before); err != nil {
			return err
		}
	}
	after := e.Merge(last)
	if faults := after.Validate(models.DateOf(i.now), i); len(faults) > 0 {
		w.rejected, w.faults = append(w.rejected, e), append(w.faults, faults[0])
		return nil
	}
	w.news = append(w.news, news{keyOf(e.Key), account{number(after.ImportedFrom(e.Source).Digest), present}, ""})
	switch {
	case known.state == withdrawn:
		w.restored++
	case before == nil:
		w.created++
	case models.SameButDigests(before, after):
		w.unchanged++
		return nil
	default:
		w.updated++
	}
	after.UpdatedAt = i.after(before)
	if before == nil {
		after.Revision = 1
		w.made = append(w.made, after)
		return nil
	}
	after.Revision = before.Revision + 1
	return i.change(w, before, after)
}

// withdrawn is a provider as it was up to when it was withdrawn, with all that editors had added; nil where that is not known.
func (i *recording) withdrawn(ctx context.Context, e *entry, tombstone *models.Provider) (*models.Provider, error) {
	if tombstone != nil && tombstone.DeletedAt == nil { // somebody has brought it back
		return tombstone, nil
	}
	deletion, err := i.store.Record(ctx, i.ledger.deletions[keyOf(e.Key)])
	if deletion == nil {
		return nil, err
	}
	last, err := deletion.Previous()
	provider, _ := last.(*models.Provider)
	return provider, err
}

// after is the time of the import, in steps, or just after the last change, where clocks differ.
func (i *recording) after(before *models.Provider) time.Time {
	now := inSteps(i.now, i.began)
	if before != nil && !now.After(before.UpdatedAt) {
		return before.UpdatedAt.Add(time.Millisecond)
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

// Exists tells whether the directory has a document that a record refers to: those of the terms, which import makes itself.
// What editors refer to was checked when they did.
func (i *recording) Exists(models.Kind, string) bool { return true }

// remove looks at the provider of a record that is out of use.
func (i *recording) remove(w *work, e *entry, before *models.Provider) error {
	if before == nil || before.DeletedAt != nil {
		w.deactivated++
		return nil
	}
	key, revision := keyOf(e.Key), before.Revision+1
	after, gone := e.Withdraw(before)
	switch {
	case gone:
		w.withdrawn++
		w.news = append(w.news, news{key, account{0, withdrawn}, models.ChangeID(before.ID, revision)})
		return i.change(w, before, models.Tombstone(models.KindProvider, before.ID, revision, i.after(before)))
	case after == nil:
		w.deactivated++
		return nil
	}
	w.updated++
	w.news = append(w.news, news{key, account{0, present}, ""})
	after.Revision, after.UpdatedAt = revision, i.after(before)
	return i.change(w, before, after)
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
	i.report.Created += w.created
	i.report.Changed += w.updated
	i.report.Unchanged += w.unchanged
	i.report.Restored += w.restored
	i.report.Withdrawn += w.withdrawn
	if w.deactivated > 0 {
		i.report.Skipped["deactivated"] += w.deactivated
	}
	for at, e := range w.rejected {
		i.reject(e, w.faults[at])
	}
}
