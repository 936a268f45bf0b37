package graphqlhttp

import (
	"cmp"
	"context"
	"net/http"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/internal/execution"
	"findcare/internal/graphqlhttp/stream"
	"findcare/models"
)

// StaysOpen reports whether a request asks for a connection that stays open. No middleware may hold its response back.
func (h *Handler) StaysOpen(r *http.Request) bool {
	media, _ := h.negotiate(r.Header["Accept"])
	return media == mediaEvents || stream.IsUpgrade(r)
}

// serveEvents responds with server-sent events. It calls read once what was received is parsed.
func (h *Handler) serveEvents(p *response, received []byte, read func()) *httpError {
	if p.r.Method == http.MethodHead {
		return &httpError{
			Status:  http.StatusMethodNotAllowed,
			Code:    models.CodeMethodNotAllowed,
			Message: "events must be requested by GET or POST",
		}
	}
	asked := stream.Events{Buffered: p.media != mediaEvents}
	var refused *httpError
	busy := h.withSlot(p.r.Context(), func(ctx context.Context) {
		asked.Operation, asked.Errors, refused = h.parseOne(ctx, p, received)
	})
	read()
	if refused = cmp.Or(busy, refused); refused != nil {
		return refused
	}
	return h.streams.ServeEvents(p.w, p.r, asked)
}

// parseOne parses and validates what was received as one operation.
func (h *Handler) parseOne(
	ctx context.Context,
	p *response,
	received []byte,
) (*stream.Operation, gqlerror.List, *httpError) {
	batch, refused := h.parse(p.r, received)
	switch {
	case refused != nil:
		return nil, nil, refused
	case batch.many:
		return nil, nil, &httpError{
			Status:  http.StatusBadRequest,
			Code:    models.CodeBadUserInput,
			Message: "a list of operations cannot be answered with events",
		}
	}
	asked := batch.requests[0]
	operation, errs := h.prepare(ctx, asked)
	if len(errs) > 0 {
		return nil, errs, nil
	}
	return &stream.Operation{Operation: operation, WantsCost: asked.wantsCost}, nil, p.checkMethod(operation)
}

// streamExecutor executes the operations of connections that stay open.
type streamExecutor struct{ *Handler }

// Parse implements stream.Executor.
func (h streamExecutor) Parse(payload []byte) (stream.Prepare, error) {
	decoder, err := newDecoder(payload)
	if err != nil {
		return nil, err
	}
	asked, err := readRequest(decoder, h.queries)
	if err != nil {
		return nil, err
	}
	return func(ctx context.Context) (*stream.Operation, gqlerror.List) {
		operation, errs := h.prepare(ctx, asked)
		return &stream.Operation{Operation: operation, WantsCost: asked.wantsCost}, errs
	}, nil
}

// Execute implements stream.Executor.
func (h streamExecutor) Execute(ctx context.Context, operation *stream.Operation) ([]byte, gqlerror.List) {
	return h.execute(ctx, h.executor.Current(), operation.Operation, operation.WantsCost, nil)
}

// Subscribe implements stream.Executor.
func (h streamExecutor) Subscribe(ctx context.Context, operation *stream.Operation) *execution.Subscription {
	return h.executor.Subscribe(ctx, operation.Operation)
}

// WithSlot implements stream.Executor.
func (h streamExecutor) WithSlot(ctx context.Context, do func(context.Context)) *httpError {
	return h.withSlot(ctx, do)
}

// MaxBody implements stream.Executor.
func (h streamExecutor) MaxBody(ctx context.Context) int64 { return h.maxBody(ctx) }
