package catalog

import (
	"context"
	"errors"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"findcare/models"
)

// person is a revision of a provider.
func person(slug string, revision int64) *models.Provider {
	return &models.Provider{
		Header: models.Header{
			ID:        models.IDOfSlug(models.KindProvider, slug),
			Slug:      slug,
			Revision:  revision,
			UpdatedAt: time.UnixMilli(revision),
		},
		Name: slug, Type: models.Individual,
	}
}

func written(documents ...models.Document) Changes { return Changes{Written: documents} }

func newCatalog(providers ...*models.Provider) *Catalog {
	c := new(Catalog)
	c.Publish(Build(&models.Directory{Providers: providers}, Options{}))
	return c
}

// next returns the next change, which must be there already.
func next(t *testing.T, w *Watcher) Change {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	change, err := w.Next(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return change
}

func wantNothing(t *testing.T, w *Watcher) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if change, err := w.Next(ctx); !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v and %v, want nothing", change.IDs, err)
	}
}

func TestAWatcherIsToldOfEachVersionInOrder(t *testing.T) {
	c := newCatalog(person("wren", 1))
	w := c.Watch()
	defer w.Close()
	want := []string{c.Current().version()}
	for revision := int64(2); revision < 50; revision++ {
		c.Apply(written(person("wren", revision)))
		c.Apply(written(person("wren", revision))) // is no change
		want = append(want, c.Current().version())
	}
	c.Apply(
		written(
			&models.Article{
				Header: models.Header{ID: models.IDOfSlug(models.KindArticle, "draft"), Slug: "draft", Revision: 1},
				Status: models.ArticleDraft,
			},
		),
	)
	var got []string
	for range want {
		got = append(got, next(t, w).Snapshot.version())
	}
	if !slices.Equal(got, want) {
		t.Errorf("got the versions %v, want %v", got, want)
	}
	wantNothing(t, w)
}

func TestAWatcherOfDocumentsIsToldOfThoseAlone(t *testing.T) {
	wren, juniper, robin := person("wren", 1), person("juniper", 1), person("robin", 1)
	c := newCatalog(wren, juniper)
	w := c.WatchDocuments([]string{wren.ID, robin.ID, wren.ID})
	defer w.Close()
	wantNothing(t, w)
	for _, step := range []struct {
		name string
		do   func()
		want []string // changed providers, with their revisions; 0 where they are gone
	}{
		{"another one", func() { c.Apply(written(person("juniper", 2))) }, nil},
		{"one of them", func() { c.Apply(written(person("wren", 2))) }, []string{"wren 2"}},
		{"one that was not there", func() { c.Apply(written(robin)) }, []string{"robin 1"}},
		{
			"both at once",
			func() { c.Apply(written(person("wren", 3), person("robin", 2))) },
			[]string{"robin 2", "wren 3"},
		},
		{"removed", func() { c.Apply(Changes{Removed: []Removal{{ID: wren.ID, Revision: 4}}}) }, []string{"wren 0"}},
		{"a whole directory", func() {
			providers := []*models.Provider{person("wren", 5), person("robin", 2)}
			c.Publish(Build(&models.Directory{Providers: providers}, Options{}))
		}, []string{"wren 5"}},
		{"the whole directory read again, with a change meanwhile", func() {
			providers := []*models.Provider{person("wren", 6), person("robin", 2)}
			read := Build(&models.Directory{Providers: providers}, Options{})
			err := c.Reload(func() (*Snapshot, error) {
				c.Apply(written(person("juniper", 3), person("robin", 3)))
				next(t, w) // which this is told of at once
				return read, nil
			})
			if err != nil {
				t.Fatal(err)
			}
		}, []string{"wren 6"}},
		{"another content of the same revision", func() {
			renamed := person("wren", 6)
			renamed.Digest = 7
			c.Apply(Changes{Written: []models.Document{renamed}, Over: c.Current()})
		}, []string{"wren 6"}},
		{"retired", func() { c.Apply(written(retired("wren", 7))) }, []string{"wren 0"}},
		{"changed while it is retired", func() { c.Apply(written(retired("wren", 8))) }, nil},
		{"reinstated", func() { c.Apply(written(person("wren", 9))) }, []string{"wren 9"}},
	} {
		step.do()
		var got []string
		if step.want != nil {
			for _, change := range next(t, w).Providers() {
				got = append(got, revisionOf(change, wren, robin))
			}
			slices.Sort(got)
		}
		if !slices.Equal(got, step.want) {
			t.Errorf("%s: told of %v, want %v", step.name, got, step.want)
		}
		wantNothing(t, w)
	}
}

func retired(slug string, revision int64) *models.Provider {
	p := person(slug, revision)
	p.Status = models.ProviderRetired
	return p
}

func revisionOf(change ProviderChange, known ...*models.Provider) string {
	for _, provider := range known {
		if provider.ID != change.ID {
			continue
		}
		if change.Provider == nil {
			return provider.Slug + " 0"
		}
		return provider.Slug + " " + string('0'+rune(change.Provider.Revision))
	}
	return change.ID
}

func TestAWatcherThatIsTooFarBehindIsToldSo(t *testing.T) {
	c := newCatalog(person("wren", 1))
	slow, quick, other := c.Watch(), c.Watch(), c.WatchDocuments([]string{person("juniper", 1).ID})
	defer slow.Close()
	defer quick.Close()
	defer other.Close()
	for revision := int64(2); revision < maxPending+2; revision++ {
		next(t, quick)
		c.Apply(written(person("wren", revision)))
	}
	if _, err := slow.Next(t.Context()); !errors.Is(err, ErrBehind) {
		t.Errorf("the slow one got %v, want ErrBehind", err)
	}
	if slow.pending != nil {
		t.Error("the slow one still keeps snapshots")
	}
	if got := next(t, quick).Snapshot; got != c.Current() {
		t.Error("the quick one has not got the last snapshot")
	}
	wantNothing(t, other) // which others' changes do not make slow
}

func TestAWatcherWaits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCatalog(person("wren", 1))
		w := c.Watch()
		next(t, w)
		got := make(chan Change, 1)
		go func() {
			change, _ := w.Next(t.Context())
			got <- change
		}()
		synctest.Wait()
		if len(got) != 0 {
			t.Fatal("there was nothing to tell")
		}
		c.Apply(written(person("wren", 2)))
		synctest.Wait()
		if len(got) != 1 || (<-got).Snapshot != c.Current() {
			t.Error("was not told")
		}
		w.Close()
	})
}

func TestAClosedWatcherIsForgotten(t *testing.T) {
	c := newCatalog(person("wren", 1))
	c.Watch().Close()
	c.WatchDocuments([]string{person("wren", 1).ID, person("juniper", 1).ID}).Close()
	if len(c.watchers.whole)+len(c.watchers.byID) != 0 {
		t.Errorf("still there: %v", c.watchers.byID)
	}
}
