package editing

import (
	"context"
	"sync"
	"time"

	"findcare/internal/store"
	"findcare/models"
)

// recordDates knows the date of the file that each record of a registry was last read from.
type recordDates struct {
	mutex    sync.Mutex
	bySource map[string]*sourceDates
}

// sourceDates are the dates of one registry.
type sourceDates struct {
	*store.RecordDates
	loaded time.Time
}

// readRecord is a record that was read from a file.
type readRecord struct {
	source string
	key    uint64
	date   models.Date
	force  bool
}

// load returns the dates of a registry. If other servers may have added some, they are reloaded after a while. The
// mutex must be held.
func (d *recordDates) load(ctx context.Context, e *Editor, source string) (*sourceDates, error) {
	const fresh = time.Minute
	known := d.bySource[source]
	if known != nil && (e.store.Embedded() || e.now().Sub(known.loaded) < fresh) {
		return known, nil
	}
	loaded := e.now()
	dates, err := e.store.RecordDates(ctx, source)
	if err != nil {
		return nil, err
	}
	if d.bySource == nil {
		d.bySource = make(map[string]*sourceDates)
	}
	known = &sourceDates{dates, loaded}
	d.bySource[source] = known
	return known, nil
}

// of returns the date of the file that a record was last read from.
func (d *recordDates) of(ctx context.Context, e *Editor, r *models.Record) (models.Date, error) {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	dates, err := d.load(ctx, e, r.Source)
	if err != nil {
		return "", err
	}
	return dates.Of(models.RecordKey(r.Key)), nil
}

// noteRead remembers until the end of the request that a record was read.
func (w Write) noteRead(r *models.Record) {
	w.batch.mutex.Lock()
	defer w.batch.mutex.Unlock()
	w.batch.read = append(w.batch.read, readRecord{r.Source, models.RecordKey(r.Key), r.FileDate, r.Force})
}

// keep stores the dates of records that were read, in few writes.
func (d *recordDates) keep(ctx context.Context, e *Editor, read []readRecord) error {
	type file struct {
		source string
		date   models.Date
	}
	keys := make(map[file][]uint64)
	d.mutex.Lock()
	defer d.mutex.Unlock()
	for _, r := range read {
		dates, err := d.load(ctx, e, r.source)
		if err != nil {
			return err
		}
		if r.force || dates.IsNews(r.key, r.date) {
			keys[file{r.source, r.date}] = append(keys[file{r.source, r.date}], r.key)
		}
	}
	for of, some := range keys {
		if err := e.store.AddRecordDates(ctx, d.bySource[of.source].RecordDates, of.date, some); err != nil {
			return err
		}
	}
	for _, dates := range d.bySource {
		if err := e.store.CompactRecordDates(ctx, dates.RecordDates); err != nil {
			return err
		}
	}
	return nil
}

// maxSkipped is how many records one request may skip.
const maxSkipped = 5000

// SkippedRecords lists those skipped records whose providers are listed.
type SkippedRecords struct{ Listed []string }

// SkipRecords records that a file of a registry has records which are out of the directory's scope, so that no older
// file brings them in. It does not change providers that are listed: it returns their keys, to be saved as records that
// are no longer to be listed.
func (e *Editor) SkipRecords(
	ctx context.Context, source string, fileDate models.Date, keys []string, force bool,
) (SkippedRecords, error) {
	if len(keys) > maxSkipped {
		return SkippedRecords{}, models.BadInput("keys: %d records must be at most %d", len(keys), maxSkipped)
	}
	skipped := SkippedRecords{Listed: []string{}}
	var read []readRecord
	snapshot := e.catalog.Current()
	for _, key := range keys {
		r := &models.Record{Source: source, Key: key}
		if _, exists := holder(snapshot, r); exists {
			skipped.Listed = append(skipped.Listed, key)
			continue
		}
		read = append(read, readRecord{source, models.RecordKey(key), fileDate, force})
	}
	if err := e.dates.keep(ctx, e, read); err != nil {
		return SkippedRecords{}, clientError(err)
	}
	return skipped, nil
}
