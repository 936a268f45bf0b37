package store_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"findcare/internal/store"
	"findcare/models"
)

// group is a database with providers, and changes that arrive together.
type group struct {
	t       *testing.T
	db      *store.Store
	changes []store.Revision
}

var providersOfGroup = []string{"wren", "finch", "robin", "lark", "dove"}

// newGroup opens a database, by its socket where it is to be one that is another process.
func newGroup(t *testing.T, embedded bool) *group {
	t.Helper()
	s := newScene(t)
	g := &group{t: t, db: s.db}
	if !embedded {
		wire, err := store.Open(t.Context(), store.Config{URI: s.db.EngineURI()})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = wire.Close(t.Context()) })
		g.db = wire
	}
	g.db.Impatient()
	for _, slug := range providersOfGroup[1:] {
		p := provider(slug, "")
		if err := g.db.Write(t.Context(), models.KindProvider, []models.Document{p}); err != nil {
			t.Fatal(err)
		}
	}
	return g
}

// before returns a document as it is stored.
func (g *group) before(slug string) *models.Provider {
	g.t.Helper()
	document, found, err := g.db.Find(g.t.Context(), models.KindProvider, models.IDOfSlug(models.KindProvider, slug))
	if !found || err != nil {
		g.t.Fatalf("%s: %v, %v", slug, found, err)
	}
	return document.(*models.Provider)
}

// update adds the next revision of a provider.
func (g *group) update(slug string, edit func(*models.Provider)) *models.Change {
	g.t.Helper()
	before := g.before(slug)
	after := *before
	after.Revision, after.UpdatedAt = before.Revision+1, sceneTime.Add(time.Minute)
	edit(&after)
	return g.add(before, &after)
}

// updateTwice adds a revision that another caller has made, both with a key if there is one.
func (g *group) updateTwice(slug, key string) {
	g.t.Helper()
	other := group{t: g.t, db: g.db}
	for _, g := range []*group{g, &other} {
		change := g.update(slug, func(p *models.Provider) { p.Statement = "Twice." })
		change.Key, change.Request = key, "request"
	}
	if err := g.db.Commit(g.t.Context(), other.changes[0].Change, other.changes[0].After); err != nil {
		g.t.Fatal(err)
	}
}

func (g *group) add(before, after models.Document) *models.Change {
	g.t.Helper()
	change, err := models.NewChange(before, after)
	if err != nil {
		g.t.Fatal(err)
	}
	g.changes = append(g.changes, store.Revision{Change: change, After: after})
	return change
}

// Each caller gets the answer that it would have got alone, and the same is stored.
func TestGroupsAnswerAsAlone(t *testing.T) {
	says := func(p *models.Provider) { p.Statement = "Welcome." }
	grief := models.IDOfSlug(models.KindCondition, "grief")
	refers := func(p *models.Provider) { p.ConditionIDs = []string{grief} }
	for name, arrange := range map[string]func(g *group){
		"nothing in the way": func(g *group) { g.add(nil, provider("heron", "1234567893")) },
		"references":         func(g *group) { g.update("wren", refers) },
		"a tombstone": func(g *group) {
			gone := models.Tombstone(models.KindProvider, models.IDOfSlug(models.KindProvider, "wren"), 2, sceneTime)
			g.add(g.before("wren"), gone)
		},
		"a slug of another":                func(g *group) { g.update("wren", func(p *models.Provider) { p.Slug = "dove" }) },
		"a revision that another has made": func(g *group) { g.updateTwice("wren", "") },
		"a record without its document": func(g *group) {
			change := g.update("wren", says)
			if err := g.db.Recorded(g.t.Context(), change); err != nil {
				g.t.Fatal(err)
			}
		},
		"a key that was used": func(g *group) { g.updateTwice("wren", "key") },
		"a reference to what is deleted": func(g *group) {
			g.update("wren", refers)
			gone := models.Tombstone(models.KindCondition, grief, 2, sceneTime.Add(time.Minute))
			closing, err := g.db.CloseDocument(g.t.Context(), condition("grief"), sceneTime)
			if err != nil || closing.Revision() != 2 {
				g.t.Fatal(closing, err)
			}
			change, err := models.NewChange(condition("grief"), gone)
			if err == nil {
				err = g.db.Commit(g.t.Context(), change, gone)
			}
			if err != nil {
				g.t.Fatal(err)
			}
		},
	} {
		for _, embedded := range []bool{true, false} {
			t.Run(fmt.Sprintf("%s, embedded %v", name, embedded), func(t *testing.T) {
				var results [2]string
				for alone := range results {
					g := newGroup(t, embedded)
					for _, slug := range providersOfGroup[1:] {
						key := g.update(slug, says)
						key.Key, key.Request = "key of "+slug, "request"
					}
					arrange(g)
					results[alone] = g.commit(alone == 1)
				}
				if results[0] != results[1] {
					t.Errorf("together:\n%s\nalone:\n%s", results[0], results[1])
				}
			})
		}
	}
}

// commit commits the changes, and says what came of them.
func (g *group) commit(alone bool) (result string) {
	g.t.Helper()
	var errs []error
	if !alone {
		errs = g.db.CommitGroup(g.t.Context(), g.changes)
	}
	for i, revision := range g.changes {
		if alone {
			errs = append(errs, g.db.Commit(g.t.Context(), revision.Change, revision.After))
		}
		var repeated *store.Repeated
		if errors.As(errs[i], &repeated) {
			errs[i] = fmt.Errorf("%w of revision %d", errs[i], repeated.Change.Revision)
		}
		change := revision.Change
		record, recorded, err := g.db.Record(g.t.Context(), change.ID)
		document, found, findErr := g.db.Find(g.t.Context(), change.Kind, change.DocumentID)
		if err != nil || findErr != nil {
			g.t.Fatal(err, findErr)
		}
		result += fmt.Sprintf("%s: %v; recorded %v", change.ID, errs[i], recorded)
		if recorded {
			result += fmt.Sprintf(" by %v", record.Token == change.Token)
		}
		if found {
			p, _ := document.(*models.Provider)
			head := document.Head()
			result += fmt.Sprintf("; revision %d of %s says %q, deleted %v", head.Revision, head.Slug, p.Statement,
				head.DeletedAt != nil)
		}
		result += "\n"
	}
	if left, err := g.db.Holds(g.t.Context()); len(left) > 0 || err != nil {
		g.t.Errorf("alone %v: holds %q remain, %v", alone, left, err)
	}
	return result
}
