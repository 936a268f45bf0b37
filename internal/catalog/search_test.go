package catalog

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"findcare/models"
)

var orders = []*ProviderOrder{
	nil,
	ptr(OrderRelevance),
	ptr(OrderName),
	ptr(OrderDistance),
	ptr(OrderExperience),
	ptr(OrderRecentlyUpdated),
	ptr(OrderRecommended),
	ptr(OrderConfirmation),
}

// Results, order, total, facets, distances, widenings and pages are what reading every provider gives.
func TestSearch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawer{t}
		directory := taxonomy()
		directory.Insurers = d.insurers()
		for i := range rapid.IntRange(0, 30).Draw(t, "providers") {
			directory.Providers = append(directory.Providers, d.provider(i))
		}
		s, o := Build(directory, options), newOracle(directory)
		o.checkStaff(t, s)
		for range 4 {
			o.check(t, s, d.filter(), draw(d, "order", orders...), rapid.IntRange(1, 7).Draw(t, "page size"))
		}
	})
}

// changing is a catalog and the directory that it must be of.
type changing struct {
	drawer
	catalog   Catalog
	directory *models.Directory
	now       map[string]*models.Provider
	revision  int64
}

// change applies a batch of changes.
func (c *changing) change() {
	var changes Changes
	for range rapid.IntRange(0, 3).Draw(c.T, "changes") {
		p := c.status(c.provider(rapid.IntRange(0, 30).Draw(c.T, "number")))
		if slices.Contains(changes.ids(), p.ID) {
			continue
		}
		c.revision++
		p.Revision = c.revision
		if c.chance("remove", 3) {
			changes.Removed = append(changes.Removed, Removal{ID: p.ID, Revision: c.revision})
			delete(c.now, p.ID)
		} else {
			changes.Written = append(changes.Written, p)
			c.now[p.ID] = p
		}
	}
	if c.chance("condition", 4) {
		condition := *c.directory.Conditions[0]
		condition.Revision++
		condition.AlsoKnownAs = c.some("also", "moor", "low mood", "sleeplessness")
		c.directory.Conditions = append([]*models.Condition{&condition}, c.directory.Conditions[1:]...)
		changes.Written = append(changes.Written, &condition)
	}
	c.changeInsurer(&changes)
	c.catalog.Apply(changes)
}

// changeInsurer adds one, renames one or removes one.
func (c *changing) changeInsurer(changes *Changes) {
	if !c.chance("insurer", 3) {
		return
	}
	c.revision++
	insurer := &models.Insurer{
		Header:      header(models.KindInsurer, draw(c.drawer, "insurer slug", "blue-cross", "medicaid", "cash")),
		Name:        draw(c.drawer, "insurer name", "Blue Cross", "Medicaid", "cash", "Money"),
		AlsoKnownAs: c.some("insurer also", "BCBS", "aetna", "Cash"),
	}
	insurer.Revision = c.revision
	same := func(other *models.Insurer) bool { return other.ID == insurer.ID || other.Name == insurer.Name }
	for _, other := range c.directory.Insurers {
		if same(other) && other.ID != insurer.ID {
			return // two of one name
		}
	}
	c.directory.Insurers = slices.DeleteFunc(slices.Clone(c.directory.Insurers), same)
	if c.chance("insurer removed", 3) {
		changes.Removed = append(changes.Removed, Removal{ID: insurer.ID, Revision: c.revision})
		return
	}
	changes.Written = append(changes.Written, insurer)
	c.directory.Insurers = append(c.directory.Insurers, insurer)
}

// After any sequence of changes a snapshot answers like one that is newly built, and has the same version.
func TestApply(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := &changing{drawer: drawer{t}, directory: taxonomy(), now: make(map[string]*models.Provider)}
		c.revision = 1000 // what is drawn is at most that
		c.directory.Insurers = c.insurers()
		for i := range rapid.IntRange(0, 20).Draw(t, "providers") {
			p := c.status(c.provider(i))
			c.directory.Providers, c.now[p.ID] = append(c.directory.Providers, p), p
		}
		c.catalog.Publish(Build(c.directory, options))
		for range rapid.IntRange(1, 10).Draw(t, "batches") {
			c.change()
		}
		c.catalog.Wait()
		c.check()
	})
}

func (c *changing) check() {
	var listed, retired []*models.Provider
	c.directory.Providers = nil
	for _, p := range c.now {
		c.directory.Providers = append(c.directory.Providers, p)
		if p.Retired() {
			retired = append(retired, p)
		} else {
			listed = append(listed, p)
		}
	}
	applied, fresh := c.catalog.Current(), Build(c.directory, options)
	if applied.Directory().Edition != fresh.Directory().Edition {
		c.Fatalf("directory %+v, want %+v", applied.Directory(), fresh.Directory())
	}
	c.directory.Providers = listed
	newOracle(c.directory).checkStaff(c.T, applied)
	if got, want := applied.Directory().Edition, Build(c.directory, options).Directory().Edition; got != want {
		c.Fatalf("directory %+v, want as without the retired ones %+v", got, want)
	}
	checkRetired(c.T, applied, retired)
	for range 3 {
		filter, order := c.filter(), draw(c.drawer, "order", orders...)
		newOracle(c.directory).check(c.T, applied, filter, order, rapid.IntRange(1, 7).Draw(c.T, "page size"))
	}
	c.checkStates(applied, listed, retired)
	text := draw(c.drawer, "suggest", "f", "nik", "moor", "ins", "anxeity", "low", "485", "flint mi")
	if got, want := suggestionsOf(applied, text), suggestionsOf(fresh, text); got != want {
		c.Fatalf("suggest %q: %s\nwant %s", text, got, want)
	}
	for _, p := range listed {
		if got, want := similarOf(applied, p.ID), similarOf(fresh, p.ID); got != want {
			c.Fatalf("similar to %s: %s\nwant %s", p.ID, got, want)
		}
	}
}

// checkRetired wants exactly those of the retired providers to be found by editors, and none of them by others.
func checkRetired(t *rapid.T, s *Snapshot, retired []*models.Provider) {
	if got := s.retired.Len(); got != len(retired) {
		t.Fatalf("%d are retired, want %d", got, len(retired))
	}
	for _, p := range retired {
		names := []ProviderBy{{ID: &p.ID}, {Slug: &p.Slug}}
		if npi := string(p.NPI); npi != "" {
			names = append(names, ProviderBy{NPI: &npi})
		}
		for _, slug := range p.FormerSlugs {
			names = append(names, ProviderBy{Slug: &slug})
		}
		for _, by := range names {
			if found := s.AnyProvider(by); found == nil || found.Provider != p || s.Provider(by) != nil {
				t.Fatalf("%s: editors find %v, and others %v", p.Slug, found, s.Provider(by))
			}
		}
		if id, known := s.IDOf(models.KindProvider, p.Slug); id != p.ID || !known || s.Document(p.ID) != p ||
			s.Node(p.ID) != nil {
			t.Fatalf("%s: the id is %q, the node %v", p.Slug, id, s.Node(p.ID))
		}
	}
}

func suggestionsOf(s *Snapshot, text string) string {
	list, err := s.Suggest(text, nil, nil)
	if err != nil {
		return err.Error()
	}
	var lines []string
	for _, suggestion := range list {
		lines = append(lines, fmt.Sprint(suggestion.Kind, " ", suggestion.Text))
	}
	return strings.Join(lines, ", ")
}

func similarOf(s *Snapshot, id string) string {
	return all(s.Provider(ProviderBy{ID: &id}).Similar(nil))
}
