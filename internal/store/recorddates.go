package store

import (
	"cmp"
	"context"
	"crypto/rand"
	"encoding/binary"
	"fmt"
	"slices"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/models"
)

// RecordDates hold the date of the file from which each record of a registry was last read, including records that are
// unchanged, that the directory does not list, or whose providers are deleted. They are separate from the providers, so
// that those need not be written.
//
// They are stored as a log, in which later chunks supersede earlier ones. CompactRecordDates shortens it.
type RecordDates struct {
	source string
	dates  SmallMap
	next   int64    // number of the next chunk
	chunks []string // ids of the stored chunks
	long   int      // number of chunks from which on compaction is tried
}

// datesChunk is a part of the log: keys of records that were read from files of one date.
type datesChunk struct {
	ID     string      `bson:"_id"`
	Source string      `bson:"source"`
	Number int64       `bson:"number"`
	Date   models.Date `bson:"date"`
	Keys   []byte      `bson:"keys"` // ascending, as the differences between them
}

const (
	keysInChunk = 100_000
	manyChunks  = 500
)

// RecordDates returns the dates of a registry. A record that was last read by a release without them has none.
func (s *Store) RecordDates(ctx context.Context, source string) (*RecordDates, error) {
	cursor, err := s.recordDates().find(ctx, bson.D{{Key: "source", Value: source}})
	if err != nil {
		return nil, s.available(err, "load dates of records")
	}
	var chunks []datesChunk
	if err := cursor.All(ctx, &chunks); err != nil {
		return nil, s.available(err, "load dates of records")
	}
	slices.SortFunc(chunks, func(a, b datesChunk) int { return cmp.Compare(a.Number, b.Number) })
	d := &RecordDates{source: source, long: manyChunks}
	for _, chunk := range chunks {
		if !d.read(chunk) {
			return nil, fmt.Errorf("load dates of records: entry %q of recordDates is damaged; "+
				"delete it, and import the newest file of %s again", chunk.ID, source)
		}
		d.next, d.chunks = chunk.Number+1, append(d.chunks, chunk.ID)
	}
	return d, nil
}

// read adds the dates of a chunk, and reports whether the chunk is intact.
func (d *RecordDates) read(chunk datesChunk) bool {
	day, key := dayOf(chunk.Date), uint64(0)
	if day == 0 {
		return false
	}
	for keys := chunk.Keys; len(keys) > 0; {
		difference, size := binary.Uvarint(keys)
		if size <= 0 || key+difference < key {
			return false
		}
		keys, key = keys[size:], key+difference
		d.dates.Set(key, day)
	}
	return true
}

// Of returns the date of the file that a record was last read from, "" if that is not known.
func (d *RecordDates) Of(key uint64) models.Date {
	day, ok := d.dates.Get(key)
	if !ok {
		return ""
	}
	return dateOf(day)
}

// IsNews reports whether a record was not read before from a file of this date or a newer one.
func (d *RecordDates) IsNews(key uint64, fileDate models.Date) bool {
	known, ok := d.dates.Get(key)
	return !ok || known < dayOf(fileDate)
}

const secondsADay = 24 * 60 * 60

// dayOf returns the number of days since 1970; 0 means no date.
func dayOf(date models.Date) uint32 {
	t, err := time.Parse(time.DateOnly, string(date))
	if err != nil || t.Unix() < 0 {
		return 0
	}
	return uint32(t.Unix() / secondsADay)
}

func dateOf(day uint32) models.Date { return models.DateOf(time.Unix(int64(day)*secondsADay, 0)) }

// AddRecordDates stores that records were read from a file. A file without a date is ignored: nothing is older.
func (s *Store) AddRecordDates(ctx context.Context, d *RecordDates, date models.Date, keys []uint64) error {
	day := dayOf(date)
	if day == 0 {
		return nil
	}
	slices.Sort(keys)
	for some := range slices.Chunk(keys, keysInChunk) {
		if err := s.putDates(ctx, d, d.next, date, some); err != nil {
			return err
		}
		d.next++
	}
	for _, key := range keys {
		d.dates.Set(key, day)
	}
	return nil
}

func (s *Store) putDates(ctx context.Context, d *RecordDates, number int64, date models.Date, keys []uint64) error {
	chunk := datesChunk{ID: d.source + " " + rand.Text(), Source: d.source, Number: number, Date: date}
	last := uint64(0)
	for _, key := range keys {
		chunk.Keys, last = binary.AppendUvarint(chunk.Keys, key-last), key
	}
	if err := s.recordDates().insertOne(ctx, chunk); err != nil {
		return s.available(err, "write dates of records")
	}
	d.chunks = append(d.chunks, chunk.ID)
	return nil
}

// CompactRecordDates rewrites the log if it has become long, with each record once. It starts from what is stored,
// since others may have added to it. What they add in the meantime supersedes it.
func (s *Store) CompactRecordDates(ctx context.Context, d *RecordDates) error {
	if len(d.chunks) < d.long {
		return nil
	}
	stored, err := s.RecordDates(ctx, d.source)
	if err != nil {
		return err
	}
	*d = *stored
	byDay, fewest := make(map[uint32][]uint64), 0
	for key, day := range d.dates.All() {
		if len(byDay[day])%keysInChunk == 0 {
			fewest++
		}
		byDay[day] = append(byDay[day], key)
	}
	if d.long = manyChunks + fewest; len(d.chunks) < d.long {
		return nil
	}
	old := d.chunks
	d.chunks = nil
	for day, keys := range byDay {
		for some := range slices.Chunk(keys, keysInChunk) {
			if err := s.putDates(ctx, d, d.next-1, dateOf(day), some); err != nil {
				return err
			}
		}
	}
	return s.dropDates(ctx, old)
}

func (s *Store) dropDates(ctx context.Context, ids []string) error {
	for _, id := range ids {
		if err := s.recordDates().deleteOne(ctx, bson.D{{Key: "_id", Value: id}}); err != nil {
			return s.available(err, "write dates of records")
		}
	}
	return nil
}
