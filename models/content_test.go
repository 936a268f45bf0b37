package models_test

import (
	"testing"
	"time"

	"findcare/models"
)

func TestSameContent(t *testing.T) {
	condition := func(change func(*models.Condition)) *models.Condition {
		d := &models.Condition{
			Header: models.Header{ID: "cnd_1", Slug: "grief", Revision: 3, UpdatedAt: time.Unix(1, 0)},
			Name:   "Grief",
		}
		change(d)
		return d
	}
	for name, test := range map[string]struct {
		change func(*models.Condition)
		want   bool
	}{
		"nothing":         {func(*models.Condition) {}, true},
		"the revision":    {func(d *models.Condition) { d.Revision = 4 }, true},
		"the time":        {func(d *models.Condition) { d.UpdatedAt = time.Unix(2, 0) }, true},
		"the id":          {func(d *models.Condition) { d.ID = "cnd_2" }, true},
		"the name":        {func(d *models.Condition) { d.Name = "Sorrow" }, false},
		"the slug":        {func(d *models.Condition) { d.Slug = "sorrow" }, false},
		"a former slug":   {func(d *models.Condition) { d.FormerSlugs = []string{"loss"} }, false},
		"an abbreviation": {func(d *models.Condition) { d.Abbreviation = "G" }, false},
	} {
		one, other := condition(func(*models.Condition) {}), condition(test.change)
		if got := models.SameContent(one, other); got != test.want {
			t.Errorf("%s differs: SameContent is %v", name, got)
		}
		hash, err := models.ContentHash(one)
		otherHash, err2 := models.ContentHash(other)
		if err != nil || err2 != nil || (hash == otherHash) != test.want {
			t.Errorf("%s differs: hashes %x (%v) and %x (%v)", name, hash, err, otherHash, err2)
		}
	}
}

func TestNextUpdate(t *testing.T) {
	last := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	head := models.Header{UpdatedAt: last}
	for _, test := range []struct{ now, want time.Time }{
		{last.Add(time.Second), last.Add(time.Second)},
		{last, last.Add(time.Millisecond)},
		{last.Add(-time.Hour), last.Add(time.Millisecond)},
	} {
		if got := head.NextUpdate(test.now); !got.Equal(test.want) {
			t.Errorf("the update after %v at %v is of %v, want %v", last, test.now, got, test.want)
		}
	}
}
