package graphqlhttp

import (
	"context"
	"net/http"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/vektah/gqlparser/v2/ast"
	"golang.org/x/sync/semaphore"

	"findcare/internal/execution"
	"findcare/internal/graphqlhttp/stream"
	"findcare/internal/purging"
	"findcare/internal/telemetry"
	"findcare/models"
)

// Options configure the endpoint.
type Options struct {
	Introspection bool `help:"Allow introspection." default:"true" negatable:"" group:"security"`

	CacheControl string `help:"Cache-Control of responses." default:"public, max-age=0, must-revalidate" group:"pages"`

	RequestTimeout time.Duration `help:"Maximum execution time of a request." default:"10s"`
	MaxBody        int64         `help:"Maximum size of a request body, in bytes." default:"131072"`
	MaxEditorBody  int64         `hidden:"" help:"Maximum request body of an editor, in bytes." default:"8388608"`
	MaxBatch       int           `help:"Maximum operations per request; 0 disables batching." default:"0"`

	ResponseCacheSize uint64 `help:"Response cache in bytes; 0 disables it." default:"33554432"`

	// Hook tells shared caches what to forget; nil where there are none.
	Hook *purging.Hook `kong:"-"`

	Persisted      `embed:"" group:"security"`
	stream.Options `embed:"" group:"limits"`
}

// Handler is the endpoint.
type Handler struct {
	options   Options
	executor  *execution.Executor
	documents *documents
	queries   *queries
	cache     *responseCache
	streams   *stream.Server
	bodies    sync.Pool           // of buffers for requests
	responses sync.Pool           // of buffers for responses
	large     *semaphore.Weighted // bytes of large bodies that are held at once
	accepted  atomic.Pointer[accepted]
}

// New returns the endpoint of an executor. It fails where the file of trusted documents cannot be read or holds an
// invalid operation.
func New(executor *execution.Executor, options Options) (*Handler, error) {
	documents, err := newDocuments(executor, options.Persisted)
	if err != nil {
		return nil, err
	}
	h := &Handler{
		options:   options,
		executor:  executor,
		documents: documents,
		queries:   newQueries(),
		cache:     newResponseCache(options.ResponseCacheSize),
		bodies:    sync.Pool{New: func() any { return new([]byte) }},
		responses: sync.Pool{New: func() any { return new([]byte) }},
		large:     semaphore.NewWeighted(max(maxLargeBodies, options.MaxEditorBody)),
	}
	h.streams = stream.New(streamExecutor{h}, options.Options, runtime.GOMAXPROCS(0))
	return h, nil
}

// Shutdown ends the connections that stay open, and waits until they have ended.
func (h *Handler) Shutdown(ctx context.Context) error { return h.streams.Shutdown(ctx) }

const methods = "GET, HEAD, POST, OPTIONS"

// ServeHTTP responds to one request.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Add("Vary", "Accept")
	if r.Method == http.MethodOptions {
		w.Header().Set("Allow", methods)
		w.WriteHeader(http.StatusNoContent)
		return
	}
	if wantsPage(r) {
		http.Redirect(w, r, "/playground", http.StatusFound)
		return
	}
	p := newResponse(w, r, mediaJSON)
	defer p.recover()
	if refused := h.serve(p); refused != nil {
		p.writeError(refused)
	}
}

// serve responds to one request, unless it returns why it is refused.
func (h *Handler) serve(p *response) *httpError {
	if stream.IsUpgrade(p.r) {
		return h.streams.ServeSocket(p.w, p.r)
	}
	media, acceptable := h.negotiate(p.r.Header["Accept"])
	p.media = media
	if !acceptable {
		return &httpError{
			Status:  http.StatusNotAcceptable,
			Code:    models.CodeNotAcceptable,
			Message: "the response can be " + mediaResponse + ", " + mediaJSON + " or " + mediaEvents,
		}
	}
	done, refused := h.reserve(p.r)
	if refused != nil {
		return refused
	}
	defer done()
	buffer := h.bodies.Get().(*[]byte)
	received, refused := h.receive(p.w, p.r, (*buffer)[:0])
	switch {
	case refused != nil:
	case media == mediaEvents:
		refused = h.serveEvents(p, received, done)
	default:
		refused = h.respond(p, received, done)
	}
	release(&h.bodies, buffer, received)
	return refused
}

// respond responds to what was received. Where it responds with events, it calls read once that was parsed: events may
// go on for long.
func (h *Handler) respond(p *response, received []byte, read func()) *httpError {
	buffer := h.responses.Get().(*[]byte)
	body, refused := h.run(p, received, (*buffer)[:0])
	switch {
	case refused == errManyResponses && acceptsEvents(p.r.Header["Accept"]):
		refused = h.serveEvents(p, received, read)
	case refused == nil:
		_, writing := telemetry.Span(p.r.Context(), "write")
		p.write(body, h.options)
		writing.End()
	}
	release(&h.responses, buffer, body)
	return refused
}

// maxPooled is the size in bytes above which a buffer is not reused.
const maxPooled = 1 << 20

func release(pool *sync.Pool, buffer *[]byte, used []byte) {
	if cap(used) <= maxPooled {
		*buffer = used
		pool.Put(buffer)
	}
}

// run appends the response to dst: from the response cache, or by executing the request.
func (h *Handler) run(p *response, received, dst []byte) (body []byte, refused *httpError) {
	snapshot := h.executor.Current()
	key, cacheable := h.cache.key(p.r, received, snapshot)
	if cacheable {
		if cached, ok := h.cache.get(key); ok {
			p.record.Operation(cached.name, string(ast.Query), cached.cost)
			p.record.CacheHit()
			p.keys, p.of = cached.keys, snapshot
			return append(dst, cached.body...), nil
		}
	}
	x := &exchange{Handler: h, response: p, snapshot: snapshot}
	dst, refused = x.run(received, dst)
	if refused == nil && x.repeatable {
		p.keys, p.of = h.keysOf(x), snapshot
	}
	if cacheable && refused == nil && x.repeatable {
		h.cache.put(key, x.operation, p.keys, dst)
	}
	return dst, refused
}

// keysOf returns the keys by which shared caches purge the response to a query; none where they do not keep it.
func (h *Handler) keysOf(x *exchange) []string {
	if h.options.Hook == nil || x.r.Method == http.MethodPost {
		return nil
	}
	var keys purging.Keys
	h.executor.Depends(x.operation, x.snapshot, &keys)
	return keys.List()
}
