package graphqlhttp

import (
	"bytes"
	"hash/maphash"
	"net/http"
	"weak"

	"findcare/internal/auth"
	"findcare/internal/cache"
	"findcare/internal/catalog"
	"findcare/internal/execution"
	"findcare/models"
)

// responseCache holds responses to queries without a token. A request with the same bytes, of the same snapshot and on
// the same day, has the same response; nothing else of a request affects it except a token, and a request with a token
// never gets a response from here.
type responseCache struct {
	seed    maphash.Seed
	entries *cache.Cache[uint64, *cacheEntry] // by the hash of the key; nil where the cache is off
	recent  *cache.Recent                     // most requests never come again, so only the second one is stored
}

// cacheEntry is the response to a query without errors. It is immutable.
type cacheEntry struct {
	cacheKey
	snapshot weak.Pointer[catalog.Snapshot]
	name     string
	cost     int
	keys     []string // by which shared caches purge it
	body     []byte
}

// cacheKey is everything that a response depends on.
type cacheKey struct {
	text     []byte // the body of a POST request, or the query string
	inBody   bool
	today    models.Date
	snapshot *catalog.Snapshot // nil in entries, which must not keep it alive
	hash     uint64            // of the text
}

const (
	// maxCachedRequest is the maximum size in bytes of a request whose response is cached.
	maxCachedRequest = 16 << 10
	// recentRequests is how many requests are remembered before their responses are stored.
	recentRequests = 1 << 12
	// entryOverhead is about what an entry takes besides its body and the request.
	entryOverhead = 256
)

func newResponseCache(memory uint64) *responseCache {
	c := &responseCache{seed: maphash.MakeSeed(), recent: cache.NewRecent(recentRequests)}
	if memory > 0 {
		c.entries = cache.Weighing(memory, func(_ uint64, e *cacheEntry) uint32 {
			return uint32(len(e.text) + len(e.body) + entryOverhead)
		})
	}
	return c
}

// key returns the cache key of a request. Ok is false where its response must not be cached.
//
// SECURITY: the only place that decides whose responses others may get: those to requests without a token, since
// nothing else tells one client from another.
func (c *responseCache) key(r *http.Request, received []byte, snapshot *catalog.Snapshot) (key cacheKey, ok bool) {
	if _, hasToken := auth.Of(r.Context()); hasToken || c.entries == nil {
		return key, false
	}
	key.text, key.inBody = received, r.Method == http.MethodPost
	if !key.inBody {
		key.text = []byte(r.URL.RawQuery)
	}
	if len(key.text) > maxCachedRequest {
		return key, false
	}
	key.today, key.snapshot, key.hash = snapshot.Today(), snapshot, maphash.Bytes(c.seed, key.text)
	return key, true
}

// get returns the response for a key.
func (c *responseCache) get(key cacheKey) (entry *cacheEntry, ok bool) {
	entry, ok = c.entries.Get(key.hash)
	return entry, ok && entry.snapshot.Value() == key.snapshot && entry.today == key.today &&
		entry.inBody == key.inBody && bytes.Equal(entry.text, key.text)
}

// put stores the response for a key that was put before.
func (c *responseCache) put(key cacheKey, operation *execution.Operation, keys []string, body []byte) {
	if !c.recent.Again(key.hash) {
		return
	}
	entry := &cacheEntry{
		cacheKey: key,
		snapshot: weak.Make(key.snapshot),
		name:     operation.Name(),
		cost:     operation.Cost,
		keys:     keys,
		body:     bytes.Clone(body),
	}
	entry.text, entry.cacheKey.snapshot = bytes.Clone(key.text), nil
	c.entries.Set(key.hash, entry)
}
