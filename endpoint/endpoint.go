// Package endpoint serves GraphQL over HTTP, as https://graphql.github.io/graphql-over-http/draft/ describes it: requests by
// POST and GET, persisted operations, batches, caching, and a status and a code for everything that is refused.
package endpoint

import (
	"cmp"
	"context"
	"net/http"
	"runtime"
	"strconv"
	"sync"
	"time"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/graph"
	"findcare/models"
	"findcare/telemetry"
)

// Options say how the endpoint works.
type Options struct {
	Introspection  bool          `help:"Let operations ask for the schema." default:"true" negatable:"" env:"FINDCARE_INTROSPECTION"`
	CacheControl   string        `help:"Cache-Control of answers to GET that hold no error." default:"public, max-age=0, must-revalidate" env:"FINDCARE_CACHE_CONTROL"`
	RequestTimeout time.Duration `help:"How long one request may take to execute." default:"10s" env:"FINDCARE_REQUEST_TIMEOUT"`
	MaxBody        int64         `help:"Most bytes of a request's body." default:"131072" env:"FINDCARE_MAX_BODY"`
	MaxEditorBody  int64         `help:"Most bytes of a request's body from somebody with a token." default:"8388608" env:"FINDCARE_MAX_EDITOR_BODY"`
	MaxBatch       int           `help:"Most operations in one request; 0 turns batches off." default:"0" env:"FINDCARE_MAX_BATCH"`
	MaxConcurrent  int           `help:"Most requests that are executed at once; more are told to come again." default:"256" env:"FINDCARE_MAX_CONCURRENT"`

	Persisted `embed:""`
	Live      `embed:""`
}

// Handler is the endpoint.
type Handler struct {
	options   Options
	executor  *graph.Executor
	documents *documents
	running   chan struct{}
	telling   chan struct{} // taken by the answers of subscriptions that are being made
	buffers   sync.Pool
	lives     *lives
}

