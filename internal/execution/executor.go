package execution

import (
	"context"
	"log/slog"
	"maps"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/internal/cache"
	"findcare/internal/catalog"
	"findcare/models"
)

// Schema is the executable schema that gqlgen generates, together with the encoders of reads that tools/compiledreads
// generates.
type Schema interface {
	graphql.ExecutableSchema
	// CompileQuery compiles the fields that are selected of Query.
	CompileQuery(c *Compiler, at Place) Encoder[Root]
}

// Executor prepares and executes operations. It is used by many requests at once.
type Executor struct {
	catalog       *catalog.Catalog
	schema        Schema
	coercer       *Coercer
	reports       reports
	plans         *cache.Cache[planKey, planEntry]
	compiled      atomic.Uint64 // number of plans
	fragments     *fragments
	gqlgen        *executor.Executor
	limits        Limits
	introspection bool
	withoutPlans  bool
	rules         validationRules
	documents     *cache.Cache[string, *document]
}

// Options configure an Executor.
type Options struct {
	Limits Limits
	// Introspection lets operations ask for the schema.
	Introspection bool
	Logger        *slog.Logger
	// WithoutPlans has gqlgen's executor execute everything, to compare the two.
	WithoutPlans bool
}

// NewExecutor returns an executor over the catalog, which must have a snapshot when the first operation is executed.
func NewExecutor(schema Schema, directory *catalog.Catalog, options Options) *Executor {
	reports := reports{presenter(options.Logger), recovered}
	coercer := NewCoercer(schema.Schema(), schemaScalars())
	gqlgen := executor.New(schema)
	gqlgen.SetErrorPresenter(reports.present)
	gqlgen.SetRecoverFunc(reports.recover)
	return &Executor{
		catalog:       directory,
		schema:        schema,
		coercer:       coercer,
		reports:       reports,
		plans:         newPlanCache(),
		fragments:     newFragments(),
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
		return nil, withCodes(errs, models.CodeValidationFailed)
	}
	operation := &Operation{
		request:    request,
		document:   known,
		definition: definition,
		variables:  variables,
		conditions: variables,
	}
	if err := e.decide(operation); err != nil {
		return nil, gqlerror.List{withCode(err, models.CodeValidationFailed)}
	}
	operation.Cost = known.costs[definition].of(definition, inputs{e.coercer, variables})
	if maximum := e.limits.Cost; maximum > 0 && operation.Cost > maximum {
		return nil, gqlerror.List{Errorf(
			models.CodeTooCostly,
			"the operation costs up to %d; at most %d are allowed: ask for fewer (first, last) or for less of each",
			operation.Cost, maximum,
		)}
	}
	return operation, nil
}

// MaxCost is the highest cost that an operation may have, 0 where there is no limit.
func (e *Executor) MaxCost() int { return e.limits.Cost }

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
		models.CodeValidationFailed,
		"operationName: %q must be one of the document's operations (%s)",
		name,
		strings.Join(names, ", "),
	)
}

// decide evaluates all @skip and @include before anything is executed: null in one is an error of the request.
func (e *Executor) decide(o *Operation) *gqlerror.Error {
	conditions := o.document.conditions[o.definition]
	isBoolean := func(name string) bool { _, is := o.variables[name].(bool); return is }
	if !slices.ContainsFunc(conditions, func(name string) bool { return !isBoolean(name) }) {
		return nil
	}
	in := inputs{e.coercer, o.variables}
	if err := in.visit(o.definition, func(ast.Path, *ast.Field) *gqlerror.Error { return nil }); err != nil {
		return err
	}
	o.conditions = maps.Clone(o.variables)
	for _, name := range conditions {
		o.conditions[name] = o.variables[name] == true
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
	ctx = withSnapshot(ctx, snapshot)
	if p, ok := e.plan(operation); ok {
		data, errs, err = p.execute(ctx, e, snapshot, operation.variables, data)
	} else {
		data, errs, err = e.executeByGqlgen(ctx, operation, data)
	}
	switch {
	case err != nil:
		errs = gqlerror.List{Errorf(models.CodeTimeout, "the operation took too long")}
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
	dst []byte,
) ([]byte, gqlerror.List, error) {
	if operation.Type() == ast.Mutation {
		if err := e.checkArguments(operation); err != nil {
			return append(dst, "null"...), gqlerror.List{err}, nil
		}
	}
	handler, ctx := e.dispatch(ctx, operation)
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
	in := inputs{e.coercer, o.variables}
	return in.visit(o.definition, func(path ast.Path, field *ast.Field) *gqlerror.Error {
		_, err := in.Arguments(field, o.variables)
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
		RawQuery:             o.request.Query,
		Variables:            o.conditions,
		OperationName:        o.definition.Name,
		Doc:                  o.document.QueryDocument,
		Operation:            o.definition,
		DisableIntrospection: !o.document.introspects,
		RecoverFunc:          recovered,
		ResolverMiddleware:   introspect,
		RootResolverMiddleware: func(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
			return next(ctx)
		},
	}
}

// appendFailed appends a response in which nothing was executed: it has no data.
func appendFailed(dst []byte, errs gqlerror.List) []byte {
	dst = append(dst, `{"errors":`...)
	return append(AppendErrors(dst, errs), '}')
}
