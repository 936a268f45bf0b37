package catalog

import (
	"testing"

	"pgregory.net/rapid"

	"findcare/models"
)

// walking goes through all pages of a search while providers come and go.
type walking struct {
	drawer
	catalog   Catalog
	everybody []*models.Provider
	there     map[string]bool
	search    ProviderSearch
	revision  int64
	met       map[string]bool
}

func newWalking(t *rapid.T) *walking {
	w := &walking{drawer: drawer{t}, there: make(map[string]bool), met: make(map[string]bool)}
	w.revision = 1000 // what is drawn is at most that
	w.everybody = make([]*models.Provider, rapid.IntRange(0, 25).Draw(t, "providers"))
	first := taxonomy()
	for i := range w.everybody {
		w.everybody[i] = w.provider(i)
		if w.chance("there", 2) {
			w.there[w.everybody[i].ID] = true
			first.Providers = append(first.Providers, w.everybody[i])
		}
	}
	w.catalog.Publish(Build(first, options))
	w.search.Filter = &ProviderFilter{Near: w.filter().Near}
	w.search.OrderBy = draw(w.drawer, "order", orders...)
	if w.search.Filter.Near == nil {
		// too short for typing errors, which depend on who else is there
		w.search.Filter.Text = ptr(draw(w.drawer, "text", "", "m", "an"))
		if w.search.OrderBy != nil && *w.search.OrderBy == OrderDistance {
			w.search.OrderBy = nil
		}
	}
	return w
}

// matching returns who matches now.
func (w *walking) matching() map[string]bool {
	all := make(map[string]bool)
	page, err := w.catalog.Current().Providers(ProviderSearch{Filter: w.search.Filter, Page: Page{First: ptr(100)}})
	if err != nil {
		w.Fatal(err)
	}
	for _, p := range page.Nodes() {
		all[p.ID] = true
	}
	return all
}

// next takes the next page, and reports whether there are more.
func (w *walking) next(backward bool) (more bool) {
	size := rapid.IntRange(1, 5).Draw(w.T, "size")
	w.search.First, w.search.Last = &size, nil
	if backward {
		w.search.First, w.search.Last = nil, &size
	}
	page, err := w.catalog.Current().Providers(w.search)
	if err != nil {
		w.Fatal(err)
	}
	for _, p := range page.Nodes() {
		if w.met[p.ID] {
			w.Fatalf("%s is met twice", p.Slug)
		}
		w.met[p.ID] = true
	}
	info := page.PageInfo()
	if backward {
		w.search.Before = (*string)(&info.StartCursor)
		return info.HasPreviousPage
	}
	w.search.After = (*string)(&info.EndCursor)
	return info.HasNextPage
}

// change lets some providers come or go.
func (w *walking) change() {
	var changes Changes
	for _, p := range w.everybody {
		if !w.chance("changes", 6) {
			continue
		}
		w.revision++
		if w.there[p.ID] = !w.there[p.ID]; w.there[p.ID] {
			again := *p
			again.Revision = w.revision
			changes.Written = append(changes.Written, &again)
		} else {
			changes.Removed = append(changes.Removed, Removal{ID: p.ID, Revision: w.revision})
		}
	}
	w.catalog.Apply(changes)
}

// Walking through all pages of a search, in any order and either direction, meets nobody twice, and everybody who
// matched all along, while others come and go between the pages.
func TestWalkOfASearch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWalking(t)
		stayed := w.matching()
		backward := w.chance("backward", 2)
		for more := true; more; {
			more = w.next(backward)
			w.change()
			now := w.matching()
			for id := range stayed {
				stayed[id] = stayed[id] && now[id]
			}
		}
		for id, all := range stayed {
			if all && !w.met[id] {
				t.Fatalf("%s matched all along and was not met", id)
			}
		}
	})
}
