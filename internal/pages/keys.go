package pages

import (
	"context"
	"net/http"

	"findcare/internal/catalog"
	"findcare/internal/purging"
)

// pageKeys are what a page depends on, and the snapshot that was the current one when it was begun: where it still is
// at the end, all of the page is of it.
type pageKeys struct {
	keys purging.Keys
	of   *catalog.Snapshot
}

type keysKey struct{}

// ofDocument are the templates of the pages that depend on the operations they are made from, and on nothing else.
var ofDocument = map[string]bool{"profile": true, "care": true}

// withKeys notes in the context what a page depends on, where shared caches keep pages.
func (s *site) withKeys(ctx context.Context) context.Context {
	if s.settings.Hook == nil {
		return ctx
	}
	return context.WithValue(ctx, keysKey{}, &pageKeys{of: s.directory.Current()})
}

// keysOf is what the page of a request depends on; nil where that is not noted.
func keysOf(r *http.Request) *pageKeys {
	k, _ := r.Context().Value(keysKey{}).(*pageKeys)
	return k
}

// dependsOnAny notes that any change may change the page of a request.
func dependsOnAny(r *http.Request) {
	if k := keysOf(r); k != nil {
		k.keys.DependsOnAny()
	}
}

// mayKeep tells caches how long they may keep a page.
func (s *site) mayKeep(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", s.settings.CacheControl)
	if k := keysOf(r); k != nil && (r.Method == http.MethodGet || r.Method == http.MethodHead) {
		s.settings.Hook.Mark(w.Header(), k.keys.List(), k.of)
	}
}
