package pages_test

import (
	"fmt"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"findcare/graph"
	"findcare/internal/catalog"
	"findcare/internal/execution"
	"findcare/internal/pages"
	"findcare/internal/purging"
	"findcare/models"
)

// cachedSite is a site that changes, and a cache before it.
type cachedSite struct {
	*rapid.T
	directory *catalog.Catalog
	handler   http.Handler
	revision  int64
	kept      map[string]keptPage
}

type keptPage struct {
	status int
	body   string
	keys   []string
}

// Whatever a change changes of a page that a shared cache keeps, the page has one of the keys that the change purges.
func TestPagesThatAChangeChangesArePurged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := openCachedSite(t)
		for range 6 {
			purged := c.change()
			for path, was := range c.kept {
				status, body, _ := c.get(path)
				isPurged := slices.ContainsFunc(was.keys, func(key string) bool { return slices.Contains(purged, key) })
				if !isPurged && (status != was.status || body != was.body) {
					t.Fatalf("purged %v, and not %v of %s, which was %d\n%s\nand is %d\n%s",
						purged, was.keys, path, was.status, was.body, status, body)
				}
				if isPurged {
					c.keep(path)
				}
			}
		}
		c.directory.Wait()
	})
}

// readPaths are pages of each kind, some of documents that there are not, or not yet.
func readPaths() []string {
	paths := []string{
		"/find", "/find?q=worry", "/find?condition=condition-1", "/find/tx", "/find/tx/austin",
		"/find/tx/austin/condition-1", "/care", "/sitemap.xml", "/sitemaps/providers-1.xml", "/robots.txt", "/nothing",
	}
	for i := range 4 {
		paths = append(paths, fmt.Sprint("/providers/provider-", i), fmt.Sprint("/care/article-", i),
			fmt.Sprintf("/providers/provider-%d/report", i))
	}
	return paths
}

func openCachedSite(t *rapid.T) *cachedSite {
	const today = "2026-11-24"
	directory := new(catalog.Catalog)
	directory.Publish(catalog.Build(&models.Directory{}, catalog.Options{
		SiteURL: "https://care.example", Today: func() models.Date { return today },
	}))
	noon, _ := time.Parse(time.DateOnly, today)
	now := func() time.Time { return noon.Add(12 * time.Hour) }
	logger := slog.New(slog.DiscardHandler)
	hook := purging.New(purging.Options{URL: "http://cache.example", MaxAge: time.Hour}, directory, now, logger)
	executor := execution.NewExecutor(
		graph.NewSchema(directory, graph.Services{}), directory, execution.Options{Logger: logger},
	)
	handler, err := pages.New(directory, executor, pages.Options{
		SiteURL: "https://care.example", CacheControl: "public, max-age=60", Timeout: time.Minute, Hook: hook,
	})
	if err != nil {
		t.Fatal(err)
	}
	c := &cachedSite{T: t, directory: directory, handler: handler, revision: 1, kept: map[string]keptPage{}}
	for _, kind := range []models.Kind{models.KindCondition, models.KindProvider, models.KindArticle} {
		for number := range 3 {
			c.apply(c.document(kind, number))
		}
	}
	for _, path := range readPaths() {
		c.keep(path)
	}
	return c
}

func (c *cachedSite) get(path string) (status int, body string, keys []string) {
	response := get(c.handler, path)
	return response.Code, response.Body.String(), strings.Fields(response.Header().Get("Surrogate-Key"))
}

// keep keeps what a shared cache may.
func (c *cachedSite) keep(path string) {
	if status, body, keys := c.get(path); len(keys) > 0 {
		c.kept[path] = keptPage{status, body, keys}
	} else {
		delete(c.kept, path)
	}
}

func (c *cachedSite) below(n int) int { return rapid.IntRange(0, n-1).Draw(c.T, "number") }

func (c *cachedSite) some(kind models.Kind) (ids []string) {
	for number := range 3 {
		if c.below(2) == 0 {
			ids = append(ids, models.IDOfSlug(kind, fmt.Sprintf("%s-%d", kind, number)))
		}
	}
	return ids
}

// document is a document as it is next.
func (c *cachedSite) document(kind models.Kind, number int) models.Document {
	slug := fmt.Sprintf("%s-%d", kind, number)
	c.revision++
	header := models.Header{
		ID: models.IDOfSlug(kind, slug), Slug: slug, Revision: c.revision,
		UpdatedAt: time.UnixMilli(1_790_000_000_000 + c.revision).UTC(),
	}
	if c.below(6) == 0 { // it moves on
		header.Slug, header.FormerSlugs = slug+"-moved", []string{slug}
	}
	words := []string{"Worry", "Sleep", "Grief"}[c.below(3)]
	switch kind {
	case models.KindProvider:
		p := &models.Provider{
			Header: header, Name: "Wren " + words, Type: models.Individual, Statement: models.OptionalString(words),
			ConditionIDs: c.some(models.KindCondition), WorksForIDs: c.some(models.KindProvider),
		}
		if number == 0 {
			p.Type, p.WorksForIDs = models.Organization, nil
		}
		if c.below(2) == 0 {
			p.Locations = []models.Location{{City: "Austin", State: "Texas", StateCode: "TX"}}
		}
		if c.below(5) == 0 {
			p.Status = models.ProviderRetired
		}
		return p
	case models.KindArticle:
		topic := models.IDOfSlug(models.KindCondition, fmt.Sprint("condition-", c.below(3)))
		a := &models.Article{
			Header: header, Title: "Care for " + words, Lead: words, Author: "the team",
			Topic: models.Topic{ConditionID: topic}, ConditionIDs: c.some(models.KindCondition),
			PublishedOn: "2026-01-02", UpdatedOn: "2026-01-02",
			Sections: []models.Section{{Heading: words, Body: words}},
		}
		if c.below(4) == 0 {
			a.Status = models.ArticleDraft
		}
		return a
	default:
		return &models.Condition{Header: header, Name: fmt.Sprint(words, " ", number)}
	}
}

func (c *cachedSite) apply(document models.Document) {
	c.directory.Apply(catalog.Changes{Written: []models.Document{document}})
}

// change changes one document, and returns the keys that are purged.
func (c *cachedSite) change() []string {
	before := c.directory.PositionOf(c.directory.Current())
	kinds := []models.Kind{models.KindProvider, models.KindArticle, models.KindCondition}
	kind := kinds[c.below(5)/2] // the last less often
	document := c.document(kind, c.below(4))
	if kind != models.KindCondition && c.below(5) == 0 {
		head := document.Head()
		removal := catalog.Removal{ID: head.ID, Revision: head.Revision}
		c.directory.Apply(catalog.Changes{Removed: []catalog.Removal{removal}})
	} else {
		c.apply(document)
	}
	changed, known := c.directory.ChangedBetween(before, c.directory.Current())
	if !known {
		c.Fatal("the changes are not known")
	}
	return purging.KeysOf(changed)
}
