package editing

import (
	"context"
	"sync"
	"time"

	"findcare/internal/clock"
	"findcare/internal/store"
	"findcare/models"
)

// deletions knows the providers that were deleted, for imports, which do not bring back what an editor has deleted.
type deletions struct {
	mutex    sync.Mutex
	read     time.Time          // zero where nothing was read yet
	byRecord map[string]deleted // by the id that an import gives to the provider of a record
}

// deleted is the record of the change that deleted a provider.
type deleted struct {
	change string // its id
	at     time.Time
}

// of returns the record of the change that deleted the provider of a registry's record, nil where nobody did.
func (d *deletions) of(
	ctx context.Context,
	db *store.Store,
	now clock.Clock,
	r *models.Record,
) (*models.Change, error) {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	for {
		if err := d.refresh(ctx, db, now); err != nil {
			return nil, err
		}
		known, deleted := d.byRecord[r.ID()]
		if !deleted {
			return nil, nil
		}
		change, err := db.Record(ctx, known.change)
		if change != nil || err != nil {
			return change, err
		}
		d.read = time.Time{} // it has another id since the purge
	}
}

// refresh reads the deletions; again after a while where other servers may have added some.
func (d *deletions) refresh(ctx context.Context, db *store.Store, now clock.Clock) error {
	const fresh = time.Minute
	if !d.read.IsZero() && (db.Embedded() || now.Since(d.read) < fresh) {
		return nil
	}
	began := now()
	d.byRecord = make(map[string]deleted)
	err := db.EachDeletion(
		ctx,
		[]models.Kind{models.KindProvider},
		[]string{"npi", "imported"},
		func(change *models.Change) error {
			d.add(change)
			return nil
		},
	)
	if err == nil {
		d.read = began
	}
	return err
}

// note keeps a deletion that was just made.
func (d *deletions) note(change *models.Change) {
	if change.Kind != models.KindProvider || change.Action != models.ActionDelete {
		return
	}
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if !d.read.IsZero() {
		d.add(change)
	}
}

func (d *deletions) add(change *models.Change) {
	before, err := previous(change)
	if before == nil || err != nil {
		return
	}
	put := func(source, key string) {
		id := models.IDOfRecord(source, key)
		if known := d.byRecord[id]; known.at.Before(change.At) {
			d.byRecord[id] = deleted{change.ID, change.At}
		}
	}
	for _, imported := range before.Imported {
		put(imported.Source, imported.Record)
	}
	if before.NPI != "" {
		put("nppes", string(before.NPI))
	}
}
