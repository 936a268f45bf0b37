package replication

import (
	"testing"
	"time"

	"findcare/internal/catalog"
	"findcare/models"
)

// A cursor is read as it was written, and nothing else is a cursor.
func FuzzChangesCursor(f *testing.F) {
	id := models.IDOfSlug(models.KindCondition, "grief")
	now := time.UnixMilli(1_790_000_000_000)
	for _, cursor := range []changesCursor{
		{},
		{database: 7, position: catalog.LogPosition{Run: 1 << 63, Position: 12}, complete: now, gone: now},
		{database: 7, complete: now, page: &catalog.Moment{At: now.Add(time.Hour), ID: id}},
	} {
		f.Add(cursor.String())
	}
	f.Add("AQ")
	f.Fuzz(func(t *testing.T, text string) {
		cursor, err := readCursor(text)
		switch {
		case err == nil && cursor.String() != text:
			t.Errorf("%q is read as %q", text, cursor)
		case err != nil && models.ErrorCode(err) != models.CodeBadUserInput:
			t.Errorf("%q: %v", text, err)
		}
	})
}
