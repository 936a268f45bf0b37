package execution

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"findcare/models"
)

// inputs is what an operation's arguments are made of.
type inputs struct {
	*Coercer
	variables map[string]any
}

type inputsKey struct{}

// Arguments coerces the arguments of a field for gqlgen's executor, whose generated code calls it, and has read decode
// them.
func Arguments(
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

// Argument is an argument of a field, with the function that gqlgen generated to read its type.
type Argument struct {
	name string
	read func(ctx context.Context, value any) (any, error)
	none any // its value if it is not given
}

// ArgumentOf describes an argument.
func ArgumentOf[T any](name string, unmarshal func(ctx context.Context, value any) (T, error)) Argument {
	var none T
	return Argument{name, func(ctx context.Context, value any) (any, error) { return unmarshal(ctx, value) }, none}
}

// Arguments compiles the reading of a field's arguments: constants are read once per plan, and what depends on
// variables once per request. An argument that cannot be coerced is an error at each place where the field stands.
func (c *Compiler) Arguments(f *Field, list ...Argument) func(context.Context, *State) ([]any, bool) {
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
		return func(ctx context.Context, e *State) ([]any, bool) { return constants, !e.isStopped(ctx) }
	}
	number := c.slots
	c.slots++
	return func(ctx context.Context, e *State) ([]any, bool) {
		if e.isStopped(ctx) {
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
			if values[i], err = f.argument(ctx, argument, inputs{e.coercer, e.variables}); err != nil {
				graphql.AddError(e.contextAt(ctx, f.place()), err)
				return nil, false
			}
		}
		e.arguments[number] = values
		return values, true
	}
}

// argument reads one argument.
func (f *Field) argument(ctx context.Context, a Argument, in inputs) (any, error) {
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
