package store

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/models"
)

func openDates(t *testing.T) (*Store, *RecordDates) {
	t.Helper()
	db, err := Open(t.Context(), Config{DataDir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close(context.WithoutCancel(t.Context())) })
	return db, loadDates(t, db)
}

func loadDates(t *testing.T, db *Store) *RecordDates {
	t.Helper()
	dates, err := db.RecordDates(t.Context(), "nppes")
	if err != nil {
		t.Fatal(err)
	}
	return dates
}

func addDates(t *testing.T, db *Store, to *RecordDates, date models.Date, keys ...uint64) {
	t.Helper()
	if err := db.AddRecordDates(t.Context(), to, date, keys); err != nil {
		t.Fatal(err)
	}
}

func TestRecordDates(t *testing.T) {
	db, dates := openDates(t)
	addDates(t, db, dates, "2026-10-11", 9, 7, 1<<40)
	addDates(t, db, dates, "2026-11-08", 7)
	addDates(t, db, dates, "2026-09-13", 9) // forced
	addDates(t, db, dates, "", 7, 8)
	addDates(t, db, dates, "1969-12-31", 7, 8)
	for name, read := range map[string]*RecordDates{"in memory": dates, "stored": loadDates(t, db)} {
		for key, want := range map[uint64]models.Date{7: "2026-11-08", 8: "", 9: "2026-09-13", 1 << 40: "2026-10-11"} {
			if got := read.Of(key); got != want {
				t.Errorf("%s: %d is of %q, want %q", name, key, got, want)
			}
			if read.IsNews(key, want) != (want == "") || !read.IsNews(key, "2026-11-09") ||
				want != "" && read.IsNews(key, "2026-09-12") {
				t.Errorf("%s: %d: what is news", name, key)
			}
		}
	}
	if other, err := db.RecordDates(t.Context(), "samhsa"); err != nil || other.Of(7) != "" {
		t.Errorf("of another registry: %q, %v", other.Of(7), err)
	}
}

// Many records make several chunks; many chunks are made few, and say the same. What another process adds meanwhile
// counts more.
func TestCompactRecordDates(t *testing.T) {
	db, dates := openDates(t)
	large := make([]uint64, keysInChunk+1)
	for i := range large {
		large[i] = uint64(i) * 3
	}
	addDates(t, db, dates, "2026-01-11", large...)
	if len(dates.chunks) != 2 {
		t.Errorf("%d chunks", len(dates.chunks))
	}
	days := []models.Date{"2026-02-08", "2026-03-08"}
	for i := range manyChunks {
		if err := db.CompactRecordDates(t.Context(), dates); err != nil || len(dates.chunks) != 2+i {
			t.Fatalf("%d chunks before they are many, %v", len(dates.chunks), err)
		}
		if len(dates.chunks) == manyChunks-1 {
			break
		}
		addDates(t, db, dates, days[i%2], uint64(i%10)*3)
	}
	another := loadDates(t, db)
	addDates(t, db, another, "2026-04-12", 3)
	const fewest = 4 // one of each day
	for len(dates.chunks) < manyChunks+fewest {
		addDates(t, db, dates, days[0], 300)
	}
	if err := db.CompactRecordDates(t.Context(), dates); err != nil {
		t.Fatal(err)
	}
	if len(dates.chunks) != fewest {
		t.Errorf("%d chunks, want one of each day", len(dates.chunks))
	}
	stored := loadDates(t, db)
	if got := stored.Of(3); got != "2026-04-12" {
		t.Errorf("what another process added: %s", got)
	}
	addDates(t, db, dates, "2026-05-10", 3)
	stored = loadDates(t, db)
	for key, want := range dates.dates.All() {
		if got := stored.Of(key); got != dateOf(want) {
			t.Fatalf("%d: %s, want %s", key, got, dateOf(want))
		}
	}
}

// An entry that is damaged is named, with what to do; it is not taken for dates.
func TestDamagedRecordDates(t *testing.T) {
	whole := datesChunk{ID: "nppes X", Source: "nppes", Date: "2026-11-08", Keys: []byte{7, 1}}
	for name, damage := range map[string]func(*datesChunk){
		"cut off":    func(c *datesChunk) { c.Keys = []byte{7, 0x80} },
		"too large":  func(c *datesChunk) { c.Keys = []byte(strings.Repeat("\xff", 11)) },
		"overflow":   func(c *datesChunk) { c.Keys = []byte("\a" + strings.Repeat("\xff", 9) + "\x01") },
		"no date":    func(c *datesChunk) { c.Date = "" },
		"not a date": func(c *datesChunk) { c.Date = "soon" },
	} {
		db, dates := openDates(t)
		addDates(t, db, dates, "2026-10-11", 5)
		chunk := whole
		damage(&chunk)
		if err := db.recordDates().insertOne(t.Context(), chunk); err != nil {
			t.Fatal(err)
		}
		_, err := db.RecordDates(t.Context(), "nppes")
		want := `load dates of records: entry "nppes X" of recordDates is damaged; ` +
			`delete it, and import the newest file of nppes again`
		if fmt.Sprint(err) != want {
			t.Errorf("%s: %v", name, err)
		}
		if err := db.recordDates().deleteOne(t.Context(), bson.D{{Key: "_id", Value: "nppes X"}}); err != nil {
			t.Fatal(err)
		}
		if got := loadDates(t, db).Of(5); got != "2026-10-11" {
			t.Errorf("%s: without it: %q", name, got)
		}
	}
}
