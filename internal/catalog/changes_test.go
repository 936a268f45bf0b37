package catalog

import (
	"errors"
	"slices"
	"testing"
	"time"

	"findcare/models"
)

// grief is a condition at a revision, as it was stored.
func grief(revision int64, name string) *models.Condition {
	return &models.Condition{
		Header: models.Header{
			ID:        models.IDOfSlug(models.KindCondition, "grief"),
			Slug:      "grief",
			Revision:  revision,
			UpdatedAt: time.UnixMilli(revision),
			Digest:    uint64(len(name)),
		},
		Name: name,
	}
}

func nameOf(c *Catalog) string {
	slug := "grief"
	if found := c.Current().Condition(SlugOrID{Slug: &slug}); found != nil {
		return found.Name
	}
	return ""
}

func TestUnresolvedChanges(t *testing.T) {
	id := grief(1, "").ID
	for _, test := range []struct {
		name       string
		changes    Changes
		over       bool
		unresolved bool
		want       string
	}{
		{"the same", Changes{Written: []models.Document{grief(5, "Grief")}}, false, false, "Grief"},
		{"a later revision", Changes{Written: []models.Document{grief(6, "Mourning")}}, false, false, "Mourning"},
		{"an older revision", Changes{Written: []models.Document{grief(4, "Loss")}}, false, true, "Grief"},
		{"another content of the same revision", written(grief(5, "Loss")), false, true, "Grief"},
		{"an older removal", Changes{Removed: []Removal{{ID: id, Revision: 4}}}, false, true, "Grief"},
		{"an older revision, asked for", Changes{Written: []models.Document{grief(4, "Loss")}}, true, false, "Loss"},
		{"another content, asked for", written(grief(5, "Loss")), true, false, "Loss"},
		{"a removal without a revision, asked for", Changes{Removed: []Removal{{ID: id}}}, true, false, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			var c Catalog
			c.Publish(Build(&models.Directory{Conditions: []*models.Condition{grief(5, "Grief")}}, Options{}))
			before := c.Current()
			if test.over {
				test.changes.Over = before
			}
			applied := c.Apply(test.changes)
			got := slices.Equal(applied.Unresolved, []string{id})
			if got != test.unresolved || nameOf(&c) != test.want {
				t.Errorf("unresolved %v, %q; want %v, %q", applied.Unresolved, nameOf(&c), test.unresolved, test.want)
			}
			if news := !applied.empty(); news != (c.Current() != before) {
				t.Errorf("news: %v", applied.Changes)
			}
			if same := c.Current().Directory().Version == before.Directory().Version; same != (nameOf(&c) == "Grief") {
				t.Errorf("the version is the same: %v", same)
			}
		})
	}
}

// What the database said some time ago does not undo what was written since.
func TestWrittenSinceTheDatabaseWasAsked(t *testing.T) {
	var c Catalog
	c.Publish(Build(&models.Directory{Conditions: []*models.Condition{grief(5, "Grief")}}, Options{}))
	asked := c.Current()
	c.Apply(Changes{Written: []models.Document{grief(6, "Mourning")}})
	c.Apply(Changes{Written: []models.Document{grief(5, "Loss")}, Over: asked})
	c.Apply(Changes{Removed: []Removal{{ID: grief(1, "").ID}}, Over: asked})
	if got := nameOf(&c); got != "Mourning" {
		t.Errorf("%q", got)
	}
}

// Who was removed by another tool and is made anew begins with revision 1 again.
func TestMadeAnewAfterARemovalByAnotherTool(t *testing.T) {
	var c Catalog
	c.Publish(Build(&models.Directory{Conditions: []*models.Condition{grief(5, "Grief")}}, Options{}))
	c.Apply(Changes{Removed: []Removal{{ID: grief(1, "").ID}}, Over: c.Current()})
	c.Apply(Changes{Written: []models.Document{grief(1, "Anew")}})
	if got := nameOf(&c); got != "Anew" {
		t.Errorf("%q", got)
	}
}

// What is applied while the directory is read anew counts afterwards, whether the reading has seen it or not.
func TestReload(t *testing.T) {
	id := grief(1, "").ID
	for _, test := range []struct {
		name      string
		read      *models.Condition // nil where it had been deleted already
		meanwhile Changes
		want      string
	}{
		{"nothing meanwhile", grief(7, "Read"), Changes{}, "Read"},
		{"nothing there", nil, Changes{}, ""},
		{"written after it was read", grief(5, "Read"), written(grief(6, "Written")), "Written"},
		{"written before it was read", grief(7, "Read"), written(grief(6, "Written")), "Read"},
		{"removed after it was read", grief(5, "Read"), Changes{Removed: []Removal{{ID: id, Revision: 6}}}, ""},
		{"removed before it was read", nil, Changes{Removed: []Removal{{ID: id, Revision: 6}}}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			var c Catalog
			c.Publish(Build(&models.Directory{Conditions: []*models.Condition{grief(5, "Before")}}, Options{}))
			err := c.Reload(func() (*Snapshot, error) {
				c.Apply(test.meanwhile)
				directory := &models.Directory{}
				if test.read != nil {
					directory.Add(test.read)
				}
				return Build(directory, Options{}), nil
			})
			if got := nameOf(&c); err != nil || got != test.want {
				t.Errorf("%q, %v; want %q", got, err, test.want)
			}
		})
	}
	t.Run("that fails", func(t *testing.T) {
		var c Catalog
		c.Publish(Build(&models.Directory{Conditions: []*models.Condition{grief(5, "Before")}}, Options{}))
		away := errors.New("away")
		if err := c.Reload(func() (*Snapshot, error) { return nil, away }); !errors.Is(err, away) ||
			nameOf(&c) != "Before" {
			t.Errorf("%q, %v", nameOf(&c), err)
		}
	})
}
