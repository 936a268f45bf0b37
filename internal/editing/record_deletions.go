package editing

import (
	"context"
	"sync"
	"time"

	"findcare/internal/clock"
	"findcare/internal/store"
	"findcare/models"
)

// deletions knows which providers were deleted, since imports do not restore what an editor has deleted.
type deletions struct {
	mutex    sync.Mutex
	read     time.Time           // when; zero before the first time
	byRecord map[string]deletion // by the id that an import would give the record's provider
}

// deletion identifies the change that deleted a provider.
type deletion struct {
	change string // its id
	at     time.Time
}

// of returns the record of the change that deleted the provider of a registry's record, false if it was not deleted.
func (d *deletions) of(
	ctx context.Context, db *store.Store, now clock.Clock, r *models.Record,
) (change *models.Change, deleted bool, err error) {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	for {
		if err := d.refresh(ctx, db, now); err != nil {
			return nil, false, err
		}
		known, deleted := d.byRecord[r.ID()]
		if !deleted {
			return nil, false, nil
		}
		change, found, err := db.Record(ctx, known.change)
		if found || err != nil {
			return change, true, err
		}
		d.read = time.Time{} // a purge has given it another id
	}
}

// refresh reads the deletions, again after a while if other servers may have added some.
func (d *deletions) refresh(ctx context.Context, db *store.Store, now clock.Clock) error {
	const fresh = time.Minute
	if !d.read.IsZero() && (db.Embedded() || now.Since(d.read) < fresh) {
		return nil
	}
	began := now()
	d.byRecord = make(map[string]deletion)
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

// note adds a deletion that was just made.
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
	add := func(source, key string) {
		id := models.IDOfRecord(source, key)
		if known := d.byRecord[id]; known.at.Before(change.At) {
			d.byRecord[id] = deletion{change.ID, change.At}
		}
	}
	for _, imported := range before.Imported {
		add(imported.Source, imported.Record)
	}
	if before.NPI != "" {
		add("nppes", string(before.NPI))
	}
}
