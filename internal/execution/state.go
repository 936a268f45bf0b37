package graph

import (
	"context"
	"fmt"
	"slices"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/internal/catalog"
	coerce "findcare/internal/execution"
)

// reads executes plans. Errors are shown, and panics reported, by the same functions as gqlgen's executor uses.
type reads struct {
	gqlgen  *executionContext // has the resolvers and the directives
	present graphql.ErrorPresenterFunc
	recover graphql.RecoverFunc
	coercer *coerce.Coercer
}

func newReads(
	schema graphql.ExecutableSchema,
	coercer *coerce.Coercer,
	present graphql.ErrorPresenterFunc,
	recovered graphql.RecoverFunc,
) reads {
	return reads{newExecutionContext(nil, schema.(*executableSchema), nil), present, recovered, coercer}
}

// execution is a request at work: it is executed in one goroutine, from one snapshot.
type execution struct {
	*reads
	*plan
	ctx       context.Context // has the snapshot
	variables map[string]any
	buffer    []byte          // the response's data, as far as there is some
	indexes   []int           // in the lists around the current value
	arguments [][]any         // those that depend on variables, once they have been read
	late      []lateError     // of values that are already in the buffer
	reporting context.Context // has the errors; nil as long as there are none
	done      <-chan struct{}
	stopped   error // why the execution is given up
	space     struct {
		indexes   [8]int
		arguments [8][]any
	} // enough for most plans
}

// lateError is an error of a value that could not be written. It does not count where the value is left out again.
type lateError struct {
	at     place
	path   []int
	offset int
	err    error
}

// execute appends the data of a response to dst. The variables have been coerced. An
// error means that the context ended before the response was there.
func (r *reads) execute(
	ctx context.Context,
	p *plan,
	snapshot *catalog.Snapshot,
	variables map[string]any,
	dst []byte,
) ([]byte, gqlerror.List, error) {
	e := &execution{
		reads: r, plan: p, ctx: withSnapshot(ctx, snapshot), variables: variables, buffer: dst, done: ctx.Done(),
	}
	e.indexes = slices.Grow(e.space.indexes[:0], p.depth)[:p.depth]
	e.arguments = slices.Grow(e.space.arguments[:0], p.slots)[:p.slots]
	if !e.isStopped() && !p.data(e, root{}) {
		e.buffer = append(e.buffer, "null"...)
	}
	if e.stopped != nil {
		return dst, nil, e.stopped
	}
	for _, late := range e.late {
		copy(e.indexes, late.path)
		graphql.AddError(e.contextAt(late.at), late.err)
	}
	if e.reporting == nil {
		return e.buffer, nil, nil
	}
	return e.buffer, graphql.GetErrors(e.reporting), nil
}

// Write appends to the response; it makes the execution a writer for those values that want one.
func (e *execution) Write(p []byte) (int, error) {
	e.buffer = append(e.buffer, p...)
	return len(p), nil
}

// WriteString appends to the response.
func (e *execution) WriteString(s string) (int, error) {
	e.buffer = append(e.buffer, s...)
	return len(s), nil
}

// isStopped tells whether the request is given up, since its context has ended.
func (e *execution) isStopped() bool {
	select {
	case <-e.done:
		e.stopped = context.Cause(e.ctx)
	default:
	}
	return e.stopped != nil
}

// truncate removes what has been appended from an offset on.
func (e *execution) truncate(offset int) {
	e.buffer = e.buffer[:offset]
	for n := len(e.late); n > 0 && e.late[n-1].offset >= offset; n-- {
		e.late = e.late[:n-1]
	}
}

// failed reports that a field's value could not be read.
func (e *execution) failed(at place, err error) bool {
	ctx := e.contextAt(at)
	graphql.AddError(ctx, graphql.AddFieldLocationToError(ctx, err))
	return false
}

// failedLate reports that a value could not be written.
func (e *execution) failedLate(at place, err error) {
	path := append([]int(nil), e.indexes[:at.depth]...)
	e.late = append(e.late, lateError{at, path, len(e.buffer), err})
}

// missing reports that there is no value; required is its type where the schema asks for one, else empty.
func (e *execution) missing(at place, required string) bool {
	if required != "" {
		graphql.AddInvalidNullError(e.contextAt(at), required)
	}
	return false
}

// marshaledToNull reports that a value is written as null.
func (e *execution) marshaledToNull(at place, required string) bool {
	if required != "" {
		graphql.AddInvalidNullFromMarshaler(e.contextAt(at), required)
	}
	return false
}

// unexpected deals with a value of an interface or a union whose type is not of the schema.
func (e *execution) unexpected(at place, abstract string, v any) bool {
	if marshaler, is := v.(graphql.Marshaler); is {
		return encodeMarshaler(e, marshaler)
	}
	e.recovered(
		at,
		fmt.Errorf("unexpected type %T; non-generated variants of %s must implement graphql.Marshaler", v, abstract),
	)
	return false
}

// recovered reports a panic.
func (e *execution) recovered(at place, panicked any) {
	ctx := e.contextAt(at)
	graphql.AddError(ctx, graphql.Recover(ctx, panicked))
}

// contextAt makes what gqlgen's functions for errors want to know of the place that an error is about. It is made only
// for errors.
func (e *execution) contextAt(at place) context.Context {
	if e.reporting == nil {
		e.reporting = graphql.WithResponseContext(e.ctx, e.present, e.recover)
		if !graphql.HasOperationContext(e.ctx) {
			e.reporting = graphql.WithOperationContext(e.reporting, &graphql.OperationContext{
				Doc: e.document, Operation: e.operation, OperationName: e.operation.Name, Variables: e.variables,
			})
		}
	}
	ctx := graphql.WithFieldContext(e.reporting, &graphql.FieldContext{Object: "Query"})
	return e.withField(ctx, at)
}

// withField adds the field, and before it those around it.
func (e *execution) withField(ctx context.Context, at place) context.Context {
	f := at.field
	if f.parent != nil {
		ctx = e.withField(ctx, place{f.parent, f.depth})
	}
	described := &graphql.FieldContext{
		Object:     f.object,
		Field:      f.CollectedField,
		IsMethod:   f.isMethod,
		IsResolver: f.isResolver,
	}
	ctx = graphql.WithFieldContext(ctx, described)
	for depth := f.depth; depth < at.depth; depth++ {
		index := e.indexes[depth]
		ctx = graphql.WithFieldContext(ctx, &graphql.FieldContext{Index: &index})
	}
	return ctx
}
