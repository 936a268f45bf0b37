package execution

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/internal/catalog"
)

// What follows lets tests look at both executors. They are in package execution_test, since they need the schema of
// package graph, which imports this one.

type Plan = plan

const (
	PlanMemory = planMemory
	FieldSize  = fieldSize
)

// PlanOf returns the plan of an operation, and nil if it has none.
func (e *Executor) PlanOf(o *Operation) *Plan {
	p, _ := e.plan(o)
	return p
}

// Compile makes a plan that is not cached.
func (e *Executor) Compile(o *Operation) bool {
	_, ok := compile(e.schema, e.coercer, o.document.QueryDocument, o.definition, nil)
	return ok
}

// ExecutePlan appends the data of a response.
func (e *Executor) ExecutePlan(
	ctx context.Context, p *Plan, snapshot *catalog.Snapshot, variables map[string]any, dst []byte,
) ([]byte, gqlerror.List, error) {
	return p.execute(withSnapshot(ctx, snapshot), e, snapshot, variables, dst)
}

// ExecuteByGqlgen appends the data of a response.
func (e *Executor) ExecuteByGqlgen(
	ctx context.Context, o *Operation, snapshot *catalog.Snapshot, dst []byte,
) ([]byte, gqlerror.List, error) {
	return e.executeByGqlgen(withSnapshot(ctx, snapshot), o, dst)
}

// ExecuteWith executes an operation by gqlgen's executor, with something around each resolver.
func (e *Executor) ExecuteWith(
	ctx context.Context, o *Operation, snapshot *catalog.Snapshot, around graphql.FieldMiddleware,
) {
	operation := o.context()
	operation.ResolverMiddleware = around
	ctx = context.WithValue(withSnapshot(ctx, snapshot), inputsKey{}, inputs{e.coercer, o.variables})
	handler, ctx := e.gqlgen.DispatchOperation(ctx, operation)
	handler(ctx)
}

// CachedPlans returns the memory of the cached plans, in bytes.
func (e *Executor) CachedPlans() uint64 { return e.plans.Weight() }

// Visit calls a function for each field of an operation that may be executed, with its coerced arguments.
func (e *Executor) Visit(
	o *Operation,
	visit func(path ast.Path, field *ast.Field, arguments map[string]any, err *gqlerror.Error) *gqlerror.Error,
) *gqlerror.Error {
	in := inputs{e.coercer, o.variables}
	return in.visit(o.definition, func(path ast.Path, field *ast.Field) *gqlerror.Error {
		arguments, err := in.Arguments(field, o.variables)
		return visit(path, field, arguments, err)
	})
}

// Variables returns the coerced variables.
func (o *Operation) Variables() map[string]any { return o.variables }

// Query returns the text of the document.
func (o *Operation) Query() string { return o.request.Query }

// Fragments returns how many fragments are kept.
func (e *Executor) Fragments() (n int) {
	for i := range e.fragments.slots {
		if e.fragments.slots[i].Load() != nil {
			n++
		}
	}
	return n
}

// Text is the document of an operation.
func (o *Operation) Text() string { return o.request.Query }
