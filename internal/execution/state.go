package execution

import (
	"context"
	"fmt"
	"slices"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/internal/auth"
	"findcare/internal/catalog"
)

// State is one execution of a plan. It belongs to one goroutine, and its plan and buffer to one response.
type State struct {
	*plan
	coercer   *Coercer
	fragments *fragments // nil where none are kept
	edition   uint64     // of the snapshot
	variables map[string]any
	buffer    []byte      // the response's data so far
	indexes   []int       // of the current value in the lists around it
	arguments [][]any     // those that depend on variables, once they have been read
	late      []lateError // of values that are already in the buffer
	done      <-chan struct{}
	reported  int   // number of errors
	stopped   error // why execution was given up
	space     struct {
		indexes   [8]int
		arguments [8][]any
	} // enough for most plans
}

// lateError is an error of a value that could not be written. It is dropped when the value is removed again.
type lateError struct {
	at     Place
	path   []int
	offset int
	err    error
}

// execute appends the data of a response to dst. The variables have been coerced, and the context has the snapshot. An
// error means that the context ended before the response was complete.
//
// SECURITY: requests with a token neither use nor make fragments.
func (p *plan) execute(
	ctx context.Context, x *Executor, snapshot *catalog.Snapshot, variables map[string]any, dst []byte,
) ([]byte, gqlerror.List, error) {
	ctx = graphql.WithResponseContext(ctx, x.reports.present, x.reports.recover)
	e := &State{plan: p, coercer: x.coercer, variables: variables, buffer: dst, done: ctx.Done()}
	if _, hasToken := auth.Of(ctx); !hasToken {
		e.fragments, e.edition = x.fragments, x.fragments.edition(snapshot)
	}
	e.indexes = slices.Grow(e.space.indexes[:0], p.depth)[:p.depth]
	e.arguments = slices.Grow(e.space.arguments[:0], p.slots)[:p.slots]
	if !e.isStopped(ctx) && !p.data(ctx, e, Root{}) {
		e.buffer = append(e.buffer, "null"...)
	}
	if e.stopped != nil {
		return dst, nil, e.stopped
	}
	for _, late := range e.late {
		copy(e.indexes, late.path)
		graphql.AddError(e.contextAt(ctx, late.at), late.err)
	}
	return e.buffer, graphql.GetErrors(ctx), nil
}

// Write appends to the response: the state is the writer that marshalers write to.
func (e *State) Write(p []byte) (int, error) {
	e.buffer = append(e.buffer, p...)
	return len(p), nil
}

// WriteString appends to the response.
func (e *State) WriteString(s string) (int, error) {
	e.buffer = append(e.buffer, s...)
	return len(s), nil
}

// isStopped reports whether execution was given up because the context has ended.
func (e *State) isStopped(ctx context.Context) bool {
	select {
	case <-e.done:
		e.stopped = context.Cause(ctx)
	default:
	}
	return e.stopped != nil
}

// truncate removes what has been appended from an offset on.
func (e *State) truncate(offset int) {
	e.buffer = e.buffer[:offset]
	for n := len(e.late); n > 0 && e.late[n-1].offset >= offset; n-- {
		e.late = e.late[:n-1]
	}
}

// Failed reports that a field's value could not be read. Like the other methods that report, it returns false, which
// is what an encoder returns for null.
func (e *State) Failed(ctx context.Context, at Place, err error) bool {
	ctx = e.contextAt(ctx, at)
	graphql.AddError(ctx, graphql.AddFieldLocationToError(ctx, err))
	return false
}

// failedLate reports that a value could not be written.
func (e *State) failedLate(at Place, err error) {
	path := append([]int(nil), e.indexes[:at.depth]...)
	e.late = append(e.late, lateError{at, path, len(e.buffer), err})
}

// Missing reports that there is no value; required is its type if the schema requires one, and empty otherwise.
func (e *State) Missing(ctx context.Context, at Place, required string) bool {
	if required != "" {
		graphql.AddInvalidNullError(e.contextAt(ctx, at), required)
	}
	return false
}

// marshaledToNull reports that a value was written as null.
func (e *State) marshaledToNull(ctx context.Context, at Place, required string) bool {
	if required != "" {
		graphql.AddInvalidNullFromMarshaler(e.contextAt(ctx, at), required)
	}
	return false
}

// Unexpected handles a value of an interface or a union whose Go type is not bound to a type of the schema.
func (e *State) Unexpected(ctx context.Context, at Place, abstract string, v any) bool {
	if marshaler, is := v.(graphql.Marshaler); is {
		return EncodeMarshaler(ctx, e, marshaler)
	}
	e.recovered(ctx, at,
		fmt.Errorf("unexpected type %T; non-generated variants of %s must implement graphql.Marshaler", v, abstract))
	return false
}

// recovered reports a panic.
func (e *State) recovered(ctx context.Context, at Place, panicked any) {
	ctx = e.contextAt(ctx, at)
	graphql.AddError(ctx, graphql.Recover(ctx, panicked))
}

// contextAt returns a context with what gqlgen's functions for errors need to know of the place of an error.
func (e *State) contextAt(ctx context.Context, at Place) context.Context {
	e.reported++
	if !graphql.HasOperationContext(ctx) {
		ctx = graphql.WithOperationContext(ctx, &graphql.OperationContext{
			Doc: e.document, Operation: e.operation, OperationName: e.operation.Name, Variables: e.variables,
		})
	}
	ctx = graphql.WithFieldContext(ctx, &graphql.FieldContext{Object: "Query"})
	return e.withField(ctx, at)
}

// In returns the context of a field whose method reports errors itself.
func (e *State) In(ctx context.Context, at Place) context.Context { return e.contextAt(ctx, at) }

// withField adds the field, and before it those around it.
func (e *State) withField(ctx context.Context, at Place) context.Context {
	f := at.field
	if f.parent != nil {
		ctx = e.withField(ctx, Place{f.parent, f.depth})
	}
	ctx = graphql.WithFieldContext(ctx, &graphql.FieldContext{
		Object:     f.object,
		Field:      f.CollectedField,
		IsMethod:   f.IsMethod,
		IsResolver: f.IsResolver,
	})
	for depth := f.depth; depth < at.depth; depth++ {
		index := e.indexes[depth]
		ctx = graphql.WithFieldContext(ctx, &graphql.FieldContext{Index: &index})
	}
	return ctx
}
