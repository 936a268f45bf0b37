package purging_test

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"findcare/internal/catalog"
	"findcare/internal/clock"
	"findcare/internal/clock/clocktest"
	"findcare/internal/purging"
	"findcare/models"
)

// fakeCache takes purges, unless it is down.
type fakeCache struct {
	*httptest.Server
	mutex  sync.Mutex
	down   bool
	purges [][]string
	header string
}

func openCache(t *testing.T) *fakeCache {
	c := new(fakeCache)
	c.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c.mutex.Lock()
		defer c.mutex.Unlock()
		var body struct{ Tags []string }
		if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
			t.Error(err)
		}
		if keys := strings.Fields(r.Header.Get("Surrogate-Key")); !slices.Equal(keys, body.Tags) {
			t.Errorf("the header has %v, the body %v", keys, body.Tags)
		}
		c.header = r.Header.Get("Token")
		if c.down {
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		c.purges = append(c.purges, body.Tags)
	}))
	t.Cleanup(c.Close)
	return c
}

func (c *fakeCache) setDown(down bool) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.down = down
}

// count is how often a key was purged.
func (c *fakeCache) count(key string) (n int) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	for _, keys := range c.purges {
		if slices.Contains(keys, key) {
			n++
		}
	}
	return n
}

func within(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for waited := clock.Start(); !holds(); <-time.After(time.Millisecond) {
		if waited.Elapsed() > 10*time.Second {
			t.Fatal("not within ten seconds: " + what)
		}
	}
}

func provider(slug string, revision int64) *models.Provider {
	header := models.Header{ID: models.IDOfSlug(models.KindProvider, slug), Slug: slug, Revision: revision}
	return &models.Provider{Header: header, Name: slug}
}

// A start purges everything, and a change what depends on it, twice. While the cache is down, nothing is for it, and
// what has changed is purged when it is up again.
func TestHook(t *testing.T) {
	directory, cache, calendar := new(catalog.Catalog), openCache(t), new(models.Calendar)
	today := func() models.Date { return calendar.DateOf(clocktest.Now()) }
	directory.Publish(catalog.Build(&models.Directory{}, catalog.Options{Today: today}))
	options := purging.Options{URL: cache.URL, Header: "Token: secret", MaxAge: time.Hour}
	hook := purging.New(options, directory, clocktest.Now, slog.New(slog.DiscardHandler))
	ctx, cancel := context.WithCancel(t.Context())
	var running sync.WaitGroup
	running.Go(func() { hook.Run(ctx) })
	defer running.Wait()
	defer cancel()
	apply := func(p *models.Provider) string {
		directory.Apply(catalog.Changes{Written: []models.Document{p}})
		return p.ID
	}
	within(t, "the start purges everything, twice", func() bool { return cache.count(purging.Directory) == 2 })

	wren := apply(provider("wren", 1))
	within(t, "a change is purged, twice", func() bool { return cache.count(wren) == 2 })
	if cache.count(purging.Providers) != 2 || cache.count(purging.Any) != 2 || cache.count(purging.Articles) != 0 {
		t.Errorf("purged %v", cache.purges)
	}
	if cache.header != "secret" {
		t.Errorf("the header is %q", cache.header)
	}
	shared := func() bool {
		header := http.Header{}
		hook.Mark(header, []string{purging.Directory}, directory.Current())
		return header.Get("Surrogate-Control") != ""
	}
	within(t, "answers are shared", shared) // but in the last second of a day
	header := http.Header{}
	hook.Mark(header, []string{purging.Directory}, catalog.Build(&models.Directory{}, catalog.Options{Today: today}))
	if len(header) > 0 {
		t.Errorf("an answer of another snapshot is shared: %v", header)
	}

	cache.setDown(true)
	jay := apply(provider("jay", 1))
	within(t, "nothing is shared", func() bool { return !shared() })
	within(t, "a change is pending", func() bool { return hook.State().Oldest > 0 && hook.State().Failed > 0 })
	owl := apply(provider("owl", 1))
	cache.setDown(false)
	within(t, "what is pending is purged", func() bool { return cache.count(jay) >= 2 && cache.count(owl) >= 2 })
	within(t, "nothing is pending", func() bool { return hook.State().Oldest == 0 && shared() })
}

// What has just changed when a server ends, or could not be purged until then, is purged before it is gone.
func TestTheEndOfAHook(t *testing.T) {
	directory, cache, calendar := new(catalog.Catalog), openCache(t), new(models.Calendar)
	today := func() models.Date { return calendar.DateOf(clocktest.Now()) }
	directory.Publish(catalog.Build(&models.Directory{}, catalog.Options{Today: today}))
	hook := purging.New(purging.Options{URL: cache.URL}, directory, clocktest.Now, slog.New(slog.DiscardHandler))
	purgedSince := func(n int, id string) bool { return cache.count(id) > 0 || cache.count(purging.Directory) > n }
	for _, down := range []bool{false, true} {
		ctx, cancel := context.WithCancel(t.Context())
		var running sync.WaitGroup
		before := cache.count(purging.Directory)
		running.Go(func() { hook.Run(ctx) })
		within(t, "the start purges everything, twice", func() bool {
			return cache.count(purging.Directory) == before+2
		})
		cache.setDown(down)
		wren := provider("wren-"+strconv.FormatBool(down), 1)
		directory.Apply(catalog.Changes{Written: []models.Document{wren}})
		if down {
			within(t, "a purge fails", func() bool { return hook.State().Failed > 0 })
			cache.setDown(false)
		}
		cancel()
		running.Wait()
		if !purgedSince(before+2, wren.ID) {
			t.Errorf("down: %v: the last change was not purged", down)
		}
	}
}
