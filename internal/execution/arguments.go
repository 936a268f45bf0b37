package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	coerce "findcare/internal/execution"
	"findcare/models"
)

// inputs is what an operation's arguments are made of.
type inputs struct {
	*coerce.Coercer
	variables map[string]any
}

type inputsKey struct{}

// arguments reads the arguments of a field for gqlgen's executor, whose generated code calls it.
func (ec *executionContext) arguments(
	ctx context.Context,
	field graphql.CollectedField,
	read func(context.Context, map[string]any) (map[string]any, error),
) (map[string]any, error) {
	in := ctx.Value(inputsKey{}).(inputs)
	coerced, err := in.Arguments(field.Field, in.variables)
	if err != nil {
		return nil, withCode(err, models.CodeBadUserInput)
	}
	return read(ctx, coerced)
}

// argument is an argument of a field, with what gqlgen generates to read its type.
type argument struct {
	name string
	read func(ctx context.Context, value any) (any, error)
	none any // what it is where it is not given
}

func argumentOf[T any](
	name string,
	unmarshal func(ec *executionContext, ctx context.Context, value any) (T, error),
) argument {
	var none T
	return argument{
		name,
		func(ctx context.Context, value any) (any, error) { return unmarshal(&executionContext{}, ctx, value) },
		none,
	}
}

// arguments compiles the reading of a field's arguments: once a plan what is written in the operation, once a request
// what depends on variables. What cannot be coerced is an error wherever the field is.
func (c *compiler) arguments(f *field, list ...argument) func(*execution) ([]any, bool) {
	constants, all := make([]any, len(list)), true
	for i, argument := range list {
		given := f.Arguments.ForName(argument.name)
		if given == nil || !refersToVariable(given.Value) {
			if constant, err := f.argument(context.Background(), argument, inputs{c.coercer, nil}); err == nil {
				constants[i] = constant
				continue
			}
		}
		all = false
	}
	if all {
		return func(e *execution) ([]any, bool) { return constants, !e.isStopped() }
	}
	number := c.slots
	c.slots++
	return func(e *execution) ([]any, bool) {
		if e.isStopped() {
			return nil, false
		}
		if known := e.arguments[number]; known != nil {
			return known, true
		}
		values := make([]any, len(list))
		for i, argument := range list {
			var err error
			if values[i] = constants[i]; values[i] != nil {
				continue
			}
			if values[i], err = f.argument(e.ctx, argument, inputs{e.coercer, e.variables}); err != nil {
				graphql.AddError(e.contextAt(f.place()), err)
				return nil, false
			}
		}
		e.arguments[number] = values
		return values, true
	}
}

// argument reads one argument.
func (f *field) argument(ctx context.Context, a argument, in inputs) (any, error) {
	value, given, err := in.Argument(f.Definition.Arguments.ForName(a.name), f.Arguments, in.variables)
	if err != nil {
		return nil, withCode(err, models.CodeBadUserInput)
	}
	if !given {
		return a.none, nil
	}
	return a.read(ctx, value)
}

func refersToVariable(value *ast.Value) bool {
	if value.Kind == ast.Variable {
		return true
	}
	for _, child := range value.Children {
		if refersToVariable(child.Value) {
			return true
		}
	}
	return false
}
