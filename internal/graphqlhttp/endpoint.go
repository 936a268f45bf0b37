// Package graphqlhttp serves GraphQL over HTTP, as https://graphql.github.io/graphql-over-http/draft/ describes it:
// requests by POST and GET, persisted operations, batches, caching, and a status and a code for everything that is
// refused.
package graphqlhttp

import (
	"net/http"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/vektah/gqlparser/v2/ast"
	"golang.org/x/sync/semaphore"

	"findcare/graph"
	"findcare/internal/telemetry"
)

// Options say how the endpoint works.
type Options struct {
	Introspection  bool          `help:"Let operations ask for the schema." default:"true" negatable:"" env:"FINDCARE_INTROSPECTION"`
	CacheControl   string        `help:"Cache-Control of answers to GET that hold no error." default:"public, max-age=0, must-revalidate" env:"FINDCARE_CACHE_CONTROL"`
	RequestTimeout time.Duration `help:"How long one request may take to execute." default:"10s" env:"FINDCARE_REQUEST_TIMEOUT"`
	MaxBody        int64         `help:"Most bytes of a request's body." default:"131072" env:"FINDCARE_MAX_BODY"`
	MaxEditorBody  int64         `help:"Most bytes of a request's body from somebody with a token." default:"8388608" env:"FINDCARE_MAX_EDITOR_BODY"`
	MaxBatch       int           `help:"Most operations in one request; 0 turns batches off." default:"0" env:"FINDCARE_MAX_BATCH"`
	KeptAnswers    uint64        `help:"Most bytes of memory for answers that are kept until the directory changes; 0 keeps none." default:"33554432" env:"FINDCARE_KEPT_ANSWERS"`

	Persisted `embed:""`
	Live      `embed:""`
}

// Handler is the endpoint.
type Handler struct {
	options   Options
	executor  *graph.Executor
	documents *documents
	kept      *keptAnswers
	telling   chan struct{} // taken by the answers of subscriptions that are being made
	lives     *lives
	received  sync.Pool           // of memory for what clients send
	answers   sync.Pool           // of memory for what they get
	large     *semaphore.Weighted // bytes of the large bodies that are held at once
	accepted  atomic.Pointer[accepted]
}

// New returns the endpoint of an executor. It fails where the file of trusted documents cannot be read or holds an
// operation that is not valid.
func New(executor *graph.Executor, options Options) (*Handler, error) {
	documents, err := newDocuments(executor, options.Persisted)
	if err != nil {
		return nil, err
	}
	return &Handler{
		options:   options,
		executor:  executor,
		documents: documents,
		kept:      newKeptAnswers(options.KeptAnswers),
		telling:   make(chan struct{}, runtime.GOMAXPROCS(0)),
		lives:     newLives(),
		received:  sync.Pool{New: func() any { return new([]byte) }},
		answers:   sync.Pool{New: func() any { return new([]byte) }},
		large:     semaphore.NewWeighted(max(mostLarge, options.MaxEditorBody)),
	}, nil
}

const methods = "GET, HEAD, POST, OPTIONS"

// ServeHTTP answers one request.
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
	a := &answer{w: w, r: r, media: mediaJSON, record: telemetry.RecordOf(r.Context())}
	defer a.recover()
	if upgrades(r) {
		h.serveSocket(a)
		return
	}
	media, acceptable := h.negotiate(r.Header["Accept"])
	a.media = media
	if !acceptable {
		a.refuse(
			refusal{
				http.StatusNotAcceptable,
				"NOT_ACCEPTABLE",
				"the answer can be " + mediaResponse + ", " + mediaJSON + " or " + mediaEvents,
			},
		)
		return
	}
	done, refused := h.room(r)
	if refused != nil {
		a.refuse(*refused)
		return
	}
	defer done()
	memory := h.received.Get().(*[]byte)
	received, refused := h.receive(w, r, (*memory)[:0])
	switch {
	case refused != nil:
		a.refuse(*refused)
	case media == mediaEvents:
		h.serveEvents(a, received, done)
	default:
		h.answer(a, received, done)
	}
	release(&h.received, memory, received)
}

// answer answers what was received. Read is called once events begin, which may go on for long after that was
// understood.
func (h *Handler) answer(a *answer, received []byte, read func()) {
	memory := h.answers.Get().(*[]byte)
	body, refused := h.run(a, received, (*memory)[:0])
	switch {
	case refused == manyAnswers && acceptsEvents(a.r.Header["Accept"]):
		h.serveEvents(a, received, read)
	case refused != nil:
		a.refuse(*refused)
	default:
		_, writing := telemetry.Span(a.r.Context(), "write")
		a.write(body, h.options.CacheControl)
		writing.End()
	}
	release(&h.answers, memory, body)
}

// largestKept is the size in bytes above which the memory of a request or an answer is not kept for the next one.
const largestKept = 1 << 20

func release(pool *sync.Pool, memory *[]byte, used []byte) {
	if cap(used) <= largestKept {
		*memory = used
		pool.Put(memory)
	}
}

// run appends the answer to what a client asks for to dst: as it was before, where that is known, and else by executing
// it.
func (h *Handler) run(a *answer, received, dst []byte) (body []byte, refused *refusal) {
	snapshot := h.executor.Current()
	asked, mayBeKept := h.kept.question(a.r, received, snapshot)
	if mayBeKept {
		if known := h.kept.find(asked); known != nil {
			a.record.Operation(known.name, string(ast.Query), known.cost)
			a.record.Kept()
			return append(dst, known.answer...), nil
		}
	}
	x := &execution{Handler: h, answer: a, snapshot: snapshot}
	dst, refused = x.run(received, dst)
	if mayBeKept && refused == nil && x.repeatable {
		h.kept.learn(asked, x.operation, dst)
	}
	return dst, refused
}

// appendCost puts the cost into the response object that dst ends with.
func (h *Handler) appendCost(dst []byte, cost int) []byte {
	dst = append(dst[:len(dst)-1], `,"extensions":{"cost":{"operation":`...)
	dst = strconv.AppendInt(dst, int64(cost), 10)
	if most := h.executor.MostCost(); most > 0 {
		dst = append(dst, `,"maximum":`...)
		dst = strconv.AppendInt(dst, int64(most), 10)
	}
	return append(dst, "}}}"...)
}
