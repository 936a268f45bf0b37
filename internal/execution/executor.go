package graph

import (
	"context"
	"log/slog"
	"maps"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/maypok86/otter/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/internal/auth"
	"findcare/internal/catalog"
	"findcare/internal/editing"
	coerce "findcare/internal/execution"
	"findcare/models"
)

// Executor prepares and executes operations. It is used by many requests at once.
type Executor struct {
	catalog       *catalog.Catalog
	schema        *ast.Schema
	coercer       *coerce.Coercer
	reads         reads
	plans         *otter.Cache[planKey, *plan]
	gqlgen        *executor.Executor
	limits        Limits
	introspection bool
	withoutPlans  bool
	rules         validationRules
	documents     *otter.Cache[string, *document]
}

// Options say how an Executor works.
type Options struct {
	Limits Limits
	// Introspection lets operations ask for the schema.
	Introspection bool
	// Editor makes the changes that mutations ask for.
	Editor *editing.Editor
	// Tokens are those that mutations make and revoke.
	Tokens *auth.Tokens
	Logger *slog.Logger
	// WithoutPlans has gqlgen's executor execute everything, to compare the two.
	WithoutPlans bool
}

// NewExecutor returns an executor over the catalog, which must have a snapshot when the first operation is executed.
func NewExecutor(directory *catalog.Catalog, options Options) *Executor {
	present := presenter(options.Logger)
	schema := NewExecutableSchema(Config{
		Resolvers:  &Resolver{catalog: directory, editor: options.Editor, tokens: options.Tokens},
		Directives: DirectiveRoot{Auth: authorize},
	})
	coercer := coerce.New(schema.Schema(), scalars())
	gqlgen := executor.New(schema)
	gqlgen.SetErrorPresenter(present)
	gqlgen.SetRecoverFunc(recovered)
	return &Executor{
		catalog:       directory,
		schema:        schema.Schema(),
		coercer:       coercer,
		reads:         newReads(schema, coercer, present, recovered),
		plans:         newPlanCache(),
		gqlgen:        gqlgen,
		limits:        options.Limits,
		introspection: options.Introspection,
		withoutPlans:  options.WithoutPlans,
		rules:         newValidationRules(coercer),
		documents:     newDocumentCache(),
	}
}

// Request is a GraphQL request as a client sends it.
type Request struct {
	Query         string
	OperationName string
	// Variables as JSON gave them, whole numbers as int64.
	Variables map[string]any
}

// Operation is a request that may be executed.
type Operation struct {
	// Cost is an upper bound of what the operation costs.
	Cost int

	request    Request
	document   *document
	definition *ast.OperationDefinition
	variables  map[string]any
	// conditions are the variables in which those of @skip and @include are true or false: where null is no error,
	// since what it is about is left out anyway, they are false.
	conditions map[string]any
}

// Name is the operation's name in its document, "" where it has none.
func (o *Operation) Name() string { return o.definition.Name }

// Type is query, mutation or subscription.
func (o *Operation) Type() ast.Operation { return o.definition.Operation }

// Validate parses and validates a query by itself, without an operation of it being chosen.
func (e *Executor) Validate(query string) gqlerror.List {
	_, errs := e.document(query)
	return errs
}

// Prepare makes an operation of a request: it parses, validates and holds it against the limits. The errors have codes.
func (e *Executor) Prepare(request Request) (*Operation, gqlerror.List) {
	known, errs := e.document(request.Query)
	if len(errs) > 0 {
		return nil, errs
	}
	definition, err := choose(known.Operations, request.OperationName)
	if err != nil {
		return nil, gqlerror.List{err}
	}
	variables, errs := e.coercer.Variables(definition, request.Variables)
	if len(errs) > 0 {
		return nil, withCodes(errs, CodeValidationFailed)
	}
	operation := &Operation{
		request:    request,
		document:   known,
		definition: definition,
		variables:  variables,
		conditions: variables,
	}
	if err := e.decide(operation); err != nil {
		return nil, gqlerror.List{withCode(err, CodeValidationFailed)}
	}
	operation.Cost = cost{inputs{e.coercer, variables}}.of(definition)
	if most := e.limits.Cost; most > 0 && operation.Cost > most {
		return nil, gqlerror.List{Errorf(
			CodeTooCostly,
			"the operation costs up to %d; at most %d are allowed: ask for fewer (first, last) or for less of each",
			operation.Cost,
			most,
		)}
	}
	return operation, nil
}

// MostCost is the highest cost that an operation may have, 0 where there is no limit.
func (e *Executor) MostCost() int { return e.limits.Cost }

func choose(operations ast.OperationList, name string) (*ast.OperationDefinition, *gqlerror.Error) {
	if name == "" && len(operations) == 1 {
		return operations[0], nil
	}
	var names []string
	for _, operation := range operations {
		if name != "" && operation.Name == name {
			return operation, nil
		}
		names = append(names, operation.Name)
	}
	slices.Sort(names)
	return nil, Errorf(
		CodeValidationFailed,
		"operationName: %q must be one of the document's operations (%s)",
		name,
		strings.Join(names, ", "),
	)
}

