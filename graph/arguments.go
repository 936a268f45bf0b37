package graph

import (
	"context"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// argumentsReader is what gqlgen generates to read all arguments of a field.
type argumentsReader func(ec *executionContext, ctx context.Context, raw map[string]any) (map[string]any, error)

// argument is an argument of a field, with what gqlgen generates to read its type.
type argument struct {
	name string
	read func(ctx context.Context, value any) (any, error)
	none any // what it is where it is not given
}

func argumentOf[T any](name string, unmarshal func(ec *executionContext, ctx context.Context, value any) (T, error)) argument {
	var none T
	return argument{name, func(ctx context.Context, value any) (any, error) { return unmarshal(&executionContext{}, ctx, value) }, none}
}

// arguments compiles the reading of a field's arguments: once a plan what is written in the operation, once a request
// what depends on variables. What cannot be read is an error wherever the field is.
func (c *compiler) arguments(f *field, readAll argumentsReader, list ...argument) func(*execution) ([]any, bool) {
	constants, all := make([]any, len(list)), true
	for i, argument := range list {
		given := f.Arguments.ForName(argument.name)
		if given == nil || !refersToVariable(given.Value) {
			if constant, err := f.argument(context.Background(), argument, nil); err == nil {
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
			if values[i], err = f.argument(e.ctx, argument, e.variables); err != nil {
				e.argumentsFailed(f, readAll)
				return nil, false
			}
		}
		e.arguments[number] = values
		return values, true
	}
}

// argument reads one argument.
func (f *field) argument(ctx context.Context, a argument, variables map[string]any) (any, error) {
	value, given, err := f.rawArgument(a.name, variables)
	if err != nil {
		return nil, err
	}
	if !given {
		return a.none, nil
	}
	return a.read(ctx, value)
}

// rawArgument gives an argument's value as the operation or a variable has it, and whether it is given at all.
func (f *field) rawArgument(name string, variables map[string]any) (value any, given bool, err error) {
	if argument := f.Arguments.ForName(name); argument != nil {
		if argument.Value.Kind != ast.Variable {
			value, err = argument.Value.Value(variables)
			return value, true, err
		}
		if value, given = variables[argument.Value.Raw]; given {
			return value, true, nil
		}
	}
	if usual := f.Definition.Arguments.ForName(name).DefaultValue; usual != nil {
		value, err = usual.Value(variables)
		return value, true, err
	}
	return nil, false, nil
}

// argumentsFailed reports what is wrong with a field's arguments: gqlgen's code reads them all once more, and knows now
// where they stand, which it says in the error.
func (e *execution) argumentsFailed(f *field, readAll argumentsReader) {
	ctx := e.contextAt(f.place(), false)
	_, err := readAll(&executionContext{}, ctx, f.ArgumentMap(e.variables))
	if err == nil {
		err = fmt.Errorf("arguments of %s.%s: read only the second time", f.object, f.Name)
	}
	graphql.AddError(ctx, err)
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
