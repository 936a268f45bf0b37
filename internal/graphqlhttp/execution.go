package graphqlhttp

import (
	"cmp"
	"context"
	"net/http"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/graph"
	"findcare/internal/catalog"
	"findcare/internal/httpmw"
	"findcare/internal/telemetry"
	"findcare/models"
)

// execution is an HTTP request that is executed, each operation of it on one snapshot.
type execution struct {
	*Handler
	*answer
	snapshot *catalog.Snapshot

	operation *graph.Operation // the last one
	// repeatable tells that the same request of the same snapshot has the same answer, and leaves nothing else behind.
	repeatable bool
}

// run executes what a client asks for and appends the answer to dst.
func (x *execution) run(received, dst []byte) (body []byte, refused *refusal) {
	body = dst
	busy := x.inTurn(x.r.Context(), func(ctx context.Context) { body, refused = x.all(ctx, received, dst) })
	return body, cmp.Or(busy, refused)
}

// all executes one or many operations.
func (x *execution) all(ctx context.Context, received, dst []byte) (body []byte, refused *refusal) {
	batch, refused := x.understand(x.r, received)
	if refused != nil {
		return dst, refused
	}
	if !batch.many {
		asked := batch.requests[0]
		dst, refused = x.one(ctx, asked, dst)
		// A text that comes with its hash has to be learned each time: it may have been forgotten.
		x.repeatable = refused == nil && !x.failed && x.operation.Type() == ast.Query &&
			(asked.hash == "" || asked.query == "")
		return dst, refused
	}
	dst = append(dst, '[')
	for i, request := range batch.requests {
		if i > 0 {
			dst = append(dst, ',')
		}
		x.snapshot = x.executor.Current() // which a mutation before it may have changed
		if dst, refused = x.one(ctx, request, dst); refused != nil {
			return dst, refused
		}
	}
	x.status = http.StatusOK // each answer tells of its own errors
	return append(dst, ']'), nil
}

// manyAnswers refuses a subscription where one response is to be the answer.
var manyAnswers = &refusal{
	http.StatusBadRequest, models.CodeBadUserInput,
	"a subscription cannot be answered with one response: accept " + mediaEvents + ", or use a WebSocket",
}

// one executes a request and appends its answer to dst. A refusal is of the whole HTTP request.
func (x *execution) one(ctx context.Context, request request, dst []byte) ([]byte, *refusal) {
	operation, errs := x.prepare(ctx, request)
	if len(errs) > 0 {
		return x.fail(dst, errs), nil
	}
	x.operation = operation
	x.record.Operation(operation.Name(), string(operation.Type()), operation.Cost)
	if operation.Type() == ast.Subscription {
		return dst, manyAnswers
	}
	if refused := x.mayRun(operation); refused != nil {
		return dst, refused
	}
	dst, errs = x.execute(ctx, x.snapshot, operation, request.wantsCost, dst)
	x.tell(errs)
	if len(errs) > 0 && graph.ErrorCode(errs[0]) == graph.CodeTimeout {
		x.status = http.StatusServiceUnavailable
	}
	return dst, nil
}

// inTurn does something that takes a processor's time, when it is the client's turn and unless the server is busy.
func (h *Handler) inTurn(ctx context.Context, do func(context.Context)) *refusal {
	ctx, cancel := context.WithTimeout(ctx, h.options.RequestTimeout)
	defer cancel()
	if denied := httpmw.ClientOf(ctx).Run(ctx, func() { do(ctx) }); denied != nil {
		return &refusal{denied.Status, denied.Code, denied.Message}
	}
	return nil
}

// prepare makes an operation of a request.
func (h *Handler) prepare(ctx context.Context, request request) (*graph.Operation, gqlerror.List) {
	query, err := h.documents.query(request)
	if err != nil {
		return nil, gqlerror.List{err}
	}
	_, preparing := telemetry.Span(ctx, "prepare")
	defer preparing.End()
	operation, errs := h.executor.Prepare(
		graph.Request{Query: query, OperationName: request.operationName, Variables: request.variables},
	)
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
func (h *Handler) execute(
	ctx context.Context,
	snapshot *catalog.Snapshot,
	operation *graph.Operation,
	wantsCost bool,
	dst []byte,
) ([]byte, gqlerror.List) {
	executing, span := telemetry.Span(ctx, "execute")
	defer span.End()
	dst, errs := h.executor.ExecuteOn(executing, snapshot, operation, dst)
	if wantsCost {
		dst = h.appendCost(dst, operation.Cost)
	}
	return dst, errs
}