// New returns the endpoint of an executor. It fails where the file of trusted documents cannot be read or holds an operation
// that is not valid.
func New(executor *graph.Executor, options Options) (*Handler, error) {
	documents, err := newDocuments(executor, options.Persisted)
	if err != nil {
		return nil, err
	}
	return &Handler{
		options:   options,
		executor:  executor,
		documents: documents,
		running:   make(chan struct{}, max(options.MaxConcurrent, 1)),
		telling:   make(chan struct{}, runtime.GOMAXPROCS(0)),
		lives:     newLives(),
		buffers:   sync.Pool{New: func() any { return new([]byte) }},
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
	media, acceptable := negotiate(r.Header["Accept"])
	a.media = media
	if !acceptable {
		a.refuse(refusal{http.StatusNotAcceptable, "NOT_ACCEPTABLE", "the answer can be " + mediaResponse + ", " + mediaJSON + " or " + mediaEvents})
		return
	}
	received, refused := h.receive(w, r)
	if refused != nil {
		a.refuse(*refused)
		return
	}
	if media == mediaEvents {
		h.serveEvents(a, received)
		return
	}
	buffer := h.buffers.Get().(*[]byte)
	body, refused := h.run(a, received, (*buffer)[:0])
	if refused != nil {
		a.refuse(*refused)
	} else {
		_, writing := telemetry.Span(r.Context(), "write")
		a.write(body, h.options.CacheControl)
		writing.End()
	}
	h.release(buffer, body)
}

// largestKept is the size in bytes above which the memory of a response is not kept for the next one.
const largestKept = 1 << 20

func (h *Handler) release(buffer *[]byte, body []byte) {
	if cap(body) <= largestKept {
		*buffer = body
		h.buffers.Put(buffer)
	}
}

var overloaded = refusal{http.StatusServiceUnavailable, "OVERLOADED", "the server is busy; try again in a moment"}

// inTurn does something that takes a processor's time, when it is the client's turn and unless the server is busy. What comes
// before and after it takes as long as the client wants, and so must not be a part of it.
func (h *Handler) inTurn(ctx context.Context, do func(context.Context)) *refusal {
	ctx, cancel := context.WithTimeout(ctx, h.options.RequestTimeout)
	defer cancel()
	done, ok := takeTurn(ctx)
	if !ok {
		return &refusal{http.StatusServiceUnavailable, graph.CodeTimeout, "other requests from your address took too long"}
	}
	defer done()
	select {
	case h.running <- struct{}{}:
		defer func() { <-h.running }()
	default:
		return &overloaded
	}
	do(ctx)
	return nil
}

// run executes what a client asks for and appends the answer to dst.
func (h *Handler) run(a *answer, received, dst []byte) (body []byte, refused *refusal) {
	body = dst
	busy := h.inTurn(a.r.Context(), func(ctx context.Context) { body, refused = h.all(ctx, a, received, dst) })
	return body, cmp.Or(busy, refused)
}

// all executes one or many operations.
func (h *Handler) all(ctx context.Context, a *answer, received, dst []byte) (body []byte, refused *refusal) {
	batch, refused := h.understand(a.r, received)
	if refused != nil {
		return dst, refused
	}
	if !batch.many {
		return h.one(ctx, a, batch.requests[0], dst)
	}
	dst = append(dst, '[')
	for i, request := range batch.requests {
		if i > 0 {
			dst = append(dst, ',')
		}
		if dst, refused = h.one(ctx, a, request, dst); refused != nil {
			return dst, refused
		}
	}
	a.status = http.StatusOK // each answer tells of its own errors
	return append(dst, ']'), nil
}

// one executes a request and appends its answer to dst. A refusal is of the whole HTTP request.
func (h *Handler) one(ctx context.Context, a *answer, request request, dst []byte) ([]byte, *refusal) {
	operation, errs := h.prepare(ctx, request)
	if len(errs) > 0 {
		return a.fail(dst, errs), nil
	}
	a.record.Operation(operation.Name(), string(operation.Type()), operation.Cost)
	if operation.Type() == ast.Subscription {
		return dst, &refusal{http.StatusBadRequest, models.CodeBadUserInput, "a subscription cannot be answered with one response: accept " + mediaEvents + ", or use a WebSocket"}
	}
	if refused := a.mayRun(operation); refused != nil {
		return dst, refused
	}
	dst, errs = h.execute(ctx, operation, request.wantsCost, dst)
	a.tell(errs)
	if len(errs) > 0 && graph.ErrorCode(errs[0]) == graph.CodeTimeout {
		a.status = http.StatusServiceUnavailable
	}
	return dst, nil
}

// prepare makes an operation of a request.
func (h *Handler) prepare(ctx context.Context, request request) (*graph.Operation, gqlerror.List) {
	query, err := h.documents.query(request)
	if err != nil {
		return nil, gqlerror.List{err}
	}
	_, preparing := telemetry.Span(ctx, "prepare")
	defer preparing.End()
	operation, errs := h.executor.Prepare(graph.Request{Query: query, OperationName: request.operationName, Variables: request.variables})
	if len(errs) == 0 {
		h.documents.learn(request)
	}
	return operation, errs
}

// mayRun refuses to change something by a method that is meant for reading.
func (a *answer) mayRun(operation *graph.Operation) *refusal {
	if a.r.Method == http.MethodPost || operation.Type() != ast.Mutation {
		return nil
	}
	a.w.Header().Set("Allow", http.MethodPost)
	return &refusal{http.StatusMethodNotAllowed, codeMethodNotAllowed, "a mutation must be sent by POST"}
}

// execute appends the answer of a query or a mutation to dst.
func (h *Handler) execute(ctx context.Context, operation *graph.Operation, wantsCost bool, dst []byte) ([]byte, gqlerror.List) {
	executing, span := telemetry.Span(ctx, "execute")
	defer span.End()
	dst, errs := h.executor.Execute(executing, operation, dst)
	if wantsCost {
		dst = h.appendCost(dst, operation.Cost)
	}
	return dst, errs
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