// decide finds out about all @skip and @include before anything is executed: null in one is an error of the request.
func (e *Executor) decide(o *Operation) *gqlerror.Error {
	for _, name := range o.document.conditions[o.definition] {
		if _, is := o.variables[name].(bool); is {
			continue
		}
		if err := e.coercer.Visit(o.definition, o.variables, func(ast.Path, *ast.Field) *gqlerror.Error { return nil }); err != nil {
			return err
		}
		o.conditions = maps.Clone(o.variables)
		for _, name := range o.document.conditions[o.definition] {
			o.conditions[name] = o.variables[name] == true
		}
		return nil
	}
	return nil
}

// Current is the catalog's current snapshot.
func (e *Executor) Current() *catalog.Snapshot { return e.catalog.Current() }

// Execute appends the response to dst, a JSON object with data and, where there are any, errors, which it also returns.
// All of a response is read from one snapshot. A context that ends makes an error of the code TIMEOUT of the response.
func (e *Executor) Execute(ctx context.Context, operation *Operation, dst []byte) ([]byte, gqlerror.List) {
	return e.ExecuteOn(ctx, e.Current(), operation, dst)
}

// ExecuteOn executes an operation on a snapshot.
func (e *Executor) ExecuteOn(
	ctx context.Context,
	snapshot *catalog.Snapshot,
	operation *Operation,
	dst []byte,
) ([]byte, gqlerror.List) {
	start := len(dst)
	data, errs, err := append(dst, `{"data":`...), gqlerror.List(nil), error(nil)
	if p := e.plan(operation); p != nil {
		data, errs, err = e.reads.execute(ctx, p, snapshot, operation.variables, data)
	} else {
		data, errs, err = e.executeByGqlgen(ctx, operation, snapshot, data)
	}
	switch {
	case err != nil:
		errs = gqlerror.List{Errorf(CodeTimeout, "the operation took too long")}
		return appendFailed(data[:start], errs), errs
	case len(data) == start+len(`{"data":`):
		return appendFailed(data[:start], errs), errs
	case len(errs) > 0:
		data = AppendErrors(append(data, `,"errors":`...), errs)
	}
	return append(data, '}'), errs
}

// executeByGqlgen appends the data of a response to dst. It does what there is no plan for: mutations, introspection,
// @defer, and queries that are too large. Of a mutation, all arguments are coerced before anything is changed.
func (e *Executor) executeByGqlgen(
	ctx context.Context,
	operation *Operation,
	snapshot *catalog.Snapshot,
	dst []byte,
) ([]byte, gqlerror.List, error) {
	if operation.Type() == ast.Mutation {
		if err := e.checkArguments(operation); err != nil {
			return append(dst, "null"...), gqlerror.List{err}, nil
		}
	}
	handler, ctx := e.dispatch(withSnapshot(ctx, snapshot), operation)
	response := handler(ctx)
	if ctx.Err() != nil {
		return dst, nil, context.Cause(ctx)
	}
	return append(dst, response.Data...), response.Errors, nil
}

// dispatch begins an operation in gqlgen's executor.
func (e *Executor) dispatch(ctx context.Context, o *Operation) (graphql.ResponseHandler, context.Context) {
	return e.gqlgen.DispatchOperation(context.WithValue(ctx, inputsKey{}, inputs{e.coercer, o.variables}), o.context())
}

// checkArguments coerces the arguments of all fields of an operation.
func (e *Executor) checkArguments(o *Operation) *gqlerror.Error {
	return e.coercer.Visit(o.definition, o.variables, func(path ast.Path, field *ast.Field) *gqlerror.Error {
		_, err := e.coercer.Arguments(field, o.variables)
		if err != nil {
			err.Path = path
			return withCode(err, models.CodeBadUserInput)
		}
		return nil
	})
}

// context is what gqlgen knows of an operation.
func (o *Operation) context() *graphql.OperationContext {
	return &graphql.OperationContext{
		RawQuery:               o.request.Query,
		Variables:              o.conditions,
		OperationName:          o.definition.Name,
		Doc:                    o.document.QueryDocument,
		Operation:              o.definition,
		DisableIntrospection:   !o.document.introspects,
		RecoverFunc:            recovered,
		ResolverMiddleware:     introspect,
		RootResolverMiddleware: func(ctx context.Context, next graphql.RootResolver) graphql.Marshaler { return next(ctx) },
	}
}

// appendFailed appends a response in which nothing was executed: it has no data.
func appendFailed(dst []byte, errs gqlerror.List) []byte {
	dst = append(dst, `{"errors":`...)
	return append(AppendErrors(dst, errs), '}')
}
