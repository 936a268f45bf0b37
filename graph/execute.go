package graph

import (
	"context"
	"encoding/json"
	"slices"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"findcare/catalog"
)

// executor answers queries by plans. What has no plan it leaves to gqlgen's executor: mutations, subscriptions,
// introspection, @defer, and queries that are too large.
type executor struct {
	graphql.ExecutableSchema
	reads reads
	plans plans
}

func newExecutor(config Config, present graphql.ErrorPresenterFunc, recovered graphql.RecoverFunc) *executor {
	return &executor{
		ExecutableSchema: NewExecutableSchema(config),
		reads:            reads{resolvers: config.Resolvers, present: present, recover: recovered},
	}
}

// Exec is where gqlgen's handler hands over an operation that it has parsed and validated. The context has the snapshot.
// Where the context ends before the response is there, there is none.
func (x *executor) Exec(ctx context.Context) graphql.ResponseHandler {
	operation := graphql.GetOperationContext(ctx)
	p := x.plans.find(operation.Doc, operation.Operation, operation.Variables)
	if p == nil {
		return x.ExecutableSchema.Exec(ctx)
	}
	given := false
	return func(ctx context.Context) *graphql.Response {
		if given {
			return nil
		}
		given = true
		data, errs, err := x.reads.execute(ctx, p, snapshotOf(ctx), operation.Variables, p.newBuffer())
		if err != nil {
			return nil
		}
		return &graphql.Response{Data: data, Errors: errs}
	}
}

// prepared is an operation that has been parsed and validated, with its variables as validator.VariableValues gives them.
type prepared struct {
	document  *ast.QueryDocument
	operation *ast.OperationDefinition
	variables map[string]any
}

// appendResponse appends the whole response to an operation, read from the snapshot. It gives false, and appends
// nothing, where gqlgen's executor has to answer; and an error where the context ends before the response is there.
func (x *executor) appendResponse(ctx context.Context, o prepared, snapshot *catalog.Snapshot, dst []byte) ([]byte, bool, error) {
	p := x.plans.find(o.document, o.operation, o.variables)
	if p == nil {
		return dst, false, nil
	}
	start := len(dst)
	data, errs, err := x.reads.execute(ctx, p, snapshot, o.variables, append(dst, `{"data":`...))
	if err != nil {
		return dst, true, err
	}
	if len(errs) > 0 {
		list, err := json.Marshal(errs)
		if err != nil {
			return dst, true, err
		}
		data = slices.Insert(data, start+1, slices.Concat([]byte(`"errors":`), list, []byte(","))...)
	}
	return append(data, '}'), true, nil
}

// newBuffer is large enough for the data as it was the last time.
func (p *plan) newBuffer() []byte {
	size := p.size.Load()
	return make([]byte, 0, size+size/8+64)
}
