package graphqlhttp

import (
	"cmp"
	"context"
	"net/http"
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/internal/catalog"
	"findcare/internal/execution"
	"findcare/internal/httpmw"
	"findcare/internal/telemetry"
	"findcare/models"
)

// exchange is the execution of an HTTP request, each operation of it on one snapshot.
type exchange struct {
	*Handler
	*response
	snapshot *catalog.Snapshot

	operation *execution.Operation // the last one
	// repeatable says that the same request of the same snapshot has the same response and no other effect.
	repeatable bool
}

// run executes a request and appends the response to dst.
func (x *exchange) run(received, dst []byte) (body []byte, refused *httpError) {
	body = dst
	busy := x.withSlot(x.r.Context(), func(ctx context.Context) { body, refused = x.all(ctx, received, dst) })
	return body, cmp.Or(busy, refused)
}

// all executes one or many operations.
func (x *exchange) all(ctx context.Context, received, dst []byte) (body []byte, refused *httpError) {
	batch, refused := x.parse(x.r, received)
	if refused != nil {
		return dst, refused
	}
	if !batch.many {
		asked := batch.requests[0]
		dst, refused = x.one(ctx, asked, dst)
		// A query that comes with its hash has to be stored each time: it may have been evicted.
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
	x.status = http.StatusOK // each response of the list has its own errors
	return append(dst, ']'), nil
}

// errManyResponses refuses a subscription where there can be one response only.
var errManyResponses = &httpError{
	Status:  http.StatusBadRequest,
	Code:    models.CodeBadUserInput,
	Message: "a subscription has more than one response: accept " + mediaEvents + ", or use a WebSocket",
}

// one executes a request and appends its response to dst. An error is about the whole HTTP request.
func (x *exchange) one(ctx context.Context, request request, dst []byte) ([]byte, *httpError) {
	operation, errs := x.prepare(ctx, request)
	if len(errs) > 0 {
		return x.appendErrors(dst, errs), nil
	}
	x.operation = operation
	x.record.Operation(operation.Name(), string(operation.Type()), operation.Cost)
	if operation.Type() == ast.Subscription {
		return dst, errManyResponses
	}
	if refused := x.checkMethod(operation); refused != nil {
		return dst, refused
	}
	dst, errs = x.execute(ctx, x.snapshot, operation, request.wantsCost, dst)
	x.note(errs)
	if len(errs) > 0 && execution.ErrorCode(errs[0]) == models.CodeTimeout {
		x.status = http.StatusServiceUnavailable
	}
	return dst, nil
}

// withSlot calls do, which takes processor time, in one of the client's slots, unless the server is busy.
func (h *Handler) withSlot(ctx context.Context, do func(context.Context)) *httpError {
	ctx, cancel := context.WithTimeout(ctx, h.options.RequestTimeout)
	defer cancel()
	return httpmw.ClientOf(ctx).Run(ctx, func() { do(ctx) })
}

// prepare validates the operation of a request.
func (h *Handler) prepare(ctx context.Context, request request) (*execution.Operation, gqlerror.List) {
	query, err := h.documents.query(request)
	if err != nil {
		return nil, gqlerror.List{err}
	}
	_, preparing := telemetry.Span(ctx, "prepare")
	defer preparing.End()
	operation, errs := h.executor.Prepare(
		execution.Request{Query: query, OperationName: request.operationName, Variables: request.variables},
	)
	if len(errs) == 0 {
		h.documents.put(request)
	}
	return operation, errs
}

// checkMethod refuses mutations by methods that are meant for reading.
func (p *response) checkMethod(operation *execution.Operation) *httpError {
	if p.r.Method == http.MethodPost || operation.Type() != ast.Mutation {
		return nil
	}
	p.w.Header().Set("Allow", http.MethodPost)
	return &httpError{
		Status:  http.StatusMethodNotAllowed,
		Code:    models.CodeMethodNotAllowed,
		Message: "a mutation must be sent by POST",
	}
}

// execute appends the response to a query or a mutation to dst.
func (h *Handler) execute(
	ctx context.Context,
	snapshot *catalog.Snapshot,
	operation *execution.Operation,
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

// appendCost adds the cost to the response that dst ends with.
func (h *Handler) appendCost(dst []byte, cost int) []byte {
	dst = append(dst[:len(dst)-1], `,"extensions":{"cost":{"operation":`...)
	dst = strconv.AppendInt(dst, int64(cost), 10)
	if maximum := h.executor.MaxCost(); maximum > 0 {
		dst = append(dst, `,"maximum":`...)
		dst = strconv.AppendInt(dst, int64(maximum), 10)
	}
	return append(dst, "}}}"...)
}
